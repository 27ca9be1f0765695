"""Periods: which month a document goes to, with both dates kept, and what will not fit before one closes."""

import pytest

from agent.domain.decisions import Outcome
from agent.domain.kinds import Kind
from connectors.sandbox.stripe import RefundOrder
from connectors.sandbox.syspro.periods import month_end
from tests.pipeline.company import DAY_S, NOW_AT, Company


@pytest.fixture
def company_of(tmp_path):
    """Open a company with the settings of a test; its current month is December when it is December."""
    opened = []

    def make(**rest):
        company = Company(tmp_path, **rest)
        opened.append(company)
        while company.rows("ArControl")[0].whole("ArUpdMonth") != 12:
            month_end(company.syspro.books)
        return company

    yield make
    for company in opened:
        company.close()


def receipt(company):
    return company.body(company.documents(kind=Kind.RECEIPT)[0])


def booked(company):
    return sorted({(row.whole("TrnYear"), row.whole("TrnMonth")) for row in company.rows("ArInvoicePay")})


def test_a_receipt_goes_to_its_own_month_where_the_policy_says_so(company_of):
    company = company_of(periods__receivables="own")
    company.sale(at=NOW_AT - 2 * DAY_S)  # 29 November
    company.run_all()
    assert (receipt(company)["posting_period"], receipt(company)["payment_date"]) == ("P", "2026-11-29")
    assert booked(company) == [(2026, 11)]
    assert receipt(company)["notation"].endswith(company.documents()[0].stripe_id)


def test_a_day_beyond_reach_is_booked_in_the_open_month_and_keeps_its_day(company_of):
    company = company_of(periods__receivables="own")
    company.sale(at=NOW_AT - 40 * DAY_S)  # 22 October is before previous
    company.sale(at=NOW_AT - 65 * DAY_S)  # 27 September is not reached
    company.set("stripe.start_on", "2026-09-01")
    company.run_all(10)
    found = {body["payment_date"]: body for body in map(company.body, company.documents(kind=Kind.RECEIPT))}
    assert found["2026-10-22"]["posting_period"] == "B"
    assert found["2026-09-27"]["posting_period"] == "C"
    assert found["2026-09-27"]["notation"].endswith(" of 2026-09-27")


def test_a_payment_of_a_closed_month_is_held_where_the_policy_says_so_and_retried(company_of):
    company = company_of(periods__receivables="hold")
    charge = company.sale(at=NOW_AT - 2 * DAY_S)
    company.run_all()
    decision = company.decision(charge)
    assert (decision.outcome, decision.reason_code) == (Outcome.HELD, "period.closed")
    assert "2026-11-29 is in another month" in decision.reason
    company.set("periods.receivables", "current")
    company.ask("retry", what=charge)
    company.run_all()
    assert receipt(company)["posting_period"] == "C"


def test_the_periods_are_not_read_where_no_policy_needs_them(company_of):
    company = company_of()
    charge = company.sale()
    company.run_all()
    facts = company.store.reports.facts(company.decision(charge).facts_id)
    assert facts.erp.periods is None


@pytest.mark.parametrize("money", ["receipt", "cashbook"])
def test_a_refund_goes_to_its_own_month_as_well(company_of, money):
    company = company_of(periods__receivables="own", refunds__money=money)
    charge = company.sale(at=NOW_AT - 40 * DAY_S)
    company.stripe.trading.refund(RefundOrder(charge), at=NOW_AT - 3 * DAY_S)
    company.run_all(12)
    paid = next(row for row in company.documents(text="re_") if row.purpose == "money")
    assert (paid.state.value, company.body(paid)["posting_period"]) == ("posted", "P")


def test_the_open_months_are_read_and_what_waits_is_listed_with_its_day(company_of):
    company = company_of(periods__receivables="hold", orders__catch_all="")
    company.sale(at=NOW_AT - 2 * DAY_S)
    company.sale(at=NOW_AT - 3600)
    company.run_all()
    company.run("periods")
    found = company.service.closing()
    assert (found.ledger_end, found.receivables_end) == ("2026-12-31", "2026-12-31")
    assert [(row.what, row.state, row.day) for row in found.rows] == [
        ("decision", "held", "2026-11-29"),
        ("document", "parked", "2026-12-01"),
    ]
    assert found.read_at == company.clock.now()


def test_what_is_posted_is_not_listed(company_of):
    company = company_of()
    company.sale()
    company.run_all()
    assert company.service.closing().rows == ()
