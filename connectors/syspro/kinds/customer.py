"""New customers (ARSSCS): found by their code, our reference, or name and e-mail address."""

from collections.abc import Iterable, Sequence
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.kinds import Customer
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.kinds.rows import grouped
from connectors.syspro.xml import arsscs
from connectors.syspro.xml.comfnd import Row, equal
from connectors.syspro.xml.reply import Node
from connectors.syspro.xml.request import Posted

_CUSTOMER = ("Name", "Email", "Currency")


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the customers that may be the document's."""
    bodies = {document.id: cast("Customer", document.draft.body) for document in documents}
    coded = reading.tables.matching("ArCustomer", _CUSTOMER, "Customer", (body.code for body in bodies.values()))
    by_code = grouped(coded, "Customer")
    by_reference = {column: _by_reference(reading, column, bodies.values()) for column in arsscs.REFERENCE_LENGTHS}
    return {
        number: _customer_rows(
            by_code.get(body.code, []) if body.code else [],
            by_reference.get(body.reference_field, {}).get(body.reference, []),
            _by_name(reading, body),
        )
        for number, body in bodies.items()
    }


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare every field that was sent with ArCustomer."""
    codes = {document.id: _stored(reading, document.erp_key) for document in documents}
    columns = tuple(arsscs.COLUMNS)
    rows = {
        row.text("Customer"): row for row in reading.tables.matching("ArCustomer", columns, "Customer", codes.values())
    }
    return {document.id: _compared(document, rows.get(codes[document.id])) for document in documents}


def _by_reference(reading: Reading, column: str, bodies: Iterable[Customer]) -> dict[str, list[Row]]:
    references = [body.reference for body in bodies if body.reference_field == column]
    return grouped(reading.tables.matching("ArCustomer", (*_CUSTOMER, column), column, references), column)


def _by_name(reading: Reading, body: Customer) -> list[Row]:
    """Return the customers of the same name and e-mail address, where no column keeps our reference."""
    if body.code or body.reference_field in arsscs.REFERENCE_LENGTHS or not body.email:
        return []
    same = (equal("Email", body.email), equal("Currency", body.currency))
    return reading.tables.matching("ArCustomer", _CUSTOMER, "Name", [body.name], *same)


def _stored(reading: Reading, code: str) -> str:
    numeric, length = reading.values.yes("keys.customer_numeric"), reading.values.integer("keys.customer_length")
    try:
        return pad_key(code, numeric=numeric, length=length)
    except DoesNotFitError:
        return code


def _customer_rows(*found: list[Row]) -> tuple[ErpRow, ...]:
    """Return each customer once, whatever it was found by."""
    codes = {row.text("Customer"): row for rows in found for row in rows}
    return tuple(_customer_row(row) for row in codes.values())


def _customer_row(row: Row) -> ErpRow:
    code = row.text("Customer")
    return ErpRow(code, f"Customer {code}, {row.text('Name')}, {row.text('Email')}, {row.text('Currency')}.")


def _compared(document: Document, row: Row | None) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    if row is None:
        comparison.say("missing", f"SYSPRO has no customer {document.erp_key}.")
        return comparison.result()
    for element, sent in arsscs.elements_of(cast("Customer", document.draft.body)).items():
        # What was left to SYSPRO is SYSPRO's to fill.
        if sent:
            comparison.text(element, sent, row.text(element))
    return comparison.result()


def _parse(root: Node, _: Customer) -> Posted:
    return arsscs.parse(root)


HANDLING = Handling("Setup/Add", "ARSSCS", arsscs.build, _parse, find, compare)
