"""The look: contrast, sharp icons, nothing cut off, every text in both languages."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QLabel, QScrollArea

from agent.domain.catalogue.kept import Standing
from agent.domain.kinds import Kind
from agent.domain.worklist import Tab
from gui.theme import DARK, LIGHT, Tone, dress, insist, tokens
from gui.translator import LANGUAGES, install
from gui.viewmodels.settings import groups
from gui.viewmodels.setup import STEPS
from gui.widgets.basics import Elided
from gui.words import kind_word
from tests.gui.flows_stage import ORDER, STEP, STOP, TRIGGER, decided
from tests.gui.setting_up import stand
from tests.gui.test_catalogue import fill as fill_catalogue
from tests.gui.test_requests import fill as fill_requests
from tests.gui.test_work import fill
from tests.sentences import source as engine_source

TOP = Path(__file__).resolve().parents[2]


def luminance(text):
    parts = [int(text[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_every_text_can_be_read_on_its_ground(scheme):
    pairs = [(ink, ground) for ink in (scheme.text, scheme.muted) for ground in (scheme.ground, scheme.surface)]
    pairs += [(scheme.tones[tone], scheme.washes[tone]) for tone in Tone]
    pairs += [(scheme.tones[tone], scheme.surface) for tone in Tone]
    pairs += [(scheme.on_accent, scheme.accent), (scheme.accent, scheme.chosen), (scheme.text, scheme.chosen)]
    weak = [(ink, ground, round(contrast(ink, ground), 2)) for ink, ground in pairs if contrast(ink, ground) < 4.5]
    assert not weak


def test_no_colour_stands_outside_the_theme():
    found = []
    for path in (TOP / "gui").rglob("*.py"):
        if path.name not in {"theme.py", "icons.py"}:
            found += [f"{path.name}: {one}" for one in re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8"))]
    assert not found


@pytest.fixture(params=LANGUAGES)
def language(request, qapp):
    """The program in one of its languages."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    installed = install(qapp, request.param)
    yield request.param
    QCoreApplication.removeTranslator(installed)
    QLocale.setDefault(before)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def scheme(request, qapp):
    """The program in one of its schemes."""
    insist(request.param)
    dress(qapp)
    yield request.param
    insist(None)
    dress(qapp)


def cut_off(page):
    """Labels and buttons that have less room than their text wants."""
    found = []
    for widget in (*page.findChildren(QLabel), *page.findChildren(QAbstractButton)):
        if not widget.isVisible() or isinstance(widget, Elided) or not widget.text():
            continue
        wanted = widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            wanted = QSize(0, widget.heightForWidth(widget.width()))
        if widget.width() < wanted.width() or widget.height() < wanted.height() - 1:
            found.append(f"{widget.text()!r} has {widget.size()}, wants {wanted}")
    for header in page.findChildren(QHeaderView):
        if header.isVisible() and header.orientation() is Qt.Orientation.Horizontal:
            sections = [one for one in range(header.count()) if not header.isSectionHidden(one)]
            found += [
                f"column {header.model().headerData(one, header.orientation())!r} has {header.sectionSize(one)}"
                for one in sections
                if header.sectionSize(one) < header.sectionSizeFromContents(one).width()
            ]
    return found


