"""Changes of customers (ARSSCS, Setup/Update): a customer either says what was sent, or does not."""

from collections.abc import Sequence
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import CustomerChange, targets_of
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.xml import arsscs
from connectors.syspro.xml.comfnd import Row
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted

_COLUMNS = tuple(element for element in targets_of(CustomerChange) if element != "Customer")


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the customer of each document where it says what was sent; to send the same again harms nothing."""
    rows = _rows(reading, documents)
    return {document.id: _found(_body(document), rows.get(_body(document).code)) for document in documents}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare every element that was sent with ArCustomer."""
    rows = _rows(reading, documents)
    return {document.id: _compared(document, rows.get(_body(document).code)) for document in documents}


def _body(document: Document) -> CustomerChange:
    return cast("CustomerChange", document.draft.body)


def _rows(reading: Reading, documents: Sequence[Document]) -> dict[str, Row]:
    codes = {_body(document).code for document in documents}
    rows = reading.tables.matching("ArCustomer", _COLUMNS, "Customer", sorted(codes))
    return {row.text("Customer"): row for row in rows}


def _found(body: CustomerChange, row: Row | None) -> tuple[ErpRow, ...]:
    if row is None or any(row.text(element) != text for element, text in arsscs.changes_of(body).items()):
        return ()
    return (ErpRow(body.code, f"Customer {body.code} says what was sent: {', '.join(body.elements)}."),)


def _compared(document: Document, row: Row | None) -> tuple[Discrepancy, ...]:
    comparison, body = Comparison(document), _body(document)
    if row is None:
        comparison.say("missing", f"SYSPRO has no customer {body.code}.")
        return comparison.result()
    for element, sent in arsscs.changes_of(body).items():
        comparison.text(element, sent, row.text(element))
    return comparison.result()


def _parse(root: Node, _: CustomerChange) -> Posted:
    return arsscs.parse(root)


HANDLING = Handling("Setup/Update", "ARSSCS", arsscs.build_change, _parse, find, compare)
"""How changes of customers are handled."""
