"""Customers as either side says them."""

from decimal import Decimal

from agent.domain.customers.fields import ADDRESS, EMAIL, NAME, PHONE, TAX_ID, stripe_address
from agent.domain.erp import CustomerRow

LINES = {"1": "line1", "2": "line2", "3": "city", "4": "state", "5": "country"}

_OTHERS = {
    "category_price_codes": (),
    "buying_groups": (),
    "contract_pricing": False,
    "credit_limit": Decimal(0),
    "on_hold": False,
    "sales_allowed": True,
    "purchase_order_needed": False,
    "open_orders": Decimal(0),
    "sold_to": ("",) * 5,
    "ship_to": ("",) * 5,
}


def row(customer="0001", **changes):
    plain = dict.fromkeys(CustomerRow.__dataclass_fields__, "") | _OTHERS
    return CustomerRow(**plain | {"customer": customer, "name": "Alder", "currency": "USD"} | changes)


def syspro(name="Alder", email="", phone="", lines=(), postal="", tax_id=""):
    filled = [*lines, *[""] * (5 - len(lines)), postal]
    address = "\n".join(filled) if any(filled) else ""
    return {NAME: name, EMAIL: email, PHONE: phone, ADDRESS: address, TAX_ID: tax_id}


def stripe(name="Alder", email="", phone="", tax_id="", **parts):
    return {NAME: name, EMAIL: email, PHONE: phone, ADDRESS: stripe_address(parts), TAX_ID: tax_id}
