"""COMFND: find rows of any table by conditions (reference, section 2.10; recorded)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from connectors.sandbox.syspro import made_up, xmlout
from connectors.sandbox.syspro.books import Books, Stored, encode
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.fields import Fields
from connectors.sandbox.syspro.money import ZERO
from connectors.sandbox.syspro.schema import Table
from connectors.sandbox.syspro.tables import find_table, root_of, row_leaves
from connectors.sandbox.syspro.troubles import Refused
from connectors.sandbox.syspro.xmlin import Element

VERSION = "7.0.053"
"""Version of the object, as recorded."""

MOST_ROWS = 9999
"""What a blank ReturnRows means; the real limit is not known (reference, section 6)."""

_OPERATORS = {"EQ": "=", "NE": "<>", "GT": ">", "GE": ">=", "LT": "<", "LE": "<=", "LIKE": "GLOB"}
_OPENING, _CLOSING = re.compile(r"\({0,3}"), re.compile(r"\){0,3}")


@dataclass(slots=True)
class _Condition:
    """A where clause being built: SQL, the values bound to it, and the columns that are to equal one."""

    sql: list[str] = field(default_factory=list)
    values: list[Stored] = field(default_factory=list)
    equal: set[str] = field(default_factory=set)
    depth: int = 0


def run(call: Call, books: Books) -> str:
    """Answer with the rows that match."""
    document = call.document
    table = find_table(books, document.text("TableName"))
    try:
        columns = _columns(table, document, "Columns/Column") or [column.name for column in table.columns[:-1]]
        order = _columns(table, document, "OrderBy/Column")
        condition = _where(table, document.all("Where/Expression"))
        limit = int(Fields(document).number("ReturnRows", 0, ZERO)) or MOST_ROWS
    except Refused as refused:
        return xmlout.reply(root_of(table), VERSION, xmlout.faults(refused.faults))
    ordering = _ordering(table, order, condition)
    found = books.rows(table.name, f"{' '.join(condition.sql) or '1'}{ordering} LIMIT ?", *condition.values, limit)
    rows = [xmlout.node("Row", row_leaves(table, row, columns)) for row in found]
    count = xmlout.leaf("RowsReturned", xmlout.padded(len(rows), 8))
    return xmlout.reply(root_of(table), VERSION, _header(table, columns, order), *rows, count)


def _columns(table: Table, document: Element, path: str) -> list[str]:
    asked = [element.value for element in document.all(path) if element.value]
    fields = Fields(document)
    for name in asked:
        if name not in table.position:
            fields.refuse(path, made_up.made_up("not_on_file", name, table.name), name)
    fields.stop()
    return asked


def _ordering(table: Table, order: Sequence[str], condition: _Condition) -> str:
    if not order:
        return ""
    own = {names[0] for names in table.indexes if len(names) == 1}
    # Without statistics SQLite would rather walk a whole account in the order of the key than look up a few references
    # and sort them; the plus takes the walk away.
    plus = "+" if condition.equal & own else ""
    return f" ORDER BY {plus}{', '.join(_quoted(order))}"


def _where(table: Table, expressions: Sequence[Element]) -> _Condition:
    condition = _Condition()
    for number, element in enumerate(expressions):
        _add_expression(condition, table, Fields(element, ("Where", "Expression")), first=number == 0)
    if condition.depth:
        fields = Fields(expressions[-1], ("Where", "Expression"))
        fields.refuse("CloseBracket", made_up.made_up("brackets"))
        fields.stop()
    return condition


def _add_expression(condition: _Condition, table: Table, fields: Fields, *, first: bool) -> None:
    given = fields.element.texts()
    joined = given.get("AndOr", "").upper() or "AND"
    opening, closing = given.get("OpenBracket", ""), given.get("CloseBracket", "")
    name, operator = given.get("Column") or fields.needed("Column"), given.get("Condition", "").upper() or "EQ"
    condition.depth += len(opening) - len(closing)
    if not _OPENING.fullmatch(opening) or not _CLOSING.fullmatch(closing) or condition.depth < 0:
        fields.refuse("OpenBracket", made_up.made_up("brackets"))
    if joined not in {"AND", "OR"}:
        fields.refuse("AndOr", made_up.made_up("not_allowed_value", joined, "And Or"))
    if operator not in _OPERATORS:
        fields.refuse("Condition", made_up.made_up("not_allowed_value", operator, " ".join(_OPERATORS)))
    if name and name not in table.position:
        fields.refuse("Column", made_up.made_up("not_on_file", name, table.name))
    fields.stop()
    value = _value(table, fields, name, operator)
    if operator == "EQ":
        condition.equal.add(name)
    condition.sql.append(f'{"" if first else joined} {opening}"{name}" {_OPERATORS[operator]} ?{closing}')
    condition.values.append(value)


def _value(table: Table, fields: Fields, name: str, operator: str) -> Stored:
    column, given = table.column(name), fields.text("Value")
    if operator == "LIKE":
        # GLOB has the same * and ?, is case-sensitive, and needs its own bracket disarmed.
        return given.replace("[", "[[]")
    if column.kind == "decimal":
        number = fields.number("Value", 9, ZERO)
        fields.stop()
        return encode(column, number)
    if column.kind == "rowversion":
        return bytes.fromhex(given) if re.fullmatch(r"([0-9A-Fa-f]{2})+", given) else b""
    return given


def _header(table: Table, columns: Sequence[str], order: Sequence[str]) -> str:
    inner = xmlout.leaf("TableName", table.name)
    inner += xmlout.node("Columns", *(xmlout.leaf("Column", name) for name in columns))
    if order:
        inner += xmlout.node("OrderBy", *(xmlout.leaf("Column", name) for name in order))
    return xmlout.node("HeaderDetails", inner)


def _quoted(names: Sequence[str]) -> list[str]:
    return [f'"{name}"' for name in names]


OBJECT = BusinessObject("COMFND", ("Query/Query",), run)
