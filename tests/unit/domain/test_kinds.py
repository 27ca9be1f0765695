"""Kinds: the declaration of every target field, against SYSPRO's own sizes."""

from dataclasses import fields
from decimal import Decimal

import pytest

from agent.domain.kinds import (
    BODIES,
    Allocation,
    Customer,
    CustomForm,
    Kind,
    OrderLine,
    Receipt,
    SalesOrder,
    targets_of,
)
from agent.domain.money import CurrencyMismatchError, Money

MAPPED = (Customer, CustomForm, SalesOrder, OrderLine, Receipt)

# Sizes of SYSPRO 7: columns of ArCustomer, SorMaster, SorDetail and ArInvoicePay, or SYSPRO's documentation of the
# business object where an element is no column. A day is CCYY-MM-DD.
SIZES = {
    Customer: {
        "Customer": 15, "Name": 50, "Currency": 3, "ShortName": 20, "Email": 255, "Telephone": 20, "Contact": 50,
        "Branch": 10, "CustomerClass": 10, "TermsCode": 2, "Salesperson": 20, "Area": 10, "TaxStatus": 1,
        "PriceCode": 10, "CompanyTaxNumber": 15, "Nationality": 3, "SoldPostalCode": 10, "ShipPostalCode": 10,
        **{f"{place}ToAddr{line}": 40 for place in ("Sold", "Ship") for line in range(1, 6)},
    },
    SalesOrder: {
        "CustomerPoNumber": 30, "OrderDate": 10, "Currency": 3, "Customer": 15, "Warehouse": 10, "Branch": 10,
        "Salesperson": 20, "Area": 10, "OrderType": 2, "OrderStatus": 1, "AlternateReference": 10,
        "SpecialInstrs": 30, "ShippingInstrs": 50, "Email": 255, "CustomerName": 50, "ShipPostalCode": 10,
        **{f"ShipAddress{line}": 40 for line in range(1, 6)},
    },
    OrderLine: {
        "StockCode": 30, "StockDescription": 50, "Warehouse": 10, "OrderUom": 10, "ProductClass": 20,
        "MiscChargeCode": 6, "StockTaxCode": 3, "Comment": 100, "OrderQty": (12, 6), "Price": (10, 5),
    },
    Receipt: {
        "Reference": 30, "PaymentDate": 10, "Bank": 15, "Customer": 15, "PaymentType": 1, "PostingPeriod": 1,
        "IgnoreWarnings": 1,
    },
}  # fmt: skip
REQUIRED = {
    Customer: {"Reference", "Name", "Currency"},
    CustomForm: {"FormType", "FieldName", "AlphaValue"},
    SalesOrder: {"CustomerPoNumber", "OrderDate", "Currency"},
    OrderLine: set(),
    Receipt: {"Reference", "PaymentValue", "PaymentDate", "Bank"},
}
DECLARED = [(body, element, target) for body in MAPPED for element, (_, target) in targets_of(body).items()]


@pytest.mark.parametrize(
    ("body", "element", "size"), [(body, element, size) for body, row in SIZES.items() for element, size in row.items()]
)
def test_every_field_is_as_long_as_in_syspro(body, element, size):
    _, target = targets_of(body)[element]
    declared = (target.whole, target.places) if isinstance(size, tuple) else target.length
    assert declared == size


@pytest.mark.parametrize(("body", "element", "target"), DECLARED)
def test_every_field_knows_its_size_unless_it_is_money_or_a_yes_or_no(body, element, target):
    attribute = {field.name: field for field in fields(body)}[targets_of(body)[element][0]]
    has_size = bool(target.length or target.whole)
    assert has_size == (attribute.type in {str, Decimal})


@pytest.mark.parametrize(("body", "element", "target"), DECLARED)
def test_every_field_is_explained_in_one_sentence(body, element, target):
    assert target.help.endswith(".")
    assert target.element == element


@pytest.mark.parametrize("body", MAPPED)
def test_fields_come_in_the_order_of_the_dataclass(body):
    attributes = [attribute for attribute, _ in targets_of(body).values()]
    assert attributes == [field.name for field in fields(body) if "target" in field.metadata]


@pytest.mark.parametrize("body", MAPPED)
def test_no_two_fields_go_to_the_same_element(body):
    assert len(targets_of(body)) == sum("target" in field.metadata for field in fields(body))


@pytest.mark.parametrize("body", MAPPED)
def test_posting_needs_these_fields_and_no_others(body):
    assert {element for element, (_, target) in targets_of(body).items() if target.required} == REQUIRED[body]


@pytest.mark.parametrize(("body", "element", "target"), DECLARED)
def test_a_field_that_nothing_requires_may_stay_empty(body, element, target):
    attribute = {field.name: field for field in fields(body)}[targets_of(body)[element][0]]
    has_default = attribute.default is not attribute.default_factory
    assert has_default != target.required


def test_every_kind_has_its_dataclass():
    assert set(BODIES) == set(Kind)


@pytest.mark.parametrize(
    "body",
    [
        Customer("cus_1", "Ada", "USD"),
        CustomForm("CUS", "STRIPEID", "cus_1"),
        SalesOrder("ch_1", "2026-01-31", "USD"),
        Receipt("ch_1", Money(100, "usd"), "2026-01-31", "STRIPE-USD"),
    ],
)
def test_every_body_knows_its_kind_and_its_reference(body):
    assert BODIES[body.kind] is type(body)
    assert body.reference in {"cus_1", "ch_1"}


def receipt(*allocated):
    allocations = tuple(Allocation(f"00000{number}", amount) for number, amount in enumerate(allocated))
    return Receipt("ch_1", Money(1000, "usd"), "2026-01-31", "STRIPE-USD", allocations=allocations)


def test_a_receipt_without_allocations_stays_on_account():
    assert receipt().unapplied == Money(1000, "usd")


def test_what_allocations_leave_over_stays_on_account():
    assert receipt(Money(300, "usd"), Money(650, "usd")).unapplied == Money(50, "usd")


def test_an_allocation_in_another_currency_is_refused():
    with pytest.raises(CurrencyMismatchError):
        _ = receipt(Money(300, "eur")).unapplied
