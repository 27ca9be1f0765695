"""Post: send pending documents to SYSPRO, a batch a logon, each exactly once.

The claim is committed before anything is sent. Before sending, SYSPRO is searched for all references of the batch at
once: what is there already is adopted, not posted again, so that a restored database cannot post twice. Whatever was
claimed and not sent goes back untouched.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from agent.domain.attempts import Settlement
from agent.domain.documents import Document, State
from agent.domain.errors import AgentError, Misconfigured, NeedsPerson, Problem, Transient
from agent.domain.kinds import Kind
from agent.domain.reports import JobReport
from agent.domain.restoring import ask_person
from agent.domain.retry import Waits, after_error, after_rows
from agent.ports import Accepted, Clock, DocumentTarget, LeaseStore, Links, NotedSendings, Outbox, TargetSession
from jobs.beside import AtOnce, Outcome, Writer
from jobs.binding import Binding
from jobs.check_lists import REFUSED, CheckLists


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
        writer: Writes down what SYSPRO took.
        sendings: Notes what is sent to where SYSPRO cannot be searched.
        lease: The right to send; looked at before each document.
        check: Looks into SYSPRO's lists before anything is sent; ``None`` for not at all.
    """

    target: DocumentTarget
    outbox: Outbox
    links: Links
    clock: Clock
    company: str
    waits: Waits
    batch: int
    stopping: Callable[[], bool] = lambda: False
    writer: Writer = field(default_factory=AtOnce)
    sendings: NotedSendings = field(kw_only=True)
    lease: LeaseStore = field(kw_only=True)
    check: CheckLists | None = None

    def run(self) -> JobReport:
        """Claim due lane heads, send them, and read back what was written."""
        now = self.clock.now()
        # Nobody but this job sends: what is posting now is left from a round that could not write down its outcome.
        self.outbox.recover(now + self.waits.grace_s, now)
        claimed = self.outbox.claim(self.company, self.batch, now)
        if not claimed:
            return JobReport()
        batch = _Batch(self.outbox, self.clock, claimed, self.writer)
        try:
            with self.target.session() as session:
                return self._post_all(session, batch, self._bound(batch))
        except (Transient, Misconfigured) as error:
            self._give_back(batch, error)
            return JobReport.of(error)
        finally:
            # Also when the last write has met an error: its document is left in doubt then, like all that were sent.
            try:
                self.writer.finish()
            finally:
                self._leave_none_posting(batch)

    def _bound(self, batch: "_Batch") -> list[Document]:
        """Return the documents with what SYSPRO's own numbers fill; one that lacks any of them is parked."""
        binding = Binding(self.company, self.links, self.outbox)
        bound = []
        for document in batch.claimed:
            lacking = binding.lacking(document)
            keyed = binding.bound(document)
            if keyed is document and _needs_customer(document):
                batch.settle(document, Settlement(State.PARKED, _NO_CUSTOMER, "customer.not_linked"))
            elif lacking:
                batch.settle(document, Settlement(State.PARKED, _not_posted(lacking), "needs.not_posted"))
            else:
                bound.append(keyed)
        return bound

    def _post_all(self, session: TargetSession, batch: "_Batch", documents: list[Document]) -> JobReport:
        left, searchable = self._adopt(session, batch, documents)
        left, remarks = self._checked(batch, left)
        if searchable < {document.id for document in left}:
            self.sendings.note()
        written: list[Document] = []
        problem: Problem | None = None
        while left and problem is None and not self.stopping():
            document = left.pop(0)
            problem = self._post_one(session, batch, document, written, remarks.get(document.id, ""))
        self.writer.finish()
        for document in left:
            batch.settle(document, _untouched(self.clock.now()))
        self._read_back(session, written)
        return JobReport(done=len(documents) - len(left), more=problem is None, problem=problem)

    def _adopt(
        self, session: TargetSession, batch: "_Batch", documents: list[Document]
    ) -> tuple[list[Document], set[int]]:
        """Settle what SYSPRO has already, or may have; return the rest, and the numbers of what it surely lacks."""
        found = session.find(documents)
        left, lacking, unseen = [], set(), []
        for document in documents:
            rows = found.get(document.id)
            settlement = after_rows(document, rows or (), found_how="before sending")
            if settlement is not None:
                self.sendings.adopted(document)
                batch.settle(document, settlement)
            elif rows is None:
                unseen.append(document)
            else:
                lacking.add(document.id)
            if settlement is None:
                left.append(document)
        # Only now: what SYSPRO was found to have may be the only sign of a restore.
        asked = {document.id for document in unseen if self._asked_about(batch, document)}
        return [document for document in left if document.id not in asked], lacking

    def _asked_about(self, batch: "_Batch", document: Document) -> bool:
        """Leave a document to a person where it may have been sent before a restore; return whether that was done."""
        restored = self.sendings.suspicion(document)
        if restored is None:
            return False
        batch.settle(document, ask_person(document, restored))
        return True

    def _checked(self, batch: "_Batch", documents: list[Document]) -> tuple[list[Document], Mapping[int, str]]:
        """Set aside what names a code that SYSPRO does not have; return the rest, with remarks where nothing is."""
        found = self.check.refusals(documents) if self.check is not None and documents else {}
        if self.check is None or not self.check.holds:
            return documents, found
        for document in documents:
            if document.id in found:
                batch.settle(document, Settlement(State.PARKED, found[document.id], REFUSED))
        return [document for document in documents if document.id not in found], {}

    def _post_one(
        self, session: TargetSession, batch: "_Batch", document: Document, written: list[Document], remark: str
    ) -> Problem | None:
        """Send one document; return what stops the batch, if anything does."""
        # Another machine may have taken over since the claim; then this raises, and the rest goes back unsent.
        self.lease.check()
        batch.sent.add(document.id)
        try:
            accepted = session.post(document)
        except AgentError as error:
            batch.settle(document, after_error(error, document.attempts + 1, self.waits, self.clock.now()))
            return None if isinstance(error, NeedsPerson) else error.problem
        if not accepted.erp_key:
            batch.settle(document, _without_key(accepted, self.clock.now()))
            return None
        evidence = "; ".join(filter(None, ("Answered with its key", *accepted.warnings, remark)))
        posted = Settlement(State.POSTED, erp_key=accepted.erp_key, evidence=evidence, exchange=accepted.exchange)
        batch.settle_beside(document, posted)
        written.append(replace(document, state=State.POSTED, erp_key=accepted.erp_key))
        return None

    def _read_back(self, session: TargetSession, written: list[Document]) -> None:
        """Compare what was written; what cannot be read now stays unverified, and the resolve job reads it later."""
        if not written:
            return
        differences = session.read_back(written)
        self.outbox.verified(written, differences, self.clock.now())

    def _leave_none_posting(self, batch: "_Batch") -> None:
        """Move on what a bug in the middle of a batch left behind: what was sent is in doubt, the rest goes back."""
        now = self.clock.now()
        in_doubt = Settlement(State.IN_DOUBT, _INTERRUPTED, "post.interrupted", due_at=now + self.waits.grace_s)
        for document in batch.still_posting():
            batch.settle(document, in_doubt if document.id in batch.sent else _untouched(now + self.waits.snooze_s))

    def _give_back(self, batch: "_Batch", error: AgentError) -> None:
        """Return to pending whatever was not sent."""
        for document in batch.still_posting():
            if document.id not in batch.sent:
                batch.settle(document, after_error(error, document.attempts + 1, self.waits, self.clock.now()))


