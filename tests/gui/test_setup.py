"""Set up: a new home leads there, each step shows what it should, and what is refused is said."""

import pytest

from agent.domain.codec import dumps
from agent.domain.errors import Problem
from agent.domain.marks import SET_UP_TOLD
from agent.domain.setup import Look, Step, Told
from gui.viewmodels.setup import STEPS, step_word, template_words
from tests.gui import setting_up
from tests.pipeline.cli_world import SETTINGS


@pytest.fixture
def fresh(room):
    """A home in which nothing was ever set."""
    for name in SETTINGS:
        room.store.settings.unset(name, by="test", now=room.clock.now())
    room.secrets.clear()
    return room


def at(room, step):
    """The page at a step, with all that was found."""
    setting_up.stand(room.store, step, now=room.clock.now())
    room.start()
    return room.page("setup")


def commands(room):
    return [(name, told.get("what", "")) for name, told in room.commands() if name != "reload"]


def test_a_home_that_was_never_set_up_leads_to_the_wizard(fresh):
    window = fresh.start().window
    assert window.current() is window.pages["setup"]
    assert window.navigation.buttons["setup"].isVisible()
    assert window.pages["setup"].next.text() == "Test the connections"


def test_the_first_page_of_a_new_home_says_that_nothing_is_posted_and_leads_on(fresh):
    window = fresh.start().window
    page = fresh.page("home")
    assert page.stages.message.title.text() == "Not launched yet"
    page.stages.message.button.click()
    assert window.current() is window.pages["setup"]


def test_a_home_that_works_does_not_offer_it(room):
    window = room.start().window
    assert window.current() is window.pages["home"]
    assert not window.navigation.buttons["setup"].isVisible()


def test_whoever_goes_elsewhere_is_not_led_back(fresh):
    window = fresh.start().window
    window.show_page("work")
    fresh.settled()
    assert window.current() is window.pages["work"]


def test_what_is_entered_is_kept_and_tried_and_the_secret_leaves_the_window(fresh):
    page = fresh.start().window.pages["setup"]
    for name, text in {"stripe.key": "rk_test_1", "syspro.operator": "ADMIN", "syspro.company": "A"}.items():
        page.access.fields[name].setText(text)
    page.access.fields["syspro.base_url"].setText("http://127.0.0.1:9/Rest")
    page.next.click()
    fresh.qtbot.waitUntil(lambda: ("look", "access") in commands(fresh))
    fresh.settled()
    assert fresh.secrets.get("stripe.key") == "rk_test_1"
    assert page.access.fields["stripe.key"].text() == ""
    assert not page.next.isEnabled()
    assert "being tried" in page.busy.text()


def test_a_text_that_does_not_fit_is_refused_in_words(fresh):
    page = fresh.start().window.pages["setup"]
    page.access.fields["syspro.company"].setText("FAR TOO LONG")
    page.next.click()
    fresh.qtbot.waitUntil(lambda: "syspro.company" in fresh.program.window.notice.text.text())
    assert page.next.isEnabled()
    assert commands(fresh) == []


def test_missing_and_needless_rights_are_told_apart_and_the_others_come_on_demand(fresh):
    page = at(fresh, Step.ACCESS)
    names = [label.text() for label in page.access.stripe.findChildren(type(page.busy)) if label.isVisibleTo(page)]
    assert any("Payouts: Read" in name for name in names)
    assert any("take “Transfers”" in name for name in names)
    assert "event_read" not in names
    page.access.stripe.all.click()
    fresh.settled()
    names = [label.text() for label in page.access.stripe.findChildren(type(page.busy)) if label.isVisibleTo(page)]
    assert "event_read" in names


def test_a_change_asks_for_another_test(fresh):
    page = at(fresh, Step.ACCESS)
    assert page.next.text() == "Go on"
    page.access.fields["syspro.operator"].textEdited.emit("OTHER")
    assert page.next.text() == "Test the connections"


def test_arriving_where_nothing_was_found_yet_asks_the_engine_once(fresh):
    page = at(fresh, Step.ACCESS)
    fresh.store.marks.set(f"{SET_UP_TOLD}{Look.DISCOVER.value}", "", fresh.clock.now())
    page.next.click()
    fresh.qtbot.waitUntil(lambda: page.step is Step.DISCOVER)
    fresh.settled()
    fresh.settled()
    assert commands(fresh) == [("look", "discover")]
    assert not page.next.isEnabled()


