"""Edit and retry in the window: a form of the document's own fields, and one sentence for a wrong thing."""

from dataclasses import replace

import pytest

from agent.domain.documents import DocumentKey, State
from agent.domain.edits import EditChange
from agent.domain.kinds import ArDocument, Kind
from agent.domain.money import Money
from agent.domain.worklist import Tab
from gui.viewmodels.roles import ROW_ROLE
from tests.store.builders import COMPANY, NOW, apply, parked, receipt

KEY = DocumentKey(COMPANY, Kind.RECEIPT, "payment", "ch_1")


@pytest.fixture
def form(room):
    """The form of a parked receipt, whose notation a person has changed before."""
    apply(room.store, parked(stripe_id="ch_1"), subject_id="ch_1")
    room.store.edits.keep(KEY, [EditChange(0, "JournalNotation", "", "Paid twice")], by="Bea", now=NOW)
    room.engine_lives()
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.open_row(page.model.index(0, 0).data(ROW_ROLE))
    room.settled()
    page.detail.edit.click()
    room.settled()
    return page.detail.form


def type_in(form, name, text):
    form.boxes[name].field.setText(text)


def test_the_form_offers_the_documents_own_fields_and_never_its_money(form):
    assert {"PaymentDate", "PostingPeriod", "PaymentNarration"} <= set(form.boxes)
    assert not {"PaymentValue", "Reference", "Bank", "Customer"} & set(form.boxes)
    assert form.boxes["PaymentDate"].field.text() == "2026-01-31"
    assert not form.save.isEnabled()


def test_what_is_changed_goes_to_the_engine_alone(form, room):
    type_in(form, "PaymentDate", "2026-02-01")
    form.boxes["PostingPeriod"].field.setEditText("p")
    form.save.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 1)
    name, arguments = room.commands()[0]
    assert (name, arguments["what"]) == ("edit", "1")
    assert arguments["changes"] == '{"PaymentDate": "2026-02-01", "PostingPeriod": "p"}'


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("PaymentDate", "", "SYSPRO needs something here."),
        ("PaymentDate", "tomorrow", "This is no day such as 2026-01-31."),
        ("PaymentNarration", "x" * 51, "There is room for 50 characters, and this is 51 long."),
        ("PaymentNarration", "Łódź", "SYSPRO lacks some of these letters; it would read “Lódz”."),
    ],
)
def test_a_wrong_thing_is_one_sentence_below_its_field(form, name, text, said):
    type_in(form, name, text)
    assert form.boxes[name].trouble.text() == said
    assert form.boxes[name].trouble.isVisible()
    assert not form.save.isEnabled()
    type_in(form, name, "2026-02-01")
    assert not form.boxes[name].trouble.isVisible()
    assert form.save.isEnabled()


def test_a_code_that_syspro_does_not_take_is_told_with_those_it_takes(form):
    form.boxes["PostingPeriod"].field.setEditText("X")
    assert form.boxes["PostingPeriod"].trouble.text() == "SYSPRO takes C, P, B here."


def test_what_the_engine_refuses_stands_in_the_form_with_what_was_typed(form, room):
    type_in(form, "PaymentDate", "2026-02-01")
    form.save.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 1)
    assert not form.save.isEnabled()
    room.store.commands.finish(1, result="Branch 99 does not exist in SYSPRO.", ok=False, now=NOW)
    room.settled()
    room.qtbot.waitUntil(form.trouble.isVisible)
    assert form.trouble.text() == "Branch 99 does not exist in SYSPRO."
    assert form.boxes["PaymentDate"].field.text() == "2026-02-01"
    assert form.save.isEnabled()


def test_what_was_carried_out_closes_the_form_and_says_so(form, room):
    type_in(form, "PaymentDate", "2026-02-01")
    form.save.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 1)
    with room.qtbot.waitSignal(room.program.context.said) as said:
        room.store.commands.finish(1, result="Decided again.", ok=True, now=NOW)
        room.settled()
    assert said.args == ["It is decided again with what you changed."]
    assert not form.isVisible()


def test_a_change_is_taken_back(form, room):
    box = form.boxes["JournalNotation"]
    box.as_mapped.click()
    assert not box.field.isEnabled()
    form.save.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 1)
    assert room.commands()[0][1]["changes"] == '{"JournalNotation": null}'


def test_without_an_engine_it_is_noted(form, room):
    room.clock.advance(3600)
    room.settled()
    type_in(form, "PaymentDate", "2026-02-01")
    with room.qtbot.waitSignal(room.program.context.said) as said:
        form.save.click()
    assert said.args == ["Noted. It is carried out as soon as the engine runs."]
    assert not form.isVisible()


def test_a_document_that_moved_on_meanwhile_says_why_it_cannot_be_changed(form, room):
    room.store.outbox.release(1, by="Bea", reason="Approved.", now=NOW)
    form.open(1)
    room.settled()
    assert form.trouble.text().startswith("It is about to be sent")
    assert form.boxes == {}


def test_what_is_about_to_be_sent_or_posted_offers_no_form(room):
    apply(room.store, receipt("ch_1"), subject_id="ch_1")
    room.engine_lives()
    room.start()
    page = room.page("work", Tab.WAITING)
    page.open_row(page.model.index(0, 0).data(ROW_ROLE))
    room.settled()
    assert not page.detail.edit.isVisible()


def test_what_waits_for_approval_can_be_changed_as_well(room):
    apply(room.store, receipt("ch_1", state=State.HELD, reason="Too much.", reason_code="hold.x"), subject_id="ch_1")
    room.engine_lives()
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.open_row(page.model.index(0, 0).data(ROW_ROLE))
    room.settled()
    assert page.detail.edit.isVisible()


def test_the_verbs_of_a_held_document_stand_in_two_rows(room):
    apply(room.store, receipt("ch_1", state=State.HELD, reason="Too much.", reason_code="hold.x"), subject_id="ch_1")
    apply(room.store, parked(stripe_id="ch_2", lane="b"), subject_id="ch_2")
    room.engine_lives()
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    tops = {}
    for row in (0, 1, 0):
        page.open_row(page.model.index(row, 0).data(ROW_ROLE))
        room.settled()
        detail = page.detail
        tops[row] = [one.y() for one in (detail.verb, detail.edit, detail.ignore)]
        assert detail.ignore.x() > detail.edit.x()
    parked_tops, held_tops = tops[0], tops[1]
    assert parked_tops[0] == parked_tops[1] == parked_tops[2]
    assert held_tops[0] < held_tops[1] == held_tops[2]


def test_codes_of_syspros_lists_are_offered_while_somebody_types(room):
    body = ArDocument("ch_1.I", "I", Money(100, "usd"), "2026-01-31", "WEB")
    draft = replace(parked(stripe_id="ch_1"), body=body, key=DocumentKey(COMPANY, Kind.AR_DOCUMENT, "sale", "ch_1"))
    apply(room.store, draft, subject_id="ch_1")
    room.engine_lives()
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.open_row(page.model.index(0, 0).data(ROW_ROLE))
    room.settled()
    page.detail.edit.click()
    room.qtbot.waitUntil(lambda: [name for name, _ in room.commands()] == ["edit_choices"])
    room.store.commands.finish(1, result='{"SalBranch": ["10", "20"]}', ok=True, now=NOW)
    boxes = page.detail.form.boxes
    room.settled()
    room.qtbot.waitUntil(lambda: boxes["Branch"].field.completer() is not None)
    model = boxes["Branch"].field.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["10", "20"]
    assert boxes["GeographicArea"].field.completer() is None
    boxes["Branch"].field.setText("30")
    assert page.detail.form.save.isEnabled()
