"""ARSTIN: documents without an order out, their numbers in."""

from dataclasses import replace

import pytest
from lxml import etree

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import ArDocument
from agent.domain.money import Money
from connectors.syspro.xml import arstin
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply, status

CREDIT = ArDocument(
    reference="re_3NxxABCDEFGHIJKLMNOPQRST",
    transaction_type="C",
    value=Money(3000, "usd"),
    date="2026-11-23",
    product_class="WEB",
    customer="000000000000004",
    tax=Money(500, "usd"),
    branch="10",
    area="NW",
    salesperson="HBL",
    terms_code="30",
    posting_period="P",
    ignore_warnings="Y",
)


def test_credit_note_is_numbered_by_syspro_and_has_no_sign():
    request = arstin.build(CREDIT)
    check_golden("arstin_credit_parameters", request.parameters)
    check_golden("arstin_credit_document", request.document)


def test_what_is_not_mapped_is_left_to_syspro():
    plain = replace(CREDIT, transaction_type="I", tax=None, branch="", area="", salesperson="", terms_code="")
    request = arstin.build(plain, validate=True)
    check_golden("arstin_plain_parameters", request.parameters)
    check_golden("arstin_plain_document", request.document)


def test_tax_of_nothing_is_said():
    request = arstin.build(replace(CREDIT, transaction_type="D", tax=Money(0, "usd")))
    assert etree.fromstring(request.document.encode("cp1252")).findtext(".//TaxValue") == "0.00"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"transaction_type": "X"}, "type 'X'"),
        ({"value": Money(0, "usd")}, "not above zero"),
        ({"value": Money(-100, "usd")}, "not above zero"),
        ({"tax": Money(3001, "usd")}, "no part"),
        ({"tax": Money(-1, "usd")}, "no part"),
        ({"tax": Money(500, "eur")}, "no part"),
    ],
)
def test_what_arstin_cannot_take_is_refused_here(changes, message):
    with pytest.raises(DoesNotFitError, match=message):
        arstin.build(replace(CREDIT, **changes))


def test_number_is_the_key():
    inner = "<Item><Invoice>000000000100674</Invoice><ItemNumber>000001</ItemNumber></Item>"
    posted = arstin.parse(reply("postarinvoices", inner, status(ItemsProcessed="00001", ItemsInvalid="00000")))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "000000000100674")


def test_damaged_number_is_no_key():
    posted = arstin.parse(reply("postarinvoices", "<Item><Invoice>1006\ufffd4</Invoice></Item>"))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "")


def test_refused_document_names_the_element():
    inner = f"<Item>{error('ProductClass', 'X', '1', 'not found')}<ItemNumber>000001</ItemNumber></Item>"
    posted = arstin.parse(reply("postarinvoices", inner, status(ItemsProcessed="00000", ItemsInvalid="00001")))
    assert posted.judgement.verdict is Verdict.REFUSED
    assert posted.judgement.errors[0].element == "ProductClass"
