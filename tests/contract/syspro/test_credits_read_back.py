"""Reading back credits and steps of orders: every difference is told by its name."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.contract.syspro import bodies, sales
from tests.contract.syspro.conftest import document


@pytest.fixture
def counter(site):
    return sales.Counter(site)


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"OrderDate": "2023-11-15"}, "OrderDate"),
        ({"Customer": "000000000000005"}, "Customer"),
        ({"DocumentType": "O"}, "DocumentType"),
    ],
)
def test_changed_credit_is_told(site, counter, columns, code):
    posted = counter.post(sales.whole_credit(counter))
    sales.change(site, "SorMaster", (posted.erp_key,), **columns)
    assert counter.codes(posted) == [code]


def test_line_that_was_not_asked_for_is_told(counter):
    posted = counter.post(sales.credit_by_lines(counter))
    only_first = replace(posted.draft.body, lines=(1,))
    changed = replace(posted, draft=replace(posted.draft, body=only_first))
    assert counter.codes(changed) == ["Lines"]
    assert "takes back line 3" in counter.differences(changed)[0].message


def test_whole_credit_of_an_invoice_without_a_history_is_not_called_proven(site, counter):
    posted = counter.post(sales.whole_credit(counter))
    with site.sandbox.locked():
        site.sandbox.connection.execute("DELETE FROM ArTrnDetail")
    assert counter.codes(posted) == ["unproven"]


@pytest.mark.parametrize("columns", [{"Branch": "20"}, {"InvTermsOverride": "14"}, {"OrderDate": "2023-11-15"}])
def test_changed_credit_note_is_told(site, counter, columns):
    posted = counter.post(sales.credit_note())
    sales.change(site, "SorMaster", (posted.erp_key,), **columns)
    assert counter.codes(posted) == list(columns)


@pytest.mark.parametrize(
    ("columns", "codes"),
    [
        ({"MPrice": Decimal(1)}, ["Price"]),
        ({"MOrderQty": Decimal(2)}, ["OrderQty"]),
        ({"MShipQty": Decimal(0)}, ["OrderQty"]),
        ({"MProductClass": "FAST"}, ["NsProductClass"]),
        ({"MStockCode": "OTHER"}, ["StockCode"]),
        ({"CreditReason": " "}, ["CreditReason"]),
    ],
)
def test_changed_line_is_told(site, counter, columns, codes):
    body = sales.line_to_post(counter)
    posted = counter.post(body)
    sales.change(site, "SorDetail", (body.credit_note, 1), **columns)
    assert counter.codes(posted) == codes


def test_invoice_of_another_day_or_order_is_told_with_both_values(site, counter):
    posted = counter.post(sales.invoice_to_post(counter))
    key = (bodies.CUSTOMER, posted.erp_key, "I")
    sales.change(site, "ArInvoice", key, InvoiceDate="2023-11-20", SalesOrder="015000")
    assert counter.codes(posted) == ["SalesOrder", "InvoiceDate"]
    message = counter.differences(posted)[1].message
    assert message == f"{sales.TITLE}: InvoiceDate was sent as '2023-11-14', SYSPRO has '2023-11-20'."


def test_order_that_is_not_cancelled_any_more_is_told(site, counter):
    posted = counter.post(sales.cancel_to_post(counter))
    sales.change(site, "SorMaster", (posted.erp_key,), OrderStatus="1", CancelledFlag="N")
    assert counter.codes(posted) == ["OrderStatus"]


def test_order_that_was_invoiced_in_part_before_it_was_cancelled_is_told(site, counter):
    posted = counter.post(sales.cancel_to_post(counter))
    sales.change(site, "SorMaster", (posted.erp_key,), LastInvoice="000000000100777")
    assert counter.codes(posted) == ["LastInvoice"]


@pytest.mark.parametrize(
    "body",
    [
        sales.invoice_credit("000000000100604"),
        sales.credit_note(reference="re_gone"),
        sales.credit_line("099999"),
        sales.order_invoice("099999"),
        sales.order_invoice("099999", "C"),
        sales.cancel("099999"),
    ],
)
def test_record_that_is_gone_is_told(counter, body):
    assert counter.codes(replace(document(body), erp_key="099999")) == ["missing"]
