"""`setup` at the terminal: where it stands, what is suggested, the launch."""

import pytest

from agent.domain.codec import dumps
from agent.domain.marks import SET_UP_TOLD
from agent.domain.setup import Look, Step, Told
from tests.pipeline.cli_world import Terminal
from tests.unit.domain.test_setup import FOUND


@pytest.fixture
def terminal(tmp_path, clock):
    return Terminal(tmp_path / "home", clock)


def looked_around(terminal):
    with terminal.store() as store:
        store.marks.set(f"{SET_UP_TOLD}{Look.DISCOVER.value}", dumps(Told(1, found=FOUND)), 1)


def test_a_new_home_says_what_is_missing_and_what_comes_next(terminal):
    said = terminal.run("setup").stdout
    assert "stripe.key" in said
    assert "syspro-stripe config" in said
    assert terminal.json("setup")["step"] == "access"


def test_a_home_that_was_set_up_by_settings_alone_is_launched(terminal):
    terminal.set_up()
    assert "launched" in terminal.run("setup").stdout


def test_suggestions_need_a_look_first(terminal):
    terminal.set_up()
    refused = terminal.run("setup", "suggest", "web-shop")
    assert refused.exit_code
    assert "setup discover" in refused.stderr


def test_suggested_answers_come_with_their_reasons(terminal):
    looked_around(terminal)
    said = terminal.run("setup", "suggest", "web-shop").stdout
    assert "STR-USD" in said
    assert "has to be answered" in said
    row = next(row for row in terminal.json("setup", "suggest", "web-shop") if row["question"] == "fees")
    assert (row["text"], row["why"]) == ("6100", "named")


def test_discover_prints_what_there_is_and_keeps_it(terminal):
    terminal.set_up()
    said = terminal.run("setup", "discover").stdout
    assert "EDU1" in said
    assert "11 of 2026" in said
    assert terminal.json("setup", "discover")["company"] == "EDU1"


def test_the_launch_says_that_documents_wait_and_how_that_ends(terminal):
    terminal.set_up()
    said = terminal.run("setup", "launch", "--from", "2026-11-01").stdout
    assert "posting.approval no" in said
    assert terminal.json("config", "stripe.start_on")["value"] == "2026-11-01"
    assert terminal.json("setup")["step"] == Step.LAUNCHED.value


def test_a_launch_without_approval_says_no_more(terminal):
    terminal.set_up()
    assert terminal.run("setup", "launch", "--approval", "no").stdout.strip() == "Launched."


def test_once_refuses_while_somebody_is_setting_up(terminal):
    terminal.set_up()
    with terminal.store() as store:
        store.marks.set("set_up", '{"step": "validate"}', 1)
    refused = terminal.run("once")
    assert refused.exit_code
    assert "setup launch" in refused.stderr
