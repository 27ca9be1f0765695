"""Edit and retry: a person changes fields of one document; the money stays, the books hold, the audit says all of it."""

import json

import pytest

from agent.domain.documents import State
from agent.domain.errors import NeedsPerson
from agent.domain.kinds import Kind
from tests.pipeline.jobs_stage import BOB, Stage, paid

ORDER, RECEIPT, CUSTOMER = Kind.SALES_ORDER, Kind.RECEIPT, Kind.CUSTOMER


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


def refused(stage_of, *charges, **rest):
    """A stage whose first order SYSPRO has refused."""
    stage = stage_of(*(charges or (paid(1, None),)), **rest)
    stage.script.next = {"post": ["refused"]}
    stage.run()
    return stage, stage.row(ORDER).id


def edit(stage, number, **told):
    return stage.ask("edit", number=number, told=told)


def trail(stage):
    """What the audit says of fields that were changed, oldest first."""
    rows = stage.store.audit.list(limit=1000)
    return [(row.actor, row.subject, row.detail) for row in reversed(rows) if row.action == "field.edited"]


def test_a_refused_order_goes_out_with_what_a_person_changed(stage_of):
    stage, number = refused(stage_of)
    command = edit(stage, number, Branch="20", SpecialInstrs="Leave at the door")
    assert command.ok
    assert command.result.endswith("is decided again with what you changed: Branch, SpecialInstrs.")
    stage.run_all()
    [order] = stage.syspro.of(ORDER)
    assert (order.body.branch, order.body.special_instructions) == ("20", "Leave at the door")
    assert stage.row(ORDER).state is State.POSTED
    assert stage.syspro.wrongs == []


def test_the_audit_says_who_changed_what_from_what_to_what(stage_of):
    stage, number = refused(stage_of)
    edit(stage, number, Branch="20")
    edit(stage, number, Branch="10")
    key = "SIM/sales_order/sale/ch_1"
    [(author, *first), (_, *second)] = trail(stage)
    assert author == stage.service.command(1).author
    assert first == [key, "Branch: '' became '20'"]
    # The first change is decided only now; the second is from what stands there by then.
    assert second == [key, "Branch: '' became '10'"]
    stage.run_all()
    assert stage.store.audit.examine().whole


def test_a_persons_word_survives_whatever_is_decided_again(stage_of):
    stage, number = refused(stage_of)
    edit(stage, number, Branch="20")
    stage.run("translate")
    stage.script.next = {"post": ["refused"]}
    stage.run("post")
    stage.ask("retry", what=str(number))
    stage.run("translate")
    assert json.loads(stage.store.reports.document(number).body)["branch"] == "20"
    detail = stage.store.reports.document(number)
    assert detail.lineage["Branch"].endswith("changed it by hand to '20'")


def test_it_is_for_this_document_alone(stage_of):
    stage, number = refused(stage_of, paid(1, None), paid(2, None, at=60))
    edit(stage, number, Branch="20")
    stage.run_all()
    assert {order.reference: order.body.branch for order in stage.syspro.of(ORDER)} == {"ch_1": "20", "ch_2": ""}


def test_what_a_person_takes_back_is_the_mappings_again(stage_of):
    stage, number = refused(stage_of)
    edit(stage, number, Branch="20")
    stage.run("translate")
    with pytest.raises(NeedsPerson, match="about to be sent"):
        edit(stage, number, Branch=None)
    stage.script.next = {"post": ["refused"]}
    stage.run("post")
    assert edit(stage, number, Branch=None).ok
    stage.run_all()
    assert stage.syspro.of(ORDER)[0].body.branch == ""
    assert trail(stage)[-1][2] == "Branch: '20' is given by the mapping again"


def test_an_unknown_stock_code_is_put_right_on_the_one_line(stage_of):
    stage = stage_of(paid(1, None, lines="SCREW*2@3"))
    stage.run_all()
    order = stage.row(ORDER)
    assert (order.state, order.reason_code) == (State.PARKED, "order.unknown_stock_code")
    assert stage.row(RECEIPT).state is State.POSTED
    assert stage.ask("edit", number=order.id, told={"1.StockCode": "BOLT"}).ok
    stage.run_all()
    [sent] = stage.syspro.of(ORDER)
    assert [(line.stock_code, line.quantity) for line in sent.body.lines] == [("BOLT", 2)]
    assert stage.posted(RECEIPT) == ["ch_1"]
    assert stage.store.reports.discrepancies() == []


def test_a_code_that_syspros_list_does_not_have_is_refused_with_the_nearest(stage_of):
    stage, number = refused(stage_of)
    command = stage.ask("edit", number=number, told={"1.StockCode": "BOLTT"})
    assert not command.ok
    assert command.result == "Stock code BOLTT does not exist in SYSPRO. Nearest is BOLT."
    assert trail(stage) == []


