"""Meet what people changed in Stripe: SYSPRO wins, Stripe wins, or a person is asked, field by field."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from agent.domain.catalogue.item import Difference, Has, PriceAt, Wanted
from agent.domain.catalogue.kept import Due
from agent.domain.catalogue.prices import shown_amount

#: Names of what is no field of a product: its default price, and its price in a currency.
DEFAULT_PRICE, PRICE = "default_price", "price."


class Conflicts(Enum):
    """Who wins where something was changed in Stripe."""

    SYSPRO = "syspro"
    STRIPE = "stripe"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be done about a product that people may have changed.

    Attributes:
        wanted: What Stripe is to have; what people made and keep stands in it as it is there.
        kept: Names of what stays as people made it.
        asked: Those of them on which a person has to decide.
    """

    wanted: Wanted
    kept: frozenset[str]
    asked: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    """One thing as it was written, as it is, and as it is to be."""

    before: str
    now: str
    wanted: str
    begun: str

    @property
    def edited(self) -> bool:
        return self.now not in {self.before, self.wanted, self.begun}


def merge(due: Due, base: Has, theirs: Has, wanted: Wanted, policy: Conflicts) -> Merged:
    """Return what to do.

    Args:
        due: What is to be written; what it says people have decided counts, and so does a writing that was broken off.
        base: What we wrote last.
        theirs: What Stripe has now.
        wanted: What SYSPRO says.
        policy: Who wins.
    """
    if policy is Conflicts.SYSPRO:
        return Merged(wanted, frozenset(), ())
    values = _values(base, theirs, wanted, due.begun or wanted)
    edited = {name: value for name, value in values.items() if value.edited}
    asking = edited if policy is Conflicts.ASK else {}
    asked = tuple(
        Difference(name, _shown(name, value.wanted), _shown(name, value.now))
        for name, value in asking.items()
        if due.decided.get(name) != _shown(name, value.now)
    )
    kept = frozenset(edited)
    return Merged(_keeping(wanted, theirs, kept), kept, asked)


def differs(base: Has, wanted: Wanted, theirs: Has, standing: Container[str]) -> bool:
    """Say whether anything of a product is not as we wrote it.

    Args:
        base: What we wrote last.
        wanted: What Stripe is to have; prices in other currencies may say what they like.
        theirs: What Stripe has now, without its prices by currency.
        standing: Ids of the prices that are active under our lookup keys; the amount of a price never changes.
    """
    ours = (base.prices[currency].id for currency in wanted.prices if currency in base.prices)
    return (
        theirs.default != base.default
        or any(theirs.fields.get(name, "") != text for name, text in base.fields.items())
        or any(price not in standing for price in ours)
    )


def reprices(due: Due) -> bool:
    """Say whether writing it touches a price that is in Stripe: people may have put another in its place."""
    if due.written is None or due.wanted is None:
        return False
    return {currency: price.amount for currency, price in due.written.prices.items()} != dict(due.wanted.prices)


def keeps_price(kept: Iterable[str]) -> bool:
    """Say whether a price is among what people keep."""
    return any(name.startswith(PRICE) for name in kept)


def after(base: Has, now: Has, kept: frozenset[str]) -> Has:
    """Return what to remember as written: for what people keep, still what we wrote, so that it stays told apart.

    Args:
        base: What we wrote before.
        now: What Stripe has after all calls.
        kept: Names of what stays as people made it.
    """
    fields = {name: base.fields.get(name, "") if name in kept else text for name, text in now.fields.items()}
    prices = {
        currency: PriceAt(price.id, base.prices[currency].amount if _is_kept(currency, kept, base) else price.amount)
        for currency, price in now.prices.items()
    }
    # A price that people archived is still one that we wrote.
    prices |= {
        currency: price
        for currency, price in base.prices.items()
        if currency not in prices and _is_kept(currency, kept, base)
    }
    default = base.default if DEFAULT_PRICE in kept else now.default
    return replace(now, fields=fields, prices=prices, default=default)


def _is_kept(currency: str, kept: frozenset[str], base: Has) -> bool:
    return f"{PRICE}{currency}" in kept and currency in base.prices


def _values(base: Has, theirs: Has, wanted: Wanted, begun: Wanted) -> dict[str, _Value]:
    found = {}
    for name in dict.fromkeys((*wanted.fields, *base.fields)):
        found[name] = _Value(*(one.fields.get(name, "") for one in (base, theirs, wanted, begun)))
    for currency in dict.fromkeys((*wanted.prices, *base.prices)):
        amounts = wanted.prices.get(currency, ""), begun.prices.get(currency, "")
        found[f"{PRICE}{currency}"] = _Value(_amount(base, currency), _amount(theirs, currency), *amounts)
    if wanted.default:
        ours = theirs.prices.get(wanted.default)
        own = ours.id if ours else base.default
        found[DEFAULT_PRICE] = _Value(base.default, theirs.default, own, own)
    return found


def _amount(has: Has, currency: str) -> str:
    return has.prices[currency].amount if currency in has.prices else ""


def _shown(name: str, text: str) -> str:
    return shown_amount(text, name.removeprefix(PRICE)) if text and name.startswith(PRICE) else text


def _keeping(wanted: Wanted, theirs: Has, kept: frozenset[str]) -> Wanted:
    fields = {name: theirs.fields.get(name, "") if name in kept else text for name, text in wanted.fields.items()}
    fields |= {name: text for name, text in theirs.fields.items() if name in kept}
    prices = {}
    for currency in dict.fromkeys((*wanted.prices, *theirs.prices)):
        amount = _amount(theirs, currency) if f"{PRICE}{currency}" in kept else wanted.prices.get(currency, "")
        if amount:
            prices[currency] = amount
    stays = DEFAULT_PRICE in kept or wanted.default not in prices or _beside(wanted.default, theirs, kept)
    default = "" if stays else wanted.default
    return Wanted(fields, prices, default)


def _beside(currency: str, theirs: Has, kept: frozenset[str]) -> bool:
    """Say whether people put a price beside the product's default price and left that one alone."""
    return f"{PRICE}{currency}" in kept and theirs.prices[currency].id != theirs.default
