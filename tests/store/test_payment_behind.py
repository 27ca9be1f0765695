"""What the store tells of the payment behind a refund or a dispute."""

from dataclasses import replace

import pytest

from agent.domain.decisions import UNDECIDED, Outcome
from agent.domain.errors import Problem
from agent.domain.facts import StripeFacts
from jobs.behind import GatherPayment
from tests.store.builders import COMPANY, NOW, apply, event, moved, subject


def behind(store, kind="dispute", charge="ch_1"):
    asked = GatherPayment(COMPANY, store.inbox, store.outbox, store.ledger, store.summaries, start_at=NOW)
    name = {"charge": "ch_1", "dispute": "dp_1", "refund": "re_1"}[kind]
    return asked.decided(StripeFacts(name, kind, {kind: {"id": name, "charge": charge}}))


BOTH = pytest.mark.parametrize("kind", ["dispute", "refund"])


@BOTH
def test_the_latest_decision_of_the_company_is_told(store, kind):
    apply(store, outcome=Outcome.WAITING, reason_code="posting.not_available")
    apply(store, outcome=Outcome.HELD, reason_code="payer.unknown")
    apply(store, outcome=Outcome.IGNORED, reason_code="payment.before_start", company="OTHER")
    assert behind(store, kind) == ("held", "payer.unknown")


@BOTH
def test_a_payment_that_an_event_or_a_movement_told_of_is_still_to_be_decided(store, kind):
    store.inbox.add([event(1)], NOW)
    store.ledger.store([moved(2)], NOW)
    assert behind(store, kind) == behind(store, kind, "ch_2") == (UNDECIDED, "")


def test_a_payment_that_was_set_aside_before_any_decision_waits_for_a_person(store):
    store.inbox.add([event(1)], NOW)
    store.inbox.postpone(subject("ch_1", ("evt_00001",)), Problem("Odd", "Odd.", code="odd"), due_at=None, now=NOW)
    assert behind(store) == ("held", "")


def test_nothing_is_said_of_a_payment_before_the_first_day_or_one_that_was_never_told_of(store):
    store.ledger.store([replace(moved(1), created_at=NOW - 1)], NOW)
    assert behind(store) == behind(store, charge="ch_9") == behind(store, charge=None) == ("", "")


def test_a_payment_has_none_behind_it(store):
    store.inbox.add([event(1)], NOW)
    assert behind(store, "charge") == ("", "")
