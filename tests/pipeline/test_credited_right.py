"""No credit note goes to SYSPRO that is known to come to another amount than the refund."""

import pytest

from agent.domain.documents import State
from connectors.sandbox.stripe import RefundOrder
from tests.pipeline.company import DAY_S, NOW_AT, Company


@pytest.fixture
def company_of(tmp_path):
    """Open a company with the settings of a test."""
    opened = []

    def make(**settings):
        opened.append(Company(tmp_path, **settings))
        return opened[-1]

    yield make
    for company in opened:
        company.close()


def sold_and_invoiced(company, amount, **metadata):
    charge = company.sale(amount, metadata=metadata)
    company.run_all()
    company.ship()
    company.run("allocate")
    company.run_all()
    assert {row.state for row in company.documents()} == {State.POSTED}, [row.reason for row in company.documents()]
    return charge


def give_back(company, charge, amount, **fields):
    refund = company.stripe.trading.refund(RefundOrder(charge, amount, **fields), at=NOW_AT)["id"]
    company.run_all(6, after_s=DAY_S)
    return company.decision(refund), [row for row in company.documents() if row.stripe_id == refund]


def credits_of(company):
    rows = company.rows("ArInvoice", "DocumentType = 'C'")
    return [int(row.number("CurrencyValue") * 100) for row in rows if row.text("SalesOrder")]


@pytest.mark.parametrize("money", ["receipt", "cashbook", "journal"])
def test_named_lines_of_another_value_are_held_before_anything_is_sent(company_of, money):
    company = company_of(refunds__money=money)
    charge = sold_and_invoiced(company, 10_000)
    decision, documents = give_back(company, charge, 3000, metadata={"syspro_invoice_lines": "1"})
    assert (decision.reason_code, documents) == ("refund.lines_differ", [])
    assert "come to 100.00 USD and are taken back whole; 30.00 USD are given back" in decision.reason
    assert credits_of(company) == []
    assert all(row.holds for row in company.proof())


def test_named_lines_of_the_value_that_is_given_back_are_credited(company_of):
    company = company_of()
    charge = sold_and_invoiced(company, 10_000)
    _, documents = give_back(company, charge, 10_000, metadata={"syspro_invoice_lines": "1"})
    assert {row.state for row in documents} == {State.POSTED}
    assert credits_of(company) == [-10_000]
    company.run("reconcile")
    assert not company.store.reports.discrepancies()


def test_a_free_form_credit_of_a_taxed_sale_is_held_before_anything_is_sent(company_of):
    company = company_of(refunds__credit="sortch", refunds__money="cashbook")
    # The demo company takes 8.25 % of these screws; a line of SORTCL bears none.
    charge = sold_and_invoiced(company, 10_825, syspro_lines="BOLT-M8X40*1@100", tax="8.25")
    decision, documents = give_back(company, charge, 3000)
    assert (decision.reason_code, documents) == ("refund.note_differs", [])
    assert "30.00 USD are given back" in decision.reason
    assert credits_of(company) == []
    assert all(row.holds for row in company.proof())
