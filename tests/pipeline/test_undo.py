"""Undo: what a person gave up, accepted or read is taken back, unless something rests on that by now."""

import pytest

from agent.domain.attempts import Discrepancy
from agent.domain.decisions import Note, Outcome
from agent.domain.documents import State
from agent.domain.errors import NeedsPerson
from agent.domain.kinds import Kind
from agent.domain.life import Life
from agent.domain.worklist import Tab, WorkFilter
from connectors.sandbox.stripe.refunds import RefundOrder
from tests.pipeline.cli_world import Terminal
from tests.pipeline.company import DAY_S, NOW_AT, Company
from tests.pipeline.jobs_stage import Stage, paid
from tests.store.builders import NOW, apply, parked

ORDER, RECEIPT = Kind.SALES_ORDER, Kind.RECEIPT


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


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    return made


def refused(stage_of):
    stage = stage_of(paid(1, None))
    stage.script.next = {"post": ["refused"]}
    stage.run()
    return stage, stage.row(ORDER).id


def test_what_syspro_refused_waits_again_with_its_reason(stage_of):
    stage, number = refused(stage_of)
    before = stage.row(ORDER)
    stage.ask("ignore", what=str(number), reason="A slip.")
    command = stage.ask("restore", what=str(number))
    assert (command.ok, command.result) == (
        True, f"Document {number} is restored: it waits until it is retried or ignored.",
    )  # fmt: skip
    after = stage.row(ORDER)
    assert (after.state, after.reason, after.reason_code) == (State.PARKED, before.reason, before.reason_code)
    assert stage.store.reports.document(number).life[-1].what is Life.RESTORED
    assert stage.store.audit.examine().whole
    stage.ask("retry", what=str(number))
    stage.run_all()
    assert stage.posted(ORDER) == ["ch_1"]


def test_what_waited_for_approval_waits_for_it_again_and_is_not_sent(stage_of):
    stage = stage_of(paid(1, None), posting__approval="every")
    stage.run("poll", "translate")
    number = stage.row(ORDER).id
    stage.ask("ignore", what=str(number), reason="A slip.")
    assert stage.ask("restore", what=str(number)).result.endswith("it waits for approval.")
    stage.run("translate", "post")
    row = stage.row(ORDER)
    assert (row.state, row.reason_code, stage.posted(ORDER)) == (State.HELD, "hold.every", [])


def approved(stage_of, **rest):
    stage = stage_of(paid(1, None), posting__approval="every")
    stage.run("poll", "translate")
    held = stage.rows(state=State.HELD)
    assert stage.ask("approve", number=held[-1].id, **rest).ok
    return stage, held


def test_an_approval_is_taken_back_with_all_that_went_by_it(stage_of):
    stage, held = approved(stage_of, wait_s=15)
    assert stage.states() == {State.PENDING: len(held)}
    stage.run("post")
    assert stage.states() == {State.PENDING: len(held)}, "it waits for whoever takes it back"
    command = stage.ask("unapprove", number=held[0].id)
    others = len(held) - 1
    assert command.result == f"Document {held[0].id} and the {others} approved with it wait for approval again."
    stage.run("translate", "post", after_s=60)
    after = stage.rows(state=State.HELD)
    assert [(row.reason, row.reason_code) for row in after] == [(row.reason, row.reason_code) for row in held]
    assert stage.posted(ORDER) == []
    assert stage.store.reports.document(held[0].id).life[-1].what is Life.RESTORED
    assert stage.store.audit.examine().whole
    assert stage.ask("approve", number=held[0].id).ok
    stage.run_all()
    assert stage.posted(ORDER) == ["ch_1"]


def test_what_is_approved_is_posted_once_the_wait_is_over(stage_of):
    stage, _ = approved(stage_of, wait_s=15)
    stage.run("post", after_s=15)
    stage.run_all()
    assert stage.posted(ORDER) == ["ch_1"]


def test_an_approval_stays_once_something_that_went_by_it_is_posted(stage_of):
    stage, held = approved(stage_of)
    stage.run("post")
    for row in held:
        command = stage.ask("unapprove", number=row.id)
        assert not command.ok
        assert "it is being posted, or something that was approved with it" in command.result


def test_where_nothing_was_approved_nothing_is_taken_back(stage_of):
    stage = stage_of(paid(1, None))
    stage.run("poll", "translate")
    command = stage.ask("unapprove", number=stage.row(ORDER).id)
    assert (command.ok, command.result.endswith("nothing waits to be posted on an approval.")) == (False, True)
    assert not stage.ask_unchecked("unapprove", what="4711").ok


def test_a_withdrawn_document_that_was_approved_goes_nowhere_by_undo(stage_of):
    stage = stage_of(paid(1, None))
    stage.run("poll", "translate")
    stage.ask("ignore", what="ch_1", reason="A mistake.")
    number = stage.row(RECEIPT).id
    assert stage.ask("approve", number=number, wait_s=15).ok
    assert not stage.ask("unapprove", number=number).ok
    assert stage.row(RECEIPT).state is State.PENDING


