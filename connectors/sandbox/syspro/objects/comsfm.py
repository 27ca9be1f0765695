"""COMSFM: values of custom form fields (reference, section 2.7; recorded for form POR)."""

from datetime import date
from decimal import Decimal

from connectors.sandbox.syspro import keys, setups
from connectors.sandbox.syspro.books import Books, Value
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.made_up import made_up
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.schema import Column
from connectors.sandbox.syspro.xmlin import Element

ROOT = "setupcustomform"
VERSION = "7.0.008"
"""Version of the object, as recorded."""

FORMS = {
    "CUS": ("ArCustomer+", "ArCustomer"),
    "STK": ("InvMaster+", "InvMaster"),
    "ORD": ("CusSorMaster+", "SorMaster"),
    "POR": ("PorMasterHdr+", ""),
}
"""FormType to the table of its fields and the table its record must be in; only POR was recorded, the others are by
convention (reference, section 2.7). Purchasing has no tables here, so a POR key is not looked up."""


def run(call: Call, books: Books) -> str:
    """Add, update or delete the values of the document."""
    return setups.run_setup(call, books, ROOT, VERSION, lambda item: _post(call, books, item))


def _post(call: Call, books: Books, item: Element) -> setups.Key:
    fields = Fields(item)
    form = fields.needed("Key/FormType")
    given, name = fields.needed("Key/KeyField"), fields.needed("Key/FieldName")
    if form and form not in FORMS:
        fields.refuse("Key/FormType", made_up("not_allowed_value", form, " ".join(FORMS)))
    fields.stop()
    table, master = FORMS[form]
    stored = _stored_key(books, form, given)
    if master and not books.exists(master, stored):
        fields.refuse("Key/KeyField", made_up("not_on_file", given, master))
    described = books.schema[table]
    if name not in described.position or name in described.key:
        fields.refuse("Key/FieldName", made_up("no_such_field", name, form))
    fields.stop()
    _write(call, books, fields, table, stored)
    return (("FormType", form), ("KeyField", given), ("FieldName", name))


def _write(call: Call, books: Books, fields: Fields, table: str, stored: str) -> None:
    name = fields.text("Key/FieldName")
    # The live sales order has a blank invoice number in its key (reference, section 3.2).
    key = (stored, " ") if len(books.schema[table].key) == 2 else (stored,)
    row = books.row(table, *key)
    has_value = row is not None and row.raw(name) is not None
    if call.method == "Setup/Add" and has_value:
        fields.refuse("Key/FieldName", made_up("value_exists", name))
    if call.method != "Setup/Add" and not has_value:
        fields.refuse("Key/FieldName", made_up("value_missing", name))
    value = None if call.method == "Setup/Delete" else _value(books, fields, books.schema[table].column(name))
    fields.stop()
    if row is None:
        books.insert(table, {**dict(zip(books.schema[table].key, key, strict=True)), name: value})
    else:
        books.update(table, key, {name: value})


def _value(books: Books, fields: Fields, column: Column) -> Value:
    if column.kind == "datetime":
        fields.needed("DateValue")
        day: date = fields.day("DateValue", books.today())
        return day
    if column.kind == "decimal":
        number: Decimal = fields.number("NumericValue", column.scale, ZERO)
        return number
    return fields.short("AlphaValue", column.size)


def _stored_key(books: Books, form: str, given: str) -> str:
    if form == "CUS":
        return keys.customer_key(books.options, given)
    return keys.order_key(books.options, given) if form == "ORD" else given


OBJECT = BusinessObject("COMSFM", ("Setup/Add", "Setup/Update", "Setup/Delete"), run)
