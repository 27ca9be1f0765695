"""The catalogue: what is in Stripe, what is left out and why, how far a run is, and the one thing to press on a row."""

import json

import pytest
from PySide6.QtCore import Qt

from agent.domain.catalogue.item import Difference, Has, PriceAt, Wanted
from agent.domain.catalogue.kept import CatalogueStatus, Noted, Standing, Written
from agent.domain.catalogue.prices import Remark
from agent.domain.catalogue.progress import Course
from agent.domain.codec import dumps
from agent.domain.errors import Problem
from agent.domain.settings import SETTINGS
from gui.theme import Tone
from gui.viewmodels import catalogue as view
from gui.viewmodels.catalogue import Column, Told
from gui.viewmodels.pages import KEPT, PAGE
from tests.store.builders import NOW

COMPANY = "EDU1"


def wanted(name):
    return Wanted({"name": name, "active": "yes"}, {"jpy": "80", "usd": "54"}, "usd")


def fill(room):
    """One that is sold, one that waits, one refused, one asked about, two that are not sold."""
    room.store.settings.set("catalogue.enabled", "yes", by="test", now=NOW)
    shelf = room.store.catalogue
    noted = [Noted(code, f"syspro_EDU1_{code}", b"1", wanted(f"Part {code}"), ()) for code in "ABCD"]
    noted.append(Noted("E", "syspro_EDU1_E", b"1", None, (Remark("kit", "E is a kit (kit type K)."),)))
    noted.append(Noted("F", "syspro_EDU1_F", b"1", None, (Remark("hold", "F is on hold."),)))
    shelf.note(COMPANY, noted, NOW)
    due = {one.stock_code: one for one in shelf.due(COMPANY, 10, NOW)}
    has = Has({"name": "Part A"}, {"usd": PriceAt("p1", "54")}, "p1")
    shelf.done(COMPANY, due["A"], Written(has), NOW)
    shelf.refused(COMPANY, "C", "stripe.refused", "Stripe does not take this tax code.", NOW)
    shelf.done(COMPANY, due["D"], Written(has, (Difference("name", "Part D", "Super part"),)), NOW)
    course = Course(NOW - 60, NOW - 60, "r", 0, NOW - 60, NOW, 30, 60)
    room.store.marks.set("catalogue", dumps(course), NOW)
    room.engine_lives()


@pytest.fixture
def page(room):
    fill(room)
    room.start()
    return room.page("catalogue")


def cells(page, column=Column.CODE):
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def show(room, page, tab):
    page.tabs.buttons[tab].click()
    room.settled()


def press(room, page, code):
    """Press the verb of a row."""
    page.table.pressed_link.emit(page.model.index(cells(page).index(code), Column.VERB))
    room.settled()


