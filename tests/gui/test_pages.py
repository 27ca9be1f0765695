"""Doubts, payouts, history, settings, about: each answers its question, and has a face for every case."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

from agent.domain.attempts import Settlement
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.errors import Problem
from agent.domain.retry import AMBIGUOUS
from agent.domain.settings import SETTINGS
from agent.domain.worklist import Tab
from gui.main_window import keys_of
from gui.viewmodels.deeds import deed_word
from tests.store.builders import NOW, POSTED, apply, claim, moved, receipt, settle

LOST = Settlement(State.IN_DOUBT, "SYSPRO did not answer.", "syspro.timeout", due_at=NOW + 180)
TWO = Settlement(
    State.IN_DOUBT, "SYSPRO has 2 records.", AMBIGUOUS, evidence="000001: Receipt of Ann.\n000002: Receipt of Bob."
)


def lost(room, settlement=LOST):
    apply(room.store, receipt("ch_1"))
    (document,) = claim(room.store, now=NOW)
    room.store.outbox.settle(document, settlement, NOW)
    room.engine_lives()


def paid_out(room):
    payout = moved(9, minor=-147, kind="payout", source="po_1")
    room.store.ledger.store([moved(1, minor=100, fee=3), moved(2, minor=50), payout], NOW)
    with room.store._connections.writing() as db:
        db.execute("UPDATE balance_transactions SET payout_id = 'po_1' WHERE id <> 'txn_9'")
    apply(room.store, receipt("ch_1"))
    settle(room.store, POSTED)


# ---------------------------------------------------------------- in doubt


def test_a_doubt_that_is_looked_up_says_when_and_needs_nobody(room):
    lost(room)
    room.start()
    page = room.page("doubts")
    assert page.model.rowCount() == 1
    assert page.resolver.state.text().startswith("SYSPRO is searched again today 10:16")
    assert not page.resolver.is_this.isEnabled()


def test_candidates_stand_beside_what_was_sent_and_one_of_them_is_it(room):
    lost(room, TWO)
    room.start()
    page = room.page("doubts")
    resolver = page.resolver
    buttons = resolver._group.buttons()
    assert [button.text() for button in buttons] == ["Receipt of Ann.", "Receipt of Bob."]
    sent = {resolver.sent.itemAt(row, resolver.sent.ItemRole.FieldRole).widget().text() for row in
            range(resolver.sent.rowCount())}  # fmt: skip
    assert "1/31/26" in sent
    buttons[1].click()
    assert resolver.consequence.text() == "000002 becomes the SYSPRO key of this document. Nothing is sent."
    resolver.is_this.click()
    room.qtbot.waitUntil(lambda: room.commands() == [("resolve", {"what": "1", "erp_key": "000002"})])


def test_posting_again_says_the_consequence_first(room):
    lost(room, TWO)
    room.start()
    page = room.page("doubts")
    page.resolver.is_absent.click()
    assert "it is there twice" in page.resolver.consequence.text()
    assert room.commands() == []
    page.resolver.is_absent.click()
    room.qtbot.waitUntil(lambda: room.commands() == [("resolve", {"what": "1", "erp_key": ""})])


def test_the_work_list_leads_to_the_resolver(room):
    lost(room, TWO)
    program = room.start()
    work = room.page("work", Tab.IN_DOUBT)
    work.table.pressed_link.emit(work.model.index(0, 6))
    room.settled()
    assert program.window.current() is program.window.pages["doubts"]
    assert program.window.pages["doubts"].resolver.number == 1


def test_without_doubts_the_page_says_so(room):
    room.start()
    page = room.page("doubts")
    assert page.stages.message.title.text() == "Nothing is in doubt"


# ---------------------------------------------------------------- payouts


def test_payouts_are_listed_and_opened(room, qtmodeltester):
    paid_out(room)
    room.start()
    page = room.page("payouts")
    qtmodeltester.check(page.model)
    assert [page.model.index(0, column).data() for column in range(5)] == [
        "Not all posted",
        "1.47 USD",
        "11/14/23",
        "",
        "po_1",
    ]
    page.table.opened.emit(page.model.index(0, 0))
    room.settled()
    detail = page.detail
    assert detail.difference.text() == "0.00"
    assert detail.sentence.text() == "The movements add up to the payout; 3 of them are not in SYSPRO yet."
    assert detail.waterfall.accessibleDescription() == "Gross 1.50 USD; Fees \N{MINUS SIGN}0.03 USD; Net 1.47 USD"
    # The receipt of the first is posted, and its fee waits for the payout.
    assert [detail.model.index(row, 0).data() for row in range(3)] == ["Partly posted", "Waiting", "Waiting"]
    qtmodeltester.check(detail.model)
    page.back.click()
    assert page.faces.currentWidget() is page.stages


def test_a_payout_whose_movements_are_not_known_yet_is_not_called_wrong(room):
    room.store.ledger.store([moved(9, minor=-147, kind="payout", source="po_1")], NOW)
    room.start()
    detail = room.page("payouts", "po_1").detail
    assert (detail.what.text(), detail.difference.text()) == ("Difference in USD", "\N{EN DASH}")
    assert detail.sentence.text() == "Stripe does not say which movements make up this payout."
    assert not detail.waterfall.accessibleDescription()


def test_the_report_of_a_payout_is_saved(room, tmp_path):
    paid_out(room)
    program = room.start()
    page = room.page("payouts", "po_1")
    with room.qtbot.waitSignal(program.context.said) as said:
        page.save_to(tmp_path / "po_1.pdf")
    assert room.saved == [("po_1", tmp_path / "po_1.pdf")]
    assert said.args[0].startswith("Written to")


def test_a_payout_that_nobody_knows_is_said(room):
    room.start()
    page = room.page("payouts", "po_unknown")
    assert page.detail.stages.message.title.text() == "Nothing is known of this payout"


def test_without_payouts_the_page_says_what_will_appear(room):
    room.start()
    assert room.page("payouts").stages.message.title.text() == "No payouts yet"


# ---------------------------------------------------------------- history


def test_the_audit_is_a_list_that_can_be_verified(room, qtmodeltester):
    apply(room.store, receipt())
    room.start()
    page = room.page("history")
    qtmodeltester.check(page.model)
    actions = [page.model.index(row, 2).data() for row in range(page.model.rowCount())]
    assert "Document made" in actions
    place = page.model.index(actions.index("Document made"), 2)
    assert place.data(Qt.ItemDataRole.ToolTipRole) == "document.made"
    page.verify.click()
    room.qtbot.waitUntil(page.verify.isEnabled)
    assert page.result.text.text().startswith("Nothing was altered: ")


def test_every_deed_of_the_history_has_a_word():
    kinds = "cash_book|customer|database|decision|discrepancy|document|field|lease|note|portal|revision|setting"
    sources = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "agent" / "store").glob("*.py"))
    actions = set(re.findall(rf'"((?:{kinds})\.[a-z_]+)"', sources))
    actions -= {"lease.lost", "lease.other_machine"}  # what stops an engine, and is written nowhere
    actions |= {f"document.{state.value}" for state in State} | {f"decision.{one.value}" for one in Outcome}
    assert len(actions) > 30
    assert [action for action in sorted(actions) if deed_word(action) == action] == []
    assert deed_word("command.sync_now") == "Asked: sync now"
    assert deed_word("command.fly_away") == "Asked: fly away"


def test_an_altered_row_is_named(room):
    apply(room.store, receipt())
    with room.store._connections.writing() as db:
        db.execute("DROP TRIGGER audit_never_changes")
        db.execute("UPDATE audit SET actor = 'Nobody' WHERE id = 2")
    room.start()
    page = room.page("history")
    page.verify.click()
    room.qtbot.waitUntil(page.verify.isEnabled)
    assert "not what was written" in page.result.text.text()


# ---------------------------------------------------------------- settings


def test_every_declared_setting_has_its_field(room):
    room.start()
    page = room.page("settings")
    assert set(page.fields) == set(SETTINGS)


def test_a_setting_is_kept_when_its_field_is_left(room):
    room.start()
    page = room.page("settings", "syspro.operator")
    field = page.fields["syspro.operator"]
    assert field.text() == "AGENT"
    field.editor.setText("STRIPE")
    field.editor.editingFinished.emit()
    room.qtbot.waitUntil(lambda: room.store.settings.all()["syspro.operator"] == "STRIPE")
    room.qtbot.waitUntil(lambda: ("reload", {}) in room.commands())


def test_what_does_not_fit_is_said_at_its_field_and_not_kept(room):
    room.start()
    page = room.page("settings", "syspro.timeout_s")
    field = page.fields["syspro.timeout_s"]
    field.editor.setText("soon")
    field.editor.editingFinished.emit()
    assert field.problem.text() == "syspro.timeout_s: 'soon' is not a whole number."
    assert field.problem.isVisible()
    assert "syspro.timeout_s" not in room.store.settings.all()


def test_a_choice_is_kept_and_goes_back_to_its_default(room):
    room.start()
    page = room.page("settings", "stripe.write_back")
    field = page.fields["stripe.write_back"]
    field.editor.setCurrentIndex(field.editor.findData("yes"))
    field.editor.activated.emit(0)
    room.qtbot.waitUntil(lambda: room.store.settings.all().get("stripe.write_back") == "yes")
    room.settled()
    field.default.click()
    room.qtbot.waitUntil(lambda: "stripe.write_back" not in room.store.settings.all())


def test_a_secret_goes_to_the_keyring_and_is_never_shown(room):
    room.start()
    page = room.page("settings", "syspro.operator_password")
    field = page.fields["syspro.operator_password"]
    field.editor.setText("seven")
    field.editor.editingFinished.emit()
    room.qtbot.waitUntil(lambda: room.secrets.get("syspro.operator_password") == "seven")
    room.settled()
    assert field.editor.text() == ""
    assert field.editor.placeholderText() == "kept in the keyring"
    assert "syspro.operator_password" not in room.store.settings.all()


def test_settings_are_found_by_a_word(room):
    room.start()
    page = room.page("settings")
    page.search.setText("exemption certificate")
    assert not any(field.isVisible() for field in page.fields.values())
    page.search.setText("operator")
    assert page.fields["syspro.operator"].isVisible()
    assert not page.fields["stripe.account"].isVisible()


# ---------------------------------------------------------------- about, window


def test_about_says_versions_licences_and_what_leaves_the_building(room):
    room.start()
    page = room.page("about")
    text = "\n".join(label.text() for label in page.findChildren(type(page.title)))
    assert "1.2.3" in text
    assert "To us, or to anybody else: nothing." in text


def test_the_keyboard_reaches_every_page_and_the_navigation_folds(room):
    program = room.start()
    window = program.window
    names = list(window.navigation.buttons)
    for number, name in enumerate(names):
        QTest.keySequence(window, QKeySequence(keys_of(number)))
        room.qtbot.waitUntil(lambda name=name: window.current() is window.pages[name])
    room.settled()
    window.navigation.collapse(collapsed=True)
    assert window.navigation.buttons["work"].text() == ""
    assert window.navigation.buttons["work"].accessibleName() == "Work list"
    program.close()
    room.start()
    assert room.program.window.navigation.collapsed


def test_whatever_can_be_pressed_or_typed_into_has_a_name(room):
    program = room.start()
    nameless = []
    for name in program.window.navigation.buttons:
        room.page(name)
        nameless += [
            (name, widget)
            for kind in (QAbstractButton, QComboBox, QLineEdit, QTableView)
            for widget in program.window.findChildren(kind)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
            if not (isinstance(widget, QAbstractButton) and widget.text())
        ]
    assert not nameless


@pytest.mark.parametrize("in_flight", [True, False])
def test_quit_asks_only_while_something_is_being_posted(room, in_flight):
    apply(room.store, receipt())
    if in_flight:
        claim(room.store, now=NOW)
    program = room.start()
    program.engine.life = program.engine.life.RUNNING
    room.answers = [False]
    program.tray.quit.trigger()
    assert len(room.asked) == int(in_flight)
    assert program.reading._is_closed is not in_flight


def test_closing_the_window_ends_the_program_where_there_is_no_tray(room):
    program = room.start()
    assert not program.has_tray
    program.window.close()
    assert program.reading._is_closed


def test_a_database_that_fails_is_said_on_the_page(room):
    program = room.start()
    page = room.page("work")
    problem = Problem("Database cannot be used", "Another program keeps it locked.")
    page.model.failed.emit(problem)
    assert page.stages.message.text.text() == "Another program keeps it locked."
    page.stages.message.button.click()
    room.settled()
    assert page.stages.face() == "message"
    assert program.window.isVisible()
