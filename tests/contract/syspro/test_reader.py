"""SYSPRO as a source of facts, through COMFND."""

from decimal import Decimal

import pytest

from agent.domain.errors import Misconfigured, NeedsPerson
from agent.domain.facts import OpenInvoice
from agent.domain.money import Money
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import document


@pytest.fixture
def read(site):
    """Ask a reading session one question; keywords change settings."""

    def ask(question, *arguments, **changes):
        with site.reader(**changes).session() as session:
            return getattr(session, question)(*arguments)

    return ask


def change(site, table, key, **columns):
    with site.sandbox.locked():
        site.sandbox.service.books.update(table, key, columns)


def test_customer_is_read_by_its_exact_code(read):
    customer = read("customer", bodies.CUSTOMER)
    assert (customer.code, customer.name, customer.currency) == (bodies.CUSTOMER, "Dunmore & Sons Plumbing", "USD")
    assert not customer.on_hold
    assert read("customer", "4") is None
    assert read("customer", "☃") is None


def test_customers_are_found_by_mail_as_given_and_in_lower_case(site, read):
    assert [
        customer.code for customer in read("customers_by_email", "Accounts@DunmoreAndSonsPlumbing.example.com")
    ] == [bodies.CUSTOMER]
    change(site, "ArCustomer", ("000000000000005",), Email="Ada@Example.com")
    change(site, "ArCustomer", ("000000000000006",), Email="ada@example.com")
    assert len(read("customers_by_email", "Ada@Example.com")) == 2
    assert read("customers_by_email", "") == []


def test_customers_are_found_by_their_tax_number(site, read):
    change(site, "ArCustomer", (bodies.CUSTOMER,), CompanyTaxNumber="DE123", CustomerOnHold="Y")
    (customer,) = read("customers_by_tax_number", "DE123")
    assert (customer.code, customer.on_hold, customer.company_tax_number) == (bodies.CUSTOMER, True, "DE123")


def test_stock_is_read_by_exact_code(site, read):
    change(site, "InvMaster", ("BOLT-M8X40",), StockOnHold="Y")
    found = read("stock", ["BOLT-M8X20", "BOLT-M8X40", "bolt-m8x20", "NOPE", ""])
    assert sorted(found) == ["BOLT-M8X20", "BOLT-M8X40"]
    assert (found["BOLT-M8X20"].uom, found["BOLT-M8X20"].product_class) == ("EA", "FAST")
    assert found["BOLT-M8X40"].on_hold
    assert not found["BOLT-M8X20"].on_hold


@pytest.mark.parametrize("code", ["BOLT-M8X21", "bolt-m8x21", "BOLX"])
def test_stock_codes_that_begin_like_a_missing_one_are_found(read, code):
    found = read("stock_like", code)
    assert "BOLT-M8X20" in found
    assert len(found) == len(set(found)) < 60


@pytest.mark.parametrize("code", ["", " ", "\u2603", "\xff\xff", "~"])
def test_what_no_stock_code_begins_like_finds_none(read, code):
    assert read("stock_like", code) == []


def test_open_invoice_has_its_balance(site, read):
    assert read("open_invoice", bodies.INVOICE) == OpenInvoice(
        "000000000000001", bodies.INVOICE, "I", Money(11890, "usd"), value=Money(11890, "usd"), tax=Money(0, "usd")
    )
    change(site, "ArInvoice", ("000000000000001", bodies.INVOICE, "I"), InvoiceBal1=Decimal(0))
    assert read("open_invoice", bodies.INVOICE) is None
    assert read("open_invoice", "000000000199999") is None


def foreign_invoice(site):
    row = site.rows("ArInvoice", "PostCurrency = 'EUR' AND InvoiceBal1 > 0 LIMIT 1")[0]
    return row, (row.text("Customer"), row.text("Invoice"), row.text("DocumentType"))


