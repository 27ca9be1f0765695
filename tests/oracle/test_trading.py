"""Months of trade over both sandboxes, the agent's real jobs in between, and an oracle that shares no code with them.

`pytest tests/oracle --months 24 --runs 5 --seed 1` runs long; a failure names its seed, which makes the same trade again.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.trading import Payment
from tests.oracle.compare import differences
from tests.oracle.conftest import CHARGES_A_MONTH
from tests.oracle.modes import MODES
from tests.oracle.stage import opened, run_course
from tests.oracle.terms import NAMES, SUSPENSE

#: What stays held when every category is mapped: all of it is in the oracle's own list.
NEEDS_A_PERSON = {"payment.taken_back", "payment.connect"}

#: What a person gives the categories that nobody has thought of.
LATE_CODE = SUSPENSE


def nothing_differs(site, seed):
    if found := site.differences():
        shown = "\n".join(found[:40])
        pytest.fail(f"Seed {seed}: {len(found)} differences after {site.passes} passes.\n{shown}", pytrace=False)


def run_and_compare(path, seed, months, *, charges=None, **choices):
    """Trade, compare, let a person map what is held, and compare again; return both sides as they ended.

    ``choices`` are those of `stage.opened`.
    """
    with opened(path, seed, **choices) as site:
        run_course(site, seed=seed, months=months, charges=charges or months * CHARGES_A_MONTH)
        nothing_differs(site, seed)
        site.map(dict.fromkeys(unmapped(site), LATE_CODE))
        nothing_differs(site, seed)
        assert {row.reason_code for row in site.home.store.reports.held("A")} <= NEEDS_A_PERSON
        return site.account(), site.company(), site.terms()


def unmapped(site):
    """The accounts that nobody has given a ledger code."""
    account, terms = site.account(), site.terms()
    found = {one.category for one in account.moved if terms.code_of(one.category, one.currency) is None}
    return {NAMES.get(category, category) for category in found - NOT_MAPPED}


#: Categories with objects of their own, and Stripe's own fees: their accounts have other names.
NOT_MAPPED = {
    *("charge", "partial_capture_reversal", "refund", "refund_failure", "dispute", "dispute_reversal"),
    *("payout", "payout_reversal", "fee", "network_cost", "tax"),
}


@pytest.mark.parametrize("mode", MODES)
def test_months_of_trade_leave_no_difference(tmp_path, course_seeds, months, mode):
    for seed in course_seeds:
        run_and_compare(tmp_path / str(seed), seed, months, mode=mode)


#: Further ways to post: mode, route of payouts, and what one journal sums up.
WAYS = (
    ("orders", "bank_charges", "payout"),
    ("orders", "cashbook", "payout"),
    ("summary", "bank_charges", "payout"),
    ("summary", "cashbook", "payout"),
    ("summary", "journal", "day"),
)


@pytest.mark.parametrize(("mode", "route", "summary"), WAYS)
def test_other_routes_and_sums_leave_no_difference(tmp_path, course_seeds, request, mode, route, summary):
    months = request.config.getoption("months")
    for seed in course_seeds:
        way = {"mode": mode, "route": route, "summary": summary}
        run_and_compare(tmp_path / str(seed), seed, months or 1, charges=None if months else 25, **way)


@pytest.mark.parametrize("mode", MODES)
def test_trade_over_broken_lines_leaves_no_difference(tmp_path, course_seeds, log_watch, request, mode):
    log_watch.expect("job stopped early")
    months = request.config.getoption("months")
    for seed in course_seeds:
        run_and_compare(tmp_path / str(seed), seed, months or 1, mode=mode, charges=None if months else 25, faults=True)


@pytest.mark.parametrize("invoiced", [False, True])
def test_what_came_back_can_be_given_back_again(tmp_path, invoiced):
    """Money that came back stands on account under the refund's reference; its invoice is credited already."""
    with opened(tmp_path, 1) as site:
        trading = site.stripe.trading
        charge = trading.charge(5000, "usd", at=site.tomorrow(), payment=Payment(settle_after_s=60))["id"]
        site.work()
        site.ship(Decimal(int(invoiced)), 1)
        first = trading.refund(RefundOrder(charge), at=site.tomorrow())["id"]
        site.work()
        trading.fail_refund(first, at=site.tomorrow())
        site.work()
        nothing_differs(site, "none: the first refund")
        trading.refund(RefundOrder(charge), at=site.tomorrow())
        site.work()
        nothing_differs(site, "none: the second refund")


