"""Kinds: the declaration of every target field, against SYSPRO's own sizes."""

from dataclasses import fields
from decimal import Decimal

import pytest

from agent.domain.kinds import (
    BODIES,
    Adjustment,
    Allocation,
    ArDocument,
    BankReceipt,
    CashEntry,
    CashLine,
    CreditNote,
    CreditNoteLine,
    Customer,
    CustomerChange,
    CustomForm,
    InvoiceCredit,
    Journal,
    JournalLine,
    Kind,
    OrderCancel,
    OrderInvoice,
    OrderLine,
    Receipt,
    SalesOrder,
    is_adjustment,
    may_lack,
    targets_of,
    with_keys,
)
from agent.domain.money import CurrencyMismatchError, Money

MAPPED = (
    Customer, CustomerChange, CustomForm, SalesOrder, OrderLine, Receipt, Journal, JournalLine, CashEntry, CashLine, ArDocument,
    Adjustment, InvoiceCredit, CreditNote, CreditNoteLine, OrderInvoice, OrderCancel, BankReceipt,
)  # fmt: skip

# Sizes of SYSPRO 7: columns of ArCustomer, SorMaster, SorDetail, ArInvoice, ArInvoicePay, GenJournalCtl and
# GenJournalDetail, or SYSPRO's documentation of the business object where an element is no column. A day is CCYY-MM-DD.
SIZES = {
    Customer: {
        "Customer": 15, "Name": 50, "Currency": 3, "ShortName": 20, "Email": 255, "Telephone": 20, "Contact": 50,
        "Branch": 10, "CustomerClass": 10, "TermsCode": 2, "Salesperson": 20, "Area": 10, "TaxStatus": 1,
        "PriceCode": 10, "CompanyTaxNumber": 15, "Nationality": 3, "SoldPostalCode": 10, "ShipPostalCode": 10,
        **{f"{place}ToAddr{line}": 40 for place in ("Sold", "Ship") for line in range(1, 6)},
    },
    CustomerChange: {
        "Customer": 15, "Name": 50, "Email": 255, "Telephone": 20, "CompanyTaxNumber": 15, "SoldPostalCode": 10,
        **{f"SoldToAddr{line}": 40 for line in range(1, 6)},
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
        "IgnoreWarnings": 1, "JournalNotation": 50, "PaymentNarration": 50, "DefaultExchangeRateToUse": (6, 6),
    },
    Journal: {
        "Reference": 30, "JournalDate": 10, "Currency": 3, "Notation": 100, "PostingYear": 4, "PostingPeriod": 2,
        "IgnoreWarnings": 1, "AuthorizeJournal": 1,
    },
    JournalLine: {"LedgerCode": 35, "Comment": 100},
    CashEntry: {
        "Reference": 30, "Bank": 15, "DepositOrWithdrawal": 1, "TransactionDate": 10, "Narration": 50,
        "PostingPeriod": 1, "IgnoreWarnings": 1,
    },
    CashLine: {"LedgerCode": 35, "LedgerNotation": 50},
    BankReceipt: {
        "Reference": 30, "Bank": 15, "Currency": 3, "MiscellaneousReceiptDate": 10, "CreditLedgerCode": 35,
        "JournalNotation": 50, "PostingPeriod": 1, "IgnoreWarnings": 1,
    },
    ArDocument: {
        "Reference": 30, "TransactionType": 1, "InvoiceDate": 10, "ProductClass": 20, "Customer": 15, "Branch": 10,
        "GeographicArea": 10, "Salesperson": 20, "InvoiceTerms": 2, "PostingPeriod": 1, "IgnoreWarnings": 1,
    },
    Adjustment: {
        "Reference": 30, "AdjustmentLedgerCode": 35, "TransactionType": 1, "Invoice": 20, "Customer": 15,
        "JournalNotation": 50, "PostingPeriod": 1, "IgnoreWarnings": 1,
    },
    InvoiceCredit: {
        "Reference": 30, "InvoiceNumber": 20, "DocumentDate": 10, "SalesOrder": 20, "Customer": 15, "CreditReason": 6,
        "IgnoreWarnings": 1,
    },
    CreditNote: {
        "CustomerPoNumber": 30, "CreditNoteDate": 10, "Customer": 15, "InvoiceNumber": 20, "Branch": 10,
        "Salesperson": 20, "ARInvoiceTerms": 2,
    },
    CreditNoteLine: {
        "StockDescription": 50, "StockCode": 30, "Price": (10, 5), "NsProductClass": 20, "CreditNoteNumber": 20,
        "OrderUom": 10, "CreditReason": 6,
    },
    OrderInvoice: {
        "Reference": 30, "InvoiceDate": 10, "OrderType": 1, "SalesOrder": 20, "PostingPeriod": 1, "IgnoreWarnings": 1,
    },
    OrderCancel: {"Reference": 30, "SalesOrder": 20, "CancelReasonCode": 6, "IgnoreWarnings": 1},
}  # fmt: skip
REQUIRED = {
    Customer: {"Reference", "Name", "Currency"},
    CustomerChange: {"Customer"},
    CustomForm: {"FormType", "FieldName", "AlphaValue"},
    SalesOrder: {"CustomerPoNumber", "OrderDate", "Currency"},
    OrderLine: set(),
    Receipt: {"Reference", "PaymentValue", "PaymentDate", "Bank"},
    Journal: {"Reference", "JournalDate", "Currency"},
    JournalLine: {"LedgerCode", "EntryAmount"},
    CashEntry: {"Reference", "Bank", "DepositOrWithdrawal", "TransactionValue", "TransactionDate"},
    CashLine: {"LedgerCode", "LedgerValue"},
    BankReceipt: {
        "Reference",
        "Bank",
        "Currency",
        "MiscellaneousReceiptValue",
        "MiscellaneousReceiptDate",
        "CreditLedgerCode",
    },
    ArDocument: {"Reference", "TransactionType", "InvoiceValue", "InvoiceDate", "ProductClass"},
    Adjustment: {"Reference", "AdjustmentValue", "AdjustmentLedgerCode", "TransactionType"},
    InvoiceCredit: {"Reference", "InvoiceNumber", "DocumentDate"},
    CreditNote: {"CustomerPoNumber", "CreditNoteDate"},
    CreditNoteLine: {"StockDescription", "StockCode", "Price", "NsProductClass"},
    OrderInvoice: {"Reference", "InvoiceDate", "OrderType"},
    OrderCancel: {"Reference"},
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


USD = Money(100, "usd")
#: One body of each kind: with a customer of its own to fill in, and without.
OF_A_CUSTOMER = (
    SalesOrder("ch_1", "2026-01-31", "USD"),
    Receipt("ch_1", USD, "2026-01-31", "STRIPE-USD"),
    ArDocument("re_1.C", "C", USD, "2026-01-31", "RTN"),
    Adjustment("re_1.A", USD, "REFUNDS", "C"),
    InvoiceCredit("re_1.C", "1007", "2026-01-31"),
    CreditNote("re_1.C", "2026-01-31"),
)
OF_NONE = (
    Customer("cus_1", "Ada", "USD"),
    CustomerChange("cus_1", ("Name",), name="Ada"),
    CustomForm("CUS", "STRIPEID", "cus_1"),
    Journal("po_1", "2026-01-31", "USD"),
    CashEntry("po_1", "STRIPE-USD", "W", USD, "2026-01-31"),
    CreditNoteLine("re_1.C", "REFUND", Decimal(1), "RTN"),
    OrderInvoice("re_1.N", "2026-01-31", "C"),
    OrderCancel("re_1.X"),
    BankReceipt("po_1", "MAIN", "USD", USD, "2026-01-31", "1310-000"),
)


def test_the_bodies_of_the_tests_are_of_all_kinds():
    assert {body.kind for body in (*OF_A_CUSTOMER, *OF_NONE)} == set(Kind)


@pytest.mark.parametrize("body", [*OF_A_CUSTOMER, *OF_NONE])
def test_every_body_knows_its_kind_and_its_reference(body):
    assert BODIES[body.kind] is type(body)
    assert body.reference.partition(".")[0] in {"cus_1", "ch_1", "re_1", "po_1"}


@pytest.mark.parametrize("body", OF_A_CUSTOMER)
def test_a_document_on_an_account_takes_its_customer_when_that_is_known(body):
    assert body.with_customer("000000000000042").customer == "000000000000042"


@pytest.mark.parametrize("body", [body for body in OF_NONE if body.kind is not Kind.CUSTOM_FORM])
def test_a_document_of_no_account_takes_no_customer(body):
    assert body.with_customer("000000000000042") is body


@pytest.mark.parametrize(("reference", "adjusts"), [("re_1.A", True), ("re_1.RA", True), ("re_1.M", False), ("re_1A", False), ("ch_1", False), ("re_1.R", False)])  # fmt: skip
def test_an_adjustment_is_known_by_its_reference(reference, adjusts):
    assert is_adjustment(reference) is adjusts


def test_keys_of_earlier_documents_are_filled_in_where_they_are_missing():
    assert with_keys(OrderInvoice("re_1.N", "2026-01-31", "C"), {"sales_order": "777"}).sales_order == "777"
    known, open_one = Allocation("1007", USD), Allocation("", USD, "C")
    receipt = Receipt("ch_1", USD, "2026-01-31", "STRIPE-USD", allocations=(known, open_one))
    filled = with_keys(receipt, {"allocations": "1008"})
    assert [part.invoice for part in filled.allocations] == ["1007", "1008"]
    assert with_keys(receipt, {}) == receipt


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


def test_only_a_receipt_that_is_bounded_by_its_invoice_can_do_without_it():
    bounded, fixed = Allocation("", USD, at_most=True), Allocation("", USD)
    paying = Receipt("ch_1", USD, "2026-01-31", "STRIPE-USD", allocations=(bounded,))
    assert may_lack(paying, "allocations")
    assert not may_lack(Receipt("ch_1", USD, "2026-01-31", "STRIPE-USD", allocations=(fixed,)), "allocations")
    assert not may_lack(paying, "customer")
    assert not may_lack(OrderInvoice("re_1.N", "2026-01-31", "C"), "allocations")
