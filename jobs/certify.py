"""Certify: after a stretch in which nothing was read, count both sides once all of it is caught up."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from agent.domain.certificate import GAP_S, Certificate, Gap, MovedSum, certificate_of
from agent.domain.codec import dumps, loads
from agent.domain.documents import State
from agent.domain.marks import CERTIFICATE, GAP
from agent.domain.reports import JobReport
from agent.ports import Audit, Clock, EventSource, Inbox, Marks, Outbox, Reconciling
from jobs.poll import WATERMARK as EVENTS
from jobs.sweep import WATERMARK as MOVEMENTS

#: Seconds after a gap's end within which a document may still wait for its turn; then it counts as waiting.
_PATIENCE_S = 3600


def certificate(source: EventSource, reconciling: Reconciling, company: str, gap: Gap, now: int) -> Certificate:
    """Return the certificate of a stretch, with Stripe's list of its movements as it is now.

    Args:
        source: Stripe.
        reconciling: Our own books.
        company: SYSPRO company.
        gap: The stretch.
        now: Unix seconds UTC.

    Raises:
        Transient, Misconfigured: When Stripe cannot be read.
        NeedsPerson: When its list cannot be read whole.
    """
    counts: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for page in source.balance_transactions(gap.since_at, gap.until_at):
        for one in page:
            counts[one.currency] += 1
            sums[one.currency] += one.net_minor
    return certificate_of(
        gap,
        now,
        stripe=[MovedSum(currency, count, sums[currency]) for currency, count in sorted(counts.items())],
        ours=reconciling.moved(gap.since_at, gap.until_at),
        outcomes=reconciling.outcomes(company, gap.since_at, gap.until_at),
        events=reconciling.events(gap.since_at, gap.until_at),
        documents=reconciling.documents(company, gap.since_at, gap.until_at),
    )


@dataclass(slots=True)
class Certify:
    """Notes gaps, and writes their certificates.

    Attributes:
        source: Stripe's list of its movements.
        reconciling: Our own books.
        inbox: How far Stripe has been read.
        outbox: Documents.
        marks: Where gap and certificate are kept.
        audit: Where it is written that there was one.
        clock: Time of the agent.
        company: SYSPRO company.
    """

    source: EventSource
    reconciling: Reconciling
    inbox: Inbox
    outbox: Outbox
    marks: Marks
    audit: Audit
    clock: Clock
    company: str

    def watching(self, poll: Callable[[], JobReport]) -> Callable[[], JobReport]:
        """Return ``poll``, which notes before each round how long nothing was read."""

        def run() -> JobReport:
            self.note()
            return poll()

        return run

    def note(self) -> None:
        """Note a gap that ends now; one that has no certificate yet goes on."""
        mark, now = self.inbox.watermark(EVENTS), self.clock.now()
        if mark is None or now - mark <= GAP_S:
            return
        kept = self.marks.get(GAP)
        since_at = min(mark, loads(Gap, kept).since_at) if kept else mark
        self.marks.set(GAP, dumps(Gap(since_at, now)), now)

    def run(self) -> JobReport:
        """Write the certificate of a gap that is caught up; do nothing where there is none."""
        kept = self.marks.get(GAP)
        if not kept or not self._caught_up(gap := loads(Gap, kept)):
            return JobReport()
        now = self.clock.now()
        made = certificate(self.source, self.reconciling, self.company, gap, now)
        self.marks.set(CERTIFICATE, dumps(made), now)
        self.audit.append("engine", "gap.certified", f"{gap.since_at}-{gap.until_at}", _detail(made), now)
        self.marks.set(GAP, "", now)
        return JobReport(done=1)

    def _caught_up(self, gap: Gap) -> bool:
        """Say whether all of it was read and decided, and nothing moves any more."""
        now = self.clock.now()
        read = min(self.inbox.watermark(EVENTS) or 0, self.inbox.watermark(MOVEMENTS) or 0)
        # The watermark of the events stays a little behind, for what appears late.
        if read < gap.until_at - _PATIENCE_S or self.inbox.next_subjects(1, now):
            return False
        counts = self.outbox.counts()
        moving = counts[State.PENDING] + counts[State.POSTING]
        return not moving or now - gap.until_at > _PATIENCE_S


def _detail(made: Certificate) -> str:
    movements = sum(line.stripe_count for line in made.lines)
    differences = ", ".join(f"{line.currency} {line.difference_minor}" for line in made.lines)
    return f"{movements} movements; difference in minor units: {differences or 'none'}"