def test_a_look_in_vain_says_why_and_may_be_tried_again(fresh):
    page = at(fresh, Step.DISCOVER)
    problem = Problem("SYSPRO does not answer", "Nobody answers at 127.0.0.1.", "Look at the address.")
    told = dumps(Told(fresh.clock.now(), problem))
    fresh.store.marks.set(f"{SET_UP_TOLD}{Look.DISCOVER.value}", told, fresh.clock.now())
    fresh.settled()
    assert not page.next.isEnabled()
    assert page.discover.waiting.trouble.isVisible()
    page.again.click()
    fresh.qtbot.waitUntil(lambda: commands(fresh) == [("look", "discover")])


def test_suggested_answers_are_accepted_with_what_was_chosen_by_hand(fresh):
    fresh.secrets.set("stripe.key", "rk_test_1")
    page = at(fresh, Step.CONFIGURE)
    fresh.qtbot.waitUntil(lambda: bool(page.answers.boxes))
    assert page.answers.boxes["clearing_bank", "usd"].code() == "STRIPE-USD"
    assert page.answers.boxes["salesperson", ""].code() == "HOUSE"
    page.answers.boxes["credit_class", ""].setEditText("RTN")
    for place in (("invoice_class", ""), ("guests", "eur")):
        page.answers.boxes[place].setEditText("WEB")
    page.next.click()
    fresh.qtbot.waitUntil(lambda: page.step is Step.VALIDATE)
    values = fresh.desk.service.values()
    assert values.table("receipts.bank") == {"eur": "STRIPE-EUR", "usd": "STRIPE-USD"}
    assert values.text("refunds.product_class") == "RTN"
    assert values.text("keys.invoice_length") == "15"


def test_an_answer_that_is_missing_is_named(fresh):
    page = at(fresh, Step.CONFIGURE)
    fresh.qtbot.waitUntil(lambda: bool(page.answers.boxes))
    page.next.click()
    fresh.qtbot.waitUntil(lambda: "credit_class" in fresh.program.window.notice.text.text())
    assert page.step is Step.CONFIGURE


def test_the_preview_shows_figures_causes_and_accounts(fresh):
    page = at(fresh, Step.VALIDATE)
    texts = [label.text() for label in page.preview.findChildren(type(page.busy)) if label.isVisible()]
    assert "742" in texts
    assert any("WEB-4711" in text for text in texts)
    assert "1310-000" in texts
    page.next.click()
    fresh.qtbot.waitUntil(lambda: page.step is Step.LAUNCH)


def test_the_launch_lets_the_agent_work_and_opens_the_work_list(fresh):
    fresh.secrets.set("stripe.key", "rk_test_1")
    for name, text in SETTINGS.items():
        fresh.store.settings.set(name, text, by="test", now=fresh.clock.now())
    page = at(fresh, Step.LAUNCH)
    page.launch.none.setChecked(True)
    page.launch.day.setCurrentIndex(1)
    first = page.launch.start_on()
    page.next.click()
    window = fresh.program.window
    fresh.qtbot.waitUntil(lambda: window.current() is window.pages.get("work"))
    values = fresh.desk.service.values()
    assert (values.text("posting.approval"), values.text("stripe.start_on")) == ("no", first)
    assert first.endswith("-01")
    page = fresh.page("setup")
    assert page.stages.face() == "message"
    assert not page.next.isVisible()


def test_a_launch_without_a_key_is_refused_by_its_name(fresh):
    page = at(fresh, Step.LAUNCH)
    page.next.click()
    fresh.qtbot.waitUntil(lambda: "stripe.key" in fresh.program.window.notice.text.text())
    assert page.step is Step.LAUNCH


def test_a_test_company_leads_back_to_the_preview(fresh):
    page = at(fresh, Step.LAUNCH)
    page.launch.company.setEditText("EDU1")
    page.launch.use.click()
    fresh.qtbot.waitUntil(lambda: page.step is Step.VALIDATE)
    fresh.qtbot.waitUntil(lambda: ("look", "preview") in commands(fresh))
    assert fresh.desk.service.values().text("syspro.company") == "EDU1"


def test_every_step_and_every_template_has_its_words(prepared, room):
    assert len({step_word(step) for step in Step}) == len(Step)
    assert STEPS[-1] is Step.LAUNCH
    names = [template.name for template in room.desk.service.mapping.templates()]
    assert not [name for name in names if template_words(name) == (name, "")]