@dataclass(slots=True)
class _Batch:
    """What was claimed together, and how far it is.

    Attributes:
        outbox: Documents.
        clock: Time of the agent.
        claimed: The documents, posting since the claim.
        writer: Writes down what SYSPRO took.
        sent: Numbers of those whose sending began.
        settled: Numbers of those that are posting no more.
    """

    outbox: Outbox
    clock: Clock
    claimed: Sequence[Document]
    writer: Writer
    sent: set[int] = field(default_factory=set)
    settled: set[int] = field(default_factory=set)

    def settle(self, document: Document, settlement: Settlement) -> None:
        """Record what became of a document."""
        self._settle_all([(document, settlement)])

    def settle_beside(self, document: Document, settlement: Settlement) -> None:
        """Record what became of a document, while the next ones may be sent already."""
        self.writer.write(self._settle_all, (document, settlement))

    def _settle_all(self, outcomes: Sequence[Outcome]) -> None:
        self.outbox.settle_all(outcomes, self.clock.now())
        self.settled.update(document.id for document, _ in outcomes)

    def still_posting(self) -> Iterator[Document]:
        """Yield the documents that are posting still, as the outbox has them."""
        for document in self.claimed:
            fresh = None if document.id in self.settled else self.outbox.get(document.id)
            if fresh is not None and fresh.state is State.POSTING:
                yield fresh


_INTERRUPTED = "The batch ended by an error of the program before the outcome was known."

_NO_KEY = "SYSPRO took it without saying its number; the number is looked up."

_NO_CUSTOMER = "The payer has no SYSPRO customer yet: its customer document was not posted."


def _not_posted(lacking: Sequence[str]) -> str:
    return f"It needs the {' and the '.join(lacking)}, which SYSPRO does not have: retry that first."


def _needs_customer(document: Document) -> bool:
    return bool(document.draft.party) and document.draft.key.kind is not Kind.CUSTOMER


def _untouched(due_at: int) -> Settlement:
    return Settlement(State.PENDING, due_at=due_at, counts=False)


def _without_key(accepted: Accepted, now: int) -> Settlement:
    """Leave it to the look-up to find the key of a document that SYSPRO took without naming one."""
    return Settlement(State.IN_DOUBT, _NO_KEY, "post.no_key", due_at=now, exchange=accepted.exchange)
