"""The law, checked: Stripe's balance against our five outcomes, and SYSPRO's clearing against the posted part.

Pure. Both sides come from outside: Stripe's balance as Stripe says it, the clearing rows as read out of SYSPRO.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from agent.domain.attempts import Discrepancy
from agent.domain.money import Money
from agent.domain.readmodels import BooksRow


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One company and settlement currency; all amounts in minor units.

    Attributes:
        company: SYSPRO company id.
        currency: Settlement currency, lower case.
        stripe_minor: Stripe's balance as Stripe says it.
        opening_minor: What the balance was before the first day that is posted: the sum of all earlier movements.
        posted_minor: Posted part of all legs.
        waiting_minor: Waiting part.
        held_minor: Held part.
        in_doubt_minor: Part in doubt.
        ignored_minor: Ignored part.
        syspro_clearing_minor: Rows with our references in SYSPRO.
        syspro_ledger_minor: Balance of the clearing ledger code itself; ``None`` where none is set.
        difference_minor: Stripe less its opening and the five outcomes; 0 when the law holds.
        clearing_difference_minor: Clearing less posted; 0 when the law holds.
    """

    company: str
    currency: str
    stripe_minor: int
    opening_minor: int
    posted_minor: int
    waiting_minor: int
    held_minor: int
    in_doubt_minor: int
    ignored_minor: int
    syspro_clearing_minor: int
    syspro_ledger_minor: int | None
    difference_minor: int
    clearing_difference_minor: int

    @property
    def holds(self) -> bool:
        """Whether both sides agree to the cent; what is in doubt may or may not be in SYSPRO already."""
        in_doubt = sorted((0, self.in_doubt_minor))
        return self.difference_minor == 0 and in_doubt[0] <= self.clearing_difference_minor <= in_doubt[1]


@dataclass(frozen=True, slots=True)
class Sides:
    """What both systems and our own books say, by settlement currency; minor units.

    Attributes:
        balance: Stripe's balance.
        opening: Stripe's balance before the first day that is posted.
        books: Our legs by outcome.
        clearing: Rows in SYSPRO that carry our references.
        ledger: Balances of the clearing ledger codes.
    """

    balance: Mapping[str, int]
    opening: Mapping[str, int]
    books: Sequence[BooksRow]
    clearing: Mapping[str, int]
    ledger: Mapping[str, int]


def prove(company: str, sides: Sides) -> tuple[ProofRow, ...]:
    """Return a row for every currency that has money on any side."""
    ours = {row.currency: row for row in sides.books}
    moved = (sides.balance, sides.opening, sides.clearing, sides.ledger)
    currencies = sorted({*ours, *(name for side in moved for name, minor in side.items() if minor)})
    empty = (0, 0, 0, 0, 0)
    return tuple(_row(company, ours.get(currency, BooksRow(currency, *empty)), sides) for currency in currencies)


def ledger_discrepancies(
    rows: Sequence[ProofRow], codes: Mapping[str, str], named: Mapping[str, int] = MappingProxyType({})
) -> tuple[Discrepancy, ...]:
    """Return a discrepancy for every clearing ledger code that is not what our receipts and the named entries make.

    Args:
        rows: The proof.
        codes: Settlement currency -> ledger code.
        named: Currency -> what the entries of somebody else add up to that are discrepancies by themselves.
    """
    found = []
    for row in rows:
        others = named.get(row.currency, 0)
        if row.syspro_ledger_minor is None or row.syspro_ledger_minor == row.syspro_clearing_minor + others:
            continue
        code = codes[row.currency]
        found.append(Discrepancy(code, "clearing.ledger", _ledger_sentence(row, code, others)))
    return tuple(found)


def _ledger_sentence(row: ProofRow, code: str, others_minor: int) -> str:
    ledger, others = Money(row.syspro_ledger_minor or 0, row.currency), Money(others_minor, row.currency)
    receipts = Money(row.syspro_clearing_minor, row.currency)
    named = f" and the entries of somebody else that are named one by one to {others}" if others_minor else ""
    return (
        f"Ledger code {code} stands at {ledger}, the receipts with our references add up to {receipts}{named}. The "
        f"difference of {ledger - receipts - others} was posted by somebody else, or the receipts went to another bank "
        "or are not in the ledger yet."
    )


def _row(company: str, books: BooksRow, sides: Sides) -> ProofRow:
    currency = books.currency
    stripe_minor, opening_minor = sides.balance.get(currency, 0), sides.opening.get(currency, 0)
    clearing_minor = sides.clearing.get(currency, 0)
    return ProofRow(
        company=company,
        currency=currency,
        stripe_minor=stripe_minor,
        opening_minor=opening_minor,
        posted_minor=books.posted_minor,
        waiting_minor=books.waiting_minor,
        held_minor=books.held_minor,
        in_doubt_minor=books.in_doubt_minor,
        ignored_minor=books.ignored_minor,
        syspro_clearing_minor=clearing_minor,
        syspro_ledger_minor=sides.ledger.get(currency),
        difference_minor=stripe_minor - opening_minor - books.total_minor,
        clearing_difference_minor=clearing_minor - books.posted_minor,
    )
