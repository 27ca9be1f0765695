"""Money that Stripe converted goes from the customer's account to the invoice in the bank that its receipt went into."""

import json

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from tests.pipeline.company import Company


@pytest.fixture
def company(tmp_path):
    """A company that has no clearing bank for pounds, for the Stripe account holds none."""
    made = Company(tmp_path)
    made.banks = made.home.values().table("receipts.bank")
    made.set("receipts.bank", json.dumps({name: bank for name, bank in made.banks.items() if name != "gbp"}))
    yield made
    made.close()


def test_money_that_stripe_converted_is_allocated_in_the_bank_it_went_into(company):
    charge = company.sale(currency="gbp")
    company.run_all()
    company.ship()
    company.run("allocate", "translate", "post")
    company.run("allocate", "translate", "post")
    assert [row.state for row in company.documents(text=f"{charge}.P")] == [State.POSTED]
    made = company.store.outbox.about([charge, f"{charge}.P"])
    assert {one.draft.body.bank for one in made if one.draft.key.kind is Kind.RECEIPT} == {company.banks["usd"]}
    rows = company.rows("ArInvoice", "Invoice LIKE '~_CRD%' ESCAPE '~' OR CustomerPoNumber LIKE 'ch_%'")
    assert [row.number("InvoiceBal1") for row in rows] == [0, 0]
