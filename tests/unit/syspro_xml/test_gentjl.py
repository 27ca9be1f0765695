"""GENTJL: journals out, ledger keys in."""

from dataclasses import replace

import pytest
from lxml import etree

from agent.domain.fitting import DoesNotFitError
from agent.domain.kinds import Journal, JournalLine
from agent.domain.money import Money
from connectors.syspro.xml import gentjl
from connectors.syspro.xml.reply import Verdict
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply, status


def line(code, minor, currency="usd", comment=""):
    return JournalLine(code, Money(minor, currency), comment)


LINES = (line("1010-000", 13447, comment="Payout & <more>"), line("6110-000", 553), line("1310-000", -14000))
JOURNAL = Journal(
    reference="po_1NxxABCDEFGHIJKLMNOPQRST",
    date="2026-11-23",
    currency="USD",
    notation="Stripe payout, café",
    year="2026",
    period="11",
    ignore_warnings="W",
    authorize="A",
    lines=LINES,
)


def test_journal_carries_its_reference_on_every_line():
    request = gentjl.build(JOURNAL)
    check_golden("gentjl_full_parameters", request.parameters)
    check_golden("gentjl_full_document", request.document)


def test_journal_that_waits_for_review_takes_syspros_own_period():
    plain = replace(JOURNAL, notation="", year="", period="", post=False, authorize="D", lines=(*LINES[1:], LINES[0]))
    request = gentjl.build(plain, validate=True)
    check_golden("gentjl_plain_parameters", request.parameters)
    check_golden("gentjl_plain_document", request.document)


def test_debit_is_written_positive_and_credit_negative():
    root = etree.fromstring(gentjl.build(JOURNAL).document.encode("cp1252"))
    assert root.xpath("//EntryAmount/text()") == ["134.47", "5.53", "-140.00"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"lines": ()}, "at least two lines, not 0"),
        ({"lines": (line("1", 0),)}, "at least two lines, not 1"),
        ({"lines": (line("1", 100), line("2", -99))}, r"differ by 0\.01"),
        ({"lines": (line("1", 100), line("2", 0), line("3", -100))}, "ledger code 2 is zero"),
        ({"lines": (line("1", 100), line("2", -100, "eur"))}, "in one currency"),
        ({"lines": (line("1", 1005, "kwd"), line("2", -1005, "kwd"))}, "more than 2 decimals"),
        ({"year": ""}, "come together"),
        ({"period": ""}, "come together"),
        ({"notation": "☃"}, "cannot store"),
    ],
)
def test_journal_that_syspro_could_not_keep_is_refused_before_it_is_sent(changes, words):
    with pytest.raises(DoesNotFitError, match=words):
        gentjl.build(replace(JOURNAL, **changes))


def taken(**key):
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in key.items())
    return f"<Item><Transaction><Key>{inner}</Key><Currency>USD</Currency></Transaction></Item>"


def counts(journals="000001", postings="000003", invalid="000000"):
    return status(JournalsProcessed=journals, PostingsProcessed=postings, PostingsInvalid=invalid)


def test_key_is_year_period_and_journal():
    inner = taken(GlYear="2026", GlPeriod="11", GlJournal="0000001234")
    posted = gentjl.parse(reply("postgljournal", inner, counts()))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "2026/11/1234")


@pytest.mark.parametrize("inner", ["", taken(GlYear="2026"), taken(GlYear="2026", GlPeriod="x", GlJournal="1")])
def test_reply_without_a_whole_key_has_none(inner):
    posted = gentjl.parse(reply("postgljournal", inner, counts()))
    assert (posted.judgement.verdict, posted.key) == (Verdict.CLEAN, "")


REFUSED = f"<Item><JournalDetails>{error('LedgerCode', '9', '1', 'not found')}</JournalDetails></Item>"


def test_refused_journal_names_the_element_though_its_other_lines_were_read():
    posted = gentjl.parse(reply("postgljournal", REFUSED, counts("000000", "000002", "000001")))
    assert posted.judgement.verdict is Verdict.REFUSED
    assert posted.judgement.errors[0].path == "Item/JournalDetails/LedgerCode"


@pytest.mark.parametrize("inner", [REFUSED, taken(GlYear="2026", GlPeriod="11", GlJournal="1")])
def test_error_beside_a_processed_journal_is_unclear(inner):
    posted = gentjl.parse(reply("postgljournal", inner, counts("000001", "000002", "000001")))
    assert posted.judgement.verdict is Verdict.UNCLEAR


def test_answer_of_another_object_is_unclear():
    assert gentjl.parse(reply("postarpayment")).judgement.verdict is Verdict.UNCLEAR
