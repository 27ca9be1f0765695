"""Look, before anything is sent, whether SYSPRO's lists have what documents name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.domain.documents import Document
from agent.domain.lists import compared, named_in_body, refused
from agent.ports import ListReader

#: Cause of a document that was set aside because a list does not have what it names.
REFUSED = "lists.refused"

_PRESS = "It was not sent. Correct it in SYSPRO or in the mapping, then retry."


@dataclass(frozen=True, slots=True)
class CheckLists:
    """The check.

    Attributes:
        lists: SYSPRO's lists.
        holds: Whether what would be refused is set aside; else it is sent with a remark.
    """

    lists: ListReader
    holds: bool

    def refusals(self, documents: Sequence[Document]) -> Mapping[int, str]:
        """Return what SYSPRO would refuse, as sentences by the document's number."""
        named = {document.id: named_in_body(document.draft.body) for document in documents}
        known = self.lists.known([one for codes in named.values() for one in codes])
        said = {number: refused(compared(codes, known)) for number, codes in named.items()}
        return {
            number: f"{sentences} {_PRESS}" if self.holds else sentences
            for number, sentences in said.items()
            if sentences
        }
