"""Requests to pay: which invoice can be paid where, what is refused, and asking again only after a question."""

import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from agent.domain.codec import dumps
from agent.domain.requests.kept import Course, Noted, RequestStatus, Standing
from agent.domain.requests.link import Ask, PayLink
from agent.domain.settings import SETTINGS
from gui.pages.requests import STANDINGS
from gui.theme import Tone
from gui.viewmodels import requests as view
from gui.viewmodels.requests import Column, Told
from tests.store.builders import NOW

COMPANY, OWNER = "EDU1", "000000000000001"


def fill(room, *, unknown=()):
    """One that can be paid, one that waits, one that was paid, one refused, one that is not asked for."""
    for name, text in (("requests.enabled", "yes"), ("requests.customers", "1")):
        room.store.settings.set(name, text, by="test", now=NOW)
    requests, ask = room.store.requests, Ask(48215, "usd", "Invoice")
    noted = [Noted(OWNER, f"00{number}", b"1", ask, "") for number in range(1, 5)]
    requests.note(COMPANY, [*noted, Noted(OWNER, "005", b"1", None, "Invoice 005 has nothing open.")], NOW)
    due = {one.invoice: one for one in requests.due(COMPANY, 10, NOW)}
    requests.done(COMPANY, due["001"], [PayLink("plink_1", "https://pay.example.com/1", ask)], NOW)
    requests.done(COMPANY, due["003"], [PayLink("plink_3", "u3", ask, active=False, paid=True)], NOW)
    requests.refused(COMPANY, due["004"], "Stripe does not like it.", NOW)
    room.store.marks.set("requests", dumps(Course(NOW - 60, NOW - 60, "r", unknown=unknown)), NOW)
    room.engine_lives()


@pytest.fixture
def page(room):
    fill(room)
    room.start()
    return room.page("requests")


def cells(page, column=Column.INVOICE):
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def press(room, page, invoice):
    """Press the verb of a row."""
    page.table.pressed_link.emit(page.model.index(cells(page).index(invoice), Column.VERB))
    room.settled()


def open_row(room, page, invoice):
    page.open_row(page.model.row(cells(page).index(invoice)))
    room.settled()
    return page.detail


