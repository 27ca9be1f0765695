"""The law, checked: Stripe's balance against our five outcomes, and SYSPRO's clearing against the posted part.

Pure. Both sides come from outside: Stripe's balance as Stripe says it, the clearing rows as read out of SYSPRO.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.domain.money import Money
from agent.domain.readmodels import BooksRow


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One company and settlement currency; all amounts in minor units.

    Attributes:
        company: SYSPRO company id.
        currency: Settlement currency, lower case.
        stripe_minor: Stripe's balance as Stripe says it.
        posted_minor: Posted part of all legs.
        waiting_minor: Waiting part.
        held_minor: Held part.
        in_doubt_minor: Part in doubt.
        ignored_minor: Ignored part.
        syspro_clearing_minor: Rows with our references in SYSPRO.
        difference_minor: Stripe less the five outcomes; 0 when the law holds.
        clearing_difference_minor: Clearing less posted; 0 when the law holds.
    """

    company: str
    currency: str
    stripe_minor: int
    posted_minor: int
    waiting_minor: int
    held_minor: int
    in_doubt_minor: int
    ignored_minor: int
    syspro_clearing_minor: int
    difference_minor: int
    clearing_difference_minor: int

    @property
    def holds(self) -> bool:
        """Whether both sides agree to the cent."""
        return self.difference_minor == 0 and self.clearing_difference_minor == 0


def prove(
    company: str, books: Sequence[BooksRow], balance: Mapping[str, Money], clearing: Mapping[str, int]
) -> tuple[ProofRow, ...]:
    """Return a row for every currency that either side knows.

    Args:
        company: SYSPRO company id.
        books: Our legs by outcome.
        balance: Stripe's balance by currency.
        clearing: Minor units of our rows in SYSPRO by currency.
    """
    ours = {row.currency: row for row in books}
    currencies = sorted({*ours, *(name for name, money in balance.items() if money), *clearing})
    return tuple(
        _row(company, ours.get(currency) or BooksRow(currency, 0, 0, 0, 0, 0), balance, clearing.get(currency, 0))
        for currency in currencies
    )


def _row(company: str, books: BooksRow, balance: Mapping[str, Money], clearing_minor: int) -> ProofRow:
    money = balance.get(books.currency)
    stripe_minor = money.minor if money else 0
    return ProofRow(
        company=company,
        currency=books.currency,
        stripe_minor=stripe_minor,
        posted_minor=books.posted_minor,
        waiting_minor=books.waiting_minor,
        held_minor=books.held_minor,
        in_doubt_minor=books.in_doubt_minor,
        ignored_minor=books.ignored_minor,
        syspro_clearing_minor=clearing_minor,
        difference_minor=stripe_minor - books.total_minor,
        clearing_difference_minor=clearing_minor - books.posted_minor,
    )
