"""Late: movements that Stripe shows with a moment that was read long ago. Found where the proof does not add up.

The sweep reaches back two days, so what is dated earlier is seen by nobody: Stripe's balance has it, our copy of the
journal has not. Where both differ, the last days are listed again, and what is new is named.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.domain.attempts import Discrepancy
from agent.domain.events import BalanceTransaction
from agent.domain.late import (
    LATE,
    UNEXPLAINED,
    day_of,
    late_movement,
    late_opening,
    unexplained,
)
from agent.domain.marks import LOOKED_AGAIN, OPENING, OPENING_DAYS
from agent.domain.proof import ProofRow
from agent.ports import Clock, Discrepancies, EventSource, Inbox, Ledger, Marks
from jobs.poll import START
from jobs.sweep import LATE_DAYS, decide_next, recent_days

_DAY_S = 86_400


@dataclass(slots=True)
class Late:
    """One search for what came late.

    Attributes:
        source: Stripe's list of its movements.
        ledger: Our copy of it.
        inbox: Where what was missed goes.
        discrepancies: Where it is named.
        marks: Where the opening balance is kept, and what was looked for already.
        clock: Time of the agent.
    """

    source: EventSource
    ledger: Ledger
    inbox: Inbox
    discrepancies: Discrepancies
    marks: Marks
    clock: Clock

    def look(self, rows: Sequence[ProofRow]) -> bool:
        """List the last days again where the proof does not add up; return whether anything was found.

        The same differences are looked into once a day.

        Raises:
            NeedsPerson: When Stripe's list cannot be read whole.
        """
        started_at, now = self.inbox.watermark(START), self.clock.now()
        differing = {row.currency: row.difference_minor for row in rows if row.difference_minor}
        looked = json.dumps([now // _DAY_S, sorted(differing.items())])
        if started_at is None or not differing or self.marks.get(LOOKED_AGAIN) == looked:
            return False
        found = bool(self._movements(started_at)) | self._opening(started_at)
        # Only now: what could not be read whole is listed again, and never said to show nothing.
        self.marks.set(LOOKED_AGAIN, looked, now)
        return found

    def tell(self, company: str, rows: Sequence[ProofRow]) -> None:
        """Open a discrepancy for each currency whose difference nothing explains, and close those that are gone."""
        now = self.clock.now()
        for row in rows:
            told = (unexplained(row, LATE_DAYS),) if row.difference_minor else ()
            self.discrepancies.replace(UNEXPLAINED, f"{company} {row.currency}", told, now)

    def _movements(self, started_at: int) -> list[BalanceTransaction]:
        """Name and store the movements of the last days that were not there; have them decided."""
        now = self.clock.now()
        since_at = max(started_at, now - LATE_DAYS * _DAY_S)
        found: list[BalanceTransaction] = []
        for page in self.source.balance_transactions(since_at, self.source.server_time()):
            unknown = self.ledger.unknown([one.id for one in page])
            new = [one for one in page if one.id in unknown]
            # Named before they are stored: once they are, nobody can tell that they were not there.
            self._name(LATE, map(late_movement, new))
            self.ledger.store(page, now)
            found += new
        decide_next(self.inbox, found, now)
        return found

    def _opening(self, started_at: int) -> bool:
        """Compare the days before the first one that is posted with what they were; count what came late with them."""
        kept = self.marks.get(OPENING_DAYS)
        if not kept:
            return False
        was: Counter[tuple[str, int]] = Counter({(name, day): minor for name, day, minor in json.loads(kept)})
        since_at = recent_days(started_at)
        listed = [one for page in self.source.balance_transactions(since_at, started_at) for one in page]
        now: Counter[tuple[str, int]] = Counter()
        for one in listed:
            now[one.currency, day_of(one)] += one.net_minor
        changes = {key: now[key] - was[key] for key in sorted({*now, *was}) if now[key] != was[key]}
        self._name(LATE, (late_opening(key, minor, listed) for key, minor in changes.items()))
        if changes:
            self._count(changes, now)
        return bool(changes)

    def _count(self, changes: dict[tuple[str, int], int], days: Counter[tuple[str, int]]) -> None:
        opening: Counter[str] = Counter(json.loads(self.marks.get(OPENING) or "{}"))
        for (currency, _), minor in changes.items():
            opening[currency] += minor
        by_day = json.dumps([[*key, minor] for key, minor in sorted(days.items())])
        # Together, or what came late would be counted twice after a crash between the two.
        self.marks.set_all({OPENING: json.dumps(opening), OPENING_DAYS: by_day}, self.clock.now())

    def _name(self, area: str, found: Iterable[Discrepancy]) -> None:
        """Open what was found; it stays until a person has seen and accepted it."""
        for one in found:
            self.discrepancies.replace(area, one.subject, (one,), self.clock.now())
