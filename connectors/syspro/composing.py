"""What is sent for a document: the e.net call and its XML. The one place from which postings and previews take it."""

from dataclasses import dataclass

from agent.domain.documents import Document
from agent.domain.fitting import DoesNotFitError
from connectors.syspro.errors import does_not_fit
from connectors.syspro.kinds import HANDLINGS
from connectors.syspro.xml.request import Request


@dataclass(frozen=True, slots=True)
class Composed:
    """One call, complete but for the session.

    Attributes:
        method: e.net call, such as ``Transaction/Post``.
        business_object: SYSPRO's name of it.
        request: Both XML documents.
    """

    method: str
    business_object: str
    request: Request


def compose(document: Document) -> Composed:
    """Return what is sent for ``document``.

    Raises:
        NeedsPerson: When it cannot be written without changing its meaning.
    """
    handling = HANDLINGS[document.draft.body.kind]
    try:
        return Composed(handling.method, handling.business_object, handling.build(document.draft.body))
    except DoesNotFitError as error:
        raise does_not_fit(title_of(document), error) from error


def title_of(document: Document) -> str:
    """Return whose document it is, in words."""
    return document.draft.title or str(document.draft.key)
