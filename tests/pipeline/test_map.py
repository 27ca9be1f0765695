"""`map`: one step gives an account its ledger code and releases everything that waits for it."""

import json

import pytest

from agent.domain.decisions import Decision, Outcome
from agent.domain.errors import Problem, Transient, Unavailable
from agent.domain.events import Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.store import Store
from jobs.map_account import MapAccount
from tests.fakes import FakeClock
from tests.pipeline.cli_world import Terminal
from tests.pipeline.two_sandboxes import DAY_S, NOW_AT, TwoSandboxes


@pytest.fixture
def terminal(tmp_path):
    person = Terminal(tmp_path / "home", FakeClock())
    person.set_up()
    return person


def hold(store, subject, code="account.unmapped"):
    facts = Facts("EDU1", StripeFacts(subject, "payout", {}), ErpFacts(), read_at=1)
    decision = Decision(subject, Outcome.HELD, "No ledger code.", code)
    store.outbox.apply(decision, facts, Subject(subject, "payout", (), (), 1), 1)


def test_map_sets_the_code_and_has_everything_decided_again_that_waited(terminal):
    with terminal.engine() as store:
        hold(store, "po_1")
        hold(store, "txn_2")
        hold(store, "po_3", "payout.proposal")
        hold(store, "po_4")
        hold(store, "po_4", "period.closed")
        result = terminal.run("map", "fee", "5300")
        assert "fee is 5300." in result.stdout
        assert "2 held for it are decided again" in result.stdout
        waiting = {subject.object_id: subject.types for subject in store.inbox.next_subjects(10, terminal.clock.now())}
    assert waiting == {"po_1": ("retry",), "txn_2": ("retry",)}


def test_the_new_code_is_in_force_before_anything_is_decided_again(terminal):
    with terminal.engine() as store:
        assert "fee.tax in EUR is 5310." in terminal.run("map", "fee.tax", "5310", "--currency", "eur").stdout
        assert json.loads(store.settings.all()["accounts.ledger"]) == {"fee.tax:eur": "5310"}


def test_without_an_engine_the_code_waits_for_it(terminal):
    assert "when it runs" in terminal.run("map", "fee", "5300").stdout
    with terminal.store() as store:
        assert "accounts.ledger" not in store.settings.all()
        assert store.commands.next().arguments == {"account": "fee", "ledger_code": "5300", "currency": ""}


def test_other_codes_stay_as_they_are(terminal):
    with terminal.engine() as store:
        terminal.run("map", "fee", "5300")
        terminal.run("map", "dispute", "1300")
        assert json.loads(store.settings.all()["accounts.ledger"]) == {"dispute": "1300", "fee": "5300"}


def test_the_clearing_account_is_mapped_by_currency(terminal):
    with terminal.engine() as store:
        terminal.run("map", "clearing", "1210", "--currency", "usd")
        assert json.loads(store.settings.all()["receipts.ledger_code"]) == {"usd": "1210"}


@pytest.mark.parametrize(
    "words", [("Fee!", "1"), ("fee", " "), ("fee", "x" * 36), ("fee", "1", "--currency", "dollar"), ("clearing", "1")]
)
def test_what_cannot_be_meant_is_refused(terminal, words):
    assert terminal.run("map", *words).exit_code == 2


def test_a_currency_that_nothing_is_posted_in_is_refused(terminal):
    refused = terminal.run("map", "fee", "5300", "--currency", "xyz")
    assert (refused.exit_code, refused.stdout) == (3, "")
    assert "No SYSPRO currency is set for XYZ" in refused.stderr


def test_a_site_that_is_not_set_up_yet_is_told_that_nobody_has_looked(tmp_path):
    with Store.open(tmp_path / "agent.sqlite") as store:
        said = MapAccount(None, store.settings, FakeClock()).map("fee", "5300", "", "Ann")
        assert "nobody has looked whether it has this code" in said
        assert json.loads(store.settings.all()["accounts.ledger"]) == {"fee": "5300"}


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Transient(Problem("No answer", "SYSPRO did not answer.", code="syspro.timeout")), "fee was not mapped"),
        (Unavailable(Problem("Not licensed", "No COMFND.", code="syspro.not_licensed")), "nobody has looked"),
    ],
)
def test_a_syspro_that_cannot_be_asked_refuses_or_says_so(terminal, error, words):
    terminal.syspro.error = error
    with terminal.engine() as store:
        result = terminal.run("map", "fee", "5300")
        assert words in result.stdout + result.stderr
        assert ("accounts.ledger" in store.settings.all()) == (result.exit_code == 0)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with TwoSandboxes(tmp_path_factory.mktemp("map")) as made:
        yield made


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("6110-001", "SYSPRO's ledger has no code '6110-001', so fee was not mapped. Nearest are 6110-000"),
        ("xxxxxxxxxxxx", "has no code 'xxxxxxxxxxxx', so fee was not mapped."),
        ("1100-000", "1100-000 (Accounts receivable control) is a control account"),
    ],
)
def test_a_code_that_takes_no_journals_is_refused_and_nothing_changes(site, code, words):
    before = site.store.settings.all()["accounts.ledger"]
    number = site.home.service().map_account("fee", code)
    site.carry_out()
    command = site.home.service().command(number)
    assert not command.ok
    assert words in command.result
    assert site.store.settings.all()["accounts.ledger"] == before


def test_a_payout_that_waits_for_an_account_is_posted_after_it_was_mapped(tmp_path):
    with TwoSandboxes(tmp_path) as site:
        codes = site.home.values().table("accounts.ledger")
        bank = codes.pop("bank:usd")
        site.store.settings.set("accounts.ledger", json.dumps(codes), by="test", now=NOW_AT)
        site.trade(20, since_at=NOW_AT - 20 * DAY_S, until_at=NOW_AT)
        site.work()
        service = site.home.service()
        assert service.held_for_account() > 0
        assert any("`syspro-stripe map bank" in row.reason for row in site.store.reports.held("A"))
        number = service.map_account("bank", bank, "usd")
        woken = site.carry_out()
        assert woken.index("reload") < woken.index("translate")
        assert service.command(number).ok
        site.work()
        assert service.held_for_account() == 0
        site.run("prove")
        assert all(row.holds for row in site.proof())
