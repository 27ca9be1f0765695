"""Look documents up in SYSPRO by our reference: one query for many, whatever state the record is in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import cast

from agent.domain.attempts import ErpRow
from agent.domain.documents import Document
from agent.domain.errors import Unavailable
from agent.domain.kinds import Customer, CustomForm, Kind, Receipt, SalesOrder
from agent.domain.settings import Values
from connectors.syspro.errors import NOT_LICENSED
from connectors.syspro.handling import Found, Reading
from connectors.syspro.kinds import HANDLINGS
from connectors.syspro.receipts import ReceiptPart, by_posting, of_customer, receipt_parts
from connectors.syspro.session import EnetSession
from connectors.syspro.tables import Tables, same_key
from connectors.syspro.xml import arsqry, arsscs, comsfm, sorqso
from connectors.syspro.xml.comfnd import Row, equal

_ORDER = ("CustomerPoNumber", "Customer", "OrderStatus", "CancelledFlag", "DocumentType", "OrderDate")
_CUSTOMER = ("Name", "Email", "Currency")


class Finder:
    """Look-ups in one session.

    Args:
        session: The session.
        values: The settings in force.
    """

    def __init__(self, session: EnetSession, values: Values) -> None:
        self._session = session
        self._values = values
        self._tables = Tables(session, rows=values.integer("syspro.query_rows"))
        self._reading = Reading(session, self._tables, values)

    def find(self, documents: Sequence[Document]) -> Found:
        """Return, by document id, the rows that carry the document's reference.

        A document has no entry where nothing was found and that does not prove that it is absent.

        Raises:
            BadReplyError: When an answer cannot be read; nothing is said about any document then.
            Unavailable: When neither COMFND nor what stands in for it is licensed.
        """
        look: dict[Kind, Callable[[Sequence[Document]], Found]] = {
            Kind.SALES_ORDER: self._orders,
            Kind.RECEIPT: self._receipts,
            Kind.CUSTOMER: self._customers,
            Kind.CUSTOM_FORM: self._custom_forms,
            **{kind: partial(handling.find, self._reading) for kind, handling in HANDLINGS.items()},
        }
        found: dict[int, tuple[ErpRow, ...]] = {}
        for kind, search in look.items():
            chosen = [document for document in documents if document.draft.body.kind is kind]
            if chosen:
                found.update(search(chosen))
        return found

    def _orders(self, documents: Sequence[Document]) -> Found:
        bodies = {document.id: cast("SalesOrder", document.draft.body) for document in documents}
        references = [body.reference for body in bodies.values()]
        try:
            rows = self._tables.matching("SorMaster", _ORDER, "CustomerPoNumber", references)
        except Unavailable as error:
            rows = self._listed_orders(references, error)
        # A credit note of an order carries the order's purchase order number; cancelled orders do exist and count.
        carriers = _grouped((row for row in rows if row.text("DocumentType") != "C"), "CustomerPoNumber")
        return {
            number: tuple(_order_row(row) for row in _own(carriers.get(body.reference, []), body.customer))
            for number, body in bodies.items()
        }

    def _listed_orders(self, references: Iterable[str], error: Unavailable) -> list[Row]:
        _only_if_not_licensed(error)
        listed = (sorqso.parse(self._session.query("SORQSO", sorqso.build(one)), one) for one in references)
        return [row for rows in listed for row in rows]

    def _receipts(self, documents: Sequence[Document]) -> Found:
        """Return the rows of receipts, on whatever account they stand.

        The account is no part of the question: a payment that was booked for another customer's invoice, or that a
        person has moved, must not be booked again on the account where it would go today.
        """
        bodies = {document.id: cast("Receipt", document.draft.body) for document in documents}
        places = [("", body.reference) for body in bodies.values()]
        try:
            parts = receipt_parts(self._tables, places, self._values)
        except Unavailable as error:
            return self._receipts_on_statements(bodies, error)
        return {
            number: _receipt_rows(of_customer(parts.get(body.reference, []), body.customer))
            for number, body in bodies.items()
        }

    def _receipts_on_statements(self, bodies: Mapping[int, Receipt], error: Unavailable) -> Found:
        _only_if_not_licensed(error)
        customers = {body.customer for body in bodies.values()}
        statements = {one: arsqry.parse(self._session.query("ARSQRY", arsqry.build(one))) for one in customers}
        return {number: _statement_rows(statements[body.customer], body) for number, body in bodies.items()}

    def _customers(self, documents: Sequence[Document]) -> Found:
        bodies = {document.id: cast("Customer", document.draft.body) for document in documents}
        coded = self._tables.matching("ArCustomer", _CUSTOMER, "Customer", (body.code for body in bodies.values()))
        by_code = _grouped(coded, "Customer")
        by_reference = {column: self._by_reference(column, bodies.values()) for column in arsscs.REFERENCE_LENGTHS}
        return {
            number: _customer_rows(
                by_code.get(body.code, []) if body.code else [],
                by_reference.get(body.reference_field, {}).get(body.reference, []),
                self._by_name(body),
            )
            for number, body in bodies.items()
        }

    def _by_reference(self, column: str, bodies: Iterable[Customer]) -> dict[str, list[Row]]:
        references = [body.reference for body in bodies if body.reference_field == column]
        return _grouped(self._tables.matching("ArCustomer", (*_CUSTOMER, column), column, references), column)

    def _by_name(self, body: Customer) -> list[Row]:
        """Return the customers of the same name and e-mail address, where no column keeps our reference."""
        if body.code or body.reference_field in arsscs.REFERENCE_LENGTHS or not body.email:
            return []
        same = (equal("Email", body.email), equal("Currency", body.currency))
        return self._tables.matching("ArCustomer", _CUSTOMER, "Name", [body.name], *same)

    def _custom_forms(self, documents: Sequence[Document]) -> Found:
        forms = {document.id: cast("CustomForm", document.draft.body) for document in documents}
        kept = custom_form_values(self._tables, forms.values(), self._values)
        return {
            number: (_custom_form_row(form),) if kept.get(comsfm.form_key(form)) == form.value else ()
            for number, form in forms.items()
        }


def custom_form_values(tables: Tables, forms: Iterable[CustomForm], values: Values) -> dict[str, str]:
    """Return, by the key of a custom form value, what its field holds; what cannot be read is absent.

    Writing the same value again harms nothing, so "cannot be read" may count as "not there".

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    fields: dict[tuple[str, str], list[CustomForm]] = {}
    for form in forms:
        if form.form_type in comsfm.TABLES and values.yes("syspro.custom_form_tables"):
            fields.setdefault((form.form_type, form.field_name), []).append(form)
    return {key: value for place, own in fields.items() for key, value in _field_values(tables, place, own).items()}


