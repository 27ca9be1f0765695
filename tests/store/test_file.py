import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from agent.domain.errors import Misconfigured, Transient
from agent.domain.events import BalanceTransaction
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.store import Store, migrations
from agent.store.database import plain_connection
from tests.store.builders import COMPANY, NOW, apply, decision, receipt, subject

TOP = Path(__file__).resolve().parents[2]


def raw(path):
    return closing(plain_connection(path))


def in_other_threads(*jobs):
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def refusal(path):
    with pytest.raises(Misconfigured) as refused:
        Store.open(path)
    return refused.value.problem


def test_everything_is_there_after_closing_and_opening_again(tmp_path):
    path = tmp_path / "new folder" / "agent.sqlite"
    with Store.open(path) as store:
        store.marks.set("paused_until", "5", NOW)
    with Store.open(path) as store:
        assert store.marks.get("paused_until") == "5"


def test_only_the_account_itself_may_read_the_file(tmp_path):
    path = tmp_path / "agent.sqlite"
    Store.open(path).close()
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600


def test_readers_do_not_wait_for_writers(store):
    db = store._connections.current()
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA busy_timeout").fetchone()[0] == 30_000


def waits_for_the_disk(store, work):
    """Tell whether the commit that `work` makes is on the disk before it returns."""
    seen = []
    connection = store._connections.current().conn
    connection.set_trace_callback(seen.append)
    work()
    connection.set_trace_callback(None)
    commit = next(place for place, sql in enumerate(seen) if sql.startswith("COMMIT"))
    levels = [sql.split()[-1] for sql in seen[:commit] if "synchronous" in sql]
    return levels[-1:] == ["FULL"]


def test_a_claim_survives_a_power_cut(store):
    assert waits_for_the_disk(store, lambda: store.outbox.claim("A", 25, NOW))


def test_what_a_person_asked_for_survives_a_power_cut(store):
    assert waits_for_the_disk(store, lambda: store.commands.add("resume", {}, by="test", now=NOW))
    assert waits_for_the_disk(store, lambda: store.settings.set("orders.warehouse", "FG", by="test", now=NOW))


def test_what_can_be_done_again_does_not_wait_for_the_disk(store):
    assert not waits_for_the_disk(store, lambda: store.marks.set("proof", "{}", NOW))


def test_every_table_is_strict(store):
    tables = store._connections.all("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    assert {row["name"] for row in tables if not row["strict"]} == {
        "sqlite_schema",
        "sqlite_temp_schema",
        "_sqlite_migrations",
    }


def test_a_file_of_a_newer_version_is_refused_in_words(tmp_path):
    path = tmp_path / "agent.sqlite"
    Store.open(path).close()
    with raw(path) as db:
        migrations.MIGRATIONS._record_applied(db, "m0999_from_the_future")
    assert "a newer version of the program has changed it (m0999_from_the_future)" in refusal(path).message


def test_a_text_file_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "agent.sqlite"
    path.write_text("Dear diary, " * 1000)
    problem = refusal(path)
    assert "it is no database" in problem.message
    assert problem.press
    assert path.read_text() == "Dear diary, " * 1000


def test_the_database_of_another_program_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "agent.sqlite"
    with raw(path) as db:
        db.execute("CREATE TABLE theirs (id INTEGER)")
    before = path.read_bytes()
    assert "belongs to another program" in refusal(path).message
    assert path.read_bytes() == before


def test_a_path_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    assert "cannot be created" in refusal(tmp_path / "file" / "agent.sqlite").message
    assert "cannot be opened" in refusal(tmp_path).message


def test_a_place_that_only_one_program_can_see_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "Use a local disk" in refusal(Path(":memory:")).press


def test_damage_is_found_by_the_check_and_said_in_words(tmp_path):
    path = tmp_path / "agent.sqlite"
    with Store.open(path) as store:
        store.check()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 8] = b"\xff" * (4096 * 5)
    path.write_bytes(content)
    with Store.open(path) as store, pytest.raises(Misconfigured, match="it is damaged"):
        store.check()


