"""A backup of our own database is put back: what SYSPRO has already is adopted, and nothing else is made beside it."""

import sqlite3

import pytest

from agent.domain.documents import State
from connectors.sandbox.stripe.refunds import RefundOrder
from tests.pipeline.company import Company

TABLES = ("ArInvoice", "ArInvoicePay", "SorMaster", "GenJournalDetail")


@pytest.fixture
def company(tmp_path):
    made = Company(tmp_path)
    yield made
    made.close()


def copy_of(company):
    """A copy of our database as it is now."""
    backup = sqlite3.connect(":memory:")
    company.store._connections.current().conn.backup(backup)
    return backup


def rows(company):
    return {table: len(company.rows(table)) for table in TABLES}


def restored(company, backup):
    backup.backup(company.store._connections.current().conn)
    backup.close()
    company.start()
    company.run_all(after_s=60)


def kinds(company):
    made = [row for row in company.documents() if row.stripe_id.startswith("re_")]
    assert {row.state for row in made} == {State.POSTED}
    return [row.kind.value for row in made]


@pytest.mark.parametrize("money", ["receipt", "journal"])
@pytest.mark.parametrize(("amount", "shipped"), [(None, False), (300, False), (300, True)])
def test_a_refund_of_before_the_invoice_is_adopted_as_it_was_posted(company, amount, shipped, money):
    company.set("refunds.money", money)
    charge = company.sale(1000, "usd")
    company.run_all()
    backup = copy_of(company)
    company.stripe.trading.refund(RefundOrder(charge, amount), at=company.clock.now())
    company.run_all()
    posted = kinds(company)
    if shipped:
        company.ship()
        company.run_all()
    before = rows(company)
    restored(company, backup)
    assert kinds(company) == posted
    assert rows(company) == before
    assert {row.difference_minor or row.clearing_difference_minor for row in company.proof()} == {0}
    assert not company.store.reports.discrepancies()
