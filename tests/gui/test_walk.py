"""A walk of a new user: a fresh home, both sandboxes, and the first posted document; clicks are counted."""

import dataclasses
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from agent.desk import open_desk
from agent.domain.documents import State
from agent.domain.readmodels import DocumentFilter
from agent.domain.setup import Look, Step
from agent.domain.worklist import Tab
from agent.own_process import start_own
from connectors.machine import SystemClock
from connectors.sandbox.remote import SandboxRemote
from connectors.secrets import KeyringSecrets
from gui.__main__ import joined
from gui.application import Application
from gui.joins import NoAutostart
from tests.gui.file_keyring import PLACE, FileKeyring

#: Milliseconds that a real engine gets for each step.
PATIENCE_MS = 60_000

MOST_CLICKS = 25


class Walker:
    """A person with a mouse, and a keyboard for keys and names alone."""

    def __init__(self, folder, qtbot, stack, monkeypatch):
        self.qtbot, self.folder = qtbot, folder
        self.clicks, self.typed = 0, []
        self.stack = stack
        monkeypatch.setenv(PLACE, str(folder / "keyring.json"))
        home = folder / "home"
        home.mkdir()
        self.urls = {}
        for name in ("stripe", "syspro"):
            arguments = ["sandbox", name, "--port", "0", "--home", str(folder), "--seed", "4"]
            process = stack.enter_context(start_own(arguments, output=subprocess.PIPE))
            self.urls[name] = process.announced_url()
        secrets = KeyringSecrets(str(home.resolve()), backend=FileKeyring())
        self.desk = stack.enter_context(open_desk(home, SystemClock(), secrets))
        now = self.desk.clock.now()
        SandboxRemote(self.urls["stripe"]).trade(charges=4, seed=4, days=10, until_at=now - 100, aftermath=False)
        # Only that Stripe's own address is another one; a person has nothing to enter for it.
        for name, text in (("stripe.api_base", self.urls["stripe"]), ("stripe.max_requests_per_s", "1000")):
            self.desk.store.settings.set(name, text, by="test", now=now)
        top = str(Path(__file__).resolve().parents[2])
        self.joins = dataclasses.replace(
            joined(home),
            environment={"PYTHON_KEYRING_BACKEND": "tests.gui.file_keyring.FileKeyring", "PYTHONPATH": top},
            autostart=NoAutostart(),
            remembered=str(folder / "window.ini"),
        )
        self.program = None

    def start(self):
        self.program = Application(self.joins, self.desk.service, ask=lambda *_: True)
        assert self.program.start()
        self.program.window.resize(1280, 720)

    def stop(self):
        if self.program is not None:
            self.program.close()
            self.program = None

    @property
    def page(self):
        return self.program.window.pages["setup"]

    def until(self, done):
        self.qtbot.waitUntil(done, timeout=PATIENCE_MS)

    def click(self, button):
        """Press a button that can be seen and pressed."""
        self.until(lambda: button.isVisible() and button.isEnabled())
        self.clicks += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, field, text):
        """Click into a field and type."""
        self.clicks += 1
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.setFocus()
        QTest.keyClicks(field, text)
        self.typed.append(field.accessibleName())

    def choose(self, box, code):
        """Open a list and choose from it: two clicks."""
        self.clicks += 2
        box.setCurrentIndex(box.findData(code))

    def go_on(self, step):
        self.click(self.page.next)
        self.until(lambda: self.page.step is step)

    def enter(self):
        fields = self.page.access.fields
        self.type(fields["stripe.key"], "rk_test_sandbox")
        self.type(fields["syspro.base_url"], f"{self.urls['syspro']}/SYSPROWCFService/Rest")
        self.type(fields["syspro.operator"], "ADMIN")
        self.type(fields["syspro.company"], "A")


@pytest.fixture
def walker(tmp_path, qtbot, monkeypatch):
    with ExitStack() as stack:
        made = Walker(tmp_path, qtbot, stack, monkeypatch)
        yield made
        made.stop()


def test_a_new_user_reaches_the_first_posted_document_in_under_25_clicks(walker):
    walker.start()
    window = walker.program.window
    walker.until(lambda: "setup" in window.pages and window.current() is window.pages["setup"])
    page = walker.page
    walker.until(lambda: page.stages.face() == "content")
    walker.enter()
    walker.click(page.next)
    walker.until(lambda: page.next.text() == "Go on" and page.next.isEnabled())
    assert "It works" in page.access.stripe.findChildren(type(page.busy))[-1].text()
    walker.go_on(Step.DISCOVER)
    walker.until(page.discover.card.isVisible)
    walker.go_on(Step.CONFIGURE)
    walker.click(page.answers.buttons["subscriptions"])
    walker.until(lambda: bool(page.answers.boxes))
    walker.choose(page.answers.boxes["credit_class", ""], "WEB")
    walker.go_on(Step.VALIDATE)
    walker.until(page.preview.waiting.content.isVisible)
    service = walker.desk.service
    assert service.set_up.state().told[Look.PREVIEW].preview.count(State.POSTED) >= 8
    assert not any(walker.desk.store.outbox.counts().values()), "nothing is posted before the launch"
    walker.go_on(Step.LAUNCH)
    walker.choose(page.launch.day, page.launch.day.itemData(2))
    walker.click(page.next)
    walker.until(lambda: window.current() is window.pages.get("work"))
    work = window.pages["work"]
    walker.until(lambda: service.status().documents[State.HELD] >= 8 and not service.status().inbox.waiting)
    walker.until(lambda: "hold.every" in work.causes.buttons)
    walker.click(work.causes.buttons["hold.every"])
    walker.click(work.causes.retry)
    walker.until(lambda: service.status().documents[State.POSTED] >= 1)
    first = service.documents(DocumentFilter(state=State.POSTED, limit=1))[0]
    assert first.erp_key
    assert walker.clicks == 17
    assert walker.clicks < MOST_CLICKS
    assert walker.typed == ["Restricted key", "Address of e.net", "Operator", "Company"]
    assert b"rk_test_sandbox" not in (walker.folder / "home" / "agent.sqlite").read_bytes()


def test_leaving_half_way_comes_back_to_the_same_step(walker):
    walker.start()
    walker.until(lambda: "setup" in walker.program.window.pages)
    walker.until(lambda: walker.page.stages.face() == "content")
    walker.enter()
    walker.click(walker.page.next)
    walker.until(lambda: walker.page.next.text() == "Go on" and walker.page.next.isEnabled())
    walker.go_on(Step.DISCOVER)
    walker.until(walker.page.discover.card.isVisible)
    walker.stop()
    walker.start()
    walker.until(lambda: "setup" in walker.program.window.pages)
    walker.until(lambda: walker.page.step is Step.DISCOVER and walker.page.discover.card.isVisible())
    walker.click(walker.page.back)
    walker.until(lambda: walker.page.step is Step.ACCESS)
    assert walker.page.access.fields["syspro.company"].text() == "A"
    assert walker.page.access.fields["stripe.key"].placeholderText() == "kept in the keyring"
    walker.program.window.show_page("work", Tab.NEEDS_YOU)
    assert walker.program.window.navigation.buttons["setup"].isVisible()
