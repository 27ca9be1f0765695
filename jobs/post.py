"""Post: send pending documents to SYSPRO, a batch a logon, each exactly once.

The claim is committed before anything is sent. Before sending, SYSPRO is searched for all references of the batch at
once: what is there already is adopted, not posted again, so that a restored database cannot post twice. Whatever was
claimed and not sent goes back untouched.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from agent.domain.attempts import Settlement
from agent.domain.documents import Document, State
from agent.domain.errors import AgentError, Misconfigured, NeedsPerson, Problem, Transient
from agent.domain.reports import JobReport
from agent.domain.retry import Waits, after_error, after_rows
from agent.ports import Clock, DocumentTarget, Links, Outbox, TargetSession


@dataclass(slots=True)
class Post:
    """One batch of documents.

    Attributes:
        target: SYSPRO.
        outbox: Documents.
        links: Known customers.
        clock: Time of the agent.
        company: SYSPRO company.
        waits: Back-off.
        batch: Most documents a logon.
        stopping: Says whether the engine wants to stop; the rest of the batch then goes back.
    """

    target: DocumentTarget
    outbox: Outbox
    links: Links
    clock: Clock
    company: str
    waits: Waits
    batch: int
    stopping: Callable[[], bool] = lambda: False

    def run(self) -> JobReport:
        """Claim due lane heads, send them, and read back what was written."""
        claimed = self.outbox.claim(self.company, self.batch, self.clock.now())
        if not claimed:
            return JobReport()
        try:
            with self.target.session() as session:
                return self._post_all(session, self._bound(claimed))
        except (Transient, Misconfigured) as error:
            self._give_back(claimed, error)
            return JobReport(problem=error.problem)
        finally:
            self._leave_none_posting(claimed)

    def _bound(self, claimed: Sequence[Document]) -> list[Document]:
        """Return the documents with their customer filled in; one whose customer is not linked is parked."""
        bound = []
        for document in claimed:
            party = document.draft.party
            link = self.links.find(self.company, "customer", party) if party else None
            if party and link is None and _needs_customer(document):
                self._settle(document, Settlement(State.PARKED, _NO_CUSTOMER, "customer.not_linked"))
            else:
                bound.append(document if link is None else document.bound(link.erp_key))
        return bound

    def _post_all(self, session: TargetSession, documents: list[Document]) -> JobReport:
        left = self._adopt(session, documents)
        written: list[Document] = []
        problem: Problem | None = None
        while left and problem is None and not self.stopping():
            document = left.pop(0)
            problem = self._post_one(session, document, written)
        for document in left:
            self._settle(document, _untouched(self.clock.now()))
        self._read_back(session, written)
        return JobReport(done=len(documents) - len(left), more=problem is None, problem=problem)

    def _adopt(self, session: TargetSession, documents: list[Document]) -> list[Document]:
        """Settle what SYSPRO has already, and return the rest."""
        found = session.find(documents)
        left = []
        for document in documents:
            settlement = after_rows(document, found.get(document.id, ()), found_how="before sending")
            if settlement is None:
                left.append(document)
            else:
                self._settle(document, settlement)
        return left

    def _post_one(self, session: TargetSession, document: Document, written: list[Document]) -> Problem | None:
        """Send one document; return what stops the batch, if anything does."""
        try:
            accepted = session.post(document)
        except AgentError as error:
            self._settle(document, after_error(error, document.attempts + 1, self.waits, self.clock.now()))
            return None if isinstance(error, NeedsPerson) else error.problem
        evidence = "; ".join(("Answered with its key", *accepted.warnings))
        posted = Settlement(State.POSTED, erp_key=accepted.erp_key, evidence=evidence, exchange=accepted.exchange)
        self._settle(document, posted)
        written.append(replace(document, state=State.POSTED, erp_key=accepted.erp_key))
        return None

    def _read_back(self, session: TargetSession, written: list[Document]) -> None:
        """Compare what was written; what cannot be read now stays unverified, and the resolve job reads it later."""
        if not written:
            return
        for document_id, differences in session.read_back(written).items():
            document = next(document for document in written if document.id == document_id)
            self.outbox.verified(document, differences, self.clock.now())

    def _leave_none_posting(self, claimed: Sequence[Document]) -> None:
        """After a bug in the middle of a batch, what is still claimed may or may not have been sent: it is in doubt."""
        due_at = self.clock.now() + self.waits.grace_s
        for document in claimed:
            fresh = self.outbox.get(document.id)
            if fresh is not None and fresh.state is State.POSTING:
                self._settle(fresh, Settlement(State.IN_DOUBT, _INTERRUPTED, "post.interrupted", due_at=due_at))

    def _give_back(self, claimed: Sequence[Document], error: AgentError) -> None:
        """Return to pending whatever is still claimed: nothing of it was sent."""
        for document in claimed:
            fresh = self.outbox.get(document.id)
            if fresh is not None and fresh.state is State.POSTING:
                self._settle(fresh, after_error(error, fresh.attempts + 1, self.waits, self.clock.now()))

    def _settle(self, document: Document, settlement: Settlement) -> None:
        self.outbox.settle(document, settlement, self.clock.now())


_INTERRUPTED = "The batch ended by an error of the program before the outcome was known."

_NO_CUSTOMER = "The payer has no SYSPRO customer yet: its customer document was not posted."


def _needs_customer(document: Document) -> bool:
    return not document.draft.blocks


def _untouched(now: int) -> Settlement:
    return Settlement(State.PENDING, due_at=now, counts=False)
