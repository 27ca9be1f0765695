"""Errors are one sentence with an exit code; the log and the sentences hold no secrets."""

import json
import logging
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from agent.cli import main
from agent.cli.boundary import HOME, Program
from agent.cli.logs import logging_to, redacted
from agent.domain.errors import InDoubt, Misconfigured, NeedsPerson, Problem, Transient, Unavailable
from agent.domain.settings import BadSettingError
from tests.pipeline.cli_world import STRIPE_KEY, Terminal


def outcome(error, home=None):
    """What a command that raises `error` ends with."""

    @click.group(cls=Program)
    @click.pass_context
    def program(ctx):
        if home:
            ctx.meta[HOME] = home

    @program.command()
    def go():
        raise error

    return CliRunner().invoke(program, ["go"])


def problem(message="SYSPRO did not answer."):
    return Problem("Title", message, "Try again at 14:40.", "code")


@pytest.mark.parametrize(
    ("error", "code"),
    [(Misconfigured, 3), (Transient, 4), (Unavailable, 4), (NeedsPerson, 1), (InDoubt, 1)],
)
def test_an_expected_error_is_a_sentence_and_what_to_press(error, code):
    result = outcome(error(problem()))
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr == "SYSPRO did not answer. Try again at 14:40.\n"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_a_command_that_is_interrupted_says_so_calmly(error):
    result = outcome(error)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Stopped before its end.\n")


def test_a_setting_that_does_not_fit_is_misconfigured():
    result = outcome(BadSettingError("site.time_zone: 'Mars' is no time zone."))
    assert (result.exit_code, result.stderr) == (3, "site.time_zone: 'Mars' is no time zone.\n")


def test_a_folder_that_cannot_be_used_is_named():
    result = outcome(PermissionError(13, "Permission denied", "D:/agent"))
    assert result.exit_code == 3
    assert result.stderr.startswith("D:/agent cannot be used: Permission denied.")


def test_a_home_that_is_a_file_is_a_sentence(tmp_path, clock):
    (tmp_path / "home").write_text("no folder")
    result = Terminal(tmp_path / "home", clock).run("status")
    assert result.exit_code == 2
    assert "is a file" in result.stderr


def test_a_database_that_is_none_is_a_sentence(tmp_path, clock):
    terminal = Terminal(tmp_path / "home", clock)
    terminal.path.mkdir()
    (terminal.path / "agent.sqlite").write_bytes(b"no database at all, but long enough to be read as one" * 20)
    result = terminal.run("status")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1


def test_an_error_of_the_program_says_where_its_log_is_and_keeps_its_text_to_itself(tmp_path):
    result = outcome(KeyError(f"Ann Smith {STRIPE_KEY}"), home=tmp_path)
    log = tmp_path / "logs" / "commands.log"
    assert result.exit_code == 70
    assert str(log) in result.stderr
    assert "Traceback" not in result.stderr
    line = json.loads(log.read_text("utf-8"))
    assert (line["error"], line["level"]) == ("KeyError", "ERROR")
    assert "go:" in line["where"]
    assert "Ann" not in log.read_text("utf-8") + result.stderr


def test_an_error_of_the_program_without_a_home_says_where_it_is():
    result = outcome(KeyError("Ann"))
    assert result.exit_code == 70
    assert "go:" in result.stderr
    assert "Ann" not in result.stderr


