"""Every field of Stripe's own examples is there."""

import json
from importlib import resources

import pytest

from connectors.sandbox.stripe import RefundOrder, Sale, generate_trading

# Absent unless asked for by `expand[]`, since API version 2022-11-15.
_EXPANDED_ONLY = {("charge", "refunds")}


def shapes():
    return json.loads((resources.files("resources") / "sandbox" / "stripe_shapes.json").read_text("utf-8"))


def missing(shape, body, kind, path=""):
    """Return the fields of a shape that a body lacks; what the body leaves null is not looked into."""
    lacks = []
    for name, inside in shape.items():
        if name not in body:
            lacks.append(path + name)
        elif (
            isinstance(inside, dict)
            and isinstance(body[name], dict)
            and name not in {"metadata", "payment_method_details"}
        ):
            lacks += missing(inside, body[name], kind, f"{path}{name}.")
    return [field for field in lacks if (kind, field) not in _EXPANDED_ONLY]


@pytest.fixture
def busy(sandbox, lines):
    customer = sandbox.trading.customer(name="x", email="x@example.com")
    sandbox.trading.checkout(Sale("usd", lines, 100, customer["id"]))
    sandbox.trading.invoice(Sale("usd", lines, 100, customer["id"]))
    sandbox.trading.intent(Sale("usd", lines[:1], 100, customer["id"]))
    charge = sandbox.trading.charge(5000, "usd", at=sandbox.clock.now() - 400_000)
    sandbox.trading.refund(RefundOrder(charge["id"], 5))
    sandbox.trading.dispute(sandbox.trading.charge(5000, "usd")["id"])
    product = sandbox.trading.product(name="p")
    sandbox.trading.price(product=product["id"], currency="usd", unit_amount=5)
    price = {"currency": "usd", "unit_amount": 5, "product_data": {"name": "p"}}
    sandbox._parts.pay_links.create({"line_items": [{"price_data": price, "quantity": 1}]}, at=sandbox.clock.now())
    sandbox.account.top_up(500, "usd")
    sandbox.account.run_payouts()
    return sandbox


def test_the_shapes_say_where_they_come_from():
    assert "github.com/stripe/openapi" in shapes()["_source"]
    assert "MIT" in shapes()["_source"]


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        ("charge", "/v1/charges"),
        ("payment_intent", "/v1/payment_intents"),
        ("checkout.session", "/v1/checkout/sessions"),
        ("invoice", "/v1/invoices"),
        ("invoice_payment", "/v1/invoice_payments"),
        ("customer", "/v1/customers"),
        ("product", "/v1/products"),
        ("price", "/v1/prices"),
        ("payment_link", "/v1/payment_links"),
        ("refund", "/v1/refunds"),
        ("dispute", "/v1/disputes"),
        ("balance_transaction", "/v1/balance_transactions"),
        ("payout", "/v1/payouts"),
        ("event", "/v1/events"),
        ("tax_rate", "/v1/tax_rates"),
    ],
)
def test_every_object_has_every_field(busy, http, kind, url):
    bodies = http.get(url, params={"limit": 100}).json()["data"]
    assert bodies
    for body in bodies:
        assert body["object"] == kind
        assert missing(shapes()["shapes"][kind], body, kind) == []
        if kind != "event":
            assert missing(shapes()["shapes"][kind], http.get(f"{url}/{body['id']}").json(), kind) == []


def test_single_objects_have_every_field(busy, http):
    for kind, url in (("balance", "/v1/balance"), ("account", "/v1/account")):
        assert missing(shapes()["shapes"][kind], http.get(url).json(), kind) == []


def test_line_items_have_every_field(busy, http):
    session = http.get("/v1/checkout/sessions").json()["data"][0]["id"]
    for item in http.get(f"/v1/checkout/sessions/{session}/line_items").json()["data"]:
        assert missing(shapes()["shapes"]["item"], item, "item") == []
    for invoice in http.get("/v1/invoices").json()["data"]:
        for line in invoice["lines"]["data"]:
            assert missing(shapes()["shapes"]["line_item"], line, "line_item") == []
    kind = "payment_intent_amount_details_line_item"
    for intent in http.get("/v1/payment_intents").json()["data"]:
        for line in http.get(f"/v1/payment_intents/{intent['id']}/amount_details_line_items").json()["data"]:
            assert missing(shapes()["shapes"][kind], line, kind) == []


def test_stripe_python_reads_a_whole_market_into_its_typed_objects(sandbox, client):
    generate_trading(sandbox, charges=30, seed=2, days=5, until_at=sandbox.clock.now(), refunds=True)
    for charge in client.v1.charges.list({"limit": 100, "expand": ["data.balance_transaction"]}).auto_paging_iter():
        assert charge.balance_transaction is None or charge.balance_transaction.net < charge.amount
        assert json.loads(str(charge))["id"] == charge.id
