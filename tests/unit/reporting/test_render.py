"""Every report in every format is read again: what stands in it is what it was given."""

import re
import time
from dataclasses import replace

import pytest
from lxml import html

from agent.domain.audit import AuditTrailRow
from agent.domain.money import Money
from agent.domain.month_end import Aside, MonthEndPack
from agent.domain.statements import PayoutStatement
from agent.reporting import Format, month_report, payout_report, render, trail_report
from agent.reporting.as_pdf import flow_of
from agent.reporting.fonts import MISSING, MOST_LINES, broken, fitting, width_of
from agent.reporting.report import Style, amount_text, cell_text
from agent.reporting.rows import Rows
from agent.reporting.waterfall import svg, waterfall
from tests.unit.reporting.cases import (
    HOSTILE,
    MADE,
    REPORTS,
    UTC,
    empty_month,
    example,
    line,
    month,
    payout,
    proof,
    statement,
    trail,
)

ALL = [(name, wanted) for name in REPORTS for wanted in Format]


def page(report):
    return html.fromstring(render(report, Format.HTML).decode())


def table_of(document, title):
    """The rows of the table below a heading, as texts."""
    [section] = [one for one in document.iter("section") if one.find("h2").text == title]
    return [[cell.text_content() for cell in row] for row in section.iter("tr")]


def pages_of(content):
    return len(re.findall(rb"/Type /Page\b", content))


def drawn(report):
    """All texts of the tables as the PDF draws them."""
    grids = [flowable.grid for flowable in flow_of(report) if isinstance(flowable, Rows)]
    return [cell for grid in grids for row in grid.cells for cell in row]


# ---------------------------------------------------------------- amounts


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(1_234_567, "usd"), "12,345.67"),
        (Money(-1_234, "usd"), "\u221212.34"),
        (Money(1_234_567, "jpy"), "1,234,567"),
        (Money(-5, "kwd"), "\u22120.005"),
        (Money(0, "usd"), "0.00"),
        (None, ""),
    ],
)
def test_an_amount_has_the_decimals_of_its_currency(money, text):
    assert amount_text(money) == cell_text(money) == text


def test_an_amount_may_name_its_currency():
    assert amount_text(Money(-1, "usd"), currency=True) == "\u22120.01 USD"


# ---------------------------------------------------------------- HTML


def test_the_page_says_first_whether_all_is_well():
    document = page(payout())
    assert document.findtext(".//h1") == "Payout statement"
    assert (
        document.find_class("verdict")[0].text == "The movements add up to the payout, and all of them are in SYSPRO."
    )
    facts = dict(zip((one.text for one in document.iter("dt")), (one.text for one in document.iter("dd")), strict=True))
    assert facts["Paid out"] == "134.47 USD"
    assert facts["Bank reference"] == "TRACE7"


def test_the_summary_adds_up_from_gross_to_the_payout():
    rows = {row[0]: row[-1] for row in table_of(page(payout()), "Summary")}
    assert rows["Payments"] == "170.00"
    assert rows["Refunds"] == "\u221230.00"
    assert rows["Fees"] == "\u22125.53"
    assert rows["Net"] == rows["Paid out"] == "134.47"
    assert rows["Difference"] == "0.00"


def test_every_movement_stands_with_its_document():
    rows = table_of(page(payout()), "Movements")
    first = next(row for row in rows if "charge\ntxn_1" in row)
    assert first[2:] == [
        "Ann\nch_1",
        "120.00",
        "\u22123.78",
        "116.22",
        "Receipt 00042 (amount), posted\nReceipt 00042 (fees), posted",
    ]
    assert ["Total payments", "170.00", "\u22125.53", "164.47", ""] in rows


def test_the_page_brings_everything_with_it():
    for name, made in REPORTS.items():
        document = page(made())
        assert not document.xpath("//script | //link | //img | //iframe | //@href | //@src | //object"), name
        assert "url(" not in document.findtext(".//style")


def test_the_picture_is_in_the_page_and_a_page_without_one_has_none():
    assert len(page(payout()).xpath("//figure//*[local-name()='svg']")) == 1
    assert not page(month()).xpath("//figure")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", REPORTS)
def test_no_name_becomes_markup(name, text):
    document = page(REPORTS[name](text))
    assert not document.xpath("//script")
    whole = " ".join(document.text_content().split())
    assert " ".join(cell_text(text).split())[:60] in whole


def test_a_total_spans_the_empty_cells_before_its_amounts():
    [total] = page(payout()).xpath("//tr[td[1]='Total payments']/td[1]/@colspan")
    assert total == "3"


# ---------------------------------------------------------------- PDF


@pytest.mark.parametrize("name", REPORTS)
def test_a_pdf_is_a_pdf(name):
    content = render(REPORTS[name](), Format.PDF)
    assert content.startswith(b"%PDF-")
    assert pages_of(content) >= 1


def test_a_pdf_holds_what_the_page_holds():
    texts = drawn(payout())
    assert {"120.00", "\u22123.78", "116.22", "Ann\nch_1", "Total payments", "134.47"} <= set(texts)


