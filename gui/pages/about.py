"""About: versions, licences, what changed, and what leaves this building."""

import platform
from importlib import resources
from importlib.metadata import PackageNotFoundError, metadata

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QTextBrowser

from gui.context import Context
from gui.pages.base import Page
from gui.theme import MEDIUM
from gui.widgets.basics import Card, Identifier, Text

#: Libraries that are shipped with the program and seen by whoever looks for licences.
_LIBRARIES = (
    "APScheduler", "click", "common-expression-language", "filelock", "httpx", "Jinja2", "keyring", "lxml", "openpyxl",
    "platformdirs", "PySide6_Essentials", "QtAwesome", "reportlab", "requests", "rich", "sqlite-utils", "starlette",
    "stripe", "tenacity", "Unidecode", "urllib3", "uvicorn",
)  # fmt: skip


class AboutPage(Page):
    """About the program."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "", scrolls=True)
        self.title.setText(self.tr("About"))
        self.setAccessibleName(self.tr("About"))
        self.body.addWidget(self._versions())
        self.body.addWidget(self._leaves())
        self.body.addWidget(self._changes())
        self.licences = self._text(self.tr("Licences of the libraries within"), _licences(), 240)
        self.body.addWidget(self.licences)
        self.body.addStretch()

    def _versions(self) -> Card:
        card = Card(self.tr("SYSPRO Stripe agent"))
        form = QFormLayout()
        form.setHorizontalSpacing(MEDIUM)
        for name, text in (
            (self.tr("Version"), self.context.joins.version),
            (self.tr("Python and Qt"), f"{platform.python_version()}, {qVersion()}"),
            (self.tr("System"), f"{platform.system()} {platform.release()}"),
        ):
            form.addRow(Text(name, role="muted"), Text(text))
        home = Identifier(str(self.context.joins.home), most=72)
        form.addRow(Text(self.tr("Data folder"), role="muted"), home)
        card.column.addLayout(form)
        return card

    def _leaves(self) -> Card:
        card = Card(self.tr("What leaves this building"))
        for text in (
            self.tr("To Stripe: questions about your own account, with your own restricted key. Nothing else is sent."),
            self.tr("If you switch it on: SYSPRO's numbers, written to the metadata of your own payments and refunds."),
            self.tr("If you switch the catalogue on: stock codes with names, units, tax codes, prices and quantities."),
            self.tr(
                "If you keep customers in step: names, e-mail addresses, telephone numbers and addresses, to Stripe."
            ),
            self.tr(
                "If you ask for open invoices to be paid: their numbers and amounts, to Stripe's links or invoices."
            ),
            self.tr(
                "If you open the portal: prices, stock, orders and invoices, to the shops that hold a token of yours."
            ),
            self.tr("To SYSPRO: documents, inside your own network, through its e.net service."),
            self.tr(
                "To us, or to anybody else: nothing. No figures about use, no error reports, no updates by itself."
            ),
        ):
            card.column.addWidget(Text(text, wraps=True))
        return card

    def _changes(self) -> Card:
        card = Card(self.tr("What changed"))
        shown = QTextBrowser()
        shown.setMarkdown(_changelog())
        shown.setFixedHeight(240)
        shown.setAccessibleName(self.tr("What changed"))
        card.column.addWidget(shown)
        return card

    @staticmethod
    def _text(heading: str, text: str, height: int) -> Card:
        card = Card(heading)
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setFixedHeight(height)
        shown.setAccessibleName(heading)
        card.column.addWidget(shown)
        return card


def _changelog() -> str:
    return (resources.files("resources") / "CHANGELOG.md").read_text("utf-8")


def _licences() -> str:
    return "\n".join(filter(None, map(_licence, _LIBRARIES)))


def _licence(library: str) -> str:
    try:
        found = metadata(library)
    except PackageNotFoundError:
        return ""
    licence = next((str(found[name]) for name in ("License-Expression", "License") if name in found), "")
    classified = [one.rpartition(" :: ")[2] for one in found.get_all("Classifier") or [] if one.startswith("License")]
    short = licence if licence and len(licence) < 60 else ", ".join(classified)
    return f"{library} {found['Version']}: {short or 'see its own text'}"
