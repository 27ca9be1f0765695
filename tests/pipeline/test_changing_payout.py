"""A payout whose list changes while it is read page by page: read again or held, never posted wrong."""

from urllib.parse import parse_qs

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from tests.pipeline.company import DAY_S, Company

SALES = 130  # two pages


class BetweenPages:
    """Stands before the sandbox and does something before each later page of a payout's list is answered."""

    def __init__(self, app):
        self._app = app
        self.before_page = lambda _number: None
        self.pages = 0

    async def __call__(self, scope, receive, send):
        query = parse_qs(scope.get("query_string", b"").decode())
        if scope.get("path") == "/v1/balance_transactions" and "payout" in query:
            self.pages += 1
            self.before_page(self.pages)
        await self._app(scope, receive, send)


@pytest.fixture
def company(tmp_path):
    fronts = []

    def front(app):
        fronts.append(BetweenPages(app))
        return fronts[0]

    made = Company(tmp_path, front=front)
    made.front = fronts[0]
    yield made
    made.close()


def paid_out(company):
    """Many sales and their payout; return its id and the ids of its movements, newest first."""
    for number in range(SALES):
        company.sale(1000 + number, "usd", at=company.clock.now() - 8 * DAY_S + number)
    company.run_all(rounds=12)
    (payout,) = company.stripe.account.run_payouts(currencies=["usd"])
    company.stripe.account.complete_reconciliation(payout["id"])
    rows = company.stripe.engine.store.rows(
        "SELECT id FROM money WHERE payout = ? ORDER BY rowid DESC", (payout["id"],)
    )
    return payout["id"], [row[0] for row in rows if row[0] != payout["balance_transaction"]]


def put(company, movement, payout):
    company.stripe.account.ledger.assign([movement], payout)


def work(company):
    company.run("sweep", after_s=120)
    company.run_all()


def documents(company, payout):
    return [row for row in company.documents() if row.stripe_id == payout]


def test_a_list_that_was_whole_again_a_moment_later_is_read_once_more_and_posted_right(company):
    payout, movements = paid_out(company)
    gone = movements[-1]  # of the second page
    company.front.before_page = lambda number: put(company, gone, "" if number == 2 else payout)
    work(company)
    assert company.front.pages >= 4
    (journal,) = documents(company, payout)
    assert journal.state is State.POSTED
    (row,) = company.proof()
    assert (row.difference_minor, row.clearing_difference_minor, row.posted_minor) == (0, 0, 0)


def test_a_list_that_lacks_a_movement_for_good_holds_the_payout_and_says_by_how_much(company):
    payout, movements = paid_out(company)
    company.front.before_page = lambda number: put(company, movements[-1], "") if number == 2 else None
    work(company)
    decided = company.decision(payout)
    assert (decided.outcome, decided.reason_code) == (Outcome.HELD, "payout.difference")
    assert "USD less than left. Press Retry, which reads Stripe's list again" in decided.reason
    assert documents(company, payout) == []
    (row,) = company.proof()
    assert (row.difference_minor, row.clearing_difference_minor) == (0, 0)


def test_a_list_that_never_stands_still_holds_the_payout(company):
    payout, movements = paid_out(company)
    company.front.before_page = lambda number: put(company, movements[-1 - number], "" if number % 2 == 0 else payout)
    work(company)
    assert company.decision(payout).reason_code == "payout.difference"
    assert documents(company, payout) == []
    company.front.before_page = lambda _: None
    for movement in movements:
        put(company, movement, payout)
    company.ask("retry", what=payout)
    company.run_all()
    (journal,) = documents(company, payout)
    assert journal.state is State.POSTED
    (row,) = company.proof()
    assert (row.difference_minor, row.clearing_difference_minor, row.posted_minor) == (0, 0, 0)
