"""The looks of setting up, made for a home; part of the composition root, as ``agent.checks`` is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agent.domain.codec import dumps
from agent.domain.errors import Problem, Unavailable
from agent.domain.marks import SET_UP_PROGRESS, SET_UP_TOLD
from agent.domain.setup import Found, Look, Told, summary_of
from jobs.look import Discover, LookAround, access

if TYPE_CHECKING:
    from agent.bootstrap import Home
    from agent.world import World

#: Days that the preview of a new site shows.
PREVIEW_DAYS = 30

_STOPPED = Problem("The engine starts anew", "It looks again after that.", code="setup.stopped")


def look_job(home: "Home", stopping: Callable[[], bool]) -> LookAround:
    """Return the job that looks while a site is set up; nothing is changed by it on either side."""
    looks = {
        Look.ACCESS: lambda: _access(home),
        Look.DISCOVER: lambda: discover(home, stopping),
        Look.PREVIEW: lambda: _preview(home, stopping),
    }
    return LookAround(home.store.marks, home.clock, looks, stopping)


def look_now(home: "Home") -> Found:
    """Look around in this process, keep what was found for whoever asks for suggestions, and return it.

    Raises:
        AgentError: When one of the systems does not answer.
    """
    told = discover(home, lambda: False)
    assert told.found is not None
    home.store.marks.set(f"{SET_UP_TOLD}{Look.DISCOVER.value}", dumps(told), told.at)
    return told.found


def discover(home: "Home", stopping: Callable[[], bool]) -> Told:
    """Look around in both systems.

    Raises:
        AgentError: When one of them does not answer.
    """
    with _world(home) as world:
        around = Discover(
            world.account, world.source, world.erp, world.tables, home.values(), _progress(home, stopping)
        )
        return Told(home.clock.now(), found=around.found())


def _access(home: "Home") -> Told:
    with _world(home) as world:
        return Told(home.clock.now(), access=access(world.probes))


def _preview(home: "Home", stopping: Callable[[], bool]) -> Told:
    from agent.once import check_set_up  # noqa: PLC0415 - it knows agent.bootstrap, which knows us
    from agent.preview import Wanted, make_preview  # noqa: PLC0415 - the same

    check_set_up(home)
    tell = _progress(home, stopping)
    today = datetime.fromtimestamp(home.clock.now(), UTC).astimezone(ZoneInfo(home.values().text("site.time_zone")))
    wanted = Wanted(home.service().mapping.content(), today.date() - timedelta(days=PREVIEW_DAYS))
    preview = make_preview(home, wanted, progress=lambda job, done, _: tell(f"{job} {done:,}"))
    return Told(home.clock.now(), preview=summary_of(preview))


@contextmanager
def _world(home: "Home") -> "Iterator[World]":
    world = home.connect(home)
    try:
        yield world
    finally:
        world.close()


def _progress(home: "Home", stopping: Callable[[], bool]) -> Callable[[str], None]:
    """Return what notes what is going on, at most once a second, and ends the look when the engine wants to stop."""
    told_at = [0]

    def tell(text: str) -> None:
        if stopping():
            raise Unavailable(_STOPPED)
        now = home.clock.now()
        if now != told_at[0]:
            told_at[0] = now
            home.store.marks.set(SET_UP_PROGRESS, text, now)

    return tell
