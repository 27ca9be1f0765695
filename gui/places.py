"""The places of the navigation, from top to bottom, with the page of each."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from gui.context import Context
from gui.navigation import Place
from gui.pages.base import Page
from gui.pages.home import HomePage
from gui.pages.work import WorkPage


def places() -> list[tuple[Place, Callable[[Context], Page]]]:
    """Return every place with what makes its page."""
    say = QCoreApplication.translate
    return [
        (Place("home", say("places", "Home"), "house"), HomePage),
        (Place("work", say("places", "Work list"), "list-bullets"), WorkPage),
    ]
