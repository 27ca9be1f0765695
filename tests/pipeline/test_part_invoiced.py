"""An order that is invoiced in parts, whose payment is given back in parts or in full, at any moment in between."""

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from connectors.sandbox.stripe import RefundOrder
from tests.pipeline.company import DAY_S, Company

#: Two things, 4.00 and 6.00; the second is shipped later.
LINES = "BOLT-M8X20*1@4;BOLT-M8X40*1@6"


@pytest.fixture
def company_of(tmp_path):
    """Open a company with the settings of a test."""
    opened = []

    def make(**rest):
        opened.append(Company(tmp_path, **{"orders__tax_rates": "{}", "orders__tax": "charge_line"} | rest))
        return opened[-1]

    yield make
    for company in opened:
        company.close()


def sql(company, text):
    with company.syspro.locked():
        company.syspro.connection.execute(text)
        company.syspro.connection.commit()


def sold(company):
    sql(company, "UPDATE AdmTax SET CurTaxRate = 0")
    charge = company.sale(lines=LINES)
    company.run_all()
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    sql(
        company,
        "UPDATE SorDetail SET MShipQty = 0, MStockQtyToShp = 0, MBackOrderQty = MOrderQty WHERE MStockCode = 'BOLT-M8X40'",
    )
    return charge


def the_rest_arrives(company):
    sql(
        company,
        "UPDATE SorDetail SET MShipQty = MOrderQty, MStockQtyToShp = MOrderQty, MBackOrderQty = 0"
        " WHERE MInvoicePrinted <> 'Y' AND MStockCode LIKE 'BOLT-%'",
    )
    company.ship()


def give_back(company, charge, amount=None):
    refund = company.stripe.trading.refund(RefundOrder(charge, amount))["id"]
    company.run_all(6, after_s=DAY_S)
    return refund


def allocated(company):
    for _ in range(6):
        company.run("allocate", "translate", "post", after_s=5)


def open_values(company):
    buyers = {row.text("Customer") for row in company.rows("SorMaster", "CustomerPoNumber LIKE 'ch_%'")}
    rows = [row for row in company.rows("ArInvoice") if row.text("Customer") in buyers]
    return [row.number("InvoiceBal1") for row in rows if row.number("InvoiceBal1")]


def assert_settled(company):
    assert open_values(company) == []
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    company.run("reconcile")
    assert company.service.reconciled().report.items == ()
    assert not company.store.reports.discrepancies()
    assert all(row.holds for row in company.proof())


def cancelled(company):
    rows = company.rows("SorMaster", "CustomerPoNumber LIKE 'ch_%' AND DocumentType <> 'C'")
    return [row.text("CancelledFlag") for row in rows]


WAYS = [{}, {"refunds__money": "cashbook"}, {"refunds__money": "journal"}, {"refunds__credit": "sortch"}]


@pytest.mark.parametrize("settings", WAYS, ids=lambda given: "-".join(given.values()) or "shipped")
@pytest.mark.parametrize("allocate_first", [True, False])
def test_all_of_a_part_invoiced_order_is_given_back(company_of, settings, allocate_first):
    company = company_of(**settings)
    charge = sold(company)
    company.ship()
    if allocate_first:
        allocated(company)
    give_back(company, charge)
    allocated(company)
    assert cancelled(company) == ["Y"]
    assert_settled(company)


@pytest.mark.parametrize("money", ["receipt", "journal"])
def test_a_refund_of_all_that_fails_puts_back_what_it_took(company_of, money):
    company = company_of(refunds__money=money)
    charge = sold(company)
    company.ship()
    allocated(company)
    refund = give_back(company, charge)
    company.stripe.trading.fail_refund(refund)
    company.run_all(8, after_s=DAY_S)
    allocated(company)
    assert open_values(company) == [-6]
    assert {row.state for row in company.documents()} == {State.POSTED}


def test_parts_given_back_before_between_and_after_the_invoices(company_of):
    company = company_of()
    charge = sold(company)
    give_back(company, charge, 100)
    company.ship()
    allocated(company)
    give_back(company, charge, 450)
    the_rest_arrives(company)
    allocated(company)
    give_back(company, charge, 200)
    allocated(company)
    assert cancelled(company) == ["N"]
    assert_settled(company)


def test_the_last_of_several_parts_takes_back_the_rest(company_of):
    company = company_of()
    charge = sold(company)
    give_back(company, charge, 100)
    company.ship()
    allocated(company)
    give_back(company, charge, 200)
    give_back(company, charge, 700)
    allocated(company)
    assert cancelled(company) == ["Y"]
    assert_settled(company)


def test_a_receipt_that_was_posted_again_is_found_by_its_new_reference(company_of):
    company = company_of()
    charge = sold(company)
    lost = next(row for row in company.documents(kind=Kind.RECEIPT))
    sql(company, f"DELETE FROM ArInvoice WHERE CustomerPoNumber = '{charge}' AND Invoice LIKE '_CRD%'")
    sql(company, f"DELETE FROM ArInvoicePay WHERE Reference = '{charge}'")
    sql(company, f"DELETE FROM GenJournalDetail WHERE Reference = '{charge}'")
    command, _ = company.ask("post_again", number=lost.id, reason="Reversed by mistake.")
    assert command.ok, command.result
    company.run_all()
    give_back(company, charge, 100)
    company.ship()
    the_rest_arrives(company)
    allocated(company)
    assert_settled(company)


@pytest.mark.parametrize("money", ["cashbook", "journal"])
@pytest.mark.parametrize("invoiced", [False, True])
def test_a_converted_refund_leaves_nothing_on_the_account_of_refunds(company_of, money, invoiced):
    company = company_of(refunds__money=money, refunds__credit_rate="yes", refunds__credit="arstin")
    sql(company, "UPDATE AdmTax SET CurTaxRate = 0")
    charge = company.sale(currency="gbp")
    company.run_all()
    if invoiced:
        company.ship()
        allocated(company)
    give_back(company, charge, 400)
    rows = company.rows("GenJournalDetail", "GlCode = '1370-000'")
    assert len(rows) == 2
    assert sum(row.number("EntryValue") for row in rows) == 0
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    assert all(row.holds for row in company.proof())


@pytest.mark.parametrize("again", [None, 800])
def test_money_that_came_back_and_the_rest_of_its_payment_are_given_back_together(company_of, again):
    company = company_of()
    charge = sold(company)
    failed = give_back(company, charge, 300)
    company.stripe.trading.fail_refund(failed)
    company.run_all(6, after_s=DAY_S)
    assert sorted(open_values(company)) == [-7, -3]
    give_back(company, charge, again)
    assert sum(open_values(company)) == (0 if again is None else -2)
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    company.run("reconcile")
    assert company.service.reconciled().report.items == ()
    assert all(row.holds for row in company.proof())
