"""What a decision asks SYSPRO about by name: orders and their invoices, documents, money on account."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.errors import Misconfigured, NeedsPerson
from agent.domain.facts import ErpOrder, OpenInvoice
from agent.domain.money import Money
from connectors.syspro.client import Call
from connectors.syspro.session import Access
from tests.contract.syspro import bodies
from tests.contract.syspro.bodies import CUSTOMER, INVOICE, usd
from tests.contract.syspro.conftest import document
from tests.contract.syspro.receivables import FOREIGN_CUSTOMER, ar_document, money_out

PAYER = "000000000000001"


@pytest.fixture
def read(site):
    """Ask a reading session one question; keywords change settings."""

    def ask(question, *arguments, **changes):
        with site.reader(**changes).session() as session:
            return getattr(session, question)(*arguments)

    return ask


def post(site, body):
    with site.target().session() as session:
        return session.post(document(body)).erp_key


def invoice(site, order):
    """Let SYSPRO invoice an order."""
    item = f"<PostSalesOrderInvoice><Item><SalesOrder>{order}</SalesOrder></Item></PostSalesOrderInvoice>"
    parameters = "<PostSalesOrderInvoice><Parameters/></PostSalesOrderInvoice>"
    access = Access(site.values(), site.secrets, site.clock)
    with access.session() as session:
        root, _ = session.write(Call("Transaction/Post", "SORTIC", item, parameters, writes=True))
    access.close()
    return root.text("Item/Key/InvoiceNumber")


def change(site, table, key, **columns):
    with site.sandbox.locked():
        site.sandbox.service.books.update(table, key, columns)


def insert(site, table, **columns):
    with site.sandbox.locked():
        site.sandbox.service.books.insert(table, columns)


def test_order_is_read_by_its_number_padded_or_not(site, read):
    number = post(site, bodies.order())
    bare = number.lstrip("0")
    assert read("order", number) == ErpOrder(number, "1", CUSTOMER)
    assert read("order", f" {bare} ").number == number
    assert read("order", bare.zfill(9)).number == number
    assert not read("order", number).invoiced


def test_the_lines_of_an_invoice_come_to_it_with_tax(site, read):
    number = invoice(site, post(site, bodies.order(order_status="8")))
    found = read("ar_document", CUSTOMER, number, "I")
    lines = read("invoice_lines", found)
    assert sum(line.value.minor for line in lines) == found.value.minor
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def ordered(site, read, **changes):
    """Post an order, change its lines or its header in SYSPRO, and read its open lines."""
    number = post(site, bodies.order())
    for table, columns in changes.items():
        key = (number, 1) if table == "SorDetail" else (number,)
        site.sandbox.service.books.update(table, key, columns)
    return {line.number: (line.net, line.tax_code) for line in read("ordered_lines", number)}


def test_the_lines_of_an_open_order_come_to_quantity_and_price_less_the_discount(site, read):
    bolts, service = (Decimal("29.364175"), "A"), (Decimal(10), "")
    assert ordered(site, read) == {1: bolts, 2: service, 3: (Decimal(5), ""), 4: (Decimal("-0.03"), "")}


@pytest.mark.parametrize(
    "columns",
    [{"MInvoicePrinted": "Y"}, {"MBomFlag": "P"}, {"MBomFlag": "C"}, {"MPriceUom": "BX"}, {"MDiscPct2": Decimal(1)}],
    ids=lambda columns: next(iter(columns)),
)
def test_a_line_whose_value_other_things_decide_or_that_is_invoiced_is_left_out(site, read, columns):
    assert set(ordered(site, read, SorDetail=columns)) == {2, 3, 4}


def test_a_discount_for_each_unit_counts_for_each(site, read):
    assert ordered(site, read, SorDetail={"MDiscValFlag": "U"})[1][0] == Decimal("27.114175")


def test_a_discount_on_the_whole_order_leaves_no_line_known(site, read):
    assert ordered(site, read, SorMaster={"DiscPct1": Decimal(5)}) == {}
    assert read("ordered_lines", "999999") == []


@pytest.mark.parametrize("value", [None, usd(1)])
def test_lines_that_do_not_come_to_their_invoice_are_not_known(site, read, value):
    number = invoice(site, post(site, bodies.order(order_status="8")))
    found = replace(read("ar_document", CUSTOMER, number, "I"), value=value)
    assert read("invoice_lines", found) == []


@pytest.mark.parametrize("number", ["", "999999", "NOPE", "☃", "9" * 30])
def test_order_that_does_not_exist_is_none(read, number):
    assert read("order", number) is None
    assert read("order_invoices", number) == []


@pytest.mark.parametrize("columns", [{"CancelledFlag": "Y"}, {"OrderStatus": "\\"}, {"OrderStatus": "*"}])
def test_cancelled_order_is_read_as_cancelled(site, read, columns):
    number = post(site, bodies.order())
    change(site, "SorMaster", (number,), **columns)
    assert read("order", number).cancelled


def test_number_that_two_orders_differ_in_zeros_only_asks_a_person(site, read):
    insert(site, "SorMaster", SalesOrder="0077", OrderStatus="1")
    insert(site, "SorMaster", SalesOrder="00077", OrderStatus="1")
    assert read("order", "0077").number == "0077"
    with pytest.raises(NeedsPerson, match="77 is stored in several ways"):
        read("order", "77")


def test_invoice_of_an_order_is_read_open_and_paid(site, read):
    number = post(site, bodies.order(order_status="8"))
    made = invoice(site, number)
    order = read("order", number)
    assert (order.status, order.last_invoice, order.invoiced) == ("9", made, True)
    (opened,) = read("order_invoices", number.lstrip("0"))
    assert (opened.customer, opened.invoice, opened.document_type) == (CUSTOMER, made, "I")
    assert opened.balance.minor > 0
    change(site, "ArInvoice", (CUSTOMER, made, "I"), InvoiceBal1=Decimal(0))
    assert read("order_invoices", number) == [replace(opened, balance=usd(0))]
    assert opened.tax.minor > 0
    change(site, "ArInvoice", (CUSTOMER, made, "I"), DocumentType="C")
    assert read("order_invoices", number) == []


def test_money_on_account_is_read_with_what_is_left_of_it(site, read):
    post(site, bodies.receipt())
    assert read("on_account", "ch_receipt_1", CUSTOMER) == OpenInvoice(
        CUSTOMER, "_CRD01", "C", usd(-12000), value=usd(-12000), tax=usd(0)
    )
    post(site, money_out("_CRD01"))
    assert read("on_account", "ch_receipt_1", CUSTOMER).balance == usd(-9000)
    post(site, money_out("_CRD01", minor=-9000, reference="re_2.M"))
    assert read("on_account", "ch_receipt_1", CUSTOMER) is None


def test_nothing_on_account_is_none(site, read):
    post(site, bodies.receipt())
    post(site, ar_document("ch_receipt_1"))
    assert read("on_account", "ch_receipt_1", PAYER) is None
    assert read("on_account", "ch_absent", CUSTOMER) is None
    assert read("on_account", "ch_receipt_1", CUSTOMER).invoice == "_CRD01"


def test_payment_that_stands_on_account_twice_asks_a_person(site, read):
    post(site, bodies.receipt())
    post(site, bodies.receipt())
    with pytest.raises(NeedsPerson, match="_CRD01, _CRD02"):
        read("on_account", "ch_receipt_1", CUSTOMER)


def test_foreign_money_on_account_is_read_by_the_sites_rule(site, read):
    eur = {"customer": FOREIGN_CUSTOMER, "bank": "STRIPE-EUR"}
    post(site, bodies.receipt("ch_eur", value=Money(990, "eur"), **eur))
    assert read("on_account", "ch_eur", FOREIGN_CUSTOMER).balance == Money(-990, "eur")
    change(site, "ArInvoice", (FOREIGN_CUSTOMER, "_CRD01", "C"), InvoiceBal1=Decimal(-5))
    with pytest.raises(NeedsPerson, match="_CRD01"):
        read("on_account", "ch_eur", FOREIGN_CUSTOMER)
    assert read("on_account", "ch_eur", FOREIGN_CUSTOMER, receipts__foreign_balance="invoice").balance.minor == -500


def test_document_is_read_whatever_its_balance(site, read):
    bare = INVOICE.lstrip("0")
    assert read("ar_document", PAYER, bare, "I") == OpenInvoice(
        PAYER, INVOICE, "I", usd(11890), value=usd(11890), tax=usd(0)
    )
    post(site, bodies.paying_receipt())
    assert read("ar_document", PAYER, INVOICE, "I").balance == usd(0)
    credit = post(site, ar_document())
    found = read("ar_document", CUSTOMER, credit, "C")
    assert (found.balance, found.value, found.tax) == (usd(-3000), usd(-3000), usd(-500))
    assert read("ar_document", CUSTOMER, credit, "I") is None
    assert read("ar_document", PAYER, "_CRD01", "C") is not None
    assert read("ar_document", CUSTOMER, "", "I") is None


def test_settled_foreign_document_is_nothing_in_any_currency(site, read):
    body = ar_document(customer=FOREIGN_CUSTOMER, value=Money(3000, "eur"), tax=None)
    credit = post(site, body)
    change(site, "ArInvoice", (FOREIGN_CUSTOMER, credit, "C"), InvoiceBal1=Decimal(0))
    assert read("ar_document", FOREIGN_CUSTOMER, credit, "C").balance == Money(0, "eur")


def test_document_in_a_currency_that_nobody_mapped_is_a_wrong_setting(read):
    with pytest.raises(Misconfigured, match="USD"):
        read("ar_document", PAYER, INVOICE, "I", currencies__to_syspro='{"eur": "EUR"}')