def cut_areas(page):
    """Areas that cannot be scrolled sideways, and are narrower than what stands in them."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    areas = [one for one in page.findChildren(QScrollArea) if one.horizontalScrollBarPolicy() is off]
    return [one for one in areas if one.isVisible() and one.widget().width() > one.viewport().width()]


def test_nothing_is_cut_off_on_any_page(language, scheme, room):
    fill(room)
    program = room.start()
    program.window.resize(1280, 720)
    assert tokens() is scheme
    complaints = []
    for name in program.window.navigation.buttons:
        page = room.page(name)
        complaints += [f"{name}: {one}" for one in cut_off(page)]
        complaints += [f"navigation: {one}" for one in cut_off(program.window.navigation)]
    page = room.page("work", Tab.NEEDS_YOU)
    page.resync.click()
    room.settled()
    complaints += [f"resync: {one}" for one in cut_off(page)]
    page.open_row(page.model.row(0))
    room.settled()
    complaints += [f"detail: {one}" for one in cut_off(page)]
    assert not complaints


def test_nothing_is_cut_off_in_a_catalogue_that_is_on(language, scheme, room):
    fill_catalogue(room)
    program = room.start()
    program.window.resize(1280, 720)
    page = room.page("catalogue")
    complaints = cut_off(page)
    for row in (2, 3):
        page.open_row(page.model.row(row))
        room.settled()
        complaints += cut_off(page)
    page.show_tab(Standing.NOT_SOLD)
    room.settled()
    assert not complaints + cut_off(page)


def test_nothing_is_cut_off_in_requests_that_are_on(language, scheme, room):
    fill_requests(room)
    program = room.start()
    program.window.resize(1280, 720)
    page = room.page("requests")
    complaints = cut_off(page)
    for row in (0, 2, 3):
        page.open_row(page.model.row(row))
        room.settled()
        complaints += cut_off(page)
    assert not complaints


def test_nothing_is_cut_off_beside_the_open_card_of_a_flow(language, scheme, room):
    decided(room)
    program = room.start()
    program.window.resize(1280, 720)
    page = room.page("flows", ORDER)
    complaints = []
    for place in (TRIGGER, STOP, STEP):
        page.open_card(place)
        room.settled()
        assert page.pane.isVisible()
        complaints += [f"{place.section.value}: {one}" for one in cut_off(page)]
    page.walk.begin.click()
    room.settled()
    page.walk.all.click()
    room.settled()
    assert page.walk.ending.isVisible()
    assert not complaints + cut_off(page)


def test_what_the_lists_have_in_common_is_said_in_the_language_of_the_window(room, language):
    fill_catalogue(room)
    room.start()
    said = {"en": ("Run now", "Close the detail"), "de": ("Jetzt ausführen", "Einzelheiten schließen")}[language]
    for name in ("catalogue", "customers", "requests"):
        page = room.page(name)
        assert (page.run_now.text(), page.detail.close_button.toolTip()) == said


def test_nothing_is_cut_off_on_any_step_of_setting_up(language, scheme, room):
    program = room.start()
    program.window.resize(1280, 720)
    complaints = []
    for step in STEPS:
        stand(room.store, step, now=room.clock.now())
        page = room.page("setup")
        room.settled()
        assert page.step is step
        complaints += [f"{step.value}: {one}" for one in cut_off(page)]
    assert not complaints


def test_nothing_runs_over_the_edge_of_the_smallest_window(room, language):
    fill(room)
    fill_catalogue(room)
    fill_requests(room)
    program = room.start()
    program.window.resize(program.window.minimumSize())
    wide = []
    for name in program.window.navigation.buttons:
        page = room.page(name)
        if name in {"work", "catalogue", "requests"}:
            page.open_row(page.model.row(0))
            room.settled()
        if name == "work":
            least = page.resyncing.minimumSizeHint().width()
            assert least <= page.width() - 48, f"the resync wants {least}"
        wide += [f"{name} has {one.widget().width()} in {one.viewport().width()}" for one in cut_areas(page)]
        if page.minimumSizeHint().width() > page.width():
            wide.append(f"{name} wants {page.minimumSizeHint().width()} of {page.width()}")
    for step in STEPS:
        stand(room.store, step, now=room.clock.now())
        page = room.page("setup")
        room.settled()
        wide += [f"{step.value} has {one.widget().width()} in {one.viewport().width()}" for one in cut_areas(page)]
        if (least := page.steps[step].minimumSizeHint().width()) > page.steps[step].width():
            wide.append(f"{step.value} wants {least} of {page.steps[step].width()}")
    assert not wide


def sources(path):
    tree = ET.parse(path)
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def test_every_text_is_translated():
    tree = ET.parse(TOP / "resources" / "translations" / "de.ts")
    assert not [name for name, _ in sources(TOP / "resources" / "translations" / "de.ts") if "." in name]
    open_ones = [
        message.findtext("source")
        for message in tree.iter("message")
        if message.find("translation").get("type") == "unfinished"
    ]
    assert not open_ones


def test_the_translations_know_every_text_of_the_window_and_every_sentence_of_the_engine(tmp_path):
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    (tmp_path / "engine.py").write_text(engine_source(), "utf-8")
    modules = [*sorted(str(path) for path in (TOP / "gui").rglob("*.py")), str(tmp_path / "engine.py")]
    command = [str(tool), "-silent", "-locations", "none", "-tr-function-alias", "translate+=translated", *modules]
    subprocess.run([*command, "-ts", str(tmp_path / "now.ts")], check=True)
    assert sources(tmp_path / "now.ts") == sources(TOP / "resources" / "translations" / "de.ts")


def test_places_in_a_translation_are_those_of_its_source():
    tree = ET.parse(TOP / "resources" / "translations" / "de.ts")
    wrong = []
    for message in tree.iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        wrong += [(source, text) for text in texts if fields(text) != fields(source)]
    assert not wrong


def test_places_that_touch_in_a_source_touch_in_its_translation():
    """The first of them may take what is meant for the other, so that they have to stay together."""
    tree = ET.parse(TOP / "resources" / "translations" / "de.ts")
    touching = re.compile(r"(?=(\{\w+\}\{\w+\}))")
    wrong = [
        message.findtext("source")
        for message in tree.iter("message")
        if set(touching.findall(message.findtext("source"))) - set(touching.findall(message.findtext("translation")))
    ]
    assert not wrong


def fields(text):
    return set(re.findall(r"\{\w+\}", text))


def test_every_kind_and_every_group_of_settings_has_a_word(prepared):
    assert not [kind for kind in Kind if kind_word(kind) == kind.value.replace("_", " ")]
    assert not [group.name for group in groups() if group.word == group.name]
