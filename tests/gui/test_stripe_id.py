"""An id of Stripe: copied by a click, and opened in the Dashboard where it has a page."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from agent.domain.worklist import Tab
from gui.widgets.stripe_id import StripeId
from tests.store.builders import NOW, apply, parked


@pytest.fixture
def opened(room):
    """A room whose browser keeps what it is asked to open."""
    seen = []
    room.joins = replace(room.joins, browse=seen.append)
    room.seen = seen
    return room


def test_a_payment_opens_its_page(opened):
    apply(opened.store, parked())
    opened.start()
    page = opened.page("work", Tab.NEEDS_YOU)
    page.open_row(page.model.row(0))
    opened.settled()
    found = page.detail.findChildren(StripeId)
    assert [one.identifier.toolTip() for one in found] == ["Copy ch_1"]
    found[0].open.click()
    assert opened.seen == ["https://dashboard.stripe.com/test/payments/ch_1"]


def test_an_id_is_copied_by_a_click(opened):
    opened.start()
    made = StripeId(opened.program.context, "po_1")
    made.identifier.click()
    assert QGuiApplication.clipboard().text() == "po_1"


def test_what_has_no_page_shows_no_way_to_it(opened):
    opened.start()
    made = StripeId(opened.program.context, "txn_1")
    assert made.open.isHidden()
    made.say("")
    assert made.isHidden()


def test_a_sandbox_has_no_pages(opened):
    opened.store.settings.set("stripe.api_base", "http://127.0.0.1:9", by="test", now=NOW)
    opened.start()
    assert StripeId(opened.program.context, "ch_1").open.isHidden()
