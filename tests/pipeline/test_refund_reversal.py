"""A refund that fails after SYSPRO has reckoned the tax of its credit note, read back from SYSPRO's own ledger."""

from decimal import Decimal

import pytest

from agent.domain.cases.reversal import UNKNOWN
from agent.domain.documents import State
from agent.domain.kinds import Kind
from connectors.sandbox.stripe import RefundOrder
from tests.pipeline.company import DAY_S, Company

TAX = "2200-000"
CODES = ("1310-000", "1100-000", TAX)

#: SYSPRO taxes the first line with 2.00 of its 20 %; its share of all the tax, 10.04 of 60.18, is 2.01.
LINES = "BOLT-M8X20*1@10.02" + ";BOLT-M8X20*1@10.03" * 4


@pytest.fixture
def company_of(tmp_path):
    """Open a company with the settings of a test, where everything is taxed with a fifth."""
    opened = []

    def make(**rest):
        company = Company(tmp_path, **{"orders__tax_rates": '{"A": "20", "E": "0"}'} | rest)
        opened.append(company)
        sql(company, "UPDATE AdmTax SET CurTaxRate = 200000")
        return company

    yield make
    for company in opened:
        company.close()


def sql(company, text):
    with company.syspro.locked():
        company.syspro.connection.execute(text)
        company.syspro.connection.commit()


def sold(company, amount=6018):
    charge = company.sale(amount, lines=LINES)
    company.run_all()
    company.ship()
    company.run("allocate")
    company.run_all()
    assert troubles(company) == []
    return charge


def give_back_first_line(company, charge):
    """Give back 12.02 for the first line; what SYSPRO makes of it has 2.00 of tax."""
    order = RefundOrder(charge, 1202, metadata={"syspro_invoice_lines": "1"})
    return company.stripe.trading.refund(order)["id"]


def fail(company, refund, rounds=6):
    company.stripe.trading.fail_refund(refund)
    company.run_all(rounds, after_s=DAY_S)


def troubles(company):
    return [f"{row.kind} {row.purpose}: {row.reason}" for row in company.documents() if row.state is not State.POSTED]


def ledger(company):
    """What clearing, receivables and tax stand at."""
    rows = company.rows("GenJournalDetail")
    return {
        code: sum((row.number("EntryValue") for row in rows if row.text("GlCode") == code), Decimal(0))
        for code in CODES
    }


def debit_of(company):
    [debit] = [row for row in company.documents(kind=Kind.AR_DOCUMENT) if row.purpose == "debit"]
    return debit


@pytest.mark.parametrize("money", ["receipt", "journal", "cashbook"])
def test_a_refund_of_one_line_that_fails_leaves_no_cent_in_tax(company_of, money):
    company = company_of(refunds__money=money)
    charge = sold(company)
    before = ledger(company)
    refund = give_back_first_line(company, charge)
    company.run_all(after_s=DAY_S)
    assert before[TAX] - ledger(company)[TAX] == Decimal("-2.00")
    fail(company, refund)
    after = ledger(company)
    assert troubles(company) == []
    assert after == before
    company.run("reconcile")
    assert not company.store.reports.discrepancies()


def test_a_free_form_credit_note_is_reversed_with_what_syspro_has_of_it(company_of):
    company = company_of(refunds__credit="sortch", orders__tax_rates='{"A": "0", "E": "0"}')
    sql(company, "UPDATE AdmTax SET CurTaxRate = 0")
    charge = sold(company, 5014)
    before = ledger(company)
    refund = company.stripe.trading.refund(RefundOrder(charge, 1002))["id"]
    company.run_all(8, after_s=DAY_S)
    assert [row.state for row in company.documents(kind=Kind.CREDIT_NOTE)] == [State.POSTED]
    fail(company, refund, rounds=8)
    assert (debit_of(company).state, troubles(company), ledger(company)) == (State.POSTED, [], before)


def test_the_reversal_waits_while_the_credit_note_is_still_on_its_way(company_of):
    company = company_of()
    charge = sold(company)
    before = ledger(company)
    refund = give_back_first_line(company, charge)
    company.run("poll", "translate", "post", after_s=DAY_S)
    states = {row.kind: row.state for row in company.documents(text=refund)}
    assert (states[Kind.INVOICE_CREDIT], states[Kind.ORDER_INVOICE]) == (State.POSTED, State.PENDING)
    company.stripe.trading.fail_refund(refund)
    company.run("poll", "translate", after_s=5)
    assert company.documents(kind=Kind.AR_DOCUMENT) == []
    company.run_all(8, after_s=DAY_S)
    company.run_all(8, after_s=DAY_S)
    assert troubles(company) == []
    assert (debit_of(company).state, ledger(company)) == (State.POSTED, before)


def test_a_credit_note_that_syspro_does_not_show_holds_the_reversal_until_a_person_retries(company_of):
    company = company_of()
    charge = sold(company)
    before = ledger(company)
    refund = give_back_first_line(company, charge)
    company.run_all(after_s=DAY_S)
    credited = ledger(company)
    sql(company, "UPDATE ArInvoice SET Customer = '~' || Customer WHERE DocumentType = 'C'")
    fail(company, refund)
    debit = debit_of(company)
    assert (debit.state, debit.reason_code) == (State.PARKED, UNKNOWN)
    assert "SYSPRO does not show it on the customer's account" in debit.reason
    assert ledger(company) == credited
    sql(company, "UPDATE ArInvoice SET Customer = substr(Customer, 2) WHERE DocumentType = 'C'")
    company.ask("retry", what=str(debit.id))
    company.run_all()
    assert troubles(company) == []
    assert ledger(company) == before


def test_what_is_given_back_after_a_refund_that_failed_has_all_the_tax_of_the_invoice(company_of):
    company = company_of(refunds__credit="auto")
    charge = sold(company)
    refund = give_back_first_line(company, charge)
    company.run_all(after_s=DAY_S)
    fail(company, refund)
    company.stripe.trading.refund(RefundOrder(charge))
    company.run_all(8, after_s=DAY_S)
    assert troubles(company) == []
    assert ledger(company)[TAX] == 0
    company.run("reconcile")
    assert not company.store.reports.discrepancies()
