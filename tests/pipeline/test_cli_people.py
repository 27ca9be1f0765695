"""`retry`, `ignore`, `pause`, `resume`, `take-over`: what a person tells the engine."""

import pytest

from agent.domain.documents import State
from connectors.machine import machine_name
from tests.pipeline.cli_world import Terminal
from tests.store.builders import apply, receipt

LATER = "The engine will do this when it runs.\n"


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    return made


def commands(terminal):
    with terminal.store() as store:
        found = store.commands.next()
        return found.name, dict(found.arguments)


def test_without_an_engine_the_command_waits_for_one(terminal):
    result = terminal.run("retry", "ch_1")
    assert (result.exit_code, result.stdout) == (0, LATER)
    assert commands(terminal) == ("retry", {"what": "ch_1"})


def test_a_running_engine_answers_at_once(terminal):
    with terminal.engine() as store:
        apply(store, receipt("ch_1", state=State.PARKED, reason="No bank.", reason_code="refused"))
        result = terminal.run("retry", "1")
        assert result.exit_code == 0
        assert "decided again" in result.stdout
        assert store.inbox.unfinished("ch_1").types == ("retry",)


def test_what_the_engine_refuses_is_an_error(terminal):
    with terminal.engine():
        result = terminal.run("retry", "4711")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "There is no document 4711.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("retry", "4711"),
        ("retry", "9" * 30),
        ("ignore", "4711", "--reason", "A test payment."),
        ("approve", "4711"),
        ("approve", "4711", "--undo"),
        ("resolve", "4711", "--absent"),
    ],
)
def test_an_unknown_document_is_refused_at_once_without_an_engine(terminal, arguments):
    result = terminal.run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"There is no document {arguments[1]}.\n")
    with terminal.store() as store:
        assert store.commands.next() is None


def test_an_approval_is_taken_back_by_the_command_line_and_only_once(terminal):
    with terminal.engine() as store:
        held = receipt("ch_1", state=State.HELD, reason="Look.", reason_code="hold.every")
        apply(store, held)
        assert terminal.run("approve", "1").stdout == "Document 1 is posted as it is.\n"
        assert terminal.run("approve", "1", "--undo").stdout == "Document 1 waits for approval again.\n"
        refused = terminal.run("approve", "1", "--undo")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.endswith("nothing waits to be posted on an approval.\n")


def test_the_answer_of_the_engine_can_be_json(terminal):
    with terminal.engine():
        found = terminal.json("resume")
    assert found == {"command": 1, "engine_runs": True, "finished": True, "ok": True, "result": "Resumed."}


def test_an_engine_that_is_busy_is_not_waited_for_for_ever(terminal):
    with terminal.engine(deaf=True):
        result = terminal.run("resume")
    assert (result.exit_code, result.stdout) == (0, "The engine is busy and will do this as soon as it can.\n")


def test_json_says_that_no_engine_runs(terminal):
    assert terminal.json("resume") == {
        "command": 1, "engine_runs": False, "finished": False, "ok": False, "result": ""
    }  # fmt: skip


def test_an_ignored_document_keeps_its_reason(terminal):
    with terminal.engine() as store:
        apply(store, receipt("ch_1", state=State.PARKED, reason="No bank.", reason_code="refused"))
        result = terminal.run("ignore", "1", "--reason", "Paid by hand")
        assert "Paid by hand" in result.stdout
        assert store.outbox.get(1).state is State.CANCELLED


@pytest.mark.parametrize("reason", [(), ("--reason", " ")])
def test_nothing_is_ignored_without_a_reason(terminal, reason):
    assert terminal.run("ignore", "ch_1", *reason).exit_code == 2


def test_a_pause_lasts_until_it_is_resumed(terminal):
    terminal.run("pause")
    assert commands(terminal) == ("pause", {"until": "resumed"})


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90), ("30m", 1800), ("1h", 3600), ("2d", 172_800)])
def test_a_pause_can_last_for_a_while(terminal, clock, text, seconds):
    terminal.run("pause", "--for", text)
    assert commands(terminal) == ("pause", {"until": str(clock.now() + seconds)})


# The clock stands at 2023-11-14 22:13:20 UTC.
@pytest.mark.parametrize(
    ("text", "seconds"),
    [("22:14", 40), ("22:13", 86_380), ("2023-11-14T22:14", 40), ("2023-11-14T23:14+01:00", 40)],
)
def test_a_pause_can_last_until_a_time(terminal, clock, text, seconds):
    terminal.run("pause", "--until", text)
    assert commands(terminal) == ("pause", {"until": str(clock.now() + seconds)})


def test_a_time_is_meant_in_the_zone_of_the_site(terminal, clock):
    terminal.run("config", "site.time_zone", "Europe/Amsterdam")
    with terminal.engine():
        terminal.run("resume")
    terminal.run("pause", "--until", "23:14")
    with terminal.store() as store:
        waiting = store.commands.next()
    assert waiting.arguments["until"] == str(clock.now() + 40)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--for", "soon"),
        ("--for", "0m"),
        ("--for", "999999999d"),
        ("--until", "25:00"),
        ("--until", "2020-01-01T00:00"),
        ("--until", "whenever"),
        ("--for", "1h", "--until", "22:14"),
    ],
)
def test_a_pause_that_makes_no_sense_is_refused_in_a_sentence(terminal, arguments):
    result = terminal.run("pause", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_taking_over_asks_first(terminal):
    result = terminal.run("take-over", typed="n\n")
    assert result.exit_code == 1
    assert "Nothing was changed" in result.stderr
    with terminal.store() as store:
        assert store.lease.read() is None


@pytest.mark.parametrize(("arguments", "typed"), [((), "y\n"), (("--yes",), None)])
def test_taking_over_gives_this_machine_the_right_to_post(terminal, arguments, typed):
    assert terminal.run("take-over", *arguments, typed=typed).exit_code == 0
    with terminal.store() as store:
        assert store.lease.read().machine == machine_name()