def test_damage_that_a_query_meets_is_said_in_words(tmp_path):
    path = tmp_path / "agent.sqlite"
    with Store.open(path) as store:
        root = store._connections.one("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_marks_1'")[
            "rootpage"
        ]
    content = bytearray(path.read_bytes())
    content[4096 * (root - 1) : 4096 * root] = b"\xff" * 4096
    path.write_bytes(content)
    with Store.open(path) as store, pytest.raises(Misconfigured, match="it is damaged"):
        store.marks.get("anything")


def test_a_text_whose_bytes_are_none_is_damage_and_not_quoted(store):
    store.marks.set("name", "Ann Smith", NOW)
    store._connections.current().execute("UPDATE marks SET value = CAST(x'416e6e20ff' AS TEXT)")
    with pytest.raises(Misconfigured, match="it is damaged") as refused:
        store.marks.get("name")
    assert refused.value.__cause__ is None
    assert "Ann" not in refused.value.problem.message


def test_a_file_without_its_end_is_refused(tmp_path):
    path = tmp_path / "agent.sqlite"
    Store.open(path).close()
    path.write_bytes(path.read_bytes()[:5000])
    assert "it is damaged" in refusal(path).message


def next_version():
    later = Migrations("agent")
    for step in migrations.MIGRATIONS._migrations:
        later(name=step.name)(step.fn)

    @later()
    def m0999_notes(db):
        db.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY) STRICT")

    return later


def test_decisions_of_an_older_file_learn_which_payment_they_belong_to(tmp_path):
    path = tmp_path / "agent.sqlite"
    stripe = StripeFacts("re_1", "refund", {"refund": {"id": "re_1", "charge": "ch_1"}})
    with Store.open(path) as store:
        store.outbox.apply(decision(subject="re_1"), Facts(COMPANY, stripe, ErpFacts(), NOW), subject("re_1"), NOW)
        store.outbox.apply(decision(subject="re_2"), Facts(COMPANY, stripe, ErpFacts(), NOW), subject("re_2"), NOW)
    with raw(path) as db:
        db.execute("UPDATE facts SET content = x'00' WHERE id = 2")
        db.execute("DROP INDEX decisions_about")
        db.execute("DROP INDEX documents_payments")
        db.execute("ALTER TABLE decisions DROP COLUMN payment")
        db.execute("DELETE FROM _sqlite_migrations WHERE name LIKE 'm0007%'")
        db.conn.commit()
    migrations.prepare(path)
    with raw(path) as db:
        assert [tuple(row) for row in db.execute("SELECT subject, payment FROM decisions")] == [
            ("re_1", "ch_1"),
            ("re_2", ""),
        ]


def test_an_existing_file_is_copied_before_it_is_migrated(tmp_path):
    path = tmp_path / "agent.sqlite"
    with Store.open(path) as store:
        store.marks.set("kept", "yes", NOW)
    migrations.prepare(path, next_version())
    with raw(path) as db, raw(tmp_path / "agent-before-m0999_notes.sqlite") as copy:
        assert db["notes"].exists()
        assert not copy["notes"].exists()
        assert copy.execute("SELECT value FROM marks").fetchone()[0] == "yes"
    assert "newer version" in refusal(path).message


def first_release():
    first = Migrations("agent")
    first(name="m0001_first_tables")(migrations.m0001_first_tables)
    return first


def test_movements_of_the_first_release_are_kept_and_completed_by_the_next_listing(tmp_path):
    path = tmp_path / "agent.sqlite"
    migrations.prepare(path, first_release())
    with raw(path) as db:
        row = "'txn_1', 5, 100, 3, 97, 'usd', 'adjustment', 'other', '', 6"
        db.execute(f"INSERT INTO balance_transactions VALUES ({row})")
    entry = BalanceTransaction("txn_1", 5, 100, 3, 97, "usd", "adjustment", "other", "")
    with Store.open(path) as store:
        assert store.ledger.undecided(10, NOW) == [entry]
        told = replace(entry, available_at=7, balance_type="payments", exchange_rate="1.25", description="Correction")
        assert store.ledger.store([told], NOW) == 0
        assert store.ledger.undecided(10, NOW) == [told]


def test_a_new_file_is_not_copied(tmp_path):
    Store.open(tmp_path / "agent.sqlite").close()
    assert [path.name for path in tmp_path.glob("*before*")] == []


