"""A credit note from an invoice (SORTCI): SYSPRO keeps no reference of ours, so it is found by what it takes back.

Source: reference, Appendix A: SorDetail has MCreditOrderNo and MCreditOrderLine, and an index over them. Whether
MCreditOrderNo holds the invoice or its order is inferred from the name only, so both count; SorMaster.EntInvoice, where
it names another invoice, rules a credit note out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import InvoiceCredit
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds import orders
from connectors.syspro.tables import Tables, same_key
from connectors.syspro.xml import sortci
from connectors.syspro.xml.comfnd import Row, equal

_LINE = ("LineType", "MBomFlag", "MCreditOrderNo", "MCreditOrderLine")
_SOLD = ("LineType", "SalesOrderLine", "DocumentType")
#: Lines that follow others: comments (SorDetail.LineType) and components of kits (MBomFlag).
_COMMENT, _COMPONENT = "6", "C"


@dataclass(frozen=True, slots=True)
class _Note:
    """A credit note.

    Attributes:
        header: Its row of SorMaster.
        lines: Its rows of SorDetail that take something back.
    """

    header: Row
    lines: tuple[Row, ...]


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the credit notes that take back exactly what each document does; cancelled ones do not count."""
    bodies = {document.id: _credit(document) for document in documents}
    notes = _notes(reading.tables, _taking_back(reading.tables, bodies.values()))
    return {number: tuple(_row(note) for note in notes if _takes_back(note, body)) for number, body in bodies.items()}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare customer, day, document type, and which lines are taken back, and by how many credit notes."""
    keys = orders.spellings(document.erp_key for document in documents)
    own = reading.tables.matching("SorDetail", _LINE, "SalesOrder", keys)
    # Another credit note of the same invoice carries nothing of ours; only its lines tell.
    notes = _notes(reading.tables, [*own, *_taking_back(reading.tables, map(_credit, documents))])
    whole = [_credit(document).invoice for document in documents if not _credit(document).lines]
    is_invoice = equal("DocumentType", "I")
    sold = reading.tables.matching("ArTrnDetail", _SOLD, "Invoice", orders.spellings(whole), is_invoice)
    return {document.id: _compared(document, notes, sold) for document in documents}


def _credit(document: Document) -> InvoiceCredit:
    return cast("InvoiceCredit", document.draft.body)


def _taking_back(tables: Tables, bodies: Iterable[InvoiceCredit]) -> Sequence[Row]:
    sources = [source for body in bodies for source in (body.invoice, body.sales_order) if source]
    return tables.matching("SorDetail", _LINE, "MCreditOrderNo", orders.spellings(sources))


def _notes(tables: Tables, lines: Iterable[Row]) -> list[_Note]:
    by_note: dict[str, list[Row]] = {}
    for line in lines:
        by_note.setdefault(line.text("SalesOrder"), []).append(line)
    headers = orders.headers(tables, by_note)
    return [_Note(header, tuple(by_note.get(header.text("SalesOrder"), ()))) for header in headers]


def _takes_back(note: _Note, body: InvoiceCredit) -> bool:
    """Return whether a credit note is a live one of the invoice and takes back the lines of ``body``, or any."""
    header = note.header
    entered = header.text("EntInvoice")
    if header.text("DocumentType") != orders.CREDIT or orders.is_cancelled(header):
        return False
    if body.customer and not same_key(header.text("Customer"), body.customer):
        return False
    if entered and not same_key(entered, body.invoice):
        return False
    wanted = set(body.lines)
    credited = _credited(note, body, wanted)
    return credited == wanted if wanted else bool(credited)


def _credited(note: _Note, body: InvoiceCredit, wanted: set[int]) -> set[int]:
    """Return the lines of the invoice that a credit note takes back; what only follows others counts if wanted."""
    own = [row for row in note.lines if _is_of(row, body)]
    followers = {_number(row) for row in own if row.text("LineType") == _COMMENT or row.text("MBomFlag") == _COMPONENT}
    return {_number(row) for row in own} - (followers - wanted)


def _is_of(row: Row, body: InvoiceCredit) -> bool:
    source = row.text("MCreditOrderNo")
    return any(origin and same_key(source, origin) for origin in (body.invoice, body.sales_order))


def _number(row: Row) -> int:
    return int(row.number("MCreditOrderLine"))


def _row(note: _Note) -> ErpRow:
    return ErpRow(note.header.text("SalesOrder"), orders.described(note.header))


def _compared(document: Document, notes: list[_Note], sold: list[Row]) -> tuple[Discrepancy, ...]:
    body, comparison = _credit(document), Comparison(document)
    note = next((note for note in notes if same_key(note.header.text("SalesOrder"), document.erp_key)), None)
    if note is None:
        comparison.say("missing", f"SYSPRO has no credit note {document.erp_key} with lines.")
        return comparison.result()
    orders.compare_credit(comparison, note.header, {"Customer": body.customer, "OrderDate": body.date})
    whole = [row for row in sold if same_key(row.text("Invoice"), body.invoice) and row.text("LineType") != _COMMENT]
    wanted = set(body.lines) or {int(row.number("SalesOrderLine")) for row in whole}
    if not wanted:
        comparison.say("unproven", f"The lines of invoice {body.invoice} cannot be read, so its credit is not proven.")
        return comparison.result()
    credited = _credited(note, body, wanted)
    for line in sorted(wanted - credited):
        comparison.say("Lines", f"Line {line} of invoice {body.invoice} is not on the credit note.")
    for line in sorted(credited - wanted):
        comparison.say(
            "Lines", f"The credit note takes back line {line} of invoice {body.invoice}, which was not sent."
        )
    others = [one for one in notes if one is not note and _takes_back(one, body)]
    for number in sorted(one.header.text("SalesOrder") for one in others if _credited(one, body, wanted) == credited):
        comparison.say("Lines", f"Credit note {number} takes back the same lines of invoice {body.invoice}.")
    return comparison.result()


HANDLING = Handling("Transaction/Post", "SORTCI", sortci.build, sortci.parse, find, compare)
