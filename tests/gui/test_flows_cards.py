"""The cards of a flow: added, dragged, switched off, edited in the panel; each says when it cannot work."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from agent.domain.conditions import Group, Operator, Row
from agent.domain.flow_cards import CardPlace, Section
from agent.domain.kinds import Kind
from gui.widgets.conditions import GroupView
from gui.widgets.flow_card import MIME, place_text
from tests.gui.flows_stage import HOLD, ORDER, STEP, STOP, TRIGGER, add, decided, flow, rest


@pytest.fixture
def room(room):
    """A room whose engine decided one payment."""
    return decided(room)


@pytest.fixture
def page(room):
    room.start()
    return room.page("flows", ORDER)


def test_a_card_is_edited_at_the_side(room, page):
    page.open_card(CardPlace(Section.STEP, 5))
    pane = page.pane
    assert pane.title.text() == "Document"
    assert pane.forms.title.text() == "Receipt from {payer.name}, {payment.amount}"
    pane.forms.title.setText("Money of {payer.name}")
    rest(room, page)
    assert pane.state.text() == "This card can work."
    pane.keep.click()
    room.settled()
    assert flow(room).steps[4].title == "Money of {payer.name}"
    assert "title: Receipt from" in page.draft.lines.text()


def test_every_kind_of_card_keeps_all_that_it_says(room, page):
    add(room, page, Section.HOLD, "amount", "payment.amount.minor > 100000")
    add(room, page, Section.NOTIFY, "first_time", "account.first_time")
    before = page.flow().cards
    for card in before:
        page.open_card(card.place)
        assert page.pane.content() == card.content
        value = page.pane.condition.value()
        assert value == (card.rows if card.rows is not None else card.content.when)


def test_the_trigger_says_modes_and_events(room, page):
    page.open_card(TRIGGER)
    forms = page.pane.forms
    assert forms.modes["orders"].isChecked()
    assert not page.pane.switch.isVisible()
    forms.modes["orders"].setChecked(False)
    forms.modes["summary"].setChecked(True)
    forms.events.setPlainText("charge.succeeded")
    forms.title.setText("Mine")
    page._switch(STEP)
    room.settled()
    assert forms.title.text() == "Mine"
    page.pane.keep.click()
    room.settled()
    assert "two posting modes for the same money" in page.pane.state.text()


def test_rows_are_filled_in_and_become_the_condition(room, page):
    page.open_card(CardPlace(Section.STEP, 5))
    rows = page.pane.condition.rows
    assert rows.group() == Group("all")
    rows.add_row.click()
    row = rows.parts[0]
    row.field.show_code("payment.amount.minor")
    assert row.operator.findData(Operator.CONTAINS) < 0
    row.operator.setCurrentIndex(row.operator.findData(Operator.OVER))
    row.value.setText("5000")
    rows.add_group.click()
    group = rows.parts[1]
    assert isinstance(group, GroupView)
    for part, field in zip(group.parts, ("account.guest", "payer.name"), strict=True):
        part.field.show_code(field)
    group.parts[1].operator.setCurrentIndex(group.parts[1].operator.findData(Operator.ONE_OF))
    group.parts[1].value.setText("Ann, Bob")
    rest(room, page)
    said = 'payment.amount.minor > 5000 && (account.guest || payer.name in ["Ann", "Bob"])'
    assert page.pane.condition.text.toPlainText() == said
    page.pane.keep.click()
    room.settled()
    assert flow(room).steps[4].when == said
    rows = page.pane.condition.rows
    rows.parts[1].parts[0].remove.click()
    rows.parts[1].remove.click()
    assert rows.group() == Group("all", (Row("payment.amount.minor", Operator.OVER, 5000),))


def test_a_row_that_cannot_work_says_so(room, page):
    page.open_card(CardPlace(Section.STEP, 5))
    page.pane.condition.rows.add_row.click()
    row = page.pane.condition.rows.parts[0]
    row.field.show_code("payment.amount.minor")
    row.operator.setCurrentIndex(row.operator.findData(Operator.OVER))
    row.value.setText("much")
    rest(room, page)
    assert page.pane.condition.problem.text() == "Payment.amount.minor: over does not go with 'much'."
    assert page.pane.state.text() == "Its condition cannot work yet."


def test_an_expression_says_where_it_is_wrong(room, page):
    page.open_card(CardPlace(Section.STEP, 3))
    condition = page.pane.condition
    condition.tabs.buttons["expression"].click()
    condition.text.setPlainText("account.guest &&\n payer.nmae == 'x'")
    rest(room, page)
    assert condition.problem.text() == "Line 2, column 2: there is no field 'payer.nmae'; is 'payer.name' meant?"
    (mark,) = condition.text.extraSelections()
    assert mark.cursor.selectionStart() == 18
    condition.text.setPlainText("size(payer.name) > 3")
    rest(room, page)
    assert not condition.tabs.buttons["rows"].isEnabled()
    assert not condition.text.extraSelections()
    condition.text.setPlainText("account.guest")
    rest(room, page)
    condition.tabs.buttons["rows"].click()
    assert condition.rows.group() == Group("all", (Row("account.guest", Operator.HOLDS, ""),))


def test_what_cannot_work_is_refused_and_what_is_typed_stays(room, page):
    page.open_card(CardPlace(Section.STEP, 3))
    page.pane.condition.tabs.buttons["expression"].click()
    page.pane.condition.text.setPlainText("payer.nmae == 'x'")
    page.pane.keep.click()
    room.settled()
    assert "is 'payer.name' meant?" in page.pane.state.text()
    assert page.pane.condition.text.toPlainText() == "payer.nmae == 'x'"
    assert page.draft.isHidden()


def test_a_card_that_cannot_work_says_so_on_the_card_and_in_the_list(room, page):
    page.flows._begin(ORDER, "Mine", False)
    room.settled()
    add(room, page, Section.HOLD, "amount", "payment.amount.minr > 1")
    card = page.canvas.cards[HOLD]
    assert not card.trouble.isHidden()
    assert card.problem.text().startswith("There is no field 'payment.amount.minr'")
    assert page.flows.current().problems == 1
    index = page.flows.list.currentIndex()
    page.flows.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    room.settled()
    assert "two posting modes for the same money" in room.program.window.notice.text.text()
    assert not page.flows.current().on


def test_a_card_is_added_from_the_menu_and_opens(room, page):
    menu = page.cards_menu(Section.HOLD)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:2] == ["Amount over…", "First-time customer"]
    assert texts[-1] == "A condition of your own"
    menu.actions()[1].trigger()
    room.settled()
    (hold,) = flow(room).holds
    assert (hold.when, hold.code) == ("account.first_time", "first_time")
    assert page.pane.card.place == HOLD
    page.cards_menu(Section.NOTIFY).actions()[-1].trigger()
    room.settled()
    assert flow(room).tellings[0].off
    assert page.pane.state.text() == "Switched off: it is kept, and never asked."


def test_a_document_is_added_with_the_fields_that_another_flow_has_for_it(room, page):
    kinds = [action.text() for action in page.cards_menu(Section.STEP).actions()]
    assert "Sales order" in kinds
    page._add_step(Kind.AR_DOCUMENT)
    room.settled()
    step = flow(room).steps[-1]
    assert step.kind is Kind.AR_DOCUMENT
    assert step.fields
    page._add_step(Kind.RECEIPT)
    room.settled()
    assert flow(room).steps[-1].purpose == "payment-2"


def test_a_kind_that_no_flow_makes_is_refused(room, page):
    page._add_step(Kind.CREDIT_NOTE)
    room.settled()
    assert "No flow about a charge makes" in room.program.window.notice.text.text()


def test_cards_are_reached_opened_moved_and_removed_with_keys(room, page):
    step = page.canvas.cards[STEP]
    step.setFocus()
    QTest.keyClick(step, Qt.Key.Key_Down)
    assert room.program.window.focusWidget() is page.canvas.cards[CardPlace(Section.STEP, 2)]
    QTest.keyClick(page.canvas.cards[CardPlace(Section.STEP, 2)], Qt.Key.Key_Up)
    QTest.keyClick(step, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    QTest.keyClick(step, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    room.settled()
    assert [one.kind for one in flow(room).steps][:2] == [Kind.CUSTOM_FORM, Kind.CUSTOMER]
    assert page.pane.card.place == CardPlace(Section.STEP, 2)
    QTest.keyClick(page.canvas.cards[CardPlace(Section.STEP, 2)], Qt.Key.Key_Delete)
    room.settled()
    assert Kind.CUSTOMER not in [one.kind for one in flow(room).steps]
    assert page.pane.isHidden()
    page.open_card(STEP)
    QTest.keyClick(page.pane, Qt.Key.Key_Escape)
    assert page.pane.isHidden()


def dragged(page, kind, place, to):
    """A drag of a card to the upper half of another one."""
    told = QMimeData()
    told.setData(MIME, place_text(place).encode())
    card = page.canvas.cards[to]
    at = QPointF(page.canvas.mapFromGlobal(card.mapToGlobal(QPoint(20, 4))))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = at.toPoint() if kind in {QDragEnterEvent, QDragMoveEvent} else at
    return told, kind(where, Qt.DropAction.MoveAction, told, buttons, keys)


def test_a_card_is_dragged_to_another_place_of_its_section(room, page):
    last = CardPlace(Section.STEP, 5)
    for kind, method in ((QDragEnterEvent, "dragEnterEvent"), (QDragMoveEvent, "dragMoveEvent")):
        _, event = dragged(page, kind, last, STEP)
        getattr(page.canvas, method)(event)
        assert event.isAccepted()
    assert page.canvas._connectors[STEP].is_target
    page.canvas.dragLeaveEvent(QDragLeaveEvent())
    assert not page.canvas._connectors[STEP].is_target
    _, event = dragged(page, QDropEvent, last, STEP)
    page.canvas.dropEvent(event)
    room.settled()
    assert [one.kind for one in flow(room).steps][:2] == [Kind.RECEIPT, Kind.CUSTOMER]


def test_a_card_goes_into_no_other_section(room, page):
    _, event = dragged(page, QDragMoveEvent, STOP, CardPlace(Section.STEP, 3))
    page.canvas.dragMoveEvent(event)
    assert not event.isAccepted()
    _, event = dragged(page, QDropEvent, STOP, CardPlace(Section.STEP, 3))
    page.canvas.dropEvent(event)
    room.settled()
    assert page.draft.isHidden()


def test_a_card_is_switched_off_and_says_so(room, page):
    page.canvas.cards[CardPlace(Section.STEP, 2)].power.click()
    room.settled()
    card = page.canvas.cards[CardPlace(Section.STEP, 2)]
    assert card.accessibleName().endswith("off")
    assert card.power.toolTip() == "Switch the card on"
    assert "switched off: (nothing) -> yes" in page.draft.lines.text()


def test_the_fields_of_a_document_are_in_the_mapping(room, page):
    page.open_card(CardPlace(Section.STEP, 3))
    page.pane.fields.click()
    room.settled()
    mapping = room.program.window.pages["mapping"]
    assert room.program.window.current() is mapping
    assert (mapping.flow.currentData(), mapping.spot.currentData().step) == (ORDER, 3)
