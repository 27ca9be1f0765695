"""Small facts for the tests of the deciding code: one payment that would be posted, and how to change it."""

from importlib import resources

from agent.domain.events import BalanceTransaction
from agent.domain.facts import ErpCustomer, ErpFacts, Facts, StockItem, StripeFacts
from agent.domain.flows import parse_flow
from agent.domain.kinds import Kind
from agent.domain.mapping import MappingRevision
from agent.domain.settings import Values

#: 2023-11-14 22:13:20 UTC.
PAID_AT = 1_700_000_000

POLICY = {
    "syspro.company": "EDU1",
    "currencies.to_syspro": '{"usd": "USD", "eur": "EUR", "jpy": "JPY", "kwd": "KWD", "isk": "ISK"}',
    "customers.guest": '{"usd": "GUEST-USD"}',
    "customers.custom_form_field": "STRIPEID",
    "orders.catch_all": "WEB",
    "orders.charge_product_class": "WEB",
    "orders.rounding_product_class": "ROUND",
    "orders.tax_rates": '{"A": "20", "B": "5"}',
    "receipts.bank": '{"usd": "STRIPE-USD", "eur": "STRIPE-EUR", "jpy": "STRIPE-JPY", "kwd": "STRIPE-KWD", "isk": "STRIPE-ISK"}',
    "keys.invoice_length": "15",
}

STOCK = {code: StockItem(code, f"A {code}", "EA", tax_code="A") for code in ("BOLT", "NUT", "WIDGET")}

SHIPPED = (resources.files("resources") / "flows" / "charge_to_order.toml").read_text("utf-8")


def policy(**changes):
    """The settings of the tests; `a__b` names the setting `a.b`."""
    return Values(POLICY | {name.replace("__", "."): text for name, text in changes.items()})


def mapping(*flows, **changes):
    """A revision with the shipped flow, or with others."""
    return MappingRevision(7, tuple(map(parse_flow, flows or (SHIPPED,))), policy(**changes))


def charge(**changes):
    return {
        "id": "ch_1", "object": "charge", "amount": 1000, "amount_captured": 1000, "amount_refunded": 0, "refunded": False, "disputed": False,
        "captured": True, "created": PAID_AT, "currency": "usd", "status": "succeeded", "metadata": {},
        "billing_details": {"name": "Ann Lee", "email": "ann@example.com"},
    } | changes  # fmt: skip


def customer(**changes):
    return {
        "id": "cus_1",
        "object": "customer",
        "name": "Ann Ltd",
        "email": "ann@example.com",
        "metadata": {},
    } | changes


def booking(**changes):
    values = {
        "id": "txn_1", "created_at": PAID_AT, "amount_minor": 1000, "fee_minor": 59, "net_minor": 941, "currency": "usd",
        "type": "charge", "reporting_category": "charge", "source_id": "ch_1",
    }  # fmt: skip
    return BalanceTransaction(**(values | changes))


def facts(paid=None, *, erp=None, booked=None, held=("usd", "jpy", "kwd", "isk"), **objects):
    """Facts of one payment; `objects` are Stripe's by role, beside the charge."""
    roles = {"charge": charge() if paid is None else paid, **objects}
    bookings = () if booked is None else (booked,)
    stripe = StripeFacts("ch_1", "charge", roles, bookings)
    return Facts("EDU1", stripe, erp or ErpFacts(stock=STOCK), read_at=PAID_AT + 60, settlement_currencies=held)


def syspro_customer(code="000000000000042", **changes):
    values = {"name": "Ann Ltd", "email": "ann@example.com", "currency": "USD"}
    return ErpCustomer(code, **(values | changes))


def drafts_of(decision):
    """The drafts of a decision by kind."""
    return {draft.key.kind: draft for draft in decision.drafts}


def receipt_of(decision):
    return drafts_of(decision)[Kind.RECEIPT].body


def order_of(decision):
    return drafts_of(decision)[Kind.SALES_ORDER].body


def line_item(amount=1000, *, quantity=1, code="BOLT", tax=0, discount=0, **changes):
    """A line of a checkout session whose price is before tax; `amount` is what the line costs before discount."""
    return {
        "id": "li_1", "object": "item", "amount_subtotal": amount, "amount_discount": discount, "amount_tax": tax,
        "amount_total": amount - discount + tax, "currency": "usd", "description": f"A {code}", "quantity": quantity,
        "price": {"id": "price_1", "metadata": {}, "product": {"id": "prod_1", "metadata": {"stock_code": code}}},
    } | changes  # fmt: skip


def session(**changes):
    return {"id": "cs_1", "object": "checkout.session", "currency": "usd", "shipping_cost": None} | changes


def lines(*items):
    return {"object": "list", "data": list(items), "has_more": False}
