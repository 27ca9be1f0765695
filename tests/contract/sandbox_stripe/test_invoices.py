"""Invoices that a program makes through the API, as stripe-python sees them."""

import pytest
import stripe

DUE = {"collection_method": "send_invoice", "days_until_due": 30}


@pytest.fixture
def payer(client):
    return client.v1.customers.create({"name": "Ann Ltd", "email": "ann@example.com"}).id


def drafted(client, payer, amount=1200, **further):
    made = client.v1.invoices.create({"customer": payer, "currency": "usd", **DUE, **further})
    if amount:
        client.v1.invoices.add_lines(made.id, {"lines": [{"amount": amount, "description": "Invoice 7"}]})
    return made.id


def test_a_draft_gets_lines_is_finalised_and_paid(client, payer, types_of):
    invoice = drafted(client, payer, metadata={"a": "1"})
    assert client.v1.invoices.retrieve(invoice).hosted_invoice_url is None
    done = client.v1.invoices.finalize_invoice(invoice, {"auto_advance": True})
    assert (done.status, done.amount_due, done.auto_advance) == ("open", 1200, True)
    assert done.hosted_invoice_url.startswith("https://")
    paid = client.v1.invoices.pay(invoice)
    assert (paid.status, paid.amount_paid, paid.amount_remaining) == ("paid", 1200, 0)
    entry = client.v1.invoice_payments.list({"invoice": invoice}).data[0]
    intent = client.v1.payment_intents.retrieve(entry.payment.payment_intent)
    assert (intent.amount, intent.customer, intent.metadata.to_dict()) == (1200, payer, {})
    assert types_of("invoice.") == [
        "invoice.created", "invoice.updated", "invoice.finalized", "invoice.updated", "invoice.paid",
        "invoice.payment_succeeded",
    ]  # fmt: skip


def test_an_open_invoice_is_voided_and_then_cannot_be_paid(client, payer):
    invoice = drafted(client, payer)
    client.v1.invoices.finalize_invoice(invoice)
    assert client.v1.invoices.void_invoice(invoice).status == "void"
    for call in (client.v1.invoices.pay, client.v1.invoices.void_invoice, client.v1.invoices.delete):
        with pytest.raises(stripe.InvalidRequestError):
            call(invoice)


def test_a_draft_is_deleted_and_an_open_one_is_not(client, payer):
    draft, invoice = drafted(client, payer), drafted(client, payer)
    assert client.v1.invoices.delete(draft).deleted
    with pytest.raises(stripe.InvalidRequestError) as gone:
        client.v1.invoices.retrieve(draft)
    assert gone.value.http_status == 404
    client.v1.invoices.finalize_invoice(invoice)
    for call in (client.v1.invoices.delete, client.v1.invoices.finalize_invoice):
        with pytest.raises(stripe.InvalidRequestError):
            call(invoice)
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.add_lines(invoice, {"lines": [{"amount": 1}]})


def test_what_is_paid_outside_of_stripe_makes_no_charge(client, payer):
    invoice = drafted(client, payer)
    client.v1.invoices.finalize_invoice(invoice)
    assert client.v1.invoices.pay(invoice, {"paid_out_of_band": True}).status == "paid"
    assert client.v1.charges.list().data == []


def test_a_customers_balance_is_taken_into_what_is_due(client):
    payer = client.v1.customers.create({"name": "Ann", "balance": -2000}).id
    invoice = drafted(client, payer)
    found = client.v1.invoices.retrieve(invoice)
    assert (found.starting_balance, found.total, found.amount_due) == (-2000, 1200, 0)
    assert client.v1.invoices.finalize_invoice(invoice).status == "paid"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"customer": "cus_none"},
        {"days_until_due": None},
        {"collection_method": "charge_automatically"},
    ],
)
def test_a_draft_that_cannot_be_made_is_refused(client, payer, given):
    params = {"customer": payer, **DUE} | given if given else DUE
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.create({name: value for name, value in params.items() if value is not None})


def test_a_deleted_customer_gets_no_invoice_and_no_lines_no_page(client, payer):
    empty = drafted(client, payer, amount=0)
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.finalize_invoice(empty)
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.add_lines(empty, {"lines": [{"description": "no amount"}]})
    client.v1.customers.delete(payer)
    with pytest.raises(stripe.InvalidRequestError):
        drafted(client, payer)
