"""Writes a picture of every page: light and dark, English and German, at 1280x720 and at 1920x1080 with 150 %.

``sh tests/screenshots [DIR]`` calls it once for each scale, because Qt scales a whole process.
"""

import argparse
import dataclasses
import itertools
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, QLocale, QSize, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from agent.desk import open_desk
from agent.domain.catalogue.kept import Standing
from agent.domain.customers.kept import LinkState
from agent.domain.customers.suggest import Advice
from agent.domain.marks import SET_UP
from agent.domain.worklist import Tab
from connectors.machine import SystemClock
from gui.__main__ import joined
from gui.application import Application, prepare
from gui.theme import DARK, LIGHT, dress, insist
from gui.viewmodels.setup import STEPS
from tests.gui import designing, setting_up, show_company

LANGUAGES = {"en": "en_US", "de": "de_DE"}

#: Name of a picture -> place, part of it, and the row whose detail is open.
PAGES = {
    "home": ("home", None, None),
    "work-needs-you": ("work", Tab.NEEDS_YOU, None),
    "work-detail": ("work", Tab.NEEDS_YOU, 1),
    "work-edit": ("work", Tab.NEEDS_YOU, 1),
    "work-posted": ("work", Tab.POSTED, None),
    "work-posted-detail": ("work", Tab.POSTED, 3),
    "work-waiting": ("work", Tab.WAITING, None),
    "work-ignored": ("work", Tab.IGNORED, None),
    "work-in-doubt-detail": ("work", Tab.IN_DOUBT, 1),
    "doubts": ("doubts", None, None),
    "payouts": ("payouts", None, None),
    "payout": ("payouts", "first", None),
    "catalogue": ("catalogue", "everything", None),
    "catalogue-choose": ("catalogue", Standing.ASKED, 0),
    "catalogue-not-sold": ("catalogue", Standing.NOT_SOLD, None),
    "customers": ("customers", Advice.MATCH, None),
    "customers-detail": ("customers", Advice.MATCH, 0),
    "customers-choose": ("customers", LinkState.CONFLICT, 0),
    "flows": ("flows", "charge-to-order", None),
    "flows-card": ("flows", "card", None),
    "flows-walk": ("flows", "walk", None),
    "flows-broken": ("flows", "broken", None),
    "flows-templates": ("flows", "templates", None),
    "requests": ("requests", "everything", None),
    "requests-detail": ("requests", "everything", 0),
    "mapping": ("mapping", "charge-to-order", None),
    "mapping-field": ("mapping", "charge-to-order", 2),
    "help": ("catalogue", "help", None),
    "history": ("history", None, None),
    "settings": ("settings", "syspro", None),
    "about": ("about", None, None),
    **{f"setup-{step.value}": ("setup", step, None) for step in STEPS},
}


class Camera:
    """Takes pictures of one program."""

    def __init__(self, app, home, folder, tag, size):
        self.app, self.home, self.folder, self.tag, self.size = app, home, folder, tag, size
        self.store = self.service = None

    def take(self, language, scheme, names):
        """Take pictures in one language and one scheme."""
        insist(DARK if scheme == "dark" else LIGHT)
        for translator in self.app.findChildren(QTranslator):
            QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(QLocale(LANGUAGES[language]))
        prepare(self.app, LANGUAGES[language])
        with tempfile.TemporaryDirectory() as memory, open_desk(self.home, SystemClock()) as desk:
            show_company.live(desk.store)
            self.store, self.service = desk.store, desk.service
            joins = dataclasses.replace(joined(self.home, engine=False), remembered=str(Path(memory, "w.ini")))
            program = Application(joins, desk.service)
            program.start()
            program.window.resize(self.size)
            dress(self.app)
            for name in names:
                self._one(program, name, language, scheme)
            # The demo company is launched: whoever takes pictures again finds it as it was.
            desk.store.marks.set(SET_UP, "", SystemClock().now())
            desk.service.mapping.discard_draft()
            program.close()

    def _one(self, program, name, language, scheme):
        place, what, row = PAGES[name]
        window = program.window
        # What was said about an earlier picture is not said in this one.
        window.notice.leave()
        if place == "setup":
            setting_up.stand(self.store, what, now=SystemClock().now())
        window.show_page(place, None if what == "first" else what)
        self._rest(program)
        page = window.pages[place]
        if place == "setup":
            page.refresh()
            self._rest(program)
        if what == "everything":
            page.show_tab(None)
        if what == "first":
            page.show_payout(max(filter(lambda one: one.ties, page.model.rows), key=self._to_see).payout_id)
        if row is not None:
            page.table.selectRow(row)
            page.open_row(page.model.rows[row] if place == "mapping" else page.model.row(row))
        elif place in {"work", "catalogue", "customers", "requests"}:
            page.detail.closed.emit()
        elif place == "mapping":
            page.pane.closed.emit()
        self._pose(program, page, name, what)
        if what == "help":
            window.show_help(place)
            self._rest(program)
        shown = window.help if what == "help" else window
        shown.grab().save(str(self.folder / f"{name}-{language}-{scheme}-{self.tag}.png"))

    def _to_see(self, payout):
        """Return how much the picture of a payout has to show."""
        return len(self.service.payout_statement(payout.payout_id).waterfall())

    def _pose(self, program, page, name, what):
        """Bring a page into the state that its picture shows."""
        if name.startswith("flows"):
            designing.pose(page, self.service, what, lambda: self._rest(program))
        self._rest(program)
        if name == "work-edit":
            page.detail.edit.click()
            self._rest(program)

    def _rest(self, program):
        """Wait until every question is answered and drawn."""
        for _ in range(200):
            loop = QEventLoop()
            QTimer.singleShot(10, loop.quit)
            loop.exec()
            if program.reading.at_rest and _ > 8:
                return
        raise SystemExit("The window does not come to rest.")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--tag", required=True)
    parser.add_argument("--only", default="", help="Language and scheme, such as en-light.")
    parser.add_argument("--page", action="append", choices=list(PAGES), help="Only these pages.")
    parser.add_argument("--size", default="1280x720", help="Of the window, before scaling.")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    # The sandbox's key; it opens nothing else.
    os.environ["SYSPRO_STRIPE_STRIPE_KEY"] = "rk_test_sandbox"
    show_company.make(asked.home)
    camera = Camera(
        QApplication(sys.argv[:1]), asked.home, asked.folder, asked.tag, QSize(*map(int, asked.size.split("x")))
    )
    for language, scheme in itertools.product(LANGUAGES, ("light", "dark")):
        if asked.only in {"", f"{language}-{scheme}"}:
            camera.take(language, scheme, asked.page or list(PAGES))


if __name__ == "__main__":
    main()
