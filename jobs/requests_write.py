"""Write payment requests to Stripe: a few invoices a round, each with the fewest calls, no link made twice.

Before the first call about an invoice it is noted that it has begun. What was broken off, by a kill or without an
answer, is looked up first: recorded links by their id, and those that no record was kept of by the mark in their
metadata. Idempotency keys guard the first day (docs.stripe.com/api/idempotent_requests), the look-up guards for ever.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from agent.domain.codec import dumps, fingerprint
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.requests.kept import Due, Key
from agent.domain.requests.link import PayLink, SeenLink, Way, mark_of, marked_by
from agent.domain.requests.plan import CloseLink, FinishLink, Step, closed, finished, found_again, kept, next_step
from agent.ports import Clock, Payers, PaymentLinks, RequestStore
from jobs.writing import Round, Tally


@dataclass(slots=True)
class WriteRequests:
    """Rounds of writing.

    Attributes:
        links: Stripe's payment links and invoices.
        payers: Whom Stripe invoices are for.
        store: What is due.
        clock: Time of the agent.
        company: SYSPRO company.
        way: What an open invoice becomes.
        order: How a round is written.
        batch: Most invoices in one round.
    """

    links: PaymentLinks
    payers: Payers
    store: RequestStore
    clock: Clock
    company: str
    way: Way
    order: Round
    batch: int

    def round(self, tally: Tally) -> None:
        """Write what is due, at most a batch; see :meth:`jobs.writing.Round.write`."""
        now = self.clock.now()
        due = self.store.due(self.company, self.batch, now)
        if not due:
            return
        marked = self._marked() if any(map(_doubtful, due)) else {}
        self.store.begin(self.company, [one.key for one in due], now)
        self.order.write(due, _Desk(self, marked), tally)

    def find_unknown(self) -> None:
        """Make due the invoices of links that no record was kept of: the database was lost, or is an older copy.

        Raises:
            Transient: Nobody answered.
            Misconfigured: The key lacks a right.
        """
        recorded = self.store.recorded(self.company)
        unknown = [key for key, seen in self._marked().items() if any(one.id not in recorded for one in seen)]
        self.store.doubt(self.company, sorted(unknown), self.clock.now())

    def _marked(self) -> Mapping[Key, Sequence[SeenLink]]:
        """Return the links that can be paid, or be finished, and carry our mark, by invoice."""
        found: dict[Key, list[SeenLink]] = defaultdict(list)
        # What the site never asked for need not be looked at, so that the key needs no right for it.
        ways = {self.way, *self.store.recorded(self.company).values()}
        for seen in self.links.active(ways):
            key = marked_by(seen.mark, self.company)
            if key is not None:
                found[key].append(seen)
        return found


@dataclass(frozen=True, slots=True)
class _Desk:
    """Writes one invoice after the other."""

    writing: WriteRequests
    marked: Mapping[Key, Sequence[SeenLink]]

    def write(self, due: Due, _tally: Tally) -> None:
        """Make the calls about one invoice."""
        writing = self.writing
        begun = due if due.begun_at is not None else replace(due, begun_at=writing.clock.now())
        there = self._again(due, self.marked.get(due.key, ())) if _doubtful(due) else due.links
        calls = _Calls(writing, begun, there, doubtful_since_at=due.begun_at)
        while (step := next_step(calls.has, due.wanted)) is not None:
            calls.make(step)
        writing.store.done(writing.company, due, kept(calls.has, due.wanted), writing.clock.now())

    def refused(self, due: Due, problem: Problem) -> None:
        """Record that Stripe refused it."""
        self.writing.store.refused(self.writing.company, due, problem.message, self.writing.clock.now())

    def later(self, due: Due, due_at: int) -> None:
        """Have it tried again at ``due_at``."""
        self.writing.store.later(self.writing.company, due, due_at, self.writing.clock.now())

    def _again(self, due: Due, marked: Sequence[SeenLink]) -> tuple[PayLink, ...]:
        """Return what Stripe has of an invoice about which that is not sure."""
        listed = {seen.id for seen in marked}
        links = self.writing.links
        recorded = [links.get(link.id, link.way) for link in due.links if link.id not in listed]
        return found_again(due.links, [*recorded, *marked], due.wanted)


def _doubtful(due: Due) -> bool:
    """Return whether a writing of the invoice is not known to have ended."""
    return due.begun_at is not None or due.attempts > 0


@dataclass(slots=True)
class _Calls:
    """The calls about one invoice, and what Stripe has after each."""

    writing: WriteRequests
    due: Due
    has: tuple[PayLink, ...]
    doubtful_since_at: int | None
    made: int = field(default=0)

    def make(self, step: Step) -> None:
        """Make one step."""
        writing, due = self.writing, self.due
        links, mark = writing.links, mark_of(writing.company, *due.key)
        parts = [mark, due.revision, due.begun_at, due.attempts, self.made, type(step).__name__, step]
        key = f"syspro-{fingerprint(dumps(parts))}"
        if isinstance(step, CloseLink):
            self.has = closed(self.has, links.close(step.id, step.way, key))
        elif isinstance(step, FinishLink):
            self.has = finished(self.has, links.finish(step.id, step.ask, key))
        else:
            payer = self._payer() if step.ask.way is Way.INVOICE else ""
            try:
                made = links.make(step.ask, mark, key, payer=payer)
            except NeedsPerson as error:
                if not payer or not writing.payers.is_gone(payer, error.problem):
                    raise
                made = links.make(step.ask, mark, f"{key}-again", payer=self._payer())
            self.has = (*self.has, made.as_ours(step.ask))
        self.made += 1

    def _payer(self) -> str:
        due = self.due
        attempt = str(due.attempts or "")
        return self.writing.payers.payer(due.customer, begun_at=self.doubtful_since_at, attempt=attempt)
