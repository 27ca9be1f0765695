"""The entry point of the window, ``syspro-stripe-tray``: the one module that joins it with an opened home."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from agent.desk import open_desk, write_payout_report
from agent.domain.errors import AgentError
from agent.domain.hosting import ServiceState
from agent.own_process import own_command
from agent.pairs import default_home
from agent.service import AgentService
from connectors.autostart import WindowsAutostart
from connectors.machine import SystemClock
from connectors.windows.service import WindowsService
from gui.application import Application, prepare
from gui.joins import Joins

#: Folder of the demo that the window shows, in the home; its engine plays sandboxes and trade as well.
_DEMO_FOLDER = "try-it-first"

#: Payments that the demo makes up: enough for every page, few enough for a minute.
_DEMO_CHARGES = "40"


def joined(home: Path, *, engine: bool = True, demo: bool = False) -> Joins:
    """Return what the window of a home is joined with.

    Args:
        home: The home folder.
        engine: Whether an engine is started where none runs.
        demo: Whether the invented company beside the home is shown instead.
    """
    clock = SystemClock()
    own, home = home, home / _DEMO_FOLDER if demo else home
    command = [*own_command(), "run", "--home", str(home), "--until-input-ends"]
    if demo:
        play = ["demo", "--headless", "--charges", _DEMO_CHARGES, "--until-input-ends"]
        command = [*own_command(), *play, "--home", str(home)]
    # Where the engine is a service of the machine, no window starts one of its own; a demo is nobody's service.
    service = WindowsService()
    is_hosted = not demo and service.state() is not ServiceState.ABSENT

    @contextmanager
    def opened() -> Iterator[AgentService]:
        with open_desk(home, clock) as desk:
            yield desk.service

    return Joins(
        home=home,
        open=opened,
        engine=command if engine and not is_hosted else [],
        save_payout=lambda service, payout, path: write_payout_report(service, clock, payout, path),
        autostart=WindowsAutostart([*own_command("syspro-stripe-tray", "gui"), "--hidden", "--home", str(own)]),
        version=version("syspro-stripe-agent"),
        is_demo=demo,
        offers_demo=engine and not demo,
        service=service if is_hosted else None,
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
    try:
        return show_homes(app, asked.home or default_home(), engine=not asked.no_engine, hidden=asked.hidden)
    except (AgentError, OSError) as error:
        QMessageBox.critical(None, app.applicationDisplayName(), str(error))
        return 1


def show_homes(app: QApplication, home: Path, *, engine: bool, hidden: bool) -> int:
    """Show a home, and the demo beside it when somebody asks for it, in turns until the program is quit.

    Args:
        app: The program.
        home: The home folder.
        engine: Whether an engine is started where none runs.
        hidden: Whether the window waits in the tray at first.

    Raises:
        AgentError, OSError: When a home cannot be opened.
    """
    demo: bool | None = False
    code = 0
    while demo is not None:
        joins = joined(home, engine=engine, demo=demo)
        with joins.open() as service:
            program = Application(joins, service, hidden=hidden)
            if not program.start():
                return 0
            try:
                code = app.exec()
            finally:
                program.close()
        demo, hidden = program.next_is_demo, False
    return code


if __name__ == "__main__":
    sys.exit(main())
