"""Lists, filters and expansion over HTTP."""

from dataclasses import replace

import pytest
import stripe

from connectors.sandbox.stripe import RefundOrder, Sale


@pytest.fixture
def sold(sandbox, lines, clock):
    """A checkout sale of a known customer."""
    trading = sandbox.trading
    product = trading.product(name="Hex bolt", metadata={"stock_code": "BOLT-M8X20"})
    price = trading.price(product=product["id"], currency="eur", unit_amount=1000, lookup_key="bolt-eur")
    customer = trading.customer(name="Ketel BV", email="ap@ketel.example.com")
    first = replace(lines[0], price=price["id"], product=product["id"])
    billing = {"name": "Ketel BV", "email": "ap@ketel.example.com"}
    return trading.checkout(Sale("eur", (first, lines[1]), 500, customer["id"], billing), at=clock.now() - 7200)


def test_lists_are_newest_first_with_cursors_both_ways(sandbox, client, clock):
    made = [sandbox.trading.charge(1000 + n, "usd", at=clock.now() - 1000 + n)["id"] for n in range(5)]
    page = client.v1.charges.list({"limit": 2})
    assert [charge.id for charge in page.data] == made[:2:-1]
    assert page.has_more is True
    older = client.v1.charges.list({"limit": 10, "starting_after": page.data[-1].id})
    assert [charge.id for charge in older.data] == made[2::-1]
    assert older.has_more is False
    newer = client.v1.charges.list({"limit": 2, "ending_before": made[0]})
    assert [charge.id for charge in newer.data] == [made[2], made[1]]


@pytest.mark.parametrize("limit", [0, 101, "many"])
def test_limit_is_one_to_a_hundred(client, limit):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.charges.list({"limit": limit})
    assert refused.value.param == "limit"


def test_a_cursor_that_is_not_there_is_refused(client):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.charges.list({"starting_after": "ch_gone"})
    assert (refused.value.http_status, refused.value.code) == (400, "resource_missing")
    assert refused.value.param == "starting_after"


def test_two_cursors_are_refused(client):
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.charges.list({"starting_after": "a", "ending_before": "b"})


def test_charges_and_intents_are_found_by_customer_and_intent(sold, client):
    assert len(client.v1.charges.list({"customer": sold["customer"]}).data) == 1
    assert len(client.v1.charges.list({"payment_intent": sold["payment_intent"]}).data) == 1
    assert len(client.v1.payment_intents.list({"customer": sold["customer"]}).data) == 1
    assert not client.v1.charges.list({"customer": "cus_other"}).data


def test_sessions_are_found_by_intent_customer_status_and_email(sold, client):
    for filters in (
        {"payment_intent": sold["payment_intent"]},
        {"customer": sold["customer"]},
        {"status": "complete"},
        {"customer_details": {"email": "ap@ketel.example.com"}},
    ):
        assert [session.id for session in client.v1.checkout.sessions.list(filters).data] == [sold["id"]]
    assert not client.v1.checkout.sessions.list({"status": "expired"}).data


def test_refunds_and_disputes_are_found_by_charge_and_intent(sandbox, sold, client):
    charge = client.v1.charges.list({"payment_intent": sold["payment_intent"]}).data[0].id
    refund = sandbox.trading.refund(RefundOrder(charge, 100))
    dispute = sandbox.trading.dispute(charge)
    for filters in ({"charge": charge}, {"payment_intent": sold["payment_intent"]}):
        assert [found.id for found in client.v1.refunds.list(filters).data] == [refund["id"]]
        assert [found.id for found in client.v1.disputes.list(filters).data] == [dispute["id"]]


def test_customers_are_found_by_email(sold, client):
    assert [c.id for c in client.v1.customers.list({"email": "ap@ketel.example.com"}).data] == [sold["customer"]]
    assert not client.v1.customers.list({"email": "AP@ketel.example.com"}).data


def test_prices_are_found_by_product_and_lookup_key(sold, client):
    price = client.v1.prices.list({"lookup_keys": ["bolt-eur", "other"]}).data[0]
    assert [found.id for found in client.v1.prices.list({"product": price.product, "active": True}).data] == [price.id]
    assert not client.v1.prices.list({"active": False}).data
    assert len(client.v1.products.list({"ids": [price.product]}).data) == 1


