"""Ways to a payment that the sandbox's shops never take: subscriptions, old sessions, invoices paid elsewhere."""

import pytest

from agent.domain.errors import NeedsPerson, Transient
from connectors.stripe.probe import StripeProbe
from tests.contract.stripe.stage import charge

INTENT = {"id": "pi_1", "object": "payment_intent", "latest_charge": "ch_1"}
NO_LINES = {"error": {"message": "Could not find line items", "type": "invalid_request_error"}}


def paid_by(payment):
    return {"id": "inpay_1", "object": "invoice_payment", "status": "paid", "payment": payment}


@pytest.fixture
def told(puppet):
    """A puppet that knows one charge under one payment intent, and nothing of what was sold."""
    puppet.say("/v1/charges/ch_1", charge(1, payment_intent=INTENT))
    puppet.say("/v1/payment_intents/pi_1", INTENT)
    puppet.say_list("/v1/payment_intents/pi_1/amount_details_line_items")
    return puppet


def test_a_subscriptions_checkout_leads_through_its_invoice(told, puppeteer):
    told.say(
        "/v1/checkout/sessions/cs_1",
        {"id": "cs_1", "object": "checkout.session", "payment_intent": None, "invoice": "in_1"},
    )
    told.say_list("/v1/invoice_payments", paid_by({"type": "payment_intent", "payment_intent": INTENT}))
    told.say_list("/v1/invoice_payments")
    told.say_list("/v1/checkout/sessions")
    assert puppeteer.read("cs_1", "checkout.session").subject == "ch_1"


def test_a_checkout_without_money_leads_to_nothing(told, puppeteer):
    told.say(
        "/v1/checkout/sessions/cs_1",
        {"id": "cs_1", "object": "checkout.session", "payment_intent": None, "invoice": None},
    )
    assert puppeteer.read("cs_1", "checkout.session") is None


@pytest.mark.parametrize(
    "payment", [{"type": "payment_intent", "payment_intent": "pi_1"}, {"type": "charge", "charge": "ch_1"}], ids=str
)
def test_an_invoice_may_only_name_what_paid_it(told, puppeteer, payment):
    told.say_list("/v1/invoice_payments", paid_by(payment))
    told.say_list("/v1/invoice_payments")
    told.say_list("/v1/checkout/sessions")
    assert puppeteer.read("in_1", "invoice").subject == "ch_1"


@pytest.mark.parametrize("payments", [[], [paid_by({"type": "payment_record", "payment_record": "pr_1"})]], ids=len)
def test_an_invoice_paid_outside_of_stripe_leads_to_nothing(told, puppeteer, payments):
    told.say_list("/v1/invoice_payments", *payments)
    assert puppeteer.read("in_1", "invoice") is None


def test_a_payment_intent_that_nobody_paid_leads_to_nothing(told, puppeteer):
    told.say("/v1/payment_intents/pi_2", {"id": "pi_2", "object": "payment_intent", "latest_charge": None})
    assert puppeteer.read("pi_2", "payment_intent") is None


@pytest.mark.parametrize("status", [400, 404])
def test_a_session_that_hides_its_lines_is_passed_over(told, puppeteer, status):
    told.say_list("/v1/checkout/sessions", {"id": "cs_1", "object": "checkout.session", "payment_intent": "pi_1"})
    told.say("/v1/checkout/sessions/cs_1/line_items", NO_LINES, status=status)
    told.say_list("/v1/invoice_payments")
    assert set(puppeteer.read("ch_1").objects) == {"charge", "payment_intent", "session"}


def test_lines_that_cannot_be_read_now_are_not_passed_over(told, puppeteer):
    told.say_list("/v1/checkout/sessions", {"id": "cs_1", "object": "checkout.session", "payment_intent": "pi_1"})
    told.say("/v1/checkout/sessions/cs_1/line_items", {"error": {"message": "Sorry"}}, status=500)
    with pytest.raises(Transient):
        puppeteer.read("ch_1")


@pytest.mark.parametrize(
    "lines", ["none", {"object": "list", "data": "none", "has_more": False}, {"data": [5]}], ids=str
)
def test_an_invoice_with_broken_lines_is_read_anew_or_set_aside(told, puppeteer, lines):
    told.say_list("/v1/checkout/sessions")
    told.say_list(
        "/v1/invoice_payments", {**paid_by({}), "invoice": {"id": "in_1", "object": "invoice", "lines": lines}}
    )
    with pytest.raises(NeedsPerson):
        puppeteer.read("ch_1")


def test_a_right_whose_list_is_refused_counts_as_missing(puppet, puppeteer):
    puppet.say_list("/v1/events")
    rows = {row.name: row for row in StripeProbe(puppeteer.connection).probe()}
    assert rows["event_read"].granted
    assert not rows["charge_read"].granted
    assert "No such thing" in rows["charge_read"].message
