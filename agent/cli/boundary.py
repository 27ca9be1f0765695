"""The error boundary: whatever goes wrong becomes one sentence on standard error, and an exit code.

Beside ``agent.worker`` the only place that catches everything: a person at a terminal is not shown a traceback.
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from agent.cli.exits import ExitCode, exit_code_of
from agent.cli.logs import note_bug, redacted
from agent.domain.errors import AgentError
from agent.domain.settings import BadSettingError

#: Where the option ``--home`` leaves the folder in ``click.Context.meta``.
HOME = "agent.cli.home"

#: Frames of the program that the log keeps of an error.
_FRAMES = 8


class Said(click.ClickException):
    """One sentence for a person, and the exit code.

    Args:
        sentence: What happened and what to do.
        code: How the program ends.
    """

    def __init__(self, sentence: str, code: ExitCode) -> None:
        super().__init__(redacted(sentence).strip())
        self.exit_code = int(code)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence to standard error."""
        click.echo(self.message, file=file, err=True)


class Program(click.Group):
    """The group of all commands, inside the boundary."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the options before the command's name."""
        with boundary({}):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the command's own options and run it."""
        with boundary(ctx.meta):
            return super().invoke(ctx)


@contextmanager
def boundary(meta: dict[str, Any]) -> Iterator[None]:
    """Turn every error of the block into :class:`Said`; a reader that has gone away is click's own business."""
    try:
        yield
    except click.UsageError as error:
        raise Said(_usage(error), ExitCode.WRONG_USAGE) from error
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
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
    return f"{error.format_message()} `{command} --help` says what is possible."


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
