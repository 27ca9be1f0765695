"""Customers and invoices as SYSPRO says them, and the rules they meet."""

from decimal import Decimal

from agent.domain.erp import CustomerRow, InvoiceRow
from agent.domain.requests.rules import rules_of
from agent.domain.settings import Values

TODAY = "2026-11-20"
OWNER = "000000000000001"

SETTINGS = {
    "syspro.company": "A",
    "currencies.to_syspro": '{"usd": "$", "eur": "EUR", "jpy": "YEN", "ugx": "UGX"}',
    "requests.customers": "1",
    "syspro.customer_form_fields": "WEB",
}

_NUMBERS = {"credit_limit": Decimal(0), "open_orders": Decimal(0)}
_FLAGS = dict.fromkeys(("contract_pricing", "on_hold", "sales_allowed", "purchase_order_needed"), False)
_TUPLES = dict.fromkeys(("category_price_codes", "buying_groups", "sold_to", "ship_to"), ())


def customer(code=OWNER, **changes):
    plain = dict.fromkeys(CustomerRow.__dataclass_fields__, "") | _NUMBERS | _FLAGS | _TUPLES
    return CustomerRow(**plain | {"currency": "$"} | changes | {"customer": code})


def invoice(number="000000000100601", balance="482.15", *, value=None, rate="1", **changes):
    plain = dict.fromkeys(InvoiceRow.__dataclass_fields__, "")
    usual = {
        "customer": OWNER,
        "document_type": "I",
        "invoiced_on": None,
        "value": Decimal(value or balance),
        "balance": Decimal(balance),
        "tax": Decimal(0),
        "currency": "$",
        "rate": Decimal(rate),
        "mul_div": "M",
    }
    return InvoiceRow(**plain | usual | changes | {"invoice": number})


def rules(**texts):
    """`label='...'` sets `requests.label`; a name with a dot is taken as it is."""
    named = {name if "." in name else f"requests.{name}": text for name, text in texts.items()}
    return rules_of(Values(SETTINGS | named), TODAY)
