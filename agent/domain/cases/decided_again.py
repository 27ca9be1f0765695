"""A dispute that is decided once more after its money had come back: what is left for a person to book.

Stripe documents two movements of a dispute at most (docs.stripe.com/api/disputes/object, ``balance_transactions``), and
nothing says what a third one means. What was posted of the first two stays; the rest is told in amounts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.days import day_at
from agent.domain.events import BalanceTransaction
from agent.domain.facts import OwnDocument
from agent.domain.money import Money

#: How many movements Stripe documents.
_DOCUMENTED = 2

_IN_CLEARING = frozenset({"withdrawn", "reinstated"})


@dataclass(frozen=True, slots=True)
class DecidedAgain:
    """One dispute.

    Attributes:
        moved: Its movements since the first day that is posted, Stripe's own fees left out.
        summed: What summary journals post of them, net, minor units.
        own: Our documents about it.
        currency: Settlement currency.
        loss: What is to be booked as a loss beside what is booked, minor units; below zero takes it back.
        exchange: The same of what is to be booked as an exchange difference.
        undecidable: Whether what is booked as a loss or a difference is not what there is of it any more, and no
            document may change that: it was lost once more, or more has come back.
    """

    moved: Sequence[BalanceTransaction]
    summed: int
    own: Sequence[OwnDocument]
    currency: str
    loss: int
    exchange: int
    undecidable: bool

    def in_words(self, zone: str) -> str:
        """Return what Stripe has moved, what SYSPRO has of it, and what a person books; empty where all is decided."""
        # A correction stands for the document that it corrects.
        sent = [one.amount.minor for one in self.own if one.sent and one.purpose in _IN_CLEARING and one.amount]
        there = sum(sent) + self.summed
        left = sum(one.net_minor for one in self.moved) - there
        moves = [one for one in self.moved if one.amount_minor]
        if not self.undecidable and not (sent and left and len(moves) > _DOCUMENTED):
            return ""
        listed = ", ".join(f"{self._money(one.net_minor)} ({day_at(one.created_at, zone)})" for one in moves)
        return (
            f"Stripe has moved {listed}; SYSPRO has {self._money(there)} of that in clearing."
            f" Book by hand {_and([*self._clearing(left), *self._losses(), *self._rates()])}"
        )

    def _clearing(self, left: int) -> list[str]:
        if not left:
            return []
        money = self._money(abs(left))
        out, back = f"{money} out of clearing to the dispute account", f"{money} into clearing from the dispute account"
        return [out if left < 0 else back]

    def _losses(self) -> list[str]:
        if not self.loss:
            return []
        money = self._money(abs(self.loss))
        lost, back = f"{money} from the dispute account to dispute losses", f"{money} back from dispute losses"
        return [lost if self.loss > 0 else back]

    def _rates(self) -> list[str]:
        if not self.exchange:
            return []
        money = self._money(abs(self.exchange))
        cost, back = (
            f"{money} from the dispute account to exchange differences",
            f"{money} back from exchange differences",
        )
        return [cost if self.exchange > 0 else back]

    def _money(self, minor: int) -> Money:
        return Money(minor, self.currency)


def _and(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
