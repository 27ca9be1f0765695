"""A dispute that is won although Stripe has given back less than it took.

Stripe says that a won dispute gives back all, and calls one that is won in part lost (support.stripe.com, "Dispute for
full charge amount after a partial refund was issued"). So the rest is proposed as a loss, and a person decides.
"""

from dataclasses import dataclass, replace

from agent.domain.cases.case import Special
from agent.domain.cases.converted_dispute import Returned
from agent.domain.cases.journals import Posting
from agent.domain.days import day_at
from agent.domain.disputes import LOST
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
        return self.returned.short if self.returned.status == "won" else 0

    @property
    def booked(self) -> int:
        """What was sent of a rest as a loss, minor units of the settlement currency."""
        return sum(one.amount.minor for one in self.returned.own if one.root == KEPT and one.sent and one.amount)

    @property
    def unbooked(self) -> int:
        """What of the rest is to be booked as a loss beside what is booked, minor units; below zero takes it back."""
        # All that is booked is a part of the loss where the dispute is lost after all.
        return 0 if self.returned.status == LOST else self.rest - self.booked

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
