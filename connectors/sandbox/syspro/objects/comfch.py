"""COMFCH: fetch one whole record by its key (reference, section 2.10)."""

from connectors.sandbox.syspro import made_up, xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.tables import find_table, root_of, row_leaves
from connectors.sandbox.syspro.troubles import Exceptional

VERSION = "7.0.020"
"""Version of the object; made up."""


def run(call: Call, books: Books) -> str:
    """Answer with every column of the record; ``Key`` and ``OptionalKey1``... are the parts of its key in order.

    Raises:
        Exceptional: When the table or the record does not exist.
    """
    document = call.document
    table = find_table(books, document.text("TableName"))
    given = [document.text("Key"), *(document.text(f"OptionalKey{number}") for number in range(1, 13))]
    row = books.row(table.name, *given[: len(table.key)])
    if row is None:
        raise Exceptional(made_up.NO_RECORD)
    columns = [column.name for column in table.columns[:-1]]
    return xmlout.reply(root_of(table), VERSION, row_leaves(table, row, columns))


OBJECT = BusinessObject("COMFCH", ("Query/Fetch", "Query/Query"), run)
