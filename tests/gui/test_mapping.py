"""The mapping editor: each field with its rule and sample, suggestions, a draft that is tried, and revisions."""

import pytest
from PySide6.QtCore import Qt

from agent.domain.codec import dumps
from agent.domain.decide import decide
from agent.domain.editing import Spot
from agent.domain.errors import Problem
from agent.domain.events import Subject
from agent.domain.kinds import Kind
from agent.domain.lists import ListFinding, Named, SiteList, Verdict
from agent.domain.mapping import MappingContent
from agent.domain.rules import Rule
from gui.viewmodels import mapping as view
from gui.viewmodels.mapping import WAYS, Column
from tests.store.builders import NOW
from tests.unit.domain.cases import POLICY, charge, facts

SALE = Spot("charge-to-order", 3)


@pytest.fixture
def room(room):
    """A room whose engine decided one payment."""
    for name, text in POLICY.items():
        room.store.settings.set(name, text, by="test", now=NOW)
    mapping = room.desk.service.mapping
    content = mapping.content()
    number = room.store.revisions.append(content.text(), author="Ann", comment="The first", now=NOW - 90)
    paid = facts(charge(metadata={"po_no": "PO 77", "special_instructions": "Ring"}))
    decision = decide(paid, MappingContent(content.flows, content.policy).revision(number))
    room.store.outbox.apply(decision, paid, Subject("ch_1", "charge", (), (), NOW), NOW - 60)
    room.engine_lives()
    return room


@pytest.fixture
def page(room):
    room.start()
    page = room.page("mapping", "charge-to-order")
    page.open_at("charge-to-order")
    choose(room, page, SALE)
    return page


def choose(room, page, spot):
    places = [page.spot.itemData(place) for place in range(page.spot.count())]
    page.spot.setCurrentIndex(places.index(spot))
    page.spot.activated.emit(page.spot.currentIndex())
    room.settled()


def cells(page, column=Column.FIELD):
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def open_field(room, page, element):
    page.table.selectRow(cells(page).index(element))
    page.open_row(page.model.rows[cells(page).index(element)])
    room.settled()
    room.qtbot.waitUntil(lambda: page.spot.currentData() in page.offered)
    return page.pane


def fill(room, pane, way, value):
    pane.way.setCurrentIndex(WAYS.index(way))
    (pane.expression.setPlainText if way == "cel" else pane.value.setText)(value)
    room.qtbot.waitUntil(lambda: not pane._rest.isActive() and room.program.reading.at_rest)


def keep(room, page, element, way, value):
    fill(room, open_field(room, page, element), way, value)
    page.pane.keep.click()
    room.settled()


