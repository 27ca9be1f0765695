"""Commands: what people ask of the engine is carried out once, in order, or refused in words."""

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.errors import Problem, Transient
from agent.domain.events import BalanceTransaction
from agent.domain.kinds import Kind
from jobs.carry_out import CarryOut
from jobs.keep_house import KeepHouse
from tests.pipeline.jobs_stage import COMPANY, GRACE_S, START_AT, Stage, event, paid
from tests.simulation.sim_syspro import SimSyspro

ORDER, RECEIPT = Kind.SALES_ORDER, Kind.RECEIPT
LOCKED = Problem("Database cannot be used", "Another program keeps it locked.", code="store.busy")


@pytest.fixture
def stage_of(tmp_path):
    """Start a stage with the payments of a test."""
    opened = []

    def make(*charges, **rest):
        stage = Stage(tmp_path, *charges, **rest).start()
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.stop()


class TalkativeSyspro(SimSyspro):
    """Finds every record twice."""

    def find(self, documents):
        return {number: rows * 2 for number, rows in super().find(documents).items()}


def in_doubt_for_ever(stage_of):
    """A stage whose order a person has to find."""
    stage = stage_of(paid(1, None), company=TalkativeSyspro)
    stage.script.next = {"post": ["lost after"]}
    stage.run()
    stage.run("resolve", after_s=GRACE_S)
    return stage


def test_a_person_ends_a_doubt_with_the_number_that_syspro_has(stage_of):
    stage = in_doubt_for_ever(stage_of)
    number = stage.row(ORDER).id
    command = stage.ask("resolve", number=number, erp_key="000000000000001")
    assert (command.ok, command.result) == (True, f"Document {number} is posted as 000000000000001.")
    assert (stage.row(ORDER).state, stage.row(ORDER).erp_key) == (State.POSTED, "000000000000001")
    assert "found it in SYSPRO" in stage.store.reports.document(number).attempts[-1].evidence


def test_a_person_who_finds_nothing_lets_the_document_go_out_again(stage_of):
    stage = stage_of(paid(1, None))
    stage.script.next = {"post": ["lost before"]}
    stage.run()
    number = stage.row(ORDER).id
    assert stage.ask("resolve", number=number, erp_key="").ok
    stage.run("post")
    assert (stage.row(ORDER).state, stage.posted(ORDER)) == (State.POSTED, ["ch_1"])


def test_only_a_doubt_can_be_ended(stage_of):
    stage = stage_of(paid(1, None))
    stage.run_all()
    command = stage.ask("resolve", number=stage.row(ORDER).id, erp_key="7")
    assert (command.ok, command.result) == (False, f"Document {stage.row(ORDER).id} is posted, not in doubt.")


def test_a_document_that_was_withdrawn_may_be_approved_as_it_is(stage_of):
    stage = stage_of(paid(1, None))
    stage.run("poll", "translate")
    stage.ask("ignore", what="ch_1", reason="A mistake.")
    assert stage.states() == {State.HELD: 2}
    command = stage.ask("approve", number=stage.row(RECEIPT).id)
    assert (command.ok, command.result) == (True, f"Document {stage.row(RECEIPT).id} is posted as it is.")
    stage.run("post")
    assert (stage.posted(RECEIPT), stage.posted(ORDER)) == (["ch_1"], [])


def test_a_document_that_is_posted_cannot_be_approved(stage_of):
    stage = stage_of(paid(1, None))
    stage.run_all()
    command = stage.ask("approve", number=stage.row(ORDER).id)
    assert not command.ok
    assert "SYSPRO has it already" in command.result


def test_a_discrepancy_that_a_person_accepts_is_closed(stage_of):
    class Forgetful(SimSyspro):
        def _carriers(self, document):
            return []

    stage = stage_of(paid(1, None), company=Forgetful)
    stage.run()
    [found] = stage.store.reports.discrepancies()
    assert stage.ask("accept", number=found.id, reason="Corrected in SYSPRO.").ok
    assert stage.store.reports.discrepancies() == []
    command = stage.ask("accept", number=found.id, reason="Again.")
    assert (command.ok, command.result) == (False, f"There is no open discrepancy {found.id}.")


@pytest.mark.parametrize("stripe_id", ["pi_1", "cs_1", "in_1"])
def test_a_payment_is_ignored_by_its_own_id(stage_of, stripe_id):
    command = stage_of().ask("ignore", what=stripe_id, reason="?")
    assert not command.ok
    assert "ignore that by its own id" in command.result


