"""AR documents without an order at SYSPRO: rows of ArInvoice.

Where ARSTIN's Reference can be read again is not documented. It is searched in ArInvoice.CustomerPoNumber and, where
nothing is there, in ArInvoicePay.Reference. A site that keeps it in neither is told so when the first document is read
back, because a lost answer could not be settled there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.erp.open_value import local_value
from agent.domain.kinds import ArDocument, targets_of
from agent.domain.money import Money
from agent.domain.settings import Values
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.receipts import UNAPPLIED
from connectors.syspro.tables import Tables, same_key
from connectors.syspro.xml import arstin
from connectors.syspro.xml.comfnd import Row
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted

#: Element -> column of ArInvoice, where a text that was sent must stand as it was.
_TEXTS = {"InvoiceTerms": "TermsCode", "GeographicArea": "Area", "Salesperson": "Salesperson", "Branch": "Branch"}
_MADE = (
    *_TEXTS.values(), "CustomerPoNumber", "SalesOrder", "InvoiceDate", "CurrencyValue", "TaxPortion", "PostCurrency",
    "ConvRate", "MulDiv",
)  # fmt: skip
_MOVED = ("Reference", "TrnType")
#: TrnType of a payment; the letter is inferred. A payment with a reference is a receipt, no document.
_PAYMENT = "P"
_NAMES = {"I": "Invoice", "C": "Credit note", "D": "Debit note"}


@dataclass(frozen=True, slots=True)
class _Place:
    """A document of an account that carries a reference of ours."""

    reference: str
    document_type: str
    customer: str
    invoice: str


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the documents of the right type that carry each one's reference, on whatever account they stand."""
    bodies = {document.id: cast("ArDocument", document.draft.body) for document in documents}
    places = [_place(row, "CustomerPoNumber") for row in _carriers(reading.tables, bodies.values())]
    elsewhere = [body for body in bodies.values() if not _of(body, places)]
    places += _moved(reading.tables, elsewhere)
    return {number: tuple(map(_row, _of(body, places))) for number, body in bodies.items()}


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Return where SYSPRO's document differs; the product class stands in no table that is documented."""
    keys = (document.erp_key for document in documents)
    keyed = reading.tables.matching("ArInvoice", _MADE, "Invoice", keys)
    carriers = _carriers(reading.tables, [cast("ArDocument", document.draft.body) for document in documents])
    rows = {document.id: _row_of(document, keyed) or _carrier_of(document, carriers) for document in documents}
    unsure = [document for document in documents if not _carries(document, rows[document.id])]
    found = find(reading, unsure)
    compared = {
        document.id: _compared(reading.values, document, rows[document.id], findable=bool(found.get(document.id, True)))
        for document in documents
    }
    for document in documents:
        compared[document.id] += _doubled(document, rows[document.id], carriers)
    return compared


def _parse(root: Node, _body: ArDocument) -> Posted:
    return arstin.parse(root)


HANDLING = Handling("Transaction/Post", "ARSTIN", arstin.build, _parse, find, compare)


def _carriers(tables: Tables, bodies: Iterable[ArDocument]) -> list[Row]:
    """Return the rows that carry a reference and are no invoice of an order, and no money on account."""
    rows = tables.matching("ArInvoice", _MADE, "CustomerPoNumber", (body.reference for body in bodies))
    return [row for row in rows if not row.text("SalesOrder") and not row.text("Invoice").startswith(UNAPPLIED)]


def _moved(tables: Tables, bodies: Iterable[ArDocument]) -> list[_Place]:
    rows = tables.matching("ArInvoicePay", _MOVED, "Reference", (body.reference for body in bodies))
    places = (_place(row, "Reference") for row in rows if row.text("TrnType") != _PAYMENT)
    return list(dict.fromkeys(places))


def _place(row: Row, reference: str) -> _Place:
    return _Place(row.text(reference), row.text("DocumentType"), row.text("Customer"), row.text("Invoice"))


