"""ARSTPY adjustments: out, and their journals in."""

from dataclasses import replace

import pytest
from lxml import etree

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Adjustment
from agent.domain.money import Money
from connectors.syspro.xml import arstpy_adjustment
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import reply, status

ADJUSTMENT = Adjustment(
    reference="re_3NxxABCDEFGHIJKLMNOPQRS.A",
    value=Money(3000, "usd"),
    ledger_code="7300-000",
    transaction_type="C",
    invoice="_CRD01",
    customer="000000000000004",
    notation="Refund paid by Stripe",
    posting_period="P",
    ignore_warnings="Y",
)


def test_adjustment_moves_one_document_against_a_ledger_code():
    request = arstpy_adjustment.build(ADJUSTMENT)
    check_golden("arstpy_adjustment_parameters", request.parameters)
    check_golden("arstpy_adjustment_document", request.document)


def test_reference_stands_where_no_notation_is_mapped_and_values_keep_their_sign():
    less = replace(ADJUSTMENT, notation="", value=Money(-1, "usd"))
    root = etree.fromstring(arstpy_adjustment.build(less, validate=True).document.encode("cp1252"))
    assert root.findtext(".//JournalNotation") == ADJUSTMENT.reference
    assert root.findtext(".//AdjustmentValue") == "-0.01"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"value": Money(0, "usd")}, "zero"),
        ({"invoice": ""}, "not known yet"),
        ({"reference": "re_3Nxx"}, r"does not end with \.A"),
    ],
)
def test_what_is_no_adjustment_is_refused_here(changes, message):
    with pytest.raises(DoesNotFitError, match=message):
        arstpy_adjustment.build(replace(ADJUSTMENT, **changes))


def test_journal_is_the_key_as_it_is_for_receipts():
    key = "<Item><Key><TrnYear>2026</TrnYear><TrnMonth>11</TrnMonth><Journal>0000000012</Journal></Key></Item>"
    posted = arstpy_adjustment.parse(reply("postarpayment", key, status(ItemsProcessed="00001", ItemsInvalid="00000")))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "2026/11/12")
