"""Alerts end to end: a home whose trouble reaches a mailbox and a webhook, once, and says when it is over."""

from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from agent.alerting import alert_commands, alert_jobs
from agent.bootstrap import open_home
from agent.domain.alerts.notices import Channel
from agent.domain.errors import Problem, Transient
from agent.domain.reports import JobReport
from agent.worker import record
from tests.pipeline.cli_world import SETTINGS, STRIPE_KEY, FakeSecrets, Terminal
from tests.unit.notify.ways import Mailbox, WebPlace, mail_server

#: A Wednesday, 12:00 UTC.
NOON = int(datetime(2026, 3, 4, 12, tzinfo=UTC).timestamp())
DOWN = Transient(Problem("Stripe does not answer", "It is tried again.", "Check the way.", code="stripe.down"))


class Site:
    """A home with ways to people, whose alerts are run by hand."""

    def __init__(self, home, clock, mailbox, place):
        self.home, self.clock, self.mailbox, self.place = home, clock, mailbox, place
        self.clock.set(NOON)

    def set(self, name, text):
        self.home.store.settings.set(name, text, by="test", now=self.clock.now())

    def round(self, after_s=0, name="alerts"):
        """Run one round as an engine that starts now would; return its report."""
        self.clock.advance(after_s)
        return next(spec.run for spec in alert_jobs(self.home) if spec.name == name)()

    def job(self, name, error=None):
        report = JobReport() if error is None else JobReport.of(error)
        record(self.home.store.marks, name, report, self.clock.now(), every_s=60)

    def subjects(self):
        found = [
            message_from_bytes(content, policy=policy.default)["Subject"] for _, _, content, _ in self.mailbox.messages
        ]
        self.mailbox.messages.clear()
        return found


@contextmanager
def opened(tmp_path, clock, **secrets):
    kept = FakeSecrets({"stripe.key": STRIPE_KEY, **secrets})
    with open_home(tmp_path / "home", secrets=kept, clock=clock) as home:
        for name, text in (SETTINGS | {"alerts.summary_at": ""}).items():
            home.store.settings.set(name, text, by="test", now=clock.now())
        yield home


@pytest.fixture
def site(tmp_path, clock):
    mailbox, place = Mailbox(), WebPlace()
    with (
        mail_server(mailbox) as port,
        place.serve() as url,
        opened(
            tmp_path, clock, **{"alerts.webhook_url": f"{url}/hook", "alerts.heartbeat_url": f"{url}/alive"}
        ) as home,
    ):
        made = Site(home, clock, mailbox, place)
        for name, text in {
            "alerts.mail_to": "ann@example.com",
            "alerts.mail_from": "agent@example.com",
            "alerts.smtp_host": "127.0.0.1",
            "alerts.smtp_port": str(port),
            "alerts.smtp_security": "none",
        }.items():
            made.set(name, text)
        yield made


def test_trouble_reaches_people_once_and_they_hear_of_its_end(site):
    site.job("poll", DOWN)
    assert site.round().done == 0
    assert site.round(600).done == 2
    assert site.subjects() == ["SYSPRO-Stripe EDU1: Stripe does not answer"]
    assert site.place.calls[0][2]["body"] == "- Stripe does not answer.\n  Check the way."
    assert site.round(60).done == 0
    site.job("poll")
    assert site.round(60).done == 0
    assert site.round(600).done == 2
    assert site.subjects() == ["SYSPRO-Stripe EDU1: right again: Stripe does not answer"]
    assert site.home.service().alerts() == ()


def test_a_mail_that_fails_is_kept_and_sent_later_and_keeps_no_other_way_waiting(site):
    site.mailbox.answer = "451 later"
    site.job("poll", DOWN)
    site.round()
    report = site.round(600)
    assert (report.done, report.problem.code) == (1, "mail.unreachable")
    assert len(site.place.calls) == 1
    assert site.round(59).done == 0
    site.mailbox.answer = None
    assert site.round(1).done == 1
    assert site.subjects() == ["SYSPRO-Stripe EDU1: Stripe does not answer"]
    assert len(site.place.calls) == 1


def test_the_way_out_being_closed_is_shown_but_makes_no_alert_of_its_own(site):
    site.mailbox.answer = "554 never"
    site.job("poll", DOWN)
    site.round()
    report = site.round(600)
    assert report.misconfigured
    record(site.home.store.marks, "alerts", report, site.clock.now())
    assert [alert.trouble.cause for alert in site.home.service().alerts()] == ["stripe.down"]
    site.round(3600)
    assert [alert.trouble.cause for alert in site.home.service().alerts()] == ["stripe.down"]
    assert site.home.service().status().verdict.sentence.startswith("Alerts cannot be mailed")