def test_no_sentence_holds_a_secret():
    result = outcome(NeedsPerson(problem(f"Stripe refused {STRIPE_KEY} and UserId=ABC{'x' * 30}.")))
    assert STRIPE_KEY not in result.stderr
    assert "ABCx" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("nosuch",),
        ("--nosuch",),
        ("status", "--nosuch"),
        ("retry",),
        ("documents", "x"),
        ("sandbox", "sage"),
        ("sandbox",),
    ],
)
def test_wrong_usage_is_one_sentence_that_names_the_help(tmp_path, clock, arguments):
    result = CliRunner().invoke(main, list(arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "--help` says what is possible." in result.stderr


#: What people, scripts and bad luck put where an id, a number, a day or a name belongs.
HOSTILE = ["", "-1", "0", "9" * 24, "ch_404", "a\nb", "\u202e", "\U0001f600", "x" * 10_000, "'; DROP TABLE documents;--",
           "../../etc/passwd", "2026-13", "2026-02-30", "1:abc", "--", "%s%n", "NaN"]  # fmt: skip


def commands_of(group, path=()):
    """Every command with the words that lead to it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands_of(command, (*path, name))
        else:
            yield (*path, name), command


# These serve until they are stopped, or are a whole show.
COMMANDS = {" ".join(path): command for path, command in commands_of(main) if path[0] not in {"run", "demo", "sandbox"}}


@pytest.mark.parametrize("words", COMMANDS)
def test_bad_arguments_of_any_command_end_in_one_sentence_and_a_documented_code(tmp_path, clock, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path / "home", clock)
    terminal.set_up()
    command, path = COMMANDS[words], words.split()
    places = [one for one in command.params if isinstance(one, click.Argument)]
    options = [one.opts[-1] for one in command.params if isinstance(one, click.Option) and not one.is_flag]
    tries = [path, *([*path, *[text] * count] for text in HOSTILE for count in {1, len(places), len(places) + 2})]
    tries += [[*path, *["1" for one in places if one.required], option, text]
              for option in options if option != "--home" for text in HOSTILE]  # fmt: skip
    for arguments in tries:
        result = terminal.run(*arguments)
        assert result.exit_code in {0, 1, 2, 3, 4}, (arguments, result.stderr)
        assert len(result.stderr.splitlines()) <= 1, arguments
        assert len(result.stderr) <= 701, arguments


def test_the_help_documents_the_exit_codes():
    for arguments in ([], ["--help"]):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0
        assert "70  an error of the program" in result.stdout


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"key {STRIPE_KEY}.", "key rk_...."),
        ("sk_live_abcdefgh1234 whsec_abcdefgh1234", "sk_... whsec_..."),
        ("http://s/Logon?Operator=A&OperatorPassword=geheim&CompanyId=E", "http://s/Logon?Operator=A&OperatorPassword=...&CompanyId=E"),
        ("?UserId=ABCDEF%20&XmlIn=", "?UserId=...&XmlIn="),
        ('{"password": "geheim"}', '{"password": "..."}'),
        ("the risk_level is a_task_of_nobody", "the risk_level is a_task_of_nobody"),
    ],
)  # fmt: skip
def test_secrets_leave_a_text(text, left):
    assert redacted(text) == left


def test_a_log_line_is_json_without_the_secret_of_its_error(tmp_path):
    log = logging.getLogger("agent.test")
    with logging_to(tmp_path) as path:
        error = ValueError(f"refused {STRIPE_KEY}")
        log.info("refused", exc_info=error, extra={"address": "http://s?UserId=ABC&x=1"})
    line = json.loads(path.read_text("utf-8"))
    assert line["address"] == "http://s?UserId=...&x=1"
    assert STRIPE_KEY not in path.read_text("utf-8")


FULL = Path("/dev/full")
on_full_disk = pytest.mark.skipif(not FULL.exists(), reason="This system has no disk that is always full.")


@on_full_disk
def test_a_log_on_a_full_disk_is_said_once_in_a_sentence(tmp_path, capfd):
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "agent.log").symlink_to(FULL)
    with logging_to(tmp_path):
        for number in range(3):
            logging.getLogger("agent.test").info("Ann Smith %d", number)
    said = capfd.readouterr().err
    assert said.count("cannot be written: No space left on device.") == 1
    assert "Ann" not in said
    assert "Traceback" not in said


@on_full_disk
def test_an_error_of_the_program_on_a_full_disk_says_itself_where_it_is(tmp_path):
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "commands.log").symlink_to(FULL)
    result = outcome(KeyError("Ann"), home=tmp_path)
    assert result.exit_code == 70
    assert "Please send us this: " in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_libraries_tell_only_what_is_wrong(tmp_path):
    with logging_to(tmp_path) as path:
        logging.getLogger("httpx").info("GET http://s")
        logging.getLogger("apscheduler.scheduler").info("Added job")
        logging.getLogger("agent.test").info("mine")
    assert [json.loads(line)["message"] for line in path.read_text("utf-8").splitlines()] == ["mine"]


def test_logging_ends_with_its_block(tmp_path):
    before = logging.getLogger().handlers[:]
    with logging_to(tmp_path):
        assert logging.getLogger().handlers != before
    assert logging.getLogger().handlers == before
