"""Meet what people changed in Stripe: SYSPRO wins, Stripe wins, or a person is asked, field by field."""

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


def differs(base: Has, theirs: Has) -> bool:
    """Say whether anything of a product is not as we wrote it; prices are compared by the default price alone."""
    return theirs.default != base.default or any(
        theirs.fields.get(name, "") != text for name, text in base.fields.items()
    )


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
    default = wanted.default if wanted.default in prices and DEFAULT_PRICE not in kept else ""
    return Wanted(fields, prices, default)
