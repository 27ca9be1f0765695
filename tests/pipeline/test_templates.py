"""Each shipped template over both sandboxes: a fresh home, one template, its answers, and the books are proven."""

from contextlib import contextmanager

import pytest
from click.testing import CliRunner

from agent.bootstrap import open_home
from agent.cli import main
from agent.cli.surroundings import Surroundings
from agent.demo_company import site_settings, template_answers
from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.shipped import shipped_templates
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe.sandbox import open_stripe
from connectors.sandbox.syspro.app import open_syspro
from tests.databases import empty_home
from tests.fakes import FakeClock
from tests.pipeline.modes_stage import DAY_S, DAYS, NOW_AT, Purse, Site

FIRST_LEG_AT = NOW_AT - 12 * DAY_S

#: What a site says before it picks a template: where both systems are, from which day, and how SYSPRO shows balances of
#: foreign invoices (unsaid, part refunds of paid ones wait for a person); for a test the waits.
CONNECTIONS = {
    "receipts.foreign_balance",
    "stripe.api_base", "syspro.base_url", "syspro.operator", "syspro.company", "stripe.start_on",
    "stripe.max_requests_per_s", "stripe.read_floor", "retry.first_s", "retry.most_s", "resolve.grace_s",
}  # fmt: skip

#: What payments and refunds become: kind and purpose.
MADE = {
    "web-shop": {("sales_order", "sale"), ("receipt", "payment"), ("receipt", "money")},
    "b2b-invoices": {("receipt", "payment"), ("receipt", "money")},
    "subscriptions": {("ar_document", "sale"), ("receipt", "payment"), ("ar_document", "credit")},
    "donations": {("ar_document", "sale"), ("receipt", "payment"), ("ar_document", "credit"), ("receipt", "money")},
    "summary-journal": {("journal", "payout")},
}


@contextmanager
def fresh_site(folder, moment=FIRST_LEG_AT):
    for name in ("agent", "stripe", "syspro"):
        (folder / name).mkdir()
    clock = FakeClock(moment)
    stripe = open_stripe(folder / "stripe", clock=SandboxClock(moment))
    syspro = open_syspro(folder / "syspro", clock=SandboxClock(NOW_AT))
    servers = [SandboxServer(sandbox.app).start() for sandbox in (stripe, syspro)]
    path = empty_home(folder / "agent")
    with open_home(path, secrets=Purse(), clock=clock) as home:
        for name, text in site_settings(servers[0].url, servers[1].url, now_at=NOW_AT, days=DAYS).items():
            if name in CONNECTIONS:
                home.store.settings.set(name, text, by="test", now=moment)
        try:
            yield Site(home, clock, stripe, syspro)
        finally:
            for server in servers:
                server.stop()
            stripe.close()
            syspro.close()


def use(site, name, *options):
    asked = {
        question.name for template in shipped_templates() if template.name == name for question in template.questions
    }
    given = [f"--answer={name}={text}" for name, text in template_answers().items() if name in asked]
    surroundings = Surroundings(secrets=Purse(), clock=site.clock)
    arguments = ["template", "use", name, *given, "--home", str(site.home.path), *options]
    return CliRunner().invoke(main, arguments, obj=surroundings)


@pytest.mark.parametrize("name", [template.name for template in shipped_templates()])
def test_a_template_and_its_answers_are_enough_to_post_and_to_prove(tmp_path, name):
    with fresh_site(tmp_path) as site:
        result = use(site, name)
        assert result.exit_code == 0, result.output
        assert "Revision 1 is in force." in result.output
        site.trade(24, days=DAYS - 12)
        site.run()
        site.ship()
        site.at(NOW_AT).trade(12, days=12)
        site.run()
        rows = site.proof()
        assert set(rows) >= {"usd", "eur", "jpy"}
        assert {(row.difference_minor, row.clearing_difference_minor) for row in rows.values()} == {(0, 0)}
        assert site.covered_twice() == []
        assert site.documents(state=State.PARKED) == []
        assert site.purposes() >= MADE[name]
        assert ("journal", "payout") in site.purposes()
        # A template that makes customers makes one for each payer whom SYSPRO does not have; donors are none.
        kinds = {row.kind for row in site.documents(state=State.POSTED)}
        assert (Kind.CUSTOMER in kinds) == (name in {"web-shop", "b2b-invoices", "subscriptions"})
        assert site.home.store.reports.held("A") == []
        assert [one.number for one in site.home.service().mapping.history(10)] == [1]
