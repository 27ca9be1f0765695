"""A shadow month: what the agent would post beside what people really posted for the same money. Pure."""

from agent.domain.shadow.compare import compared, totals
from agent.domain.shadow.entry import Difference, Entry, Pair, Rules, Shadow, Side, Total, Verdict
from agent.domain.shadow.expected import expected
from agent.domain.shadow.found import Found, Reading, found

__all__ = [
    "Difference",
    "Entry",
    "Found",
    "Pair",
    "Reading",
    "Rules",
    "Shadow",
    "Side",
    "Total",
    "Verdict",
    "compared",
    "expected",
    "found",
    "totals",
]
