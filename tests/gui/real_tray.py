"""A window in the tray of a real desktop: says where its icon is, then what became of a click on it.

Run by ``test_real_tray.py`` on a display of its own. Prints ``icon X Y`` and then ``opened``, or ``no tray``.
"""

import dataclasses
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.__main__ import joined
from gui.application import Application, prepare


class Teller:
    """Tells what happens, a line each."""

    def __init__(self, app, program):
        self.app, self.program = app, program
        self.is_told = False
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(100)

    def look(self):
        """Look whether there is news."""
        room = self.program.tray.icon.geometry()
        if not self.is_told and room.width() > 1 and self.program.context.status is not None:
            self.is_told = True
            sys.stdout.write(f"icon {room.center().x()} {room.center().y()}\n")
            sys.stdout.flush()
        if self.program._window is not None and self.program._window.isVisible():
            sys.stdout.write("opened\n")
            sys.stdout.flush()
            self.timer.stop()
            self.program.quit()


def main():
    home = Path(sys.argv[1])
    os.environ["SYSPRO_STRIPE_STRIPE_KEY"] = "rk_test_sandbox"
    app = QApplication(sys.argv[:1])
    prepare(app, "en_US")
    joins = dataclasses.replace(joined(home, engine=False), remembered=str(home / "window.ini"))
    with joins.open() as service:
        program = Application(joins, service, hidden=True)
        program.start()
        if not program.has_tray:
            sys.stdout.write("no tray\n")
            program.close()
            return
        teller = Teller(app, program)
        app.exec()
        del teller


if __name__ == "__main__":
    main()
