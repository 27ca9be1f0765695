"""Read what was written and compare it with what was sent, because SYSPRO drops unknown elements silently."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import cast

from agent.domain.attempts import Discrepancy
from agent.domain.documents import Document
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.kinds import Allocation, Customer, CustomForm, Kind, Receipt, SalesOrder, targets_of
from agent.domain.settings import Values
from connectors.syspro import order_lines
from connectors.syspro.comparison import Comparison
from connectors.syspro.finding import custom_form_values
from connectors.syspro.handling import Compared, Reading
from connectors.syspro.kinds import HANDLINGS
from connectors.syspro.receipts import Place, ReceiptPart, by_posting, of_customer, paid_parts, receipt_parts
from connectors.syspro.session import EnetSession
from connectors.syspro.tables import Tables, same_key
from connectors.syspro.xml import arsscs, comsfm
from connectors.syspro.xml.comfnd import Row

#: How the parts of receipts are read.
_ReadParts = Callable[[Tables, Iterable[Place], Values], dict[str, list[ReceiptPart]]]

#: Header element -> column of SorMaster, where a text that was sent must stand as it was.
_HEADER = {
    "Currency": "Currency",
    "ShippingInstrs": "ShippingInstrs",
    "CustomerName": "CustomerName",
    "ShipAddress1": "ShipAddress1",
    "ShipAddress2": "ShipAddress2",
    "ShipAddress3": "ShipAddress3",
    "ShipAddress4": "ShipAddress4",
    "ShipAddress5": "ShipAddress5",
    "ShipPostalCode": "ShipPostalCode",
    "Email": "Email",
    "Warehouse": "Warehouse",
    "SpecialInstrs": "SpecialInstrs",
    "OrderType": "OrderType",
    "AlternateReference": "AlternateKey",
    "Salesperson": "Salesperson",
    "Branch": "Branch",
    "Area": "Area",
}
_ORDER = (
    *_HEADER.values(), "CustomerPoNumber", "Customer", "OrderDate", "CancelledFlag", "DocumentType", "LastInvoice",
)  # fmt: skip


class ReadBack:
    """Comparisons in one session.

    Args:
        session: The session.
        values: The settings in force.
    """

    def __init__(self, session: EnetSession, values: Values) -> None:
        self._values = values
        self._tables = Tables(session, rows=values.integer("syspro.query_rows"))
        self._reading = Reading(session, self._tables, values)

    def compare(self, documents: Sequence[Document]) -> Compared:
        """Return, by document id, every difference; empty for a document that agrees.

        Raises:
            BadReplyError: When an answer cannot be read.
            Unavailable: When COMFND is not licensed: nothing can be proven then.
        """
        kinds: dict[Kind, Callable[[Sequence[Document]], Compared]] = {
            Kind.SALES_ORDER: self._orders,
            Kind.RECEIPT: self._receipts,
            Kind.CUSTOMER: self._customers,
            Kind.CUSTOM_FORM: self._custom_forms,
            **{kind: partial(handling.compare, self._reading) for kind, handling in HANDLINGS.items()},
        }
        found: dict[int, tuple[Discrepancy, ...]] = {}
        for kind, compare in kinds.items():
            chosen = [document for document in documents if document.draft.body.kind is kind]
            if chosen:
                found.update(compare(chosen))
                # A byte that is no Windows-1252 was damaged on the way, or is stored so: a second reading tells.
                damaged = [document for document in chosen if any(map(_is_damaged, found[document.id]))]
                found.update(compare(damaged) if damaged else {})
        return found

    def _orders(self, documents: Sequence[Document]) -> Compared:
        references = [document.draft.body.reference for document in documents]
        rows = self._tables.matching("SorMaster", _ORDER, "CustomerPoNumber", references)
        headers = {document.id: _header_of(document, rows) for document in documents}
        numbers = [row.text("SalesOrder") for row in headers.values() if row is not None]
        lines: dict[str, list[Row]] = {}
        for line in self._tables.matching("SorDetail", order_lines.COLUMNS, "SalesOrder", numbers):
            lines.setdefault(line.text("SalesOrder"), []).append(line)
        return {document.id: _order(document, headers[document.id], lines) for document in documents}

    def _receipts(self, documents: Sequence[Document]) -> Compared:
        """Compare with ArInvoicePay; only where that does not agree is money on account searched elsewhere."""
        compared = self._receipts_with(paid_parts, documents)
        doubtful = [document for document in documents if compared[document.id]]
        return compared | self._receipts_with(receipt_parts, doubtful)

    def _receipts_with(self, read: _ReadParts, documents: Sequence[Document]) -> Compared:
        receipts = [cast("Receipt", document.draft.body) for document in documents]
        parts = read(self._tables, [(receipt.customer, receipt.reference) for receipt in receipts], self._values)
        return {
            document.id: _receipt(document, parts.get(document.draft.body.reference, []), self._values)
            for document in documents
        }

    def _customers(self, documents: Sequence[Document]) -> Compared:
        codes = {document.id: self._stored(document.erp_key) for document in documents}
        columns = tuple(arsscs.COLUMNS)
        rows = {
            row.text("Customer"): row
            for row in self._tables.matching("ArCustomer", columns, "Customer", codes.values())
        }
        return {document.id: _customer(document, rows.get(codes[document.id])) for document in documents}

    def _custom_forms(self, documents: Sequence[Document]) -> Compared:
        forms = [cast("CustomForm", document.draft.body) for document in documents]
        kept = custom_form_values(self._tables, forms, self._values)
        readable = self._values.yes("syspro.custom_form_tables")
        return {document.id: _custom_form(document, kept, readable=readable) for document in documents}

    def _stored(self, code: str) -> str:
        numeric, length = self._values.yes("keys.customer_numeric"), self._values.integer("keys.customer_length")
        try:
            return pad_key(code, numeric=numeric, length=length)
        except DoesNotFitError:
            return code


def _is_damaged(difference: Discrepancy) -> bool:
    return "\ufffd" in difference.message


def _header_of(document: Document, rows: list[Row]) -> Row | None:
    """Return the order with the document's reference, the one of its key before any other."""
    carriers = [
        row
        for row in rows
        if row.text("CustomerPoNumber") == document.draft.body.reference and row.text("DocumentType") != "C"
    ]
    keyed = [row for row in carriers if same_key(row.text("SalesOrder"), document.erp_key)]
    return next(iter(keyed or carriers), None)