def test_the_model_is_a_model(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_each_invoice_says_where_it_stands_and_has_at_most_one_verb(page):
    assert cells(page, Column.STATE) == ["Can be paid", "To be written", "Paid", "Refused", "Not asked for"]
    assert cells(page, Column.VERB) == ["Copy link", "", "", "Retry", ""]
    assert cells(page, Column.AMOUNT) == ["482.15 USD"] * 4 + [""]
    told = ["https://pay.example.com/1", "", "", "Stripe does not like it.", "Invoice 005 has nothing open."]
    assert cells(page, Column.WHERE) == told


def test_the_head_says_how_many_can_be_paid_and_what_is_on_its_way(page):
    assert page.head.share.text() == "1 of 3 can be paid"
    assert page.head.sentence.text() == "Requests are on their way."
    assert page.head.looks.whole().startswith("SYSPRO looked at: today")


def test_tabs_filter_and_count(room, page):
    assert page.tabs.buttons[None].text() == "All  5"
    for standing, invoice in zip(STANDINGS, ("004", "002", "001", "003", "005"), strict=True):
        page.tabs.buttons[standing].click()
        room.settled()
        assert cells(page) == [invoice]


def test_the_link_of_an_invoice_is_copied_to_be_sent(room, page):
    said = []
    room.program.context.said.connect(said.append)
    press(room, page, "001")
    assert QGuiApplication.clipboard().text() == "https://pay.example.com/1"
    assert said == ["The link of invoice 001 is copied."]
    assert room.commands() == []


def test_its_page_is_opened_in_the_browser(room):
    fill(room)
    opened = []
    room.joins = replace(room.joins, browse=opened.append)
    room.start()
    open_row(room, room.page("requests"), "001").open.click()
    assert opened == ["https://pay.example.com/1"]


def test_retry_asks_again_for_what_stripe_refused(room, page):
    press(room, page, "004")
    assert room.commands() == [("requests_again", {"invoice": "004", "customer": OWNER})]


def test_what_was_paid_is_asked_for_again_only_after_a_question(room, page):
    detail = open_row(room, page, "003")
    detail.again.click()
    assert "could pay twice" in detail.asking.text.text()
    detail.asking.cancel.click()
    room.settled()
    assert room.commands() == []
    detail.again.click()
    detail.asking.confirm.click()
    room.settled()
    assert room.commands() == [("requests_again", {"invoice": "003", "customer": OWNER})]


@pytest.mark.parametrize(("invoice", "shown"), [
    ("001", {"copy", "open"}), ("002", set()), ("003", {"again"}), ("004", {"retry"}), ("005", set()),
])  # fmt: skip
def test_the_detail_offers_what_can_be_done(room, page, invoice, shown):
    detail = open_row(room, page, invoice)
    assert {name for name in ("copy", "open", "retry", "again") if getattr(detail, name).isVisible()} == shown


def test_run_now_looks_for_what_changed_and_the_other_reads_everything(room, page):
    page.run_now.click()
    page.head.links["everything"].click()
    room.settled()
    assert room.commands() == [("requests", {"what": "changes"}), ("requests", {"what": "everything"})]


def test_the_navigation_counts_here_what_waits_here(room, page):
    assert room.program.window.navigation.buttons["requests"].text() == " Requests to pay  (1)"


def test_a_search_finds_and_says_when_nothing_fits(room, page):
    page.text.setText("004")
    room.qtbot.waitUntil(lambda: cells(page) == ["004"])
    page.text.setText("nowhere")
    room.qtbot.waitUntil(lambda: page.stages.message.title.text() == "Nothing fits the search")


def test_switched_off_it_says_what_it_would_do_and_where_to_switch_it_on(room):
    room.start()
    page = room.page("requests")
    assert page.stages.message.title.text() == "Requests to pay are off"
    assert not page.run_now.isEnabled()
    page.stages.message.button.click()
    room.settled()
    assert room.program.window.current().fields["requests.enabled"].isVisible()
    assert "requests.enabled" in SETTINGS


def test_switched_off_again_nothing_is_asked_of_the_engine(room):
    fill(room)
    room.store.settings.set("requests.enabled", "no", by="test", now=NOW)
    room.start()
    page = room.page("requests")
    assert page.head.sentence.text().startswith("Requests to pay are off.")
    assert not any(button.isEnabled() for button in open_row(room, page, "004").buttons)


def test_before_the_first_look_it_says_what_will_appear(room):
    room.store.settings.set("requests.enabled", "yes", by="test", now=NOW)
    room.start()
    page = room.page("requests")
    assert page.stages.message.title.text() == "No invoice was read yet"
    assert page.head.sentence.text() == "The settings choose no customer, so no invoice is asked for."


def test_an_empty_tab_is_good_news_where_it_is(room):
    fill(room)
    room.store.requests.again(COMPANY, "004", NOW)
    room.start()
    assert room.page("requests", Standing.REFUSED).stages.message.title.text() == "Stripe refuses nothing"


def test_what_stops_the_requests_is_said_in_the_head(room):
    fill(room)
    problem = {"title": "SYSPRO does not answer", "message": "Its database gave no answer."}
    room.store.marks.set("job.requests", json.dumps({"at": NOW, "done": 0, "problem": problem}), NOW)
    room.start()
    page = room.page("requests")
    assert page.head.sentence.text().startswith("SYSPRO does not answer. Its database gave no answer.")
    room.store.settings.set("receipts.invoice_keys", "", by="test", now=NOW)
    room.settled()
    assert "receipts.invoice_keys is empty" in page.head.sentence.text()


def test_ten_thousand_invoices_are_read_by_the_page(room):
    fill(room)
    noted = [Noted("A", f"{number:06}", b"1", Ask(100, "usd", "Invoice"), "") for number in range(10_000)]
    room.store.requests.note(COMPANY, noted, NOW)
    room.start()
    page = room.page("requests")
    page.table.scrollToBottom()
    last = page.model.rowCount() - 1
    assert last == 10_004
    room.qtbot.waitUntil(lambda: page.model.row(last) is not None)
    assert page.model.row(last).invoice == "009999"


def test_the_smallest_window_holds_the_list_beside_its_detail(room, page):
    room.program.window.resize(room.program.window.minimumSize())
    detail = open_row(room, page, "001")
    assert detail.mapTo(page, detail.rect().topRight()).x() < page.width()


def told(unknown=(), *, scanned_at=NOW, chooses=True, **counts):
    every = {standing: counts.get(standing.name, 0) for standing in Standing}
    return Told(RequestStatus(every, scanned_at, scanned_at, unknown), enabled=True, chooses=chooses)


def test_the_head_has_a_shape_and_a_sentence_for_every_case(prepared):
    assert view.headline(told(scanned_at=0))[0] == "waiting"
    assert view.headline(told()) == ("proven", Tone.GOOD, "The chosen customers have no open invoice.")
    assert view.share_text(told().status) == "Nothing to pay"
    assert view.headline(told(OPEN=2))[::2] == ("proven", "Every open invoice that is asked for can be paid in Stripe.")
    assert view.headline(told(REFUSED=1))[2].startswith("Stripe refused some")
    assert view.headline(told(chooses=False))[0] == "needs-you"
    assert view.headline(told(("7", "8")))[2] == "The settings name customers that SYSPRO does not have: 7, 8."
    assert view.headline(told(tuple("1234567")))[2].endswith("1, 2, 3, 4, 5 and 2 more.")
