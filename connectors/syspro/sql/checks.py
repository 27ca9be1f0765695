"""What must hold before SQL is trusted: the login cannot write, and SYSPRO's tables are as we know them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agent.domain.errors import Misconfigured, Problem
from agent.domain.settings import Values
from connectors.syspro.cells import to_text
from connectors.syspro.feeds import FORM_FIELDS, LEDGER_COLUMNS, LEDGER_TABLE, LISTS, SOURCES, Source
from connectors.syspro.sql import texts
from connectors.syspro.sql.driver import Database

ROW_VERSION = "TimeStamp"
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Needed:
    """What is read of one table.

    Attributes:
        table: SYSPRO's table.
        needed_for: What stops working without it.
        columns: Columns that are read.
        ledger: Whether it stands in the database of the ledger.
    """

    table: str
    needed_for: str
    columns: tuple[str, ...]
    ledger: bool = False


def writing_rights(database: Database) -> list[str]:
    """Return what lets our login change something in this database; empty as it must be."""
    rights = [str(row[0]) for row in database.ask(texts.plain("rights_on_database")).rows]
    return rights or [f"table {row[0]}" for row in database.ask(texts.plain("rights_on_tables")).rows]


def refuse_writer(database: Database) -> None:
    """Refuse a login that could write.

    Raises:
        Misconfigured: When it could.
    """
    rights = writing_rights(database)
    if not rights:
        return
    raise Misconfigured(
        Problem(
            title="The SQL login could write",
            message=f"Our login could change SYSPRO's database {database.place.database} ({_listed(rights)}). SYSPRO"
            " alone may do that, so nothing is read with it.",
            press="Give the agent a login of its own with the roles db_datareader and db_denydatawriter.",
            code="sql.can_write",
        )
    )


def needed_of(source: Source, values: Values) -> Needed:
    """Return what is read of the table of a feed."""
    fields = values.items(FORM_FIELDS[source.feed.name]) if source.is_form else ()
    columns = (*source.columns, *fields, ROW_VERSION)
    return Needed(source.table, source.feed.name.replace("_", " "), columns, source.ledger)


def needed(values: Values) -> Iterator[Needed]:
    """Yield what is read of every table; custom forms only where fields of them are set."""
    for source in SOURCES.values():
        if not source.is_form or values.items(FORM_FIELDS[source.feed.name]):
            yield needed_of(source, values)
    for which, entry in LISTS.items():
        if entry.description:
            yield Needed(entry.table, f"list of {which.value.replace('_', ' ')}", (entry.code, entry.description))
    yield Needed(LEDGER_TABLE, "ledger codes", ("Company", *LEDGER_COLUMNS), ledger=True)


def difference(database: Database, wanted: Needed) -> str:
    """Return what is missing of a table, as a sentence; empty when all is there."""
    there = {to_text(row[0]) for row in database.ask(texts.plain("columns"), wanted.table).rows}
    missing = [column for column in dict.fromkeys(wanted.columns) if column not in there]
    where = f"in database {database.place.database}"
    if not there:
        return f"SYSPRO's table {wanted.table} is not there {where}, or our login may not read it."
    if not missing:
        return ""
    word = "column" if len(missing) == 1 else "columns"
    return f"SYSPRO's table {wanted.table} has no {word} {', '.join(missing)} {where}."


def missing(database: Database, wanted: Needed) -> Misconfigured | None:
    """Return the error that says what is missing of a table; ``None`` when all is there."""
    sentence = difference(database, wanted)
    if not sentence:
        return None
    return Misconfigured(
        Problem(
            title="SYSPRO's tables are not as expected",
            message=f"{sentence} It is needed for: {wanted.needed_for}. Everything else is read.",
            press="Name the right database in syspro.sql_database, correct the field in the settings, or let the login"
            " read the table.",
            code="sql.missing",
        )
    )


def _listed(names: Sequence[str]) -> str:
    return _joined(names[:_MOST_NAMES]) + (f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else "")


def _joined(names: Iterable[str]) -> str:
    return ", ".join(names)