def test_the_model_is_a_model(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_each_field_has_its_rule_as_a_sentence_and_what_it_gives(page):
    found = {row[0]: row[1:] for row in zip(*(cells(page, column) for column in Column), strict=True)}
    assert found["CustomerPoNumber"] == ("payment.reference", "ch_1", "Required")
    assert found["Email"][0] == "payer.email, without blanks at both ends"
    assert found["Salesperson"][:2] == ("nothing", "")
    assert cells(page)[-1] not in {"CustomerPoNumber", "Customer"}
    assert page.when.text() == (
        "Made for each: Order for {payer.name}, {payment.amount}. Only where invoice_to_pay.open is no."
    )


def test_every_document_and_line_of_a_flow_can_be_chosen(page):
    words = [page.spot.itemText(place) for place in range(page.spot.count())]
    assert "3. Sales order" in words
    assert "3. Sales order, stock line" in words


def test_a_search_finds_a_field_by_its_name_or_meaning(page):
    page.search.setText("ponumber")
    assert cells(page) == ["CustomerPoNumber"]


def test_a_suggestion_says_how_sure_it_is_and_why_and_fills_the_rule(room, page):
    pane = open_field(room, page, "SpecialInstrs")
    names = [button.property("path") for button in pane.suggestions]
    button = pane.suggestions[names.index("charge.metadata.special_instructions")]
    assert button.text().startswith("charge.metadata.special_instructions  ")
    assert button.toolTip()
    button.click()
    room.qtbot.waitUntil(lambda: pane.gives.text() == "For the latest one: Ring")
    assert pane.rule() == Rule("path", "charge.metadata.special_instructions")


def test_a_change_goes_into_the_draft_and_is_not_in_force(room, page):
    assert page.draft.isHidden()
    assert not page.force.isEnabled()
    keep(room, page, "SpecialInstrs", "path", "charge.metadata.po_no")
    assert page.draft.isVisible()
    assert page.draft.headline.text() == "1 change waits in the draft; nothing is decided by it yet."
    assert "SpecialInstrs" in page.draft.lines.text()
    assert cells(page, Column.SAMPLE)[cells(page).index("SpecialInstrs")] == "PO 77"
    assert len(room.store.revisions.list(10)) == 1


def test_a_draft_is_tried_on_what_was_decided(room, page):
    keep(room, page, "SpecialInstrs", "path", "charge.metadata.po_no")
    page.draft.try_out.click()
    room.settled()
    told = page.draft.outcome.toPlainText()
    assert told.startswith("1 of 1 decisions of the last 30 days would have been different:")
    assert "ch_1" in told
    assert "PO 77" in told


def test_a_draft_that_changes_nothing_says_so(room, page):
    keep(room, page, "Salesperson", "path", "payer.metadata.salesperson")
    page.draft.try_out.click()
    room.settled()
    assert page.draft.outcome.toPlainText() == "All 1 decisions of the last 30 days would have been the same."


def answer(room, page, result, *, ok=True):
    """Be the engine that answers what it was asked last."""
    room.qtbot.waitUntil(lambda: page.drafting.looking > 0)
    room.store.commands.finish(page.drafting.looking, result=result, ok=ok, now=NOW)
    page.refresh()
    room.qtbot.waitUntil(lambda: page.drafting.looking == 0)


def test_syspros_lists_are_asked_about_a_draft_by_the_engine(room, page):
    keep(room, page, "Branch", "constant", "77")
    page.draft.look.click()
    assert not page.draft.look.isEnabled()
    missing = ListFinding(
        Named(SiteList.BRANCHES, "77", "Flow x: step 3, Branch"), Verdict.MISSING, "Branch 77 is not there."
    )
    answer(room, page, dumps([missing]))
    assert room.commands()[-1] == ("look_into_lists", {"draft": "yes", "setting": ""})
    assert page.draft.outcome.toPlainText() == "Flow x: step 3, Branch\n    Branch 77 is not there."
    page.draft.look.click()
    answer(room, page, "[]")
    assert page.draft.outcome.toPlainText() == "SYSPRO has every code that the draft names."
    page.draft.look.click()
    answer(room, page, "SYSPRO is not set up.", ok=False)
    assert page.draft.outcome.toPlainText() == "SYSPRO is not set up."
    assert page.draft.look.isEnabled()


def test_without_an_engine_the_lists_are_not_asked(room, page):
    keep(room, page, "Branch", "constant", "77")
    room.clock.advance(3600)
    room.settled()
    page.draft.look.click()
    assert page.draft.outcome.toPlainText() == "The engine asks SYSPRO's lists, and it does not run."
    assert "look_into_lists" not in [name for name, _ in room.commands()]


def test_a_draft_is_put_in_force_with_a_reason(room, page):
    keep(room, page, "SpecialInstrs", "constant", "WEB")
    page.force.click()
    page.draft.asking.field.setText("Their number is not used")
    page.draft.asking.confirm.click()
    room.settled()
    revision = room.store.revisions.latest()
    assert revision.comment == "Their number is not used"
    assert page.draft.isHidden()
    assert cells(page, Column.RULE)[cells(page).index("SpecialInstrs")] == "always “WEB”"
    assert ("reload", {}) in room.commands()


def test_a_draft_is_discarded(room, page):
    keep(room, page, "SpecialInstrs", "constant", "WEB")
    page.draft.discard.click()
    page.draft.asking.confirm.click()
    room.settled()
    assert page.draft.isHidden()
    assert cells(page, Column.RULE)[cells(page).index("SpecialInstrs")] == "nothing"


def test_our_reference_is_not_given_away(room, page):
    pane = open_field(room, page, "CustomerPoNumber")
    pane.way.setCurrentIndex(WAYS.index("path"))
    pane.value.setText("charge.metadata.po_no")
    room.qtbot.waitUntil(lambda: "holds our reference" in pane.gives.text())
    assert pane.suggestions == []
    pane.keep.click()
    room.settled()
    assert page.draft.isHidden()


def test_a_rule_that_cannot_work_says_why_while_it_is_typed(room, page):
    pane = open_field(room, page, "SpecialInstrs")
    fill(room, pane, "cel", "payer.(")
    room.qtbot.waitUntil(lambda: "SpecialInstrs" in pane.gives.text())
    fill(room, pane, "path", "payer.nmae")
    room.qtbot.waitUntil(lambda: "payer.name" in pane.gives.text())


def test_a_required_field_without_a_rule_is_refused_and_what_is_typed_stays(room, page):
    choose(room, page, Spot("charge-to-order", 5))
    pane = open_field(room, page, "PaymentValue")
    assert cells(page, Column.STATE)[cells(page).index("PaymentValue")] == "Required"
    pane.way.setCurrentIndex(WAYS.index(""))
    room.qtbot.waitUntil(lambda: pane.gives.text() == "SYSPRO needs this field.")
    pane.keep.click()
    room.qtbot.waitUntil(lambda: "required field PaymentValue" in pane.gives.text())
    assert page.draft.isHidden()
    assert pane.rule() is None


def test_a_field_that_is_not_required_may_stay_empty(room, page):
    pane = open_field(room, page, "Email")
    pane.way.setCurrentIndex(WAYS.index(""))
    room.qtbot.waitUntil(lambda: pane.gives.text() == "The field stays empty.")


def test_a_value_that_does_not_fit_is_marked_in_the_list(room, page):
    keep(room, page, "SpecialInstrs", "path", "payment.amount.minor")
    choose(room, page, Spot("charge-to-order", 5))
    pane = open_field(room, page, "PaymentValue")
    fill(room, pane, "path", "payer.name")
    room.qtbot.waitUntil(lambda: bool(pane.gives.text()))
    assert "amount" in pane.gives.text()


def test_look_ups_and_expressions_show_their_own_fields(room, page):
    pane = open_field(room, page, "SpecialInstrs")
    pane.way.setCurrentIndex(WAYS.index("lookup"))
    assert (pane.key.isVisible(), pane.value.isVisible(), pane.expression.isVisible()) == (True, True, False)
    pane.way.setCurrentIndex(WAYS.index("cel"))
    assert (pane.key.isVisible(), pane.value.isVisible(), pane.expression.isVisible()) == (False, False, True)
    pane.way.setCurrentIndex(WAYS.index("constant"))
    assert not pane.default.isVisible()


def test_the_revisions_show_their_difference_and_the_way_back(room, page):
    keep(room, page, "SpecialInstrs", "constant", "WEB")
    room.desk.service.mapping.apply_draft("Their number is not used")
    room.settled()
    page.tabs.buttons["history"].click()
    room.settled()
    revisions = page.revisions
    assert [revisions.list.item(row).text().splitlines()[1] for row in range(revisions.list.count())] == [
        "Their number is not used",
        "The first",
    ]
    revisions.list.setCurrentRow(0)
    room.settled()
    assert "SpecialInstrs" in revisions.lines.text()
    assert not revisions.back.isVisible()
    revisions.list.setCurrentRow(1)
    room.settled()
    revisions.back.click()
    revisions.asking.field.setText("It was used after all")
    revisions.asking.confirm.click()
    room.settled()
    assert room.store.revisions.latest().comment == "It was used after all"
    assert room.store.revisions.latest().number == 3


def test_the_smallest_window_holds_the_list_beside_the_pane(room, page):
    room.program.window.resize(room.program.window.minimumSize())
    open_field(room, page, "SpecialInstrs")
    assert page.pane.mapTo(page, page.pane.rect().topRight()).x() < page.width()


def test_what_is_being_typed_stays_when_the_engine_writes(room, page):
    pane = open_field(room, page, "SpecialInstrs")
    pane.way.setCurrentIndex(WAYS.index("constant"))
    pane.value.setText("half a wo")
    room.settled()
    assert pane.value.text() == "half a wo"


def test_a_database_that_fails_is_said_with_a_button_to_try_again(room, page):
    page.stages.show_problem(Problem("Database cannot be used", "Another program keeps it locked."))
    page.stages.message.button.click()
    room.settled()
    assert page.stages.face() == "content"


def test_before_anything_was_decided_there_are_no_samples_and_no_revisions(tmp_path, qtbot):
    from tests.gui.conftest import Room  # noqa: PLC0415 - a room of its own

    made = Room(tmp_path, qtbot)
    made.start()
    page = made.page("mapping")
    assert page.stages.face() == "content"
    assert set(cells(page, Column.SAMPLE)) <= {""}
    assert page.revisions.stages.message.title.text() == "Nothing is in force yet"
    made.close()


def test_every_way_and_change_has_words(prepared):
    assert len({view.way_word(way) for way in WAYS}) == len(WAYS)
    rule = Rule("path", "a", default="b", transforms=("truncate:10", "upper"))
    assert view.rule_text(rule) == "a, else “b”, its first 10 characters, in capitals"
    assert view.rule_text(Rule("lookup", "t", key="k")) == "what the table t has for k"
    assert view.rule_text(Rule("template", "x {a}")) == "the text “x {a}”"
    assert view.rule_text(Rule("cel", "1")) == "the expression 1"


def test_headings_stand_above_columns_alone(page):
    assert page.model.headerData(0, Qt.Orientation.Horizontal) == "Field in SYSPRO"
    assert page.model.headerData(0, Qt.Orientation.Vertical) is None


def test_a_field_says_what_syspro_expects(room, page):
    pane = open_field(room, page, "Warehouse")
    assert "one of SYSPRO's table" in pane.takes.text()
    assert Kind.SALES_ORDER
