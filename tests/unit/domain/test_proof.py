"""The law: Stripe's balance is the sum of our outcomes, SYSPRO's clearing the posted part."""

from hypothesis import given
from hypothesis import strategies as st

from agent.domain.proof import Sides, ledger_discrepancies, prove
from agent.domain.readmodels import BooksRow

BOOKS = BooksRow("usd", 600, -40, 100, 50, 7)


def proof(*books, balance=(), opening=(), clearing=(), ledger=()):
    return prove("EDU1", Sides(dict(balance), dict(opening), books, dict(clearing), dict(ledger)))


def test_both_sides_agree_when_every_cent_has_its_outcome():
    [row] = proof(BOOKS, balance={"usd": 717}, clearing={"usd": 600})
    assert (row.company, row.currency, row.holds) == ("EDU1", "usd", True)
    assert (row.posted_minor, row.waiting_minor, row.held_minor, row.in_doubt_minor, row.ignored_minor) == (
        600, -40, 100, 50, 7,
    )  # fmt: skip


def test_what_the_balance_was_before_the_first_day_is_no_difference():
    [row] = proof(BOOKS, balance={"usd": 1717}, opening={"usd": 1000}, clearing={"usd": 600})
    assert (row.opening_minor, row.holds) == (1000, True)


def test_money_that_we_do_not_know_of_is_a_difference():
    [row] = proof(BOOKS, balance={"usd": 720}, clearing={"usd": 600})
    assert (row.difference_minor, row.clearing_difference_minor, row.holds) == (3, 0, False)


def test_a_receipt_that_is_not_in_syspro_is_a_difference():
    [row] = proof(BOOKS, balance={"usd": 717}, clearing={"usd": 590})
    assert (row.difference_minor, row.clearing_difference_minor, row.holds) == (0, -10, False)


def test_every_currency_with_money_on_any_side_has_a_row():
    rows = proof(BOOKS, balance={"eur": 5, "gbp": 0}, opening={"sek": 1}, clearing={"jpy": 7}, ledger={"chf": 9})
    assert [row.currency for row in rows] == ["chf", "eur", "jpy", "sek", "usd"]
    assert [row.holds for row in rows] == [True, False, False, False, False]
    assert proof() == ()


@given(st.lists(st.integers(-(10**12), 10**12), min_size=6, max_size=6))
def test_the_differences_are_what_is_missing(amounts):
    *parts, opening = amounts
    books = BooksRow("usd", *parts)
    [row] = proof(
        books, balance={"usd": sum(parts) + opening + 3}, opening={"usd": opening}, clearing={"usd": parts[0] - 2}
    )
    assert (row.difference_minor, row.clearing_difference_minor) == (3, -2)


# ---------------------------------------------------------------- the clearing ledger code itself


def test_a_ledger_code_that_agrees_with_our_receipts_is_no_discrepancy():
    rows = proof(BOOKS, clearing={"usd": 600}, ledger={"usd": 600})
    assert ledger_discrepancies(rows, {"usd": "1000-10"}) == ()


def test_a_ledger_code_that_nobody_set_is_not_compared():
    [row] = proof(BOOKS, clearing={"usd": 600})
    assert row.syspro_ledger_minor is None
    assert ledger_discrepancies([row], {}) == ()


def test_a_posting_of_somebody_else_is_a_discrepancy_with_both_sums():
    rows = proof(BOOKS, clearing={"usd": 600}, ledger={"usd": 650})
    [found] = ledger_discrepancies(rows, {"usd": "1000-10"})
    assert (found.subject, found.code) == ("1000-10", "clearing.ledger")
    assert (
        "stands at 6.50 USD, the receipts with our references add up to 6.00 USD. The difference of 0.50 USD"
        in found.message
    )


def test_entries_of_somebody_else_that_are_named_explain_the_difference():
    rows = proof(BOOKS, clearing={"usd": 600}, ledger={"usd": 650})
    assert ledger_discrepancies(rows, {"usd": "1000-10"}, {"usd": 50}) == ()
    [found] = ledger_discrepancies(rows, {"usd": "1000-10"}, {"usd": 30})
    assert "that are named one by one to 0.30 USD. The difference of 0.20 USD" in found.message
