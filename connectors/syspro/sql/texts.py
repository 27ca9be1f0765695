"""The queries: texts of ``resources/sql``, and the endings that say which rows of a feed are meant.

A value is always bound, never part of a text. Keys are compared as ``varchar``: Python's texts arrive as ``nvarchar``,
whose order is another one than that of SYSPRO's columns, so that pages would leave rows out.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import islice

from agent.domain.erp import Key
from connectors.syspro.feeds import Source

FOLDER = "sql"

#: How many values one query looks for; few different sizes keep SQL Server's memory of plans small.
SIZES = (1, 8, 64, 256)
_PAGE = "OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY"


@cache
def plain(name: str) -> str:
    """Return the text of a file, by its name without ending, and without its comments.

    Drivers look for question marks and quotes in a text; what they make of those in comments is not ours to find out.
    """
    text = (resources.files("resources") / FOLDER / f"{name}.sql").read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("--"))


@cache
def changed(source: Source) -> str:
    """Return the query of what changed, oldest first; takes the version before, the ceiling, and how many rows."""
    return _joined(
        plain(source.feed.name), ["r.[TimeStamp] > ?", "r.[TimeStamp] < ?"], f"ORDER BY r.[TimeStamp] {_PAGE}"
    )


@cache
def page(source: Source, *, first: bool) -> str:
    """Return the query of a page in key order; takes the ceiling, :func:`behind`, and how many rows."""
    return _joined(plain(source.feed.name), ["r.[TimeStamp] < ?", *_behind(source, first=first)], _by_key(source))


@cache
def keys(source: Source, *, first: bool, stamped: bool = False) -> str:
    """Return the query of a page of keys alone, or with row versions; takes :func:`behind`, and how many rows."""
    columns = ", ".join(f"r.[{column}]" for column in (*source.key, *(["TimeStamp"] if stamped else [])))
    return _joined(f"SELECT {columns} FROM [dbo].[{source.table}] AS r", _behind(source, first=first), _by_key(source))


@cache
def looked_for(source: Source, field: str, size: int) -> str:
    """Return the query of the rows whose field is one of ``size`` values; takes those values."""
    column, kind = source.lookups[field]
    values = ", ".join([f"CAST(? AS {kind})"] * size)
    return _joined(plain(source.feed.name), [f"r.[{column}] IN ({values})"], f"ORDER BY {_order(source)}")


@cache
def dated(source: Source, field: str, size: int) -> str:
    """Return the query of the rows of some days; takes the first day, the day behind the last, and ``size`` values."""
    column, _ = source.dated or ("", "")
    conditions = [f"r.[{column}] >= ?", f"r.[{column}] < ?"]
    if field:
        own, kind = source.lookups[field]
        conditions.append(f"r.[{own}] IN ({', '.join([f'CAST(? AS {kind})'] * size)})")
    return _joined(plain(source.feed.name), conditions, f"ORDER BY {_order(source)}")


def behind(key: Key | None) -> list[str]:
    """Return the values that a page behind ``key`` takes."""
    if key is None:
        return []
    values = [key[-1]]
    for part in reversed(key[:-1]):
        values = [part, part, *values]
    return [key[0], *values] if len(key) > 1 else values


def in_sizes(values: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the values in groups of ``SIZES``; the last one is filled up with its last value."""
    groups: list[tuple[str, ...]] = []
    left = iter(values)
    while group := tuple(islice(left, SIZES[-1])):
        size = next(size for size in SIZES if size >= len(group))
        groups.append(group + (group[-1],) * (size - len(group)))
    return groups


def _behind(source: Source, *, first: bool) -> list[str]:
    """Return the conditions that a row's key comes behind a given one, column by column.

    The first column is compared twice, so that SQL Server seeks in the key instead of reading the table from its start.
    """
    if first:
        return []
    casts = [(f"r.[{column}]", f"CAST(? AS {kind})") for column, kind in source.key.items()]
    condition = "{} > {}".format(*casts[-1])
    for column, cast in reversed(casts[:-1]):
        condition = f"{column} > {cast} OR {column} = {cast} AND ({condition})"
    leading = "{} >= {}".format(*casts[0])
    return [leading, f"({condition})"] if len(casts) > 1 else [condition]


def _by_key(source: Source) -> str:
    return f"ORDER BY {_order(source)} {_PAGE}"


def _order(source: Source) -> str:
    return ", ".join(f"r.[{column}]" for column in source.key)


def _joined(head: str, conditions: Sequence[str], ending: str) -> str:
    where = f"WHERE {' AND '.join(conditions)}\n" if conditions else ""
    return f"{head}\n{where}{ending}"