def test_what_nobody_takes_for_a_week_is_given_up(site):
    site.place.status = 404
    site.job("poll", DOWN)
    site.round()
    site.round(600)
    for _ in range(9):
        site.round(86_400)
    told = [notice for notice in site.home.service().notices(100) if notice.channel is Channel.WEBHOOK]
    assert told[-1].due_at is None
    assert told[-1].sent_at == 0
    assert told[0].due_at is not None


def test_the_daily_summary_is_mailed_once_a_day_and_to_nobody_else(site):
    site.set("alerts.summary_at", "12:30")
    assert site.round().done == 0
    assert site.round(1800).done == 1
    assert site.subjects() == ["SYSPRO-Stripe: No engine is running; nothing is read or posted."]
    assert site.round(60).done == 0
    assert site.round(86_400).done == 1
    assert site.place.calls == []


def test_a_summary_that_is_hours_late_is_left_out(site):
    site.set("alerts.summary_at", "08:00")
    assert site.round().done == 0


def test_a_test_reaches_every_way(site):
    command = alert_commands(site.home, lambda _: None).does()["alerts_test"]
    assert command(None, site.clock.now()).startswith("A test is on its way: mail, webhook.")
    assert site.round().done == 2
    assert site.subjects() == ["SYSPRO-Stripe EDU1: a test"]


def test_without_any_other_way_the_tray_is_told_and_a_test_says_so(tmp_path, clock):
    with opened(tmp_path, clock) as home:
        record(home.store.marks, "poll", JobReport.of(DOWN), clock.now(), every_s=60)
        [spec] = alert_jobs(home)
        assert spec.run() == JobReport()
        assert [alert.trouble.cause for alert in home.service().alerts()] == ["stripe.down"]
        assert alert_commands(home, lambda _: None).does()["alerts_test"](None, 0).startswith("No channel is set")


def test_the_heartbeat_is_heard_while_the_rounds_go_on(site):
    site.job("poll")
    assert site.round(name="heartbeat") == JobReport()
    assert site.place.calls == [("GET", "/alive", None)]


def test_a_job_that_hangs_is_noticed_outside_by_silence(site):
    site.job("poll")
    beat = next(spec.run for spec in alert_jobs(site.home) if spec.name == "heartbeat")
    site.clock.advance(7200)
    assert beat() == JobReport()
    site.clock.advance(1)
    assert "The job poll has not run" in beat().problem.message
    assert len(site.place.calls) == 1
    site.job("poll")
    assert beat() == JobReport()


def test_an_engine_whose_first_round_takes_hours_is_not_called_dead_at_once(site):
    beat = next(spec.run for spec in alert_jobs(site.home) if spec.name == "heartbeat")
    assert beat() == JobReport()
    site.clock.advance(7201)
    assert beat().problem.code == "alerts.hanging"


def test_a_key_that_ends_is_told_before(site):
    site.set("alerts.key_ends_on", "2026-03-20")
    site.round()
    assert site.round(600).done == 2
    assert site.subjects() == ["SYSPRO-Stripe EDU1: The Stripe key ends on 2026-03-20"]


def test_the_command_line_lists_what_is_wrong_and_what_was_sent(site):
    site.mailbox.answer = "451 later"
    site.job("poll", DOWN)
    site.round()
    site.round(600)
    terminal = Terminal(site.home.path, site.clock)
    shown = terminal.run("alerts", "list")
    assert "Stripe does not answer" in shown.stdout
    assert "taken" in shown.stdout
    found = terminal.json("alerts", "list")
    assert [alert["trouble"]["cause"] for alert in found["alerts"]] == ["stripe.down"]
    assert [notice["channel"] for notice in found["notices"]] == ["webhook", "mail"]


def test_the_command_line_says_that_all_is_quiet(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    shown = terminal.run("alerts", "list")
    assert "Nothing is wrong" in shown.stdout
    assert "Nothing was sent so far" in shown.stdout


def test_the_command_line_asks_for_a_test(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    assert terminal.run("alerts", "test").exit_code == 0
    with terminal.store() as store:
        assert store.commands.next().name == "alerts_test"
