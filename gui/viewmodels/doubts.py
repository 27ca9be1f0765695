"""A document in doubt beside what SYSPRO shows. Pure but for the words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from agent.domain.readmodels import DocumentDetail
from agent.domain.retry import AMBIGUOUS
from gui.words import day_text, spoken

#: Fields of a body that a person compares, where a kind has them.
_COMPARED = (
    "reference",
    "customer",
    "customer_po",
    "invoice",
    "sales_order",
    "payment_date",
    "order_date",
    "bank",
    "journal_date",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record of SYSPRO's that may be the document.

    Attributes:
        key: SYSPRO's key of it.
        described: The record in words.
    """

    key: str
    described: str


def candidates_of(detail: DocumentDetail) -> Sequence[Candidate]:
    """Return the records among which a person has to choose; none where SYSPRO has shown none."""
    found = [attempt for attempt in detail.attempts if attempt.reason_code == AMBIGUOUS]
    if not found or detail.row.reason_code != AMBIGUOUS:
        return ()
    parts = (line.partition(": ") for line in found[-1].evidence.splitlines())
    return tuple(Candidate(key, spoken(described)) for key, _, described in parts if described)


def sent_facts(detail: DocumentDetail) -> list[tuple[str, str]]:
    """Return what was sent, as far as a person compares it with SYSPRO's screens."""
    translated, body = QCoreApplication.translate, json.loads(detail.body)
    words = {
        "reference": translated("doubts", "Our reference"),
        "customer": translated("doubts", "Customer"),
        "customer_po": translated("doubts", "Purchase order"),
        "invoice": translated("doubts", "Invoice"),
        "sales_order": translated("doubts", "Sales order"),
        "payment_date": translated("doubts", "Date"),
        "order_date": translated("doubts", "Date"),
        "bank": translated("doubts", "Bank"),
        "journal_date": translated("doubts", "Date"),
    }
    found = [(words[name], day_text(str(body[name]))) for name in _COMPARED if body.get(name)]
    if detail.customer and not body.get("customer"):
        found.append((words["customer"], detail.customer))
    return [*found, (translated("doubts", "Stripe id"), detail.row.stripe_id)]
