"""Forgotten: what an older copy of the database does not know of having sent, while Stripe no longer shows why.

A refund that failed, or a lost dispute that was overturned, makes nothing where nothing of it was sent before. Our own
database alone cannot say that: it may have been put back from a backup. So the subject is decided as it stood before
its money came back, and SYSPRO is searched for what that decision makes. What is there is made and adopted first, like
anything else that was sent; the decision after that takes it back.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from agent.domain.decide import decide
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Document, Draft, State
from agent.domain.facts import Facts, StripeFacts
from agent.domain.mapping import MappingRevision
from agent.domain.restoring import TELLING, before_it_came_back
from jobs.gather import Asking, Gather


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The search for what was sent about one subject.

    Attributes:
        gather: Asks our own database and SYSPRO.
        mapping: Revision by which the subject is decided.
        closed_at: Facts of Stripe -> when a dispute was lost, Unix seconds UTC; 0 where it was not.
    """

    gather: Gather
    mapping: MappingRevision
    closed_at: Callable[[StripeFacts], int]

    def look(self, facts: Facts, decision: Decision, asking: Asking) -> tuple[Facts, Decision] | None:
        """Return facts and decision of the time before the money came back, where SYSPRO has what that makes.

        ``None`` leaves it at ``decision``, which was made on ``facts``. Raises what the session raises.
        """
        ours = self.gather.ours(facts.stripe)
        stripe = before_it_came_back(facts.stripe, ours)
        if stripe is None:
            return None
        then = replace(facts, stripe=stripe, ours=ours, closed_at=self.closed_at(stripe))
        then = replace(then, erp=self.gather.erp(then, asking))
        earlier = decide(then, self.mapping)
        if earlier.outcome is Outcome.WAITING and decision.outcome is Outcome.IGNORED:
            # Its payment is on its way, or stopped: only when that is known can it be said what was sent.
            return then, earlier
        if earlier.outcome is Outcome.HELD and then.erp.taken_from:
            return then, replace(earlier, reason=f"{earlier.reason} {_already(then)}")
        drafts = _unsent(earlier, then)
        made = {draft.body.reference for draft in decision.drafts}
        searched = [draft for draft in drafts if draft.key.kind in TELLING and draft.body.reference not in made]
        if not searched or not any(asking.session.find([*map(_document, range(len(searched)), searched)]).values()):
            return None
        return then, replace(earlier, drafts=drafts, again=True)


def _unsent(decision: Decision, facts: Facts) -> tuple[Draft, ...]:
    sent = {one.reference for one in facts.ours if one.sent and one.stripe_id == decision.subject}
    return tuple(draft for draft in decision.drafts if draft.body.reference not in sent)


def _document(number: int, draft: Draft) -> Document:
    return Document(number, draft, State.PENDING, "", "", revision=0, due_at=None, attempts=0)


def _already(facts: Facts) -> str:
    return (
        f"SYSPRO has paid it out of {facts.erp.taken_from} already, which this database knows nothing of, and at Stripe"
        " the money has come back since: take it back by hand as well."
    )
