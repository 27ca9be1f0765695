"""The entry point of the window, ``syspro-stripe-tray``: the one module that joins it with an opened home."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from agent.cli.options import default_home
from agent.desk import open_desk, write_payout_report
from agent.domain.errors import AgentError
from agent.domain.hosting import ServiceState
from agent.own_process import own_command
from agent.service import AgentService
from connectors.autostart import WindowsAutostart
from connectors.machine import SystemClock
from connectors.windows.service import WindowsService
from gui.application import Application, prepare
from gui.joins import Joins


def joined(home: Path, *, engine: bool = True) -> Joins:
    """Return what the window of a home is joined with.

    Args:
        home: The home folder.
        engine: Whether an engine is started where none runs.
    """
    clock = SystemClock()
    # Where the engine is a service of the machine, no window starts one of its own.
    engine = engine and WindowsService().state() is ServiceState.ABSENT

    @contextmanager
    def opened() -> Iterator[AgentService]:
        with open_desk(home, clock) as desk:
            yield desk.service

    return Joins(
        home=home,
        open=opened,
        engine=[*own_command(), "run", "--home", str(home), "--until-input-ends"] if engine else [],
        save_payout=lambda service, payout, path: write_payout_report(service, clock, payout, path),
        autostart=WindowsAutostart([*own_command("syspro-stripe-tray", "gui"), "--hidden", "--home", str(home)]),
        version=version("syspro-stripe-agent"),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window until it is quit; return the exit code."""
    parser = argparse.ArgumentParser(prog="syspro-stripe-tray", description="The window and tray of the agent.")
    parser.add_argument("--home", type=Path, default=None, help="Folder of the agent's database.")
    parser.add_argument("--hidden", action="store_true", help="Wait in the tray.")
    parser.add_argument("--no-engine", action="store_true", help="Start no engine where none runs.")
    parser.add_argument("--language", default="", help="Such as de; the system's own by default.")
    asked = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    prepare(app, asked.language)
    joins = joined(asked.home or default_home(), engine=not asked.no_engine)
    try:
        with joins.open() as service:
            program = Application(joins, service, hidden=asked.hidden)
            if not program.start():
                return 0
            try:
                return app.exec()
            finally:
                program.close()
    except (AgentError, OSError) as error:
        QMessageBox.critical(None, app.applicationDisplayName(), str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
