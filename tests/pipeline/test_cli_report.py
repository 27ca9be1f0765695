"""`report` writes files for a bookkeeper; `audit trail` shows the way between Stripe and SYSPRO."""

import csv
import io
import signal
import sys
from datetime import UTC

import pytest
from openpyxl import load_workbook

from agent.cli import report_commands
from agent.domain.attempts import Settlement
from agent.domain.documents import State
from agent.domain.events import BalanceTransaction
from agent.domain.statements import day_of
from tests.pipeline.cli_world import Terminal
from tests.store.builders import apply, claim, receipt
from tests.store.legs import cover, in_payout

POSTED = Settlement(State.POSTED, erp_key="000777", evidence="Answered")


@pytest.fixture
def terminal(tmp_path, clock):
    """A home in which one payment was posted and paid out."""
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    now = clock.now()
    with made.store() as store:
        store.ledger.store(
            [
                BalanceTransaction("txn_1", now, 12_345, 345, 12_000, "usd", "charge", "charge", "ch_1"),
                BalanceTransaction("txn_2", now + 1, -12_000, 0, -12_000, "usd", "payout", "payout", "po_1"),
            ],
            now,
        )
        in_payout(store, "po_1", "txn_1", "txn_2")
        apply(store, receipt("ch_1", minor=12_345), now=now)
        [document] = claim(store, now=now)
        store.outbox.settle(document, POSTED, now)
        cover(store, document.id, "ch_1")
        cover(store, document.id, "txn_1", "fees")
    return made


@pytest.fixture
def month(clock):
    """The month of the payment."""
    return day_of(clock.now(), UTC)[:7]


@pytest.mark.parametrize("ending", ["html", "pdf", "csv", "xlsx"])
def test_a_payout_is_written_in_every_format(terminal, tmp_path, ending):
    out = tmp_path / f"payout.{ending}"
    result = terminal.run("report", "payout", "po_1", "--out", str(out))
    assert result.exit_code == 0, result.stderr
    assert "Written to" in result.stdout
    assert out.stat().st_size > 100


def test_the_format_may_differ_from_the_files_ending(terminal, tmp_path):
    out = tmp_path / "payout.txt"
    found = terminal.json("report", "payout", "po_1", "--format", "csv", "--out", str(out))
    assert (found["format"], found["file"]) == ("csv", str(out))
    head, first, *_ = csv.reader(io.StringIO(out.read_text("utf-8-sig"), newline=""))
    row = dict(zip(head, first, strict=True))
    assert (row["Balance transaction"], row["Net"], row["In SYSPRO"]) == ("txn_1", "120.00", "yes")
    assert "000777" in row["Documents"]


def test_a_file_without_an_ending_needs_a_format(terminal, tmp_path):
    result = terminal.run("report", "payout", "po_1", "--out", str(tmp_path / "payout"))
    assert result.exit_code == 2
    assert "name a --format" in result.stderr


def test_an_unknown_payout_is_said_and_nothing_is_written(terminal, tmp_path):
    out = tmp_path / "payout.pdf"
    result = terminal.run("report", "payout", "po_404", "--out", str(out))
    assert result.exit_code == 1
    assert "Nothing is known of the payout po_404" in result.stderr
    assert not out.exists()


def test_a_folder_that_does_not_exist_is_said(terminal, tmp_path):
    result = terminal.run("report", "payout", "po_1", "--out", str(tmp_path / "none" / "payout.csv"))
    assert result.exit_code == 3
    assert "cannot be written to" in result.stderr
    assert "--out" in result.stderr


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("payout", "po_1"), "payout-po_1.pdf"),
        (("payout", "po_1", "--format", "csv"), "payout-po_1.csv"),
        (("audit", "777"), "audit-777.pdf"),
        (("month", "2026-11", "--format", "html"), "month-2026-11.html"),
    ],
)
def test_a_report_without_a_name_goes_into_the_current_folder(terminal, tmp_path, monkeypatch, command, name):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert terminal.json("report", *command)["file"] == name
    assert [path.name for path in (tmp_path / "here").iterdir()] == [name]


