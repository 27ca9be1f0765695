"""The work list: every row that waits for a person, one verb each, and a million rows without waiting."""

import csv
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from agent.domain.attempts import Discrepancy
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.events import Slice, Subject
from agent.domain.worklist import Tab
from gui.viewmodels.pages import PAGE
from gui.viewmodels.roles import ROW_ROLE
from gui.viewmodels.work import Column
from tests.store.builders import NOW, POSTED, apply, decision, event, facts, parked, receipt, settle


def fill(room, count=3):
    """Parked documents with two causes, one held decision, one posted document."""
    apply(room.store, receipt("ch_posted", lane="p"), subject_id="ch_posted")
    settle(room.store, POSTED, now=room.clock.now())
    for number in range(count):
        apply(room.store, parked(stripe_id=f"ch_{number}", lane=f"l{number}"), subject_id=f"ch_{number}")
    apply(room.store, subject_id="ch_h", outcome=Outcome.HELD, reason="No ledger code.", reason_code="unmapped")
    room.engine_lives()


def cells(page, column=Column.TITLE):
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def choose(page, row, room):
    page.table.setFocus()
    page.table.selectRow(row)
    page.open_row(page.model.index(row, 0).data(ROW_ROLE))
    room.settled()


def test_the_model_is_a_model(room, qtmodeltester):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    qtmodeltester.check(page.model)


def test_everything_that_needs_somebody_is_one_list_grouped_by_cause(room):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    assert cells(page, Column.REASON) == ["No stock code."] * 3 + ["No ledger code."]
    assert cells(page, Column.VERB) == ["Retry"] * 4
    assert [button.accessibleName() for button in page.causes.buttons.values()] == [
        "3: No stock code.",
        "1: No ledger code.",
    ]
    assert page.tabs.buttons[Tab.NEEDS_YOU].text() == "Needs you  4"


def test_one_cause_is_ended_for_all_its_rows_at_once(room):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.causes.buttons["stock.unknown"].click()
    room.settled()
    assert page.model.rowCount() == 3
    assert page.causes.retry.text() == "Retry all 3"
    page.causes.retry.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 3)
    assert {name for name, _ in room.commands()} == {"retry"}


def test_all_of_a_cause_are_ignored_with_one_reason(room):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.causes.buttons["stock.unknown"].click()
    room.settled()
    page.causes.ignore.click()
    assert page.asking.text.text().startswith("3 things are never posted")
    assert not page.asking.confirm.isEnabled()
    page.asking.field.setText("Test sales.")
    page.asking.confirm.click()
    room.qtbot.waitUntil(lambda: len(room.commands()) == 3)
    assert all(arguments["reason"] == "Test sales." for _, arguments in room.commands())


def test_a_row_is_retried_by_its_one_verb(room):
    fill(room)
    program = room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.table.pressed_link.emit(page.model.index(3, Column.VERB))
    room.qtbot.waitUntil(lambda: room.commands() == [("retry", {"what": "ch_h"})])
    number = 1
    with room.qtbot.waitSignal(program.context.said) as said:
        room.store.commands.finish(number, result="Decided again.", ok=True, now=room.clock.now())
        program.context.refresh()
    assert said.args == ["ch_h is decided again with what both systems say now."]


def test_what_the_engine_refuses_is_said_in_its_words(room):
    fill(room)
    program = room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.table.pressed_link.emit(page.model.index(0, Column.VERB))
    room.qtbot.waitUntil(lambda: len(room.commands()) == 1)
    with room.qtbot.waitSignal(program.context.said) as said:
        room.store.commands.finish(1, result="Document 4 is posted; only what waits is decided again.", ok=False, now=1)
        program.context.refresh()
    assert said.args == ["Document 4 is posted; only what waits is decided again."]


def test_the_detail_tells_a_document_from_its_decision_to_syspro(room):
    fill(room)
    room.start()
    page = room.page("work", Tab.POSTED)
    choose(page, 0, room)
    detail = page.detail
    assert detail.chip.word() == "Posted"
    assert [step.title for step in detail.timeline.steps] == ["Decided", "Posted"]
    assert not detail.verb.isVisible()
    detail.body.click()
    assert '"reference": "ch_posted"' in detail.wire.text.toPlainText()
    detail.wire.back.click()
    room.qtbot.keyClick(detail, Qt.Key.Key_Escape)
    assert not detail.isVisible()


