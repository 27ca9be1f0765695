"""The first step of setting up: keys, addresses and passwords, each connection tried live and told in words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent.domain.errors import Problem
from agent.domain.setup import Look, SetUpState, Tried
from gui.pages.base import caption
from gui.theme import MEDIUM, Tone
from gui.viewmodels.setup import access_line, right_line
from gui.widgets.basics import Button, Card, line
from gui.widgets.forms import Lines, StateLine, labelled, secret_field
from gui.words import spoken

#: Settings of the first step that are secrets, and those that are not.
SECRETS = ("stripe.key", "syspro.operator_password", "syspro.company_password", "syspro.sql_password")
PLAIN = ("syspro.base_url", "syspro.operator", "syspro.company", "syspro.sql_server", "syspro.sql_user")

#: Width of the labels.
_LABELS = 116


class AccessStep(QWidget):
    """Both connections, side by side."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QLineEdit] = {name: secret_field() for name in SECRETS}
        self.fields |= {name: QLineEdit() for name in PLAIN}
        self._is_loaded = False
        self.sql = QCheckBox(self.tr("Read SYSPRO's tables by SQL, which is faster"))
        self.sql.toggled.connect(self._switch_sql)
        for field in self.fields.values():
            field.textEdited.connect(self.edited)
        self.sql.clicked.connect(self.edited)
        self.stripe, self.syspro = Findings(), Findings()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        for card in (self._stripe_card(), self._syspro_card()):
            column = QVBoxLayout()
            column.addWidget(card)
            column.addStretch()
            row.addLayout(column, 1)

    def show_state(self, state: SetUpState, texts: Mapping[str, str]) -> None:
        """Show what is kept, and what answered how; what is being typed stays."""
        if not self._is_loaded:
            self._is_loaded = True
            for name in PLAIN:
                self.fields[name].setText(texts[name])
                self.fields[name].setCursorPosition(0)
            self.sql.setChecked(texts["syspro.reader"] == "sql")
        for name in SECRETS:
            is_kept = texts[name] == "(set)"
            self.fields[name].setPlaceholderText(self.tr("kept in the keyring") if is_kept else "")
        told = state.told.get(Look.ACCESS)
        access = told.access if told else None
        problem = told.problem if told else None
        self.stripe.show_findings(access.of("Stripe") if access else None, problem)
        self.syspro.show_findings(access.of("SYSPRO") if access else None, None)

    def texts(self) -> dict[str, str]:
        """Return setting or secret -> what stands there."""
        found = {name: field.text().strip() for name, field in self.fields.items()}
        user = found["syspro.sql_user"]
        return found | {
            "syspro.reader": "sql" if self.sql.isChecked() else "enet",
            "syspro.sql_login": "sql" if user else "windows",
        }

    def forget(self) -> None:
        """Take secrets out of the window, once they are kept elsewhere."""
        for name in SECRETS:
            self.fields[name].clear()

    def _stripe_card(self) -> Card:
        card = Card(self.tr("Stripe"))
        card.column.addLayout(labelled([(self.tr("Restricted key"), self.fields["stripe.key"])], least=_LABELS))
        card.column.addWidget(caption(self.tr(
            "Make a restricted key (rk_) in Stripe's dashboard under Developers, API keys. The test says which rights "
            "it lacks and which it does not need."
        )))  # fmt: skip
        card.column.addWidget(self.stripe)
        return card

    def _syspro_card(self) -> Card:
        fields = self.fields
        fields["syspro.base_url"].setPlaceholderText("http://localhost:31002/SYSPROWCFService/Rest")
        card = Card(self.tr("SYSPRO"))
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Address of e.net"), fields["syspro.base_url"]),
            (self.tr("Operator"), fields["syspro.operator"]),
            (self.tr("Its password"), fields["syspro.operator_password"]),
            (self.tr("Company"), fields["syspro.company"]),
            (self.tr("Its password"), fields["syspro.company_password"]),
        ]
        card.column.addLayout(labelled(rows, least=_LABELS))
        card.column.addWidget(self.sql)
        self.sql_part = QWidget()
        sql: list[tuple[str, QWidget]] = [
            (self.tr("SQL Server"), fields["syspro.sql_server"]),
            (self.tr("Login"), fields["syspro.sql_user"]),
            (self.tr("Its password"), fields["syspro.sql_password"]),
        ]
        fields["syspro.sql_user"].setPlaceholderText(self.tr("empty: the Windows account of the engine"))
        inner = labelled(sql, least=_LABELS)
        inner.setContentsMargins(0, 0, 0, 0)
        self.sql_part.setLayout(inner)
        self.sql_part.hide()
        card.column.addWidget(self.sql_part)
        card.column.addWidget(self.syspro)
        return card

    def _switch_sql(self, wanted: bool) -> None:  # noqa: FBT001 - what Qt tells
        self.sql_part.setVisible(wanted)


class Findings(QWidget):
    """What a connection answered: one line, and the rights that matter; all of them on demand."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Lines()
        self.all = Button(self.tr("Show every right"), role="link")
        self.all.clicked.connect(self._show_all)
        self._tried: Tried | None = None
        self._problem: Problem | None = None
        self._is_whole = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(line())
        column.addWidget(self.lines)
        column.addWidget(self.all)
        self.hide()

    def show_findings(self, tried: Tried | None, problem: Problem | None) -> None:
        """Show what answered how; nothing before the first test."""
        if (tried, problem) == (self._tried, self._problem):
            return
        self._tried, self._problem, self._is_whole = tried, problem, False
        self._fill()

    def _show_all(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()

    def _fill(self) -> None:
        parts: list[QWidget] = []
        if self._problem is not None:
            text = spoken(f"{self._problem.message} {self._problem.press}".strip())
            parts.append(StateLine("refused", Tone.BAD, spoken(self._problem.title), text))
        if self._tried is not None:
            head = access_line(self._tried)
            parts.append(StateLine(head.shape, head.tone, head.name, head.text))
            for right in self._tried.rights:
                if self._is_whole or right.is_missing or right.is_too_strong:
                    one = right_line(right)
                    parts.append(StateLine(one.shape, one.tone, one.name, one.text))
        self.lines.fill(parts)
        self.all.setText(self.tr("Show what matters") if self._is_whole else self.tr("Show every right"))
        self.all.setVisible(self._tried is not None and bool(self._tried.rights))
        self.setVisible(bool(parts))
