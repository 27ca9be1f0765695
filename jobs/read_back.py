"""Read back: compare what was posted with what SYSPRO has of it now, the late ones in full, the older ones by turns."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from agent.domain.documents import Document, State
from agent.domain.kinds import Kind
from agent.domain.marks import READ_BACK_UP_TO
from agent.domain.reconciliation import Reread
from agent.domain.settings import Values
from agent.ports import Clock, DocumentTarget, Links, Marks, Outbox, Reconciling
from jobs.binding import Binding

#: The site edits its customers, so theirs are read again only while a discrepancy of them is open.
_PARTIES = frozenset({Kind.CUSTOMER, Kind.CUSTOM_FORM})

#: Older documents that are read each time in any case: a small site's are read whole every night.
_LEAST_SHARE = 500


@dataclass(slots=True)
class ReadBack:
    """Reads posted documents again, at most ``syspro.batch`` with one logon.

    Attributes:
        reconciling: Which documents there are.
        outbox: Where it is noted that one was read, and what differs.
        links: Customers of the documents.
        marks: How far the round over the older ones is.
        target: Reads documents of all kinds.
        clock: Time of the agent.
        values: Settings.
        stopping: Says whether the engine wants to stop.
        known: Documents that clearing shows to be wrong: their discrepancy says more, so they are left out.
        corrected: Documents that a correction stands beside: they are not as they were posted, and all is well.
    """

    reconciling: Reconciling
    outbox: Outbox
    links: Links
    marks: Marks
    target: DocumentTarget
    clock: Clock
    values: Values
    stopping: Callable[[], bool]
    known: Collection[int] = ()
    corrected: Collection[int] = ()
    _read: int = field(default=0, init=False)
    _altered: int = field(default=0, init=False)

    def run(self, since_at: int, also: Collection[int] = ()) -> Reread:
        """Read what was sent since ``since_at``, what is known to be altered, and a share of the rest.

        Args:
            since_at: From when on all documents are read, Unix seconds UTC.
            also: Numbers of further documents that are read whatever their age.

        Raises:
            Transient, Misconfigured: When SYSPRO cannot be read; what was read before is noted.
        """
        self._all_since(since_at)
        self._whatever_their_age(since_at, also)
        older, read, up_to_at = self._share_of(since_at)
        return Reread(self._read, self._altered, since_at, older, read, up_to_at, self.stopping())

    @property
    def _company(self) -> str:
        return self.values.text("syspro.company")

    @property
    def _batch(self) -> int:
        return self.values.integer("syspro.batch")

    def _all_since(self, since_at: int) -> None:
        # Nothing is sent after now, so one second more is open at the end.
        span, after_id = (since_at, self.clock.now() + 1), 0
        while not self.stopping():
            some = self.reconciling.verified(self._company, span, after_id, self._batch)
            if not some:
                return
            after_id = some[-1].id
            self._compare(some)

    def _whatever_their_age(self, since_at: int, also: Collection[int]) -> None:
        """Read the older ones that have an open discrepancy, so that it closes with its cause, and those asked for."""
        altered = self.reconciling.altered(self._company)
        wanted = self.reconciling.verified_of(self._company, altered | set(also))
        self._close_cancelled(altered - {document.id for document in wanted})
        older = [document for document in wanted if document.sent_at < since_at or document.draft.key.kind in _PARTIES]
        for start in range(0, len(older), self._batch):
            if self.stopping():
                return
            self._compare(older[start : start + self._batch])

    def _close_cancelled(self, numbers: Collection[int]) -> None:
        """Close what is open of orders that we have cancelled since: nothing of them is to be compared any more."""
        found = [document for document in map(self.outbox.get, sorted(numbers)) if document is not None]
        self._all_well([document for document in found if document.state is State.POSTED])

    def _share_of(self, before_at: int) -> tuple[int, int, int]:
        """Read a share of what was sent before; return how many there are, how many were read, and up to which moment.

        The moment is 0 where the round over all of them is complete.
        """
        span = (0, before_at)
        older = self.reconciling.count_verified(self._company, span)
        share = left = max(_LEAST_SHARE, -(-older // self.values.integer("reconcile.older_nights")))
        after_id = int(self.marks.get(READ_BACK_UP_TO) or 0)
        up_to_at = 0
        while left and not self.stopping():
            asked = min(self._batch, left)
            some = self.reconciling.verified(self._company, span, after_id, asked)
            if not some and after_id and left == share:
                # The last round ended exactly where its last share did.
                after_id = 0
                continue
            self._compare(some)
            left -= len(some)
            ended = len(some) < asked
            after_id, up_to_at = (0, 0) if ended else (some[-1].id, some[-1].sent_at)
            self.marks.set(READ_BACK_UP_TO, str(after_id or ""), self.clock.now())
            if ended:
                break
        return older, share - left, up_to_at

    def _compare(self, some: Sequence[Document]) -> None:
        self._all_well([document for document in some if document.id in self.corrected])
        binding = Binding(self._company, self.links, self.outbox)
        compared = [
            binding.bound(document)
            for document in some
            if document.id not in self.known and document.id not in self.corrected
        ]
        if not compared:
            return
        with self.target.session() as session:
            differences = session.read_back(compared)
        self.outbox.verified(compared, differences, self.clock.now())
        self._read += len(compared)
        self._altered += sum(bool(found) for found in differences.values())

    def _all_well(self, documents: Sequence[Document]) -> None:
        if documents:
            self.outbox.verified(documents, {document.id: () for document in documents}, self.clock.now())
