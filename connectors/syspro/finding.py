"""Look documents up in SYSPRO by our reference: one query for many, whatever state the record is in."""

from collections.abc import Sequence

from agent.domain.attempts import ErpRow
from agent.domain.documents import Document
from agent.domain.settings import Values
from connectors.syspro.handling import Found, Reading
from connectors.syspro.kinds import HANDLINGS
from connectors.syspro.session import EnetSession
from connectors.syspro.tables import Tables


class Finder:
    """Look-ups in one session.

    Args:
        session: The session.
        values: The settings in force.
    """

    def __init__(self, session: EnetSession, values: Values) -> None:
        self._reading = Reading(session, Tables(session, rows=values.integer("syspro.query_rows")), values)

    def find(self, documents: Sequence[Document]) -> Found:
        """Return, by document id, the rows that carry the document's reference.

        A document has no entry where nothing was found and that does not prove that it is absent.

        Raises:
            BadReplyError: When an answer cannot be read; nothing is said about any document then.
            Unavailable: When neither COMFND nor what stands in for it is licensed.
        """
        found: dict[int, tuple[ErpRow, ...]] = {}
        for kind, handling in HANDLINGS.items():
            chosen = [document for document in documents if document.draft.body.kind is kind]
            if chosen:
                found.update(handling.find(self._reading, chosen))
        return found
