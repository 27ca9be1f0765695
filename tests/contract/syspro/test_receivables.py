"""Documents without an order, adjustments, and money out: posted, found by our reference, read back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.errors import InDoubt, NeedsPerson
from agent.domain.money import Money
from tests.contract.syspro import bodies
from tests.contract.syspro.bodies import CUSTOMER, INVOICE, usd
from tests.contract.syspro.conftest import document
from tests.contract.syspro.receivables import FOREIGN_CUSTOMER, adjustment, ar_document, money_out

PAYER = "000000000000001"


def post(site, body, **changes):
    """Post a body and return its document as the outbox keeps it."""
    posting = document(body)
    with site.target(**changes).session() as session:
        return replace(posting, erp_key=session.post(posting).erp_key)


def found(site, posting, **changes):
    with site.target(**changes).session() as session:
        return session.find([posting])[posting.id]


def codes(site, posted, **changes):
    with site.target(**changes).session() as session:
        return [difference.code for difference in session.read_back([posted])[posted.id]]


def change(site, table, key, **columns):
    with site.sandbox.locked():
        site.sandbox.service.books.update(table, key, columns)


def balance(site, invoice, kind, customer=CUSTOMER):
    where = "Customer = ? AND Invoice = ? AND DocumentType = ?"
    return site.rows("ArInvoice", where, customer, invoice, kind)[0].number("InvoiceBal1")


def pay_row(site, reference):
    (row,) = site.rows("ArInvoicePay", "Reference = ?", reference)
    return row, (*(row.text(name) for name in ("Customer", "Invoice", "DocumentType")), row.whole("EntryNumber"))


def agrees(site, posted):
    """Assert that a posted document is found once, by its key, and read back without a difference."""
    assert posted.erp_key
    assert [row.key for row in found(site, posted)] == [posted.erp_key]
    assert codes(site, posted) == []


# ---------------------------------------------------------------- documents without an order


@pytest.mark.parametrize(("kind", "signed"), [("I", 30), ("C", -30), ("D", 30)])
def test_document_without_an_order_is_found_and_agrees(site, kind, signed):
    body = ar_document(transaction_type=kind)
    assert found(site, document(body)) == ()
    posted = post(site, body)
    agrees(site, posted)
    assert balance(site, posted.erp_key, kind) == signed


def test_number_padded_to_another_length_is_still_the_same_document(site):
    posted = post(site, ar_document(), keys__invoice_length="20")
    assert len(posted.erp_key) == 20
    assert codes(site, posted) == []


def test_document_of_another_type_with_our_reference_is_another_document(site):
    post(site, ar_document())
    assert found(site, document(ar_document(transaction_type="I"))) == ()


def test_invoice_of_an_order_with_the_same_reference_is_no_candidate(site):
    posted = post(site, ar_document(transaction_type="I"))
    change(site, "ArInvoice", (CUSTOMER, posted.erp_key, "I"), SalesOrder="015562")
    assert found(site, posted) == ()


def test_money_on_account_with_the_same_reference_is_no_candidate(site):
    post(site, bodies.receipt("re_credit_1"))
    assert found(site, document(ar_document())) == ()


def test_document_whose_reference_stands_among_the_payments_is_found_there(site):
    posted = post(site, ar_document())
    out = post(site, money_out(posted.erp_key))
    row, key = pay_row(site, "re_1.M")
    change(site, "ArInvoice", (CUSTOMER, posted.erp_key, "C"), CustomerPoNumber=" ")
    change(site, "ArInvoicePay", key, Reference="re_credit_1")
    assert found(site, posted) == ()
    change(site, "ArInvoicePay", key, TrnType="C")
    assert [candidate.key for candidate in found(site, posted)] == [posted.erp_key]
    assert codes(site, posted) == []
    assert (row.text("TrnType"), out.erp_key.count("/")) == ("P", 2)


def test_site_that_does_not_keep_our_reference_is_told_at_once(site):
    posted = post(site, ar_document())
    change(site, "ArInvoice", (CUSTOMER, posted.erp_key, "C"), CustomerPoNumber=" ")
    assert codes(site, posted) == ["read_back.Reference"]


def test_document_that_is_there_twice_is_told_with_both_numbers(site):
    posted, again = post(site, ar_document()), post(site, ar_document())
    with site.target().session() as session:
        (difference,) = session.read_back([posted])[posted.id]
    assert difference.code == "read_back.Reference"
    assert posted.erp_key in difference.message
    assert again.erp_key in difference.message


def test_document_on_somebody_elses_account_is_a_candidate_and_a_difference(site):
    posted = post(site, ar_document())
    elsewhere = replace(
        posted, draft=replace(posted.draft, body=replace(posted.draft.body, customer="000000000000005"))
    )
    (row,) = found(site, elsewhere)
    assert CUSTOMER in row.described
    assert codes(site, elsewhere) == ["read_back.Customer"]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"CurrencyValue": Decimal(-31)}, "read_back.InvoiceValue"),
        ({"TaxPortion": Decimal(-4)}, "read_back.TaxValue"),
        ({"InvoiceDate": "2023-11-15"}, "read_back.InvoiceDate"),
        ({"PostCurrency": "EUR"}, "read_back.PostCurrency"),
        ({"Branch": "20"}, "read_back.Branch"),
        ({"Salesperson": " "}, "read_back.Salesperson"),
        ({"Area": " "}, "read_back.GeographicArea"),
        ({"TermsCode": "60"}, "read_back.InvoiceTerms"),
    ],
)
def test_changed_document_is_told(site, columns, code):
    posted = post(site, ar_document())
    change(site, "ArInvoice", (CUSTOMER, posted.erp_key, "C"), **columns)
    assert codes(site, posted) == [code]


def test_document_with_another_number_or_gone_is_told(site):
    posted = post(site, ar_document())
    assert codes(site, replace(posted, erp_key="1")) == ["read_back.Invoice"]
    assert codes(site, replace(document(ar_document("re_gone")), erp_key="1")) == ["read_back.missing"]


def test_foreign_document_agrees_whichever_currency_its_tax_is_kept_in(site):
    foreign = {"customer": FOREIGN_CUSTOMER, "value": Money(3000, "eur"), "tax": Money(500, "eur")}
    posted = post(site, ar_document(**foreign))
    agrees(site, posted)
    key = (FOREIGN_CUSTOMER, posted.erp_key, "C")
    rate = site.rows("ArInvoice", "Invoice = ?", posted.erp_key)[0].number("ConvRate")
    change(site, "ArInvoice", key, TaxPortion=(-5 * rate).quantize(Decimal("0.01")))
    assert rate != 1
    assert codes(site, posted) == []


def test_document_that_arstin_cannot_take_is_refused_with_syspros_words(site):
    with pytest.raises(NeedsPerson, match="ProductClass"):
        post(site, ar_document(product_class="NOPE"))


# ---------------------------------------------------------------- adjustments


@pytest.mark.parametrize("reference", ["re_1.A", "ch_1.A"])
def test_adjustment_closes_money_on_account_and_is_no_receipt(site, reference):
    post(site, bodies.receipt("ch_1"))
    body = adjustment(reference, value=usd(12000))
    assert found(site, document(body)) == ()
    posted = post(site, body)
    agrees(site, posted)
    assert posted.erp_key.count("/") == 2
    assert balance(site, "_CRD01", "C") == 0
    with site.reader().session() as session:
        (row,) = session.clearing_rows({"usd": "1310-000"})
        assert (row.reference, row.value) == ("ch_1", usd(12000))
        assert session.booked_on(reference) == ""
        assert session.taken_from([reference]) == session.taken_from(["ch_1"]) == "_CRD01"
        assert session.taken_from(["re_9.M"]) == ""


def test_adjustment_below_zero_lowers_what_an_invoice_owes(site):
    posted = post(
        site, adjustment(value=usd(-90), transaction_type="I", invoice=INVOICE, customer=PAYER, notation="Rounding")
    )
    agrees(site, posted)
    assert balance(site, INVOICE, "I", PAYER) == Decimal("118.00")


def test_changed_adjustment_is_told(site):
    post(site, bodies.receipt())
    posted = post(site, adjustment())
    _, key = pay_row(site, "re_1.A")
    change(site, "ArInvoicePay", key, PostValue=Decimal(30))
    assert codes(site, posted) == ["read_back.AdjustmentValue"]
    change(site, "ArInvoicePay", key, PostValue=Decimal(-30), Journal=Decimal(77), PostCurrency="EUR")
    assert codes(site, posted) == ["read_back.Journal", "read_back.PostCurrency"]


def test_adjustment_of_another_document_or_gone_is_told(site):
    post(site, bodies.receipt())
    posted = post(site, adjustment())
    moved = replace(posted.draft.body, invoice=INVOICE, transaction_type="I")
    other = replace(posted, draft=replace(posted.draft, body=moved))
    assert codes(site, other) == ["read_back.TransactionType", "read_back.Invoice"]
    assert codes(site, replace(document(adjustment("re_gone.A")), erp_key="2023/11/1")) == ["read_back.missing"]


def test_adjustment_posted_twice_is_told(site):
    post(site, bodies.receipt())
    post(site, adjustment())
    posted = post(site, adjustment())
    assert len(found(site, posted)) == 2
    assert codes(site, posted) == ["read_back.Reference", "read_back.AdjustmentValue"]


def test_adjustment_that_arstpy_cannot_take_is_refused_with_syspros_words(site):
    with pytest.raises(NeedsPerson, match="Invoice"):
        post(site, adjustment(invoice="_CRD77"))


# ---------------------------------------------------------------- money out


def test_money_out_of_a_payment_on_account_leaves_the_payment_as_it_was(site):
    received = post(site, bodies.receipt())
    paid_back = post(site, money_out("_CRD01"))
    agrees(site, paid_back)
    agrees(site, received)
    assert balance(site, "_CRD01", "C") == -90


def test_money_out_of_a_credit_note_without_an_order_closes_it(site):
    credited = post(site, ar_document())
    agrees(site, post(site, money_out(credited.erp_key)))
    agrees(site, credited)
    assert balance(site, credited.erp_key, "C") == 0


def test_money_out_opens_a_paid_invoice_again(site):
    received = post(site, bodies.paying_receipt())
    assert balance(site, INVOICE, "I", PAYER) == 0
    paid_back = post(site, money_out(INVOICE, "I", customer=PAYER))
    agrees(site, paid_back)
    agrees(site, received)
    assert balance(site, INVOICE, "I", PAYER) == 30


@pytest.mark.parametrize("case", ["on account", "credit note", "invoice"])
def test_site_that_takes_no_money_out_asks_a_person(make_site, case):
    site = make_site(negative_payments_allowed=False)
    if case == "on account":
        post(site, bodies.receipt())
        out = money_out("_CRD01")
    elif case == "credit note":
        out = money_out(post(site, ar_document()).erp_key)
    else:
        post(site, bodies.paying_receipt())
        out = money_out(INVOICE, "I", customer=PAYER)
    with pytest.raises(NeedsPerson, match="Value"):
        post(site, out)
    assert site.rows("ArInvoicePay", "Reference = 're_1.M'") == []


def test_money_out_of_another_document_than_the_one_meant_is_told(site):
    post(site, bodies.receipt())
    posted = post(site, money_out("_CRD01"))
    (part,) = posted.draft.body.allocations
    meant = replace(posted.draft.body, allocations=(replace(part, document_type="I"),))
    assert codes(site, replace(posted, draft=replace(posted.draft, body=meant))) == ["read_back.GrossPaymentValue"]


def test_money_out_is_read_by_the_sites_sign(site):
    post(site, bodies.receipt())
    posted = post(site, money_out("_CRD01"))
    _, key = pay_row(site, "re_1.M")
    change(site, "ArInvoicePay", key, PostValue=Decimal(30))
    assert codes(site, posted) == ["read_back.PaymentValue", "read_back.GrossPaymentValue"]
    assert codes(site, posted, receipts__rows_negative="yes") == []


def test_money_out_is_found_without_comfnd(site):
    post(site, bodies.receipt())
    posted = post(site, money_out("_CRD01"))
    site.trouble("unlicensed", object="COMFND", times=None)
    (row,) = found(site, posted)
    assert row.key == f"{CUSTOMER}/_CRD01"
    assert found(site, document(money_out("_CRD01", reference="re_2.M"))) == ()


# ---------------------------------------------------------------- lost answers


@pytest.mark.parametrize(
    ("make", "business_object"),
    [(ar_document, "ARSTIN"), (adjustment, "ARSTPY"), (lambda: money_out("_CRD01"), "ARSTPY")],
    ids=["document", "adjustment", "money out"],
)
def test_lost_answer_leaves_it_in_doubt_and_its_reference_finds_it(site, make, business_object):
    post(site, bodies.receipt())
    posting = document(make())
    site.trouble("reset_after_commit", object=business_object)
    with pytest.raises(InDoubt):
        post(site, posting.draft.body)
    (row,) = found(site, posting)
    assert codes(site, replace(posting, erp_key=row.key)) == []


@pytest.mark.parametrize("limit", ["6000", "6500", "7000"])
def test_more_rows_than_a_page_of_many_references_are_read_in_smaller_questions(site, limit):
    references = [f"ch_{'x' * 20}_{number:03}" for number in range(26)]
    posted = [replace(post(site, bodies.receipt(each)), id=number) for number, each in enumerate(references, 1)]
    with site.sandbox.locked():
        # As if each receipt had moved three documents.
        connection = site.sandbox.connection
        columns = [row[1] for row in connection.execute("PRAGMA table_info(ArInvoicePay)") if row[1] != "EntryNumber"]
        names = ", ".join(f'"{name}"' for name in columns)
        for more in (1000, 2000):
            connection.execute(
                f"INSERT INTO ArInvoicePay ({names}, EntryNumber) SELECT {names}, EntryNumber + {more}"
                " FROM ArInvoicePay WHERE EntryNumber < 1000"
            )
    with site.target(syspro__url_limit=limit, syspro__post_mode="get").session() as session:
        found = session.find(posted)
    assert all(found[document.id] for document in posted)
