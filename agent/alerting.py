"""The jobs that tell people, made for a home; part of the composition root, as ``agent.checks`` is.

They run whether or not Stripe and SYSPRO are set up: that they are not may be just what has to be told.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from agent.domain.alerts.notices import Channel
from agent.domain.alerts.troubles import OWN_JOB, Ending, Outlook
from agent.domain.overview import money_flows
from agent.domain.settings import Values
from agent.domain.worklist import Tab, WorkFilter
from agent.keyrings import is_installed
from agent.ports import Clock, Notifier, SecretStore
from agent.scheduler import JobSpec
from agent.service import AgentService
from connectors.notify.certificates import certificate_ends
from connectors.notify.event_log import EventLogNotifier
from connectors.notify.mail import MailNotifier, MailServer
from connectors.notify.web import WebHeartbeat, WebNotifier
from jobs.alert import AlertCommands, Alerting, Heart

if TYPE_CHECKING:
    from agent.bootstrap import Home

#: Pause between two looks at what is wrong.
_LOOK_S = 60
#: How long a job may be away, at least, until it counts as hanging; the first reading of a long past takes a while.
_HANGS_AFTER_S = 7200
#: Jobs whose rounds are the engine's work.
_ROUNDS = frozenset({"poll", "translate", "post", "resolve"})


def alert_jobs(home: "Home") -> list[JobSpec]:
    """Return the jobs that tell people, with their rhythm; without any other way the tray alone shows alerts."""
    values, secrets = home.values(), home.secrets
    told = _alerting(home, channels(values, secrets, installed=is_installed(home.path)))
    specs = [JobSpec(OWN_JOB, told.run, every_s=_LOOK_S, first_after_s=_LOOK_S)]
    url = secrets.get("alerts.heartbeat_url")
    if url:
        heart = Heart(WebHeartbeat(url), _silent(home.service(), home.clock))
        every_s = values.integer("alerts.heartbeat_every_s")
        specs.append(JobSpec("heartbeat", heart.run, every_s=every_s, first_after_s=_LOOK_S))
    return specs


def alert_commands(home: "Home", wake: Callable[[tuple[str, ...]], None]) -> AlertCommands:
    """Return what carries out what people ask of the alerts."""
    values = home.values()
    found = channels(values, home.secrets, installed=is_installed(home.path))
    return AlertCommands(home.store.alerts, found, values, wake)


def channels(values: Values, secrets: SecretStore, *, installed: bool = False) -> Mapping[Channel, Notifier]:
    """Return the ways to people; an installed engine tells the Event Log unless the site says otherwise."""
    company, found = values.text("syspro.company"), dict[Channel, Notifier]()
    recipients, sender, host = (
        values.items("alerts.mail_to"),
        values.text("alerts.mail_from"),
        values.text("alerts.smtp_host"),
    )
    if recipients and sender and host:
        server = MailServer(
            host,
            values.integer("alerts.smtp_port"),
            values.text("alerts.smtp_security"),
            values.text("alerts.smtp_user"),
            secrets.get("alerts.smtp_password"),
            values.text("alerts.smtp_ca_file"),
        )
        found[Channel.MAIL] = MailNotifier(server, sender, recipients)
    for channel in (Channel.TEAMS, Channel.SLACK, Channel.WEBHOOK):
        if url := secrets.get(f"alerts.{channel.value}_url"):
            found[channel] = WebNotifier(channel, url, company)
    wanted = values.text("alerts.event_log")
    if wanted == "yes" or (wanted == "auto" and installed):
        found[Channel.EVENT_LOG] = EventLogNotifier()
    return found


def _alerting(home: "Home", found: Mapping[Channel, Notifier]) -> Alerting:
    values, store, service = home.values(), home.store, home.service()
    company = values.text("syspro.company")

    def outlook() -> Outlook:
        return Outlook(
            status=service.status(),
            causes=service.work_causes(WorkFilter(Tab.NEEDS_YOU)),
            closing=service.closing(),
            endings=_endings(values, home.clock.now() // 86400),
        )

    return Alerting(
        store.alerts,
        outlook,
        lambda since_at, until_at: money_flows(store.overviews.moved(company, since_at, until_at)),
        found,
        store.marks,
        home.clock,
        values,
    )


def _endings(values: Values, today: int) -> tuple[Ending, ...]:
    """Return what ends on a day; a server is asked for its certificate once a day."""
    found = []
    for setting, what, title, press in (
        ("alerts.key_ends_on", "key", "The Stripe key", "Make a new restricted key and enter it, then move the day."),
        ("alerts.password_ends_on", "password", "The password of the SYSPRO operator", "Change it, then move the day."),
    ):
        if day := values.day(setting):
            found.append(Ending(what, title, day, press))
    if day := _certificate(values.text("syspro.base_url"), values.text("syspro.ca_file"), today):
        press = "Ask whoever looks after the SYSPRO server for a new one."
        found.append(Ending("certificate", "The certificate of the SYSPRO server", day, press))
    return tuple(found)


_certificate = lru_cache(maxsize=8)(lambda address, ca_file, _today: certificate_ends(address, ca_file))


def _silent(service: AgentService, clock: Clock) -> Callable[[], str]:
    started_at = clock.now()

    def silent() -> str:
        now = clock.now()
        jobs = [job for job in service.status().jobs if job.name in _ROUNDS]
        if not jobs and now - started_at > _HANGS_AFTER_S:
            return "poll"
        late = (job.name for job in jobs if now - max(job.at, started_at) > max(_HANGS_AFTER_S, 3 * job.every_s))
        return next(late, "")

    return silent
