"""Writers at work while we read: no row is lost, and none comes twice. See ``writers.py`` for what is real in it."""

import os
import random
from concurrent.futures import ThreadPoolExecutor

import pyodbc
import pytest

from agent.domain import erp
from tests.contract.erp_reader import server
from tests.contract.erp_reader.writers import KEYS, Writers


class Follower:
    """What a caller of the reader does: keeps rows and watermark together, and stops in the middle now and then."""

    def __init__(self, seed, *, ours=frozenset(KEYS)):
        self._random = random.Random(f"follower {seed}")
        self._ours = ours
        self.watermark = b""
        self.rows, self.seen = {}, []

    def read(self, session):
        for page in session.changes(erp.STOCK, self.watermark):
            for row in page.rows:
                if row.stock_code in self._ours:
                    self.rows[row.stock_code] = row.description
                    self.seen.append(row.description)
            self.watermark = page.watermark
            if self._random.random() < 0.1:
                return


@pytest.fixture
def play(sql, standin):
    """Let writers write while a follower follows; return both when all is said."""

    def run(seed, *, trusting=False, readings=60):
        writers, follower = Writers(standin.path, seed), Follower(seed)
        standin.before_each, standin.trusting = writers.some_steps, trusting
        try:
            for _ in range(readings):
                with sql.tables(syspro__sql_rows="7").session() as session:
                    follower.read(session)
            standin.before_each = lambda: None
            writers.finish()
            with sql.tables(syspro__sql_rows="7").session() as session:
                for _ in range(40):
                    follower.read(session)
        finally:
            standin.before_each, standin.trusting = (lambda: None), False
            writers.close()
        return writers, follower

    return run


@pytest.mark.parametrize("seed", range(5))
def test_no_row_is_lost_and_none_comes_twice_while_others_write(play, seed):
    writers, follower = play(seed)
    assert follower.rows == writers.committed
    assert len(follower.seen) == len(set(follower.seen))
    assert set(follower.seen) <= writers.ever
    assert writers.undone
    assert len(follower.seen) > 100


def test_a_reader_that_trusts_the_last_version_instead_of_the_lowest_open_one_loses_rows(play):
    lost = []
    for seed in range(5):
        writers, follower = play(seed, trusting=True)
        lost += [key for key, text in writers.committed.items() if follower.rows.get(key) != text]
    assert lost


@pytest.mark.skipif(server.VARIABLE not in os.environ, reason="There is no SQL Server to try.")
def test_no_row_is_lost_while_others_write_to_a_real_server(site):
    with server.company(site) as company:
        for key in KEYS:
            company.insert("InvMaster", StockCode=key, Description="first")
        follower = Follower(0)
        with ThreadPoolExecutor(6) as pool:
            working = [pool.submit(_write_for_real, number) for number in range(6)]
            while not all(one.done() for one in working):
                with company.tables(syspro__sql_rows="7").session() as session:
                    follower.read(session)
            for one in working:
                one.result()
        with company.tables(syspro__sql_rows="7").session() as session:
            for _ in range(40):
                follower.read(session)
            rows = session.rows(erp.STOCK, "stock_code", KEYS)
    assert follower.rows == {row.stock_code: row.description for row in rows}
    written = [text for text in follower.seen if text != "first"]
    assert len(written) == len(set(written))


def _write_for_real(number):
    chance = random.Random(number)
    connection = pyodbc.connect(os.environ[server.VARIABLE], autocommit=False)
    try:
        for turn in range(60):
            # In one order, so that writers wait for each other and never in a circle.
            for place, key in enumerate(sorted(chance.sample(KEYS, chance.choice([1, 2, 5, 20])))):
                text = f"writer {number} {turn} {place}"
                connection.execute("UPDATE InvMaster SET Description = ? WHERE StockCode = ?", text, key)
            if chance.random() < 0.2:
                connection.rollback()
            else:
                connection.commit()
    finally:
        connection.close()
