"""One step of the catalogue's benchmark, in a process of its own so that its memory is its own; prints JSON.

``fill FOLDER`` makes a SYSPRO company with a hundred thousand stock codes · ``first FOLDER`` writes them all ·
``idle FOLDER`` looks again, against the bare reading of the same rows · ``changed FOLDER`` writes one in a hundred.
SYSPRO is read by the real SQL reader through ODBC; Stripe is a shelf that counts calls and answers at once.
"""

import json
import os
import sqlite3
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

from agent.bootstrap import open_home
from agent.catalogue import catalogue_job
from agent.domain.catalogue.item import Has
from agent.domain.erp import PRICES, STOCK
from agent.domain.settings import Values
from agent.world import World
from connectors.sandbox.syspro.app import open_syspro
from connectors.syspro.sql.tables import SqlTables
from tests.benchmarks.memory import most_bytes
from tests.fakes import FakeClock

# The stand-in for SQL Server brings a translator of SQL that no product has; what that takes is not counted.
PRODUCT = most_bytes()
from tests.contract.erp_reader.standin import DATABASE, StandIn, in_sqlite  # noqa: E402

STANDIN = most_bytes() - PRODUCT

CODES = 100_000
ROUNDS = 3
CHUNK = 2000
SYSPRO = "sandbox-syspro.sqlite"

SETTINGS = {
    "syspro.company": "A",
    "syspro.sql_server": "standin",
    "syspro.sql_database": DATABASE,
    "catalogue.enabled": "yes",
    "catalogue.price_codes": '{"usd": "A"}',
    "catalogue.batch": "100",
    "catalogue.check_every_s": "0",
}

FILL = (
    """
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
    INSERT INTO InvMaster ({columns}) SELECT {values} FROM InvMaster, numbers WHERE trim(StockCode) = 'NUT-M8'
    """,
    """
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
    INSERT INTO InvPrice (StockCode, PriceCode, SellingPrice, PriceBasis, CommissionCode, "TimeStamp")
    SELECT printf('PART-%06d', n), 'A', 100000 + n, 'S', ' ', version(200000 + n) FROM numbers
    """,
)


class Counter:
    """A shelf that counts: Stripe, which takes everything and answers at once."""

    def __init__(self):
        self.reads = self.writes = 0

    def products(self, ids):
        self.reads += bool(ids)
        return {}

    def prices(self, _product):
        self.reads += 1
        return []

    def all_products(self):
        self.reads += 1
        yield dict[str, Has]()

    def make_product(self, *_):
        self.writes += 1

    def make_with_price(self, product, *_):
        self.writes += 1
        return f"price_{product}_{self.writes}"

    def make_price(self, product, *_):
        self.writes += 1
        return f"price_{product}_{self.writes}"

    def change_product(self, *_):
        self.writes += 1

    def archive_price(self, *_):
        self.writes += 1


class Bench:
    """The job on a folder."""

    def __init__(self, folder, home):
        self.folder, self.standin = folder, StandIn(folder / SYSPRO)
        self.shelf, self.clock, self.home = Counter(), home.clock, home
        for name, text in SETTINGS.items():
            home.store.settings.set(name, text, by="bench", now=self.clock.now())
        self.tables = SqlTables(Values(SETTINGS), NoSecrets(), connect=self.standin.connect)
        world = World(None, None, None, None, (), tables=self.tables, shelf=self.shelf)
        self.job = catalogue_job(home, world, lambda: False)
        world = World(None, None, None, None, (), tables=WithoutVersions(self.tables), shelf=self.shelf)
        self.by_content = catalogue_job(home, world, lambda: False)

    def run(self, after_s, job=None):
        """Run rounds until nothing is due; return the seconds."""
        self.clock.advance(after_s)
        job = job or self.job
        started = time.perf_counter()
        report = job.run()
        while report.more:
            report = job.run()
        assert report.problem is None, report.problem
        return time.perf_counter() - started

    def bare_port(self):
        """Read the same rows through the same port, and do nothing with them."""
        started = time.perf_counter()
        with self.tables.session() as session:
            for page in session.changes(STOCK):
                session.rows(PRICES, "stock_code", [row.stock_code for row in page.rows])
        return time.perf_counter() - started

    def bare_select(self):
        """Select the columns of the rows that the catalogue is made from through the same driver."""
        return self._select(Path("resources/sql", f"{name}.sql").read_text("utf-8") for name in ("stock", "prices"))

    def bare_versions(self):
        """Select the keys and versions of the same rows through the same driver."""
        columns = {"InvMaster": "r.[StockCode]", "InvPrice": "r.[StockCode], r.[PriceCode]"}
        return self._select(
            f"SELECT {keys}, r.[TimeStamp] FROM [dbo].[{table}] AS r" for table, keys in columns.items()
        )

    def _select(self, texts):
        connection = self.standin.connect(None)
        started = time.perf_counter()
        for text in texts:
            cursor = connection._connection.execute(in_sqlite(text))
            while cursor.fetchmany(CHUNK):
                pass
        seconds = time.perf_counter() - started
        connection.close()
        return seconds


