"""Each posting mode over both sandboxes, from the payment to the proof: no cent is missing, none is booked twice."""

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from connectors.sandbox.stripe import Payment, RefundOrder
from tests.pipeline.modes_stage import DAY_S, DAYS, NOW_AT, site_at

FIRST_LEG_AT = NOW_AT - 12 * DAY_S

#: What becomes of payments in each mode: kind and purpose.
MADE = {
    "orders": {("sales_order", "sale"), ("receipt", "payment"), ("receipt", "money")},
    "invoices": {("ar_document", "sale"), ("receipt", "payment"), ("receipt", "money"), ("ar_document", "credit")},
    "open_invoices": {("receipt", "payment"), ("receipt", "money")},
    "summary": {("journal", "payout")},
}

#: What is made for payments and refunds in any mode.
FOR_SALES = {("sales_order", "sale"), ("ar_document", "sale"), ("receipt", "payment"), ("receipt", "money")}


@pytest.fixture
def site(tmp_path):
    with site_at(tmp_path, FIRST_LEG_AT) as site:
        yield site


def two_legs(site, charges=24):
    """Trade and run, ship and invoice, trade and run again."""
    site.trade(charges, days=DAYS - 12)
    site.run()
    site.ship()
    site.at(NOW_AT).trade(charges // 2, days=12)
    return site.run()


def assert_proven(site):
    rows = site.proof()
    assert set(rows) >= {"usd", "eur", "jpy"}
    assert {name: (row.difference_minor, row.clearing_difference_minor) for name, row in rows.items()} == dict.fromkeys(
        rows, (0, 0)
    )
    assert site.covered_twice() == []
    assert site.documents(state=State.PARKED) == []


@pytest.mark.parametrize("mode", MADE)
def test_the_books_balance_in_every_mode(site, mode):
    site.set(posting__mode=mode)
    two_legs(site)
    assert_proven(site)
    made = site.purposes()
    assert made >= MADE[mode]
    assert made & (FOR_SALES - MADE[mode]) == set()


def test_what_the_journal_of_a_payout_has_booked_is_not_listed_as_unfinished(site):
    site.set(posting__mode="summary")
    two_legs(site)
    listed = {row.name for row in site.home.service().closing().rows}
    settled = site.settled_subjects()
    assert len(settled) > 20
    assert listed & settled == set()
    left = set(site.subjects("posting.summary")) - settled
    assert left
    assert left <= listed


def test_a_day_is_one_journal_a_currency_and_its_payout_only_takes_money_to_the_bank(site):
    site.set(posting__mode="summary", posting__summary="day")
    two_legs(site)
    assert_proven(site)
    days = site.bodies(Kind.JOURNAL, "summary")
    assert len({(body.date, body.currency) for body in days}) == len(days) > 10
    payouts = [line.comment for body in site.bodies(Kind.JOURNAL, "payout") for line in body.lines]
    assert not [comment for comment in payouts if comment.startswith(("sales", "refunds", "disputes"))]


def test_a_day_on_which_all_came_back_that_went_is_posted_and_proven(site):
    site.set(posting__mode="summary", posting__summary="day")
    trading, noon = site.stripe.trading, site.clock.now() - 4 * DAY_S
    charge = trading.charge(5_000, "usd", at=noon, payment=Payment(settle_after_s=60))["id"]
    refund = trading.refund(RefundOrder(charge), at=noon + DAY_S)["id"]
    trading.fail_refund(refund, at=noon + DAY_S + 3600)
    site.run()
    sold, cancelled = sorted(site.bodies(Kind.JOURNAL, "summary"), key=lambda body: body.date)
    assert (len(sold.lines), len(cancelled.lines)) == (4, 4)
    assert {row.state for row in site.documents()} == {State.POSTED}
    assert all(row.holds for row in site.proof().values())


def test_the_cash_book_has_the_payout_and_a_journal_of_its_own_the_sales(site):
    site.set(posting__mode="summary", payouts__route="cashbook")
    two_legs(site)
    assert_proven(site)
    assert site.purposes() >= {("cash_entry", "withdrawal"), ("cash_entry", "deposit-bank"), ("journal", "summary")}


@pytest.mark.parametrize("summary", ["payout", "day"])
def test_a_mode_that_changes_in_the_middle_of_the_trade_counts_from_its_day(site, summary):
    site.set(
        posting__modes_from='{"2026-10-25": "summary", "2026-11-05": "invoices", "2026-11-12": "open_invoices"}',
        posting__summary=summary,
    )
    two_legs(site, charges=40)
    assert_proven(site)
    days = {
        purpose: {body.payment_date if kind is Kind.RECEIPT else body.date for body in site.bodies(kind, purpose)}
        for kind, purpose in ((Kind.RECEIPT, "payment"), (Kind.AR_DOCUMENT, "sale"))
    }
    assert not [day for day in days["payment"] if "2026-10-25" <= day < "2026-11-05"]
    assert days["sale"]
    assert {day for day in days["sale"] if not "2026-11-05" <= day < "2026-11-12"} == set()


def test_changing_the_mode_for_all_days_at_once_books_nothing_twice(site):
    site.set(posting__mode="summary")
    site.trade(24, days=DAYS - 12)
    site.run()
    site.set(posting__mode="orders")
    site.at(NOW_AT).trade(12, days=12)
    site.run()
    for subject in site.subjects("posting.summary"):
        site.home.service().retry(subject)
    site.run()
    assert_proven(site)


def test_payments_wait_for_their_money_where_they_are_posted_on_settlement(site):
    site.set(posting__when="settlement")
    site.trade(12, days=1)
    site.run()
    waiting = site.codes()["posting.not_available"]
    assert waiting
    site.at(FIRST_LEG_AT + 8 * DAY_S).run()
    assert "posting.not_available" not in site.codes()
    assert_proven(site)
