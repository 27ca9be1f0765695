"""Resync from the work list: asked for, previewed, done; and only what was previewed."""

import pytest

from agent.domain.codec import dumps
from agent.domain.errors import Problem
from agent.domain.marks import RESYNC_TOLD
from agent.domain.money import Money
from agent.domain.resync import Effect, Part, ResyncRow, ResyncTold


@pytest.fixture
def bar(room):
    """The bar, opened on the work list."""
    room.engine_lives()
    room.start()
    page = room.page("work")
    page.resync.click()
    assert page.resyncing.isVisible()
    return page.resyncing


def choose(bar, part, text=""):
    bar.part.setCurrentIndex(bar.part.findData(part))
    bar.what.setText(text)


def look(room, bar):
    """Press the preview and wait for the command; return its number."""
    bar.preview.click()
    room.qtbot.waitUntil(lambda: bar._command > 0)
    return bar._command


def tell(room, number, **told):
    room.store.marks.set(RESYNC_TOLD, dumps(ResyncTold(number, 1, **told)), room.clock.now())
    room.settled()
    room.settled()


def test_what_it_would_do_is_shown_before_it_can_be_done(room, bar):
    choose(bar, Part.OBJECT, "ch_1")
    assert not bar.confirm.isEnabled()
    number = look(room, bar)
    asked = {"part": "object", "what": "ch_1", "since_at": "0", "until_at": "0"}
    assert room.commands() == [("resync_look", asked)]
    row = ResyncRow("ch_1", "Order for Ada", Money(1200, "usd"), Effect.MADE)
    tell(room, number, subjects=1, rows=(row,), counts={"made": 1, "posted": 2})
    assert bar.said.text() == "1 would be made, 2 is posted and stays"
    assert bar.confirm.isEnabled()
    bar.confirm.click()
    room.qtbot.waitUntil(lambda: ("resync", asked) in room.commands())
    assert not bar.isVisible()


def test_another_wish_needs_another_preview(room, bar):
    choose(bar, Part.PAYOUT, "po_1")
    tell(room, look(room, bar), subjects=1, counts={"same": 1})
    assert bar.confirm.isEnabled()
    bar.what.setText("po_2")
    assert not bar.confirm.isEnabled()


def test_a_refusal_is_said_where_it_was_asked(room, bar):
    choose(bar, Part.CUSTOMER, "nobody")
    problem = Problem("Nothing", "Nothing that this agent knows belongs to it.", code="resync.nothing")
    tell(room, look(room, bar), problem=problem)
    assert "Nothing that this agent knows" in bar.said.text()
    assert not bar.confirm.isEnabled()


def test_days_are_those_of_the_site(room, bar):
    room.store.settings.set("site.time_zone", "America/New_York", by="test", now=1)
    room.settled()
    choose(bar, Part.DAYS)
    wish = bar.wish()
    assert wish.until_at - wish.since_at in {82_800, 86_400, 90_000}
    assert wish.since_at % 86_400 in {4 * 3600, 5 * 3600}
    assert not bar.what.isVisible()


def test_nothing_can_be_asked_without_a_name(bar):
    choose(bar, Part.STOCK_CODE)
    assert not bar.preview.isEnabled()


def test_days_in_the_wrong_order_are_told_in_one_sentence(room):
    room.start()
    bar = room.page("work").resyncing
    bar.open()
    bar.part.setCurrentIndex(bar.part.findData(Part.DAYS))
    bar.first.setDate(bar.last.date().addDays(1))
    assert bar.said.text() == "The first day is after the last."
    assert not bar.preview.isEnabled()
    bar.first.setDate(bar.last.date())
    assert bar.said.text().startswith("What is posted is never posted again")
    assert bar.preview.isEnabled()
