"""`mapping suggest`: a file of a shop's fields, answered with SYSPRO's."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from agent.cli import main
from tests.house.tree import TOP
from tests.pipeline.offline import REACHED


@pytest.fixture
def ask(tmp_path):
    def run(sources, *options, kind="sales_order"):
        file = tmp_path / "sources.json"
        file.write_bytes(sources if isinstance(sources, bytes) else json.dumps(sources).encode())
        return CliRunner().invoke(main, ["mapping", "suggest", "--kind", kind, "--sources", str(file), *options])

    return run


def other(tmp_path, name, value):
    file = tmp_path / name
    file.write_text(json.dumps(value), "utf-8")
    return str(file)


SOURCES = [
    {"name": "metadata.po_no", "samples": ["PO 77", 4711]},
    {"name": "metadata.utm_source", "samples": ["google"]},
    {"name": "line.quantity", "samples": [2, 1.5]},
]


def test_fields_are_answered_in_their_order_with_confidence_and_reasons(ask):
    result = ask(SOURCES, "--json")
    assert result.exit_code == 0, result.stderr
    po, nothing, quantity = json.loads(result.stdout)
    assert (po["name"], po["suggestions"][0]["element"]) == ("metadata.po_no", "CustomerPoNumber")
    assert nothing == {"name": "metadata.utm_source", "suggestions": []}
    assert quantity["suggestions"][0]["element"] == "OrderQty"
    assert 50 <= po["suggestions"][0]["confidence"] < 100
    assert po["suggestions"][0]["reasons"][0] == 'Its name says "po" (purchase order), "no" (number).'


@pytest.mark.parametrize(
    ("everyday", "ours"),
    [("order", "sales_order"), ("payment", "receipt"), ("invoice", "ar_document"), ("Credit", "credit_note")],
)
def test_kinds_have_everyday_names_as_well(ask, everyday, ours):
    sources = [{"name": "metadata.invoice_no", "samples": ["10023"]}, {"name": "metadata.branch", "samples": ["10"]}]
    assert ask(sources, "--json", kind=everyday).stdout == ask(sources, "--json", kind=ours).stdout


def test_a_person_reads_a_table(ask):
    shown = ask(SOURCES).stdout
    assert "CustomerPoNumber" in shown
    assert "Nothing fits." in shown


def test_the_answers_are_given_by_syspros_fields_as_well(ask):
    rows = json.loads(ask(SOURCES, "--by-field", "--json").stdout)
    assert [row["element"] for row in rows] == sorted(row["element"] for row in rows)
    [quantity] = [row for row in rows if row["element"] == "OrderQty"]
    assert quantity["sources"][0]["name"] == "line.quantity"
    assert quantity["sources"][0]["confidence"] > 80
    assert "line.quantity" in ask(SOURCES, "--by-field").stdout


def test_lists_and_postings_of_the_site_count(ask, tmp_path):
    lists = other(tmp_path, "lists.json", {"ApBank": ["B1", "B2"]})
    before = [{"kind": "receipt", "sources": {"zzz": "B2"}, "fields": {"Bank": "B2"}}] * 5
    postings = other(tmp_path, "postings.json", before)
    options = ("--lists", lists, "--postings", postings, "--json")
    [row] = json.loads(ask([{"name": "zzz", "samples": ["B2"]}], *options, kind="receipt").stdout)
    assert row["suggestions"][0]["element"] == "Bank"
    assert row["suggestions"][0]["reasons"][-2:] == [
        "1 of 1 samples are in SYSPRO's list ApBank.",
        "5 of 5 receipts of this site had its value in Bank.",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no JSON: Expecting value at line 1, column 1."),
        (b'[{"name": "a",}]', "at line 1, column 15."),
        (b"\xff\xfe\x00", "is no JSON that can be read as text in UTF-8."),
        (b"[" * 200_000, "is no JSON that can be read as text in UTF-8."),
        (b"[" + b"9" * 9_000 + b"]", "is no JSON that can be read as text in UTF-8."),
        (b"{}", "cannot be used: The list of sources is no JSON list."),
        (b"[1]", "cannot be used: Entry 1 is no JSON object."),
        (b" " * 20_000_001, "is larger than 20 MB; give fewer samples."),
    ],
)
def test_a_bad_file_ends_in_one_sentence(ask, content, said):
    result = ask(content)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_that_begins_with_a_mark_of_windows_is_read(ask):
    assert ask(b"\xef\xbb\xbf[]", "--json").stdout.strip() == "[]"


def test_a_kind_or_file_that_does_not_exist_is_wrong_usage(ask, tmp_path):
    assert ask([], kind="strange").exit_code == 2
    missing = str(tmp_path / "none.json")
    result = CliRunner().invoke(main, ["mapping", "suggest", "--kind", "receipt", "--sources", missing])
    assert (result.exit_code, "does not exist" in result.stderr) == (2, True)


def offline(*arguments):
    command = [sys.executable, "-m", "tests.pipeline.offline", *arguments]
    return subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=60, check=False)


def test_no_packet_leaves_the_machine(tmp_path):
    file = other(tmp_path, "sources.json", SOURCES)
    result = offline("mapping", "suggest", "--kind", "sales_order", "--sources", file, "--json")
    assert (result.returncode, result.stderr) == (0, "")
    assert [row["name"] for row in json.loads(result.stdout)] == [source["name"] for source in SOURCES]


def test_a_packet_that_leaves_would_be_noticed():
    assert offline("reach").returncode == REACHED
