"""Setting up a fresh home against both sandboxes: looked around, suggested, previewed; nothing posts before the launch."""

from contextlib import ExitStack

import pytest

from agent.bootstrap import commands_job, engine_jobs, open_home
from agent.domain.decide import EVERY_HELD
from agent.domain.documents import State
from agent.domain.errors import Misconfigured, NeedsPerson
from agent.domain.marks import DEMO
from agent.domain.readmodels import DocumentFilter
from agent.domain.setup import Approval, Look, Step
from agent.domain.status import Overall
from agent.domain.worklist import Tab, WorkFilter
from agent.engine import Controls
from agent.looks import look_job, look_now
from agent.once import run_once
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe.generator import generate_trading
from connectors.sandbox.stripe.sandbox import open_stripe
from connectors.sandbox.syspro.app import open_syspro
from tests.fakes import FakeClock
from tests.pipeline.cli_world import FakeSecrets
from tests.pipeline.two_sandboxes import NOW_AT

DAY_S = 86_400


class Fresh:
    """A home in which nothing was ever set, beside both sandboxes."""

    def __init__(self, folder):
        self.stack = ExitStack()
        self.clock, sandbox_clock = FakeClock(NOW_AT), SandboxClock(NOW_AT)
        for name in ("stripe", "syspro"):
            (folder / name).mkdir(parents=True)
        self.stripe = open_stripe(folder / "stripe", seed=1, clock=sandbox_clock)
        syspro = open_syspro(folder / "syspro", seed=1, clock=sandbox_clock)
        self.stack.callback(self.stripe.close)
        self.stack.callback(syspro.close)
        urls = [self.stack.enter_context(SandboxServer(one.app)).url for one in (self.stripe, syspro)]
        self.access = {
            "stripe.api_base": urls[0],
            "stripe.max_requests_per_s": "1000",
            "syspro.base_url": f"{urls[1]}/SYSPROWCFService/Rest",
            "syspro.operator": "ADMIN",
            "syspro.company": "A",
            "stripe.key": "rk_test_sandbox",
            "stripe.hold_back_s": "0",
        }
        self.secrets = FakeSecrets()
        self.home = self.stack.enter_context(open_home(folder / "home", secrets=self.secrets, clock=self.clock))
        self.set_up = self.home.service().set_up
        self.stopping = False

    def trade(self, charges):
        generate_trading(self.stripe, charges=charges, seed=1, days=10, until_at=NOW_AT - 100)

    def look(self, look):
        """Ask for a look, and be the engine that does it."""
        self.set_up.look(look)
        commands_job(self.home, lambda _: None, lambda: None).run()
        look_job(self.home, lambda: self.stopping).run()
        return self.set_up.state().told.get(look)

    def accepted(self, template="subscriptions"):
        """Enter the access, look around, and accept what is suggested."""
        self.set_up.enter(self.access)
        self.look(Look.DISCOVER)
        texts = {(one.question, one.entry): one.text for one in self.set_up.fields(template)}
        return self.set_up.accept(template, texts | {("credit_class", ""): "WEB"})

    def jobs_of_the_engine(self):
        controls = Controls(wake=lambda _: None, reload=lambda: None, stopping=lambda: False, stop=lambda: None)
        with engine_jobs(self.home, controls) as specs:
            return {spec.name for spec in specs}


@pytest.fixture
def fresh(tmp_path):
    made = Fresh(tmp_path)
    with made.stack:
        yield made


def test_a_new_home_begins_with_the_access_and_says_that_nothing_is_posted(fresh):
    state, status = fresh.set_up.state(), fresh.home.service().status()
    assert (state.step, state.begun) == (Step.ACCESS, False)
    assert status.setting_up
    assert status.verdict.overall is Overall.MISCONFIGURED


def test_a_home_that_has_worked_and_a_demo_are_never_new(fresh):
    fresh.home.store.marks.set(DEMO, "yes", NOW_AT)
    assert fresh.set_up.state().step is Step.LAUNCHED
    assert not fresh.home.service().status().setting_up


def test_the_access_is_tried_live_with_each_right(fresh):
    fresh.set_up.enter(fresh.access)
    told = fresh.look(Look.ACCESS)
    assert told.problem is None
    assert [(one.system, one.works) for one in told.access.tried] == [("Stripe", True), ("SYSPRO", True)]
    assert fresh.secrets.get("stripe.key") == "rk_test_sandbox"
    assert "rk_test_sandbox" not in str(fresh.home.store.settings.all())


def test_a_system_that_does_not_answer_stops_the_test_of_no_other(fresh):
    fresh.set_up.enter(fresh.access | {"stripe.key": "rk_test_unknown", "syspro.base_url": "http://127.0.0.1:9/Rest"})
    stripe, syspro = fresh.look(Look.ACCESS).access.tried
    assert not stripe.works
    assert stripe.problem.press
    assert not syspro.works
    assert syspro.rights[0].message


