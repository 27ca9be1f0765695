"""Undo in the window: what can be taken back asks no question but offers to be taken back."""

import pytest
from PySide6.QtCore import Qt

from agent.domain.attempts import Discrepancy
from agent.domain.decisions import Note, Outcome
from agent.domain.documents import State
from agent.domain.worklist import Tab
from gui.viewmodels.roles import LINK_ROLE, ROW_ROLE
from gui.viewmodels.work import Column
from gui.widgets.stages import UNDO_S
from tests.store.builders import NOW, apply, parked, receipt


@pytest.fixture
def page(room):
    """A work list with a document, an accepted kind of thing, and a note."""
    for number in (1, 2):
        apply(room.store, parked(stripe_id=f"ch_{number}", lane=str(number)), subject_id=f"ch_{number}")
    room.store.discrepancies.replace("prove", "1111", [Discrepancy("1111", "clearing.ledger", "It differs.")], NOW)
    apply(room.store, subject_id="ch_7", outcome=Outcome.IGNORED, reason="Early.", notes=(Note("big", "Paid a lot."),))
    room.engine_lives()
    room.start()
    return room.page("work", Tab.NEEDS_YOU)


def open_at(page, room, row):
    page.open_row(page.model.index(row, 0).data(ROW_ROLE))
    room.settled()
    return page.detail


def carried_out(room, number, count=1):
    """The engine carries a command out; the window notices."""
    room.qtbot.waitUntil(lambda: len(room.commands()) == number)
    for one in range(number - count + 1, number + 1):
        room.store.commands.finish(one, result="Done.", ok=True, now=NOW)
    room.settled()


def notice(room):
    return room.program.window.notice


def test_what_was_ignored_is_taken_back_where_it_was_said(page, room):
    detail = open_at(page, room, 1)
    detail.ignore.click()
    detail.asking.field.setText("A slip.")
    detail.asking.confirm.click()
    carried_out(room, 1)
    assert notice(room).text.text() == "Payment of Ann is ignored."
    assert notice(room).undo.isVisible()
    notice(room).undo.click()
    carried_out(room, 2)
    assert room.commands()[1] == ("restore", {"what": "1"})
    assert notice(room).text.text() == "It is as it was before."
    assert not notice(room).undo.isVisible()


def test_ctrl_z_takes_it_back(page, room):
    detail = open_at(page, room, 1)
    detail.ignore.click()
    detail.asking.field.setText("A slip.")
    detail.asking.confirm.click()
    carried_out(room, 1)
    room.program.window.setFocus()
    notice(room).take_back()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 2)
    notice(room).take_back()
    room.settled()
    assert [name for name, _ in room.commands()] == ["ignore", "restore"]


def test_all_that_were_ignored_at_once_are_taken_back_at_once(page, room):
    page.causes.buttons["stock.unknown"].click()
    room.settled()
    page.causes.ignore.click()
    page.asking.field.setText("A slip.")
    page.asking.confirm.click()
    carried_out(room, 2, 2)
    notice(room).undo.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 4)
    assert [name for name, _ in room.commands()[2:]] == ["restore", "restore"]
    assert {arguments["what"] for _, arguments in room.commands()[2:]} == {"1", "2"}


def test_an_accepted_discrepancy_and_a_read_note_are_taken_back(page, room):
    detail = open_at(page, room, 2)
    detail.verb.click()
    detail.asking.field.setText("It is right.")
    detail.asking.confirm.click()
    carried_out(room, 1)
    notice(room).undo.click()
    carried_out(room, 2)
    detail = open_at(page, room, 3)
    detail.verb.click()
    carried_out(room, 3)
    notice(room).undo.click()
    carried_out(room, 4)
    assert room.commands()[1] == ("reopen", {"what": "1"})
    assert room.commands()[3] == ("unseen", {"what": "1"})


def test_an_approval_is_taken_back_as_long_as_the_word_about_it_stands_there(room):
    for number in (1, 2):
        held = receipt(f"ch_{number}", lane=str(number), state=State.HELD, reason="Look.", reason_code="hold.every")
        apply(room.store, held, subject_id=f"ch_{number}")
    room.engine_lives()
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    detail = open_at(page, room, 0)
    detail.verb.click()
    carried_out(room, 1)
    assert notice(room).text.text().endswith("is approved, and posted in a moment.")
    notice(room).undo.click()
    carried_out(room, 2)
    page.causes.buttons["hold.every"].click()
    page.causes.retry.click()
    carried_out(room, 4, 2)
    notice(room).undo.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 6)
    assert [name for name, _ in room.commands()] == ["approve", "unapprove", "approve", "approve", *["unapprove"] * 2]
    first = room.commands()[0][1]
    assert room.commands()[1] == ("unapprove", {"what": first["what"]})
    assert first["wait_s"] == str(UNDO_S)


def test_what_cannot_be_taken_back_offers_no_undo(page, room):
    detail = open_at(page, room, 1)
    detail.verb.click()
    carried_out(room, 1)
    assert notice(room).isVisible()
    assert not notice(room).undo.isVisible()


def test_what_the_engine_refuses_offers_no_undo(page, room):
    detail = open_at(page, room, 1)
    detail.ignore.click()
    detail.asking.field.setText("A slip.")
    detail.asking.confirm.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 1)
    room.store.commands.finish(1, result="It is being sent at this moment.", ok=False, now=NOW)
    room.settled()
    assert notice(room).text.text() == "It is being sent at this moment."
    assert not notice(room).undo.isVisible()


def test_what_was_given_up_can_be_restored_later_too(page, room):
    room.store.outbox.cancel(1, by="Ann", reason="A slip.", now=NOW)
    page = room.page("work", Tab.IGNORED)
    verbs = {}
    for row in range(page.model.rowCount()):
        index = page.model.index(row, Column.VERB)
        verbs[index.data(ROW_ROLE).what] = (index.data(Qt.ItemDataRole.DisplayRole), index.data(LINK_ROLE))
    assert verbs == {"1": ("Restore", True), "ch_7": ("", False)}
    detail = open_at(page, room, 0)
    assert detail.verb.text() == "Restore"
    assert detail.verb.isVisible()
    detail.verb.click()
    room.qtbot.waitUntil(lambda: room.commands() == [("restore", {"what": "1"})])
