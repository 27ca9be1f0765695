"""Posting modes: by the day of the movement, kept by what was sent, and when a payment is due."""

from dataclasses import replace

import pytest

from agent.domain.facts import Facts
from agent.domain.posting import mode_for, mode_of, posting_view, uses_summary
from agent.domain.settings import SETTINGS, BadSettingError, Values, parse
from tests.unit.domain.cases import PAID_AT, booking, facts, policy

CHANGES = '{"2026-12-01": "summary", "2026-06-01": "invoices"}'


@pytest.mark.parametrize(
    ("day", "mode"),
    [
        ("2026-05-31", "open_invoices"),
        ("2026-06-01", "invoices"),
        ("2026-11-30", "invoices"),
        ("2026-12-01", "summary"),
        ("2027-01-01", "summary"),
    ],
)
def test_the_mode_is_that_of_the_last_change_not_after_the_day(day, mode):
    values = policy(posting__mode="open_invoices", posting__modes_from=CHANGES)
    assert mode_of(day, values) == mode


def test_without_changes_one_mode_counts_for_every_day():
    assert mode_of("2026-01-01", Values()) == "orders"


def test_summary_mode_may_come_on_a_day():
    assert uses_summary(policy(posting__modes_from=CHANGES))
    assert uses_summary(policy(posting__mode="summary"))
    assert not uses_summary(policy())


def test_what_was_sent_keeps_its_mode_and_what_a_summary_posts_stays_there():
    values = policy(posting__mode="invoices")
    assert mode_for(facts(), "2026-01-01", values) == "invoices"
    assert mode_for(replace(facts(), kept_mode="orders"), "2026-01-01", values) == "orders"
    summed = replace(facts(), kept_mode="orders", elsewhere={"ch_1": "po_1"})
    assert mode_for(summed, "2026-01-01", values) == "summary"
    assert posting_view(summed, "summary", values)["booked_with"] == "po_1"


@pytest.mark.parametrize(
    ("when", "booked", "sent", "due"),
    [
        ("charge", None, False, True),
        ("settlement", None, False, False),
        ("settlement", booking(available_at=PAID_AT + 61), False, False),
        ("settlement", booking(available_at=PAID_AT + 60), False, True),
        ("settlement", booking(available_at=PAID_AT + 61), True, True),
    ],
)
def test_a_payment_is_due_at_once_or_when_its_money_is_available(when, booked, sent, due):
    read = replace(facts(booked=booked), sent=sent)
    assert posting_view(read, "orders", policy(posting__when=when))["due"] is due


def test_the_day_on_which_money_is_available_is_a_day_of_the_site():
    read = facts(booked=booking(available_at=PAID_AT + 86400))
    assert posting_view(read, "orders", policy())["available_on"] == "2023-11-15"
    assert posting_view(facts(), "orders", policy())["available_on"] == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"2026-13-01": "orders"}', "is no day such as"),
        ('{"20261201": "orders"}', "'20261201' is no day such as"),
        ('{"2026-12-01": "weekly"}', "'weekly' is not one of orders, invoices, open_invoices, summary"),
        ("[]", "a table reads"),
    ],
)
def test_a_change_of_mode_names_a_day_and_a_mode(text, words):
    with pytest.raises(BadSettingError, match=words):
        parse(SETTINGS["posting.modes_from"], text)
    assert parse(SETTINGS["posting.modes_from"], CHANGES)["2026-06-01"] == "invoices"


def test_facts_of_before_there_were_modes_have_none():
    assert Facts("EDU1", facts().stripe, facts().erp, read_at=1).kept_mode == ""
