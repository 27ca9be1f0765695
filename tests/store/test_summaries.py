"""What is left to summary journals, which document posts a leg, and which payments are due."""

from dataclasses import replace

import pytest

from agent.domain.attempts import Settlement
from agent.domain.decisions import Outcome
from agent.domain.documents import Leg, Part, State
from agent.domain.errors import Problem
from agent.domain.facts import StripeFacts
from agent.domain.money import Money
from agent.ports import GivenBack
from tests.store.builders import COMPANY, NOW, apply, decision, event, facts, journal, moved, receipt, subject

LATER = NOW + 1000


def leave(store, number=1, *, code="posting.summary", company=COMPANY, **rest):
    """Book payment `number` and leave it to a summary."""
    store.ledger.store([replace(moved(number, minor=100), **rest)], NOW)
    apply(store, subject_id=f"ch_{number}", outcome=Outcome.WAITING, reason_code=code, company=company)


def left(store, own="po_1", currency="usd", until_at=LATER, company=COMPANY):
    return [(one.moved.id, one.settled) for one in store.summaries.left(company, currency, until_at, own)]


def posts(*keys, stripe_id="po_1", part=Part.AMOUNT, **rest):
    return replace(journal(stripe_id, **rest), legs=tuple(Leg(key, part, line="sales") for key in keys))


def test_what_a_decision_leaves_is_found_until_a_document_posts_it(store):
    leave(store)
    assert left(store) == [("txn_1", False)]
    apply(store, posts("ch_1"), subject_id="po_1")
    assert left(store) == [("txn_1", False)]
    assert left(store, own="po_2") == []
    assert store.summaries.left_before(COMPANY, LATER) == []


def test_only_the_latest_decision_of_the_company_counts(store):
    leave(store)
    assert left(store, company="OTHER") == []
    apply(store, subject_id="ch_1", outcome=Outcome.HELD, reason_code="payment.connect")
    assert left(store) == []


def test_only_what_was_booked_in_time_and_in_the_currency_is_found(store):
    leave(store, 1)
    leave(store, 2, currency="eur")
    assert left(store, until_at=NOW) == []
    assert left(store, currency="eur") == [("txn_2", False)]
    assert [one.moved.id for one in store.summaries.left_before(COMPANY, LATER)] == ["txn_1", "txn_2"]


def test_what_an_earlier_payout_went_without_is_told_apart(store):
    leave(store, payout_id="po_1")
    assert left(store, own="po_2") == [("txn_1", False)]
    apply(store, journal("po_1"), subject_id="po_1")
    assert left(store, own="po_2") == [("txn_1", True)]


def test_a_document_that_was_withdrawn_posts_nothing_any_more(store):
    apply(store, receipt("ch_1"))
    leave(store)
    assert store.outbox.get(1).reason_code == "withdrawn"
    assert left(store) == [("txn_1", False)]


def test_what_a_person_cancelled_is_not_booked_again(store):
    leave(store)
    apply(store, posts("ch_1", state=State.PARKED), subject_id="po_1")
    store.outbox.cancel(1, by="ann", reason="Booked by hand.", now=NOW)
    assert left(store, own="po_2") == []


def test_the_document_that_posts_a_leg_of_another_subject_is_found(store):
    apply(store, posts("ch_1", "txn_5"), subject_id="po_1")
    amount = store.summaries.elsewhere(COMPANY, ["ch_1", "ch_2", "txn_5"], "amount", "ch_1")
    assert amount == {"ch_1": "po_1", "txn_5": "po_1"}
    assert store.summaries.elsewhere(COMPANY, ["ch_1"], "fees", "ch_1") == {}
    assert store.summaries.elsewhere(COMPANY, ["ch_1"], "amount", "po_1") == {}
    assert store.summaries.elsewhere("OTHER", ["ch_1"], "amount", "ch_1") == {}


def test_a_leg_remembers_its_line(store):
    apply(store, posts("ch_1"), subject_id="po_1")
    row = store._connections.one("SELECT line FROM document_legs WHERE leg = 'ch_1'")
    assert row["line"] == "sales"


