"""Movements that Stripe dates back: the proof names them instead of showing a difference that nobody can explain."""

import pytest

from agent.domain.decisions import Outcome
from connectors.sandbox.stripe.money import Entry, Settled
from tests.pipeline.company import DAY_S, Company


@pytest.fixture
def company(tmp_path):
    made = Company(tmp_path)
    yield made
    made.close()


def settle_down(company):
    """A payment of before the first day and one of after it, all read and proven."""
    company.stripe.account.record_balance_transaction(
        Entry("adjustment", Settled(1000, "usd"), description="old"), at=company.clock.now() - 63 * DAY_S
    )
    company.sale(5000, "usd")
    company.run_all()
    company.run("sweep")
    company.run_all()
    assert differences(company) == {0}


def differences(company):
    return {row.difference_minor for row in company.proof()}


def told(company):
    return {row.area: row.message for row in company.store.reports.discrepancies()}


def back_dated(company, days, minor=-500):
    moved = Entry("adjustment", Settled(minor, "usd"), description="dated back")
    return company.stripe.account.record_balance_transaction(moved, at=company.clock.now() - days * DAY_S)["id"]


def test_a_movement_dated_before_the_last_reading_is_named_and_decided(company):
    settle_down(company)
    moved = back_dated(company, 10)
    assert differences(company) == {0}
    assert f"the movement {moved} of -5.00 USD (other_adjustment), dated 2026-11-21" in told(company)["late"]
    company.run_all()
    assert company.decision(moved).outcome is Outcome.DOCUMENTS
    assert differences(company) == {0}


def test_a_movement_dated_before_the_first_day_is_counted_to_the_opening_and_named(company):
    settle_down(company)
    moved = back_dated(company, 64)
    assert differences(company) == {0}
    message = told(company)["late"]
    assert "The movements of 2026-09-28, before the first day that is posted, add up to 5.00 USD less" in message
    assert moved in message
    (row,) = [row for row in company.proof() if row.currency == "usd"]
    assert row.opening_minor == 500


def test_several_movements_of_one_early_day_are_named_by_their_day(company):
    settle_down(company)
    back_dated(company, 64)
    back_dated(company, 64, -700)
    assert differences(company) == {0}
    assert "one or more of its 2 movements" in told(company)["late"]


def test_what_no_list_of_the_last_days_shows_is_told_until_it_is_found(company):
    settle_down(company)
    moved = back_dated(company, 50)
    assert differences(company) == {-500}
    assert "Stripe's balance is 5.00 USD less than all its movements" in told(company)["proof"]
    company.set("reconcile.days", "60")
    company.run("reconcile")
    company.run_all()
    assert company.decision(moved).outcome is Outcome.DOCUMENTS
    assert differences(company) == {0}
    assert "proof" not in told(company)


def test_the_same_difference_is_looked_into_once_a_day(company):
    settle_down(company)
    back_dated(company, 50)
    company.proof()
    used = reads(company)
    company.proof()
    once = reads(company) - used
    company.clock.advance(DAY_S)
    used = reads(company)
    company.proof()
    assert reads(company) - used > once


def reads(company):
    return company.store.allowance.used(0)


def test_accepting_one_ends_it(company):
    settle_down(company)
    back_dated(company, 10)
    company.proof()
    (row,) = [row for row in company.store.reports.discrepancies() if row.area == "late"]
    company.ask("accept", number=row.id, reason="seen")
    company.proof()
    assert "late" not in told(company)


# ---------------------------------------------------------------- money without its object


@pytest.mark.parametrize(
    ("kind", "source"), [("charge", "ch_gone"), ("refund", "re_gone"), ("dispute", "dp_gone"), ("payout", "po_gone")]
)
def test_a_movement_whose_object_stripe_does_not_have_is_held_with_a_sentence(company, kind, source):
    settle_down(company)
    entry = Entry(kind, Settled(-500, "usd"), source, category=kind)
    moved = company.stripe.account.record_balance_transaction(entry, at=company.clock.now() - 60)["id"]
    company.run("sweep", after_s=120)
    company.run_all()
    decided = company.decision(source)
    assert (decided.outcome, decided.reason_code) == (Outcome.HELD, "movement.object_unreadable")
    assert f"-5.00 USD by {moved}" in decided.reason
    assert f"`syspro-stripe retry {source}`" in decided.reason
    (row,) = [row for row in company.proof() if row.currency == "usd"]
    assert (row.held_minor, row.difference_minor) == (-500, 0)
    assert not company.store.reports.set_aside()


def test_an_object_that_is_there_again_is_decided_when_a_person_retries_it(company):
    settle_down(company)
    entry = Entry("refund", Settled(-500, "usd"), "re_gone", category="refund")
    company.stripe.account.record_balance_transaction(entry, at=company.clock.now() - 60)
    company.run("sweep", after_s=120)
    company.run_all()
    company.ask("retry", what="re_gone")
    company.run_all()
    assert company.decision("re_gone").reason_code == "movement.object_unreadable"
    assert len(company.store.reports.held("A")) == 1
