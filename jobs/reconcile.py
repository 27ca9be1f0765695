"""Reconcile: every document against SYSPRO's rows, every movement against Stripe's list, what was posted read again.

Nothing is healed: what differs is a discrepancy, which closes itself when its cause is gone. A movement that Stripe has
changed, or that was never decided, is decided next.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from agent.domain.attempts import Discrepancy
from agent.domain.codec import dumps, loads
from agent.domain.errors import AgentError, Problem
from agent.domain.events import SWEEP, BalanceTransaction, Event, subject_of
from agent.domain.kinds import IN_CASH_BOOK
from agent.domain.marks import RECONCILED, TO_RECONCILE
from agent.domain.reconcile import Item, Standing, reconcile
from agent.domain.reconciliation import (
    AREA,
    DIFFERENCES,
    MOVEMENTS,
    Asked,
    Movement,
    Report,
    Tallying,
    Told,
    Wish,
    discrepancy_of,
    gone_discrepancy,
    undecided_discrepancy,
)
from agent.domain.remainders import EXCHANGE, Remainder, ending_codes, remainder_discrepancy, remainders
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import (
    Clock,
    Discrepancies,
    DocumentTarget,
    ErpReader,
    EventSource,
    Inbox,
    Ledger,
    Links,
    Marks,
    Outbox,
    Reconciling,
    Reports,
)
from jobs.read_back import ReadBack
from jobs.sweep import Sweep

_DAY_S = 86400

#: Seconds within which a movement is decided when all goes well; only later is it said to have no outcome.
_DECIDED_WITHIN_S = 3600

#: Most moments of older movements that one run asks Stripe about again.
_MOST_OLDER = 100

_INTERRUPTED = Problem(
    title="The reconciliation met an error of the program",
    message="Nothing was compared because of an error of the program; the log of today says where.",
    code="reconcile.bug",
)


@dataclass(frozen=True, slots=True)
class Side:
    """The parts of the store that reconciliation works with."""

    reconciling: Reconciling
    ledger: Ledger
    inbox: Inbox
    outbox: Outbox
    links: Links
    reports: Reports
    discrepancies: Discrepancies
    marks: Marks


@dataclass(slots=True)
class Reconcile:
    """One reconciliation.

    Attributes:
        source: Stripe's list of its movements.
        sweep: Brings our copy of it up to now.
        erp: SYSPRO's rows.
        target: Reads documents of all kinds again.
        side: Our own books.
        clock: Time of the agent.
        values: Settings.
        stopping: Says whether the engine wants to stop.
        level: Books what exchange rates left, where the site wants that; returns it with what is on its way.
    """

    source: EventSource
    sweep: Sweep
    erp: ErpReader
    target: DocumentTarget
    side: Side
    clock: Clock
    values: Values
    stopping: Callable[[], bool] = lambda: False
    level: Callable[[tuple[Remainder, ...]], tuple[Remainder, ...]] = lambda left: left

    def run(self) -> JobReport:
        """Reconcile what was asked for, else the last days, and keep the report for whoever asked."""
        marks, now = self.side.marks, self.clock.now()
        text = marks.get(TO_RECONCILE)
        asked = loads(Asked, text) if text else Asked(0, Wish(now - self._days_s, now + 1))
        told = Told(asked.command, now, None, _INTERRUPTED)
        try:
            told = Told(asked.command, now, self.report(asked.wish))
        except AgentError as error:
            told = Told(asked.command, now, None, error.problem)
            raise
        finally:
            marks.set(RECONCILED, dumps(told), self.clock.now())
            # Another wish may have come meanwhile; it waits for its turn.
            if text and marks.get(TO_RECONCILE) == text:
                marks.set(TO_RECONCILE, "", self.clock.now())
        return JobReport(done=sum(tally.count for tally in told.report.tallies) if told.report else 0)

    def report(self, wish: Wish) -> Report:
        """Compare both sides, open and close discrepancies, and return what is to be shown.

        Raises:
            Transient, Misconfigured: When Stripe or SYSPRO cannot be read; nothing was opened or closed then.
            NeedsPerson: When Stripe's list cannot be read whole.
        """
        now = self.clock.now()
        self.sweep.bring_up()
        listed_from = min(wish.since_at, now - self._days_s)
        older = self._older(listed_from, now)
        gone, changed = self._listed_again([(listed_from, max(wish.until_at, now + 1)), *older])
        decided_by = [(listed_from, now - _DECIDED_WITHIN_S), *older]
        undecided = [one for span in decided_by for one in self.side.reconciling.undecided(*span)]
        self._decide_next([*changed, *undecided], now)
        found: list[Item] = []
        shown: list[Item] = []
        tallying = Tallying()
        corrected: set[int] = set()
        in_payout = self._documents_of(wish.payout)
        for item in self.items():
            if item.standing in DIFFERENCES:
                found.append(item)
            elif item.standing is Standing.MATCHED:
                corrected.update(item.documents[:-1])
            if _is_shown(item, wish, in_payout):
                tallying.add(item)
                if wish.matched or item.standing is not Standing.MATCHED:
                    shown.append(item)
        known = {number for item in found for number in item.documents}
        # A document is sent after its money has moved, so all that is about the days asked for was sent since.
        since_at = now - self._days_s if wish.payout else listed_from
        reread = self._reading_back(known, corrected).run(since_at, in_payout or ())
        left = self.level(self.left())
        self._open_and_close(found, gone, undecided, [(listed_from, now + 1), *older])
        fx = self.values.table("accounts.ledger").get("fx", "")
        self._replace(EXCHANGE, [remainder_discrepancy(one, fx) for one in left], None)
        reconciling, company = self.side.reconciling, self._company
        outcomes = () if wish.payout else reconciling.outcomes(company, wish.since_at, wish.until_at)
        return Report(
            since_at=wish.since_at,
            until_at=wish.until_at,
            payout=wish.payout,
            tallies=tallying.tallies(),
            items=tuple(shown),
            outcomes=tuple(outcomes),
            gone=_within(gone, wish),
            undecided=_within(undecided, wish),
            changed=_within(changed, wish),
            lines=tuple(reconciling.payout(company, wish.payout)) if wish.payout else (),
            read_back=reread.read,
            altered=reread.altered,
            reread=reread,
            remainders=() if wish.payout else left,
        )

    @property
    def _company(self) -> str:
        return self.values.text("syspro.company")

    @property
    def _days_s(self) -> int:
        return self.values.integer("reconcile.days") * _DAY_S

    def items(self) -> Iterator[Item]:
        """Compare our documents with SYSPRO's rows, and yield what comes of it; nothing is opened or closed.

        Raises:
            Transient, Misconfigured: When SYSPRO cannot be read.
        """
        codes = self.values.table("receipts.ledger_code")
        in_ledger = self.values.yes("cash_book.in_ledger")
        unprovable = frozenset() if in_ledger else frozenset(kind.value for kind in IN_CASH_BOOK)
        # Nothing is posted while our session lasts, so both sides are of one moment.
        with self.erp.session() as session:
            rows = session.clearing_rows(codes)
            with self.side.reconciling.expected(self._company) as (documents, legs):
                found = list(reconcile(documents, legs, rows, unprovable=unprovable))
        yield from found

    def left(self) -> tuple[Remainder, ...]:
        """Return what exchange rates left on accounts that must end at nothing; nothing is opened or closed.

        Raises:
            Transient, Misconfigured: When SYSPRO cannot be read.
        """
        codes = ending_codes(self.values)
        if not codes:
            return ()
        with self.erp.session() as session:
            rows = session.ledger_rows(codes)
            references = sorted({row.reference for row in rows if row.reference})
            carriers = self.side.reconciling.carriers(self._company, references)
        shares = self.side.reconciling.shares([one.id for one in carriers])
        others = {one.stripe_id for one in shares} - {one.stripe_id for one in carriers}
        more = self.side.reconciling.carriers_about(self._company, others)
        return remainders(rows, [*carriers, *more], shares)

    def _documents_of(self, payout: str) -> frozenset[int] | None:
        """Return the numbers of the documents that post movements of a payout; ``None`` where none is asked for."""
        if not payout:
            return None
        lines = self.side.reconciling.payout(self._company, payout)
        return frozenset(one.number for line in lines for one in line.documents)

    def _older(self, before_at: int, now: int) -> list[tuple[int, int]]:
        """Return the seconds of older movements that have an open discrepancy, so that it closes with its cause.

        Each is a question to Stripe, so a run asks for some of very many, the next night for the next.
        """
        moments = self.side.reconciling.open_before(before_at)
        start = now // _DAY_S * _MOST_OLDER % len(moments) if len(moments) > _MOST_OLDER else 0
        return [(at, at + 1) for at in (*moments, *moments)[start : start + min(_MOST_OLDER, len(moments))]]

    def _listed_again(self, spans: Sequence[tuple[int, int]]) -> tuple[list[Movement], list[Movement]]:
        gone: list[Movement] = []
        changed: list[Movement] = []
        for span in spans:
            missing, other = self._movements(*span)
            gone += missing
            changed += other
        return gone, changed

    def _movements(self, since_at: int, until_at: int) -> tuple[list[Movement], list[Movement]]:
        """Read Stripe's list again; return what is gone from it, and what has changed, as it was before."""
        before = {one.id: one for one in self.side.reconciling.movements(since_at, until_at)}
        listed: set[str] = set()
        changed = []
        for page in self.source.balance_transactions(since_at, until_at):
            for one in page:
                listed.add(one.id)
                known = before.get(one.id)
                if known is not None and known.money != _movement(one).money:
                    changed.append(known)
            self.side.ledger.store(page, self.clock.now())
        return [one for one in before.values() if one.id not in listed], changed

    def _reading_back(self, known: set[int], corrected: set[int]) -> ReadBack:
        side = self.side
        return ReadBack(
            side.reconciling, side.outbox, side.links, side.marks, self.target, self.clock, self.values, self.stopping,
            known, corrected,
        )  # fmt: skip

    def _decide_next(self, movements: Sequence[Movement], now: int) -> None:
        """Have the subjects of these movements decided, as if Stripe had told us of them just now."""
        subjects = {one.subject: one for one in movements}
        self.side.inbox.add([_as_event(one, now) for one in subjects.values()], now)

    def _open_and_close(
        self,
        items: Sequence[Item],
        gone: Sequence[Movement],
        undecided: Sequence[Movement],
        spans: Sequence[tuple[int, int]],
    ) -> None:
        """Open what is wrong, and close what is right again; movements that were not listed now are left alone."""
        movements = [*map(gone_discrepancy, gone), *map(undecided_discrepancy, undecided)]
        listed = {one.id for span in spans for one in self.side.reconciling.movements(*span)}
        self._replace(AREA, [discrepancy_of(item) for item in items], None)
        self._replace(MOVEMENTS, movements, listed)

    def _replace(self, area: str, found: Sequence[Discrepancy], checked: set[str] | None) -> None:
        by_subject: dict[str, list[Discrepancy]] = {}
        for one in found:
            by_subject.setdefault(one.subject, []).append(one)
        before = {row.subject for row in self.side.reports.discrepancies() if row.area == area}
        over = before - set(by_subject) if checked is None else (before - set(by_subject)) & checked
        now = self.clock.now()
        for subject in sorted({*by_subject, *over}):
            self.side.discrepancies.replace(area, subject, by_subject.get(subject, ()), now)


def _is_shown(item: Item, wish: Wish, in_payout: frozenset[int] | None) -> bool:
    if in_payout is not None:
        return not in_payout.isdisjoint(item.documents)
    # A row that we know nothing of has no moment of ours.
    return item.at == 0 or wish.since_at <= item.at < wish.until_at


def _within(movements: Sequence[Movement], wish: Wish) -> tuple[Movement, ...]:
    if wish.payout:
        return ()
    return tuple(one for one in movements if wish.since_at <= one.created_at < wish.until_at)


def _movement(one: BalanceTransaction) -> Movement:
    return Movement(
        one.id,
        one.created_at,
        one.amount_minor,
        one.fee_minor,
        one.currency,
        one.reporting_category,
        *subject_of(one),
    )


def _as_event(one: Movement, now: int) -> Event:
    return Event(
        id=f"reconcile_{one.subject}_{now}",
        type=SWEEP,
        created_at=one.created_at,
        object_id=one.subject,
        object_type=one.subject_type,
        livemode=False,
    )


def ask(marks: Marks, asked: Asked, now: int) -> None:
    """Leave a wish for the next run."""
    marks.set(TO_RECONCILE, dumps(asked), now)
