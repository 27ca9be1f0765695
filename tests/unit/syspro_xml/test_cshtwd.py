"""CSHTWD: deposits and withdrawals out, journals in."""

from dataclasses import replace

import pytest
from lxml import etree

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import CashEntry, CashLine
from agent.domain.money import Money
from connectors.syspro.xml import cshtwd
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply, status


def line(code, minor, currency="usd", notation=""):
    return CashLine(code, Money(minor, currency), notation)


ENTRY = CashEntry(
    reference="txn_1NxxABCDEFGHIJKLMNOPQRST",
    bank="STRIPE-USD",
    direction="W",
    value=Money(553, "usd"),
    date="2026-11-23",
    narration="Fees & tax, café",
    posting_period="P",
    ignore_warnings="W",
    lines=(line("6110-000", 600, notation="Processing"), line("6120-000", -47)),
)


def test_withdrawal_is_distributed_over_its_ledger_codes():
    request = cshtwd.build(ENTRY)
    check_golden("cshtwd_withdrawal_parameters", request.parameters)
    check_golden("cshtwd_withdrawal_document", request.document)


def test_deposit_is_checked_only_where_that_is_asked():
    deposit = replace(ENTRY, direction="D", narration="", posting_period="C", lines=(line("1990-000", 553),))
    request = cshtwd.build(deposit, validate=True)
    check_golden("cshtwd_deposit_parameters", request.parameters)
    check_golden("cshtwd_deposit_document", request.document)


def test_values_are_written_without_the_direction():
    root = etree.fromstring(cshtwd.build(ENTRY).document.encode("cp1252"))
    assert root.findtext(".//TransactionValue") == "5.53"
    assert root.xpath("//LedgerValue/text()") == ["6.00", "-0.47"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"direction": "X"}, "neither D nor W"),
        ({"direction": ""}, "neither D nor W"),
        ({"value": Money(0, "usd")}, "not above zero"),
        ({"value": Money(-553, "usd")}, "not above zero"),
        ({"lines": ()}, r"add up to 0, not to 5\.53 USD"),
        ({"lines": (line("1", 552),)}, r"add up to 5\.52"),
        ({"lines": (line("1", 553), line("2", 0))}, "ledger code 2 is zero"),
        ({"lines": (line("1", 553, "eur"),)}, "not in the currency"),
        ({"value": Money(1005, "kwd"), "lines": (line("1", 1005, "kwd"),)}, "more than 2 decimals"),
        ({"narration": "☃"}, "cannot store"),
    ],
)
def test_entry_that_syspro_could_not_keep_is_refused_before_it_is_sent(changes, words):
    with pytest.raises(DoesNotFitError, match=words):
        cshtwd.build(replace(ENTRY, **changes))


def key(**parts):
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in parts.items())
    return f"<Item><ItemNumber>000001</ItemNumber><Key>{inner}</Key></Item>"


DONE = status(ItemsProcessed="00001", ItemsInvalid="00000")


@pytest.mark.parametrize(
    "parts",
    [
        {"Bank": "STRIPE-USD", "TrnYear": "2026", "TrnMonth": "11", "Journal": "0000000077"},
        {"CbYear": "2026", "CbPeriod": " 11", "CbJournal": "77"},
    ],
)
def test_journal_is_the_key_whatever_its_parts_are_called(parts):
    posted = cshtwd.parse(reply("postcbdepositswithdrawals", key(**parts), DONE))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "2026/11/77")


@pytest.mark.parametrize("inner", ["", key(Bank="STRIPE-USD")])
def test_reply_without_a_key_is_clean_all_the_same(inner):
    posted = cshtwd.parse(reply("postcbdepositswithdrawals", inner, DONE))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "")


def test_refused_entry_names_the_element():
    inner = f"<Item><AddTransaction>{error('Bank', 'X', '1', 'not found')}</AddTransaction></Item>"
    posted = cshtwd.parse(
        reply("postcbdepositswithdrawals", inner, status(ItemsProcessed="00000", ItemsInvalid="00001"))
    )
    assert posted.judgement.verdict is Verdict.REFUSED
    assert posted.judgement.errors[0].path == "Item/AddTransaction/Bank"
