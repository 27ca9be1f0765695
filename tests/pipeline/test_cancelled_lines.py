"""Lines of an order that are given back before SYSPRO has invoiced it: the order loses them, and is invoiced without."""

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from connectors.sandbox.stripe import RefundOrder
from tests.pipeline.company import DAY_S
from tests.pipeline.test_part_invoiced import (
    allocated,
    assert_settled,
    cancelled,
    company_of,
    give_back,
    open_values,
    sold,
    sql,
)

__all__ = ["company_of"]

LINES = {"refunds__before_invoice": "cancel_lines", "orders__tax_rates": '{"A": "0", "E": "0"}'}


def give_back_lines(company, charge, amount, lines="1"):
    refund = company.stripe.trading.refund(RefundOrder(charge, amount, metadata={"syspro_invoice_lines": lines}))["id"]
    company.run_all(6, after_s=DAY_S)
    return refund


def lines_of_order(company):
    return [row.text("MStockCode") for row in company.rows("SorDetail") if row.text("MStockCode").startswith("BOLT-")]


def everything_is_shipped(company):
    """Two shipments, for the second line of the sale arrives later."""
    sql(company, "UPDATE SorDetail SET MShipQty = MOrderQty, MStockQtyToShp = MOrderQty, MBackOrderQty = 0")
    company.ship()
    allocated(company)


@pytest.mark.parametrize("money", ["receipt", "cashbook", "journal"])
def test_the_line_is_cancelled_the_money_paid_back_and_the_rest_invoiced_without_a_credit_note(company_of, money):
    company = company_of(refunds__money=money, **LINES)
    charge = sold(company)
    give_back_lines(company, charge, 400)
    assert lines_of_order(company) == ["BOLT-M8X40"]
    assert cancelled(company) == ["N"]
    everything_is_shipped(company)
    assert company.documents(kind=Kind.AR_DOCUMENT) == []
    assert_settled(company)


def test_what_is_given_back_beside_the_line_is_credited_when_the_order_is_invoiced(company_of):
    company = company_of(**LINES)
    charge = sold(company)
    give_back_lines(company, charge, 400)
    other = give_back(company, charge, 150)
    everything_is_shipped(company)
    [note] = company.documents(kind=Kind.AR_DOCUMENT)
    assert company.body(note)["value"]["minor"] == 150
    assert_settled(company)
    # The one that fails is debited, and the line stays cancelled.
    company.stripe.trading.fail_refund(other)
    company.run_all(8, after_s=DAY_S)
    allocated(company)
    assert sorted(row.purpose for row in company.documents(kind=Kind.AR_DOCUMENT)) == ["credit", "debit-2"]
    assert_settled(company)


def test_lines_that_come_to_another_amount_hold_the_refund_with_both(company_of):
    company = company_of(**LINES)
    charge = sold(company)
    refund = give_back_lines(company, charge, 300)
    held = company.decision(refund)
    assert (held.outcome.value, held.reason_code) == ("held", "refund.lines_differ")
    assert "come to 4.00 USD" in held.reason
    assert "3.00 USD are given back" in held.reason
    assert len(lines_of_order(company)) == 2


def test_the_rest_that_is_given_back_later_cancels_what_is_left_of_the_order(company_of):
    company = company_of(**LINES)
    charge = sold(company)
    give_back_lines(company, charge, 400)
    give_back(company, charge, 600)
    allocated(company)
    assert cancelled(company) == ["Y"]
    assert_settled(company)


def test_a_line_that_was_cancelled_for_a_refund_that_failed_stays_cancelled_and_the_money_is_on_account(company_of):
    company = company_of(**LINES)
    charge = sold(company)
    refund = give_back_lines(company, charge, 400)
    company.stripe.trading.fail_refund(refund)
    company.run_all(8, after_s=DAY_S)
    everything_is_shipped(company)
    assert {row.state for row in company.documents()} == {State.POSTED}
    assert open_values(company) == [-4]


def test_a_taxed_line_is_worth_what_syspro_would_invoice_for_it(company_of):
    company = company_of(**LINES | {"orders__tax": "syspro", "orders__tax_rates": '{"A": "20", "E": "0"}'})
    sql(company, "UPDATE AdmTax SET CurTaxRate = 200000")
    charge = company.sale(6018, lines="BOLT-M8X20*1@10.02" + ";BOLT-M8X20*1@10.03" * 4)
    company.run_all()
    give_back_lines(company, charge, 1202)
    assert len(lines_of_order(company)) == 4
    everything_is_shipped(company)
    assert company.documents(kind=Kind.AR_DOCUMENT) == []
    assert_settled(company)


def test_without_the_setting_the_order_is_invoiced_whole_and_credited_then(company_of):
    company = company_of()
    charge = sold(company)
    give_back_lines(company, charge, 400)
    assert len(lines_of_order(company)) == 2
    everything_is_shipped(company)
    assert len(company.documents(kind=Kind.AR_DOCUMENT)) == 1
    assert_settled(company)
