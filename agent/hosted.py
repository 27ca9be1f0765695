"""The engine as the service runs it: Windows starts it before anyone logs on. May import everything but ``gui``.

Windows gives up on a service that does not answer within 30 seconds, and a server that starts is slow; so everything
heavy is imported only when the service has answered.
"""

import argparse
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from agent.domain.errors import AgentError, Problem
from agent.domain.hosting import Gravity
from connectors.windows.service import host

if TYPE_CHECKING:
    from agent.cli.surroundings import Surroundings
    from agent.together import Together


def main(arguments: Sequence[str]) -> int:
    """Be the service of this machine: ``service host --home DIR``; return the exit code."""
    parser = argparse.ArgumentParser(prog="syspro-stripe service host", description="Started by Windows alone.")
    parser.add_argument("--home", type=Path, required=True, help="Folder of the agent's database.")
    try:
        host(HostedEngine(parser.parse_args(arguments).home, _of_this_machine))
    except AgentError as error:
        sys.stderr.write(f"{error.problem.message}\n")
        return 3
    return 0


def _of_this_machine() -> "Surroundings":
    from agent.cli.surroundings import Surroundings  # noqa: PLC0415 - see the module

    return Surroundings()


class HostedEngine:
    """The engines of an installation, for whoever starts and stops services.

    Args:
        root: The installation's own folder.
        surroundings: Makes what they stand on.
    """

    def __init__(self, root: Path, surroundings: "Callable[[], Surroundings]") -> None:
        self._root = root
        self._surroundings = surroundings
        self._stopped = threading.Event()
        self._together: Together | None = None
        self._changing = threading.Lock()

    def run(self) -> int:
        """Run until :meth:`stop`; return 0 when it was asked to end, else the exit code of what ended it."""
        from agent.cli.exits import ExitCode, exit_code_of  # noqa: PLC0415 - see the module

        around = self._surroundings()
        tell = around.machine_log.tell
        try:
            self._serve(around)
        except AgentError as error:
            tell(Gravity.TROUBLE, f"{error.problem.title}. {error.problem.message} {error.problem.press}".strip())
            return exit_code_of(error)
        except OSError as error:
            tell(Gravity.TROUBLE, f"The data folder {self._root} cannot be used: {error.strerror or error}.")
            return ExitCode.MISCONFIGURED
        if not self._stopped.is_set():
            tell(Gravity.TROUBLE, "The engine ended by itself; its log says why.")
            return ExitCode.NEEDS_PERSON
        tell(Gravity.NOTE, "The engine has stopped; what was in hand is finished.")
        return ExitCode.FINE

    def stop(self) -> None:
        """Ask for the end; what is in hand is finished. May be called by any thread, also before :meth:`run`."""
        with self._changing:
            self._stopped.set()
            if self._together is not None:
                self._together.stop()

    def _serve(self, around: "Surroundings") -> None:
        from agent.cli.logs import logging_to  # noqa: PLC0415 - see the module
        from agent.together import Together  # noqa: PLC0415 - the same
        from agent.updating import broken_off  # noqa: PLC0415 - the same

        self._root.mkdir(parents=True, exist_ok=True)
        with logging_to(self._root) as log, around.homes() as open_home:

            def tell(pair: str, problem: Problem) -> None:
                said = f"The engine of {pair} does not work. {problem.message} {problem.press}".strip()
                around.machine_log.tell(Gravity.NEEDS_PERSON, said)

            together = Together(self._root, open_home, around.clock, tell=tell)
            with self._changing:
                if self._stopped.is_set():
                    return
                self._together = together
            if unfinished := broken_off(self._root):
                around.machine_log.tell(Gravity.NEEDS_PERSON, unfinished)
            around.machine_log.tell(Gravity.NOTE, f"The engine is starting for {self._root}. Its log is {log}.")
            together.run()