@pytest.mark.parametrize("named", [True, False])
def test_a_report_that_exists_is_overwritten_only_by_force(terminal, tmp_path, monkeypatch, named):
    monkeypatch.chdir(tmp_path)
    old = tmp_path / "payout-po_1.pdf"
    old.write_bytes(b"last month's")
    command = ["report", "payout", "po_1", *(["--out", str(old)] if named else [])]
    refused = terminal.run(*command)
    assert (refused.exit_code, old.read_bytes()) == (2, b"last month's")
    assert "exists already" in refused.stderr
    assert terminal.run(*command, "--force").exit_code == 0
    assert old.read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_leaves_the_old_report_whole(terminal, tmp_path):
    import resource  # noqa: PLC0415 - not on Windows

    (tmp_path / "here").mkdir()
    old = tmp_path / "here" / "payout.pdf"
    old.write_bytes(b"last month's")
    content = b"x" * 1_000_000
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            report_commands._replace(old, content)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert [path.read_bytes() for path in (tmp_path / "here").iterdir()] == [b"last month's"]


def test_the_pack_of_a_month_is_written(terminal, tmp_path, month):
    out = tmp_path / "month.xlsx"
    found = terminal.json("report", "month", month, "--out", str(out))
    assert (found["good"], "not been compared" in found["verdict"]) == (False, True)
    sheet = load_workbook(out)["Stripe's balance"]
    row = dict(zip((cell.value for cell in sheet[1]), (cell.value for cell in sheet[2]), strict=True))
    assert (row["Payments"], row["Fees"], row["Payout"]) == (123.45, -3.45, -120)
    assert row["Closing"] == row["Unexplained"] == 0


def test_what_is_no_month_is_wrong_usage(terminal, tmp_path):
    result = terminal.run("report", "month", "2026-13", "--out", str(tmp_path / "x.pdf"))
    assert result.exit_code == 2
    assert "is no month such as 2026-11" in result.stderr


@pytest.mark.parametrize("what", ["ch_1", "txn_1", "777"])
def test_an_audit_trail_is_written_from_both_ends(terminal, tmp_path, what):
    out = tmp_path / "trail.html"
    assert terminal.run("report", "audit", what, "--out", str(out)).exit_code == 0
    text = out.read_text("utf-8")
    assert "From SYSPRO to Stripe" in text
    assert "000777" in text


def test_an_audit_trail_of_a_month_is_written(terminal, tmp_path, month):
    out = tmp_path / "trail.csv"
    assert terminal.run("report", "audit", "--month", month, "--out", str(out)).exit_code == 0
    assert "000777" in out.read_text("utf-8-sig")


@pytest.mark.parametrize("arguments", [(), ("ch_1", "--month", "2026-11")])
def test_a_trail_is_of_one_thing(terminal, tmp_path, arguments):
    result = terminal.run("report", "audit", *arguments, "--out", str(tmp_path / "x.csv"))
    assert result.exit_code == 2
    assert "Give either ID or --month." in result.stderr


def test_the_trail_on_the_terminal_names_key_revision_and_audit_row(terminal):
    shown = " ".join(terminal.run("audit", "trail", "ch_1").stdout.split())
    assert "000777" in shown
    assert "revision 1" in shown
    [row] = terminal.json("audit", "trail", "777")
    assert (row["stripe_id"], row["document_key"], row["audit_row"] > 0) == ("ch_1", "EDU1/receipt/payment/ch_1", True)


@pytest.mark.parametrize(("what", "name"), [("2026/11/777", "2026-11-777"), ("../../777", "..-..-777")])
def test_the_name_of_a_file_never_leads_elsewhere(what, name):
    assert report_commands._File("", None, force=False).chosen(f"audit-{what}")[0].name == f"audit-{name}.pdf"


def test_an_audit_trail_of_nothing_is_said_and_nothing_is_written(terminal, tmp_path):
    out = tmp_path / "trail.pdf"
    result = terminal.run("report", "audit", "99999999", "--out", str(out))
    assert result.exit_code == 1
    assert "Nothing is known of 99999999" in result.stderr
    assert not out.exists()


def test_a_trail_of_nothing_needs_a_person(terminal):
    result = terminal.run("audit", "trail", "ch_404")
    assert result.exit_code == 1
    assert "Nothing is known of ch_404" in result.stderr


def test_the_groups_say_what_they_can_do(terminal):
    assert "--month" in terminal.run("report", "audit", "--help").stdout
