"""100,000 stock codes by SQL, against the bare SELECT of the same rows through the same driver.

Both go through SQLite's ODBC driver, which stands in for SQL Server's; the bare one keeps no row. Driver and SQLite run
in this process, so seconds of its processor are counted: what else the machine does has no part in the ratios.
"""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pyodbc
import pytest

from agent.domain import erp
from agent.domain.settings import Values
from connectors.sandbox.syspro.schema import create_statements, load_schema
from connectors.syspro.sql import texts
from connectors.syspro.sql.tables import SqlTables
from tests.benchmarks.stage import SandboxSecrets, say
from tests.contract.erp_reader.standin import DATABASE, StandIn, in_sqlite

pytestmark = pytest.mark.benchmark

CODES = 100_000
ROUNDS = 5
BARE_ROWS = 1000


def fill(path):
    chance = random.Random(1)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE _sandbox_numbers (name TEXT PRIMARY KEY, next INTEGER NOT NULL)")
    for statement in create_statements(load_schema()["InvMaster"]):
        connection.execute(statement)
    rows = (
        (f"{chance.randrange(36**6):x}/{number:06}", f"Stock code {number}", "Long description " * 4, "EA", "EA", "EA",
         1_000_000, "M", 1_000_000, "M", "FAST", "A  ", "A", "C", "FG", "N", number.to_bytes(8, "big"))
        for number in range(1, CODES + 1)
    )  # fmt: skip
    columns = (
        '"StockCode", "Description", "LongDesc", "StockUom", "AlternateUom", "OtherUom", "ConvFactAltUom",'
        ' "ConvMulDiv", "ConvFactOthUom", "MulDiv", "ProductClass", "TaxCode", "ListPriceCode", "PriceMethod",'
        ' "WarehouseToUse", "KitType", "TimeStamp"'
    )
    connection.executemany(f"INSERT INTO InvMaster ({columns}) VALUES ({', '.join('?' * 17)})", rows)
    connection.execute("INSERT INTO _sandbox_numbers VALUES ('row version', ?)", (CODES,))
    connection.commit()
    connection.close()


class Bare:
    """The SELECT alone: every row is fetched, a thousand at a time, and none is looked at."""

    def __init__(self, path):
        self._connection = pyodbc.connect(f"DRIVER=SQLite3;Database={path}", autocommit=True)

    def read(self, text):
        cursor = self._connection.execute(text)
        count = 0
        while rows := cursor.fetchmany(BARE_ROWS):
            count += len(rows)
        cursor.close()
        assert count == CODES


def seconds(work):
    started = time.process_time()
    work()
    return time.process_time() - started


def open_tables(path):
    values = Values({"syspro.sql_server": "standin", "syspro.sql_database": DATABASE})
    return SqlTables(values, SandboxSecrets(), connect=StandIn(path).connect)


def whole(session, work=lambda row: row):
    count = 0
    for page in session.changes(erp.STOCK):
        count += len([work(row) for row in page.rows])
    assert count == CODES
    return page.watermark


def keys(session):
    assert sum(len(page) for page in session.keys(erp.STOCK)) == CODES


def nothing(session, after):
    assert [page.rows for page in session.changes(erp.STOCK, after)] == [()]


def weigh(path):
    """Print what a process weighs in MiB that reads and hashes everything, and then the keys: the most at any page."""
    process, most = psutil.Process(), 0
    with open_tables(path).session() as session:
        for page in session.changes(erp.STOCK):
            assert all(erp.content_hash(row) for row in page.rows)
            most = max(most, process.memory_info().rss)
        for _ in session.keys(erp.STOCK):
            most = max(most, process.memory_info().rss)
    print(most / 1024 / 1024)


def weight(path):
    code = f"from tests.benchmarks.test_table_speed import weigh; weigh({str(path)!r})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def test_a_scan_costs_little_more_than_the_bare_select(tmp_path):
    path = tmp_path / "company.sqlite"
    fill(path)
    bare = Bare(path)
    whole_text = in_sqlite(f"{texts.plain('stock').rstrip()} ORDER BY r.[StockCode]")
    figures = {name: [] for name in ("bare", "nothing", "keys", "whole", "hashed")}
    with open_tables(path).session() as session:
        after = whole(session)
        for _ in range(ROUNDS):
            figures["bare"].append(seconds(lambda: bare.read(whole_text)))
            figures["nothing"].append(seconds(lambda: nothing(session, after)))
            figures["keys"].append(seconds(lambda: keys(session)))
            figures["whole"].append(seconds(lambda: whole(session)))
            figures["hashed"].append(seconds(lambda: whole(session, erp.content_hash)))
    say("bare SELECT of 100,000 rows, seconds", figures["bare"])
    for name, what, goal in (
        ("nothing", "nothing changed, by row version", "1.5"),
        ("keys", "the sweep of keys that notices deletions", "1.5"),
        ("whole", "everything read into typed rows", ""),
        ("hashed", "everything read and hashed, as where changes cannot be told", ""),
    ):
        ratios = [ours / bare for ours, bare in zip(figures[name], figures["bare"], strict=True)]
        say(f"{what}, ratio to the bare SELECT", ratios, goal=goal)
    say("weight of a process that reads and hashes everything, MiB", [weight(path) for _ in range(2)], goal="150")
