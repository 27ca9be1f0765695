"""Journal entries: accounts become ledger codes, and every journal balances."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.entries import CLEARING, Booked, Entry, booked, ledger_code, mirrored, without
from agent.domain.kinds import CashLine, JournalLine
from agent.domain.settings import Values
from tests.unit.domain.movements import SITE, usd

NAMES = ("bank", "fee.stripe_fee", "fee.tax", "dispute", "reserve", CLEARING)
SAME_CODES = '{"bank": "BANK", "fee": "BANK", "fee.tax": "TAX", "dispute": "CLR", "reserve": "RES"}'

balanced = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(-(10**9), 10**9)), max_size=12).map(
    lambda parts: [
        *(Entry(name, minor, name) for name, minor in parts),
        Entry(CLEARING, -sum(minor for _, minor in parts), "rest"),
    ]
)


def policy(accounts=SITE["accounts.ledger"]):
    return Values(SITE | {"accounts.ledger": accounts})


def lines(*parts):
    return tuple(JournalLine(code, usd(minor), comment) for code, minor, comment in parts)


@pytest.mark.parametrize("accounts", [SITE["accounts.ledger"], SAME_CODES], ids=["apart", "shared"])
@given(entries=balanced)
def test_every_journal_balances_and_has_no_line_of_nothing(accounts, entries):
    found = booked(policy(accounts), "usd", entries).lines
    assert sum(line.value.minor for line in found) == 0
    assert all(line.value.minor for line in found)
    assert len({line.ledger_code for line in found}) == len(found)


@given(entries=balanced)
def test_debits_come_before_credits(entries):
    signs = [line.value.minor < 0 for line in booked(policy(), "usd", entries).lines]
    assert signs == sorted(signs)


@given(entries=balanced)
def test_a_reversal_is_the_exact_mirror(entries):
    found = booked(policy(), "usd", entries).lines
    back = mirrored(found)
    assert {(line.ledger_code, line.comment): -line.value for line in found} == {
        (line.ledger_code, line.comment): line.value for line in back
    }
    assert mirrored(back) == found


@given(entries=balanced)
def test_a_cash_book_entry_has_all_lines_but_the_banks_own(entries):
    found = booked(policy(), "usd", entries).lines
    others = without(found, "CLR")
    own = sum(line.value.minor for line in found if line.ledger_code == "CLR")
    assert sum(line.value.minor for line in others) == -own
    assert "CLR" not in {line.ledger_code for line in others}


@pytest.mark.parametrize(
    ("account", "currency", "code"),
    [
        ("fee.tax", "usd", "EXACT"),
        ("fee.tax", "eur", "TAX"),
        ("fee.stripe_fee", "usd", "FEE-USD"),
        ("fee.stripe_fee", "eur", "FEE"),
        ("fee", "usd", "FEE-USD"),
        ("fee.tax_fee", "usd", "EXACT"),
        ("fee.tax_fee", "eur", "TAX"),
        ("fee.dispute.tax", "eur", "TAX"),
        ("bank", "usd", ""),
        ("reserve", "usd", ""),
        (CLEARING, "usd", "CLR"),
        (CLEARING, "jpy", ""),
    ],
)
def test_the_most_exact_name_that_is_set_counts(account, currency, code):
    accounts = '{"fee.tax:usd": "EXACT", "fee.tax": "TAX", "fee:usd": "FEE-USD", "fee": " FEE ", "reserve": " "}'
    assert ledger_code(policy(accounts), account, currency) == code


def test_accounts_without_a_code_are_named_once_and_in_order():
    entries = [Entry("odd", 5), Entry("bank", 1), Entry("odd", -3), Entry("fee.x", 2), Entry("odd", -5)]
    assert booked(policy('{"bank": "BANK"}'), "usd", entries) == Booked(missing=("fee.x", "odd"))


def test_an_account_that_nothing_is_booked_on_needs_no_code():
    entries = [Entry("odd", 0), Entry("bank", 1), Entry(CLEARING, -1)]
    assert booked(policy(), "usd", entries).missing == ()


def test_accounts_with_one_code_share_a_line_with_the_comments_of_both():
    entries = [Entry("fee.stripe_fee", 3, "card"), Entry("fee.other", 2, "radar"), Entry(CLEARING, -5, "payout")]
    found = booked(policy(), "usd", entries).lines
    assert found == lines(("FEE", 5, "card, radar"), ("CLR", -5, "payout"))


def test_comments_that_are_the_same_or_empty_are_said_once_or_not_at_all():
    entries = [Entry("fee.a", 3, "card"), Entry("fee.b", 2, "card"), Entry("fee.c", 1), Entry(CLEARING, -6)]
    assert [line.comment for line in booked(policy(), "usd", entries).lines] == ["card", ""]


def test_comments_fit_the_field_of_syspro():
    entries = [Entry(f"fee.{number}", 1, f"kind {number:02d}") for number in range(20)]
    [fee, _] = booked(policy(), "usd", [*entries, Entry(CLEARING, -20)]).lines
    assert len(fee.comment) <= 100
    assert not fee.comment.endswith((",", " "))


def test_entries_that_do_not_add_up_are_a_bug():
    with pytest.raises(ValueError, match="do not add up"):
        booked(policy(), "usd", [Entry("bank", 1), Entry(CLEARING, -2)])


def test_cash_book_lines_keep_the_first_fifty_characters_of_a_comment():
    [line] = without(lines(("FEE", 5, "x" * 60), ("CLR", -5, "")), "CLR")
    assert line == CashLine("FEE", usd(5), "x" * 50)