def test_the_time_line_begins_with_stripes_event_and_ends_with_syspros_row(room):
    room.store.inbox.store_slice("events", Slice(NOW, NOW + 9, NOW + 9), [event(1)], NOW + 2)
    about = Subject("ch_1", "charge", ("evt_00001",), ("charge.succeeded",), NOW)
    room.store.outbox.apply(decision(receipt()), facts(), about, NOW + 3)
    settle(room.store, POSTED, now=NOW + 5)
    room.store.outbox.verified([room.store.outbox.get(1)], {1: ()}, NOW + 7)
    room.engine_lives()
    room.start()
    page = room.page("work", Tab.POSTED)
    choose(page, 0, room)
    steps = page.detail.timeline.steps
    assert [(step.title, step.at) for step in steps] == [
        ("Stripe told of it", NOW), ("Decided", NOW + 3), ("Posted", NOW + 5), ("Read back", NOW + 7),
    ]  # fmt: skip
    assert steps[0].text.startswith("charge.succeeded, evt_00001\nRead ")
    assert steps[-1].text == "SYSPRO's own row 00042 was read and compared with what was sent: it is the same."


def test_a_row_that_differs_from_what_was_sent_is_told_in_the_time_line(room):
    apply(room.store, receipt())
    settle(room.store, POSTED, now=NOW + 5)
    said = "PaymentDate was sent as '2026-01-31', SYSPRO has '2026-02-01'."
    found = [Discrepancy("EDU1/receipt/payment/ch_1", "read_back.PaymentDate", said)]
    room.store.outbox.verified([room.store.outbox.get(1)], {1: found}, NOW + 7)
    room.engine_lives()
    room.start()
    page = room.page("work", Tab.POSTED)
    choose(page, 0, room)
    last = page.detail.timeline.steps[-1]
    assert (last.title, last.text, last.shape) == ("Read back", said, "needs-you")


def test_a_document_is_ignored_with_a_reason_where_it_stands(room):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    choose(page, 0, room)
    page.detail.ignore.click()
    page.detail.asking.field.setText("A test.")
    page.detail.asking.confirm.click()
    room.qtbot.waitUntil(lambda: room.commands() == [("ignore", {"what": "4", "reason": "A test."})])


def test_what_waits_for_approval_is_approved(room):
    apply(room.store, receipt(state=State.HELD, reason="Look first.", reason_code="approval"))
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    assert cells(page, Column.VERB) == ["Approve"]
    choose(page, 0, room)
    page.detail.verb.click()
    room.qtbot.waitUntil(lambda: room.commands() == [("approve", {"what": "1", "wait_s": "15"})])


def test_all_that_wait_for_approval_are_approved_at_once(room):
    for number in (1, 2):
        held = receipt(f"ch_{number}", lane=str(number), state=State.HELD, reason="Look.", reason_code="hold.every")
        apply(room.store, held, subject_id=f"ch_{number}")
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.causes.buttons["hold.every"].click()
    assert page.causes.retry.text() == "Approve all 2"
    page.causes.retry.click()
    wanted = [("approve", {"what": str(number), "among": "all", "wait_s": "15"}) for number in (2, 1)]
    room.qtbot.waitUntil(lambda: room.commands() == wanted)


def test_a_search_leaves_what_fits_and_says_when_nothing_does(room):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    with room.qtbot.waitSignal(page.model.loaded):
        page.filters.text.setText("ch_1")
    assert page.model.rowCount() == 1
    with room.qtbot.waitSignal(page.model.loaded):
        page.filters.text.setText("nobody")
    assert page.stages.face() == "message"
    assert page.stages.message.title.text() == "Nothing fits the filter"


@pytest.mark.parametrize(("typed", "rows"), [("1", 3), ("1.01", 0)])
def test_amounts_are_filtered_in_units_of_money(room, typed, rows):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    with room.qtbot.waitSignal(page.model.loaded):
        page.filters.least.setText(typed)
    assert page.model.rowCount() == rows


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("least", "much", "“much” is no amount such as 120.50."),
        ("most", "1.2.3", "“1.2.3” is no amount such as 120.50."),
        ("first", "yesterday", "“yesterday” is no day such as 2026-01-31."),
        ("last", "2026-02-30", "“2026-02-30” is no day such as 2026-01-31."),
    ],
)
def test_a_wrong_thing_in_a_filter_is_one_sentence_and_filters_nothing(room, name, typed, said):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.filters.more.click()
    getattr(page.filters, name).setText(typed)
    assert page.filters.trouble.text() == said
    assert page.filters.trouble.isVisible()
    assert page.model.rowCount() == 4
    with room.qtbot.waitSignal(page.model.loaded):
        getattr(page.filters, name).setText("")
    assert not page.filters.trouble.isVisible()


