"""History: who did what, and was anything altered?"""

from agent.domain.audit import Examination
from agent.service import AgentService
from gui.context import Context
from gui.pages.base import Page
from gui.reading import Lane
from gui.theme import Tone
from gui.viewmodels.history import HistoryModel
from gui.widgets.basics import Button, ListCard
from gui.widgets.stages import Banner, Stages
from gui.widgets.table import Table
from gui.words import count_text, spoken


class HistoryPage(Page):
    """The audit."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.title.setText(self.tr("History"))
        self.setAccessibleName(self.tr("History"))
        self.verify = Button(self.tr("Verify the chain"), icon="shield-check")
        self.verify.clicked.connect(self._verify)
        self.verbs.addWidget(self.verify)
        self.result = Banner()
        self.model = HistoryModel(context.reading)
        self.table = Table(self.model, [152, 96, 208, 0, 0])
        self.table.setAccessibleName(self.tr("History"))
        card = ListCard()
        card.column.addWidget(self.table)
        self.stages = Stages(card, lines=10)
        self.body.addWidget(self.result)
        self.body.addWidget(self.stages, 1)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self.stages.show_problem)
        self.stages.again.connect(self.refresh)

    def refresh(self) -> None:
        """Read the rows again."""
        self.model.reload()

    def look_anew(self) -> None:
        """Draw icons in the colours of now."""
        self.verify.paint_icon()

    def _loaded(self) -> None:
        if self.model.rowCount():
            self.stages.show_content()
        else:
            text = self.tr("Every decision, every posting and every change of a setting is written down here.")
            self.stages.show_empty(self.tr("Nothing was done yet"), text)

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self.result.say("working", Tone.ACTIVE, self.tr("Every row is compared with the chain."))
        self.context.reading.ask(self, AgentService.examine, self._verified, key="verify", lane=Lane.LISTS,
                                 failed=lambda problem: self._failed(spoken(problem.message)))  # fmt: skip

    def _failed(self, text: str) -> None:
        self.verify.setEnabled(True)
        self.result.say("offline", Tone.WARN, text)

    def _verified(self, found: Examination) -> None:
        self.verify.setEnabled(True)
        if found.whole:
            text = self.tr("Nothing was altered: {rows} rows, {decisions} decisions, {documents} documents.").format(
                rows=count_text(found.rows),
                decisions=count_text(found.decisions),
                documents=count_text(found.documents),
            )
            self.result.say("proven", Tone.GOOD, text)
            return
        first = found.altered[0] if found.altered else None
        where = f"{first.table} {first.row}: {spoken(first.what)}" if first else ""
        text = self.tr("%n row(s) are not what was written. {first}", "", found.found).format(first=where)
        self.result.say("refused", Tone.BAD, text)
