"""Credits and steps of orders: posted, found by what they did, read back; refusals in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.errors import InDoubt, NeedsPerson, Unavailable
from tests.contract.syspro import sales
from tests.contract.syspro.conftest import document


@pytest.fixture
def counter(site):
    return sales.Counter(site)


#: Each makes what its document needs and returns the document's body.
KINDS = {
    "whole credit": sales.whole_credit,
    "credit by lines": sales.credit_by_lines,
    "credit note": sales.note_to_post,
    "credit line": sales.line_to_post,
    "order invoice": sales.invoice_to_post,
    "credit invoice": sales.credit_invoice_to_post,
    "order cancel": sales.cancel_to_post,
    "line cancel": sales.line_cancel_to_post,
}
every_kind = pytest.mark.parametrize("prepare", KINDS.values(), ids=KINDS)


@every_kind
def test_what_was_posted_is_found_and_agrees(counter, prepare):
    body = prepare(counter)
    assert counter.found(body) == []
    posted = counter.post(body)
    assert posted.erp_key
    assert counter.found(body) == [posted.erp_key]
    assert counter.differences(posted) == ()


@every_kind
@pytest.mark.parametrize("fault", ["reset_after_commit", "html_after_commit", "truncated"])
def test_lost_answer_is_in_doubt_and_the_look_up_finds_what_was_done(site, counter, prepare, fault):
    body = prepare(counter)
    site.trouble(fault, path="Transaction/Post")
    with pytest.raises(InDoubt):
        counter.post(body)
    (key,) = counter.found(body)
    assert counter.differences(replace(document(body), erp_key=key)) == ()


@every_kind
def test_request_that_never_arrived_is_found_absent(site, counter, prepare):
    body = prepare(counter)
    site.trouble("reset_before", path="Transaction/Post")
    with pytest.raises(InDoubt):
        counter.post(body)
    assert counter.found(body) == []


@every_kind
def test_nothing_is_said_about_a_document_where_tables_cannot_be_read(site, counter, prepare):
    body = prepare(counter)
    site.trouble("unlicensed", object="COMFND", times=None)
    with pytest.raises(Unavailable):
        counter.found(body)


def test_documents_of_all_kinds_are_found_together(site, counter):
    made = [prepare(sales.Counter(site)) for prepare in (sales.note_to_post, sales.cancel_to_post)]
    order, invoice = counter.invoiced("ch_order_2")
    made += [sales.order_invoice(order), sales.invoice_credit(invoice)]
    for body in (made[0], made[1], made[3]):
        counter.post(body)
    postings = [document(body, number=number) for number, body in enumerate(made)]
    with site.target().session() as session:
        assert [len(rows) for rows in session.find(postings).values()] == [1, 1, 1, 1]


# ---------------------------------------------------------------- what SYSPRO refuses


def refusal(counter, body):
    with pytest.raises(NeedsPerson) as caught:
        counter.post(body)
    assert caught.value.problem.message.startswith(sales.TITLE)
    assert "press Retry" in caught.value.problem.press
    return caught.value.problem.message


def test_invoice_that_was_credited_in_full_is_refused(counter):
    body = sales.whole_credit(counter)
    counter.post(body)
    assert f"refused InvoiceNumber '{body.invoice}'" in refusal(counter, body)


def test_line_that_the_invoice_does_not_have_is_refused(counter):
    assert "refused LineNumber '9'" in refusal(counter, replace(sales.whole_credit(counter), lines=(9,)))


def test_invoice_of_another_customer_is_refused(counter):
    assert "refused Customer '000000000000001'" in refusal(
        counter, replace(sales.whole_credit(counter), customer="000000000000001")
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"customer": "999"}, "refused Customer '999'"), ({"branch": "ZZ"}, "refused Branch 'ZZ'")],
)
def test_credit_note_with_a_wrong_header_is_refused(counter, changes, words):
    assert words in refusal(counter, sales.credit_note(**changes))


def test_line_of_an_unknown_product_class_is_refused(counter):
    body = replace(sales.line_to_post(counter), product_class="NONE")
    assert "refused NsProductClass 'NONE'" in refusal(counter, body)


def test_line_of_an_invoiced_credit_note_is_refused(counter):
    body = sales.line_to_post(counter)
    counter.post(body)
    counter.post(sales.order_invoice(body.credit_note, "C"))
    assert "refused CreditNoteNumber" in refusal(counter, replace(body, reference="re_2.L"))


def test_order_that_is_not_ready_is_not_invoiced(counter):
    order = counter.key(sales.sale(order_status="1"))
    assert f"refused SalesOrder '{order}'" in refusal(counter, sales.order_invoice(order))


def test_credit_note_without_lines_is_not_invoiced(counter):
    assert "refused SalesOrder" in refusal(counter, sales.order_invoice(counter.key(sales.credit_note()), "C"))


def test_order_is_not_invoiced_as_a_credit_note(counter):
    assert "refused SalesOrder" in refusal(counter, sales.order_invoice(counter.key(sales.sale()), "C"))


def test_order_that_was_invoiced_meanwhile_is_not_cancelled(counter):
    order, _ = counter.invoiced()
    body = sales.cancel(order)
    assert counter.found(body) == []
    assert f"refused SalesOrder '{order}'" in refusal(counter, body)


def test_an_order_whose_lines_were_cancelled_is_there_and_is_invoiced_without_them(site, counter):
    body = sales.line_cancel_to_post(counter)
    posted = counter.post(body)
    rows = site.sandbox.service.books.rows("SorDetail", "SalesOrder = ?", body.sales_order)
    assert [row.text("MStockCode") for row in rows] == ["SERVICE"]
    counter.post(sales.order_invoice(body.sales_order))
    assert counter.differences(posted) == ()
    assert counter.found(sales.cancel(body.sales_order)) == []


def test_a_line_that_is_on_the_order_still_is_not_cancelled(site, counter):
    body = sales.line_cancel_to_post(counter)
    posted = replace(counter.post(body), draft=document(replace(body, lines=(1, 2))).draft)
    assert counter.found(replace(body, lines=(1, 2))) == []
    assert counter.codes(posted) == ["OrderStatus"]
    assert "Line 2 of sales order" in counter.differences(posted)[0].message
    sales.change(site, "SorDetail", (body.sales_order, 2), MOrderQty=0)
    assert counter.differences(posted) == ()


def test_lines_of_an_order_that_is_cancelled_are_cancelled(counter):
    body = sales.line_cancel_to_post(counter)
    counter.post(sales.cancel(body.sales_order))
    assert counter.found(body) == [body.sales_order]


def test_a_line_that_was_invoiced_meanwhile_is_not_cancelled(counter):
    body = sales.line_cancel_to_post(counter)
    counter.post(sales.order_invoice(body.sales_order))
    assert "refused" in refusal(counter, body)


@pytest.mark.parametrize("body", [sales.cancel(""), sales.order_invoice(""), sales.credit_line("")])
def test_step_without_its_record_never_leaves(counter, body):
    assert counter.found(body) == []
    with pytest.raises(NeedsPerson) as caught:
        counter.post(body)
    assert caught.value.problem.code == "syspro.does_not_fit"


# ---------------------------------------------------------------- what counts as ours


def test_credit_of_other_lines_is_not_ours(counter):
    first = sales.credit_by_lines(counter)
    counter.post(first)
    assert counter.found(replace(first, reference="re_2", lines=(2,))) == []
    assert counter.found(replace(first, reference="re_2", lines=(1,))) == []


def test_any_credit_of_the_invoice_stands_in_the_way_of_a_whole_one(counter):
    body = sales.whole_credit(counter)
    key = counter.key(replace(body, lines=(2,)))
    assert counter.found(body) == [key]
    posted = replace(document(body), erp_key=key)
    assert counter.codes(posted) == ["Lines", "Lines"]
    assert "Line 1 of invoice" in counter.differences(posted)[0].message


def test_two_credits_of_one_invoice_are_two_candidates_for_a_whole_one(counter):
    body = sales.whole_credit(counter)
    keys = [counter.key(replace(body, lines=(line,))) for line in (1, 2)]
    assert counter.found(body) == keys


def test_cancelled_credit_may_be_raised_again(counter):
    body = sales.whole_credit(counter)
    first = counter.post(body)
    counter.post(sales.cancel(first.erp_key))
    assert counter.found(body) == []
    assert counter.codes(first) == ["CancelledFlag"]
    assert counter.key(body) != first.erp_key


@pytest.mark.parametrize("columns", [{"Customer": "000000000000001"}, {"EntInvoice": "000000000100604"}])
def test_credit_of_another_customer_or_invoice_is_not_ours(site, counter, columns):
    body = sales.whole_credit(counter)
    sales.change(site, "SorMaster", (counter.key(body),), **columns)
    assert counter.found(body) == []


def test_credit_is_found_where_its_lines_name_the_order(site, counter):
    body = sales.credit_by_lines(counter)
    key = counter.key(body)
    for line in (1, 2):
        sales.change(site, "SorDetail", (key, line), MCreditOrderNo=body.sales_order)
    assert counter.found(body) == [key]


def test_comment_that_follows_a_credited_line_changes_nothing(site, counter):
    body = sales.credit_by_lines(counter)
    posted = counter.post(body)
    comment = {"SalesOrder": posted.erp_key, "SalesOrderLine": 3, "LineType": "6"}
    with site.sandbox.locked():
        origin = {"MCreditOrderNo": body.invoice, "MCreditOrderLine": 5}
        site.sandbox.service.books.insert("SorDetail", {**comment, **origin})
    assert counter.found(body) == [posted.erp_key]
    assert counter.differences(posted) == ()


def test_order_of_the_same_number_of_reference_is_no_credit_note(counter):
    counter.post(sales.sale("re_1"))
    assert counter.found(sales.credit_note()) == []


def test_cancelled_credit_note_exists_because_its_reference_is_its_own(counter):
    posted = counter.post(sales.credit_note())
    counter.post(sales.cancel(posted.erp_key))
    (row,) = counter.rows(sales.credit_note())
    assert row.key == posted.erp_key
    assert "cancelled" in row.described
    assert counter.codes(posted) == ["CancelledFlag"]


def test_credit_note_on_somebody_elses_account_is_shown_before_another_is_made(site, counter):
    posted = counter.post(sales.credit_note())
    sales.change(site, "SorMaster", (posted.erp_key,), Customer="000000000000005")
    (row,) = counter.rows(sales.credit_note())
    assert "000000000000005" in row.described


def test_two_credit_notes_of_one_reference_are_two_candidates_and_a_difference(counter):
    first = counter.post(sales.credit_note())
    second = counter.post(sales.credit_note())
    assert counter.found(sales.credit_note()) == [first.erp_key, second.erp_key]
    assert counter.codes(second) == ["CustomerPoNumber"]


def test_line_without_a_description_is_found_by_code_and_price(site, counter):
    body = sales.line_to_post(counter)
    posted = counter.post(body)
    sales.change(site, "SorDetail", (body.credit_note, 1), MStockDes=" ")
    assert counter.found(body) == [posted.erp_key]
    assert counter.found(replace(body, price=Decimal(1))) == []
    assert counter.found(replace(body, stock_code="OTHER")) == []
    assert counter.codes(posted) == ["StockDescription"]


def test_second_line_of_a_credit_note_is_its_own(counter):
    first = sales.line_to_post(counter)
    counter.post(first)
    second = replace(first, reference="re_2.L")
    assert counter.found(second) == []
    assert counter.key(second) == f"{first.credit_note}/2"


def test_line_posted_twice_is_two_candidates_and_a_difference(counter):
    body = sales.line_to_post(counter)
    first, second = counter.post(body), counter.post(body)
    assert counter.found(body) == [first.erp_key, second.erp_key]
    assert counter.codes(first) == ["StockDescription"]


def test_invoice_that_somebody_else_made_is_taken_over(counter):
    order, invoice = counter.invoiced()
    (row,) = counter.rows(sales.order_invoice(order, reference="re_9.I"))
    assert row.key == invoice
    assert order in row.described


def test_invoice_of_an_order_is_no_invoice_of_a_credit_note(counter):
    order, _ = counter.invoiced()
    assert counter.found(sales.order_invoice(order, "C")) == []


def test_order_that_a_person_cancelled_counts_as_cancelled(site, counter):
    order = counter.key(sales.sale())
    sales.change(site, "SorMaster", (order,), OrderStatus="\\")
    assert counter.found(sales.cancel(order)) == [order]


@pytest.mark.parametrize("length", [6, 15, 20])
def test_number_is_found_however_the_site_pads_it(make_site, length):
    counter = sales.Counter(make_site(order_length=length))
    order, invoice = counter.invoiced()
    bare = order.lstrip("0")
    assert counter.found(sales.order_invoice(bare)) == [invoice]
    assert counter.key(sales.invoice_credit(invoice.lstrip("0")))
    assert len(counter.found(sales.invoice_credit(invoice.lstrip("0")))) == 1
