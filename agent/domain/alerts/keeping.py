"""Which troubles are told now, told again, or told to be over. Pure.

``*_at`` is Unix seconds UTC, ``*_s`` seconds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from agent.domain.settings import Values


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong now.

    Attributes:
        cause: What it is, in machine form; everything with one cause is one trouble.
        title: A few words: what happened.
        press: What to do about it; may be empty.
        count: How many things it holds up.
        urgent: Whether it is told at once and at night: money may be wrong, or nothing is posted until somebody acts.
        detail: An example in full, which may name customers and amounts.
    """

    cause: str
    title: str
    press: str = ""
    count: int = 1
    urgent: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """A trouble as people were told of it.

    Attributes:
        trouble: The trouble as it was seen last.
        first_at: Since when it is there.
        seen_at: When it was there last.
        told_at: When people were told last; 0 when they were not yet.
    """

    trouble: Trouble
    first_at: int
    seen_at: int
    told_at: int = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """How much people want to hear.

    Attributes:
        wait_s: How long a trouble is there before it is told, and gone before it is told to be over.
        again_s: After how long one that stays is told again.
        quiet: Start and end of the quiet hours at the site; equal ones are none.
        quiet_days: Days that are quiet as a whole; 0 is Monday.
        zone: The site's time zone.
    """

    wait_s: int
    again_s: int
    quiet: tuple[time, time]
    quiet_days: frozenset[int]
    zone: ZoneInfo

    @classmethod
    def of(cls, values: Values) -> "Policy":
        """Return what the settings say."""
        begin, _, end = values.text("alerts.quiet_hours").partition("-")
        hours = (time.fromisoformat(begin), time.fromisoformat(end)) if end else (time(), time())
        named = values.text("alerts.quiet_days").replace(",", " ").split()
        days = frozenset(map(DAYS.index, named))
        zone = ZoneInfo(values.text("site.time_zone"))
        return cls(values.integer("alerts.wait_s"), values.integer("alerts.again_after_s"), hours, days, zone)

    def is_quiet(self, now: int) -> bool:
        """Return whether only urgent troubles are told now; a night that begins on a quiet day belongs to it."""
        here = datetime.fromtimestamp(now, UTC).astimezone(self.zone)
        begin, end = self.quiet
        moment = here.time()
        by_night = begin <= moment < end if begin <= end else moment >= begin or moment < end
        return here.weekday() in self.quiet_days or by_night


#: Names of the days in the settings, Monday first.
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Round:
    """What follows from one look.

    Attributes:
        kept: Every alert that stays.
        new: Troubles that are told for the first time now.
        again: Troubles that people were told of long ago and that are still there.
        over: Troubles that are gone and were told.
    """

    kept: tuple[Alert, ...]
    new: tuple[Alert, ...] = ()
    again: tuple[Alert, ...] = ()
    over: tuple[Alert, ...] = ()

    @property
    def says_anything(self) -> bool:
        """Whether people are to be told."""
        return bool(self.new or self.again or self.over)


def look(troubles: Sequence[Trouble], kept: Mapping[str, Alert], policy: Policy, now: int) -> Round:
    """Compare what is wrong now with what people were told.

    Args:
        troubles: What is wrong now, one a cause.
        kept: Alerts by cause, as the last round left them.
        policy: How much people want to hear.
        now: The present moment.
    """
    quiet = policy.is_quiet(now)
    new: list[Alert] = []
    again: list[Alert] = []
    over: list[Alert] = []
    stay: list[Alert] = []
    for trouble in sorted(troubles, key=lambda one: (not one.urgent, -one.count, one.cause)):
        alert = _seen(trouble, kept.get(trouble.cause), now)
        if (quiet and not trouble.urgent) or not _is_due(alert, policy, now):
            stay.append(alert)
            continue
        told = replace(alert, told_at=now)
        (again if alert.told_at else new).append(told)
        stay.append(told)
    causes = {trouble.cause for trouble in troubles}
    for alert in (alert for cause, alert in sorted(kept.items()) if cause not in causes):
        # What comes and goes within the wait is one trouble, told once.
        if 0 <= now - alert.seen_at < policy.wait_s or (alert.told_at and quiet):
            stay.append(alert)
        elif alert.told_at:
            over.append(alert)
    return Round(tuple(stay), tuple(new), tuple(again), tuple(over))


def _seen(trouble: Trouble, known: Alert | None, now: int) -> Alert:
    """Return the alert of a trouble that is there now; a clock that was put back begins anew."""
    if known is None or known.first_at > now:
        return Alert(trouble, now, now, min(known.told_at, now) if known else 0)
    return replace(known, trouble=trouble, seen_at=now)


def _is_due(alert: Alert, policy: Policy, now: int) -> bool:
    if alert.told_at:
        return now - alert.told_at >= policy.again_s
    return alert.trouble.urgent or now - alert.first_at >= policy.wait_s