@pytest.mark.parametrize("rule", ["unpaid", "invoice"])
def test_unpaid_foreign_invoice_is_open_with_its_own_value(site, read, rule):
    row, key = foreign_invoice(site)
    found = read("open_invoice", key[1], receipts__foreign_balance=rule)
    assert found.balance == Money.from_decimal(row.number("CurrencyValue"), "eur")


def test_unpaid_foreign_invoice_with_a_local_balance_is_recognised(site, read):
    row, key = foreign_invoice(site)
    whole, rate = row.number("CurrencyValue"), row.number("ConvRate")
    change(site, "ArInvoice", key, InvoiceBal1=(whole * rate).quantize(Decimal("0.01")))
    assert read("open_invoice", key[1]).balance == Money.from_decimal(whole, "eur")
    assert read("open_invoice", key[1], receipts__foreign_balance="local").balance == Money.from_decimal(whole, "eur")


def test_partly_paid_foreign_invoice_asks_a_person_until_the_site_has_said_how_to_read_it(site, read):
    row, key = foreign_invoice(site)
    change(site, "ArInvoice", key, InvoiceBal1=Decimal("10.00"), ConvRate=Decimal(2))
    with pytest.raises(NeedsPerson) as caught:
        read("open_invoice", key[1])
    assert key[1] in caught.value.problem.message
    assert read("open_invoice", key[1], receipts__foreign_balance="invoice").balance == Money(1000, "eur")
    assert read("open_invoice", key[1], receipts__foreign_balance="local").balance == Money(500, "eur")
    change(site, "ArInvoice", key, MulDiv="D")
    assert read("open_invoice", key[1], receipts__foreign_balance="local").balance == Money(2000, "eur")
    change(site, "ArInvoice", key, ConvRate=Decimal(0))
    with pytest.raises(NeedsPerson):
        read("open_invoice", key[1], receipts__foreign_balance="local")
    assert row.number("CurrencyValue") > 10


def test_invoice_number_of_several_customers_asks_a_person(site, read):
    with site.sandbox.locked():
        row = {"Customer": bodies.CUSTOMER, "Invoice": bodies.INVOICE, "InvoiceBal1": Decimal(1), "PostCurrency": "USD"}
        site.sandbox.service.books.insert("ArInvoice", {**row, "DocumentType": "I"})
        site.sandbox.service.books.insert("ArInvoice", {**row, "DocumentType": "C"})
    with pytest.raises(NeedsPerson, match="more than one"):
        read("open_invoice", bodies.INVOICE)


def test_invoice_in_a_currency_that_nobody_mapped_is_a_wrong_setting(read):
    with pytest.raises(Misconfigured, match="USD"):
        read("open_invoice", bodies.INVOICE, currencies__to_syspro='{"eur": "EUR"}')


def test_receipts_and_clearing_accounts_are_read_out_of_syspro(site, read):
    eur = bodies.receipt("ch_eur", customer="000000000000902", value=Money(990, "eur"), bank="STRIPE-EUR")
    with site.target().session() as session:
        session.post(document(bodies.receipt()))
        session.post(document(bodies.paying_receipt()))
        session.post(document(eur))
    assert read("booked_on", "ch_eur") == "000000000000902"
    assert read("booked_on", "ch_absent") == ""
    accounts = read("clearing", {"usd": "1310-000", "eur": "1320-000", "jpy": "1330-000", "gbp": ""})
    assert {currency: account.balance for currency, account in accounts.items()} == {
        "usd": Money(24000, "usd"),
        "eur": Money(990, "eur"),
        "jpy": Money(0, "jpy"),
    }


def test_more_rows_than_one_page_are_read_to_the_last(site, read):
    with site.target().session() as session:
        for number in range(130):
            session.post(document(bodies.receipt(f"ch_page_{number}", value=Money(100 + number, "usd"))))
    whole = sum(100 + number for number in range(130))
    account = read("clearing", {"usd": "1310-000"}, syspro__query_rows="50")["usd"]
    assert (account.balance, len(account.own), account.foreign) == (Money(whole, "usd"), 130, ())
