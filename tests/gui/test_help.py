"""Help: every page of the window has its page in both languages, and every link in it leads somewhere."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QUrl
from PySide6.QtGui import QTextDocument

from agent.domain.settings import SETTINGS
from gui import translator
from gui.places import places, topics
from gui.widgets.help import LANGUAGES, PAGE, PLACE, help_picture, help_text, language_now

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
PLACES = [place.name for place, _ in places()]
NAMES = [*PLACES, *(name for name, _ in topics())]


def links(text):
    """Every link of a page, as Qt itself finds them."""
    document = QTextDocument()
    document.setMarkdown(text)
    return re.findall(r'href="([^"]+)"', document.toHtml())


def leads_somewhere(link):
    url = QUrl(link)
    if url.scheme() == PLACE:
        place, _, part = url.path().partition("/")
        return place in PLACES and (not part or part in SETTINGS)
    return link.endswith(PAGE) and link.removesuffix(PAGE) in NAMES


def test_the_help_speaks_every_language_of_the_window():
    assert LANGUAGES == translator.LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_the_window_has_its_help_and_every_link_leads_somewhere(prepared, name, language):
    text = help_text(name, language)
    assert 15 <= len(text.splitlines()) <= 40
    assert text.startswith("# ")
    found = links(text)
    assert found
    assert not [link for link in found if not leads_somewhere(link)]


def test_no_page_of_the_help_is_about_nothing():
    assert {path.name for path in HELP.glob("*.*")} == {f"{name}.{one}{PAGE}" for name in NAMES for one in LANGUAGES}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_as_much(prepared, name):
    english, german = (help_text(name, language) for language in LANGUAGES)
    assert links(english) == links(german)
    assert len(english.splitlines()) == len(german.splitlines())


def test_a_page_names_the_settings_that_exist(prepared):
    for name in NAMES:
        named = re.findall(r"(?<![\w.])(?:catalogue|stripe|syspro|site|portal)\.\w+\b", help_text(name, "en"))
        assert not [one for one in named if one not in SETTINGS and not one.endswith(PAGE)]


def pictures(name, language):
    return re.findall(r"!\[[^\]]+\]\(([^)]+)\)", help_text(name, language))


@pytest.mark.parametrize("name", ["install", "it"])
def test_whoever_installs_sees_pictures_in_both_languages(prepared, name):
    english, german = (pictures(name, language) for language in LANGUAGES)
    assert english
    assert english == german
    for language in LANGUAGES:
        assert all(help_picture(picture, language).width() == 640 for picture in english)


def test_no_picture_of_the_help_is_shown_nowhere_and_all_are_small():
    shown = {f"{one}.{language}.png" for name in NAMES for language in LANGUAGES for one in pictures(name, language)}
    kept = {path.name: path.stat().st_size for path in (HELP / "pictures").iterdir()}
    assert set(kept) == shown
    assert max(kept.values()) < 60_000


def test_a_page_shows_its_pictures(room):
    program = room.start()
    program.window.show_help("install")
    document = program.window.help.text.document()
    found = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("setup-access"))
    assert found.width() == 640


def test_another_language_reads_english():
    assert help_text("home", "fr") == help_text("home", "en")


@pytest.mark.parametrize("name", PLACES)
def test_the_button_opens_the_help_of_its_page(room, name):
    program = room.start()
    room.page(name).help.click()
    assert program.window.help.isVisible()
    assert not program.window.help.isModal()
    assert program.window.help.name == name
    heading = help_text(name, "en").splitlines()[0].removeprefix("# ")
    assert program.window.help.text.toPlainText().startswith(heading)


@pytest.mark.parametrize("name", [name for name, _ in topics()])
def test_a_guide_is_in_the_list_of_the_help(room, name):
    window = room.start().window
    window.show_help(name)
    assert window.help.name == name
    assert len(window.help.list.currentItem().text()) > 3


def test_f1_opens_it_at_the_page_that_is_shown(room):
    window = room.start().window
    room.page("payouts")
    room.qtbot.keyClick(window, Qt.Key.Key_F1)
    room.qtbot.waitUntil(lambda: window.help.isVisible() and window.help.name == "payouts")
    room.page("history")
    window.bring_up()
    room.qtbot.waitUntil(window.isActiveWindow)
    room.qtbot.keyClick(window, Qt.Key.Key_F1)
    room.qtbot.waitUntil(lambda: window.help.name == "history")


def test_a_link_shows_another_page_of_the_help_or_a_page_of_the_program(room):
    window = room.start().window
    window.show_help("catalogue")
    window.help.text.anchorClicked.emit(QUrl("about.md"))
    assert window.help.name == "about"
    window.help.text.anchorClicked.emit(QUrl("place:settings/catalogue.enabled"))
    room.settled()
    assert window.current() is window.pages["settings"]
    assert window.pages["settings"].fields["catalogue.enabled"].isVisible()
    assert window.help.isVisible()


def test_escape_closes_it_and_its_place_is_remembered(room):
    window = room.start().window
    window.show_help()
    window.help.resize(700, 500)
    room.qtbot.keyClick(window.help.text, Qt.Key.Key_Escape)
    room.qtbot.waitUntil(lambda: not window.help.isVisible())
    assert room.program.context.remembered.value("help/geometry")


def test_it_goes_with_the_window(room):
    program = room.start()
    program.window.show_help()
    program.close()
    assert not program.window.help.isVisible()


def test_it_speaks_the_persons_language(room, qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    installed = translator.install(qapp, "de")
    try:
        assert language_now() == "de"
        window = room.start().window
        window.show_help("work")
        assert window.help.text.toPlainText().startswith("Arbeitsliste")
    finally:
        QCoreApplication.removeTranslator(installed)
        QLocale.setDefault(before)