def test_the_codes_of_the_latest_decisions_are_told(store):
    leave(store)
    apply(store, receipt("ch_2"), subject_id="ch_2")
    assert store.summaries.codes(COMPANY, ["ch_1", "ch_2", "ch_3"]) == {"ch_1": "posting.summary", "ch_2": ""}


def test_what_was_never_decided_is_counted_unless_it_waits_for_a_person(store):
    store.ledger.store([moved(1), moved(2), moved(3, currency="eur")], NOW)
    assert store.summaries.undecided(COMPANY, ["ch_1", "ch_2"]) == 2
    assert store.summaries.undecided_between(COMPANY, "usd", NOW, LATER) == 2
    assert store.summaries.undecided_between(COMPANY, "usd", 0, NOW) == 0
    apply(store, subject_id="ch_1", outcome=Outcome.WAITING, reason_code="posting.summary")
    store.inbox.add([event(2)], NOW)
    store.inbox.postpone(subject("ch_2", ("evt_00002",)), Problem("Odd", "Odd.", code="odd"), due_at=None, now=NOW)
    assert store.summaries.undecided(COMPANY, ["ch_1", "ch_2"]) == 0
    assert store.summaries.undecided_between(COMPANY, "usd", NOW, LATER) == 0


# ---------------------------------------------------------------- what is looked for again


@pytest.mark.parametrize("now", [NOW, LATER])
def test_a_payment_that_waits_for_its_money_is_due_when_that_is_available(store, now):
    leave(store, code="posting.not_available", available_at=LATER)
    found = ["txn_1"] if now == LATER else []
    assert [one.id for one in store.ledger.due(10, now)] == found
    assert [one.id for one in store.ledger.undecided(10, now)] == found


def test_a_payment_that_is_about_to_be_decided_is_not_due_once_more(store):
    leave(store, code="posting.not_available")
    store.inbox.add([event(1)], NOW)
    assert store.ledger.due(10, NOW) == []


def test_what_was_decided_since_is_not_due(store):
    leave(store, code="posting.not_available")
    apply(store, receipt("ch_1"))
    for document in store.outbox.claim(COMPANY, 10, NOW):
        store.outbox.settle(document, Settlement(State.POSTED, erp_key="1"), NOW)
    assert store.ledger.due(10, NOW) == []


def test_what_is_left_to_a_summary_is_not_looked_for_again(store):
    leave(store)
    assert store.ledger.undecided(10, NOW) == []
    assert store.ledger.due(10, NOW) == []


def give_back(store, amount, *, currency="gbp", paid_in="gbp"):
    store.ledger.store([moved(1, minor=100), moved(2, minor=-40, kind="refund", source="re_1")], NOW)
    apply(store, subject_id="ch_1", outcome=Outcome.WAITING, amount=Money(80, paid_in))
    read = replace(facts("re_1"), stripe=StripeFacts("re_1", "refund", {"refund": {"id": "re_1", "charge": "ch_1"}}))
    made = decision(subject="re_1", outcome=Outcome.WAITING, amount=Money(amount, currency))
    store.outbox.apply(made, read, subject("re_1"), NOW)
    return store.summaries.given_back(COMPANY, ["txn_1", "txn_2"])


def test_a_refund_of_a_converted_payment_is_found_with_what_it_is_a_part_of(store):
    assert give_back(store, 30) == [GivenBack("txn_2", 30, 80, 100)]


def test_a_refund_of_a_payment_that_was_booked_before_our_time_is_at_no_other_rate(store):
    store.ledger.store([moved(2, minor=-40, kind="refund", source="re_1")], NOW)
    apply(store, subject_id="ch_1", outcome=Outcome.WAITING, amount=Money(80, "gbp"))
    read = replace(facts("re_1"), stripe=StripeFacts("re_1", "refund", {"refund": {"id": "re_1", "charge": "ch_1"}}))
    made = decision(subject="re_1", outcome=Outcome.WAITING, amount=Money(30, "gbp"))
    store.outbox.apply(made, read, subject("re_1"), NOW)
    assert store.summaries.given_back(COMPANY, ["txn_2"]) == []


def test_a_refund_in_its_own_currency_or_of_a_payment_that_is_unknown_is_at_no_other_rate(store):
    assert give_back(store, 40, currency="usd") == []
    assert give_back(store, 30, paid_in="jpy") == []
