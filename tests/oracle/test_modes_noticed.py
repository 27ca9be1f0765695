"""The oracle itself can fail, in each mode other than the first: a spoiled book is noticed."""

from dataclasses import replace

import pytest

from tests.oracle.compare import differences
from tests.oracle.syspro_side import Receipt
from tests.oracle.test_trading import again, first_payout, run_and_compare, with_first


def first_day(rows):
    return next(row.reference for row in rows if row.reference.startswith("day_"))


def of_ours(row):
    return row.reference.endswith(".I")


SPOILERS = {
    "invoices": {
        "an invoice is missing": ("documents", lambda rows: with_first(rows, of_ours)),
        "an invoice is for less": ("documents", lambda rows: with_first(rows, of_ours, value=1)),
        "an invoice stands twice": (
            "documents",
            lambda rows: [*rows, replace(next(row for row in rows if of_ours(row)), number="999999")],
        ),
        "an invoice stays open": ("documents", lambda rows: with_first(rows, of_ours, balance=100)),
        "an invoice has another day": (
            "documents",
            lambda rows: with_first(rows, of_ours, day="2024-01-01"),
        ),
        "a receipt pays another's invoice": (
            "receipts",
            lambda rows: with_first(rows, lambda row: row.reference.startswith("ch_"), invoice="999999"),
        ),
        "a receipt stands twice": ("receipts", lambda rows: again(rows, lambda row: row.reference.startswith("ch_"))),
        "a credit note is for less": (
            "documents",
            lambda rows: with_first(rows, lambda row: row.kind == "C" and row.number[0] != "_", value=-1),
        ),
    },
    "open_invoices": {
        "a receipt pays another invoice": (
            "receipts",
            lambda rows: with_first(rows, lambda row: row.kind == "I" and row.value > 0, invoice="999999"),
        ),
        "a receipt stands on account": (
            "receipts",
            lambda rows: with_first(rows, lambda row: row.kind == "I" and row.value > 0, invoice="_CRD99"),
        ),
        "money on account is gone": (
            "documents",
            lambda rows: with_first(rows, lambda row: row.number[0] == "_" and row.balance, balance=0),
        ),
        "a paid invoice is open": (
            "documents",
            lambda rows: with_first(rows, lambda row: row.kind == "I" and not row.balance, balance=5),
        ),
        "a credit note is for less": (
            "documents",
            lambda rows: with_first(rows, lambda row: row.kind == "C" and row.number[0] != "_", value=-1),
        ),
        "a credit note stays open": (
            "documents",
            lambda rows: with_first(rows, lambda row: row.kind == "C" and row.number[0] != "_", balance=-5),
        ),
        "a credit note is for a sale that never was": (
            "documents",
            lambda rows: [*rows, replace(rows[0], kind="C", number="999999")],
        ),
    },
    "summary by day": {
        "a day is missing": ("ledger", lambda rows: [row for row in rows if row.reference != first_day(rows)]),
        "a day stands twice": (
            "ledger",
            lambda rows: [*rows, *(row for row in rows if row.reference == first_day(rows))],
        ),
        "a day's fee is missing": (
            "ledger",
            lambda rows: with_first(rows, lambda row: row.reference.startswith("day_") and row.code == "6110-000"),
        ),
        "a day is posted on another": (
            "ledger",
            lambda rows: [replace(row, day="2024-01-01") if row.reference == first_day(rows) else row for row in rows],
        ),
    },
    "summary": {
        "a sale is missing": ("ledger", lambda rows: with_first(rows, lambda row: row.code == "4700-000")),
        "a sale is net": (
            "ledger",
            lambda rows: with_first(rows, lambda row: row.code == "4700-000", local=1, value=1),
        ),
        "refunds stand among sales": (
            "ledger",
            lambda rows: with_first(rows, lambda row: row.code == "4990-000", code="4700-000"),
        ),
        "a dispute is missing": ("ledger", lambda rows: with_first(rows, lambda row: row.code == "1410-000")),
        "a sale has a receipt, too": (
            "receipts",
            lambda rows: [*rows, Receipt("ch_1", "000000000000001", "1", "I", 100, "USD", "2024-01-05")],
        ),
        "a journal stands twice": (
            "ledger",
            lambda rows: [*rows, *(row for row in rows if row.reference == first_payout(rows))],
        ),
    },
}


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Both sides of a short course of a mode; each is traded once."""
    traded = {}

    def of(way):
        if way not in traded:
            mode, _, day = way.partition(" by ")
            path = tmp_path_factory.mktemp(mode)
            traded[way] = run_and_compare(path, 3, 1, mode=mode, summary=day or "payout", charges=30)
        return traded[way]

    return of


@pytest.mark.parametrize(("mode", "spoiler"), [(mode, name) for mode, those in SPOILERS.items() for name in those])
def test_the_oracle_notices_in_a_mode_when(books, mode, spoiler):
    account, company, terms = books(mode)
    assert differences(account, company, terms) == []
    table, spoil = SPOILERS[mode][spoiler]
    assert differences(account, replace(company, **{table: spoil(getattr(company, table))}), terms)
