"""What is given back of a sale after SYSPRO has reckoned the tax of one note: all the tax comes back, to the cent."""

from decimal import Decimal

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from connectors.sandbox.stripe import RefundOrder
from tests.pipeline.company import DAY_S
from tests.pipeline.test_refund_reversal import TAX, company_of, give_back_first_line, ledger, sold, sql, troubles

__all__ = ["company_of"]


def given_back_first_line(company):
    """Sell five lines for 60.18 with 10.04 of tax; give back 12.02 for the first, of which SYSPRO says 2.00 is tax."""
    charge = sold(company)
    give_back_first_line(company, charge)
    company.run_all(after_s=DAY_S)
    assert troubles(company) == []
    return charge


def assert_all_is_back(company):
    assert troubles(company) == []
    assert ledger(company)[TAX] == 0
    company.run("reconcile")
    assert not company.store.reports.discrepancies()


@pytest.mark.parametrize("money", ["receipt", "journal", "cashbook"])
def test_the_rest_that_is_given_back_has_the_rest_of_the_tax(company_of, money):
    company = company_of(refunds__money=money)
    charge = given_back_first_line(company)
    company.stripe.trading.refund(RefundOrder(charge))
    company.run_all(8, after_s=DAY_S)
    assert_all_is_back(company)


def test_the_rest_in_two_parts_has_the_rest_of_the_tax(company_of):
    company = company_of()
    charge = given_back_first_line(company)
    for amount in (2001, None):
        company.stripe.trading.refund(RefundOrder(charge, amount))
        company.run_all(8, after_s=DAY_S)
    assert_all_is_back(company)


def test_a_lost_dispute_of_the_rest_credits_the_rest_of_the_tax(company_of):
    company = company_of(disputes__lost="credit_note")
    charge = given_back_first_line(company)
    dispute = company.stripe.trading.dispute(charge, amount=6018 - 1202)["id"]
    company.run_all(4, after_s=DAY_S)
    company.stripe.trading.close_dispute(dispute, won=False)
    company.run_all(8, after_s=10 * DAY_S)
    assert_all_is_back(company)


def test_what_was_given_back_before_the_invoice_is_credited_with_the_rest_of_the_tax(company_of):
    company = company_of(receipts__allocate="none")
    charge = company.sale(6018, lines="BOLT-M8X20*1@10.02" + ";BOLT-M8X20*1@10.03" * 4)
    company.run_all()
    company.stripe.trading.refund(RefundOrder(charge, 6018 - 1202))
    company.run_all(after_s=DAY_S)
    company.ship()
    give_back_first_line(company, charge)
    company.run_all(8, after_s=DAY_S)
    for _ in range(4):
        company.run("allocate", "translate", "post", after_s=5)
    assert_all_is_back(company)


def test_a_note_that_cannot_be_read_holds_the_next_refund_until_a_person_retries(company_of):
    company = company_of()
    charge = given_back_first_line(company)
    sql(company, "UPDATE ArInvoice SET Customer = '~' || Customer WHERE DocumentType = 'C'")
    refund = company.stripe.trading.refund(RefundOrder(charge))["id"]
    company.run_all(8, after_s=DAY_S)
    held = company.decision(refund)
    assert (held.outcome.value, held.reason_code) == ("held", "refund.tax_unknown")
    assert "SYSPRO does not show it on the customer's account" in held.reason
    sql(company, "UPDATE ArInvoice SET Customer = substr(Customer, 2) WHERE DocumentType = 'C'")
    company.ask("retry", what=refund)
    company.run_all(8)
    assert_all_is_back(company)


def test_the_note_of_the_rest_says_what_syspro_left(company_of):
    company = company_of()
    charge = given_back_first_line(company)
    company.stripe.trading.refund(RefundOrder(charge))
    company.run_all(8, after_s=DAY_S)
    [note] = company.documents(kind=Kind.AR_DOCUMENT)
    assert (note.state, company.body(note)["tax"]["minor"]) == (State.POSTED, int(Decimal("8.04") * 100))
