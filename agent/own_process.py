"""Start this program again as a child process: a sandbox, or the engine."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from agent.domain.errors import Misconfigured, Problem

#: Seconds a child gets to end in order before it is ended.
_PATIENCE_S = 30


@dataclass(frozen=True, slots=True)
class OwnProcess:
    """A running child."""

    process: "subprocess.Popen[str]"
    name: str

    def announced_url(self) -> str:
        """Return the address that a sandbox prints as the last word of its first line.

        Raises:
            Misconfigured: When it ended without one.
        """
        line = self.process.stdout.readline() if self.process.stdout else ""
        words = line.split()
        if not words or not words[-1].startswith("http://127.0.0.1:"):
            raise _not_started(self.name)
        return words[-1]

    def check(self) -> None:
        """Raise :class:`Misconfigured` when the child has ended by itself."""
        code = self.process.poll()
        if code is not None:
            raise _ended(self.name, code)


@contextmanager
def start_own(
    arguments: Sequence[str], *, environment: Mapping[str, str] | None = None, output: int = subprocess.DEVNULL
) -> Iterator[OwnProcess]:
    """Run ``syspro-stripe ARGUMENTS`` as a child for the length of the block; then let it end in order.

    Args:
        arguments: Command line after the program's name.
        environment: Variables beside our own.
        output: Where its standard output goes.
    """
    process = subprocess.Popen(  # noqa: S603 - our own program with our own arguments
        [*own_command(), *arguments],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=output,
        text=True,
    )
    try:
        yield OwnProcess(process, " ".join(takewhile(lambda word: not word.startswith("-"), arguments)))
    finally:
        process.terminate()
        try:
            process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def own_command(program: str = "syspro-stripe", package: str = "agent") -> list[str]:
    """Return how one of our programs is started: the frozen executable, or the interpreter with the package.

    Args:
        program: Name of the frozen executable, which stands beside the one that runs.
        package: Package of the same program.
    """
    if getattr(sys, "frozen", False):
        running = Path(sys.executable)
        return [str(running.with_name(program + running.suffix))]
    return [sys.executable, "-m", package]


def _not_started(name: str) -> Misconfigured:
    message = f"`syspro-stripe {name}` ended before it was ready."
    return Misconfigured(Problem("A part of the program did not start", message, "Start it alone to see why."))


def _ended(name: str, code: int) -> Misconfigured:
    message = f"`syspro-stripe {name}` ended by itself (exit code {code}), and nothing goes on without it."
    press = "Start it all again; the log in its folder may say why it ended."
    return Misconfigured(Problem("A part of the program ended", message, press, "program.ended"))