def test_bounds_that_exclude_each_other_are_told(room):
    room.start()
    filters = room.page("work", Tab.NEEDS_YOU).filters
    filters.more.click()
    filters.first.setText("2026-02-01")
    filters.last.setText("2026-01-01")
    assert filters.trouble.text() == "The first day is after the last."
    filters.last.setText("2026-02-01")
    filters.least.setText("10")
    filters.most.setText("9")
    assert filters.trouble.text() == "The least amount is above the most."


def test_customer_amounts_and_days_filter_and_survive_a_restart(room):
    fill(room)
    program = room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    page.filters.more.click()
    day = datetime.fromtimestamp(NOW, UTC).date().isoformat()
    for name, text in {"customer": "Ann", "least": "0.50", "most": "2", "first": "2020-01-01", "last": day}.items():
        getattr(page.filters, name).setText(text)
    with room.qtbot.waitSignal(page.model.loaded):
        pass
    wanted = page.wanted()
    assert (wanted.customer, wanted.least_minor, wanted.most_minor) == ("Ann", 50, 200)
    assert wanted.since_at < NOW < wanted.until_at
    assert cells(page) == ["Payment of Ann"] * 3
    program.close()
    room.start()
    page = room.page("work")
    assert page.wanted() == wanted
    assert page.filters.customer.isVisible()
    with room.qtbot.waitSignal(page.model.loaded):
        page.filters.clear.click()
    assert not page.filters.is_active


def test_an_empty_tab_says_what_will_appear(room):
    room.start()
    for tab in Tab:
        page = room.page("work", tab)
        assert page.stages.face() == "message"
        assert page.stages.message.text.text()


def test_a_tab_and_its_filters_survive_a_restart(room):
    fill(room)
    program = room.start()
    page = room.page("work", Tab.POSTED)
    page.filters.span.setCurrentIndex(2)
    page.filters.span.activated.emit(2)
    room.settled()
    program.close()
    room.start()
    page = room.page("work")
    assert page.tab is Tab.POSTED
    assert page.filters.span.currentData() == 7


def test_rows_are_exported_for_a_spreadsheet(room, tmp_path):
    fill(room)
    program = room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    with room.qtbot.waitSignal(program.context.said):
        page.export_to(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Why"] for row in rows] == ["No stock code."] * 3 + ["No ledger code."]
    assert rows[0]["Amount"] == "1.00"
    assert rows[0]["Currency"] == "USD"


def test_a_file_that_cannot_be_written_is_said(room, tmp_path):
    fill(room)
    program = room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    with room.qtbot.waitSignal(program.context.said) as said:
        page.export_to(tmp_path)
    assert "cannot be written" in said.args[0]


def test_pages_are_fetched_where_somebody_looks(room):
    fill(room, 3 * PAGE)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    model = page.model
    assert model.rowCount() == 3 * PAGE + 1
    last = model.index(3 * PAGE - 1, Column.TITLE)
    assert last.data() is None
    with room.qtbot.waitSignal(model.dataChanged):
        pass
    assert last.data(ROW_ROLE).stripe_id == "ch_0"


def test_rows_that_come_and_go_move_nothing_that_is_shown(room, qtmodeltester):
    fill(room)
    room.start()
    page = room.page("work", Tab.NEEDS_YOU)
    qtmodeltester.check(page.model)
    apply(room.store, parked(stripe_id="ch_new", lane="new"), subject_id="ch_new")
    with room.qtbot.assertNotEmitted(page.model.modelReset):
        room.settled()
    assert page.model.rowCount() == 5
    assert page.stages.face() == "content"
    for number in (3, 4, 5):
        room.store.outbox.cancel(number, by="Ann", reason="Twice.", now=room.clock.now())
    room.settled()
    assert page.model.rowCount() == 2


def test_all_filters_have_room_in_the_smallest_window(room):
    room.start()
    window = room.program.window
    window.resize(window.minimumSize())
    page = room.page("work", Tab.NEEDS_YOU)
    page.filters.more.click()
    room.settled()
    assert page.filters.minimumSizeHint().width() <= page.width() - 48
