"""What the tests of the window stand on: Qt without a screen, a home, and a program over it."""

import os

# Before anything of Qt is imported: the tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from contextlib import ExitStack

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale

from agent.desk import open_desk
from agent.store import Store
from gui.application import Application, prepare
from gui.joins import Joins, NoAutostart
from tests.fakes import FakeClock
from tests.pipeline.cli_world import SETTINGS, FakeSecrets
from tests.store.builders import NOW


@pytest.fixture(scope="session")
def qapp_args():
    return ["syspro-stripe-tray"]


@pytest.fixture(autouse=True, scope="session")
def prepared(qapp):
    """The program speaks English and looks as it does."""
    QLocale.setDefault(QLocale("en_US"))
    prepare(qapp, "en_US")
    return qapp


@pytest.fixture(autouse=True)
def nothing_stays_open(qapp):
    """Windows of tests before would be dressed again with each test; what a whole module stands on was there before."""
    there = set(qapp.topLevelWidgets())
    yield
    for window in set(qapp.topLevelWidgets()) - there:
        if window.parent() is None:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Room:
    """A home with a window over it, a clock of its own and no engine; the test is the engine."""

    def __init__(self, folder, qtbot):
        self.folder, self.qtbot = folder, qtbot
        self.stack = ExitStack()
        self.clock = FakeClock(NOW)
        self.secrets = FakeSecrets({"stripe.key": "rk_test_1"})
        self.store = self.stack.enter_context(Store.open(folder / "home" / "agent.sqlite"))
        for name, text in SETTINGS.items():
            self.store.settings.set(name, text, by="test", now=NOW)
        self.desk = self.stack.enter_context(open_desk(folder / "home", self.clock, self.secrets))
        self.answers = []
        self.asked = []
        self.saved = []
        self.joins = Joins(
            home=folder / "home",
            open=lambda: None,
            engine=[],
            save_payout=self._save,
            autostart=NoAutostart(),
            version="1.2.3",
            remembered=str(folder / "window.ini"),
        )
        self.program = None

    def engine_lives(self):
        """An engine gives a sign of life."""
        self.store.lease.hold("engine-1", "machine", "EDU1", now=self.clock.now(), ttl_s=60)

    def start(self, **rest):
        """Start the program and wait for its first status."""
        self.program = Application(self.joins, self.desk.service, ask=self._ask, **rest)
        assert self.program.start()
        self.settled()
        return self.program

    def settled(self):
        """Wait until every question is answered."""
        context = self.program.context
        with self.qtbot.waitSignal(context.status_changed):
            context.refresh()
        self.qtbot.waitUntil(lambda: self.program.reading.at_rest)

    def page(self, name, what=None):
        """Show a page and wait for what it shows."""
        self.program.window.show_page(name, what)
        self.settled()
        return self.program.window.pages[name]

    def commands(self):
        """Name and arguments of everything that the engine was asked for, oldest first."""
        found, number = [], 1
        while (command := self.store.commands.get(number)) is not None:
            found.append((command.name, dict(command.arguments)))
            number += 1
        return found

    def close(self):
        if self.program is not None:
            self.program.close()
        self.stack.close()

    def _ask(self, title, text):
        self.asked.append(text)
        return self.answers.pop(0)

    def _save(self, service, payout, path):
        self.saved.append((payout, path))
        return f"{payout} ties."


@pytest.fixture
def room(tmp_path, qtbot):
    made = Room(tmp_path, qtbot)
    yield made
    made.close()
