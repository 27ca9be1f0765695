"""The statement of one payout as a report."""

from collections.abc import Iterator

from agent.domain.money import Money, total
from agent.domain.statements import PARTS, DocumentTrace, Group, PayoutStatement, StatementLine
from agent.domain.wording import counted
from agent.reporting.report import (
    Cell,
    Column,
    Report,
    Row,
    Section,
    Style,
    amount_text,
    columns_of,
    lines_of,
    words,
)

_NUMBERS = ("Gross", "Fee", "Net")

_PAPER = columns_of(
    (("Day", 22), ("Movement", 58), ("Payment", 64), ("Gross", 26), ("Fee", 22), ("Net", 26), ("In SYSPRO", 76)),
    right=_NUMBERS,
)

_SHEET = columns_of(
    (
        ("Payout", 30),
        ("Day", 12),
        ("Group", 12),
        ("Category", 22),
        ("Balance transaction", 32),
        ("Source", 32),
        ("Description", 30),
        ("Gross", 14),
        ("Fee", 14),
        ("Net", 14),
        ("Currency", 10),
        ("Documents", 40),
        ("In SYSPRO", 11),
        ("Why not", 40),
    ),
    right=_NUMBERS,
)

_SUMMARY = (Column("", 100), Column("Movements", 30, right=True), Column("Amount", 40, right=True))


def payout_report(statement: PayoutStatement, made: str) -> Report:
    """Return the report of a payout.

    Args:
        statement: What the payout is made of.
        made: When and where it is made, in words.
    """
    return Report(
        title="Payout statement",
        subtitle=statement.payout_id,
        good=not statement.wrong and not statement.awaited,
        verdict=_verdict(statement),
        facts=tuple(_facts(statement)),
        steps=statement.waterfall(),
        paper=(_summary(statement), _movements(statement)),
        sheets=(_sheet(statement),),
        made=made,
    )


def _verdict(statement: PayoutStatement) -> str:
    if statement.wrong:
        return statement.wrong.replace("-", "\N{MINUS SIGN}")
    if count := len(statement.awaited):
        what = counted(count, "movement is", "movements are")
        return f"The movements add up to the payout. {what} not wholly in SYSPRO yet."
    if count := len(statement.ignored):
        what = counted(count, "movement is", "movements are")
        return (
            f"The movements add up to the payout. {what} ignored, for the reason named there; all others are in SYSPRO."
        )
    return "The movements add up to the payout, and all of them are in SYSPRO."


def _facts(statement: PayoutStatement) -> Iterator[tuple[str, str]]:
    yield "SYSPRO company", statement.company
    yield "Currency", statement.currency.upper()
    yield _paid_out(statement), amount_text(statement.amount, currency=True) or "not known yet"
    yield "Status at Stripe", words(statement.status) or "not read yet"
    yield "Day at the bank", statement.arrival_day or "not known yet"
    yield "Bank reference", statement.trace or "not known yet"


def _paid_out(statement: PayoutStatement) -> str:
    """Name the amount: of a payout that failed, nothing reached the bank."""
    return "Not paid out" if statement.failed else "Paid out"


def _summary(statement: PayoutStatement) -> Section:
    rows = [Row((group.value, len(statement.lines_of(group)), statement.total(group))) for group in PARTS]
    rows.append(Row(("Net", len(statement.parts), statement.net), Style.TOTAL))
    rows.append(Row((_paid_out(statement), None, statement.amount)))
    style = Style.ALERT if statement.difference else Style.TOTAL
    rows.append(Row(("Difference", None, statement.difference), style))
    return Section(
        "Summary",
        _SUMMARY,
        tuple(rows),
        note="Fees of payments, of refunds and of the payout itself are counted under Fees.",
    )


def _movements(statement: PayoutStatement) -> Section:
    rows: list[Row] = []
    for group in (*PARTS, Group.PAYOUT):
        lines = statement.lines_of(group)
        if lines:
            rows.append(_row_of(Style.HEADING, group.value))
            rows.extend(_paper_row(line) for line in lines)
            rows.append(_sum(f"Total {group.value.lower()}", lines, statement.currency))
    if statement.parts:
        rows.append(_sum("All movements without the payout", statement.parts, statement.currency))
    return Section("Movements", _PAPER, tuple(rows), empty="Stripe has named no movement of this payout.")


def _row_of(style: Style, first: str) -> Row:
    return Row((first, *(None for _ in _PAPER[1:])), style)


def _sum(label: str, lines: tuple[StatementLine, ...], currency: str) -> Row:
    return Row((label, None, None, *_sums(lines, currency), None), Style.TOTAL)


def _sums(lines: tuple[StatementLine, ...], currency: str) -> tuple[Money, Money, Money]:
    gross, net = total([line.gross for line in lines], currency), total([line.net for line in lines], currency)
    return gross, -total([line.fee for line in lines], currency), net


def _paper_row(line: StatementLine) -> Row:
    cells: tuple[Cell, ...] = (
        line.day,
        lines_of(words(line.category), line.id),
        lines_of(line.description, line.source_id),
        line.gross,
        -line.fee,
        line.net,
        "\n".join(map(_document, line.documents)) or line.why,
    )
    return Row(cells)


def _document(trace: DocumentTrace) -> str:
    key = f" {trace.erp_key}" if trace.erp_key else ""
    part = f" ({trace.part})" if trace.part else ""
    return f"{words(trace.kind).capitalize()}{key}{part}, {words(trace.state)}"


def _sheet(statement: PayoutStatement) -> Section:
    rows = [_sheet_row(statement, line) for line in statement.lines]
    if rows:
        sums = _sums(statement.lines, statement.currency)
        last: tuple[Cell, ...] = ("Total", *("" for _ in range(6)), *sums, statement.currency.upper(), "", "", "")
        rows.append(Row(last, Style.TOTAL))
    return Section("Movements", _SHEET, tuple(rows))


def _sheet_row(statement: PayoutStatement, line: StatementLine) -> Row:
    cells: tuple[Cell, ...] = (
        statement.payout_id,
        line.day,
        statement.group(line).value,
        line.category,
        line.id,
        line.source_id,
        line.description,
        line.gross,
        -line.fee,
        line.net,
        statement.currency.upper(),
        "; ".join(map(_document, line.documents)),
        "yes" if line.posted else "no",
        line.why,
    )
    return Row(cells)
