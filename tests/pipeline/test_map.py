"""`map`: one step gives an account its ledger code and releases everything that waits for it."""

import json

import pytest

from agent.domain.decisions import Decision, Outcome
from agent.domain.events import Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
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
        assert "fee is 5300; 2 waited." in result.stdout
        assert "2 held for it are decided again" in result.stdout
        waiting = {subject.object_id: subject.types for subject in store.inbox.next_subjects(10, terminal.clock.now())}
    assert waiting == {"po_1": ("retry",), "txn_2": ("retry",)}


def test_the_new_code_is_in_force_before_anything_is_decided_again(terminal):
    terminal.run("map", "fee.tax", "5310", "--currency", "eur")
    with terminal.store() as store:
        assert json.loads(store.settings.all()["accounts.ledger"]) == {"fee.tax:eur": "5310"}
        reload = store.commands.next()
        assert reload.name == "reload"
        store.commands.finish(reload.id, result="", ok=True, now=1)
        assert store.commands.next().name == "release"


def test_other_codes_stay_as_they_are(terminal):
    terminal.run("map", "fee", "5300")
    terminal.run("map", "dispute", "1300")
    with terminal.store() as store:
        assert json.loads(store.settings.all()["accounts.ledger"]) == {"dispute": "1300", "fee": "5300"}


def test_the_clearing_account_is_mapped_by_currency(terminal):
    terminal.run("map", "clearing", "1210", "--currency", "usd")
    with terminal.store() as store:
        assert json.loads(store.settings.all()["receipts.ledger_code"]) == {"usd": "1210"}


@pytest.mark.parametrize(
    "words", [("Fee!", "1"), ("fee", " "), ("fee", "x" * 36), ("fee", "1", "--currency", "dollar"), ("clearing", "1")]
)
def test_what_cannot_be_meant_is_refused(terminal, words):
    assert terminal.run("map", *words).exit_code == 2


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
