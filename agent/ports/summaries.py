"""Port to our own store: what is left to summary journals, and the running balance that proposals rest on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from agent.domain.events import BalanceTransaction


@dataclass(frozen=True, slots=True)
class Left:
    """A movement that its own decision left to a summary journal.

    Attributes:
        moved: The movement.
        settled: Whether the payout that names it was decided already, without it.
    """

    moved: BalanceTransaction
    settled: bool


@dataclass(frozen=True, slots=True)
class Running:
    """The running balance before a payout that names no movements.

    Attributes:
        available_minor: What was available, minor units.
        beyond: Ids of the movements before the payout that it did not reach, or that were not available yet.
    """

    available_minor: int
    beyond: frozenset[str]


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A movement of a refund that Stripe has converted, with what it is a part of.

    Attributes:
        id: Balance transaction.
        part_minor: What is given back, in the payment's currency.
        whole_minor: What was paid, in the same currency.
        settled_minor: What the payment brought into the balance, in the settlement currency.
    """

    id: str
    part_minor: int
    whole_minor: int
    settled_minor: int


class Summaries(Protocol):
    """What is left to summary journals, and which document posts a leg already."""

    def left(self, company: str, currency: str, until_at: int, own: str) -> Sequence[Left]:
        """Return what is left in a currency and was booked before ``until_at``, what ``own`` posts included.

        Args:
            company: SYSPRO company.
            currency: Settlement currency.
            until_at: Unix seconds UTC.
            own: Payout or day that is decided.
        """

    def left_before(self, company: str, until_at: int) -> Sequence[Left]:
        """Return what is left in any currency, was booked before ``until_at``, and no document posts."""

    def elsewhere(self, company: str, legs: Sequence[str], part: str, own: str) -> Mapping[str, str]:
        """Return, by leg key, the Stripe object whose document posts it, where that is another than ``own``."""

    def codes(self, company: str, subjects: Collection[str]) -> Mapping[str, str]:
        """Return the reason code of the latest decision about each subject that was decided."""

    def undecided(self, company: str, subjects: Collection[str]) -> int:
        """Return how many of the subjects were never decided, nor set aside for a person."""

    def undecided_between(self, company: str, currency: str, since_at: int, until_at: int) -> int:
        """Return how many payments, refunds and disputes of a stretch of time were never decided, nor set aside."""

    def given_back(self, company: str, ids: Sequence[str]) -> Sequence[GivenBack]:
        """Return those of the balance transactions that are refunds of converted payments, with both amounts."""