def test_line_items_say_what_was_sold(sold, client):
    items = client.v1.checkout.sessions.line_items.list(sold["id"], {"limit": 100, "expand": ["data.price.product"]})
    first, second = items.data
    assert first.price.product.metadata["stock_code"] == "BOLT-M8X20"
    assert (first.amount_subtotal, first.amount_discount, first.amount_tax, first.amount_total) == (
        3000,
        150,
        235,
        3085,
    )
    assert (second.amount_subtotal, second.amount_tax, second.amount_total) == (1210, 210, 1210)
    assert sold["amount_total"] == 3085 + 1210 + 500
    assert sold["total_details"] == {"amount_discount": 150, "amount_shipping": 500, "amount_tax": 445}


def test_line_items_have_pages_too(sold, client):
    page = client.v1.checkout.sessions.line_items.list(sold["id"], {"limit": 1})
    assert page.has_more is True
    assert len(list(page.auto_paging_iter())) == 2


def test_expansion_reaches_through_lists_and_levels(sold, client):
    charge = client.v1.charges.list(
        {"expand": ["data.balance_transaction.source", "data.customer", "data.payment_intent.latest_charge"]}
    ).data[0]
    assert charge.balance_transaction.source.id == charge.id
    assert charge.customer.email == "ap@ketel.example.com"
    assert charge.payment_intent.latest_charge.id == charge.id


def test_expansion_brings_lists_that_are_left_out_otherwise(sandbox, sold, client):
    session = client.v1.checkout.sessions.retrieve(
        sold["id"], {"expand": ["line_items.data.price.product", "customer"]}
    )
    assert session.line_items.data[0].price.product.name == "Hex bolt"
    charge = client.v1.charges.list({"payment_intent": sold["payment_intent"]}).data[0]
    assert "refunds" not in charge
    assert client.v1.charges.retrieve(charge.id, {"expand": ["refunds"]}).refunds.data == []
    assert client.v1.customers.retrieve(sold["customer"], {"expand": ["tax_ids"]}).tax_ids.data == []


def test_what_cannot_be_expanded_is_refused(sold, client):
    for path in ("amount_total", "customer.name", "nothing"):
        with pytest.raises(stripe.InvalidRequestError, match="cannot be expanded"):
            client.v1.checkout.sessions.retrieve(sold["id"], {"expand": [path]})
    with pytest.raises(stripe.InvalidRequestError, match="4 levels"):
        client.v1.charges.list({"expand": ["data.payment_intent.latest_charge.payment_intent.latest_charge.customer"]})


def test_invoices_lead_from_intent_to_lines(sandbox, lines, client):
    customer = sandbox.trading.customer(name="B2B", email="b2b@example.com")
    invoice = sandbox.trading.invoice(Sale("usd", lines, 0, customer["id"], {"name": "B2B"}))
    charge = client.v1.charges.list({"customer": customer["id"]}).data[0]
    paid = client.v1.invoice_payments.list(
        {"payment": {"type": "payment_intent", "payment_intent": charge.payment_intent}, "expand": ["data.invoice"]}
    ).data[0]
    assert paid.invoice.id == invoice["id"]
    assert paid.invoice.status == "paid"
    found = client.v1.invoices.retrieve(invoice["id"], {"expand": ["payments.data.payment.payment_intent"]})
    assert found.payments.data[0].payment.payment_intent.latest_charge == charge.id
    assert sum(line.subtotal for line in found.lines.data) == found.subtotal
    assert found.total == charge.amount == found.amount_paid
    lines_list = client.v1.invoices.line_items.list(invoice["id"])
    assert [line.quantity for line in lines_list.data] == [3, 1]


def test_amount_details_are_a_list_of_their_own_and_expandable(sandbox, lines, client):
    intent = sandbox.trading.intent(Sale("usd", lines[:1], 700, None, {}, {}, "W1"))
    items = client.v1.payment_intents.amount_details_line_items.list(intent["id"]).data
    line = items[0]
    assert line.quantity * line.unit_cost - line.discount_amount + line.tax.total_tax_amount + 700 == intent["amount"]
    expanded = client.v1.payment_intents.retrieve(intent["id"], {"expand": ["amount_details.line_items"]})
    assert expanded.amount_details.line_items.data[0].product_code == "BOLT-M8X20"
    assert expanded.payment_details.order_reference == "W1"


def test_the_api_accepts_amount_details(client):
    intent = client.v1.payment_intents.create(
        {
            "amount": 2165,
            "currency": "usd",
            "amount_details": {
                "line_items": [
                    {
                        "product_code": "A",
                        "product_name": "Anchor",
                        "quantity": 2,
                        "unit_cost": 1000,
                        "tax": {"total_tax_amount": 165},
                    }
                ]
            },
        }
    )
    assert client.v1.payment_intents.amount_details_line_items.list(intent.id).data[0].quantity == 2