def _order(document: Document, header: Row | None, lines: Mapping[str, list[Row]]) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    order = cast("SalesOrder", document.draft.body)
    if header is None:
        comparison.say("missing", f"SYSPRO has no sales order with the customer order number {order.reference}.")
        return comparison.result()
    if header.text("CancelledFlag") == "Y":
        comparison.say("CancelledFlag", f"Sales order {header.text('SalesOrder')} was cancelled in SYSPRO.")
    comparison.key("SalesOrder", document.erp_key, header.text("SalesOrder"))
    comparison.key("Customer", order.customer, header.text("Customer"))
    comparison.text("OrderDate", order.order_date, _iso(header.day("OrderDate")))
    targets = targets_of(SalesOrder)
    for element, column in _HEADER.items():
        sent = str(getattr(order, targets[element][0]))
        # What was left to SYSPRO is SYSPRO's to fill.
        if sent:
            comparison.text(element, sent, header.text(column))
    # As soon as SYSPRO has invoiced of it, the lines say what is still to come.
    if not header.text("LastInvoice"):
        order_lines.compare_lines(comparison, order, lines.get(header.text("SalesOrder"), []))
    return comparison.result()


def _receipt(document: Document, parts: list[ReceiptPart], values: Values) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    receipt = cast("Receipt", document.draft.body)
    if not parts:
        comparison.say("missing", f"SYSPRO has no receipt with the reference {receipt.reference}.")
        return comparison.result()
    own = of_customer(parts, receipt.customer)
    postings = by_posting(own)
    if len(postings) > 1:
        keys = ", ".join(key for _, key in postings)
        comparison.say("Reference", f"SYSPRO has more than one receipt with the reference {receipt.reference}: {keys}.")
    journals = {part.key for part in own if part.key}
    if document.erp_key.count("/") == 2 and journals and document.erp_key not in journals:
        comparison.say(
            "Journal", f"SYSPRO answered with {document.erp_key}, and has it as {', '.join(sorted(journals))}."
        )
    comparison.key("Customer", receipt.customer, own[0].customer)
    total = sum((part.value for part in own), Decimal(0))
    comparison.number("PaymentValue", receipt.value.to_decimal(), total)
    currency = values.table("currencies.to_syspro").get(receipt.value.currency, "")
    comparison.text("PostCurrency", currency, own[0].currency)
    for allocation in receipt.allocations:
        if allocation.at_most:
            continue  # how much the document could take was known only when it was sent
        kept = sum((part.value for part in own if _is_on(part, allocation)), Decimal(0))
        comparison.number(
            "GrossPaymentValue", allocation.value.to_decimal(), kept, where=f"Invoice {allocation.invoice}"
        )
    return comparison.result()


def _is_on(part: ReceiptPart, allocation: Allocation) -> bool:
    return part.document_type == allocation.document_type and same_key(part.invoice, allocation.invoice)


def _customer(document: Document, row: Row | None) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    if row is None:
        comparison.say("missing", f"SYSPRO has no customer {document.erp_key}.")
        return comparison.result()
    for element, sent in arsscs.elements_of(cast("Customer", document.draft.body)).items():
        # What was left to SYSPRO is SYSPRO's to fill.
        if sent:
            comparison.text(element, sent, row.text(element))
    return comparison.result()


def _custom_form(document: Document, kept: Mapping[str, str], *, readable: bool) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    form = cast("CustomForm", document.draft.body)
    if readable and form.form_type in comsfm.TABLES:
        comparison.text("AlphaValue", form.value, kept.get(comsfm.form_key(form), ""))
    else:
        comparison.say("unproven", f"The field {form.field_name} cannot be read at this site, so it is not proven.")
    return comparison.result()


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
