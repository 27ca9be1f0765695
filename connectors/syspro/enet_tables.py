"""SYSPRO's tables through e.net's COMFND (``agent.ports.ErpTables``); needs no SQL access.

e.net has no row versions, so every reading reads everything, in key order; who reads tells by the hash of a row's
content what changed. The operator has one session only: each page is a session of its own, so that posting comes in
between.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from agent.domain.erp import CodeList, CodeRow, Feed, Key, LedgerRow, Page
from agent.domain.errors import Misconfigured, Problem
from agent.domain.settings import Values
from agent.ports import Clock, SecretStore
from connectors.syspro.cells import BadCellError
from connectors.syspro.feeds import (
    FORM_FIELDS,
    LEDGER_COLUMNS,
    LEDGER_TABLE,
    LISTS,
    SOURCES,
    Source,
    form_row,
    stored_forms,
)
from connectors.syspro.session import Access
from connectors.syspro.tables import Tables, readable
from connectors.syspro.watermarks import NO_VERSION, START, Position, position
from connectors.syspro.xml.comfnd import Condition, Row, equal
from connectors.syspro.xml.reply import BadReplyError

R = TypeVar("R")


class EnetTables:
    """Reads tables through e.net.

    Args:
        values: The settings in force.
        secrets: Where the passwords are.
        clock: Dates the remarks about sessions.
    """

    def __init__(self, values: Values, secrets: SecretStore, clock: Clock) -> None:
        self._values = values
        self._access = Access(values, secrets, clock)

    @contextmanager
    def session(self) -> "Iterator[EnetTableSession]":
        """Open a session; it logs on for each question, alone in this process, and off again.

        Inside a session of the same thread at e.net it is that session, which stays as it is.
        """
        yield EnetTableSession(self._access, self._values)

    def companies(self) -> Sequence[str]:
        """Return none: e.net has no list of companies that is sure."""
        return ()

    def close(self) -> None:
        """Close the connections to the service."""
        self._access.close()


class EnetTableSession:
    """A session (``agent.ports.TableSession``)."""

    def __init__(self, access: Access, values: Values) -> None:
        self._access = access
        self._values = values

    def tells_changes(self) -> bool:
        """Return ``False``: e.net cannot tell what changed."""
        return False

    def changes(self, feed: Feed[R], after: bytes = START) -> Iterator[Page[R]]:
        """Yield all rows in key order, behind the one where a reading of everything stopped; rows change meanwhile."""
        source = SOURCES[feed.name]
        if source.is_form and not self._fields(source):
            yield Page((), START, last=True)
            return
        at = position(after)
        key = at.key if at.version == NO_VERSION else None
        for rows, more in self._pages(source, self._columns(source), key):
            found = tuple(self._read(source, rows))
            done = Position(NO_VERSION, _key_of(source, rows[-1])).watermark() if more else START
            yield Page(found, done, last=not more)

    def keys(self, feed: Feed[R]) -> Iterator[tuple[Key, ...]]:
        """Yield the keys of all rows, page by page."""
        source = SOURCES[feed.name]
        for rows, _ in self._pages(source, tuple(source.key), None):
            yield tuple(_key_of(source, row) for row in rows)

    def stamps(self, _feed: Feed[R]) -> None:
        """Return ``None``: e.net has no row versions."""
        return

    def rows(self, feed: Feed[R], field: str, values: Sequence[str]) -> Sequence[R]:
        """Return the rows whose ``field`` is one of ``values``, in the order of their keys."""
        source = SOURCES[feed.name]
        if source.is_form and not self._fields(source):
            return []
        column, kind = source.lookups[field]
        wanted = stored_forms(column, kind, values, self._values)
        with self._tables() as tables:
            rows = tables.matching(source.table, self._columns(source), column, wanted, many=True)
            return sorted(self._read(source, rows), key=feed.key_of)

    def between(
        self, feed: Feed[R], first: date, last: date, field: str = "", values: Sequence[str] = ()
    ) -> Sequence[R]:
        """Return the rows whose day lies between both days, both included, in the order of their keys.

        How COMFND compares days is not public, so SYSPRO's years around the days are read; a year of SYSPRO's may
        begin in another one of the calendar.
        """
        source = SOURCES[feed.name]
        day, year = source.dated or ("", "")
        years = (
            ((Condition(year, "GE", str(first.year - 1)),),),
            ((Condition(year, "LE", str(last.year + 1)),),),
        )
        columns = (*self._columns(source), day)
        with self._tables() as tables:
            if field:
                column, kind = source.lookups[field]
                wanted = stored_forms(column, kind, values, self._values)
                rows = tables.matching(source.table, columns, column, wanted, *years, many=True)
            else:
                rows = tables.select(source.table, columns, *years)
            within = [row for row in rows if (found := row.day(day)) is not None and first <= found <= last]
            return sorted(self._read(source, within), key=feed.key_of)

    def codes(self, which: CodeList) -> Sequence[CodeRow]:
        """Return the codes of a list, by code."""
        entry = LISTS[which]
        columns = (entry.code, entry.description) if entry.description else (entry.code,)
        with self._tables() as tables:
            rows = tables.select(entry.table, columns)
        found = {row.text(entry.code): CodeRow(*(row.text(column) for column in columns)) for row in rows}
        return [found[code] for code in sorted(found) if code]

    def ledger_codes(self) -> Sequence[LedgerRow]:
        """Return the ledger codes of the company's ledger, by code."""
        company = self._values.text("syspro.ledger_company") or self._values.text("syspro.company")
        with self._tables() as tables:
            rows = tables.select(LEDGER_TABLE, LEDGER_COLUMNS, equal("Company", company))
        cells = [[row.text(column) for column in LEDGER_COLUMNS] for row in rows]
        return [LedgerRow(code, name, kind, control=control == "Y") for code, name, kind, control in cells]

    @contextmanager
    def _tables(self) -> Iterator[Tables]:
        with readable(), self._access.session() as session:
            yield Tables(session, rows=self._values.integer("syspro.query_rows"))

    def _pages(self, source: Source, columns: Sequence[str], key: Key | None) -> Iterator[tuple[tuple[Row, ...], bool]]:
        behind = None if key is None else _row_of(source, key)
        more = True
        while more:
            with self._tables() as tables:
                rows, more = tables.page(source.table, columns, behind=behind)
            yield rows, more
            behind = rows[-1] if rows else None

    def _columns(self, source: Source) -> tuple[str, ...]:
        if source.is_form and not self._values.yes("syspro.custom_form_tables"):
            raise Misconfigured(_no_forms(source))
        return (*source.columns, *self._fields(source))

    def _fields(self, source: Source) -> tuple[str, ...]:
        return self._values.items(FORM_FIELDS[source.feed.name]) if source.is_form else ()

    def _read(self, source: Source, rows: Sequence[Row]) -> list[Any]:
        with readable():
            if source.is_form:
                fields, key = self._fields(source), next(iter(source.key))
                return [form_row(fields, row.raw(key), [row.raw(field) for field in fields]) for row in rows]
            try:
                return source.read([[row.raw(column) for column in source.columns] for row in rows])
            except BadCellError as error:
                raise BadReplyError(f"SYSPRO's table {source.table}: {error}.") from error


def _key_of(source: Source, row: Row) -> Key:
    return tuple(_plain(row, column, kind) for column, kind in source.key.items())


def _plain(row: Row, column: str, kind: str) -> str:
    return str(int(row.number(column))) if kind.startswith("decimal") else row.raw(column)


def _row_of(source: Source, key: Key) -> Row:
    return Row(dict(zip((column.lower() for column in source.key), key, strict=True)))


def _no_forms(source: Source) -> Problem:
    return Problem(
        title="Custom forms cannot be read through e.net here",
        message=f"The fields of {source.table} are set to be read, but syspro.custom_form_tables says that SYSPRO's"
        " queries do not read custom form tables at this site.",
        press="Set syspro.reader to sql, or empty the setting of the fields.",
        code="syspro.no_custom_forms",
    )
