"""Read what was written and compare it with what was sent, because SYSPRO drops unknown elements silently."""

from collections.abc import Sequence

from agent.domain.attempts import Discrepancy
from agent.domain.documents import Document
from agent.domain.settings import Values
from connectors.syspro.handling import Compared, Reading
from connectors.syspro.kinds import HANDLINGS
from connectors.syspro.session import EnetSession
from connectors.syspro.tables import Tables


class ReadBack:
    """Comparisons in one session.

    Args:
        session: The session.
        values: The settings in force.
    """

    def __init__(self, session: EnetSession, values: Values) -> None:
        self._reading = Reading(session, Tables(session, rows=values.integer("syspro.query_rows")), values)

    def compare(self, documents: Sequence[Document]) -> Compared:
        """Return, by document id, every difference; empty for a document that agrees.

        Raises:
            BadReplyError: When an answer cannot be read.
            Unavailable: When COMFND is not licensed: nothing can be proven then.
        """
        found: Compared = {}
        for kind, handling in HANDLINGS.items():
            chosen = [document for document in documents if document.draft.body.kind is kind]
            if chosen:
                found.update(handling.compare(self._reading, chosen))
                # A byte that is no Windows-1252 was damaged on the way, or is stored so: a second reading tells.
                damaged = [document for document in chosen if any(map(_is_damaged, found[document.id]))]
                found.update(handling.compare(self._reading, damaged) if damaged else {})
        return found


def _is_damaged(difference: Discrepancy) -> bool:
    return "\ufffd" in difference.message
