"""Reports in German: words, amounts and days to read; what is calculated with stays as it is."""

import re

import pytest

from agent.domain.money import Money
from agent.reporting import Format, render
from agent.reporting.as_csv import csv_of
from agent.reporting.report import Style
from agent.reporting.speaking import german_day, german_number, in_language
from tests.unit.reporting.cases import REPORTS, payout

#: English words that no German report has.
ENGLISH = re.compile(r"\b(the|and|of|is|are|not|with|Day|Fee|Fees|Gross|Total|Payment|Receipt|posted|Made|by)\b")


def texts(report):
    yield from (report.title, report.verdict, report.made, report.about, report.picture)
    yield from (text for fact in report.facts for text in fact)
    yield from (step.label for step in report.steps)
    for section in (*report.paper, *report.sheets):
        yield from (section.title, section.note, section.empty, *(column.label for column in section.columns))
        yield from (cell for row in section.rows for cell in row.cells if isinstance(cell, str))


@pytest.mark.parametrize("name", REPORTS)
def test_no_word_of_a_german_report_is_english(name):
    report = in_language(REPORTS[name](), "de")
    assert not {text for text in texts(report) if ENGLISH.search(text)}


def test_amounts_to_read_are_german_and_amounts_to_calculate_with_are_numbers():
    report = in_language(payout(), "de")
    total = next(row for row in report.paper[0].rows if row.style is Style.TOTAL)
    assert total.cells == ("Netto", 3, "134,47")
    assert any(isinstance(cell, Money) for row in report.sheets[0].rows for cell in row.cells)
    assert b"134.47" in csv_of(report)


def test_an_english_report_is_the_one_that_was_made():
    report = payout()
    assert in_language(report, "en") is report


def test_a_name_stays_as_it_is():
    assert "Ann" in set(texts(in_language(payout(), "de")))


@pytest.mark.parametrize("wanted", Format)
@pytest.mark.parametrize("name", REPORTS)
def test_every_german_report_has_every_format(name, wanted):
    assert render(in_language(REPORTS[name](), "de"), wanted)


def test_a_german_page_says_so_and_counts_its_pages():
    page = render(in_language(payout(), "de"), Format.HTML).decode()
    assert '<html lang="de">' in page
    assert 'content: "Seite " counter(page) " von " counter(pages)' in page
    assert 'content: "Page " counter(page) " of " counter(pages)' in render(payout(), Format.HTML).decode()


def test_numbers_and_days_are_written_as_in_german():
    assert german_number("1,234.50") == "1.234,50"
    assert german_day("2026-11-30") == "30.11.2026"
