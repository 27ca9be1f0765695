"""Every query: T-SQL by its grammar, the columns that are declared, values bound, and what SQLite's driver makes of it."""

import re
from importlib import resources
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from agent.domain.erp import CodeList
from connectors.sandbox.syspro.schema import load_schema
from connectors.syspro.feeds import LEDGER_COLUMNS, LISTS, SOURCES
from connectors.syspro.sql import texts
from connectors.syspro.sql.checks import ROW_VERSION
from connectors.syspro.tables import KEYS
from tests.contract.erp_reader import server
from tests.contract.erp_reader.standin import in_sqlite, parsed

FILES = sorted(
    entry.name.removesuffix(".sql")
    for entry in (resources.files("resources") / texts.FOLDER).iterdir()
    if entry.name.endswith(".sql")
)
FEEDS = list(SOURCES.values())


def every_text(source):
    """All queries of a feed with the number of values that each takes."""
    depth = len(source.key)
    behind = 1 if depth == 1 else 2 * depth
    yield texts.changed(source), 3
    yield texts.page(source, first=True), 2
    yield texts.page(source, first=False), 2 + behind
    yield texts.keys(source, first=True), 1
    yield texts.keys(source, first=False), 1 + behind
    if source.dated:
        yield texts.dated(source, "", 0), 2
    yield texts.keys(source, first=True, stamped=True), 1
    yield texts.keys(source, first=False, stamped=True), 1 + behind
    for field in source.lookups:
        if source.dated:
            yield texts.dated(source, field, 8), 10
        for size in texts.SIZES:
            yield texts.looked_for(source, field, size), size


def columns_of(tree):
    return [column.name for column in tree.find(exp.Select).expressions]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_one_commented_query_that_only_reads(name):
    text = (resources.files("resources") / texts.FOLDER / f"{name}.sql").read_text("utf-8")
    assert text.startswith("-- ")
    assert text.endswith("\n")
    assert text.endswith(texts.plain(name) + "\n")
    assert "--" not in texts.plain(name)
    (tree,) = sqlglot.parse(text.replace("LEVEL SNAPSHOT", "LEVEL READ COMMITTED"), read="tsql")
    assert isinstance(tree, exp.Select | exp.Set)
    assert not list(tree.find_all(exp.Insert, exp.Update, exp.Delete, exp.Into, exp.Command))


@pytest.mark.parametrize("source", FEEDS, ids=lambda source: source.feed.name)
def test_every_query_of_a_feed_is_t_sql_and_takes_only_bound_values(source):
    for text, values in every_text(source):
        tree = parsed(text)
        assert len(list(tree.find_all(exp.Placeholder))) == values, text
        assert in_sqlite(text)


@pytest.mark.parametrize("source", FEEDS, ids=lambda source: source.feed.name)
def test_the_file_of_a_feed_reads_the_declared_columns_of_the_declared_table(source):
    tree = parsed(texts.plain(source.feed.name))
    table = tree.find(exp.Table)
    assert (table.db, table.name) == ("dbo", source.table)
    expected = ["*"] if source.is_form else [*source.columns, ROW_VERSION]
    assert columns_of(tree) == expected
    assert tuple(source.key) == KEYS[source.table]


@pytest.mark.parametrize("which", list(CodeList))
def test_the_file_of_a_list_reads_the_declared_columns(which):
    entry, tree = LISTS[which], parsed(texts.plain(which.value))
    assert tree.find(exp.Table).name == entry.table
    assert columns_of(tree) == [column for column in (entry.code, entry.description) if column]


def test_ledger_codes_are_read_as_declared():
    assert tuple(columns_of(parsed(texts.plain("ledger_codes")))) == LEDGER_COLUMNS


def test_no_file_lies_about_unused():
    used = {
        *SOURCES,
        *(which.value for which in CodeList),
        "ledger_codes",
        "company_database",
        "companies",
        "ceiling",
        "columns",
    }
    used |= {"database_state", "isolation_snapshot", "isolation_read_committed", "deadlock_priority"}
    assert set(FILES) == used | {"rights_on_database", "rights_on_tables"}


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, []), (1, [1]), (2, [8]), (9, [64]), (64, [64]), (65, [256]), (300, [256, 64]), (257, [256, 1])],
)
def test_values_go_in_groups_of_few_sizes(count, sizes):
    values = [f"{number}" for number in range(count)]
    groups = texts.in_sizes(values)
    assert [len(group) for group in groups] == sizes
    assert list(dict.fromkeys(value for group in groups for value in group)) == values


def test_what_comes_behind_a_key_is_asked_column_by_column():
    assert texts.behind(None) == []
    assert texts.behind(("a",)) == ["a"]
    assert texts.behind(("a", "b", "c")) == ["a", "a", "a", "b", "b", "c"]


@pytest.mark.parametrize("table", server.TABLES)
def test_what_a_real_server_is_filled_with_is_t_sql(table):
    (tree,) = sqlglot.parse(server.create(load_schema()[table]), read="tsql")
    assert isinstance(tree, exp.Create)


def test_a_company_on_a_real_server_does_all_that_the_suite_asks_of_one():
    suite = Path(server.__file__).parent.glob("test_*.py")
    asked = {name for path in suite for name in re.findall(r"\bcompany\.(\w+)", path.read_text("utf-8"))}
    assert {"tables", "insert", "type"} <= asked
    assert {name for name in asked if not hasattr(server.ServerCompany, name)} == set()
