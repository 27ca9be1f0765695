"""`pairs`, `--pair`, and what keeps two pairs from the same money; without an engine."""

import pytest
from filelock import FileLock

from agent.domain.documents import State
from agent.domain.errors import Misconfigured, NeedsPerson, Problem, Transient
from agent.domain.marks import CLAIM
from agent.domain.settings import Values
from agent.locks import CompanyLocks, account_lock
from agent.neighbours import Speaker, claimed, conflict_of
from agent.pairs import (
    DATABASE,
    HOME_VARIABLE,
    LOCK,
    MAIN,
    add_pair,
    default_home,
    find_pair,
    installation_of,
    pair_name,
    pairs_of,
    remove_pair,
)
from agent.store import Store
from connectors.secrets import KeyringSecrets, variable_of
from connectors.stripe.account import account_of
from tests.pipeline.cli_world import SETTINGS, STRIPE_KEY, Terminal
from tests.store.builders import apply, receipt

DOWN = Problem("Stripe does not answer", "It is tried again.", code="stripe.down")


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    return made


def names(root):
    return [pair.name for pair in pairs_of(root)]


# ---------------------------------------------------------------- folders


def test_the_window_and_the_command_line_take_the_data_folder_that_the_variable_names(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "D" / "our data"))
    assert default_home() == tmp_path / "D" / "our data"
    monkeypatch.delenv(HOME_VARIABLE)
    assert default_home().name == "syspro-stripe-agent"


def test_an_installation_is_one_pair_until_another_is_added(terminal):
    assert names(terminal.path) == [MAIN]
    add_pair(terminal.path, "us-east")
    assert names(terminal.path) == [MAIN, "us-east"]


def test_a_blank_main_folder_is_only_the_place_of_the_others(tmp_path):
    add_pair(tmp_path, "east")
    assert names(tmp_path) == ["east"]


@pytest.mark.parametrize("name", ["", "East", "a b", "..", "a/b", "x" * 41, "main", "removed-1"])
def test_a_name_that_could_be_misread_is_refused(tmp_path, name):
    with pytest.raises(NeedsPerson, match="is no name for a pair"):
        add_pair(tmp_path, name)


def test_a_name_is_given_once_and_pairs_have_no_pairs(tmp_path):
    pair = add_pair(tmp_path, "east")
    with pytest.raises(NeedsPerson, match="already"):
        add_pair(tmp_path, "east")
    with pytest.raises(NeedsPerson, match="is a pair itself"):
        add_pair(pair.path, "west")
    assert (pair_name(pair.path), pair_name(tmp_path)) == ("east", "")
    assert installation_of(pair.path) == installation_of(tmp_path)


def test_a_removed_pair_keeps_its_database_under_another_name(tmp_path, clock):
    path = remove_pair(add_pair(tmp_path, "east"), clock, wait_s=1)
    assert (path / DATABASE).exists()
    assert path.name.startswith("removed-east-")
    assert names(tmp_path) == [MAIN]
    add_pair(tmp_path, "east")


def test_a_pair_whose_engine_does_not_end_stays(tmp_path, clock):
    pair = add_pair(tmp_path, "east")
    with FileLock(pair.path / LOCK), pytest.raises(NeedsPerson, match="still at work"):
        remove_pair(pair, clock, wait_s=0.1)
    assert not find_pair(tmp_path, "east").leaving


def test_main_is_not_removed(tmp_path, clock):
    with pytest.raises(NeedsPerson, match="cannot be removed"):
        remove_pair(find_pair(tmp_path, MAIN), clock, wait_s=1)


# ---------------------------------------------------------------- commands


def test_pairs_are_added_listed_and_removed(terminal):
    assert "--pair east" in terminal.run("pairs", "add", "east").stdout
    rows = terminal.json("pairs")["pairs"]
    assert [(row["name"], row["state"], row["company"]) for row in rows] == [
        (MAIN, "stopped", "EDU1"), ("east", "misconfigured", ""),
    ]  # fmt: skip
    assert "No engine is running" in " ".join(terminal.run("pairs").stdout.split())
    terminal.secrets.clear()
    assert terminal.json("pairs", "remove", "east")["name"] == "east"
    assert [row["name"] for row in terminal.json("pairs")["pairs"]] == [MAIN]


