"""The window of the demo company, in German: every page is walked, and nothing that our side says is English."""

import sqlite3

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSize, QTranslator

from agent.domain.kinds import BODIES, targets_of
from gui.application import prepare
from tests.gui import designing, show_company
from tests.gui.english import english_in, texts_of
from tests.gui.pictures import PAGES, Camera


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    """A home of the demo company, with something of everything that can wait for a person."""
    home = tmp_path_factory.mktemp("company") / "home"
    show_company.make(home)
    return home


@pytest.fixture
def english_again(qapp):
    """Whatever a test lets the program speak, it speaks English afterwards."""
    yield
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(QLocale("en_US"))
    prepare(qapp, "en_US")


def texts_of_others(home):
    """What Stripe and SYSPRO have: names, descriptions, texts; they are shown as they are."""
    found = set()
    for name in ("stripe", "syspro"):
        with sqlite3.connect(home / f"sandbox-{name}.sqlite") as db:
            for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                for row in db.execute(f'SELECT * FROM "{table}"'):
                    found.update(text for text in row if isinstance(text, str) and " " in text)
    # Stripe's objects are kept as JSON.
    return sorted({part for text in found for part in (text, *_parts(text)) if " " in part}, key=len, reverse=True)


def _parts(text):
    return text.split('"')[1::2] if text.startswith("{") else ()


class Reader(Camera):
    """Reads each page where the camera takes its picture."""

    def __init__(self, *rest):
        super().__init__(*rest)
        self.read, self.places = [], set()

    def _one(self, program, name, language, scheme):
        super()._one(program, name, language, scheme)
        self.places = set(program.window.navigation.buttons)
        self._read(program, name)
        if name == "settings":
            page = program.window.pages["settings"]
            for row in range(page.list.count()):
                page.list.setCurrentRow(row)
                self._read(program, f"settings, group {row}")
        if name == "home":
            self.read += [("tray", text) for action in program.tray.menu.actions() for text in (action.text(),)]

    def _read(self, program, name):
        self.read += [(f"{name}, {where}", text) for where, text in texts_of(program.window) if text]


@pytest.mark.usefixtures("english_again")
def test_nothing_that_our_side_says_is_english_in_a_german_window(qapp, company, tmp_path, monkeypatch):
    # The sandbox's key; it opens nothing else.
    monkeypatch.setenv("SYSPRO_STRIPE_STRIPE_KEY", "rk_test_sandbox")
    reader = Reader(qapp, company, tmp_path, "read", QSize(1280, 720))
    reader.take("de", "light", list(PAGES))
    quoted = [show_company.REFUSED, show_company.NO_EMAIL, designing.LARGE, *texts_of_others(company)]
    # Names of SYSPRO's fields, and what a guest is called there; the history of the program is kept in English.
    names = {"Stripe customer", *(element for body in BODIES.values() for element in targets_of(body))}
    found = {
        text: f"{where}: {text[:160]!r} {why}"
        for where, text in reader.read
        if text not in names and not text.startswith("Changelog") and (why := english_in(text, quoted))
    }
    assert "\n".join(sorted(found.values())) == ""
    assert reader.places <= {place for place, _, _ in PAGES.values()}
    assert len(reader.read) > 5_000