def test_the_same_report_is_the_same_pdf():
    assert render(payout(), Format.PDF) == render(payout(), Format.PDF)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", REPORTS)
def test_any_name_fits_on_paper(name, text):
    report = REPORTS[name](text)
    assert pages_of(render(report, Format.PDF)) <= 3
    assert all(cell.count("\n") < MOST_LINES for cell in drawn(report))


def test_a_list_of_two_thousand_lines_is_paginated_within_seconds():
    lines = [line(number, 1_000 + number, 30, title="Payment of Somebody & Sons") for number in range(2_000)]
    report = payout_report(statement(*lines), MADE)
    started = time.process_time()
    content = render(report, Format.PDF)
    assert time.process_time() - started < 10
    assert 60 < pages_of(content) < 130


def page_by_page(rows, first, others):
    """The tables into which rows are split, a page each."""
    tables, height = [], first
    while rows.wrap(0, 0)[1] > height:
        table, rows = rows.split(0, height)
        tables.append(table)
        height = others
    return [*tables, rows.grid.table(rows._start, len(rows._ends))]


def test_every_page_of_a_table_begins_with_the_headings_and_no_row_is_lost():
    lines = [line(number, 1_000 + number, 30) for number in range(100)]
    [_, rows] = [one for one in flow_of(payout_report(statement(*lines), MADE)) if isinstance(one, Rows)]
    tables = page_by_page(rows, 120, 400)
    assert len(tables) > 4
    assert {tuple(table._cellvalues[0]) for table in tables} == {tuple(rows.grid.cells[0])}
    assert [row for table in tables for row in table._cellvalues[1:]] == rows.grid.cells[1:]


def test_a_heading_is_never_the_last_row_of_a_page():
    [_, rows] = [one for one in flow_of(payout()) if isinstance(one, Rows)]
    head, heading = rows.grid.heights[:2]
    assert rows.split(0, head + heading + 1) == []
    assert rows.split(0, head - 1) == []
    table, rest = rows.split(0, head + heading + rows.grid.heights[2])
    assert len(table._cellvalues) == 3
    assert rest.wrap(0, 0)[1] < rows.wrap(0, 0)[1]


def test_a_character_that_the_font_lacks_is_a_white_square():
    assert broken("a\u5c71b", "AgentSans", 8, 100) == f"a{MISSING}b"


@pytest.mark.parametrize("text", ["", "one two three four", "x" * 300, "two\nlines", "ends with a word " * 40])
def test_no_line_is_wider_than_its_column(text):
    lines = broken(text, "AgentSans", 8, 50).split("\n")
    assert len(lines) <= MOST_LINES
    # The dots that stand for what was cut take the place of a letter and may be a little wider.
    assert all(width_of(one, "AgentSans", 8) <= 56 for one in lines)


# ---------------------------------------------------------------- the waterfall


def test_the_waterfall_goes_up_and_down_to_the_net():
    bars = [shape for shape in waterfall(example().waterfall()).contents if type(shape).__name__ == "Rect"]
    gross, refunds, fees, net = bars
    assert gross.y == net.y
    assert gross.y + gross.height == pytest.approx(refunds.y + refunds.height)
    assert refunds.y == pytest.approx(fees.y + fees.height)
    assert fees.y == pytest.approx(net.y + net.height)
    assert refunds.fillColor == fees.fillColor != gross.fillColor


@pytest.mark.parametrize("amounts", [(0,), (-500,), (10**14, -(10**14)), (100, -300)])
def test_a_waterfall_stays_in_its_picture(amounts):
    lines = [line(number, amount, 0) for number, amount in enumerate(amounts)]
    drawing = waterfall(statement(*lines).waterfall())
    for shape in drawing.contents:
        if type(shape).__name__ == "Rect":
            assert shape.y >= -1
            assert shape.y + shape.height <= drawing.height
    assert svg(drawing).startswith("<svg")


def test_a_wide_amount_is_set_smaller():
    assert fitting("1,000,000,000,000.00", "AgentSans", 8, 20) < 8


# ---------------------------------------------------------------- what is empty or wrong


@pytest.mark.parametrize("wanted", Format)
def test_a_month_in_which_nothing_happened_is_a_report(wanted):
    assert render(empty_month(), wanted)


def test_an_empty_table_says_so():
    document = page(empty_month())
    texts = [one.text for section in document.iter("section") for one in section.findall("p")]
    assert "Nothing has moved." in texts
    assert texts.count("Nothing.") == 4


@pytest.mark.parametrize("wanted", Format)
def test_a_payout_of_which_nothing_is_known_yet_is_a_report(wanted):
    bare = PayoutStatement("po_1", "EDU1", "usd", "", "", "", None, ())
    assert render(payout_report(bare, MADE), wanted)