def test_a_migration_that_breaks_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "agent.sqlite"
    Store.open(path).close()
    later = next_version()

    @later()
    def m1000_broken(db):
        db.execute("CREATE TABLE half (id INTEGER)")
        db.execute("CREATE TABLE half (id INTEGER)")

    with pytest.raises(sqlite3.OperationalError):
        migrations.prepare(path, later)
    with Store.open(path) as store:
        assert not store._connections.current()["half"].exists()


def test_programs_that_start_at_once_agree_on_one_new_file(tmp_path):
    path = tmp_path / "agent.sqlite"
    failures = []

    def start():
        try:
            Store.open(path).close()
        except Misconfigured as error:
            failures.append(error)

    in_other_threads(*[start] * 4)
    with raw(path) as db:
        assert failures == []
        assert len(migrations.MIGRATIONS.applied(db)) == len(migrations.MIGRATIONS._migrations)


def test_each_thread_has_a_connection_of_its_own_and_ended_ones_are_closed(store):
    seen = []
    for _ in range(3):
        in_other_threads(lambda: seen.append(store._connections.current()))
    store.marks.get("x")
    assert len({id(db) for db in seen}) == 3
    # The one of the last thread stays open until the next connection is made.
    assert len(store._connections._opened) <= 2
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        seen[0].execute("SELECT 1")


def test_a_closed_store_opens_no_further_connection(tmp_path):
    store = Store.open(tmp_path / "agent.sqlite")
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.marks.get("x")


def test_threads_write_one_after_the_other_and_lose_nothing(store):
    def write():
        for _ in range(25):
            store.allowance.count(1, NOW)

    in_other_threads(write, write, write)
    assert store.allowance.used(NOW) == 75


def test_a_file_that_stays_locked_is_something_to_try_again(store, tmp_path):
    store._connections.current().execute("PRAGMA busy_timeout = 1")
    with raw(store.path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Transient, match="another program keeps it locked"):
            store.marks.set("x", "y", NOW)
        assert store.marks.get("x") == ""
    store.marks.set("x", "y", NOW)
    assert store.marks.get("x") == "y"


def test_a_full_disk_undoes_the_whole_transaction_and_is_tried_again(store):
    db = store._connections.current()
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Transient, match="the disk is full"):
        apply(store, *(receipt(purpose=f"p{number}") for number in range(100)))
    db.execute("PRAGMA max_page_count = 1000000")
    assert store.reports.decisions("ch_1") == []
    apply(store, receipt())


def test_a_mistake_in_our_own_sql_stays_a_bug(store):
    with pytest.raises(sqlite3.OperationalError):
        store._connections.one("SELECT nonsense")


def test_a_change_by_another_connection_is_noticed(store):
    before = store.version()
    store.marks.set("x", "own changes do not count", NOW)
    assert store.version() == before
    in_other_threads(lambda: store.marks.set("x", "y", NOW))
    assert store.version() != before


def test_the_store_can_be_copied_while_it_is_used(store, tmp_path):
    store.marks.set("x", "y", NOW)
    store.copy_to(tmp_path / "copy.sqlite")
    with Store.open(tmp_path / "copy.sqlite") as copy:
        assert copy.marks.get("x") == "y"


def test_a_copy_over_a_file_that_stays_locked_is_something_to_try_again_and_does_not_wait_for_ever(store, tmp_path):
    copy = tmp_path / "copy.sqlite"
    store.copy_to(copy)
    store.marks.set("x", "y", NOW)
    with raw(copy) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Transient, match="another program keeps it locked"):
            migrations.copy_to(store.path, copy, wait_s=0.1)
    migrations.copy_to(store.path, copy, wait_s=0.1)
    with Store.open(copy) as opened:
        assert opened.marks.get("x") == "y"


def test_a_claim_is_in_the_file_when_the_process_dies_right_after_it(tmp_path):
    program = """
        import os, pathlib, sys
        from agent.store import Store
        from tests.store.builders import COMPANY, NOW, apply, receipt
        store = Store.open(pathlib.Path(sys.argv[1]))
        apply(store, receipt())
        assert len(store.outbox.claim(COMPANY, 1, NOW)) == 1
        os._exit(3)
    """
    path = tmp_path / "agent.sqlite"
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program), str(path)], cwd=TOP, check=False)
    assert ended.returncode == 3
    with Store.open(path) as store:
        assert store.outbox.recover(NOW + 60, NOW) == 1