def test_a_held_document_waits_for_its_approval_also_after_a_change(stage_of):
    stage = stage_of(paid(1, None), posting__approval="every")
    stage.run("poll", "translate")
    number = stage.row(ORDER).id
    assert edit(stage, number, Branch="20").ok
    stage.run("translate", "post")
    assert stage.row(ORDER).state is State.HELD
    assert stage.ask("approve", number=number).ok
    stage.run("post")
    assert stage.syspro.of(ORDER)[0].body.branch == "20"


def test_a_new_customer_keeps_a_persons_word_also_when_another_payment_is_decided(stage_of):
    stage = stage_of(paid(1, BOB), paid(2, BOB, at=60), customers__policy="create", posting__approval="every")
    stage.run("poll", "translate")
    number = stage.row(CUSTOMER).id
    assert edit(stage, number, ShortName="BOBBY").ok
    stage.run("translate")
    stage.ask("retry", what="ch_2")
    stage.run("translate")
    assert json.loads(stage.store.reports.document(number).body)["short_name"] == "BOBBY"


def test_a_replay_of_what_was_decided_finds_nothing_otherwise(stage_of):
    stage, number = refused(stage_of)
    edit(stage, number, Branch="20")
    stage.run_all()
    found = list(stage.service.mapping.replay(0, stage.clock.now() + 1))
    assert found
    assert set(found) == {None}


@pytest.mark.parametrize("told", [{"PaymentValue": "1"}, {"Reference": "x"}, {"Bank": "OTHER"}])
def test_the_money_and_our_reference_cannot_be_changed(stage_of, told):
    stage = stage_of(paid(1, None))
    stage.script.next = {"post": ["", "refused"]}
    stage.run("poll", "translate", "post", "post")
    receipt = stage.row(RECEIPT)
    assert receipt.state is State.PARKED
    with pytest.raises(NeedsPerson) as caught:
        stage.service.edit(receipt.id, told)
    assert "is no field of this document that can be changed" in caught.value.problem.message
    assert not stage.ask_unchecked("edit", what=str(receipt.id), changes=json.dumps(told)).ok


def test_what_is_posted_is_not_changed(stage_of):
    stage = stage_of(paid(1, None))
    stage.run_all()
    with pytest.raises(NeedsPerson) as caught:
        stage.service.edit(stage.row(ORDER).id, {"Branch": "20"})
    assert caught.value.problem.message == "SYSPRO has it already: correct it with a new document there."


def test_an_unknown_document_is_refused(stage_of):
    stage = stage_of()
    with pytest.raises(NeedsPerson) as caught:
        stage.service.edit(4711, {"Branch": "20"})
    assert caught.value.problem.code == "document.unknown"
    assert stage.ask_unchecked("edit", what="4711", changes="{}").result == "There is no document 4711."


def test_the_same_again_changes_nothing_and_is_decided_again(stage_of):
    stage, number = refused(stage_of)
    command = edit(stage, number, Branch="")
    assert command.result == f"Document {number} stands as you want it already; it is decided again."
    assert trail(stage) == []
    stage.run_all()
    assert stage.row(ORDER).state is State.POSTED


def test_the_codes_of_syspros_lists_are_offered(stage_of):
    stage, number = refused(stage_of)
    command = stage.ask("edit_choices", number=number)
    assert command.ok
    assert json.loads(command.result) == {"SalBranch": ["10", "20"]}
    with pytest.raises(NeedsPerson):
        stage.service.edit_choices(4711)
    stage.run_all()
    assert stage.ask_unchecked("edit_choices", what=str(stage.row(RECEIPT).id)).result == "{}"


def test_a_new_customer_gets_no_code_by_hand_for_that_may_be_somebody_elses_account(stage_of):
    stage = stage_of(paid(1, BOB), customers__policy="create", posting__approval="every")
    stage.run("poll", "translate")
    with pytest.raises(NeedsPerson, match="'Customer' is no field of this document that can be changed"):
        edit(stage, stage.row(CUSTOMER).id, Customer="000000000000002")
    assert trail(stage) == []


def test_what_was_changed_is_not_approved_as_it_was_before_it_is_decided_again(stage_of):
    stage = stage_of(paid(1, None), posting__approval="every")
    stage.run("poll", "translate")
    number = stage.row(ORDER).id
    assert edit(stage, number, Branch="20").ok
    early = stage.ask("approve", number=number)
    assert not early.ok
    assert "decided again" in early.result
    stage.run("translate")
    assert stage.ask("approve", number=number).ok
    stage.run("post")
    assert stage.syspro.of(ORDER)[0].body.branch == "20"
