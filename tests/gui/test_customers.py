"""Customers: who may be whom with reasons, what differs with both values, and the commands of each."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from agent.domain.codec import dumps
from agent.domain.customers.compare import Conflict
from agent.domain.customers.kept import Course, ErpNoted, LinkState, Outcome, StripeCustomer
from agent.domain.customers.suggest import Advice, Reason, Suggestion
from agent.domain.errors import Problem
from agent.domain.settings import SETTINGS
from gui.pages.customers import PARTS
from gui.theme import Tone
from gui.viewmodels import customers as view
from gui.viewmodels.customers import Column, Told
from tests.store.builders import NOW

COMPANY = "EDU1"
MATCH = Suggestion(
    Advice.MATCH,
    "cus_A",
    90,
    (Reason("email", 60, "The e-mail address is the same."), Reason("name", 30, "The names are alike.")),
    ambiguous=True,
)


def erp(code):
    return ErpNoted(code, "USD", {"name": f"Shop {code}", "email": f"{code}@example.com"}, "", code.encode())


def fill(room):
    """A that may be cus_A, B not in Stripe, C left out, D in conflict, E refused, F in step."""
    room.store.settings.set("customer_links.enabled", "yes", by="test", now=NOW)
    store = room.store.customers
    store.note_erp(COMPANY, [erp(code) for code in "ABCDEF"])
    store.note_stripe(
        COMPANY, [(StripeCustomer(f"cus_{code}", {"name": f"Stripe {code}"}), "") for code in "ADEF"], NOW
    )
    store.suggested(COMPANY, "A", MATCH)
    store.suggested(COMPANY, "B", Suggestion(Advice.NEW, "", 0, (), ambiguous=False))
    store.suggested(
        COMPANY, "C", Suggestion(Advice.IGNORE, "", 0, (Reason("rule", 0, "C is on hold."),), ambiguous=False)
    )
    for code in "DEF":
        store.link(COMPANY, code, f"cus_{code}", party="", by="Ann", now=NOW)
    due = {link.customer: link for link in store.due(COMPANY, 10, NOW)}
    agreed = Outcome("", {}, {}, (), 0, {}, None)
    email = Conflict("email", "d@example.com", "d@example.org")
    store.done(due["D"], replace(agreed, stripe_id="cus_D", conflicts=(email,)), NOW)
    store.refused(due["E"], "stripe.refused", "Stripe does not take this e-mail address.")
    store.done(due["F"], replace(agreed, stripe_id="cus_F"), NOW)
    room.store.marks.set("customers", dumps(Course(NOW - 60, NOW - 60, NOW - 60, NOW, "r")), NOW)
    room.engine_lives()


@pytest.fixture
def page(room):
    fill(room)
    room.start()
    return room.page("customers")


def cells(page, column=Column.CUSTOMER):
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def show(room, page, part):
    page.tabs.buttons[part].click()
    room.settled()


def open_first(room, page, part):
    show(room, page, part)
    page.table.selectRow(0)
    page.open_row(page.model.row(0))
    room.settled()
    return page.detail


def test_the_model_is_a_model(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_each_part_has_its_customers_and_counts_them(room, page):
    found = {}
    for part in PARTS:
        show(room, page, part)
        found[part] = cells(page)
    assert found == {
        Advice.MATCH: ["A"],
        Advice.NEW: ["B"],
        Advice.IGNORE: ["C"],
        LinkState.CONFLICT: ["D"],
        LinkState.REFUSED: ["E"],
        LinkState.IN_STEP: ["F"],
        LinkState.WAITING: [],
        LinkState.CLOSED: [],
    }
    assert page.tabs.buttons[Advice.MATCH].text() == "May be one  1"
    assert page.tabs.buttons[LinkState.CLOSED].text() == "Ended"


def test_the_head_says_how_many_are_linked_and_what_waits(page):
    assert page.head.share.text() == "3 of 5 linked"
    assert page.head.sentence.text() == "Some customers wait for you; the rest agrees."
    assert page.head.looks.whole().startswith("SYSPRO looked at: today")


def test_a_suggestion_gives_its_reasons_with_their_weight(room, page):
    assert cells(page, Column.WHY)[0].startswith("90 % Another one is as likely. The e-mail address is the same.")
    assert cells(page, Column.STRIPE) == ["Stripe A (cus_A)"]
    detail = open_first(room, page, Advice.MATCH)
    assert detail.reason.text() == "90 % likely the same as Stripe A in Stripe."
    texts = [[detail.values.itemAtPosition(row, column).widget().text() for column in range(2)] for row in range(2)]
    assert texts == [["+60", "The e-mail address is the same."], ["+30", "The names are alike."]]
    assert detail.note.text() == "Another customer is as likely, so look twice."


@pytest.mark.parametrize(
    ("button", "asked"),
    [
        ("link", ("customers_link", {"customer": "A", "stripe_id": "cus_A"})),
        ("refuse", ("customers_refuse", {"customer": "A", "stripe_id": "cus_A"})),
        ("ignore", ("customers_ignore", {"customer": "A"})),
    ],
)
def test_a_person_says_who_is_who(room, page, button, asked):
    getattr(open_first(room, page, Advice.MATCH), button).click()
    room.settled()
    assert room.commands() == [asked]


def test_the_sure_ones_are_accepted_together_after_a_question(room, page):
    page.accept.click()
    assert "at least 90 %" in page.asking.text.text()
    assert room.commands() == []
    page.asking.confirm.click()
    room.settled()
    assert room.commands() == [("customers_accept_all", {"advice": "match", "least": "90"})]


def test_only_suggestions_can_be_accepted_together(room, page):
    assert page.accept.isVisible()
    show(room, page, LinkState.REFUSED)
    assert not page.accept.isVisible()


def test_the_verb_of_a_suggestion_only_opens_it(room, page):
    page.table.pressed_link.emit(page.model.index(0, Column.VERB))
    room.settled()
    assert page.detail.isVisible()
    assert room.commands() == []


@pytest.mark.parametrize(
    ("part", "asked"),
    [
        (Advice.NEW, ("customers_link", {"customer": "B", "stripe_id": ""})),
        (LinkState.REFUSED, ("customers_retry", {"customer": "E"})),
    ],
)
def test_the_verb_of_a_row_does_what_it_says(room, page, part, asked):
    show(room, page, part)
    page.table.pressed_link.emit(page.model.index(0, Column.VERB))
    room.settled()
    assert room.commands() == [asked]


@pytest.mark.parametrize("side", ["syspro", "stripe"])
def test_where_both_sides_changed_a_field_a_person_chooses(room, page, side):
    detail = open_first(room, page, LinkState.CONFLICT)
    assert detail.values.itemAtPosition(1, 0).widget().text() == "SYSPRO: d@example.com"
    assert detail.values.itemAtPosition(2, 0).widget().text() == "Stripe: d@example.org"
    detail.sides["email", side].click()
    room.settled()
    assert room.commands() == [("customers_resolve", {"customer": "D", "field": "email", "side": side})]


def test_the_detail_follows_what_became_of_its_customer(room, page):
    detail = open_first(room, page, LinkState.REFUSED)
    assert detail.retry.isVisible()
    room.store.customers.again(COMPANY, "E", NOW)
    show(room, page, LinkState.WAITING)
    page.table.selectRow(0)
    page.open_row(page.model.row(0))
    assert detail.chip.word() == "To be written"
    assert not detail.retry.isVisible()


def test_the_smallest_window_holds_the_list_beside_its_detail(room, page):
    room.program.window.resize(room.program.window.minimumSize())
    page.open_row(page.model.row(0))
    room.settled()
    assert page.detail.mapTo(page, page.detail.rect().topRight()).x() < page.width()


def test_run_now_looks_for_what_changed_and_the_other_reads_everything(room, page):
    page.run_now.click()
    page.head.links["everything"].click()
    room.settled()
    assert room.commands() == [("customers", {"what": "changes"}), ("customers", {"what": "everything"})]


def test_the_navigation_counts_here_what_waits_here(room, page):
    assert room.program.window.navigation.buttons["customers"].text() == " Customers  (2)"


def test_a_search_finds_and_says_when_nothing_fits(room, page):
    page.text.setText("shop a")
    room.qtbot.waitUntil(lambda: cells(page) == ["A"])
    page.text.setText("nowhere")
    room.qtbot.waitUntil(lambda: page.stages.message.title.text() == "Nothing fits the search")


def test_switched_off_it_says_what_it_would_do_and_where_to_switch_it_on(room):
    room.start()
    page = room.page("customers")
    assert page.stages.message.title.text() == "Customers are not kept in step"
    assert not page.run_now.isEnabled()
    assert not page.head.isVisible()
    page.stages.message.button.click()
    room.settled()
    settings = room.program.window.current()
    assert settings is room.program.window.pages["settings"]
    assert settings.fields["customer_links.enabled"].isVisible()


def test_switched_off_again_it_shows_how_it_stood_and_nothing_can_be_pressed(room):
    fill(room)
    room.store.settings.set("customer_links.enabled", "no", by="test", now=NOW)
    room.start()
    page = room.page("customers")
    assert page.head.sentence.text().startswith("Customers are not kept in step.")
    page.open_row(page.model.row(0))
    assert not any(button.isEnabled() for button in page.detail.buttons)


def test_before_the_first_look_it_says_what_will_appear(room):
    room.store.settings.set("customer_links.enabled", "yes", by="test", now=NOW)
    room.start()
    assert room.page("customers").stages.message.title.text() == "No customer was read yet"


def test_an_empty_part_says_what_would_stand_there(room):
    fill(room)
    room.start()
    page = room.page("customers", LinkState.WAITING)
    assert page.stages.message.title.text() == "Nothing is to be written"


def test_the_part_is_remembered(room, page):
    show(room, page, LinkState.REFUSED)
    assert room.program.context.remembered.value("customers/part") == "refused"


def test_a_side_that_does_not_answer_is_said_in_the_head(room):
    fill(room)
    problem = {"title": "SYSPRO does not answer", "message": "Its database gave no answer."}
    room.store.marks.set("job.customers", json.dumps({"at": NOW, "done": 0, "problem": problem}), NOW)
    room.start()
    assert room.page("customers").head.sentence.text().startswith("SYSPRO does not answer.")


def test_a_database_that_fails_is_said_with_a_button_to_try_again(room, page):
    page.model.failed.emit(Problem("Database cannot be used", "Another program keeps it locked."))
    assert page.stages.message.text.text() == "Another program keeps it locked."
    page.stages.message.button.click()
    room.settled()
    assert page.stages.face() == "content"


def test_ten_thousand_suggestions_are_read_by_the_page(room):
    room.store.settings.set("customer_links.enabled", "yes", by="test", now=NOW)
    count = 10_000
    room.store.customers.note_erp(COMPANY, [erp(f"P{number:05}") for number in range(count)])
    with room.store.customers._connections.writing() as db:
        db.execute("UPDATE erp_customers SET advice = 'new'")
    room.start()
    page = room.page("customers", Advice.NEW)
    assert page.model.rowCount() == count
    page.table.scrollToBottom()
    room.qtbot.waitUntil(lambda: page.model.row(count - 1) is not None)
    assert page.model.row(count - 1).customer == "P09999"


def told(**counts):
    every = dict.fromkeys(PARTS, 0)
    return Told(every | {part: counts.get(part.name, 0) for part in PARTS}, Course(scanned_at=NOW), enabled=True)


def test_the_head_has_a_shape_and_a_sentence_for_every_case(prepared):
    assert view.headline(replace(told(), course=Course()), None)[0] == "waiting"
    assert view.headline(told(), None)[:2] == ("proven", Tone.GOOD)
    assert view.headline(told(WAITING=1), None)[0] == "working"
    assert view.headline(told(MATCH=1), None)[2].startswith("All links agree.")
    assert view.headline(told(CONFLICT=1), None)[0] == "needs-you"


def test_every_part_and_field_has_a_word(prepared):
    assert len({view.part_look(part).word for part in PARTS}) == len(PARTS)
    assert all(view.field_word(field) != field for field in ("name", "email", "phone", "address", "tax_id"))
    assert view.value_text("") == "(empty)"
    assert view.value_text("1 Road\n\nTown") == "1 Road, Town"


def test_headings_stand_above_columns_alone(page):
    assert page.model.headerData(0, Qt.Orientation.Horizontal) == "In SYSPRO"
    assert page.model.headerData(1, Qt.Orientation.Vertical) is None


def test_the_place_of_the_switch_is_a_declared_setting():
    assert "customer_links.enabled" in SETTINGS
