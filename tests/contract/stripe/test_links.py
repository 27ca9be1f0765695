"""Payment links, written and read over real sockets."""

import pytest

from agent.domain.errors import NeedsPerson
from agent.domain.requests.link import Ask
from connectors.stripe.links import StripeLinks

ASK = Ask(48215, "usd", "Invoice 100601", {"syspro_invoice": "100601"})


@pytest.fixture
def links(kit):
    return StripeLinks(kit.connection)


def test_a_link_is_made_paid_once_and_closed(links, sandbox):
    made = links.make(ASK, "m", "k1")
    assert (made.active, made.paid, made.mark, made.ask_print) == (True, False, "m", ASK.print)
    assert made.url.startswith("https://")
    session = sandbox.trading.pay_by_link(made.id)
    assert (session["payment_link"], session["metadata"]["syspro_request"]) == (made.id, "m")
    charge = sandbox.engine.get(sandbox.engine.get(session["payment_intent"])["latest_charge"])
    assert (charge["amount"], charge["metadata"]) == (48215, {"syspro_invoice": "100601"})
    assert links.get(made.id).paid
    closed = links.close(made.id, "k2")
    assert (closed.active, closed.paid) == (False, True)


def test_the_same_key_makes_one_link(links, sandbox):
    assert links.make(ASK, "m", "k1") == links.make(ASK, "m", "k1")
    assert len(sandbox.engine.store.all_of("payment_link")) == 1


def test_only_links_that_can_be_paid_are_listed_page_by_page(links):
    made = [links.make(ASK, str(number), f"k{number}") for number in range(103)]
    links.close(made[0].id, "c")
    assert {one.mark for one in links.active()} == {str(number) for number in range(1, 103)}


def test_a_link_of_a_persons_has_no_mark(links, sandbox):
    price = {"currency": "usd", "unit_amount": 5, "product_data": {"name": "Gift"}}
    sandbox._parts.pay_links.create({"line_items": [{"price_data": price, "quantity": 1}]}, at=1)
    assert [(one.mark, one.paid) for one in links.active()] == [("", False)]


def test_what_stripe_refuses_is_for_a_person(links):
    with pytest.raises(NeedsPerson):
        links.make(Ask(0, "usd", "Invoice 1"), "m", "k1")
    with pytest.raises(NeedsPerson):
        links.get("plink_none")


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"id": "plink_1", "url": 7, "active": True, "metadata": {}},
        {"id": "plink_1", "url": "u", "active": "yes", "metadata": {}},
        {"id": "plink_1", "url": "u", "active": True, "restrictions": {"completed_sessions": {"count": "x"}}},
        {"id": "plink_1", "url": "u", "active": True, "restrictions": {"completed_sessions": 7}},
    ],
)
def test_an_answer_that_is_not_as_documented_is_set_aside(puppet, puppeteer, answer):
    puppet.say("/v1/payment_links/plink_1", answer)
    with pytest.raises(NeedsPerson) as refused:
        StripeLinks(puppeteer.connection).get("plink_1")
    assert refused.value.problem.code == "stripe.unusable"
