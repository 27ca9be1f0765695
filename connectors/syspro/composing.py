"""What is sent for a document: the e.net call and its XML. The one place from which postings and previews take it."""

from dataclasses import dataclass
from typing import cast

from agent.domain.documents import Document
from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Customer, CustomForm, Kind, Receipt, SalesOrder
from connectors.syspro.errors import does_not_fit
from connectors.syspro.kinds import HANDLINGS
from connectors.syspro.xml import arsscs, arstpy, comsfm, sortoi
from connectors.syspro.xml.request import Request

_OBJECTS = {
    Kind.SALES_ORDER: ("Transaction/Post", "SORTOI"),
    Kind.RECEIPT: ("Transaction/Post", "ARSTPY"),
    Kind.CUSTOMER: ("Setup/Add", "ARSSCS"),
    Kind.CUSTOM_FORM: ("Setup/Update", "COMSFM"),
}


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
    method, business_object = _object_of(document.draft.body.kind)
    try:
        return Composed(method, business_object, _built(document))
    except DoesNotFitError as error:
        raise does_not_fit(title_of(document), error) from error


def title_of(document: Document) -> str:
    """Return whose document it is, in words."""
    return document.draft.title or str(document.draft.key)


def _object_of(kind: Kind) -> tuple[str, str]:
    handling = HANDLINGS.get(kind)
    return (handling.method, handling.business_object) if handling else _OBJECTS[kind]


def _built(document: Document) -> Request:
    handling = HANDLINGS.get(document.draft.body.kind)
    if handling:
        return handling.build(document.draft.body)
    match document.draft.body:
        case SalesOrder() as order:
            return sortoi.build(order)
        case Receipt() as receipt:
            return arstpy.build(receipt)
        case Customer() as customer:
            return arsscs.build(customer)
        case body:
            return comsfm.build(cast("CustomForm", body))
