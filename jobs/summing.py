"""Gather what a decision needs to know of summary journals: what is left to this one, and what another has already."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.domain.cases.day_case import day_and_currency, day_id
from agent.domain.conversion import at_rate
from agent.domain.days import closes_at, day_at
from agent.domain.documents import Part
from agent.domain.events import DAY, WITH_PAYOUT, BalanceTransaction, subject_of
from agent.domain.facts import StripeFacts, Summing
from agent.domain.json_reader import BadJsonError
from agent.domain.posting import LEFT, uses_summary
from agent.domain.settings import Values
from agent.ports import Left, Outbox, Summaries
from jobs.proposing import Unnamed

#: Subjects that a decision may leave to a summary journal.
_LEAVES = frozenset({"charge", "refund", "dispute"})

_DAY_S = 86400


@dataclass(frozen=True, slots=True)
class GatherSums:
    """Asks our own store.

    Attributes:
        company: SYSPRO company.
        policy: The deciding settings.
        outbox: Our own documents.
        summaries: What is left to summary journals.
    """

    company: str
    policy: Values
    outbox: Outbox
    summaries: Summaries

    def elsewhere(self, stripe: StripeFacts) -> Mapping[str, str]:
        """Return, by leg key, the payout or day whose document posts an amount of this subject already."""
        if stripe.subject_type not in _LEAVES:
            return {}
        legs = [stripe.subject] if stripe.subject_type == "charge" else [one.id for one in stripe.balance_transactions]
        return self.summaries.elsewhere(self.company, legs, Part.AMOUNT.value, stripe.subject)

    def summing(self, stripe: StripeFacts, unnamed: Unnamed) -> Summing:
        """Return what the journal of a payout or a day sums up.

        Args:
            stripe: The payout or day; any other subject sums up nothing.
            unnamed: What goes with a payout unnamed.
        """
        if stripe.subject_type == DAY:
            return self._day(stripe.subject)
        return self._payout(stripe, unnamed) if stripe.subject_type == "payout" else Summing()

    def _payout(self, stripe: StripeFacts, unnamed: Unnamed) -> Summing:
        own = stripe.payout_movement
        if own is None:
            return Summing()
        named = (*stripe.balance_transactions, *unnamed.movements)
        subjects = {subject for subject, kind in map(subject_of, named) if kind in _LEAVES}
        by_day = self.policy.text("posting.summary") == DAY
        manual = (stripe.objects.get("payout") or {}).get("automatic") is False
        # What an earlier payout went without, because it was not decided in time, goes with this one.
        left = () if by_day else self.summaries.left(self.company, own.currency, own.created_at + 1, stripe.subject)
        reached = [one for one in left if not manual or one.moved.id not in unnamed.beyond]
        parts = tuple(one.moved for one in reached if _goes_with(one, stripe.subject, manual=manual))
        return Summing(
            parts=parts,
            rates=self._rates(parts),
            fees_elsewhere=self._fees_elsewhere(named, subjects, stripe.subject, by_day=by_day),
            undecided=self._undecided(subjects, own, unnamed, manual=manual),
        )

    def _undecided(self, subjects: set[str], own: BalanceTransaction, unnamed: Unnamed, *, manual: bool) -> int:
        """Return how much of what goes with a payout is not decided yet; by the balance that may be all before it."""
        if not uses_summary(self.policy):
            return 0
        if manual:
            return self.summaries.undecided_between(self.company, own.currency, unnamed.since_at, own.created_at)
        return self.summaries.undecided(self.company, subjects)

    def _fees_elsewhere(
        self, named: tuple[BalanceTransaction, ...], subjects: set[str], own: str, *, by_day: bool
    ) -> tuple[str, ...]:
        """Return those of ``named`` whose fees another document has, or a journal of a day will have."""
        # Stripe's own fees have none, and are fees as a whole.
        ids = [one.id for one in named if one.fee_minor or one.reporting_category in WITH_PAYOUT]
        found = set(self.summaries.elsewhere(self.company, ids, Part.FEES.value, own))
        if by_day:
            codes = self.summaries.codes(self.company, subjects)
            found |= {one.id for one in named if codes.get(subject_of(one)[0]) == LEFT}
        return tuple(sorted(found))

    def _day(self, subject: str) -> Summing:
        try:
            day, currency = day_and_currency(subject)
        except BadJsonError:
            return Summing()  # decide() meets the same and holds the day with the reason
        zone = self.policy.text("site.time_zone")
        until_at = closes_at(day, zone)
        left = [one.moved for one in self.summaries.left(self.company, currency, until_at, subject)]
        closed = self._closed({day_at(one.created_at, zone) for one in left} - {day}, currency)
        parts = tuple(one for one in left if day_at(one.created_at, zone) in {day, *closed})
        fees = self.summaries.elsewhere(self.company, [one.id for one in parts], Part.FEES.value, subject)
        # A day has at most 25 hours; one more than a day back is looked at for nothing.
        undecided = self.summaries.undecided_between(self.company, currency, until_at - _DAY_S, until_at)
        return Summing(parts, tuple(sorted(fees)), undecided, self._rates(parts))

    def _rates(self, parts: tuple[BalanceTransaction, ...]) -> Mapping[str, int]:
        """Return, of refunds that Stripe has converted, what they are at the rate of their payment."""
        signs = {one.id: 1 if one.amount_minor > 0 else -1 for one in parts if subject_of(one)[1] == "refund"}
        found = self.summaries.given_back(self.company, sorted(signs)) if signs else ()
        return {one.id: signs[one.id] * at_rate(one.settled_minor, one.part_minor, one.whole_minor) for one in found}

    def _closed(self, days: set[str], currency: str) -> set[str]:
        """Return those of the earlier days whose journal is made: what came too late for it goes with this one."""
        ids = {day_id(day, currency): day for day in days}
        return {ids[document.draft.key.stripe_id] for document in self.outbox.about(sorted(ids))}


def _goes_with(left: Left, payout: str, *, manual: bool) -> bool:
    named = left.moved.payout_id
    return named == payout or left.settled or (manual and not named)
