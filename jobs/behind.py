"""Gather what was decided about the payment behind a refund or a dispute, which is posted only after it."""

from dataclasses import dataclass

from agent.domain.decisions import UNDECIDED, Outcome
from agent.domain.facts import StripeFacts
from agent.ports import Inbox, Ledger, Outbox, Summaries

#: Subjects that give a payment back, or take it.
_AFTER = frozenset({"refund", "dispute"})


@dataclass(frozen=True, slots=True)
class GatherPayment:
    """Asks our own store.

    Attributes:
        company: SYSPRO company.
        inbox: What is still to be decided.
        outbox: What was decided.
        ledger: Our copy of Stripe's journal.
        summaries: Tell what waits for a person before it was ever decided.
        start_at: First moment that is posted, Unix seconds UTC.
    """

    company: str
    inbox: Inbox
    outbox: Outbox
    ledger: Ledger
    summaries: Summaries
    start_at: int

    def decided(self, stripe: StripeFacts) -> tuple[str, str]:
        """Return outcome and reason code of the latest decision about the payment behind a subject.

        Where it was not decided yet that is ``undecided``, or ``held`` where it cannot be decided without a person.
        Both are empty where nothing ever told of the payment, or it moved no money since the first day.
        """
        charge = stripe.payment if stripe.subject_type in _AFTER else ""
        if not charge:
            return "", ""
        latest = self.outbox.latest(self.company, charge)
        if latest is not None:
            return latest[0].value, latest[1]
        if not self._is_known(charge):
            return "", ""
        to_come = self.summaries.undecided(self.company, [charge])
        return (UNDECIDED if to_come else Outcome.HELD.value), ""

    def _is_known(self, charge: str) -> bool:
        if self.inbox.unfinished(charge) is not None:
            return True
        return any(one.created_at >= self.start_at for one in self.ledger.of_subject(charge))
