"""Checkout sessions made through the API, and paid by whoever opens the page."""

import httpx
import pytest
import stripe

LINE = {"quantity": 2, "price_data": {"currency": "usd", "unit_amount": 500, "product_data": {"name": "Bolts"}}}
ASKED = {"mode": "payment", "success_url": "https://a.example.com", "line_items": [LINE]}


def test_a_session_is_open_until_it_is_paid(sandbox, client, types_of):
    session = client.v1.checkout.sessions.create({**ASKED, "payment_intent_data": {"metadata": {"order": "7"}}})
    assert (session.status, session.amount_total, session.success_url) == ("open", 1000, "https://a.example.com")
    charge = sandbox.trading.pay_checkout(session.id)
    after = client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent", "line_items"]})
    assert (after.status, after.payment_status, after.payment_intent.metadata["order"]) == ("complete", "paid", "7")
    assert (charge["amount"], charge["status"]) == (1000, "succeeded")
    assert [(line.description, line.quantity, line.amount_total) for line in after.line_items] == [("Bolts", 2, 1000)]
    assert types_of("checkout.") == ["checkout.session.completed"]


def test_a_session_belongs_to_its_customer(sandbox, client):
    customer = client.v1.customers.create({"name": "Fenwick Joinery"}).id
    session = client.v1.checkout.sessions.create({**ASKED, "customer": customer})
    assert sandbox.trading.pay_checkout(session.id)["customer"] == customer


def other(currency):
    return {**LINE, "price_data": {**LINE["price_data"], "currency": currency}}


@pytest.mark.parametrize(
    "change",
    [{"line_items": []}, {"success_url": ""}, {"mode": "setup"}, {"customer": "cus_nobody"},
     {"line_items": [LINE, other("eur")]}, {"line_items": [other("xxy")]},
     {"line_items": [{"price_data": {"currency": "usd", "unit_amount_decimal": "0.5", "product_data": {"name": "B"}}}]}],
)  # fmt: skip
def test_a_session_that_cannot_be_is_refused_and_leaves_nothing(sandbox, client, change):
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.checkout.sessions.create({**ASKED, **change})
    assert sandbox.engine.store.all_of("checkout.session") == []
    assert sandbox.engine.store.all_of("price") == []


def test_a_session_needs_the_right_to_write(connect):
    with pytest.raises(stripe.PermissionError):
        connect("rk_test_sandbox").v1.checkout.sessions.create(ASKED)


# ---------------------------------------------------------------- the page that a person opens


@pytest.fixture
def browse(server):
    with httpx.Client(base_url=server.url) as client:
        yield client


def made(sandbox, client, browse, **changes):
    sandbox.pays_at(str(browse.base_url).rstrip("/"))
    return client.v1.checkout.sessions.create({**ASKED, **changes})


def test_the_page_shows_what_is_paid_and_paying_goes_back_to_the_shop(sandbox, client, browse):
    name = {**LINE["price_data"], "product_data": {"name": "<b>Bolts</b>"}}
    session = made(sandbox, client, browse, line_items=[{**LINE, "price_data": name}],
                   success_url="https://a.example.com/?id={CHECKOUT_SESSION_ID}")  # fmt: skip
    shown = browse.get(session.url)
    assert "Pay 10.00 USD" in shown.text
    assert "&lt;b&gt;Bolts" in shown.text
    for _ in range(2):
        paid = browse.post(session.url)
        assert (paid.status_code, paid.headers["Location"]) == (303, f"https://a.example.com/?id={session.id}")
    assert len(sandbox.engine.store.all_of("charge")) == 1
    assert "This checkout is over." in browse.get(session.url).text


def test_a_page_of_no_checkout_is_not_there(sandbox, browse):
    assert browse.get("/c/pay/cs_none").status_code == browse.post("/c/pay/cs_none").status_code == 404


def test_a_payment_link_has_a_page_that_is_paid_once(sandbox, client, browse):
    sandbox.pays_at(str(browse.base_url).rstrip("/"))
    once = {"completed_sessions": {"limit": 1}}
    link = client.v1.payment_links.create({"line_items": [LINE], "restrictions": once})
    assert "Pay 10.00 USD" in browse.get(link.url).text
    assert browse.post(link.url).status_code == 200
    again = browse.post(link.url)
    assert (again.status_code, "This checkout is over." in again.text) == (400, True)
    assert len(sandbox.engine.store.all_of("charge")) == 1
    assert browse.get("/b/test_none").status_code == 404
