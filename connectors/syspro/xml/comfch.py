"""COMFCH: read one whole record by its key (Query/Fetch).

Source: reference, section 2.10, from recordings. The reply's root is the table; blanks come as empty elements.
"""

from connectors.syspro.xml.build import document, flag, leaf, needed
from connectors.syspro.xml.comfnd import Row
from connectors.syspro.xml.reply import BadReplyError, Node, error_nodes

#: Further key parts that the object takes; source: reference, section 2.10.
MOST_OPTIONAL_KEYS = 12


def build(table: str, key: str, *others: str) -> str:
    """Return the ``XmlIn`` that fetches the record of ``table`` with ``key`` and the ``others`` parts of its key.

    Raises:
        DoesNotFitError: When a key cannot be written in Windows-1252.
    """
    parts = enumerate(others[:MOST_OPTIONAL_KEYS], start=1)
    optional = (needed(f"OptionalKey{number}", part) for number, part in parts)
    return document(
        "Fetch",
        leaf("TableName", table),
        needed("Key", key),
        *optional,
        flag("FullKeyProvided", yes=True),
        flag("EspressoFetch", yes=False),
    )


def parse(root: Node, table: str) -> Row:
    """Return the record.

    Raises:
        BadReplyError: When the answer is not a record of ``table``.
    """
    if root.name != table.lower() or error_nodes(root):
        raise BadReplyError(f"The answer is no record of {table}.")
    return Row(root.texts())
