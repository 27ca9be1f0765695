"""Several connections that write at once, in the order in which SQL Server makes it seen.

SQL Server gives a row its version when it is written and shows it when its transaction commits; until then the row is
locked for other writers, and the version counts as active. A transaction that is rolled back takes its versions with it.
SQLite has one writer at a time, so the rows of open transactions wait here, with the versions they have got, and are put
into the file when their transaction commits, all at once. What is real: the file, the driver, the product's reader, and
that anything may happen between two of its questions. What is played: locks, and who has which transaction open.
"""

import random
import sqlite3
from dataclasses import dataclass, field

KEYS = [f"ROW/{number:02}" for number in range(40)]


@dataclass
class Transaction:
    """What a writer has written and not committed: key -> (text, version)."""

    left: int
    rows: dict = field(default_factory=dict)


class Writers:
    """Seeded writers over stock codes ``KEYS``.

    Attributes:
        committed: Key -> text, as everybody sees it.
        ever: Every text that was ever committed.
        undone: Every text that was rolled back.
    """

    def __init__(self, path, seed, *, count=5):
        self._random = random.Random(seed)
        self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._open = dict.fromkeys(f"writer {number}" for number in range(count))
        self._version = self._file.execute("SELECT next FROM _sandbox_numbers WHERE name = 'row version'").fetchone()[0]
        self._made = 0
        self.committed, self.ever, self.undone = {}, set(), set()

    def some_steps(self):
        """Let a few things happen."""
        for _ in range(self._random.randrange(6)):
            self.step()

    def step(self):
        """Let one writer do one thing: begin, write a row, commit, or give up."""
        name = self._random.choice(list(self._open))
        transaction = self._open[name]
        if transaction is None:
            # Most are short, some stay open while dozens of others come and go.
            self._open[name] = Transaction(self._random.choice([1, 1, 2, 3, 5, 30]))
        elif transaction.left:
            transaction.left -= 1
            self._write(name, transaction)
        else:
            self._end(name, undo=self._random.random() < 0.2)

    def finish(self):
        """End every transaction that is open."""
        for name, transaction in self._open.items():
            if transaction is not None:
                self._end(name, undo=False)

    def close(self):
        """Close the file."""
        self._file.close()

    def _write(self, name, transaction):
        locked = {key for other, open_ in self._open.items() if open_ and other != name for key in open_.rows}
        key = self._random.choice(KEYS)
        if key in locked:
            return
        self._made += 1
        self._version += 1
        transaction.rows[key] = (f"{name} {self._made}", self._version)
        self._file.execute("BEGIN IMMEDIATE")
        self._file.execute("UPDATE _sandbox_numbers SET next = ? WHERE name = 'row version'", (self._version,))
        self._file.execute("INSERT OR IGNORE INTO standin_active VALUES (?, ?)", (name, self._version))
        self._file.execute("COMMIT")

    def _end(self, name, *, undo):
        transaction, self._open[name] = self._open[name], None
        self._file.execute("BEGIN IMMEDIATE")
        for key, (text, version) in transaction.rows.items():
            if undo:
                self.undone.add(text)
                continue
            values = (text, version.to_bytes(8, "big"), key)
            statement = 'UPDATE InvMaster SET Description = ?, "TimeStamp" = ? WHERE StockCode = ?'
            if not self._file.execute(statement, values).rowcount:
                self._file.execute(
                    'INSERT INTO InvMaster (Description, "TimeStamp", StockCode) VALUES (?, ?, ?)', values
                )
            self.committed[key] = text
            self.ever.add(text)
        self._file.execute("DELETE FROM standin_active WHERE writer = ?", (name,))
        self._file.execute("COMMIT")