def test_a_pair_with_documents_is_removed_only_while_it_is_paused(terminal, clock):
    pair = add_pair(terminal.path, "east")
    with Store.open(pair.path / DATABASE) as store:
        apply(store, receipt("ch_1", minor=100))
    refused = terminal.run("pairs", "remove", "east")
    assert (refused.exit_code, "Pause it first" in refused.stderr) == (1, True)
    with Store.open(pair.path / DATABASE) as store:
        store.marks.set("paused_until", "resumed", clock.now())
    assert terminal.run("pairs", "remove", "east").exit_code == 0
    assert "stripe.key" not in {name for name, text in terminal.secrets.items() if text}


def test_an_action_on_no_pair_is_wrong_usage(terminal):
    assert "Name the pair." in terminal.run("pairs", "add").stderr
    assert "There is no pair west" in terminal.run("pairs", "remove", "west").stderr


def test_acting_commands_ask_which_pair_and_then_work_on_it(terminal):
    add_pair(terminal.path, "east")
    asked = terminal.run("config", "syspro.company", "E")
    assert asked.exit_code == 2
    assert "Say which pair: --pair main, --pair east." in asked.stderr
    terminal.run("config", "syspro.company", "E", "--pair", "east")
    assert terminal.json("config", "syspro.company", "--pair", "east")["value"] == "E"
    assert terminal.json("config", "syspro.company", "--pair", MAIN)["value"] == "EDU1"
    assert terminal.run("config", "--pair", "west").exit_code == 3


def test_status_shows_all_pairs_or_the_one_that_is_named(terminal):
    pair = add_pair(terminal.path, "east")
    assert set(terminal.json("status")["pairs"]) == {MAIN, "east"}
    assert terminal.json("status", "--pair", "east")["home"] == str(pair.path)
    assert "The pair east" in terminal.run("status").stdout


def test_a_pair_that_cannot_be_opened_hides_no_other(terminal):
    pair = add_pair(terminal.path, "east")
    (pair.path / DATABASE).write_bytes(b"no database, whatever it is called" * 100)
    found = terminal.json("status")["pairs"]
    assert found[MAIN]["verdict"]["overall"] == "stopped"
    assert "cannot be used" in found["east"]["problem"]["message"]
    assert "cannot be used" in terminal.run("status").stdout
    assert terminal.json("pairs")["pairs"][1]["state"] == "misconfigured"


def test_once_passes_over_all_pairs_and_one_that_is_not_set_up_stops_no_other(terminal):
    add_pair(terminal.path, "east")
    with terminal.store() as store:
        apply(store, receipt("ch_1", minor=100))
    result = terminal.run("once")
    assert result.exit_code == 3
    assert "east: Not set up yet: syspro.base_url" in result.stderr
    with terminal.store() as store:
        assert store.outbox.get(1).state is State.POSTED


# ---------------------------------------------------------------- claims


def speaker(path, store, clock, account, **changes):
    texts = SETTINGS | {"receipts.bank": '{"usd": "BANK-' + path.name + '"}'} | changes
    return Speaker(path, store.marks, Values(texts), clock, account)


@pytest.fixture
def two(tmp_path, clock):
    """Two pairs, and how each would claim an account."""
    paths = [add_pair(tmp_path, name).path for name in ("east", "west")]
    stores = [Store.open(path / DATABASE) for path in paths]

    def claims(number, account, **changes):
        return speaker(paths[number], stores[number], clock, account, **changes)

    claims.stores = stores
    yield claims
    for store in stores:
        store.close()


def answers(account):
    return lambda: account


def silent():
    raise Transient(DOWN)


def test_two_accounts_work_side_by_side(two):
    with claimed(two(0, answers("acct_1 test"))), claimed(two(1, answers("acct_2 test"))):
        pass


def test_an_account_is_kept_by_the_pair_that_had_it_first_also_while_that_one_stands_still(two):
    with claimed(two(0, answers("acct_1 live"))):
        pass
    with pytest.raises(Misconfigured, match="The pair east has the Stripe account acct_1 live"):
        claimed(two(1, answers("acct_1 live"))).__enter__()
    assert two.stores[1].marks.get(CLAIM) == ""
    with claimed(two(0, answers("acct_1 live"))), claimed(two(1, answers("acct_1 test"))):
        pass