def _field_values(tables: Tables, place: tuple[str, str], forms: list[CustomForm]) -> dict[str, str]:
    form_type, field_name = place
    where = comsfm.TABLES[form_type]
    fixed = tuple(equal(column, text) for column, text in where.fixed)
    rows = tables.matching(where.table, (field_name,), where.key, (form.key_field for form in forms), *fixed)
    kept = {row.text(where.key): row.text(field_name) for row in rows}
    return {comsfm.form_key(form): kept[form.key_field] for form in forms if form.key_field in kept}


def _order_row(row: Row) -> ErpRow:
    key = row.text("SalesOrder")
    cancelled = ", cancelled" if row.text("CancelledFlag") == "Y" else ""
    status, day, customer = row.text("OrderStatus"), row.text("OrderDate")[:10], row.text("Customer")
    return ErpRow(key, f"Sales order {key} of customer {customer}, dated {day}, status {status}{cancelled}.")


def _receipt_rows(parts: list[ReceiptPart]) -> tuple[ErpRow, ...]:
    return tuple(_receipt_row(place, own) for place, own in by_posting(parts).items())


def _receipt_row(place: tuple[str, str], parts: list[ReceiptPart]) -> ErpRow:
    total = sum(part.value for part in parts)
    invoices = ", ".join(part.invoice for part in parts)
    words = f"Receipt {place[1]} of customer {place[0]}: {total} {parts[0].currency} on {invoices}."
    return ErpRow(place[1], words)


def _statement_rows(statement: arsqry.Statement, body: Receipt) -> tuple[ErpRow, ...]:
    """Return what a statement shows of a receipt: its movements by day, or its document on account."""
    moved = {
        row.text("JournalDate")[:10]: row for row in statement.movements if row.text("Reference") == body.reference
    }
    if moved:
        return tuple(
            ErpRow(f"{body.customer}/{row.text('Invoice')}", f"Receipt of {day} on {row.text('Invoice')}.")
            for day, row in moved.items()
        )
    return tuple(
        ErpRow(f"{body.customer}/{row.text('Invoice')}", f"Payment on account {row.text('Invoice')}.")
        for row in statement.invoices
        if row.text("CustomerPoNumber") == body.reference and row.text("Invoice").startswith("_CRD")
    )


def _custom_form_row(form: CustomForm) -> ErpRow:
    return ErpRow(comsfm.form_key(form), f"The field {form.field_name} of {form.key_field} holds {form.value}.")


def _customer_rows(*found: list[Row]) -> tuple[ErpRow, ...]:
    """Return each customer once, whatever it was found by."""
    codes = {row.text("Customer"): row for rows in found for row in rows}
    return tuple(_customer_row(row) for row in codes.values())


def _customer_row(row: Row) -> ErpRow:
    code = row.text("Customer")
    return ErpRow(code, f"Customer {code}, {row.text('Name')}, {row.text('Email')}, {row.text('Currency')}.")


def _own(rows: list[Row], customer: str) -> list[Row]:
    """Return the rows of ``customer``; where there are none, all: the record is there, though of somebody else."""
    own = [row for row in rows if same_key(row.text("Customer"), customer)]
    return own or rows


def _grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.text(column), []).append(row)
    return found


def _only_if_not_licensed(error: Unavailable) -> None:
    if error.problem.code != NOT_LICENSED:
        raise error
