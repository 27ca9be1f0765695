"""`documents edit`: what may be changed of one document, and changing it."""

import pytest

from agent.domain.documents import State
from tests.pipeline.cli_world import Terminal
from tests.store.builders import apply, journal, receipt


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    return made


@pytest.fixture
def parked(terminal):
    with terminal.store() as store:
        apply(store, receipt("ch_1", state=State.PARKED, reason="SYSPRO refused it.", reason_code="refused"))
    return terminal


def test_alone_it_lists_what_may_be_changed(parked):
    shown = " ".join(parked.run("documents", "edit", "1").stdout.split())
    assert "JournalNotation" in shown
    assert "one of C, P, B" in shown
    assert "PaymentValue" not in shown


def test_the_list_can_be_json(parked):
    found = parked.json("documents", "edit", "1")
    names = [one["name"] for one in found["fields"]]
    assert (found["number"], found["refusal"]) == (1, "")
    assert "PostingPeriod" in names
    assert "Bank" not in names


def test_a_running_engine_changes_it_and_decides_it_again(parked):
    with parked.engine() as store:
        result = parked.run("documents", "edit", "1", "--set", "JournalNotation=Paid twice", "--set", "PostingPeriod=p")
        assert result.stdout == (
            "Document 1 is decided again with what you changed: JournalNotation, PostingPeriod.\n"
        )  # fmt: skip
        assert {(one.element, one.text) for one in store.edits.about("EDU1", ["ch_1"])} == {
            ("JournalNotation", "Paid twice"), ("PostingPeriod", "P"),
        }  # fmt: skip
        assert store.inbox.unfinished("ch_1").types == ("retry",)
        shown = " ".join(parked.run("documents", "edit", "1").stdout.split())
        assert "by " in shown
        assert parked.run("documents", "edit", "1", "--as-mapped", "PostingPeriod").exit_code == 0
        assert [one.element for one in store.edits.about("EDU1", ["ch_1"])] == ["JournalNotation"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--set", "PaymentValue=1"], "'PaymentValue' is no field of this document that can be changed; those are"),
        (["--set", "PaymentDate=soon"], "PaymentDate is a day such as 2026-01-31, not 'soon'."),
        (["--set", "PostingPeriod=X"], "PostingPeriod is one of C, P, B, not 'X'."),
        (["--set", "JournalNotation"], "--set takes a field and its text, such as Branch=10, not 'JournalNotation'."),
        (["--set", "=x"], "--set takes a field and its text, such as Branch=10, not '=x'."),
    ],
)
def test_a_wrong_thing_is_one_sentence(parked, arguments, said):
    result = parked.run("documents", "edit", "1", *arguments)
    assert result.exit_code != 0
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert said in result.stderr


def test_a_document_that_is_not_there_is_told(parked):
    for arguments in ([], ["--set", "PostingPeriod=P"]):
        result = parked.run("documents", "edit", "9", *arguments)
        assert result.exit_code == 1
        assert result.stderr.startswith("There is no document 9.")


def test_what_is_about_to_be_sent_says_why_it_is_not_changed(terminal):
    with terminal.store() as store:
        apply(store, journal())
    result = terminal.run("documents", "edit", "1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Document 1: It is about to be sent: pause first, or wait for what SYSPRO says.\n"
    assert terminal.json("documents", "edit", "1")["fields"] == []


def test_the_list_is_still_there_without_its_name(parked):
    assert parked.json("documents", "--state", "parked") == parked.json("documents", "list", "--state", "parked")
