"""The fewest calls from what Stripe has of a stock code to what it is to have.

Prices never change (docs.stripe.com/api/prices/update): a new one takes over the lookup key, the default price moves to
it, and only then the old one is archived, because a default price cannot be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from agent.domain.catalogue.item import ACTIVE, NO, Has, Wanted


@dataclass(frozen=True, slots=True)
class MakeProduct:
    """One call that makes the product; with a currency, its price in that currency as well.

    Attributes:
        fields: What the product says; a description is not among them where a price is made, Stripe takes none there.
        currency: Currency of the price; empty for none.
        amount: Decimal minor units.
    """

    fields: Mapping[str, str]
    currency: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class MakePrice:
    """Make a price, which takes over the lookup key of its currency."""

    currency: str
    amount: str


@dataclass(frozen=True, slots=True)
class ChangeProduct:
    """Change fields of the product, and its default price to the one of a currency (empty: leave it)."""

    fields: Mapping[str, str] = field(default_factory=dict)
    default: str = ""


@dataclass(frozen=True, slots=True)
class ArchivePrice:
    """Archive a price by its id."""

    id: str


Step = MakeProduct | MakePrice | ChangeProduct | ArchivePrice


def plan(has: Has | None, wanted: Wanted | None) -> tuple[Step, ...]:
    """Return the calls, in order.

    Args:
        has: What Stripe has; ``None`` where it has no such product.
        wanted: What it is to have; ``None`` where the stock code is not sold.
    """
    if has is None:
        return tuple(_anew(wanted)) if wanted is not None else ()
    if wanted is None:
        gone = (ChangeProduct({ACTIVE: NO}),) if has.fields.get(ACTIVE) != NO else ()
        return (*gone, *_archived(has.stale, keep=has.default))
    return tuple(_changed(has, wanted))


def _anew(wanted: Wanted) -> Iterator[Step]:
    fields = {name: text for name, text in wanted.fields.items() if text}
    if not wanted.default:
        yield MakeProduct(fields)
        return
    later = {name: fields.pop(name) for name in ("description",) if name in fields}
    yield MakeProduct(fields, wanted.default, wanted.prices[wanted.default])
    yield ChangeProduct(later, wanted.default)
    for currency, amount in wanted.prices.items():
        if currency != wanted.default:
            yield MakePrice(currency, amount)


def _changed(has: Has, wanted: Wanted) -> Iterator[Step]:
    """Yield the calls, the default price first: a refused price of another currency is in nobody's way."""
    anew = {
        currency: amount
        for currency, amount in wanted.prices.items()
        if currency not in has.prices or has.prices[currency].amount != amount
    }
    if wanted.default in anew:
        yield MakePrice(wanted.default, anew[wanted.default])
    fields = {name: text for name, text in wanted.fields.items() if has.fields.get(name, "") != text}
    # What we once wrote and no longer want is unset.
    fields |= {name: "" for name, text in has.fields.items() if name not in wanted.fields and text}
    moves = bool(wanted.default) and (wanted.default in anew or has.prices[wanted.default].id != has.default)
    if fields or moves:
        yield ChangeProduct(fields, wanted.default if moves else "")
    yield from (MakePrice(currency, amount) for currency, amount in anew.items() if currency != wanted.default)
    old = [price.id for currency, price in has.prices.items() if currency in anew or currency not in wanted.prices]
    yield from _archived((*has.stale, *old), keep="" if moves else has.default)


def _archived(ids: tuple[str, ...], *, keep: str) -> Iterator[ArchivePrice]:
    """Archive prices; the default price stays, because Stripe would refuse."""
    return (ArchivePrice(one) for one in dict.fromkeys(ids) if one != keep)
