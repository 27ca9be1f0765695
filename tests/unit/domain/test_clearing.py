"""Entries of somebody else in a clearing account: each by name, together where there are many."""

from dataclasses import replace

from agent.domain.clearing import ClearingAccount, ForeignEntry, counted, foreign_discrepancies, foreign_entries
from agent.domain.facts import ClearingRow
from agent.domain.money import Money

ENTRY = ForeignEntry("1310", 2026, 6, 77, 3, "2026/6/12", "JE BANK 77", "2026-11-28", Money(5000, "usd"))
OTHER = replace(ENTRY, entry=4, reference="", day="", value=Money(-5000, "usd"))


def test_two_entries_that_cancel_out_are_two_discrepancies():
    first, second = foreign_discrepancies([ENTRY, OTHER])
    assert (first.subject, first.code) == ("1310", "clearing.foreign")
    assert (
        "an entry of 50.00 USD without a reference of ours: journal 2026/06/77, entry 3 of 2026-11-28, "
        in first.message
    )
    assert "reference JE BANK 77. The agent did not post it. Reverse it in SYSPRO, or accept it" in first.message
    assert (
        "an entry of -50.00 USD without a reference of ours: journal 2026/06/77, entry 4, no reference."
        in second.message
    )


def test_many_entries_of_one_period_are_one_discrepancy_with_their_number_and_sum():
    june = [replace(ENTRY, entry=number) for number in range(1, 22)]
    yen = replace(ENTRY, entry=22, value=Money(7, "jpy"), counts=False)
    all_of_june, of_july = foreign_discrepancies([*june, yen, replace(ENTRY, period=7)])
    assert "has 22 entries without a reference of ours in period 2026/06; they add up to 7 JPY and 1,050.00 USD." in (
        all_of_june.message
    )
    assert "entry 20 of" in all_of_june.message
    assert "entry 21 of" not in all_of_june.message
    assert "2026/07/77" in of_july.message


def test_only_entries_in_the_accounts_own_currency_count_in_its_balance():
    assert counted([ENTRY, OTHER, ENTRY, replace(ENTRY, value=Money(9, "eur"), counts=False)]) == {"usd": 5000}


def test_a_journal_of_receipts_that_the_ledger_has_as_a_sum_is_not_somebody_elses():
    accounts = {"usd": ClearingAccount(Money(5000, "usd"), frozenset(), (ENTRY,))}
    receipt = ClearingRow("ch_1", ENTRY.key, "receivables", "0001", Money(5000, "usd"))
    assert foreign_entries(accounts, [receipt]) == []
    assert foreign_entries(accounts, [replace(receipt, origin="ledger"), replace(receipt, key="")]) == [ENTRY]
    one_by_one = {"usd": replace(accounts["usd"], own=frozenset({"ch_1"}))}
    assert foreign_entries(one_by_one, [receipt]) == [ENTRY]