def test_all_approvals_are_taken_back_at_once(stage_of):
    stage = stage_of(paid(1, None), paid(2, None, at=60), posting__approval="every")
    stage.run("poll", "translate")
    held = stage.rows(state=State.HELD)
    given = stage.service.approve_all(WorkFilter(Tab.NEEDS_YOU), wait_s=15)
    stage._process.commands.run()
    assert stage.states() == {State.PENDING: len(held)}
    taken = stage.service.unapprove_all(given)
    stage._process.commands.run()
    assert all(stage.service.command(number).ok for number in taken)
    assert stage.states() == {State.HELD: len(held)}


def test_a_payment_that_was_ignored_is_decided_again(stage_of):
    stage = stage_of(paid(1, None))
    stage.run("poll", "translate")
    stage.ask("ignore", what="ch_1", reason="A slip.")
    assert stage.ask("restore", what="ch_1").ok
    stage.run_all()
    assert (stage.posted(ORDER), stage.posted(RECEIPT)) == (["ch_1"], ["ch_1"])
    command = stage.ask("restore", what="ch_1")
    assert (command.ok, command.result) == (False, "Nobody has ignored ch_1, so there is nothing to restore.")


def test_all_that_was_ignored_at_once_is_taken_back_at_once(stage_of):
    stage = stage_of(paid(1, None), paid(2, None, at=60), posting__approval="every")
    stage.run("poll", "translate")
    numbers = [stage.service.ignore(str(row.id), "A slip.") for row in stage.rows()]
    stage._process.commands.run()
    assert stage.states() == {State.CANCELLED: 4}
    stage.service.restore_all(numbers)
    stage._process.commands.run()
    assert stage.states() == {State.HELD: 4}


def test_only_what_was_given_up_is_restored(stage_of):
    stage, number = refused(stage_of)
    command = stage.ask("restore", what=str(number))
    assert not command.ok
    assert command.result.endswith("cannot be restored: it was not given up, so there is nothing to take back.")
    with pytest.raises(NeedsPerson):
        stage.service.restore("4711")
    assert stage.ask_unchecked("restore", what="4711").result == "There is no document 4711."


def test_what_a_later_decision_rests_on_stays_ignored(stage_of):
    stage, number = refused(stage_of)
    stage.ask("ignore", what=str(number), reason="A slip.")
    stage.clock.advance(60)
    stage.ask("retry", what="ch_1")
    stage.run("translate")
    command = stage.ask("restore", what=str(number))
    assert not command.ok
    assert "something was decided since that takes it for given up" in command.result
    assert stage.row(ORDER).state is State.CANCELLED


def refunded(company, charge, amount):
    company.stripe.trading.refund(RefundOrder(charge, amount), at=company.clock.now())
    company.run("sweep")
    company.run_all(after_s=60)
    return company.documents(state=State.HELD)


def test_a_refund_that_was_given_up_stays_so_once_another_took_its_share_of_the_tax(tmp_path):
    company = Company(tmp_path, posting__approval="every")
    charge = company.sale(at=NOW_AT - 9 * DAY_S)
    company.run("sweep")
    company.run_all()
    for held in company.documents(state=State.HELD):
        company.ask("approve", number=held.id)
    company.run_all()
    company.ship()
    first = refunded(company, charge, 333)
    for held in first:
        assert company.ask("ignore", what=str(held.id), reason="Not now.")[0].ok
    assert company.ask("restore", what=str(first[0].id))[0].ok
    assert company.ask("ignore", what=str(first[0].id), reason="Not now.")[0].ok
    refunded(company, charge, 667)
    answers = [company.ask("restore", what=str(held.id))[0] for held in first]
    company.close()
    assert not any(answer.ok for answer in answers)
    assert "something was decided since that takes it for given up" in answers[0].result


def test_an_accepted_discrepancy_is_opened_again(terminal):
    with terminal.engine() as store:
        store.discrepancies.replace("prove", "1111", [Discrepancy("1111", "clearing.ledger", "It differs.")], NOW)
        assert terminal.run("accept", "1", "--undo").stderr == "Nobody has accepted a discrepancy 1.\n"
        terminal.run("accept", "1", "--reason", "A slip.")
        assert store.reports.discrepancies() == []
        assert terminal.run("accept", "1", "--undo").stdout == "Discrepancy 1 is open again.\n"
        assert [row.id for row in store.reports.discrepancies()] == [1]


def test_a_note_that_was_read_by_mistake_is_unread_again(terminal):
    with terminal.engine() as store:
        apply(store, subject_id="ch_7", outcome=Outcome.IGNORED, reason="Early.", notes=(Note("big", "Ann paid."),))
        assert terminal.run("seen", "1", "--undo").stderr == "There is no note 1 that somebody has read.\n"
        store.notes.seen(1, by="Ann", now=NOW)
        assert store.notes.waiting("EDU1") == 0
        assert terminal.run("seen", "1", "--undo").stdout == "Note 1 is unread again.\n"
        assert store.notes.waiting("EDU1") == 1


def test_restore_is_a_command_of_its_own(terminal):
    with terminal.engine() as store:
        apply(store, parked())
        terminal.run("ignore", "1", "--reason", "A slip.")
        assert terminal.run("restore", "1").stdout == (
            "Document 1 is restored: it waits until it is retried or ignored.\n"
        )  # fmt: skip
        assert store.outbox.get(1).state is State.PARKED
