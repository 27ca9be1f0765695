"""Moments and lengths of time, as people write and read them."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import click

_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400}

#: Longest pause that is taken for meant.
_MOST_S = 366 * 86400


class Length(click.ParamType[int]):
    """A length of time such as ``90s``, ``30m``, ``1h`` or ``2d``; its value is seconds."""

    name = "length"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the seconds."""
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"(\d{1,9})([smhd])", value.strip().lower())
        seconds = int(found[1]) * _UNITS_S[found[2]] if found else 0
        if not 0 < seconds <= _MOST_S:
            self.fail(f"{value!r} is no length of time such as 90s, 30m, 1h or 2d.", param, ctx)
        return seconds


class Day(click.ParamType[date]):
    """A day such as ``2026-01-31``."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            self.fail(f"{value!r} is no day such as 2026-01-31.", param, ctx)


def today(now: int, zone: ZoneInfo) -> date:
    """Return the day of a moment in ``zone``."""
    return _local(now, zone).date()


def days_of(first: date, last: date | None, now: int, zone: ZoneInfo) -> tuple[int, int]:
    """Return the first second of ``first`` and the one after ``last`` (``None``: today), Unix seconds UTC."""
    after = (last or today(now, zone)) + timedelta(days=1)
    return _stamp(first, time(), zone), _stamp(after, time(), zone)


def moment(text: str, now: int, zone: ZoneInfo) -> int:
    """Return the Unix seconds UTC of ``14:30`` (the next one) or ``2026-01-31T14:30`` in ``zone``.

    Raises:
        ValueError: When it is neither, or lies behind us.
    """
    at = _next(time.fromisoformat(text), now, zone) if re.fullmatch(r"\d\d:\d\d", text) else _on_day(text, zone)
    if at <= now:
        raise ValueError("it lies in the past")
    return at


def say_when(at: int, now: int, zone: ZoneInfo) -> str:
    """Return a moment as people say it: ``today 14:32``, ``yesterday 14:32``, ``2026-01-31 14:32``."""
    then, today = _local(at, zone), _local(now, zone).date()
    words = {today: "today", today - timedelta(days=1): "yesterday", today + timedelta(days=1): "tomorrow"}
    return f"{words.get(then.date(), then.date().isoformat())} {then:%H:%M}"


def _next(clock_time: time, now: int, zone: ZoneInfo) -> int:
    today = _local(now, zone).date()
    at = _stamp(today, clock_time, zone)
    return at if at > now else _stamp(today + timedelta(days=1), clock_time, zone)


def _on_day(text: str, zone: ZoneInfo) -> int:
    then = datetime.fromisoformat(text)
    return int((then if then.tzinfo else then.replace(tzinfo=zone)).timestamp())


def _stamp(day: date, clock_time: time, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, clock_time, tzinfo=zone).timestamp())


def _local(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone(zone)