def test_a_payout_that_does_not_add_up_is_bad_news():
    report = payout_report(statement(line(), amount=5), MADE)
    assert not report.good
    assert "is unexplained" in report.verdict
    assert page(report).find_class("verdict")[0].get("class") == "verdict bad"
    assert table_of(page(report), "Summary")[-1][::2] == ["Difference", "116.17"]


def test_what_is_not_in_syspro_is_counted():
    report = payout_report(statement(line(why="held: Ask.")), MADE)
    assert report.verdict == "The movements add up to the payout. 1 movement is not wholly in SYSPRO yet."
    assert "held: Ask." in render(report, Format.HTML).decode()


def test_what_was_ignored_for_a_reason_is_no_bad_news_and_not_awaited():
    ignored = line(why="ignored: Its money came back.", ignored=True)
    report = payout_report(statement(line(2), ignored), MADE)
    assert report.good
    assert report.verdict == (
        "The movements add up to the payout. 1 movement is ignored, for the reason named there; all others are in SYSPRO."
    )
    both = payout_report(statement(ignored, line(3, why="held: Ask.")), MADE)
    assert not both.good
    assert both.verdict == "The movements add up to the payout. 1 movement is not wholly in SYSPRO yet."


def test_a_payout_that_failed_is_not_called_paid_out():
    report = payout_report(replace(example(), status="failed"), MADE)
    assert dict(report.facts)["Not paid out"] == "134.47 USD"
    assert [row[0] for row in table_of(page(report), "Summary")][-2] == "Not paid out"


def test_a_proof_that_does_not_hold_is_bad_news():
    assert "does not agree" in month().verdict
    [row] = page(month()).find_class("alert")
    assert row.text_content().startswith("JPY")


def test_the_trail_reads_both_ways():
    document = page(trail())
    there, back = (table_of(document, f"From {a} to {b}") for a, b in (("Stripe", "SYSPRO"), ("SYSPRO", "Stripe")))
    assert there[2][1:4] == ["ch_1\ncharge", "documents", "engine, flow sale\nmapping revision 3\naudit row 17"]
    assert [row[0] for row in back[1:]] == ["00042", "00777"]
    assert trail().good


def test_a_trail_of_nothing_says_so():
    report = trail_report("ch_404", (), UTC, MADE)
    assert not report.good
    assert report.verdict.startswith("Nothing is known of it")


@pytest.mark.parametrize(("name", "wanted"), ALL)
def test_every_report_has_every_format(name, wanted):
    assert len(render(REPORTS[name](), wanted)) > 100


def test_a_long_table_begins_on_the_page_of_its_title():
    """Twenty steps do not fit below the facts; they begin there all the same, so that two pages hold them."""
    steps = tuple(
        AuditTrailRow("ch_1", "charge", number, "engine", "ignored", "Why.", "sale", 1) for number in range(20)
    )
    assert pages_of(render(trail_report("2026-11", steps, UTC, MADE), Format.PDF)) == 2


@pytest.mark.parametrize(
    ("made_at", "proven_at", "sentence"),
    [
        (9, 9, "The month is not over yet; so far the clearing account agrees. Nothing is open."),
        (12, 9, "The books were compared last before the month ended, so the month as a whole is not proven yet."),
        (12, 11, "The clearing account agrees to the cent, and nothing is open."),
    ],
)
def test_a_month_says_whether_it_is_over_and_was_proven_since(made_at, proven_at, sentence):
    pack = MonthEndPack("EDU1", "2026-10", made_at, (), (proof(),), proven_at, (), (), (), ends_at=10)
    report = month_report(pack, UTC, MADE)
    assert (report.verdict, report.good) == (sentence, made_at == 12 and proven_at == 11)


def test_what_stripe_keeps_in_reserve_stands_apart_from_what_is_not_paid_out():
    kept = (Aside("risk_reserved", Money(4_000, "usd")), Aside("new_kind", Money(5, "usd")))
    report = month_report(MonthEndPack("EDU1", "2026-10", 0, (), (), 0, (), (), (), aside=kept), UTC, MADE)
    [section] = [section for section in report.paper if section.title == "Kept by Stripe in other balances"]
    assert [row.cells for row in section.rows] == [
        ("Reserve", "USD", Money(4_000, "usd")),
        ("new kind", "USD", Money(5, "usd")),
    ]
    assert ("Kept in other balances", "40.00 USD, 0.05 USD") in report.facts
    assert "Kept by Stripe in other balances" not in {section.title for section in empty_month().paper}


def test_amounts_of_a_trail_name_their_currency():
    [amount] = [row.cells[5] for row in trail().paper[0].rows if row.cells[5]]
    assert amount == "120.00 USD"


def test_a_movement_that_no_document_covers_says_why_in_the_month():
    nobody = line(title="", why="ignored: it came back.")
    report = month_report(MonthEndPack("EDU1", "2026-10", 0, (), (), 0, (nobody,), (), ()), UTC, MADE)
    [row] = [row for row in report.paper[2].rows if row.style is Style.PLAIN]
    assert row.cells[3] == "ignored: it came back.\nch_1"