def test_the_model_is_a_model(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_the_head_says_how_much_is_in_stripe_how_fast_it_is_written_and_how_long_it_takes(page):
    assert page.head.share.text() == "2 of 4 in Stripe"
    said = "Stock codes are being written to Stripe. 30 of 31 written, 30 a minute; less than a minute left."
    assert page.head.sentence.text() == said
    assert (page.head.bar.value(), page.head.bar.maximum()) == (30, 31)
    assert "Stripe looked at: never" in page.head.looks.whole()


def test_the_smallest_window_holds_the_list_beside_its_detail(room, page):
    room.program.window.resize(room.program.window.minimumSize())
    page.open_row(page.model.row(3))
    room.settled()
    assert page.detail.mapTo(page, page.detail.rect().topRight()).x() < page.width()


def test_each_stock_code_says_where_it_stands_and_why_and_has_at_most_one_verb(page):
    assert cells(page) == list("ABCDEF")
    assert cells(page, Column.STATE) == ["In Stripe", "To be written", "Refused", "You choose", "Not sold", "Not sold"]
    assert cells(page, Column.VERB) == ["", "", "Retry", "Choose", "", ""]
    assert cells(page, Column.PRICES)[0] == "0.54 USD (+1)"
    assert page.model.index(0, Column.PRICES).data(Qt.ItemDataRole.ToolTipRole) == "0.54 USD, 80 JPY"
    assert cells(page, Column.WHY)[2:5] == [
        "Stripe does not take this tax code.",
        "Name: SYSPRO has “Part D”, Stripe has “Super part”.",
        "E is a kit (kit type K).",
    ]


def test_tabs_filter_by_standing_and_count(room, page):
    assert page.tabs.buttons[None].text() == "All  6"
    assert page.tabs.buttons[Standing.NOT_SOLD].text() == "Not sold  2"
    show(room, page, Standing.REFUSED)
    assert cells(page) == ["C"]


def test_what_is_left_out_is_grouped_by_its_reason(room, page):
    show(room, page, Standing.NOT_SOLD)
    assert cells(page) == ["E", "F"]
    assert page.reasons.isVisible()
    page.reasons.buttons["kit"].click()
    room.settled()
    assert cells(page) == ["E"]
    assert not page.reasons.retry.isVisible()
    show(room, page, None)
    assert len(cells(page)) == 6
    assert not page.reasons.isVisible()


def test_a_search_finds_a_code_or_a_name_and_says_when_nothing_fits(room, page):
    page.text.setText("part b")
    room.qtbot.waitUntil(lambda: cells(page) == ["B"])
    page.text.setText("nowhere")
    room.qtbot.waitUntil(lambda: page.stages.message.title.text() == "Nothing fits the filter")


def test_what_changed_last_comes_first_when_it_is_asked_for(room, page):
    room.clock.advance(60)
    room.store.catalogue.note(COMPANY, [Noted("E", "syspro_EDU1_E", b"2", wanted("Kit"), ())], room.clock.now())
    page.order.setCurrentIndex(page.order.findData("changed"))
    page.order.activated.emit(1)
    room.settled()
    assert cells(page)[0] == "E"


def test_retry_writes_a_refused_stock_code_again(room, page):
    press(room, page, "C")
    assert ("catalogue_again", {"stock_code": "C"}) in room.commands()


@pytest.mark.parametrize("side", ["syspro", "stripe"])
def test_where_a_person_chooses_both_values_stand_side_by_side(room, page, side):
    press(room, page, "D")
    assert room.commands() == []
    texts = [
        [page.detail.values.itemAtPosition(row, column).widget().text() for column in range(3)] for row in range(2)
    ]
    assert texts == [["Field", "SYSPRO", "Stripe"], ["Name", "Part D", "Super part"]]
    {"syspro": page.detail.keep_syspro, "stripe": page.detail.keep_stripe}[side].click()
    room.settled()
    assert room.commands() == [("catalogue_keep", {"stock_code": "D", "side": side})]


def test_the_detail_follows_what_became_of_its_stock_code(room, page):
    page.table.selectRow(2)
    page.open_row(page.model.row(2))
    assert page.detail.retry.isVisible()
    room.store.catalogue.again(COMPANY, "C", NOW)
    room.settled()
    assert page.detail.chip.word() == "To be written"
    assert not page.detail.retry.isVisible()


def test_run_now_looks_for_what_changed_and_the_others_read_everything(room, page):
    for button in (page.run_now, page.head.links["everything"], page.head.links["check"]):
        button.click()
    room.settled()
    assert room.commands() == [("catalogue", {"what": what}) for what in ("changes", "everything", "check")]


def test_the_navigation_counts_here_what_waits_here(room, page):
    buttons = room.program.window.navigation.buttons
    assert buttons["catalogue"].text() == " Catalogue  (2)"
    assert buttons["work"].text() == " Work list"


def test_switched_off_it_says_what_it_would_do_and_where_to_switch_it_on(room):
    room.start()
    page = room.page("catalogue")
    assert page.stages.message.title.text() == "The catalogue is off"
    assert "selling prices to Stripe" in page.stages.message.text.text()
    assert not page.run_now.isEnabled()
    assert not page.head.isVisible()
    page.stages.message.button.click()
    room.settled()
    settings = room.program.window.current()
    assert settings is room.program.window.pages["settings"]
    assert settings.fields["catalogue.enabled"].isVisible()


def test_switched_off_again_it_shows_how_it_stood_and_nothing_can_be_pressed(room):
    fill(room)
    room.store.settings.set("catalogue.enabled", "no", by="test", now=NOW)
    room.start()
    page = room.page("catalogue")
    assert page.stages.face() == "content"
    assert page.head.sentence.text().startswith("The catalogue is off.")
    page.open_row(page.model.row(2))
    assert not page.detail.retry.isEnabled()


def test_before_the_first_look_it_says_what_will_appear(room):
    room.store.settings.set("catalogue.enabled", "yes", by="test", now=NOW)
    room.start()
    page = room.page("catalogue")
    assert page.stages.message.title.text() == "No stock code was read yet"


def test_an_empty_tab_is_good_news_where_it_is(room):
    fill(room)
    room.store.catalogue.again(COMPANY, "C", NOW)
    room.start()
    page = room.page("catalogue", Standing.REFUSED)
    assert page.stages.message.title.text() == "Stripe refuses nothing"


def test_a_side_that_does_not_answer_is_said_in_the_head(room):
    fill(room)
    problem = {"title": "SYSPRO does not answer", "message": "Its database gave no answer."}
    room.store.marks.set("job.catalogue", json.dumps({"at": NOW, "done": 0, "problem": problem}), NOW)
    room.start()
    page = room.page("catalogue")
    assert page.head.sentence.text().startswith("SYSPRO does not answer. Its database gave no answer.")
    assert page.model.rowCount() == 6


def hold(room, *codes):
    """These were sold and are to go out of sale, and the engine holds them."""
    shelf = room.store.catalogue
    shelf.note(COMPANY, [Noted(code, f"syspro_EDU1_{code}", b"1", wanted(code), ()) for code in codes], NOW)
    has = Has({"name": "Part", "active": "yes"}, {"usd": PriceAt("p1", "54")}, "p1")
    for due in shelf.due(COMPANY, 100, NOW):
        shelf.done(COMPANY, due, Written(has), NOW)
    shelf.note(COMPANY, [Noted(code, f"syspro_EDU1_{code}", b"2", None, ()) for code in codes], NOW)
    problem = {"title": "Many stock codes would go out of sale", "message": "Look.", "code": "catalogue.most_gone"}
    room.store.marks.set("job.catalogue", json.dumps({"at": NOW, "done": 0, "problem": problem}), NOW)


def test_what_is_held_goes_out_of_sale_only_after_a_question(room):
    fill(room)
    hold(room, "X", "Y", "Z")
    room.start()
    page = room.page("catalogue")
    assert page.take_out.isVisible()
    page.take_out.click()
    assert "3 stock codes go out of sale" in page.asking.text.text()
    page.asking.cancel.click()
    room.settled()
    assert room.commands() == []
    page.take_out.click()
    page.asking.confirm.click()
    room.settled()
    assert room.commands() == [("catalogue", {"what": "take_out", "most": "3"})]


def test_where_nothing_is_held_nothing_is_taken_out(room, page):
    assert not page.take_out.isVisible()
    hold(room, "X")
    room.settled()
    assert page.take_out.isVisible()
    page.take_out.click()
    room.store.marks.set("job.catalogue", json.dumps({"at": NOW, "done": 0, "problem": None}), NOW)
    room.settled()
    assert (page.take_out.isVisible(), page.asking.isVisible()) == (False, False)


def test_a_database_that_fails_is_said_with_a_button_to_try_again(room, page):
    page.model.failed.emit(Problem("Database cannot be used", "Another program keeps it locked."))
    assert page.stages.message.text.text() == "Another program keeps it locked."
    page.stages.message.button.click()
    room.settled()
    assert page.stages.face() == "content"


def test_a_hundred_thousand_stock_codes_are_read_by_the_page(room):
    room.store.settings.set("catalogue.enabled", "yes", by="test", now=NOW)
    count = 100_000
    noted = (Noted(f"P{number:06}", f"p{number}", b"1", Wanted({"name": "Part"}), ()) for number in range(count))
    room.store.catalogue.note(COMPANY, list(noted), NOW)
    room.start()
    page = room.page("catalogue")
    assert page.model.rowCount() == count
    assert len(page.model._pages) <= KEPT
    page.table.scrollToBottom()
    room.qtbot.waitUntil(lambda: page.model.row(count - 1) is not None)
    assert page.model.row(count - 1).stock_code == "P099999"
    assert len(page.model._pages) * PAGE < count / 10


def status(**changes):
    counts = dict.fromkeys(Standing, 0)
    rest = {"done": 0, "left": 0, "calls": 0, "per_minute": None, "left_s": None}
    return CatalogueStatus(counts, **rest | {"scanned_at": 0, "swept_at": 0, "checked_at": 0} | changes)


def test_the_pace_is_said_as_far_as_it_is_known(prepared):
    assert view.pace_text(status(), alive=True) == ""
    assert view.pace_text(status(left=5), alive=True) == "0 of 5 written."
    moving = status(done=5, left=5, per_minute=2, left_s=150)
    assert view.pace_text(moving, alive=True) == "5 of 10 written, 2 a minute; about 2 minutes left."
    assert view.pace_text(moving, alive=False) == "5 of 10 written; it goes on when the engine runs."


def test_the_head_has_a_shape_and_a_sentence_for_every_case(prepared):
    assert view.headline(Told(status(), enabled=True), None)[0] == "waiting"
    assert view.headline(Told(status(scanned_at=1), enabled=True), None)[:2] == ("proven", Tone.GOOD)
    asked = status(scanned_at=1)
    asked.counts[Standing.ASKED] = 1
    assert view.headline(Told(asked, enabled=True), None)[0] == "needs-you"


def test_every_field_that_can_differ_has_a_word(prepared):
    for field in ("name", "description", "tax_code", "unit_label", "active", "default_price"):
        assert view.field_word(field) != field
    assert view.field_word("price.usd") == "Price in USD"
    assert view.field_word("metadata.stock_code") == "Metadata stock_code"
    assert view.value_text(Difference("active", "yes", "no"), "no") == "no"
    assert view.value_text(Difference("description", "", "x"), "") == "(empty)"


def test_the_place_of_the_switch_is_a_declared_setting():
    assert "catalogue.enabled" in SETTINGS
