"""The lease: which one engine may write to the outside.

The row names a machine for good, also after the engine ended in order: a copy of the database that wakes up on another
machine must not post a second time until a person says that the first machine is gone.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from agent import ports
from agent.domain.errors import Misconfigured, Problem
from agent.domain.readmodels import Lease
from agent.store import audit, companies
from agent.store.database import Connections, plain_connection, translated

_COLUMNS = "holder, machine, company, taken_at, beat_at, ttl_s, released"
_READ = f"SELECT {_COLUMNS} FROM lease"
_WRITE = f"INSERT OR REPLACE INTO lease (id, {_COLUMNS}) VALUES (1, ?, ?, ?, ?, ?, ?, ?)"


class LeaseKeeper(ports.LeaseStore):
    """Takes, keeps and gives back the lease on behalf of one engine."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._holder = ""

    def read(self) -> Lease | None:
        """Return the lease as it stands, or ``None`` before the first engine."""
        return _lease(self._connections.one(_READ))

    def hold(self, holder: str, machine: str, company: str, *, now: int, ttl_s: int) -> Lease:
        """Take the lease for the engine ``holder`` on ``machine``, at once when the machine is the same.

        Args:
            holder: Name of this engine; different at each start.
            machine: Name of this machine.
            company: SYSPRO company it posts to.
            now: Unix seconds UTC.
            ttl_s: Seconds without a sign of life after which others may say that it stopped.

        Raises:
            Misconfigured: When the lease names another machine, whether its engine runs or not, or the documents
                belong to another company.
        """
        lease = Lease(holder, machine, company, now, now, ttl_s, released=False)
        with self._connections.writing_durably() as db:
            before = _lease(db.execute(_READ).fetchone())
            if before is not None and before.machine != machine:
                raise _belongs_elsewhere(before, machine)
            companies.refuse_another(db, company)
            _write(db, lease)
            audit.record(db, actor=audit.ENGINE, action="lease.held", subject=machine, detail=holder, now=now)
        self._holder = holder
        return lease

    def beat(self, now: int) -> None:
        """Give a sign of life.

        Raises:
            Misconfigured: When the lease is no longer ours: posting has to stop.
        """
        with self._connections.writing() as db:
            if not db.execute(
                "UPDATE lease SET beat_at = ? WHERE holder = ? AND holder <> ''", (now, self._holder)
            ).rowcount:
                raise _lost()

    def check(self) -> None:
        """Do nothing while the lease is ours, or nobody ever took one.

        Raises:
            Misconfigured: When it is somebody else's: nothing may be written to the outside any more.
        """
        self._refuse(_lease(self._connections.one(_READ)))

    def check_within(self, db: Database) -> None:
        """Do as :meth:`check` does inside a write transaction, so that it stays ours until that ends."""
        self._refuse(_lease(db.execute(_READ).fetchone()))

    def _refuse(self, lease: Lease | None) -> None:
        if lease is not None and (lease.released or lease.holder != self._holder):
            raise _lost()

    def release(self) -> None:
        """End in order; the machine keeps its right to start again. Somebody else's lease is left alone."""
        with self._connections.writing() as db:
            db.execute("UPDATE lease SET released = 1 WHERE holder = ?", (self._holder,))

    def take_over(self, machine: str, *, by: str, now: int) -> None:
        """Give ``machine`` the right to start an engine; a person's word that the other one will not post again."""
        with self._connections.writing_durably() as db:
            before = _lease(db.execute(_READ).fetchone())
            company = before.company if before else ""
            _write(db, Lease("", machine, company, now, now, 0, released=True))
            detail = f"{before.machine if before else 'nobody'} -> {machine}"
            audit.record(db, actor=by, action="lease.taken_over", subject=machine, detail=detail, now=now)


def holder_in(path: Path) -> str:
    """Return which engine last had the right to post from a database; the file is only read, whatever its version.

    Raises:
        Misconfigured: When it is no database of ours.
        Transient: When it is locked.
    """
    with translated(path), closing(plain_connection(path)) as db:
        row = db.execute("SELECT holder FROM lease").fetchone()
        return str(row["holder"]) if row else ""


def _lost() -> Misconfigured:
    return Misconfigured(
        Problem(
            "Another engine took over",
            "A person or another start of the program has taken the lease, or an older copy of the database was put in"
            " place; this engine posts nothing more.",
            "Stop this engine.",
            "lease.lost",
        )
    )


def _write(db: Database, lease: Lease) -> None:
    values = (lease.holder, lease.machine, lease.company, lease.taken_at, lease.beat_at, lease.ttl_s)
    db.execute(_WRITE, (*values, int(lease.released)))


def _lease(row: sqlite3.Row | None) -> Lease | None:
    if row is None:
        return None
    return Lease(
        holder=row["holder"],
        machine=row["machine"],
        company=row["company"],
        taken_at=row["taken_at"],
        beat_at=row["beat_at"],
        ttl_s=row["ttl_s"],
        released=bool(row["released"]),
    )


def _belongs_elsewhere(lease: Lease, machine: str) -> Misconfigured:
    return Misconfigured(
        Problem(
            "This database belongs to another machine",
            f"The engine on {lease.machine} posts to SYSPRO company {lease.company} from this database; a second one "
            f"on {machine} would post everything twice, so it does not start.",
            f"If {lease.machine} will never post again, take over here.",
            "lease.other_machine",
        )
    )
