"""The engine as the service runs it: Windows starts it before anyone logs on."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from agent.cli.exits import ExitCode, exit_code_of
from agent.cli.logs import logging_to
from agent.cli.surroundings import Surroundings
from agent.domain.errors import AgentError
from agent.domain.hosting import Gravity

if TYPE_CHECKING:
    from agent.together import Together


class HostedEngine:
    """The engines of an installation, for whoever starts and stops services.

    Args:
        root: The installation's own folder.
        surroundings: What they stand on.
    """

    def __init__(self, root: Path, surroundings: Surroundings) -> None:
        self._root = root
        self._surroundings = surroundings
        self._stopped = threading.Event()
        self._together: Together | None = None
        self._changing = threading.Lock()

    def run(self) -> int:
        """Run until :meth:`stop`; return 0 when it was asked to end, else the exit code of what ended it."""
        tell = self._surroundings.machine_log.tell
        try:
            self._serve()
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

    def _serve(self) -> None:
        # Here, and not before: Windows gives up on a service that does not answer within 30 seconds of its start.
        from agent.together import Together  # noqa: PLC0415 - brings the connectors and Stripe's library

        self._root.mkdir(parents=True, exist_ok=True)
        with logging_to(self._root) as log, self._surroundings.homes() as open_home:
            together = Together(self._root, open_home, self._surroundings.clock)
            with self._changing:
                if self._stopped.is_set():
                    return
                self._together = together
            self._surroundings.machine_log.tell(
                Gravity.NOTE, f"The engine is starting for {self._root}. Its log is {log}."
            )
            together.run()
