"""A report in the language of whoever reads it; what is calculated with stays as it is."""

from dataclasses import replace
from functools import cache
from importlib import resources

from agent.domain.language import ENGINE, Language, read_catalogue
from agent.domain.money import Money
from agent.reporting.report import Cell, Column, Report, Row, Section, amount_text


def in_language(report: Report, name: str) -> Report:
    """Return a report in a language: ``en`` as it was made, ``de`` with German words, amounts and days to read."""
    if name == "en":
        return report
    language = _language(name)
    say = language.say
    return replace(
        report,
        title=say(report.title),
        verdict=say(report.verdict),
        facts=tuple((say(label), say(text)) for label, text in report.facts),
        steps=tuple(replace(step, label=say(step.label)) for step in report.steps),
        paper=tuple(_section(section, language, to_read=True) for section in report.paper),
        sheets=tuple(_section(section, language, to_read=False) for section in report.sheets),
        made=say(report.made),
        about=say(report.about),
        page=say(report.page),
        picture=say(report.picture),
        number=german_number,
        language=name,
    )


def _section(section: Section, language: Language, *, to_read: bool) -> Section:
    def said(cell: Cell) -> Cell:
        if isinstance(cell, Money):
            return german_number(amount_text(cell)) if to_read else cell
        return language.say(cell) if isinstance(cell, str) else cell

    return Section(
        language.say(section.title),
        tuple(Column(language.say(column.label), column.width, column.right) for column in section.columns),
        tuple(Row(tuple(map(said, row.cells)), row.style) for row in section.rows),
        language.say(section.note),
        language.say(section.empty),
    )


def german_number(text: str) -> str:
    """Return a number such as ``1,234.50`` as it is written in German."""
    return text.translate(str.maketrans(",.", ".,"))


def german_day(day: str) -> str:
    """Return a day, CCYY-MM-DD, as it is written in German."""
    return ".".join(reversed(day.split("-")))


@cache
def _language(name: str) -> Language:
    content = (resources.files("resources") / "translations" / f"{name}.ts").read_bytes()
    texts = {one.source: one.forms[0] for one in read_catalogue(content) if one.context == ENGINE and one.forms}
    return Language(texts, german_number, german_day)
