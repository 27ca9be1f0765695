"""Tell people: find what is wrong, decide what is told, and hand it to the channels until each has taken it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from agent.domain.alerts.keeping import Policy, look
from agent.domain.alerts.notices import Channel, Notice, Text, alert_text, summary_text, test_text
from agent.domain.alerts.troubles import Outlook, troubles
from agent.domain.errors import AgentError, Misconfigured, Problem
from agent.domain.marks import SUMMARY
from agent.domain.overview import MoneyFlow
from agent.domain.readmodels import Command
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import AlertStore, Clock, Heartbeat, Marks, Notifier

#: First wait after a text was not taken, which doubles; and the wait while something has to be changed first.
_FIRST_S, _MOST_S = 60, 3600
#: After how long a text is given up that nobody took: by then it tells of a week ago.
_GIVE_UP_S = 7 * 86400
#: Most texts handed over in one round.
_BATCH = 50
#: A daily summary that could not be made in time is made up for within this long, and then left out.
_LATE = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Alerting:
    """One round.

    Attributes:
        store: What people were told, and what is on its way.
        outlook: Reads what the pages show.
        flows: Reads what moved at Stripe between two moments, Unix seconds UTC.
        channels: The ways to people that are set.
        marks: Where the day of the last summary is kept.
        clock: Time of the agent.
        values: Settings.
    """

    store: AlertStore
    outlook: Callable[[], Outlook]
    flows: Callable[[int, int], Sequence[MoneyFlow]]
    channels: Mapping[Channel, Notifier]
    marks: Marks
    clock: Clock
    values: Values

    def run(self) -> JobReport:
        """Tell what is to be told; return how many texts were taken."""
        now, policy = self.clock.now(), Policy.of(self.values)
        seen = self.outlook()
        wrong, kept = troubles(seen, self.values, now), self.store.alerts()
        found = look(wrong, kept, policy, now)
        told = [alert_text(found, self._company(), full=self._full())] if found.says_anything else []
        if kept or found.kept:
            self.store.keep(found.kept, self._notices(told, now))
        if self._wants_summary(policy, now):
            flows = self.flows(*_yesterday(now, policy))
            text = summary_text(seen.status, flows, wrong, seen.status.proven_at, policy.zone)
            self.store.add(self._notices([text], now, only=Channel.MAIL))
            self.marks.set(SUMMARY, _day(now, policy), now)
        return self._deliver(now)

    def _company(self) -> str:
        return self.values.text("syspro.company")

    def _full(self) -> bool:
        return self.values.text("alerts.words") == "full"

    def _notices(self, texts: Sequence[Text], now: int, only: Channel | None = None) -> list[Notice]:
        channels = [channel for channel in self.channels if only in {None, channel}]
        return [Notice(0, channel, text, now, due_at=now) for text in texts for channel in channels]

    def _wants_summary(self, policy: Policy, now: int) -> bool:
        wanted = self.values.text("alerts.summary_at")
        if not wanted or Channel.MAIL not in self.channels or self.marks.get(SUMMARY) == _day(now, policy):
            return False
        here = datetime.fromtimestamp(now, UTC).astimezone(policy.zone)
        due = datetime.combine(here.date(), time.fromisoformat(wanted), policy.zone)
        return due <= here < due + _LATE

    def _deliver(self, now: int) -> JobReport:
        """Hand over what is due; a channel that takes nothing keeps no other waiting."""
        done, problem, misconfigured, closed = 0, None, False, set()
        for notice in self.store.due(now, _BATCH):
            if notice.channel in closed:
                continue
            try:
                self._send(notice, now)
            except AgentError as error:
                closed.add(notice.channel)
                problem, misconfigured = error.problem, misconfigured or isinstance(error, Misconfigured)
                self.store.settle(_later(notice, error, now))
            else:
                done += 1
                self.store.settle(replace(notice, due_at=None, tries=notice.tries + 1, sent_at=now, problem=""))
        self.store.purge(now - self.values.integer("housekeeping.keep_days") * 86400)
        return JobReport(done=done, problem=problem, misconfigured=misconfigured)

    def _send(self, notice: Notice, now: int) -> None:
        channel = self.channels.get(notice.channel)
        if channel is not None:
            channel.send(notice.text, now=now)


@dataclass(frozen=True, slots=True)
class AlertCommands:
    """Carries out what people ask of the alerts.

    Attributes:
        store: Where a test is put on its way.
        channels: The ways to people that are set.
        values: Settings.
        wake: Runs jobs at once, by name.
    """

    store: AlertStore
    channels: Mapping[Channel, Notifier]
    values: Values
    wake: Callable[[tuple[str, ...]], None]

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {"alerts_test": self._test}

    def _test(self, _: Command, now: int) -> str:
        if not self.channels:
            return "No channel is set: nobody would hear of anything. `syspro-stripe config` lists alerts.*."
        text = test_text(self.values.text("syspro.company"))
        self.store.add([Notice(0, channel, text, now, due_at=now) for channel in self.channels])
        self.wake(("alerts",))
        names = ", ".join(channel.value for channel in self.channels)
        return f"A test is on its way: {names}. `syspro-stripe alerts` says whether it was taken."


@dataclass(frozen=True, slots=True)
class Heart:
    """Calls outside while the engine does its rounds, so that its silence is noticed there.

    Attributes:
        heartbeat: Who is called.
        silent: Says which job has not run for far too long; empty when all do.
    """

    heartbeat: Heartbeat
    silent: Callable[[], str]

    def run(self) -> JobReport:
        """Call once, unless a job hangs: then silence says so."""
        hanging = self.silent()
        if hanging:
            message = f"The job {hanging} has not run for far too long, so nobody outside is told that all is well."
            return JobReport(problem=Problem("A job hangs", message, "Start the engine anew.", "alerts.hanging"))
        self.heartbeat.call()
        return JobReport()


def _later(notice: Notice, error: AgentError, now: int) -> Notice:
    tries = notice.tries + 1
    wait_s = _MOST_S if isinstance(error, Misconfigured) else min(_MOST_S, _FIRST_S << min(tries - 1, 10))
    due_at = None if now - notice.made_at > _GIVE_UP_S else now + wait_s
    return replace(notice, due_at=due_at, tries=tries, problem=error.problem.message)


def _day(now: int, policy: Policy) -> str:
    return datetime.fromtimestamp(now, UTC).astimezone(policy.zone).date().isoformat()


def _yesterday(now: int, policy: Policy) -> tuple[int, int]:
    """Return the bounds of the site's day before, Unix seconds UTC."""
    today = datetime.fromtimestamp(now, UTC).astimezone(policy.zone).date()
    bounds = (datetime.combine(day, time(), policy.zone) for day in (today - timedelta(days=1), today))
    since_at, until_at = (int(moment.timestamp()) for moment in bounds)
    return since_at, until_at
