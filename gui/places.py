"""The places of the navigation, from top to bottom, with the page of each."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from gui.context import Context
from gui.navigation import Place
from gui.pages.about import AboutPage
from gui.pages.base import Page
from gui.pages.catalogue import CataloguePage
from gui.pages.customers import CustomersPage
from gui.pages.doubts import DoubtsPage
from gui.pages.flows import FlowsPage
from gui.pages.history import HistoryPage
from gui.pages.home import HomePage
from gui.pages.mapping import MappingPage
from gui.pages.payouts import PayoutsPage
from gui.pages.requests import RequestsPage
from gui.pages.settings import SettingsPage
from gui.pages.setup import SetupPage
from gui.pages.work import WorkPage


def places() -> list[tuple[Place, Callable[[Context], Page]]]:
    """Return every place with what makes its page."""
    translated = QCoreApplication.translate
    return [
        (Place("home", translated("places", "Home"), "house"), HomePage),
        (Place("work", translated("places", "Work list"), "list-bullets"), WorkPage),
        (Place("doubts", translated("places", "In doubt"), "question"), DoubtsPage),
        (Place("payouts", translated("places", "Payouts"), "bank"), PayoutsPage),
        (Place("catalogue", translated("places", "Catalogue"), "tag"), CataloguePage),
        (Place("customers", translated("places", "Customers"), "users"), CustomersPage),
        (Place("requests", translated("places", "Requests to pay"), "receipt"), RequestsPage),
        (Place("flows", translated("places", "Flows"), "flow-arrow"), FlowsPage),
        (Place("mapping", translated("places", "Mapping"), "git-branch"), MappingPage),
        (Place("history", translated("places", "History"), "clock-counter-clockwise"), HistoryPage),
        (Place("settings", translated("places", "Settings"), "gear", at_bottom=True), SettingsPage),
        (Place("about", translated("places", "About"), "info", at_bottom=True), AboutPage),
        (Place("setup", translated("places", "Set up"), "rocket-launch", at_bottom=True), SetupPage),
    ]


def topics() -> list[tuple[str, str]]:
    """Return name and word of the help's pages that explain no page of the window."""
    translated = QCoreApplication.translate
    return [
        ("portal", translated("places", "B2B portal")),
        ("install", translated("places", "First steps")),
        ("it", translated("places", "For IT")),
        ("rollout", translated("places", "Roll-out and backup")),
    ]
