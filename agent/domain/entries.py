"""Journal entries: parts on named accounts become balanced lines on the site's ledger codes.

Accounts have names that mean the same at every site (BOOKS, section 2); the setting ``accounts.ledger`` gives each its
ledger code, per currency where that differs. The clearing account's codes stand in ``receipts.ledger_code``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agent.domain.kinds import CashLine, JournalLine
from agent.domain.money import Money
from agent.domain.settings import Values

#: Name of the clearing account.
CLEARING = "clearing"

#: Name of the account of the real bank; like clearing it has a ledger code for each currency.
BANK = "bank"

#: Name of the account to which SYSPRO itself posts what a bank keeps of a receipt.
BANK_CHARGE = "bank_charge"

#: Account -> one beside it whose ledger code counts before those of the more general accounts: tax on a fee is tax.
_BESIDE: Mapping[str, str] = {"fee.tax_fee": "fee.tax", "fee.dispute.tax": "fee.tax"}

#: Reason code of what is held because an account has no ledger code.
UNMAPPED = "account.unmapped"


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of a journal entry before it has a ledger code.

    Attributes:
        account: Name of the account, such as ``bank``, ``fee.stripe_fee`` or ``dispute``.
        minor: Debit (+) or credit (-), minor units.
        comment: What it is.
        category: Entries of different categories stand on lines of their own, also on one ledger code.
    """

    account: str
    minor: int
    comment: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Booked:
    """Entries with their ledger codes.

    Attributes:
        lines: Balanced lines; empty when there is nothing to post or a problem.
        missing: Names of accounts that have no ledger code.
    """

    lines: tuple[JournalLine, ...] = ()
    missing: tuple[str, ...] = ()


def ledger_code(policy: Values, account: str, currency: str) -> str:
    """Return the ledger code of an account in a currency; empty when none is set.

    The most exact name that is set counts: ``fee.tax:usd``, ``fee.tax``, ``fee:usd``, ``fee``. Tax on whichever fee is
    ``fee.tax`` before it goes with its fee. ``bank`` counts for the one currency that it can mean.
    """
    if account == CLEARING:
        return policy.table("receipts.ledger_code").get(currency, "").strip()
    codes = policy.table("accounts.ledger")
    if account == BANK and not _is_the_bank_of(policy, currency):
        return codes.get(f"{BANK}:{currency}", "").strip()
    found = (codes.get(f"{name}:{currency}", "").strip() or codes.get(name, "").strip() for name in _names(account))
    return next(filter(None, found), "")


def _names(account: str) -> Iterator[str]:
    """Yield the names by which an account's ledger code may be set, the most exact first."""
    name = account
    while name:
        yield name
        if name in _BESIDE:
            yield _BESIDE[name]
        name = name.rpartition(".")[0]


def _is_the_bank_of(policy: Values, currency: str) -> bool:
    """Say whether the bank that is set for no currency by name is that of ``currency``: a bank account has only one.

    It is where ``payouts.bank`` says so, or where no other currency can be meant.
    """
    through_cash_book = policy.table("payouts.bank")
    if through_cash_book:
        return currency in through_cash_book
    named = any(name.startswith(f"{BANK}:") for name in policy.table("accounts.ledger"))
    cleared = {name for name, code in policy.table("receipts.ledger_code").items() if code.strip()}
    return not named and cleared <= {currency}


def booked(policy: Values, currency: str, entries: Iterable[Entry]) -> Booked:
    """Return the lines of a journal: one a ledger code and category, debits first, nothing that is zero.

    Args:
        policy: The deciding settings.
        currency: Settlement currency.
        entries: Parts that add up to nothing.

    Raises:
        ValueError: When they do not: a bug.
    """
    parts = [entry for entry in entries if entry.minor]
    if sum(entry.minor for entry in parts):
        raise ValueError("The entries of a journal do not add up to nothing.")
    codes = {entry.account: ledger_code(policy, entry.account, currency) for entry in parts}
    missing = tuple(sorted(name for name, code in codes.items() if not code))
    if missing:
        return Booked(missing=missing)
    totals: dict[tuple[str, str], int] = {}
    comments: dict[tuple[str, str], dict[str, None]] = {}
    for entry in parts:
        line = codes[entry.account], entry.category
        totals[line] = totals.get(line, 0) + entry.minor
        comments.setdefault(line, {})[entry.comment] = None
    ordered = sorted(((line, minor) for line, minor in totals.items() if minor), key=lambda one: (one[1] < 0, one[0]))
    return Booked(
        tuple(JournalLine(line[0], Money(minor, currency), _joined(comments[line])) for line, minor in ordered)
    )


def mirrored(lines: Sequence[JournalLine]) -> tuple[JournalLine, ...]:
    """Return the lines of the reversing journal."""
    turned = tuple(JournalLine(line.ledger_code, -line.value, line.comment) for line in lines)
    return tuple(sorted(turned, key=lambda line: (line.value.minor < 0, line.ledger_code)))


def without(lines: Sequence[JournalLine], code: str) -> tuple[CashLine, ...]:
    """Return the other side of a cash book entry: all lines but those of the bank's own ledger code."""
    return tuple(
        CashLine(line.ledger_code, line.value, line.comment[:50]) for line in lines if line.ledger_code != code
    )


def _joined(comments: Iterable[str]) -> str:
    return ", ".join(filter(None, comments))[:100].rstrip(", ")
