"""CSV and workbooks are read again: numbers are numbers, and no text is a formula."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook

from agent.reporting import Format, render
from agent.reporting.report import cell_text
from tests.unit.reporting.cases import HOSTILE, REPORTS, month, payout


def csv_rows(report):
    content = render(report, Format.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def book(report):
    return load_workbook(io.BytesIO(render(report, Format.XLSX)))


# ---------------------------------------------------------------- CSV


def test_a_csv_has_a_fact_a_column_and_numbers_as_numbers():
    head, first, *others = csv_rows(payout())
    row = dict(zip(head, first, strict=True))
    assert (row["Payout"], row["Group"], row["Category"], row["Balance transaction"]) == (
        "po_1",
        "Payments",
        "charge",
        "txn_1",
    )
    assert (row["Gross"], row["Fee"], row["Net"], row["Currency"]) == ("120.00", "-3.78", "116.22", "USD")
    assert [other[head.index("Balance transaction")] for other in others] == ["txn_2", "txn_3", "txn_999"]


def test_a_csv_of_several_tables_names_each():
    rows = csv_rows(month())
    titles = [row[0] for row in rows if len(row) == 1]
    assert titles == [
        "Stripe's balance",
        "Proof of the clearing account",
        "Not yet paid out",
        "In transit to the bank",
        "Exceptions",
    ]
    assert [] in rows


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", REPORTS)
def test_no_cell_of_a_csv_is_a_formula(name, text):
    rows = csv_rows(REPORTS[name](text))
    number = re.compile(r"-?[0-9.]+\Z")
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@")) and not number.match(cell)]
    assert not [cell for cell in cells if "\n" in cell]


def test_a_formula_gets_an_apostrophe_and_a_negative_number_none():
    cells = [cell for row in csv_rows(payout("=1+1")) for cell in row]
    assert "'=1+1" in cells
    assert "-3.78" in cells


# ---------------------------------------------------------------- XLSX


def test_amounts_in_a_workbook_are_numbers_with_the_decimals_of_their_currency():
    sheet = book(payout())["Movements"]
    head = [cell.value for cell in sheet[1]]
    gross = sheet.cell(2, head.index("Gross") + 1)
    assert (gross.value, gross.data_type, gross.number_format) == (120, "n", "#,##0.00;\u2212#,##0.00")
    jpy = book(month())["Not yet paid out"]
    formats = {cell.number_format for cell in jpy["F"][1:] if cell.value is not None}
    assert formats == {"#,##0;\u2212#,##0", "#,##0.00;\u2212#,##0.00"}


def test_the_heading_of_a_sheet_stays_and_sums_are_values():
    sheet = book(payout())["Movements"]
    assert sheet.freeze_panes == "A2"
    assert sheet.cell(sheet.max_row, 1).value == "Total"
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_workbook_says_what_it_is_and_opens_with_its_numbers():
    made = book(month())
    assert made.sheetnames[0] == "About"
    assert made["About"]["B1"].value == "2026-11"
    assert made.active.title == "Stripe's balance"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", REPORTS)
def test_no_cell_of_a_workbook_is_a_formula_or_an_error(name, text):
    cells = [cell for sheet in book(REPORTS[name](text)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(str(cell.value or "").strip()[:40] == cell_text(text).strip()[:40] for cell in cells)
