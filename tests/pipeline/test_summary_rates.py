"""Refunds at another rate than their payment, where journals sum payments up: realised exchange difference."""

import json

import pytest

from agent.domain.documents import State
from connectors.sandbox.stripe import RefundOrder
from tests.pipeline.company import DAY_S, Company


@pytest.fixture
def company(tmp_path):
    made = Company(tmp_path, posting__mode="summary")
    ledger = json.loads(made.home.values().texts["accounts.ledger"])
    made.codes = {name: ledger[name] for name in ("sales", "sales_returns", "fx", "dispute")}
    yield made
    made.close()


def paid_out(company):
    """Pay out what there is, and let the agent work until all of it is posted."""
    for payout in company.stripe.account.run_payouts(currencies=["usd"]):
        company.stripe.account.complete_reconciliation(payout["id"])
    for _ in range(4):
        company.run("sweep")
        company.run_all(3, after_s=60)


def on(company, name):
    rows = company.rows("GenJournalDetail", "GlCode = ?", company.codes[name])
    return sum(row.number("EntryValue") for row in rows)


def converted_sale(company, amount=10_000):
    company.stripe.account.ledger.set_rate("chf", "1.100000")
    return company.sale(amount, "chf", at=company.clock.now() - 8 * DAY_S)


def assert_proven(company):
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    assert all(row.holds for row in company.proof())
    company.run("reconcile")
    assert company.service.reconciled().report.items == ()


@pytest.mark.parametrize(("amount", "returned", "difference"), [(None, 110, 10), (5_000, 55, 5)])
def test_a_refund_at_another_rate_takes_back_what_was_sold_and_the_rest_is_an_exchange_difference(
    company, amount, returned, difference
):
    charge = converted_sale(company)
    paid_out(company)
    company.stripe.account.ledger.set_rate("chf", "1.200000")
    company.stripe.trading.refund(RefundOrder(charge, amount))
    company.sale(100_000, "usd", at=company.clock.now() - 8 * DAY_S)
    company.clock.advance(8 * DAY_S)
    paid_out(company)
    assert (on(company, "sales_returns"), on(company, "fx")) == (returned, difference)
    assert_proven(company)