class WithoutVersions:
    """The same tables where rows have no versions, so that a full reading compares their content."""

    def __init__(self, tables):
        self.tables = tables

    @contextmanager
    def session(self):
        with self.tables.session() as session:
            session.stamps = lambda _: None
            yield session


class NoSecrets:
    def get(self, _name):
        return ""

    def set(self, _name, _value):
        raise AssertionError("A benchmark sets no secret.")


def database(folder):
    """SYSPRO's database as its administrator sees it; `version` makes a row version of a number."""
    connection = sqlite3.connect(folder / SYSPRO)
    connection.create_function("version", 1, lambda number: number.to_bytes(8, "big"))
    return connection


def fill(folder):
    sandbox = open_syspro(folder)
    names = [column.name for column in sandbox.books.schema["InvMaster"].columns]
    sandbox.close()
    changed = {
        "StockCode": "printf('PART-%06d', n)",
        "Description": "'Part ' || n",
        "TimeStamp": "version(10000 + n)",
    }
    values = {
        "columns": ", ".join(f'"{name}"' for name in names),
        "values": ", ".join(changed.get(name, f'InvMaster."{name}"') for name in names),
    }
    with closing(database(folder)) as connection, connection:
        for text in FILL:
            connection.execute(text.format(**values))
        for table in ("InvMaster", "InvPrice"):
            connection.execute(f"DELETE FROM {table} WHERE StockCode NOT LIKE 'PART-%'")
        connection.execute("UPDATE _sandbox_numbers SET next = 1000000 WHERE name = 'row version'")
    return {}


def first(bench):
    return {"seconds": bench.run(0)}


def idle(bench):
    found = {"port": [], "select": [], "versions": [], "sweep": [], "changes": [], "content": []}
    bench.run(90_000)
    # SQLite's driver keeps all rows of a bare SELECT in memory, so that of the job is looked at before.
    found["most_mb"] = most_mb()
    for _ in range(ROUNDS):
        found["select"].append(bench.bare_select())
        found["versions"].append(bench.bare_versions())
        found["port"].append(bench.bare_port())
        found["sweep"].append(bench.run(90_000))
        found["changes"].append(bench.run(600))
    bench.run(90_000, bench.by_content)
    found["content"] = [bench.run(90_000, bench.by_content) for _ in range(ROUNDS)]
    bench.run(90_000)
    return found


def changed(bench):
    """Change one stock code in a hundred: half of them a price, half of them a name."""
    odd = "substr(StockCode, 9, 1) IN ('1', '3', '5', '7', '9')"
    texts = (
        f"""UPDATE InvPrice SET SellingPrice = SellingPrice + 700, "TimeStamp" = version(1000001 + rowid)
        WHERE StockCode LIKE '%25' AND {odd}""",
        f"""UPDATE InvMaster SET Description = 'Renamed', "TimeStamp" = version(1400001 + rowid)
        WHERE StockCode LIKE '%77' AND {odd}""",
        "UPDATE _sandbox_numbers SET next = 2000000 WHERE name = 'row version'",
    )
    with closing(database(bench.folder)) as connection, connection:
        for text in texts:
            connection.execute(text)
    return {"seconds": bench.run(600)}


def most_mb():
    return (most_bytes() - STANDIN) / (1 << 20)


def main(step, folder):
    if step == "fill":
        return fill(folder)
    marks = folder / "clock"
    now = int(marks.read_text()) if marks.exists() else 1_796_119_200
    clock = FakeClock(now)
    with open_home(folder / "home", secrets=NoSecrets(), clock=clock) as home:
        bench = Bench(folder, home)
        found = {"first": first, "idle": idle, "changed": changed}[step](bench)
        found |= {"writes": bench.shelf.writes, "reads": bench.shelf.reads, "sold": home.store.catalogue.sold("A")}
    marks.write_text(str(clock.now()))
    return {"most_mb": most_mb()} | found


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[2])
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
