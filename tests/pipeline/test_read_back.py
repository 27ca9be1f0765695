"""Posted documents are read again in SYSPRO whatever their age: what is altered is named, and forgotten once repaired."""

import json

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.domain.marks import RECONCILED
from agent.domain.reconciliation import Asked, Wish
from connectors.sandbox.stripe.refunds import RefundOrder
from jobs.reconcile import ask
from tests.pipeline.company import DAY_S, NOW_AT, Company

CENT = "UPDATE ArInvoicePay SET PostValue = PostValue {change} WHERE trim(Reference) = ?"


@pytest.fixture
def make(tmp_path):
    """Make a company with these settings; it is closed at the end."""
    made = []

    def build(**settings):
        made.append(Company(tmp_path, **settings))
        return made[-1]

    yield build
    for company in made:
        company.close()


def alter(company, sql, *values):
    with company.syspro.locked():
        assert company.syspro.books.connection.execute(sql, values).rowcount == 1


def open_ones(company):
    return sorted(row.subject for row in company.store.reports.discrepancies())


def told(company):
    return json.loads(company.store.marks.get(RECONCILED))["report"]


def converted(company, at=NOW_AT - 3 * DAY_S):
    """A payment in pounds, whose receipt clearing knows only as the ledger has it."""
    charge = company.sale(10_000, "gbp", at=at)
    company.run("sweep")
    company.run_all()
    return charge


def test_what_is_altered_after_the_days_of_reconciliation_is_named(make):
    company = make()
    charge = converted(company)
    dollars = company.sale(10_000, "usd", at=NOW_AT - 3 * DAY_S)
    company.run("sweep")
    company.run_all()
    company.ship()
    company.run("allocate")
    company.run_all()
    refund = company.stripe.trading.refund(RefundOrder(dollars, 4000), at=NOW_AT)
    company.run("sweep")
    company.run_all()
    company.clock.advance(40 * DAY_S)
    alter(company, CENT.format(change="- 700"), charge)
    alter(
        company,
        "UPDATE ArInvoice SET CurrencyValue = CurrencyValue - 700"
        " WHERE DocumentType = 'C' AND trim(CustomerPoNumber) LIKE 're_%'",
    )
    company.run("reconcile")
    named = " ".join(open_ones(company))
    assert charge in named
    assert refund["id"] in named
    assert told(company)["altered"] == 2


def test_what_was_repaired_long_after_it_was_found_is_closed(make):
    company = make()
    charge = converted(company)
    alter(company, CENT.format(change="- 1"), charge)
    company.run("reconcile")
    assert [charge in subject for subject in open_ones(company)] == [True]
    company.clock.advance(40 * DAY_S)
    company.run("reconcile")
    assert [charge in subject for subject in open_ones(company)] == [True]
    alter(company, CENT.format(change="+ 1"), charge)
    company.run("reconcile")
    assert open_ones(company) == []


def test_the_result_says_up_to_where_it_was_read_back(make):
    company = make()
    converted(company)
    company.run("reconcile")
    first = told(company)["reread"]
    assert first["read"] > 0
    assert (first["older"], first["older_read"], first["cut_short"]) == (0, 0, False)
    company.clock.advance(40 * DAY_S)
    company.run("reconcile")
    later = told(company)["reread"]
    assert later["since_at"] == company.clock.now() - 35 * DAY_S
    assert (later["older"], later["older_read"], later["older_up_to_at"]) == (first["read"], first["read"], 0)


def test_an_older_day_that_is_asked_for_is_read_from_there_on_in_full(make):
    company = make()
    converted(company)
    company.clock.advance(40 * DAY_S)
    now = company.clock.now()
    ask(company.store.marks, Asked(1, Wish(NOW_AT - 5 * DAY_S, now + 1)), now)
    company.run("reconcile")
    reread = told(company)["reread"]
    assert (reread["since_at"], reread["older"]) == (NOW_AT - 5 * DAY_S, 0)
    assert reread["read"] > 0


def test_what_is_open_of_an_order_that_we_cancelled_since_is_closed(make):
    company = make()
    charge = company.sale(10_000, "usd", at=NOW_AT - 3 * DAY_S)
    company.run("sweep")
    company.run_all()
    alter(company, "UPDATE SorMaster SET CustomerName = 'Somebody else' WHERE trim(CustomerPoNumber) = ?", charge)
    company.run("reconcile")
    assert [charge in subject for subject in open_ones(company)] == [True]
    company.stripe.trading.refund(RefundOrder(charge), at=company.clock.now())
    company.run("sweep")
    company.run_all()
    assert [row.state for row in company.documents(kind=Kind.ORDER_CANCEL)] == [State.POSTED]
    company.run("reconcile")
    assert open_ones(company) == []
