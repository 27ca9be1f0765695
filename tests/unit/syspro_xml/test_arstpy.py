"""ARSTPY: receipts out, journals in."""

from dataclasses import replace

import pytest
from lxml import etree

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Allocation, Receipt
from agent.domain.money import Money
from connectors.syspro.xml import arstpy
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply, status

RECEIPT = Receipt(
    reference="ch_3NxxABCDEFGHIJKLMNOPQRST",
    value=Money(11800, "usd"),
    payment_date="2026-11-23",
    bank="STRIPE-USD",
    customer="000000000000004",
    payment_type="O",
    notation="Stripe payment",
    narration="Ada & Co",
    posting_period="P",
    ignore_warnings="Y",
    allocations=(Allocation("000000000100673", Money(10000, "usd")),),
)


def test_receipt_on_an_invoice_leaves_the_rest_unapplied_under_our_reference():
    request = arstpy.build(RECEIPT)
    check_golden("arstpy_invoice_parameters", request.parameters)
    check_golden("arstpy_invoice_document", request.document)


def test_receipt_on_account_takes_the_reference_where_no_notation_is_mapped():
    request = arstpy.build(replace(RECEIPT, allocations=(), notation="", narration=""), validate=True)
    check_golden("arstpy_on_account_parameters", request.parameters)
    check_golden("arstpy_on_account_document", request.document)


def test_receipt_paid_in_full_has_no_unapplied_part():
    whole = replace(RECEIPT, allocations=(Allocation("1", Money(11800, "usd"), "D"),))
    root = etree.fromstring(arstpy.build(whole).document.encode("cp1252"))
    assert root.find(".//UnappliedPayment") is None
    assert root.findtext(".//TransactionType") == "D"


def test_money_out_is_written_with_its_sign():
    root = etree.fromstring(arstpy.build(replace(RECEIPT, value=Money(-500, "usd"), allocations=())).document.encode())
    assert root.findtext(".//PaymentValue") == "-5.00"
    assert root.findtext(".//UnappliedPayment/GrossPaymentValue") == "-5.00"


def test_money_out_against_a_credit_is_written_with_its_sign_and_the_credits_type():
    out = Allocation("_CRD01", Money(-5000, "usd"), "C")
    request = arstpy.build(replace(RECEIPT, reference="re_3NxxABC.M", value=Money(-5000, "usd"), allocations=(out,)))
    check_golden("arstpy_money_out_document", request.document)


def test_money_out_beyond_its_document_is_refused():
    over = (Allocation("1", Money(-600, "usd"), "C"),)
    with pytest.raises(DoesNotFitError, match="exceed"):
        arstpy.build(replace(RECEIPT, value=Money(-500, "usd"), allocations=over))


@pytest.mark.parametrize("number", ["", " "])
def test_document_without_a_number_is_never_sent(number):
    with pytest.raises(DoesNotFitError, match="not known yet"):
        arstpy.build(replace(RECEIPT, allocations=(Allocation(number, Money(10000, "usd")),)))


def test_allocations_beyond_the_receipt_are_refused():
    with pytest.raises(DoesNotFitError, match=r"exceed the receipt of 118\.00 USD by 2\.00 USD"):
        arstpy.build(replace(RECEIPT, allocations=(Allocation("1", Money(12000, "usd")),)))


def key(**parts):
    return (
        f"<Item><Key>{''.join(f'<{n}>{v}</{n}>' for n, v in parts.items())}</Key><ItemNumber>000001</ItemNumber></Item>"
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"TrnYear": "2026", "TrnMonth": "11", "Journal": "0000001234"},
        {"year": "2026", "period": "11", "journalnumber": "      1234"},
    ],
)
def test_journal_is_the_key_whatever_its_parts_are_called(parts):
    posted = arstpy.parse(reply("postarpayment", key(**parts), status(ItemsProcessed="00001", ItemsInvalid="00000")))
    assert posted.judgement.verdict is Verdict.CLEAN
    assert posted.key == "2026/11/1234"


@pytest.mark.parametrize(
    "inner", ["", key(TrnYear="2026"), key(TrnYear="x", TrnMonth="1", Journal="2"), key(Journal="0")]
)
def test_reply_without_a_whole_key_has_none(inner):
    posted = arstpy.parse(reply("postarpayment", inner))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "")


def test_refused_receipt_names_the_element():
    inner = f"<Item><Payment>{error('Customer', '9', '1', 'not found')}</Payment></Item>"
    posted = arstpy.parse(reply("postarpayment", inner, status(ItemsProcessed="00000", ItemsInvalid="00001")))
    assert posted.judgement.verdict is Verdict.REFUSED
    assert posted.judgement.errors[0].path == "Item/Payment/Customer"
