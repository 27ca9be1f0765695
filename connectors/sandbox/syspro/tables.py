"""Rows of any table as elements of a reply."""

from collections.abc import Iterable

from connectors.sandbox.syspro import made_up, xmlout
from connectors.sandbox.syspro.books import Books, Record
from connectors.sandbox.syspro.schema import Column, Table
from connectors.sandbox.syspro.troubles import Exceptional


def find_table(books: Books, name: str) -> Table:
    """Return the table ``name``; the case counts (reference, section 3.2).

    Raises:
        Exceptional: When there is none.
    """
    table = books.schema.get(name)
    if table is None:
        raise Exceptional(made_up.NO_TABLE.format(name))
    return table


def root_of(table: Table) -> str:
    """Return the root of a reply about ``table``: its name, without the plus that no element may have (inferred)."""
    return table.name.rstrip("+")


def row_leaves(table: Table, row: Record, columns: Iterable[str]) -> str:
    """Return one element a column."""
    return xmlout.leaves((name, shown(table.column(name), row)) for name in columns)


def shown(column: Column, row: Record) -> str:
    """Return a column as replies show it: numbers right-aligned in their width, texts without trailing blanks."""
    if column.kind == "decimal":
        return "" if row.raw(column.name) is None else xmlout.padded(row.number(column.name), column.size, column.scale)
    if column.kind == "rowversion":
        value = row.raw(column.name)
        return value.hex().upper() if isinstance(value, bytes) else ""
    return row.text(column.name)
