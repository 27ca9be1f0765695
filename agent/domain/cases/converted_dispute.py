"""What of a dispute stays away when some of its money has come back: a loss, apart from what the rate has changed.

A converted dispute gives back at the rate of that day, so what is missing in the settlement currency may be both. How
much came back in the currency of the payment is told by ``exchange_rate``, which Stripe gives for information only and
with few digits: within what those can tell, all came back. Loss and difference together are exact in any case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from agent.domain.disputes import LOST
from agent.domain.documents import State
from agent.domain.events import BalanceTransaction
from agent.domain.facts import OwnDocument
from agent.domain.money import Money, exponent

#: Stripe's status of a dispute that is won.
WON = "won"

#: Purpose of the journal that books what the rate has changed.
DIFFERENCE = "difference"

#: Purpose of the journal that books what came back.
RETURN = "reinstated"

#: Purposes of the journals that book what the rate has changed, or did so in an earlier version.
OF_RATE = frozenset({RETURN, DIFFERENCE})

#: Text of the entry that is the exchange difference, by which it is found again in what is booked.
AT_ANOTHER_RATE = "dispute at another rate"


def counts(one: OwnDocument) -> bool:
    """Return whether SYSPRO has what a document books, or may have it: also by hand, for which a person gave it up."""
    return one.sent or State(one.state) is State.CANCELLED


@dataclass(frozen=True, slots=True)
class Returned:
    """One dispute, as far as money of it has come back.

    Attributes:
        known: All its movements, Stripe's own fees left out.
        status: Stripe's ``status``.
        amount: What is disputed.
        own: Our documents about it.
    """

    known: Sequence[BalanceTransaction]
    status: str
    amount: Money
    own: Sequence[OwnDocument] = ()

    @property
    def is_converted(self) -> bool:
        """Whether Stripe has settled it in another currency."""
        return bool(self.known) and self.known[0].currency != self.amount.currency

    @property
    def taken(self) -> int:
        """What Stripe took, minor units of the settlement currency."""
        return -sum(one.amount_minor for one in self.known if one.amount_minor < 0)

    @property
    def back(self) -> int:
        """What Stripe gave back, minor units of the settlement currency."""
        return sum(one.amount_minor for one in self.known if one.amount_minor > 0)

    @property
    def by_rate(self) -> Money | None:
        """What Stripe gave back of a converted dispute, in its own currency; ``None`` where no rate tells."""
        found = [self._unconverted(one) for one in self.known if one.amount_minor > 0]
        told = [one for one in found if one is not None]
        if not self.is_converted or not told or len(told) < len(found):
            return None
        value, unsure = (sum(parts, Decimal(0)) for parts in zip(*told, strict=True))
        whole = self.amount.to_decimal()
        if abs(value - whole) <= unsure:
            return self.amount
        step = Decimal(1).scaleb(-exponent(self.amount.currency))
        value = min(value, whole).quantize(step, rounding=ROUND_HALF_UP)
        return Money.from_decimal(value, self.amount.currency)

    @property
    def short(self) -> int:
        """What stays away at the rate at which it was taken, minor units of the settlement currency.

        0 where nothing came back, and where that of a converted dispute is not told.
        """
        if not self.back:
            return 0
        if not self.is_converted:
            return max(0, self.taken - self.back)
        came = self.by_rate
        if came is None:
            return 0
        part = Decimal(self.taken - self._again) * (self.amount.minor - came.minor) / self.amount.minor
        return int(part.quantize(Decimal(1), rounding=ROUND_HALF_UP)) + self._again

    @property
    def exchange(self) -> int:
        """What the rate has cost once the bank has decided, minor units of the settlement currency; below zero earned.

        Where no rate tells, it is all that is missing of a dispute that is won, for a won one comes back whole; what is
        booked so stays one if it is lost after all.
        """
        told = self.by_rate is not None and self.status in {WON, LOST}
        if self.back and self.is_converted and (told or self.status == WON):
            return self.taken - self.back - self.short
        return self.booked

    @property
    def booked(self) -> int:
        """What is booked as an exchange difference, minor units of the settlement currency; below zero earned."""
        return self.within + self._booked(DIFFERENCE)

    @property
    def within(self) -> int:
        """What of that is two lines of the return: so it was posted before the difference was an entry of its own."""
        return self._booked(RETURN)

    @property
    def apart(self) -> int:
        """What of the difference is an entry of its own, minor units."""
        return self.exchange - self.within

    @property
    def text(self) -> str:
        """Text on the other side of that entry: as it is booked."""
        sides = (line for one in self._made(DIFFERENCE) for line in one.lines if line.comment != AT_ANOTHER_RATE)
        return next((line.comment for line in sides), "dispute decided")

    @property
    def unbooked(self) -> int:
        """What is to be booked as an exchange difference beside what is booked, minor units."""
        return self.exchange - self.booked

    def _made(self, purpose: str) -> list[OwnDocument]:
        # A correction stands for the document that it corrects.
        return [one for one in self.own if one.purpose == purpose and counts(one)]

    def _booked(self, purpose: str) -> int:
        lines = (line for one in self._made(purpose) for line in one.lines)
        return sum(line.value.minor for line in lines if line.comment == AT_ANOTHER_RATE)

    @property
    def _again(self) -> int:
        """What Stripe took once more after the last that it gave back: all of that stays away."""
        last_at = max(one.created_at for one in self.known if one.amount_minor > 0)
        return -sum(one.amount_minor for one in self.known if one.amount_minor < 0 and one.created_at > last_at)

    def _unconverted(self, one: BalanceTransaction) -> tuple[Decimal, Decimal] | None:
        """Return a movement in the currency of the dispute, and how far the rate's last digit may be off."""
        rate = _rate(one.exchange_rate)
        if rate is None:
            return None
        settled = Money(one.amount_minor, one.currency)
        value = settled.to_decimal() / rate
        half = (
            Decimal(5).scaleb(-1 - exponent(one.currency)) / rate
            + value * Decimal(5).scaleb(_last_digit(rate) - 1) / rate
        )
        return value, half


def _rate(text: str) -> Decimal | None:
    try:
        rate = Decimal(text)
    except InvalidOperation:
        return None
    return rate if rate.is_finite() and rate > 0 else None


def _last_digit(rate: Decimal) -> int:
    place = rate.as_tuple().exponent
    return place if isinstance(place, int) else 0
