"""The error boundary: whatever goes wrong becomes one sentence on standard error, and an exit code.

Beside ``agent.worker`` the only place that catches everything: a person at a terminal is not shown a traceback.
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from agent.cli.exits import ExitCode, exit_code_of
from agent.cli.logs import note_bug, redacted
from agent.domain.errors import AgentError
from agent.domain.settings import BadSettingError
from agent.domain.wording import readable

#: Where the option ``--home`` leaves the folder in ``click.Context.meta``.
HOME = "agent.cli.home"

#: Frames of the program that the log keeps of an error.
_FRAMES = 8


class Said(Exception):  # noqa: N818 - it is a sentence, not an error
    """One sentence for a person on standard error, and the exit code.

    Args:
        sentence: What happened and what to do.
        code: How the program ends.
    """

    def __init__(self, sentence: str, code: ExitCode) -> None:
        super().__init__(sentence)
        self.sentence = readable(redacted(sentence))
        self.code = code


class Program(click.Group):
    """The group of all commands, inside the boundary."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the options before the command's name."""
        with boundary({}):
            return super().make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Return the commands in the order in which a person meets them."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the command's own options and run it."""
        with boundary(ctx.meta):
            return super().invoke(ctx)


@contextmanager
def boundary(meta: dict[str, Any]) -> Iterator[None]:
    """Print the sentence of every error of the block and end with its exit code."""
    try:
        with _said(meta):
            yield
    except Said as said:
        click.echo(said.sentence, err=True)
        raise click.exceptions.Exit(said.code) from said


@contextmanager
def _said(meta: dict[str, Any]) -> Iterator[None]:
    """Turn every error of the block into :class:`Said`; a reader that has gone away is click's own business."""
    try:
        yield
    except click.UsageError as error:
        raise Said(_usage(error), ExitCode.WRONG_USAGE) from error
    except (click.Abort, KeyboardInterrupt) as error:
        raise Said("Stopped before its end.", ExitCode.NEEDS_PERSON) from error
    except (Said, click.ClickException, click.exceptions.Exit, BrokenPipeError):
        raise
    except AgentError as error:
        raise Said(f"{error.problem.message} {error.problem.press}", exit_code_of(error)) from error
    except BadSettingError as error:
        raise Said(str(error), ExitCode.MISCONFIGURED) from error
    except OSError as error:
        raise Said(_refused(error), ExitCode.MISCONFIGURED) from error
    except Exception as error:
        raise Said(_bug(error, meta.get(HOME)), ExitCode.BUG) from error


def _usage(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "syspro-stripe"
    # click puts the choices of a missing argument on lines of their own.
    return f"{' '.join(error.format_message().split())} `{command} --help` says what is possible."


def _refused(error: OSError) -> str:
    what = error.filename or "What the system was asked for"
    return f"{what} cannot be used: {error.strerror or type(error).__name__}. Check it, or name another with --home."


def _bug(error: Exception, home: Path | None) -> str:
    """Note where it happened, never the error's text, which may hold personal data; return the sentence."""
    name = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-_FRAMES:]))
    sentence = f"This is an error of the program ({name}); nothing is sent twice because of it."
    if home is None:
        return f"{sentence} Please send us this: {where}."
    try:
        log = note_bug(home, name, where)
    except OSError:
        return f"{sentence} Please send us this: {where}."
    return f"{sentence} Please send us {log}."
