"""ARSTPY miscellaneous receipts: out, and their journals in."""

from dataclasses import replace

import pytest
from lxml import etree

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import BankReceipt
from agent.domain.money import Money
from connectors.syspro.xml import arstpy_miscellaneous
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import reply, status

RECEIPT = BankReceipt(
    reference="po_1NxxABCDEFGHIJKLMNOPQRS",
    bank="FIRST-USD",
    currency="USD",
    value=Money(14000, "usd"),
    date="2026-11-23",
    ledger_code="1310-000",
    charge=Money(553, "usd"),
    notation="Stripe payout & fees",
    posting_period="P",
    ignore_warnings="Y",
)


def test_money_goes_into_the_bank_with_its_charge():
    request = arstpy_miscellaneous.build(RECEIPT)
    check_golden("arstpy_miscellaneous_parameters", request.parameters)
    check_golden("arstpy_miscellaneous_document", request.document)


def test_reference_stands_where_no_notation_is_mapped_and_no_charge_is_said_where_there_is_none():
    plain = replace(RECEIPT, notation="", charge=None)
    request = arstpy_miscellaneous.build(plain, validate=True)
    root = etree.fromstring(request.document.encode("cp1252"))
    assert root.findtext(".//JournalNotation") == RECEIPT.reference
    assert root.find(".//BankChargeValue") is None
    assert etree.fromstring(request.parameters.encode("cp1252")).findtext(".//ValidateOnly") == "Y"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"value": Money(0, "usd")}, "not above zero"),
        ({"value": Money(-1, "usd")}, "not above zero"),
        ({"charge": Money(0, "usd")}, "not between"),
        ({"charge": Money(14000, "usd")}, "not between"),
        ({"charge": Money(100, "eur")}, "not in the currency"),
    ],
)
def test_what_no_bank_can_receive_is_refused_here(changes, message):
    with pytest.raises(DoesNotFitError, match=message):
        arstpy_miscellaneous.build(replace(RECEIPT, **changes))


def test_journal_is_the_key_as_it_is_for_receipts():
    key = "<Item><Key><TrnYear>2026</TrnYear><TrnMonth>11</TrnMonth><Journal>0000000012</Journal></Key></Item>"
    posted = arstpy_miscellaneous.parse(
        reply("postarpayment", key, status(ItemsProcessed="00001", ItemsInvalid="00000"))
    )
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "2026/11/12")