# ---------------------------------------------------------------- the oracle itself can fail


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Both sides of a short course without a difference."""
    return run_and_compare(tmp_path_factory.mktemp("books"), 7, 1, charges=50)


def with_first(rows, fits, **changes):
    """The rows with the first that fits changed, or left out where nothing is to change."""
    place = next(place for place, row in enumerate(rows) if fits(row))
    return [*rows[:place], *([replace(rows[place], **changes)] if changes else []), *rows[place + 1 :]]


def again(rows, fits):
    return [*rows, next(row for row in rows if fits(row))]


SPOILERS = {
    "a receipt is missing": ("receipts", lambda rows: with_first(rows, lambda row: row.reference.startswith("ch_"))),
    "a receipt stands twice": ("receipts", lambda rows: again(rows, lambda row: row.reference.startswith("ch_"))),
    "a receipt is net": ("receipts", lambda rows: with_first(rows, lambda row: row.value > 0, value=1)),
    "money out has another day": (
        "receipts",
        lambda rows: with_first(rows, lambda row: row.reference.endswith(".M"), day="2024-01-01"),
    ),
    "an order is missing": ("orders", lambda rows: with_first(rows, lambda row: row.kind == "O")),
    "an order stands twice": ("orders", lambda rows: again(rows, lambda row: row.kind == "O")),
    "an order is cancelled": (
        "orders",
        lambda rows: with_first(rows, lambda row: row.kind == "O" and not row.cancelled, cancelled=True),
    ),
    "a cancelled order lives": ("orders", lambda rows: with_first(rows, lambda row: row.cancelled, cancelled=False)),
    "a credit note is for less": (
        "documents",
        lambda rows: with_first(rows, lambda row: row.kind == "C" and row.number[0] != "_", value=-1),
    ),
    "a credit note is for a sale that never was": (
        "documents",
        lambda rows: [*rows, replace(rows[0], kind="C", number="999999")],
    ),
    "an invoice stays open": (
        "documents",
        lambda rows: with_first(rows, lambda row: row.kind == "I" and row.order, balance=100),
    ),
    "what left before the invoice is not credited": (
        "documents",
        lambda rows: with_first(rows, lambda row: row.kind == "C" and row.reference.endswith(".PC"), value=0),
    ),
    "a loss has the day of the withdrawal": (
        "ledger",
        lambda rows: [replace(row, day="2024-01-01") if row.reference.endswith(".L") else row for row in rows],
    ),
    "a payout's fee is missing": ("ledger", lambda rows: with_first(rows, lambda row: row.code == "6110-000")),
    "a payout stands twice": (
        "ledger",
        lambda rows: [*rows, *(row for row in rows if row.reference == first_payout(rows))],
    ),
    "a dispute is no loss": ("ledger", lambda rows: with_first(rows, lambda row: row.code == "6200-000")),
    "a reserve is income": (
        "ledger",
        lambda rows: with_first(rows, lambda row: row.code == "1420-000", code="4100-000"),
    ),
    "somebody else's posting": (
        "ledger",
        lambda rows: [*rows, replace(rows[0], code="1310-000", reference="BY HAND", local=5, value=5)],
    ),
}


def first_payout(rows):
    return next(row.reference for row in rows if row.reference.startswith("po_"))


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_the_oracle_notices_when(books, spoiler):
    account, company, terms = books
    assert differences(account, company, terms) == []
    table, spoil = SPOILERS[spoiler]
    assert differences(account, replace(company, **{table: spoil(getattr(company, table))}), terms)
