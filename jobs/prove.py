"""Prove: Stripe's balance against our five outcomes, and our rows in SYSPRO against the posted part."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import islice

from agent.domain.proof import ProofRow, prove
from agent.domain.reports import JobReport
from agent.ports import Clock, ErpReader, EventSource, Marks, Reports

#: Mark that keeps the latest proof as JSON: ``{"at": ..., "rows": [...]}``.
PROOF = "proof"

#: References asked of SYSPRO in one question.
_CHUNK = 200


@dataclass(slots=True)
class Prove:
    """One proof.

    Attributes:
        source: Stripe's balance.
        erp: SYSPRO's rows.
        reports: Our legs and receipts.
        marks: Where the proof is kept.
        clock: Time of the agent.
        company: SYSPRO company.
    """

    source: EventSource
    erp: ErpReader
    reports: Reports
    marks: Marks
    clock: Clock
    company: str

    def run(self) -> JobReport:
        """Read both sides, compare, and keep the result."""
        rows = self.rows()
        now = self.clock.now()
        self.marks.set(PROOF, json.dumps({"at": now, "rows": [asdict(row) for row in rows]}), now)
        return JobReport(done=len(rows))

    def rows(self) -> tuple[ProofRow, ...]:
        """Return the law, a row a settlement currency."""
        clearing = self._clearing()
        return prove(self.company, self.reports.books(self.company), self.source.balance(), clearing)

    def _clearing(self) -> dict[str, int]:
        """Return, by currency, what SYSPRO's own rows with our references add up to."""
        found: Counter[str] = Counter()
        receipts = self.reports.receipt_references(self.company)
        with self.erp.session() as session:
            while chunk := list(islice(receipts, _CHUNK)):
                rows = session.receipts([reference for reference, _ in chunk])
                for reference, money in chunk:
                    found[money.currency] += rows.get(reference, 0)
        return dict(found)