def test_both_systems_are_looked_around_in(fresh):
    fresh.set_up.enter(fresh.access)
    fresh.trade(12)
    found = fresh.look(Look.DISCOVER).found
    assert "usd" in found.currencies
    assert found.local_currency == "usd"
    assert (found.keys.customer_numeric, found.keys.customer_length) == (True, 15)
    assert len(found.lists["banks"]) == 8
    assert not [row for row in found.ledger if row.control]
    assert {one.currency for one in found.guests} == {"USD", "EUR", "JPY", "GBP"}
    assert found.periods.ledger_year
    assert not found.troubles


def test_a_look_that_finds_nobody_is_told_and_may_be_tried_again(fresh):
    fresh.set_up.enter(fresh.access | {"syspro.base_url": "http://127.0.0.1:9/Rest"})
    assert fresh.look(Look.DISCOVER).problem is not None
    with pytest.raises(NeedsPerson):
        fresh.set_up.found()
    fresh.set_up.enter(fresh.access)
    assert fresh.look(Look.DISCOVER).problem is None


def test_nothing_can_be_suggested_before_somebody_has_looked(fresh):
    with pytest.raises(NeedsPerson, match="not looked at yet"):
        fresh.set_up.fields("web-shop")


def test_an_engine_that_starts_anew_looks_again_after_that(fresh):
    fresh.set_up.enter(fresh.access)
    fresh.stopping = True
    assert fresh.look(Look.DISCOVER) is None
    assert fresh.set_up.state().looking is Look.DISCOVER
    fresh.stopping = False
    look_job(fresh.home, lambda: False).run()
    assert fresh.set_up.state().told[Look.DISCOVER].found
    assert fresh.set_up.state().looking is None


def test_accepted_suggestions_make_one_revision_and_a_preview_shows_what_they_do(fresh):
    fresh.trade(6)
    changed = fresh.accepted()
    assert changed.number is not None
    assert fresh.set_up.state().step is Step.VALIDATE
    preview = fresh.look(Look.PREVIEW).preview
    assert preview.count(State.POSTED) >= 12
    assert preview.accounts
    assert not any(fresh.home.store.outbox.counts().values()), "nothing is kept of a preview"


def test_nothing_posts_before_the_launch_and_the_first_documents_wait_for_approval_after_it(fresh):
    fresh.trade(6)
    fresh.accepted()
    assert "post" not in fresh.jobs_of_the_engine()
    with pytest.raises(Misconfigured, match="nothing is read or posted before the launch"):
        run_once(fresh.home)
    fresh.set_up.launch(Approval.EVERY, "2026-11-01")
    assert fresh.set_up.state().step is Step.LAUNCHED
    assert not fresh.home.service().status().setting_up
    assert "post" in fresh.jobs_of_the_engine()
    run_once(fresh.home)
    counts = fresh.home.store.outbox.counts()
    assert counts[State.HELD] >= 12
    assert not counts[State.POSTED]


def test_what_waits_is_approved_all_at_once_and_posted(fresh):
    fresh.trade(4)
    fresh.accepted()
    fresh.set_up.launch(Approval.EVERY, "2026-11-01")
    run_once(fresh.home)
    service = fresh.home.service()
    wanted = WorkFilter(Tab.NEEDS_YOU, cause=EVERY_HELD)
    held = service.documents(DocumentFilter(state=State.HELD, limit=100))
    assert {row.reason_code for row in held} == {EVERY_HELD}
    assert [cause.approves for cause in service.work_causes(wanted)] == [True]
    asked = service.approve_all(wanted)
    run_once(fresh.home)
    assert all(service.command(number).ok for number in asked)
    posted = service.documents(DocumentFilter(state=State.POSTED, limit=100))
    assert {row.id for row in posted} == {row.id for row in held}


def test_a_launch_with_something_missing_is_refused_by_its_name(fresh):
    with pytest.raises(NeedsPerson, match=r"stripe\.key"):
        fresh.set_up.launch(Approval.NONE, "")


def test_leaving_half_way_comes_back_to_the_same_step_with_what_was_found(fresh):
    fresh.set_up.enter(fresh.access)
    fresh.look(Look.DISCOVER)
    fresh.set_up.go(Step.CONFIGURE)
    state = fresh.home.service().set_up.state()
    assert state.step is Step.CONFIGURE
    assert state.told[Look.DISCOVER].found == fresh.set_up.found()


def test_a_test_company_is_previewed_before_anything_is_posted_to_it(fresh):
    fresh.accepted()
    fresh.set_up.go(Step.LAUNCH)
    fresh.set_up.try_company("A")
    state = fresh.set_up.state()
    assert (state.step, state.kept.test_company) == (Step.VALIDATE, True)
    assert Look.PREVIEW not in state.told


def test_an_empty_secret_leaves_the_one_that_is_kept(fresh):
    fresh.set_up.enter(fresh.access)
    fresh.set_up.enter({"stripe.key": ""})
    assert fresh.secrets.get("stripe.key") == "rk_test_sandbox"


def test_looking_at_the_terminal_keeps_what_was_found(fresh):
    fresh.set_up.enter(fresh.access)
    assert look_now(fresh.home) == fresh.set_up.found()
