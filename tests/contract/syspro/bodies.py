"""Documents that the demo company can take."""

from decimal import Decimal

from agent.domain.kinds import Allocation, Customer, CustomForm, OrderLine, Receipt, SalesOrder
from agent.domain.money import Money

CUSTOMER = "000000000000004"
INVOICE = "000000000100604"


def usd(minor):
    return Money(minor, "usd")


def order(reference="ch_order_1", **changes):
    lines = (
        OrderLine(
            "stock", stock_code="BOLT-M8X20", description="Bolts & nuts <M8>", quantity=Decimal("2.5"), uom="EA",
            price=Decimal("12.34567"), discount=usd(150),
        ),
        OrderLine(
            "non_stock", stock_code="SERVICE", description="Fitting", quantity=Decimal(1), uom="EA",
            price=Decimal(10), product_class="WEB", not_taxable=True,
        ),
        OrderLine("freight", freight_value=usd(500), not_taxable=True),
        OrderLine("charge", charge_value=usd(-3), product_class="WEB", description="Rounding", not_taxable=True),
        OrderLine("comment", comment="Paid by Stripe, café"),
    )  # fmt: skip
    filled = {
        "reference": reference,
        "order_date": "2023-11-14",
        "currency": "USD",
        "customer": CUSTOMER,
        "lines": lines,
        "warehouse": "FG",
        "branch": "10",
        "email": "ada@example.com",
        "ship_address_1": "1 Würm Way",
        "special_instructions": "Ring twice",
        "alternate_reference": "ALT1",
    }
    return SalesOrder(**(filled | changes))


def receipt(reference="ch_receipt_1", **changes):
    filled = {
        "reference": reference,
        "value": usd(12000),
        "payment_date": "2023-11-14",
        "bank": "STRIPE-USD",
        "customer": CUSTOMER,
        "notation": "Stripe receipt",
    }
    return Receipt(**(filled | changes))


def paying_receipt(reference="ch_receipt_2", minor=11890):
    """A receipt that pays an open invoice and leaves the rest on account."""
    allocations = (Allocation(INVOICE, usd(minor)),)
    return receipt(reference, customer="000000000000001", allocations=allocations)


def customer(reference="CUSREF0001", **changes):
    filled = {
        "reference": reference,
        "reference_field": "UserField1",
        "name": "Ada Lovelace & Søn",
        "currency": "USD",
        "email": "ada@example.com",
        "branch": "10",
        "customer_class": "TRD",
        "terms_code": "30",
        "salesperson": "HBL",
        "area": "NW",
        "tax_status": "N",
        "sold_to_1": "1 Analytical Road",
        "sold_postal_code": "97301",
    }
    return Customer(**(filled | changes))


def custom_form(value="cus_123", key=CUSTOMER):
    return CustomForm("CUS", "STRIPEID", value, key)
