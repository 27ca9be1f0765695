"""The tables of a company database, read from ``resources/sandbox/syspro_schema.toml``.

Names and sizes are SYSPRO's. SQLite stands in for SQL Server: text columns carry the ``RTRIM`` collation, which
compares byte by byte but without trailing blanks, as ``Latin1_General_BIN`` does (reference, section 3.2).
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

RESOURCES = Path(__file__).parents[3] / "resources" / "sandbox"
"""Folder of the sandboxes' data files."""

ROW_VERSION = "TimeStamp"
"""The column at the end of every table: 8 bytes, moved at each insert and update."""

_TYPE = re.compile(r"(?P<name>\w+) (?P<kind>\w+)(?:\((?P<size>\d+)(?:,(?P<scale>\d+))?\))?\??")


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: SYSPRO's name, in its case.
        kind: ``varchar``, ``char``, ``decimal``, ``datetime`` or ``rowversion``.
        size: Characters of a text, digits of a decimal; 0 for the others.
        scale: Places after the point; decimals are stored as whole numbers times 10 to this power.
    """

    name: str
    kind: str
    size: int = 0
    scale: int = 0

    @property
    def is_text(self) -> bool:
        """Whether the column holds characters."""
        return self.kind in {"varchar", "char"}


@dataclass(frozen=True)
class Table:
    """One table: its columns in order, its key, its further indexes.

    Attributes:
        nullable: A table of site fields (the ``+`` tables), whose columns may be NULL.
        complete: Whether every column of the real table is known.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...] = ()
    nullable: bool = False
    complete: bool = True
    position: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def select(self) -> str:
        """``SELECT`` of every column, without a condition."""
        return f'SELECT * FROM "{self.name}"'

    @cached_property
    def by_key(self) -> str:
        """Condition on the whole key."""
        return " AND ".join(f'"{name}" = ?' for name in self.key)

    def column(self, name: str) -> Column:
        """Return the column ``name``; ``KeyError`` when there is none."""
        return self.columns[self.position[name]]


@lru_cache(maxsize=1)
def load_schema() -> Mapping[str, Table]:
    """Return all tables by name, read once."""
    described = tomllib.loads((RESOURCES / "syspro_schema.toml").read_text(encoding="utf-8"))
    return {name: _table(name, entry) for name, entry in described.items()}


def create_statements(table: Table) -> list[str]:
    """Return the statements that make ``table`` and its indexes in SQLite."""
    columns = [_declare(column, nullable=table.nullable and column.name not in table.key) for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    body = ",\n  ".join([*columns, f"PRIMARY KEY ({key})"])
    made = [f'CREATE TABLE "{table.name}" (\n  {body}\n)']
    for number, names in enumerate(table.indexes, 1):
        listed = ", ".join(f'"{name}"' for name in names)
        made.append(f'CREATE INDEX "{table.name}Idx{number}" ON "{table.name}" ({listed})')
    return made


def _table(name: str, entry: dict[str, list[str] | list[list[str]] | bool]) -> Table:
    described, key, indexes = entry["columns"], entry["key"], entry.get("indexes", [])
    assert isinstance(described, list)
    assert isinstance(key, list)
    assert isinstance(indexes, list)
    columns = (*(_column(str(text)) for text in described), Column(ROW_VERSION, "rowversion"))
    return Table(
        name=name,
        columns=columns,
        key=tuple(str(part) for part in key),
        indexes=tuple(tuple(parts) for parts in indexes),
        nullable=bool(entry.get("nullable", False)),
        complete=bool(entry.get("complete", True)),
        position={column.name: number for number, column in enumerate(columns)},
    )


def _column(text: str) -> Column:
    found = _TYPE.fullmatch(text)
    assert found is not None, text
    return Column(found["name"], found["kind"], int(found["size"] or 0), int(found["scale"] or 0))


def _declare(column: Column, *, nullable: bool) -> str:
    if column.kind == "rowversion":
        return f'"{column.name}" BLOB NOT NULL'
    if column.kind == "datetime":
        return f'"{column.name}" datetime'
    if column.kind == "decimal":
        ending = "" if nullable else " NOT NULL DEFAULT 0"
        return f'"{column.name}" decimal({column.size},{column.scale}){ending}'
    # One blank is SYSPRO's "empty"; RTRIM makes it equal to '' and to the padding of a char column.
    ending = "" if nullable else f" NOT NULL DEFAULT '{' ' * (column.size if column.kind == 'char' else 1)}'"
    return f'"{column.name}" {column.kind}({column.size}){ending} COLLATE RTRIM'
