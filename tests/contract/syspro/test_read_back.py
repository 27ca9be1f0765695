"""Reading back: every value that SYSPRO changed, dropped or added is told with both sides."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.kinds import OrderLine
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import document


class Posted:
    def __init__(self, site, body, **changes):
        self._site, self._changes = site, changes
        posting = document(body)
        with site.target(**changes).session() as session:
            self.document = replace(posting, erp_key=session.post(posting).erp_key)

    def change(self, table, key, **columns):
        with self._site.sandbox.locked():
            self._site.sandbox.service.books.update(table, key, columns)
        return self

    def differences(self):
        with self._site.target(**self._changes).session() as session:
            return session.read_back([self.document])[1]

    def codes(self):
        return [found.code for found in self.differences()]


def entered_again(site, table, where, **changes):
    """Let somebody enter a row once more, with these columns changed."""
    with site.sandbox.locked():
        db = site.sandbox.connection
        names = [column[1] for column in db.execute(f"PRAGMA table_info({table})")]
        columns = ", ".join("?" if name in changes else name for name in names)
        values = [changes[name] for name in names if name in changes]
        db.execute(f"INSERT INTO {table} SELECT {columns} FROM {table} WHERE {where}", values)


@pytest.fixture
def order(site):
    return Posted(site, bodies.order())


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"Branch": "20"}, "read_back.Branch"),
        ({"OrderDate": "2023-11-15"}, "read_back.OrderDate"),
        ({"Customer": "000000000000005"}, "read_back.Customer"),
        ({"AlternateKey": " "}, "read_back.AlternateReference"),
        ({"CancelledFlag": "Y"}, "read_back.CancelledFlag"),
    ],
)
def test_changed_header_is_told(order, columns, code):
    key = (order.document.erp_key,)
    assert order.change("SorMaster", key, **columns).codes() == [code]


def test_difference_names_money_field_and_both_values(order):
    (found,) = order.change("SorMaster", (order.document.erp_key,), Branch="20").differences()
    assert found.subject == "A/sales_order/sale/ch_1"
    assert found.message == "Order for Ada Lovelace, 120.00 USD: Branch was sent as '10', SYSPRO has '20'."


@pytest.mark.parametrize(
    ("line", "columns", "codes"),
    [
        (1, {"MPrice": Decimal("12.34")}, ["read_back.Price"]),
        (1, {"MOrderQty": Decimal(2)}, ["read_back.OrderQty"]),
        (1, {"MDiscValue": Decimal(0)}, ["read_back.LineDiscValue"]),
        (1, {"MStockDes": "Other"}, ["read_back.StockDescription"]),
        (1, {"MStockCode": "BOLT-M8X40"}, ["read_back.StockCode"]),
        (3, {"NMscChargeValue": Decimal(4)}, ["read_back.FreightValue"]),
        (4, {"NMscProductCls": "FAST"}, ["read_back.MiscProductClass"]),
        (5, {"NComment": "Other"}, ["read_back.Comment"]),
        (3, {"LineType": "5"}, ["read_back.OrderDetails", "read_back.OrderDetails"]),
    ],
)
def test_changed_line_is_told(order, line, columns, codes):
    assert order.change("SorDetail", (order.document.erp_key, line), **columns).codes() == codes


def test_tax_code_that_the_site_drops_is_told(site):
    body = bodies.order()
    lines = (replace(body.lines[0], tax_code="E"), replace(body.lines[2], not_taxable=False, tax_code="A"))
    posted = Posted(site, replace(body, lines=lines))
    assert posted.codes() == ["read_back.StockTaxCode"]


def test_prices_of_syspros_own_are_no_difference(site):
    body = bodies.order()
    options = replace(body.options, use_price_entered=False)
    lines = (replace(body.lines[0], discount=None),)
    assert Posted(site, replace(body, lines=lines, options=options)).codes() == []


def test_same_stock_code_twice_is_paired_in_order(site):
    body = bodies.order()
    lines = tuple(replace(body.lines[0], price=Decimal(price)) for price in (1, 2))
    assert Posted(site, replace(body, lines=lines)).codes() == []


def test_line_that_is_missing_is_told(site):
    posted = Posted(site, bodies.order())
    further = OrderLine("freight", freight_value=bodies.usd(100))
    body = replace(posted.document.draft.body, lines=(*posted.document.draft.body.lines, further))
    posted.document = replace(posted.document, draft=replace(posted.document.draft, body=body))
    assert posted.codes() == ["read_back.OrderDetails"]


def test_order_that_is_gone_is_told(order):
    order.document = document(bodies.order("ch_gone"), erp_key="015562")
    assert order.codes() == ["read_back.missing"]


def test_order_that_is_there_twice_is_told_until_the_other_is_cancelled(site, order):
    other = "099999"
    entered_again(site, "SorMaster", f"SalesOrder = '{order.document.erp_key}'", SalesOrder=other)
    (found,) = order.differences()
    assert found.code == "read_back.CustomerPoNumber"
    assert order.document.erp_key in found.message
    assert other in found.message
    assert order.change("SorMaster", (other,), CancelledFlag="Y").codes() == []


def test_order_with_another_number_is_told(order):
    order.document = replace(order.document, erp_key="1")
    assert order.codes() == ["read_back.SalesOrder"]


def test_receipt_with_another_total_is_told(site):
    posted = Posted(site, bodies.receipt())
    (row,) = site.rows("ArInvoicePay", "Reference = ?", "ch_receipt_1")
    key = (*(row.text(name) for name in ("Customer", "Invoice", "DocumentType")), row.whole("EntryNumber"))
    (found,) = posted.change("ArInvoicePay", key, PostValue=Decimal("119.99")).differences()
    assert found.code == "read_back.PaymentValue"
    assert "'120.00'" in found.message
    assert "'119.99'" in found.message


def test_receipt_on_another_invoice_is_told(site):
    posted = Posted(site, bodies.paying_receipt())
    (row,) = site.rows("ArInvoicePay", "Reference = ? AND Invoice = ?", "ch_receipt_2", bodies.INVOICE)
    key = (*(row.text(name) for name in ("Customer", "Invoice", "DocumentType")), row.whole("EntryNumber"))
    assert posted.change("ArInvoicePay", key, Reference="other").codes() == [
        "read_back.PaymentValue",
        "read_back.GrossPaymentValue",
    ]


def test_receipt_posted_twice_is_told(site):
    Posted(site, bodies.receipt())
    assert Posted(site, bodies.receipt()).codes() == ["read_back.Reference", "read_back.PaymentValue"]


def test_receipt_that_is_gone_is_told(site):
    posted = Posted(site, bodies.receipt())
    posted.document = document(bodies.receipt("ch_gone"), erp_key="2023/11/1")
    assert posted.codes() == ["read_back.missing"]


def test_receipts_with_negative_rows_are_read_by_the_sites_sign(site):
    posted = Posted(site, bodies.receipt(), receipts__rows_negative="yes")
    assert posted.codes() == ["read_back.PaymentValue"]


def test_changed_customer_is_told(site):
    posted = Posted(site, bodies.customer())
    key = (posted.document.erp_key,)
    assert posted.change("ArCustomer", key, Email="x@example.com", UserField1=" ").codes() == [
        "read_back.Email",
        "read_back.UserField1",
    ]


def test_customer_that_is_gone_is_told(site):
    posted = Posted(site, bodies.customer())
    posted.document = replace(posted.document, erp_key="77")
    assert posted.codes() == ["read_back.missing"]


def test_custom_form_value_that_was_changed_is_told(site):
    posted = Posted(site, bodies.custom_form())
    assert posted.change("ArCustomer+", (bodies.CUSTOMER,), STRIPEID="other").codes() == ["read_back.AlphaValue"]


def test_custom_form_that_cannot_be_read_is_not_called_proven(site):
    assert Posted(site, bodies.custom_form(), syspro__custom_form_tables="no").codes() == ["read_back.unproven"]
