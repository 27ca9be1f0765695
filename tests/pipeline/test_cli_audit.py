"""`audit`: nothing was altered, or what was."""

import json

import pytest

from tests.pipeline.cli_world import Terminal
from tests.store.builders import POSTED, apply, receipt, settle


@pytest.fixture
def terminal(tmp_path, clock):
    """A home in which one payment was posted."""
    made = Terminal(tmp_path / "home", clock)
    with made.store() as store:
        apply(store, receipt("ch_1", minor=12_345), now=clock.now())
        settle(store, POSTED, now=clock.now())
    return made


def alter(terminal, sql):
    with terminal.store() as store, store._connections.writing() as db:
        db.execute(sql)


def test_an_audit_that_is_whole_ends_with_0_and_the_last_hash(terminal):
    result = terminal.run("audit", "verify")
    assert result.exit_code == 0
    assert "WHOLE" in result.stdout
    with terminal.store() as store:
        assert store.audit.list(limit=1)[0].hash in result.stdout


def test_an_altered_decision_is_named_with_its_time_and_action(terminal):
    alter(terminal, "UPDATE facts SET read_at = 7")
    result = terminal.run("audit", "verify")
    assert result.exit_code == 1
    shown = " ".join(result.stdout.split())
    assert "1 rows are not what was written" not in shown
    assert "decisions 1 " in shown
    assert "decision.documents" in shown


def test_what_was_altered_is_one_json_object(terminal, clock):
    alter(terminal, "UPDATE documents SET erp_key = '9'")
    result = terminal.run("audit", "verify", "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert (found["whole"], found["found"], found["decisions"]) == (False, 1, 1)
    [one] = found["altered"]
    assert (one["table"], one["row"], one["at"], one["action"]) == ("documents", 1, clock.now(), "document.made")


def test_a_fresh_home_is_whole(tmp_path, clock):
    assert Terminal(tmp_path / "new", clock).json("audit", "verify")["whole"]


def test_more_than_a_hundred_altered_rows_are_counted(terminal, clock):
    with terminal.store() as store:
        for number in range(150):
            store.audit.append("Ann", "did", str(number), "", clock.now())
    alter(terminal, "DROP TRIGGER audit_never_changes")
    alter(terminal, "UPDATE audit SET actor = 'x'")
    assert "more." in terminal.run("audit", "verify").stdout


def test_what_an_older_version_wrote_is_counted_apart(terminal):
    alter(terminal, "DROP TRIGGER audit_never_goes")
    alter(terminal, "DELETE FROM audit")
    alter(terminal, "DELETE FROM attempts")
    alter(terminal, "DELETE FROM lanes")
    alter(terminal, "DELETE FROM document_legs")
    alter(terminal, "DELETE FROM documents")
    result = terminal.run("audit", "verify")
    assert result.exit_code == 0
    assert "1 are from a version" in result.stdout


def test_a_hash_that_was_kept_proves_that_the_chain_was_not_written_anew(terminal, clock):
    found = terminal.json("audit", "verify")
    kept = f"{found['last']}:{found['head']}"
    with terminal.store() as store:
        store.audit.append("Ann", "did", "1", "", clock.now())
    result = terminal.run("audit", "verify", "--expect", kept)
    assert (result.exit_code, "has the expected hash" in result.stdout) == (0, True)
    with terminal.store() as store:
        store.audit.append("Ann", "did", "2", "", clock.now())
        last = store.audit.list(limit=1)[0].id
    for wrong in (f"{last}:{found['head']}", f"{last + 9}:{found['head']}"):
        result = terminal.run("audit", "verify", "--expect", wrong)
        assert (result.exit_code, "written anew" in result.stdout) == (1, True)


def test_what_is_no_row_with_its_hash_is_wrong_usage(terminal):
    assert terminal.run("audit", "verify", "--expect", "12").exit_code == 2
