"""A dispute that is won although Stripe has given back less than it took.

Stripe says that a won dispute gives back all, and calls one that is won in part lost (support.stripe.com, "Dispute for
full charge amount after a partial refund was issued"). So the rest is proposed as a loss, and a person decides.
"""

from dataclasses import dataclass, replace

from agent.domain.cases.case import Special
from agent.domain.cases.converted_dispute import WON, Returned, counts
from agent.domain.cases.journals import Posting
from agent.domain.days import day_at
from agent.domain.entries import Entry
from agent.domain.money import Money

#: Purpose of the journal that books the rest as a loss.
KEPT = "kept"


@dataclass(frozen=True, slots=True)
class WonInPart:
    """One dispute, as far as it was won in part.

    Attributes:
        returned: It, as far as money of it has come back.
    """

    returned: Returned

    @property
    def rest(self) -> int:
        """What stayed away, minor units; 0 unless the dispute is won and a part came back."""
        return self.returned.short if self.returned.status == WON else 0

    @property
    def booked(self) -> int:
        """What is booked of a rest as a loss, minor units of the settlement currency."""
        return sum(one.amount.minor for one in self.returned.own if one.root == KEPT and counts(one) and one.amount)

    @property
    def unbooked(self) -> int:
        """What of the rest is to be booked as a loss beside what is booked, minor units; below zero takes it back.

        0 unless the dispute is won: where it is lost after all, what is booked is a part of the loss, and what stays
        away of one that the bank looks at once more is not known.
        """
        return self.rest - self.booked if self.returned.status == WON else 0

    def posting(self, currency: str, created_at: int, zone: str) -> Posting:
        """Return the rest as a loss on the day on which the last part came back."""
        back_at = max((one.created_at for one in self.returned.known if one.amount_minor > 0), default=created_at)
        what = "dispute won in part"
        entries = (Entry("dispute_loss", self.rest, what), Entry("dispute", -self.rest, what))
        return Posting(day_at(back_at, zone), currency, entries, needed=bool(self.rest))

    def proposed(self, special: Special) -> Special:
        """Return the journal of the rest as one that waits for a person's approval."""
        one, came = self.returned, self.returned.by_rate
        currency = one.known[0].currency
        of_that = (
            f"{Money(one.taken, currency)} that it took Stripe has given back {Money(one.back, currency)}"
            if came is None
            else f"the {one.amount} that it took Stripe has given back {came} by the exchange rate that it names"
        )
        reason = (
            f"The dispute of {one.amount} is won, yet of {of_that}, and does not say why. Look at it in Stripe."
            f" Proposed is {Money(self.rest, currency)} from the dispute account to dispute losses. Approve it, or"
            " ignore it and book by hand what became of the money."
        )
        return replace(special, hold=reason, hold_code="dispute.won_in_part")
