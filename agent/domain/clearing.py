"""A clearing account as SYSPRO's ledger has it: its balance, and every entry that is not ours, by name.

The account holds our own movements alone, so each entry of somebody else is a discrepancy, also when two of them add up
to nothing: a person reverses it in SYSPRO, or accepts it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.domain.attempts import Discrepancy
from agent.domain.facts import ClearingRow
from agent.domain.money import Money

#: Entries of one ledger code and period that are named one by one; more of them are one discrepancy together.
_MOST = 20

_WHAT_TO_DO = "Reverse it in SYSPRO, or accept it where it is right."


@dataclass(frozen=True, slots=True)
class ForeignEntry:
    """One entry of a clearing ledger code that carries no reference of ours.

    Attributes:
        code: The ledger code.
        year: Ledger year.
        period: Its period.
        journal: Number of the ledger's journal.
        entry: Number of the entry in it.
        key: SYSPRO's key of the posting, by the number of the module's own journal where it comes from one.
        reference: Its reference, which may be empty.
        day: Day of the entry, CCYY-MM-DD; empty where SYSPRO has none.
        value: What it moves, debit positive; in the company's currency where ``counts`` is not set.
        counts: Whether it is in the currency of the clearing account, and so in its balance.
    """

    code: str
    year: int
    period: int
    journal: int
    entry: int
    key: str
    reference: str
    day: str
    value: Money
    counts: bool = True


@dataclass(frozen=True, slots=True)
class ClearingAccount:
    """One clearing ledger code.

    Attributes:
        balance: What it stands at, debit positive.
        own: The references of ours that its entries carry.
        foreign: Its entries that carry none.
    """

    balance: Money
    own: frozenset[str] = frozenset()
    foreign: tuple[ForeignEntry, ...] = ()


def foreign_entries(accounts: Mapping[str, ClearingAccount], rows: Iterable[ClearingRow]) -> list[ForeignEntry]:
    """Return the entries that somebody else has posted, in the order of the accounts.

    A journal of the receivables that the ledger has as a sum, with a reference of its own, is not among them: that is
    one in which a receipt of ours stands, while the ledger has no entry with the receipt's reference.

    Args:
        accounts: The clearing accounts by settlement currency.
        rows: SYSPRO's rows with references of ours.
    """
    own = {reference for account in accounts.values() for reference in account.own}
    summed = {row.key for row in rows if row.origin == "receivables" and row.key and row.reference not in own}
    return [entry for account in accounts.values() for entry in account.foreign if entry.key not in summed]


def foreign_discrepancies(entries: Sequence[ForeignEntry]) -> tuple[Discrepancy, ...]:
    """Return a discrepancy for each entry; where a ledger code has many in a period, one for all of these."""
    by_period: dict[tuple[str, int, int], list[ForeignEntry]] = {}
    for entry in entries:
        by_period.setdefault((entry.code, entry.year, entry.period), []).append(entry)
    found: list[Discrepancy] = []
    for (code, year, period), some in by_period.items():
        if len(some) > _MOST:
            found.append(_discrepancy(code, _many(code, f"{year}/{period:02}", some)))
        else:
            found += [_discrepancy(code, f"{_head(one)} {_WHAT_TO_DO}") for one in some]
    return tuple(found)


def counted(entries: Iterable[ForeignEntry]) -> dict[str, int]:
    """Return by currency what the entries add to the balances of the clearing accounts, minor units."""
    sums: Counter[str] = Counter()
    for entry in entries:
        if entry.counts:
            sums[entry.value.currency] += entry.value.minor
    return dict(sums)


def _discrepancy(code: str, message: str) -> Discrepancy:
    return Discrepancy(code, "clearing.foreign", message)


def _head(entry: ForeignEntry) -> str:
    return (
        f"Ledger code {entry.code}, the clearing account, has an entry of {entry.value} without a reference of ours: "
        f"{_name(entry)}. The agent did not post it."
    )


def _many(code: str, period: str, entries: Sequence[ForeignEntry]) -> str:
    named = "; ".join(f"{entry.value}, {_name(entry)}" for entry in entries[:_MOST])
    return (
        f"Ledger code {code}, the clearing account, has {len(entries):,} entries without a reference of ours in period "
        f"{period}; they add up to {_sums(entries)}. The first {_MOST} are: {named}. The agent did not post them. "
        "Reverse them in SYSPRO, or accept them where they are right."
    )


def _name(entry: ForeignEntry) -> str:
    reference = f"reference {entry.reference}" if entry.reference else "no reference"
    day = f" of {entry.day}" if entry.day else ""
    return f"journal {entry.year}/{entry.period:02}/{entry.journal}, entry {entry.entry}{day}, {reference}"


def _sums(entries: Sequence[ForeignEntry]) -> str:
    sums: Counter[str] = Counter()
    for entry in entries:
        sums[entry.value.currency] += entry.value.minor
    return " and ".join(str(Money(minor, currency)) for currency, minor in sorted(sums.items()))
