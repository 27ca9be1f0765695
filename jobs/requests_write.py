"""Write payment requests to Stripe: a few invoices a round, each with the fewest calls, no link made twice.

Before the first call about an invoice it is noted that it has begun. What was broken off, by a kill or without an
answer, is looked up first: recorded links by their id, and those that no record was kept of by the mark in their
metadata. Idempotency keys guard the first day (docs.stripe.com/api/idempotent_requests), the look-up guards for ever.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from agent.domain.codec import dumps, fingerprint
from agent.domain.errors import NeedsPerson, Problem, Transient
from agent.domain.requests.kept import Due, Key
from agent.domain.requests.link import PayLink, SeenLink
from agent.domain.requests.plan import CloseLink, Step, closed, found_again, kept, next_step
from agent.domain.retry import Waits, back_off_s
from agent.ports import Clock, PaymentLinks, RequestStore


@dataclass(slots=True)
class Tally:
    """What a round did.

    Attributes:
        done: Invoices written.
        refusals: Invoices that Stripe refused.
        refused: Why it refused the last of them.
    """

    done: int = 0
    refusals: int = 0
    refused: Problem | None = None


@dataclass(slots=True)
class WriteRequests:
    """Rounds of writing.

    Attributes:
        links: Stripe's payment links.
        store: What is due.
        clock: Time of the agent.
        company: SYSPRO company.
        waits: Back-off.
        batch: Most invoices in one round.
        stopping: Says whether the engine wants to stop.
    """

    links: PaymentLinks
    store: RequestStore
    clock: Clock
    company: str
    waits: Waits
    batch: int
    stopping: Callable[[], bool]

    def round(self, tally: Tally) -> None:
        """Write what is due, at most a batch; an invoice that Stripe refuses is in nobody's way.

        Args:
            tally: Counts what was done, also where the round is broken off.

        Raises:
            Transient: Nobody answered; what is not written stays due.
            Misconfigured: The key lacks a right; what is not written stays due.
        """
        now = self.clock.now()
        due = self.store.due(self.company, self.batch, now)
        if not due:
            return
        found = self._found(due)
        self.store.begin(self.company, [one.key for one in due], now)
        for one in due:
            if self.stopping():
                return
            begun = one if one.begun_at is not None else replace(one, begun_at=now)
            self._one(begun, found.get(one.key, one.links), tally)

    def _one(self, due: Due, there: tuple[PayLink, ...], tally: Tally) -> None:
        calls = _Calls(self.links, due, self.company, there)
        try:
            while (step := next_step(calls.has, due.wanted)) is not None:
                calls.make(step)
        except NeedsPerson as error:
            self.store.refused(self.company, due, error.problem.message, self.clock.now())
            tally.refusals, tally.refused = tally.refusals + 1, error.problem
        except Transient as error:
            now = self.clock.now()
            wait_s = error.retry_after_s or back_off_s(due.attempts + 1, self.waits)
            self.store.later(self.company, due, now + wait_s, now)
            raise
        else:
            self.store.done(self.company, due, kept(calls.has, due.wanted), self.clock.now())
            tally.done += 1

    def _found(self, due: Sequence[Due]) -> Mapping[Key, tuple[PayLink, ...]]:
        """Return what Stripe has, by invoice, of those about which that is not sure."""
        doubtful = [one for one in due if one.begun_at is not None or one.attempts]
        if not doubtful:
            return {}
        marked: dict[str, list[SeenLink]] = defaultdict(list)
        for seen in self.links.active():
            if seen.mark:
                marked[seen.mark].append(seen)
        return {one.key: self._again(one, marked[one.mark(self.company)]) for one in doubtful}

    def _again(self, due: Due, marked: Sequence[SeenLink]) -> tuple[PayLink, ...]:
        listed = {seen.id for seen in marked}
        recorded = [self.links.get(link.id) for link in due.links if link.id not in listed]
        return found_again(due.links, [*recorded, *marked], due.wanted)


@dataclass(slots=True)
class _Calls:
    """The calls about one invoice, and what Stripe has after each."""

    links: PaymentLinks
    due: Due
    company: str
    has: tuple[PayLink, ...]
    made: int = field(default=0)

    def make(self, step: Step) -> None:
        """Make one call."""
        due, mark = self.due, self.due.mark(self.company)
        parts = [mark, due.revision, due.begun_at, due.attempts, self.made, type(step).__name__, step]
        key = f"syspro-{fingerprint(dumps(parts))}"
        if isinstance(step, CloseLink):
            self.has = closed(self.has, self.links.close(step.id, key))
        else:
            seen = self.links.make(step.ask, mark, key)
            self.has = (*self.has, PayLink(seen.id, seen.url, step.ask, seen.active, seen.paid))
        self.made += 1
