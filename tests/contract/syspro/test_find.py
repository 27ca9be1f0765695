"""Looking up by our reference: many at once, whatever became of the record, with and without COMFND."""

from dataclasses import replace

import pytest

from agent.domain.errors import Transient, Unavailable
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import document


def post(site, *postings, **changes):
    with site.target(**changes).session() as session:
        return [session.post(posting).erp_key for posting in postings]


def find(site, *postings, **changes):
    with site.target(**changes).session() as session:
        return session.find(postings)


def orders(count):
    return [document(bodies.order(f"ch_many_{number}"), number=number) for number in range(1, count + 1)]


def test_many_documents_of_every_kind_are_found_together(site):
    postings = [
        document(bodies.order(), number=1),
        document(bodies.receipt(), number=2),
        document(bodies.customer(), number=3),
        document(bodies.custom_form(), number=4),
    ]
    absent = document(bodies.order("ch_absent"), number=5)
    keys = post(site, *postings)
    found = find(site, *postings, absent)
    assert [found[number][0].key for number in (1, 2, 3, 4)] == keys
    assert found[5] == ()


def test_more_references_than_one_address_holds_are_found_all_the_same(site):
    postings = orders(60)
    keys = post(site, *postings)
    found = find(site, *postings, syspro__url_limit="2500")
    assert [found[posting.id][0].key for posting in postings] == keys


def test_cancelled_order_exists(site):
    posting = document(bodies.order())
    (key,) = post(site, posting)
    with site.sandbox.locked():
        site.sandbox.service.books.update("SorMaster", (key,), {"CancelledFlag": "Y", "OrderStatus": "\\"})
    (row,) = find(site, posting)[1]
    assert row.key == key
    assert "cancelled" in row.described


def test_credit_note_of_the_order_is_no_second_candidate(site):
    posting = document(bodies.order())
    (key,) = post(site, posting)
    with site.sandbox.locked():
        books = site.sandbox.service.books
        books.insert("SorMaster", {"SalesOrder": "999999", "CustomerPoNumber": "ch_order_1", "DocumentType": "C"})
    assert [row.key for row in find(site, posting)[1]] == [key]


def test_two_orders_with_one_reference_are_two_candidates(site):
    posting = document(bodies.order())
    (key,) = post(site, posting)
    with site.sandbox.locked():
        row = {"CustomerPoNumber": "ch_order_1", "DocumentType": "O", "Customer": bodies.CUSTOMER}
        site.sandbox.service.books.insert("SorMaster", {"SalesOrder": "999999", **row})
    assert [row.key for row in find(site, posting)[1]] == [key, "999999"]


def test_record_on_somebody_elses_account_is_shown_before_anything_is_posted_again(site):
    posting = document(bodies.receipt())
    post(site, posting)
    moved = document(bodies.receipt(customer="000000000000005"))
    (row,) = find(site, moved)[1]
    assert bodies.CUSTOMER in row.described


def test_receipt_on_two_documents_is_one_candidate(site):
    posting = document(bodies.paying_receipt())
    (key,) = post(site, posting)
    (row,) = find(site, posting)[1]
    assert row.key == key
    assert bodies.INVOICE in row.described
    assert "_CRD" in row.described


def test_receipt_posted_twice_is_two_candidates(site):
    posting = document(bodies.receipt())
    first, second = post(site, posting, posting)
    assert [row.key for row in find(site, posting)[1]] == [first, second]


def test_receipt_on_account_is_found_where_only_its_document_carries_the_reference(site):
    posting = document(bodies.receipt())
    post(site, posting)
    with site.sandbox.locked():
        (row,) = site.rows("ArInvoicePay", "Reference = ?", "ch_receipt_1")
        keys = [row.text(name) for name in ("Customer", "Invoice", "DocumentType")]
        site.sandbox.service.books.delete("ArInvoicePay", *keys, row.whole("EntryNumber"))
    (candidate,) = find(site, posting)[1]
    assert candidate.key.startswith(f"{bodies.CUSTOMER}/_CRD")


@pytest.mark.parametrize("column", ["EdiSenderCode", "ShortName"])
def test_customer_is_found_by_the_column_that_keeps_our_reference(site, column):
    posting = document(bodies.customer("cus_ABC123|usd", reference_field=column))
    assert find(site, posting)[1] == ()
    (key,) = post(site, posting)
    assert [row.key for row in find(site, posting)[1]] == [key]


def test_customer_without_a_kept_reference_is_found_by_name_and_mail(site):
    posting = document(bodies.customer(reference_field="none"))
    (key,) = post(site, posting)
    assert [row.key for row in find(site, posting)[1]] == [key]
    assert find(site, document(bodies.customer(reference_field="none", email="other@example.com")))[1] == ()


def test_customer_that_we_number_is_found_by_its_code(make_site):
    site = make_site(customer_auto_numbering=False)
    posting = document(bodies.customer(code="SABCDEFGH", reference_field="none"))
    assert post(site, posting) == ["SABCDEFGH"]
    assert [row.key for row in find(site, posting)[1]] == ["SABCDEFGH"]


def test_custom_form_field_with_another_value_is_not_ours(site):
    post(site, document(bodies.custom_form("cus_old")))
    posting = document(bodies.custom_form("cus_new"))
    assert find(site, posting)[1] == ()
    post(site, posting)
    assert len(find(site, posting)[1]) == 1


def test_custom_form_counts_as_absent_where_it_cannot_be_read(site):
    posting = document(bodies.custom_form())
    post(site, posting)
    assert find(site, posting, syspro__custom_form_tables="no")[1] == ()
    assert find(site, document(replace(posting.draft.body, form_type="ZZZ")))[1] == ()


# ---------------------------------------------------------------- without COMFND


def test_order_is_found_without_comfnd(site):
    posting = document(bodies.order())
    keys = post(site, posting)
    site.trouble("unlicensed", object="COMFND", times=None)
    assert [row.key for row in find(site, posting)[1]] == keys
    assert find(site, document(bodies.order("ch_absent")))[1] == ()


@pytest.mark.parametrize("receipt", [bodies.receipt(), bodies.paying_receipt()], ids=["on account", "on an invoice"])
def test_receipt_is_found_without_comfnd(site, receipt):
    posting = document(receipt)
    post(site, posting)
    site.trouble("unlicensed", object="COMFND", times=None)
    (row,) = find(site, posting)[1]
    assert row.key.startswith(receipt.customer)
    assert find(site, document(replace(receipt, reference="ch_absent")))[1] == ()


def test_customer_cannot_be_found_without_comfnd(site):
    site.trouble("unlicensed", object="COMFND", times=None)
    with pytest.raises(Unavailable):
        find(site, document(bodies.customer()))


def test_trouble_with_comfnd_does_not_lead_to_the_other_objects(site):
    site.trouble("reset_before", object="COMFND")
    with pytest.raises(Transient) as caught:
        find(site, document(bodies.order()))
    assert not isinstance(caught.value, Unavailable)
