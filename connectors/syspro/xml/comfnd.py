"""COMFND: read rows of one table (Query/Query).

Source: reference, section 2.10, from recordings. There is no paging token; rows are paged by their last key. Table and
column names are case-sensitive. Most rows and custom form tables are unsure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from connectors.syspro.xml.build import document, group, leaf, needed
from connectors.syspro.xml.reply import BadReplyError, Node, error_nodes


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison of one column.

    Attributes:
        column: Column name, in its exact case.
        operator: GT, GE, LT, LE, EQ, NE or LIKE.
        value: What it is compared with.
    """

    column: str
    operator: str
    value: str


#: Alternatives, one of which must hold; each is conditions that must hold together.
AnyOf = tuple[tuple[Condition, ...], ...]


@dataclass(frozen=True, slots=True)
class Select:
    """A query over one table.

    Attributes:
        table: SQL table name, in its exact case.
        columns: Columns to return.
        where: Groups that must all hold.
        order_by: The table's key, which pages follow.
        rows: Most rows to return.
    """

    table: str
    columns: tuple[str, ...]
    where: tuple[AnyOf, ...]
    order_by: tuple[str, ...]
    rows: int


class Row:
    """One row of a reply; columns are found without case, texts are trimmed when they are asked for."""

    __slots__ = ("_texts",)

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def text(self, column: str) -> str:
        """Return a text; empty when blank.

        Raises:
            BadReplyError: When SYSPRO left the column out although it was asked for.
        """
        return self.raw(column).strip()

    def raw(self, column: str) -> str:
        """Return a text with the blanks before it, which count in keys and in tables of codes; raises as above."""
        try:
            return self._texts[column.lower()].rstrip()
        except KeyError:
            raise BadReplyError(f"SYSPRO's rows have no column {column}.") from None

    def number(self, column: str) -> Decimal:
        """Return a number; blank is zero.

        Raises:
            BadReplyError: When it is none.
        """
        text = self.text(column)
        try:
            number = Decimal(text or 0)
        except InvalidOperation:
            raise BadReplyError(f"SYSPRO's column {column} holds no number.") from None
        if not number.is_finite():
            raise BadReplyError(f"SYSPRO's column {column} holds no number.")
        return number

    def day(self, column: str) -> date | None:
        """Return a day, without the time that may follow it; blank is ``None``.

        Raises:
            BadReplyError: When it is none.
        """
        text = self.text(column)[:10]
        try:
            return date.fromisoformat(text.replace("/", "-")) if text else None
        except ValueError:
            raise BadReplyError(f"SYSPRO's column {column} holds no date.") from None


def equal(column: str, value: str) -> AnyOf:
    """Return that ``column`` equals ``value``."""
    return ((Condition(column, "EQ", value),),)


def after(columns: Sequence[str], last: Row) -> AnyOf:
    """Return that a row's key comes behind that of ``last``, column by column."""
    return tuple(
        (
            *(Condition(before, "EQ", last.raw(before)) for before in columns[:position]),
            Condition(column, "GT", last.raw(column)),
        )
        for position, column in enumerate(columns)
    )


def build(select: Select) -> str:
    """Return the ``XmlIn`` of a query.

    Raises:
        DoesNotFitError: When a value cannot be written in Windows-1252; nothing stored can equal it then.
    """
    expressions = "".join(expression for any_of in select.where for expression in _group(any_of))
    return document(
        "Query",
        leaf("TableName", select.table),
        leaf("ReturnRows", str(select.rows)),
        group("Columns", _columns(select.columns)),
        group("Where", expressions) if expressions else "",
        group("OrderBy", _columns(select.order_by)),
    )


def parse(root: Node, table: str) -> tuple[Row, ...]:
    """Return the rows.

    No rows are believed only from an answer that names the table it searched, because "not there" may lead to posting
    again.

    Raises:
        BadReplyError: When the answer is about another table, counts other rows than it has, or reports an error.
    """
    if errors := error_nodes(root):
        words = f": {errors[0].description}" if errors[0].description else "."
        raise BadReplyError(f"SYSPRO reports an error on the query of {table}{words}")
    if root.text("HeaderDetails/TableName").lower() != table.lower():
        raise BadReplyError(f"The answer does not say that it is about {table}.")
    rows = tuple(Row(row.untrimmed()) for row in root.all("Row"))
    counted = root.text("RowsReturned")
    if counted and counted.lstrip("0") != str(len(rows) or ""):
        raise BadReplyError(f"The answer about {table} counts other rows than it has.")
    return rows


@cache
def _columns(names: tuple[str, ...]) -> str:
    return "".join(leaf("Column", name) for name in names)


@cache
def _compared(column: str, operator: str) -> str:
    return leaf("Column", column) + leaf("Condition", operator)


def _group(any_of: AnyOf) -> Iterator[str]:
    """Yield the expressions of a group, with brackets around it and around each alternative of several conditions."""
    for place, conditions in enumerate(any_of):
        first, last = place == 0, place == len(any_of) - 1
        inner = len(conditions) > 1
        for number, condition in enumerate(conditions):
            opens, closes = number == 0, number == len(conditions) - 1
            # The recorded query begins with And, too.
            joined = "Or" if opens and not first else "And"
            yield group(
                "Expression",
                _brackets("OpenBracket", "(", (first and opens) + (inner and opens)),
                f"<AndOr>{joined}</AndOr>",
                _compared(condition.column, condition.operator),
                needed("Value", condition.value),
                _brackets("CloseBracket", ")", (last and closes) + (inner and closes)),
            )


def _brackets(element: str, bracket: str, count: int) -> str:
    return leaf(element, bracket * count)
