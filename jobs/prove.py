"""Prove: Stripe's balance against our five outcomes, and our rows in SYSPRO against the posted part."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from agent.domain.clearing import ForeignEntry, counted, foreign_discrepancies, foreign_entries
from agent.domain.marks import OPENING, PROOF
from agent.domain.proof import Sides, ledger_discrepancies, prove
from agent.domain.readmodels import BooksRow
from agent.domain.reports import JobReport
from agent.domain.settings import Values
from agent.ports import Clock, Discrepancies, ErpReader, EventSource, Marks, Reports
from jobs.late import Late
from jobs.sweep import Sweep

#: Tries to read Stripe's balance while no movement comes in.
_MOST_TRIES = 3


@dataclass(slots=True)
class Prove:
    """One proof.

    Attributes:
        source: Stripe's balance.
        sweep: Brings our copy of Stripe's journal up to now.
        erp: SYSPRO's rows.
        reports: Our legs and receipts.
        discrepancies: Where a clearing account that does not agree is shown.
        marks: Where the proof is kept.
        clock: Time of the agent.
        values: Settings.
        late: Finds what Stripe shows later than its own moment.
    """

    source: EventSource
    sweep: Sweep
    erp: ErpReader
    reports: Reports
    discrepancies: Discrepancies
    marks: Marks
    clock: Clock
    values: Values
    late: Late
    _foreign: list[ForeignEntry] = field(default_factory=list, init=False)

    def run(self) -> JobReport:
        """Read both sides, compare, and keep the result."""
        codes = self.values.table("receipts.ledger_code")
        rows = prove(self._company, self._sides(codes))
        if self.late.look(rows):
            rows = prove(self._company, self._sides(codes))
        self.late.tell(self._company, rows)
        now = self.clock.now()
        told = (*ledger_discrepancies(rows, codes, counted(self._foreign)), *foreign_discrepancies(self._foreign))
        self.discrepancies.replace("clearing", self._company, told, now)
        self.marks.set(PROOF, json.dumps({"at": now, "rows": [asdict(row) for row in rows]}), now)
        return JobReport(done=len(rows))

    @property
    def _company(self) -> str:
        return self.values.text("syspro.company")

    def _sides(self, codes: Mapping[str, str]) -> Sides:
        with self.erp.session() as session:
            rows = session.clearing_rows(codes)
            accounts = session.clearing(codes)
        self._foreign = foreign_entries(accounts, rows)
        ledger = {currency: account.balance.minor for currency, account in accounts.items()}
        clearing: Counter[str] = Counter()
        for row in rows:
            clearing[row.value.currency] += 0 if row.repeats else row.value.minor
        balance, books = self._at_one_moment()
        opening = json.loads(self.marks.get(OPENING) or "{}")
        return Sides(balance=balance, opening=opening, books=books, clearing=clearing, ledger=ledger)

    def _at_one_moment(self) -> tuple[dict[str, int], list[BooksRow]]:
        """Return Stripe's balance and our books, with no movement between the two as far as a few tries can tell."""
        self.sweep.bring_up()
        for _ in range(_MOST_TRIES):
            balance = {currency: money.minor for currency, money in self.source.balance().items()}
            if not self.sweep.bring_up():
                break
        return balance, self.reports.books(self._company)