def test_a_checkout_session_is_retried_by_its_own_id(stage_of):
    stage = stage_of(paid(1, None), told=[])
    assert stage.ask("retry", what="cs_ch_1").ok
    stage.run_all()
    assert stage.posted(RECEIPT) == ["ch_1"]


def test_a_movement_without_a_ledger_code_is_held_by_name_until_it_is_ignored(stage_of):
    stage = stage_of()
    moved = BalanceTransaction("txn_9", START_AT, -500, 0, -500, "usd", "adjustment", "other", "", ())
    stage.stripe.bare = {moved.id: moved}
    stage.run("poll", "sweep", "translate")
    held = stage.decision("txn_9")
    assert (held.outcome, held.reason_code) == (Outcome.HELD, "account.unmapped")
    assert "syspro-stripe map other LEDGER-CODE" in held.reason
    assert stage.ask("ignore", what="txn_9", reason="Booked by hand.").ok
    assert stage.decision("txn_9").outcome is Outcome.IGNORED


# ---------------------------------------------------------------- carrying out


def carry_out(stage, woken, **changes):
    store = stage.store
    parts = {
        "commands": store.commands, "inbox": store.inbox, "outbox": store.outbox, "discrepancies": store.discrepancies,
        "marks": store.marks, "clock": stage.clock, "company": COMPANY, "wake": woken.extend, "reload": woken.clear,
    }  # fmt: skip
    return CarryOut(**(parts | changes))


def test_a_command_that_this_engine_does_not_know_is_refused_in_words(stage_of):
    stage = stage_of()
    number = stage.store.commands.add("dance", {}, by="Ann", now=START_AT)
    carry_out(stage, []).run()
    assert stage.store.commands.get(number).result.startswith("This engine knows no command dance;")


def test_commands_wake_the_jobs_that_they_are_about(stage_of):
    stage, woken = stage_of(), []
    for name in ("sync_now", "prove", "resume"):
        stage.store.commands.add(name, {}, by="Ann", now=START_AT)
    assert carry_out(stage, woken).run().done == 3
    assert {"poll", "sweep", "translate", "post", "resolve", "prove"} <= set(woken)
    stage.store.commands.add("reload", {}, by="Ann", now=START_AT)
    carry_out(stage, woken).run()
    assert woken == []


class BrokenMarks:
    """Cannot be written, by a bug or because the file is locked."""

    def __init__(self, error):
        self.error = error

    def set(self, *_):
        raise self.error


def test_a_command_that_meets_a_bug_does_not_keep_the_later_ones_waiting(stage_of):
    stage = stage_of()
    numbers = [stage.store.commands.add("resume", {}, by="Ann", now=START_AT) for _ in range(2)]
    job = carry_out(stage, [], marks=BrokenMarks(ZeroDivisionError()))
    for number in numbers:
        with pytest.raises(ZeroDivisionError):
            job.run()
        found = stage.store.commands.get(number)
        assert (found.ok, found.finished_at is not None) == (False, True)


def test_a_command_that_finds_the_database_locked_waits_for_its_turn_again(stage_of):
    stage = stage_of()
    number = stage.store.commands.add("resume", {}, by="Ann", now=START_AT)
    with pytest.raises(Transient):
        carry_out(stage, [], marks=BrokenMarks(Transient(LOCKED))).run()
    assert stage.store.commands.get(number).finished_at is None
    carry_out(stage, []).run()
    assert stage.store.commands.get(number).ok


def test_housekeeping_forgets_what_was_finished_long_ago(stage_of):
    stage = stage_of(paid(1, None))
    stage.run_all()
    house = KeepHouse(stage.store.housekeeping, stage.clock, stage._process.service.values())
    assert house.run().done == 0
    stage.clock.advance(401 * 86400)
    assert house.run().done > 0
    assert stage.states() == {State.POSTED: 2}


def test_an_event_of_something_else_leads_to_no_payment(stage_of):
    stage = stage_of(paid(1, None), told=[])
    stage.stripe.read = lambda _: None
    stage.store.inbox.add([event(paid(1, None))], stage.clock.now())
    stage.run("translate")
    assert (stage.decision("ch_1").outcome, stage.decision("ch_1").reason_code) == (Outcome.IGNORED, "no_payment")