def test_pairs_whose_accounts_cannot_be_told_apart_are_refused(two):
    with claimed(two(0, answers(""))):
        pass
    assert conflict_of(two(1, answers("acct_1 live"))).code == "pair.account_unknown"
    with pytest.raises(Misconfigured, match="Stripe does not tell the key of east"):
        claimed(two(1, answers("acct_1 live"))).__enter__()


def test_a_pair_that_is_alone_need_not_know_its_account(two):
    with claimed(two(0, silent)):
        pass
    with pytest.raises(Transient):
        claimed(two(1, silent)).__enter__()


def test_another_installation_with_the_same_account_is_refused(two):
    values = Values(SETTINGS)
    with account_lock("acct_77 test", values), pytest.raises(Misconfigured, match="Another engine on this machine"):
        claimed(two(0, answers("acct_77 test"))).__enter__()
    assert two.stores[0].marks.get(CLAIM) == ""


def test_two_accounts_in_one_company_need_clearing_banks_of_their_own(two):
    shared = {"receipts.bank": '{"usd": "STRIPE"}'}
    with claimed(two(0, answers("acct_1 test"), **shared)):
        pass
    assert conflict_of(two(1, answers("acct_2 test"), **shared)).code == "pair.same_clearing"
    assert conflict_of(two(1, answers("acct_2 test"))) is None
    assert conflict_of(two(1, answers("acct_2 test"), **shared, **{"syspro.company": "EDU2"})) is None


def test_pairs_of_one_process_share_a_company_and_those_of_another_do_not(tmp_path):
    ours, theirs = CompanyLocks(), CompanyLocks()
    values = Values(SETTINGS)
    with ours.held(values, tmp_path):
        with ours.held(values, tmp_path):
            pass
        with pytest.raises(Misconfigured, match="same SYSPRO company"):
            theirs.held(values, tmp_path).__enter__()
    with theirs.held(values, tmp_path):
        pass


# ---------------------------------------------------------------- secrets and accounts


def test_a_pair_reads_the_variables_of_its_own_name(tmp_path):
    environ = {variable_of("stripe.key"): "rk_main", "SYSPRO_STRIPE_US_EAST_STRIPE_KEY": "rk_east"}
    assert KeyringSecrets(str(tmp_path), pair="us-east", environ=environ).get("stripe.key") == "rk_east"
    assert KeyringSecrets(str(tmp_path), environ=environ).get("stripe.key") == "rk_main"
    assert KeyringSecrets(str(tmp_path), pair="west", environ=environ).get("stripe.key") == ""


class FakeConnection:
    """A connection whose key may or may not say whose it is."""

    livemode, account = False, ""

    def __init__(self, answer):
        self.answer = answer

    def get(self, _path):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def missing(code):
    return Misconfigured(Problem("The Stripe key lacks a right", "", code=code))


def test_an_account_is_named_with_its_mode():
    assert account_of(FakeConnection({"id": "acct_1"})) == "acct_1 test"
    connected = FakeConnection({})
    connected.account = "acct_9"
    assert account_of(connected) == "acct_9 test"
    assert account_of(FakeConnection(missing("stripe.permission.connected_account_read"))) == ""


@pytest.mark.parametrize(("answer", "error"), [(missing("stripe.key"), Misconfigured), ({"id": 7}, NeedsPerson)])
def test_a_refused_key_and_an_odd_answer_are_said(answer, error):
    with pytest.raises(error):
        account_of(FakeConnection(answer))


def test_check_says_whether_a_pair_may_work_beside_the_others(terminal, clock):
    pair = add_pair(terminal.path, "east")
    with Store.open(pair.path / DATABASE) as store, claimed(speaker(pair.path, store, clock, answers("acct_1 test"))):
        pass
    result = terminal.run("check", "--pair", MAIN)
    assert result.exit_code == 3
    assert "Other pairs" in result.stdout
    assert STRIPE_KEY not in result.stdout