def _of(body: ArDocument, places: Iterable[_Place]) -> list[_Place]:
    """Return the places of ``body``: on its own account, or else on any."""
    found = [
        place for place in places if place.reference == body.reference and place.document_type == body.transaction_type
    ]
    return [place for place in found if same_key(place.customer, body.customer)] or found


def _row(place: _Place) -> ErpRow:
    name = _NAMES.get(place.document_type, "Document")
    return ErpRow(place.invoice, f"{name} {place.invoice} of customer {place.customer}.")


def _row_of(document: Document, rows: Iterable[Row]) -> Row | None:
    """Return the row of the document's own key: account, number and type."""
    body = cast("ArDocument", document.draft.body)
    return next(
        (
            row
            for row in rows
            if same_key(row.text("Invoice"), document.erp_key)
            and same_key(row.text("Customer"), body.customer)
            and row.text("DocumentType") == body.transaction_type
        ),
        None,
    )


def _carrier_of(document: Document, rows: Iterable[Row]) -> Row | None:
    body = cast("ArDocument", document.draft.body)
    carriers = (row for row in rows if row.text("DocumentType") == body.transaction_type)
    return next((row for row in carriers if row.text("CustomerPoNumber") == body.reference), None)


def _carries(document: Document, row: Row | None) -> bool:
    return row is None or row.text("CustomerPoNumber") == document.draft.body.reference


def _compared(values: Values, document: Document, row: Row | None, *, findable: bool) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    made = cast("ArDocument", document.draft.body)
    if row is None:
        comparison.say("missing", f"SYSPRO has no document {document.erp_key} of customer {made.customer}.")
        return comparison.result()
    if not findable:
        comparison.say(
            "Reference", f"SYSPRO does not show the reference {made.reference}: it cannot be searched by it."
        )
    comparison.key("Invoice", document.erp_key, row.text("Invoice"))
    comparison.key("Customer", made.customer, row.text("Customer"))
    # The type says which way the value goes; whether SYSPRO keeps credits below zero is inferred.
    comparison.number("InvoiceValue", made.value.to_decimal(), abs(row.number("CurrencyValue")))
    if made.tax is not None:
        _compare_tax(comparison, made.tax, row)
    day = row.day("InvoiceDate")
    comparison.text("InvoiceDate", made.date, "" if day is None else day.isoformat())
    comparison.text(
        "PostCurrency", values.table("currencies.to_syspro").get(made.value.currency, ""), row.text("PostCurrency")
    )
    targets = targets_of(ArDocument)
    for element, column in _TEXTS.items():
        sent = str(getattr(made, targets[element][0]))
        # What was left to SYSPRO is SYSPRO's to fill.
        if sent:
            comparison.text(element, sent, row.text(column))
    return comparison.result()


def _doubled(document: Document, own: Row | None, carriers: Iterable[Row]) -> tuple[Discrepancy, ...]:
    """Return a difference where other documents of the type carry the reference, too."""
    comparison, made = Comparison(document), cast("ArDocument", document.draft.body)
    keys = {
        (row.text("Customer"), row.text("Invoice"))
        for row in (*carriers, *([own] if own is not None else ()))
        if row is own
        or (row.text("CustomerPoNumber"), row.text("DocumentType")) == (made.reference, made.transaction_type)
    }
    if len(keys) > 1:
        numbers = " and ".join(f"{invoice} of customer {customer}" for customer, invoice in sorted(keys))
        comparison.say(
            "Reference", f"SYSPRO has more than one document with the reference {made.reference}: {numbers}."
        )
    return comparison.result()


def _compare_tax(comparison: Comparison, tax: Money, row: Row) -> None:
    """Compare the tax; which currency TaxPortion holds on foreign documents is not known, so either counts."""
    sent, kept = tax.to_decimal(), abs(row.number("TaxPortion"))
    if kept != local_value(sent, row.number("ConvRate"), row.text("MulDiv")):
        comparison.number("TaxValue", sent, kept)
