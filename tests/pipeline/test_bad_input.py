"""Input that no document can be made of: held with a sentence, counted in the books, never dropped and never guessed.

Payouts whose list changes while it is read are in `test_changing_payout.py`.
"""

import pytest

from agent.domain.decisions import Outcome
from connectors.sandbox.stripe import Entry, Settled
from tests.pipeline.company import DAY_S, NOW_AT, Company

#: What SYSPRO's amounts, with twelve digits before the point, cannot hold.
TOO_MUCH = 10**15


def settle(company):
    company.run_all(after_s=3600)
    company.run("sweep")
    company.run_all()


def balanced(company):
    return {(row.difference_minor, row.clearing_difference_minor) for row in company.proof()} == {(0, 0)}


@pytest.fixture
def company_of(tmp_path):
    made = []

    def make(**settings):
        made.append(Company(tmp_path, **settings))
        return made[-1]

    yield make
    for company in made:
        company.close()


@pytest.mark.parametrize(
    ("kind", "category", "minor", "what"),
    [
        ("charge", "charge", 5_000, "50.00 USD on 2026-12-01 for a payment"),
        ("refund", "refund", -500, "-5.00 USD on 2026-12-01 for a refund"),
        ("payout", "payout", -900, "-9.00 USD on 2026-12-01 for a payout"),
        ("payout_failure", "payout_reversal", 900, "9.00 USD on 2026-12-01 for a payout"),
    ],
)
def test_a_movement_that_names_no_source_is_held_with_what_it_moved(company_of, kind, category, minor, what):
    company = company_of()
    entry = Entry(kind, Settled(minor, "usd"), category=category)
    moved = company.stripe.account.record_balance_transaction(entry, at=company.clock.now())
    settle(company)
    decided = company.decision(moved["id"])
    assert decided.outcome is Outcome.HELD
    assert decided.reason == (
        f"Stripe moved {what} ({moved['id']}) and does not say which. Ask Stripe which one it is, book it by hand, and"
        f" ignore it here; or have it booked as it is. No ledger code is set for {category}. Say `syspro-stripe map"
        f" {category} LEDGER-CODE`: that sets and releases."
    )
    assert company.documents() == []
    assert balanced(company)
    assert [row.held_minor for row in company.proof()] == [minor]


def test_a_dispute_without_a_source_goes_to_the_account_of_disputes(company_of):
    company = company_of()
    entry = Entry("adjustment", Settled(-700, "usd"), category="dispute")
    moved = company.stripe.account.record_balance_transaction(entry, at=company.clock.now())
    settle(company)
    rows = company.rows("GenJournalDetail", "Reference = ?", moved["id"])
    assert {row.text("GlCode"): row.number("EntryValue") for row in rows} == {"1410-000": 7, "1310-000": -7}
    assert balanced(company)


@pytest.mark.parametrize("mode", ["orders", "invoices", "open_invoices"])
def test_a_payment_past_the_size_of_syspros_fields_is_held_and_so_is_its_payout(company_of, mode):
    company = company_of(posting__mode=mode)
    charge = company.sale(TOO_MUCH, "usd", at=NOW_AT - 9 * DAY_S)
    settle(company)
    (payout,) = company.stripe.account.run_payouts(currencies=["usd"])
    company.stripe.account.complete_reconciliation(payout["id"])
    settle(company)
    for subject, whose, money in (
        (charge, f"Payment {charge} of Stripe customer", "10,000,000,000,000.00 USD"),
        (payout["id"], f"Payout {payout['id']}", "9,709,999,999,999.70 USD"),
    ):
        decided = company.decision(subject)
        assert decided.outcome is Outcome.HELD
        assert decided.reason == (
            f"{whose} cannot be written to SYSPRO. {money} is more than SYSPRO takes in one amount, which is"
            " 999,999,999,999.99 at most. Book it by hand in several parts, then ignore it here."
        )
    assert company.documents() == []
    assert balanced(company)


def test_an_amount_past_what_stripe_can_move_is_set_aside_by_name(company_of):
    company = company_of()
    charge = company.sale(10**17, "usd", at=NOW_AT - 9 * DAY_S)
    company.run_all(after_s=3600)
    (one,) = company.store.reports.set_aside()
    assert one.object_id == charge
    assert "100000000000000000, more than Stripe can move" in one.reason
