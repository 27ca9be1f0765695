"""The flow designer: the list, the draft, templates, and an event that walks through the cards of a flow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from agent.domain.errors import Problem
from agent.domain.flow_cards import CardPlace, Section
from agent.domain.flows import parse_flow
from agent.domain.walking import Said
from tests.gui.flows_stage import ORDER, STEP, STOP, TRIGGER, add, decided, flow, names


@pytest.fixture
def room(room):
    """A room whose engine decided one payment."""
    return decided(room)


@pytest.fixture
def page(room):
    room.start()
    return room.page("flows", ORDER)


def test_the_list_is_a_model(page, qtmodeltester):
    qtmodeltester.check(page.flows.model)


def test_a_flow_is_shown_as_connected_cards(page):
    assert page.flows.current().name == ORDER
    assert page.flow_title.text() == "A payment becomes a customer, a sales order and a receipt"
    assert page.canvas.cards[TRIGGER].accessibleName() == "Payment. In the posting mode sales orders"
    order = page.canvas.cards[CardPlace(Section.STEP, 3)]
    assert (
        order.accessibleName()
        == "Sales order. Order for {payer.name}, {payment.amount}. where invoice_to_pay.open is no"
    )


def test_many_conditions_begin_folded_and_open_where_somebody_asks(page):
    assert STOP not in page.canvas.cards
    page.canvas.heads[Section.STOP].fold.click()
    assert page.canvas.cards[STOP].title.whole() == "Stop: nothing to post"
    page.canvas.heads[Section.STOP].fold.click()
    page.open_card(STOP)
    assert STOP in page.canvas.cards


def test_a_flow_is_switched_off_in_the_draft_and_put_in_force_as_a_revision(room, page):
    row = page.flows.model.index(page.flows.model.place(ORDER), 0)
    page.flows.list.setCurrentIndex(row)
    QTest.keyClick(page.flows.list, Qt.Key.Key_Space)
    room.settled()
    assert not page.flows.current().on
    assert page.draft.lines.text() == "Flow charge-to-order: switched off"
    assert len(room.store.revisions.list(9)) == 1
    page.force.click()
    page.draft.asking.field.setText("Not yet")
    page.draft.asking.confirm.click()
    room.settled()
    assert room.store.revisions.latest().comment == "Not yet"
    assert page.draft.isHidden()
    assert not page.undo.isEnabled()
    assert ("reload", {}) in room.commands()
    assert page.flow_state.text() == "Off: it is never asked, and may be unfinished."


def test_the_order_of_the_flows_changes_with_keys_and_buttons(room, page):
    before = names(page)
    QTest.keyClick(page.flows.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    room.settled()
    place = before.index(ORDER)
    assert names(page).index(ORDER) == place + 1
    assert page.flows.current().name == ORDER
    page.flows.up.click()
    room.settled()
    assert names(page) == before


def test_a_change_is_undone(room, page):
    page._switch(CardPlace(Section.STEP, 2))
    room.settled()
    assert flow(room).steps[1].off
    page.undo.click()
    room.settled()
    assert page.draft.isHidden()
    assert not page.undo.isEnabled()


def test_what_somebody_else_changed_since_is_not_undone(room, page):
    page._switch(CardPlace(Section.STEP, 2))
    room.settled()
    room.desk.service.designer.switch(ORDER, on=False)
    page.undo.click()
    room.settled()
    assert "undo more than you see" in room.program.window.notice.text.text()
    assert flow(room).steps[1].off


def test_a_new_flow_begins_with_the_safeguards_of_another_and_is_off(room, page):
    page.flows.new.click()
    assert page.flows.form.like.currentData() == ORDER
    assert not page.flows.form.confirm.isEnabled()
    page.flows.form.title.setText("Größe Orders")
    page.flows.form.confirm.click()
    room.settled()
    assert (page.flows.current().name, page.flows.current().title) == ("groe-orders", "Größe Orders")
    made = page.flows.current()
    assert not made.on
    assert len([one for one in made.cards if one.place.section is Section.STOP]) == 19
    assert len([one for one in made.cards if one.place.section is Section.STEP]) == 1


def test_a_flow_is_copied_and_removed_and_the_programs_own_stay(room, page):
    assert not page.flows.remove.isEnabled()
    page.flows.copy.trigger()
    page.flows.form.title.setText("Orders twice")
    page.flows.form.confirm.click()
    room.settled()
    assert page.flows.current().name == "orders-twice"
    page.flows.remove.trigger()
    room.settled()
    assert "orders-twice" not in names(page)


def test_a_flow_is_written_to_a_file_and_taken_from_one(room, page, tmp_path):
    path = tmp_path / "flow.toml"
    page.flows.export_to(path)
    room.settled()
    assert parse_flow(path.read_text("utf-8")).name == ORDER
    path.write_text(path.read_text("utf-8").replace("Order for", "Bestellung von"), "utf-8")
    page.flows.take_from(path)
    room.settled()
    assert flow(room).steps[2].title.startswith("Bestellung von")
    assert not page.flows.current().shipped


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xfe", "no text in UTF-8"),
        (b"x" * 1_000_001, "larger than any flow"),
        (b"name = 1", "format None is not 1"),
    ],
)
def test_a_file_that_is_no_flow_is_refused(room, page, tmp_path, content, why):
    path = tmp_path / "flow.toml"
    path.write_bytes(content)
    page.flows.take_from(path)
    room.settled()
    assert why in room.program.window.notice.text.text()
    assert page.draft.isHidden()


def test_a_file_that_cannot_be_read_or_written_says_why(room, page, tmp_path):
    page.flows.take_from(tmp_path / "none.toml")
    room.settled()
    assert "none.toml cannot be read" in room.program.window.notice.text.text()
    page.flows.export_to(tmp_path)
    room.settled()
    assert room.program.window.notice.text.text().startswith("Not written")


def test_an_event_walks_through_card_by_card_and_nothing_is_written(room, page):
    walk = page.walk
    walk.begin.click()
    room.settled()
    assert walk.events.currentText().startswith("10.00 USD · Ann Lee · ")
    card = page.canvas.cards[TRIGGER]
    assert card.chip.word() == "Wanted"
    assert not page.canvas.cards[STEP].chip.isVisible()
    walk.next.click()
    assert page.canvas.cards[STOP].chip.word() == "Goes on"
    walk.back.click()
    assert not walk.back.isEnabled()
    walk.all.click()
    assert walk.told.text() == "The documents are made and would be posted."
    order = page.canvas.cards[CardPlace(Section.STEP, 3)]
    assert (order.chip.word(), order.walked.text()) == ("Made", "Order for Ann Lee, 10.00 USD")
    page.open_card(CardPlace(Section.STEP, 3))
    assert "CustomerPoNumber = ch_1" in page.pane.walked.text()
    assert page.draft.isHidden()
    walk.leave.click()
    assert not page.pane.walked.isVisible()


def test_an_answer_from_before_a_card_was_added_opens_no_other_one(room, page):
    page._add_card(Section.HOLD, "amount", "payment.amount.minor > 500")
    page._show(page.shown)
    room.settled()
    assert page.pane.card.place == CardPlace(Section.HOLD, 1)


def test_a_changed_card_lets_the_same_event_walk_again(room, page):
    page.walk.begin.click()
    room.settled()
    page.walk.all.click()
    add(room, page, Section.HOLD, "amount", "payment.amount.minor > 500")
    page.walk.all.click()
    assert page.walk.walk.seen[-1].said is Said.HELD
    assert page.walk.told.text().startswith("The documents are made, and not all can be posted yet. 10.00 USD is more")


def test_where_nothing_was_decided_an_example_walks_and_says_that_it_is_one(room, page):
    page.walk.begin.click()
    room.settled()
    assert page.walk.is_walking
    assert not page.walk.invented.isVisible()
    page.open_at("payout-to-bank")
    room.settled()
    page.walk.begin.click()
    room.settled()
    assert page.walk.events.currentText().startswith("Example · ")
    assert page.walk.invented.isVisible()
    page.walk.all.click()
    assert page.canvas.cards[TRIGGER].chip.word() == "Wanted"
    assert room.commands() == []


def test_another_flow_ends_the_walk(room, page):
    page.walk.begin.click()
    room.settled()
    page.open_at("charge-to-invoice")
    room.settled()
    assert not page.walk.is_walking
    page.walk.begin.click()
    room.settled()
    page.walk.all.click()
    assert page.walk.walk.seen[0].said is Said.NOT_WANTED


def test_a_template_is_used_into_the_draft(room, page):
    page.tabs.buttons["templates"].click()
    gallery = page.gallery
    names = [card.name for card in gallery.cards]
    assert "donations" in names
    card = gallery.cards[names.index("summary-journal")]
    card.use.click()
    room.settled()
    assert gallery.faces.currentIndex() == 1
    gallery.confirm.click()
    room.settled()
    assert "is not answered" in gallery.told.text()
    for box in gallery.answers.boxes.values():
        box.show_code(box.code() or "10-0000")
    gallery.confirm.click()
    room.settled()
    assert page.draft.isVisible() or gallery.told.text()


def test_the_revisions_are_those_of_the_mapping(room, page):
    page.tabs.buttons["history"].click()
    assert page.revisions.list.count() == 1


def test_everything_that_can_be_pressed_or_filled_in_has_a_name(room, page):
    add(room, page, Section.HOLD, "amount", "payment.amount.minor > 500")
    page.canvas.heads[Section.STOP].fold.click()
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
        for widget in page.findChildren(kind)
        if widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)() or "")
        and not isinstance(widget.parent(), QComboBox)
    ]
    assert not nameless


def test_the_smallest_window_holds_cards_beside_the_panel(room, page):
    room.program.window.resize(room.program.window.minimumSize())
    page.open_card(CardPlace(Section.STEP, 3))
    room.settled()
    assert page.pane.mapTo(page, page.pane.rect().topRight()).x() < page.width()
    assert not page.flows.isVisible()
    assert page.canvas.viewport().width() >= page.canvas.widget().minimumSizeHint().width()
    page.pane.closed.emit()
    assert page.flows.isVisible()


def test_a_database_that_fails_is_said_with_a_button_to_try_again(room, page):
    page.stages.show_problem(Problem("Database cannot be used", "Another program keeps it locked."))
    page.stages.message.button.click()
    room.settled()
    assert page.stages.face() == "content"
