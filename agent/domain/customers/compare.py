"""Three-way comparison: what both sides agreed on last, and what each says now, give what to change where.

An agreement keeps the text of either side, because neither can hold all that the other says: a name of 200 characters
in Stripe and its first 50 in SYSPRO agree. Whatever we write becomes an agreement at once, so that it is never taken
for a change that somebody made there, and nothing ever goes back and forth.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from agent.domain.customers.fields import (
    ADDRESS,
    FIELDS,
    NAME,
    TAX_ID,
    Texts,
    address_parts,
    same,
    to_stripe,
    to_syspro,
)


class Owner(Enum):
    """Who says what a field is."""

    SYSPRO = "syspro"
    """SYSPRO; what people write into Stripe is overwritten."""
    STRIPE = "stripe"
    """Stripe; what people write into SYSPRO is overwritten."""
    BOTH = "both"
    """Whoever changed it last; a person is asked where both did."""
    NOBODY = "nobody"
    """The field is not compared."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What both sides said when they last agreed, or were left to differ.

    Attributes:
        syspro: SYSPRO's text.
        stripe: Stripe's text.
    """

    syspro: str
    stripe: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both sides changed.

    Attributes:
        field: Which.
        syspro: What SYSPRO says.
        stripe: What Stripe says.
    """

    field: str
    syspro: str
    stripe: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a comparison found.

    Attributes:
        to_stripe: Field -> text to write there.
        to_syspro: Field -> text to write there.
        agreed: Field -> agreement that stands now, without anything being written.
        conflicts: What a person has to decide.
    """

    to_stripe: Texts = field(default_factory=dict)
    to_syspro: Texts = field(default_factory=dict)
    agreed: Mapping[str, Agreed] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is to be written."""
        return not self.to_stripe and not self.to_syspro


@dataclass(frozen=True, slots=True)
class Comparing:
    """How customers are compared.

    Attributes:
        owners: Field -> who says what it is.
        lines: Number of SYSPRO's address line -> part of the address in Stripe.
        tax_types: Country of SYSPRO's address, or ``*`` -> Stripe's type of tax id.
    """

    owners: Mapping[str, Owner]
    lines: Mapping[str, str]
    tax_types: Mapping[str, str] = field(default_factory=dict)

    def tax_type(self, syspro: Texts) -> str:
        """Return Stripe's type of a customer's tax number, which SYSPRO does not know; empty where it is not set."""
        country = address_parts(to_stripe(ADDRESS, syspro.get(ADDRESS, ""), self.lines))["country"]
        return self.tax_types.get(country, self.tax_types.get("*", ""))

    def compare(
        self, agreed: Mapping[str, Agreed], syspro: Texts, stripe: Texts, decided: Mapping[str, Owner] | None = None
    ) -> Changes:
        """Return what to change on either side.

        Args:
            agreed: Last agreements; a field without one meets the other side for the first time.
            syspro: What SYSPRO says now.
            stripe: What Stripe says now.
            decided: Field -> the side for which a person decided this once.
        """
        found = _Found()
        for name in FIELDS:
            owner = self.owners.get(name, Owner.NOBODY)
            if owner is not Owner.NOBODY:
                here, there = syspro.get(name, ""), stripe.get(name, "")
                writable = name != TAX_ID or bool(self.tax_type(syspro))
                met = _Met(name, here, there, agreed.get(name), self.lines, writable=writable)
                self._one(met, (decided or {}).get(name), owner, found)
        return Changes(found.to_stripe, found.to_syspro, found.agreed, tuple(found.conflicts))

    def _one(self, met: "_Met", decided: Owner | None, owner: Owner, found: "_Found") -> None:
        now = Agreed(met.syspro, met.stripe)
        if met.same:
            found.agreed[met.field] = now
            return
        if met.agreed == now and decided is None:
            found.agreed[met.field] = now
            return
        side = decided or _side(owner, met)
        if side is None:
            found.conflicts.append(Conflict(met.field, met.syspro, met.stripe))
        elif side is Owner.SYSPRO and met.travels_to_stripe:
            found.to_stripe[met.field] = met.there
        elif side is Owner.STRIPE and met.here:
            found.to_syspro[met.field] = met.here
        else:
            # There is nothing to bring over, so that both sides stay as they are until one of them changes.
            found.agreed[met.field] = now


@dataclass(slots=True)
class _Found:
    to_stripe: dict[str, str] = field(default_factory=dict)
    to_syspro: dict[str, str] = field(default_factory=dict)
    agreed: dict[str, Agreed] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Met:
    """One field of both sides."""

    field: str
    syspro: str
    stripe: str
    agreed: Agreed | None
    lines: Mapping[str, str]
    writable: bool
    """Whether Stripe could be told."""

    @property
    def same(self) -> bool:
        return same(self.field, self.syspro, self.stripe, self.lines)

    @property
    def there(self) -> str:
        return to_stripe(self.field, self.syspro, self.lines) if self.writable else ""

    @property
    def here(self) -> str:
        # An element that is left out changes nothing in SYSPRO, and what an empty one does is not known.
        return to_syspro(self.field, self.stripe)

    @property
    def travels_to_stripe(self) -> bool:
        """Whether SYSPRO's text goes to Stripe: an empty one only where SYSPRO had one before, and never a name."""
        if self.there or not self.writable:
            return bool(self.there)
        return self.agreed is not None and self.field != NAME and not self.syspro and bool(self.agreed.syspro)


def _side(owner: Owner, met: _Met) -> Owner | None:
    """Return the side whose text counts; ``None`` where a person has to say."""
    if owner is not Owner.BOTH:
        return owner
    if met.agreed is None:
        if met.there and met.here:
            return None
        return Owner.SYSPRO if met.there else Owner.STRIPE
    here, there = met.syspro != met.agreed.syspro, met.stripe != met.agreed.stripe
    if here and there:
        return None
    return Owner.SYSPRO if here else Owner.STRIPE
