"""One session at SYSPRO's SQL Server: changes by row version, pages by key, and rows that are looked for.

Why the ceiling. A row gets its version when it is written, not when its transaction ends. While one transaction holds
version 50, another one may write 51 and end; whoever then remembers 51 never sees 50. So nothing at or above
``MIN_ACTIVE_ROWVERSION()``, asked before the rows, is read.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from agent.domain.erp import CodeList, CodeRow, Feed, FormRow, Key, LedgerRow, Page, StampPage
from agent.domain.errors import Misconfigured, NeedsPerson, Problem
from agent.domain.settings import Values
from connectors.syspro.cells import BadCellError, Cell, column_of_texts, to_text
from connectors.syspro.feeds import FORM_FIELDS, SOURCES, Source, form_row, stored_forms
from connectors.syspro.sql import texts
from connectors.syspro.sql.checks import ROW_VERSION, missing, needed_of
from connectors.syspro.sql.driver import Answer, Database
from connectors.syspro.sql.errors import MISSING
from connectors.syspro.watermarks import NO_VERSION, START, Position, before, position

R = TypeVar("R")

#: Above every row version: nothing is held back.
_HIGHEST = b"\xff" * 8


class SqlTableSession:
    """A session (``agent.ports.TableSession``).

    Args:
        database: The company's database.
        ledger: Opens the database of the ledger, at the first use.
        values: The settings in force.
        copy: Whether the database is a read-only copy. A copy does not know which transactions the original has open,
            so its row versions prove nothing and every reading reads everything.
    """

    def __init__(self, database: Database, ledger: Callable[[], Database], values: Values, *, copy: bool) -> None:
        self._database = database
        self._ledger = ledger
        self._values = values
        self._copy = copy
        self._size = values.integer("syspro.sql_rows")

    def tells_changes(self) -> bool:
        """Return whether changes are told by row versions; not in a read-only copy."""
        return not self._copy

    def changes(self, feed: Feed[R], after: bytes = START) -> Iterator[Page[R]]:
        """Yield what changed since the watermark ``after``; everything, in key order, where it cannot be told.

        A watermark above the database's own row versions comes from another database, or from this one before an older
        copy of it was restored: then everything is read anew.
        """
        source = SOURCES[feed.name]
        if source.is_form and not self._fields(source):
            return iter((Page((), START, last=True),))
        if self._copy:
            return self._everything(source, _HIGHEST, position(after).key, NO_VERSION)
        at, ceiling = position(after), self._ceiling(source)
        if at.version == NO_VERSION or at.version > ceiling or (at.version == ceiling and at.key is None):
            return self._everything(source, ceiling, None, ceiling)
        if at.key is not None:
            return self._everything(source, at.version, at.key, at.version)
        return self._changed(source, at.version, ceiling)

    def keys(self, feed: Feed[R]) -> Iterator[tuple[Key, ...]]:
        """Yield the keys of all rows, page by page."""
        source = SOURCES[feed.name]
        last: Key | None = None
        while True:
            text = texts.keys(source, first=last is None)
            answer = self._ask(source, text, *texts.behind(last), self._size)
            found = tuple(tuple(to_text(cell) for cell in row) for row in answer.rows)
            yield found
            if len(found) < self._size:
                return
            last = found[-1]

    def stamps(self, feed: Feed[R]) -> Iterator[StampPage]:
        """Yield key and row version of all rows, page by page."""
        source = SOURCES[feed.name]
        last: Key | None = None
        while True:
            text = texts.keys(source, first=last is None, stamped=True)
            rows = self._ask(source, text, *texts.behind(last), self._size).rows
            *keys, versions = zip(*rows, strict=True) if rows else ((),) * (len(source.key) + 1)
            yield StampPage(tuple(map(column_of_texts, keys)), versions)
            if len(rows) < self._size:
                return
            last = tuple(to_text(cell) for cell in rows[-1][:-1])

    def rows(self, feed: Feed[R], field: str, values: Sequence[str]) -> Sequence[R]:
        """Return the rows whose ``field`` is one of ``values``, in the order of their keys."""
        source = SOURCES[feed.name]
        if source.is_form and not self._fields(source):
            return []
        column, kind = source.lookups[field]
        found: list[R] = []
        for group in texts.in_sizes(stored_forms(column, kind, values, self._values)):
            found += self._read(source, self._ask(source, texts.looked_for(source, field, len(group)), *group))
        return sorted(found, key=feed.key_of)

    def between(
        self, feed: Feed[R], first: date, last: date, field: str = "", values: Sequence[str] = ()
    ) -> Sequence[R]:
        """Return the rows whose day lies between both days, both included, in the order of their keys."""
        source = SOURCES[feed.name]
        # Days are bound as days: a text would be read in the order of days and months of the login's language.
        days = (first, last + timedelta(days=1))
        if not field:
            return self._read(source, self._ask(source, texts.dated(source, "", 0), *days))
        column, kind = source.lookups[field]
        found: list[R] = []
        for group in texts.in_sizes(stored_forms(column, kind, values, self._values)):
            found += self._read(source, self._ask(source, texts.dated(source, field, len(group)), *days, *group))
        return sorted(found, key=feed.key_of)

    def codes(self, which: CodeList) -> Sequence[CodeRow]:
        """Return the codes of a list, by code."""
        rows = self._database.ask(texts.plain(which.value)).rows
        return [CodeRow(*(to_text(cell) for cell in row)) for row in rows if to_text(row[0])]

    def ledger_codes(self) -> Sequence[LedgerRow]:
        """Return the ledger codes of the company's ledger, by code."""
        company = self._values.text("syspro.ledger_company") or self._values.text("syspro.company")
        rows = self._ledger().ask(texts.plain("ledger_codes"), company).rows
        return [_ledger_row([to_text(cell) for cell in row]) for row in rows]

    def _everything(self, source: Source, below: bytes, key: Key | None, version: bytes) -> Iterator[Page[Any]]:
        """Yield all rows with a version below ``below`` in key order; the last watermark is just below ``version``."""
        while True:
            text = texts.page(source, first=key is None)
            answer = self._ask(source, text, below, *texts.behind(key), self._size)
            rows = tuple(self._read(source, answer))
            if len(rows) < self._size:
                done = START if version == NO_VERSION else Position(before(version)).watermark()
                yield Page(rows, done, last=True)
                return
            key = _key_of(source, answer)
            yield Page(rows, Position(version, key).watermark(), last=False)

    def _changed(self, source: Source, version: bytes, ceiling: bytes) -> Iterator[Page[Any]]:
        """Yield the rows with a version between both, neither included, in the order of their versions."""
        while True:
            answer = self._ask(source, texts.changed(source), version, ceiling, self._size)
            rows = tuple(self._read(source, answer))
            if len(rows) < self._size:
                yield Page(rows, Position(before(ceiling)).watermark(), last=True)
                return
            version = bytes(answer.rows[-1][answer.columns.index(ROW_VERSION)])
            yield Page(rows, Position(version).watermark(), last=False)

    def _ceiling(self, source: Source) -> bytes:
        return bytes(self._where(source).ask(texts.plain("ceiling")).rows[0][0])

    def _where(self, source: Source) -> Database:
        return self._ledger() if source.ledger else self._database

    def _ask(self, source: Source, text: str, *values: object) -> Answer:
        database = self._where(source)
        try:
            return database.ask(text, *values)
        except Misconfigured as error:
            better = missing(database, needed_of(source, self._values)) if error.problem.code == MISSING else None
            raise better or error from error

    def _read(self, source: Source, answer: Answer) -> list[Any]:
        if source.is_form:
            return self._forms(source, answer)
        try:
            return source.read(answer.rows)
        except BadCellError as error:
            raise NeedsPerson(_bad_cell(source, str(error))) from error

    def _forms(self, source: Source, answer: Answer) -> list[FormRow]:
        fields = self._fields(source)
        if not set(fields) <= set(answer.columns):
            raise missing(self._database, needed_of(source, self._values)) or Misconfigured(
                _bad_cell(source, ", ".join(sorted(set(fields) - set(answer.columns))))
            )
        key = answer.columns.index(next(iter(source.key)))
        places = [answer.columns.index(field) for field in fields]
        return [form_row(fields, row[key], [row[place] for place in places]) for row in answer.rows]

    def _fields(self, source: Source) -> tuple[str, ...]:
        return self._values.items(FORM_FIELDS[source.feed.name])


def _key_of(source: Source, answer: Answer) -> Key:
    last: Sequence[Cell] = answer.rows[-1]
    return tuple(to_text(last[answer.columns.index(column)]) for column in source.key)


def _ledger_row(cells: Sequence[str]) -> LedgerRow:
    code, description, account_type, control = cells
    return LedgerRow(code, description, account_type, control=control == "Y")


def _bad_cell(source: Source, what: str) -> Problem:
    return Problem(
        title="A row of SYSPRO cannot be read",
        message=f"SYSPRO's table {source.table} does not hold what its columns are for: {what}.",
        press="Compare the column with SYSPRO's documentation, and correct the row or syspro.sql_database.",
        code="sql.bad_cell",
    )
