"""The demo as a person starts it: everything in processes of its own, proven, with the portal left open at the end."""

import json
import os
import signal
import subprocess
import sys

import httpx
import pytest

from agent.demo import run_demo
from agent.domain.errors import Misconfigured
from agent.pairs import DATABASE
from agent.store import Store
from connectors.sandbox.stripe.sandbox import FILE_NAME

ENVIRONMENT = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}

#: So many payments that every story about money is told in the 60 days, with time enough to come to its end.
CHARGES = 64

#: What has to come to its end in them.
KINDS = {
    "refund_full", "refund_part", "refund_several_parts", "refund_foreign", "refund_succeeded_failed",
    "refund_pending_failed", "dispute_inquiry_closed", "dispute_inquiry_escalated", "dispute_won", "dispute_lost",
    "dispute_open", "payout", "payout_failed", "payout_negative", "reserve_hold", "reserve_release", "adjustment",
    "top_up", "fee_with_tax_separate", "charge_foreign", "capture_part", "authorisation_expired",
}  # fmt: skip

#: Fields of a currency's proof that are nothing when it holds.
DIFFERENCES = ("difference_minor", "clearing_difference_minor", "held_minor", "in_doubt_minor")


def test_the_demo_proves_both_sides_of_60_days_of_every_kind_and_leaves_the_portal_open(tmp_path):
    command = [
        sys.executable,
        "-m",
        "agent",
        "demo",
        "--portal",
        "--headless",
        "--json",
        "--charges",
        str(CHARGES),
        "--seed",
        "3",
    ]
    with subprocess.Popen(
        [*command, "--home", str(tmp_path / "home")],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True,
    ) as process:  # fmt: skip
        summary = json.loads(process.stdout.readline())
        page = process.stdout.readline().split()[-1]
        token = process.stdout.readline().split()[-1]
        shown = httpx.get(page, timeout=30).text
        mine = httpx.get(f"{page}v1/orders", headers={"Authorization": f"Bearer {token}"}, timeout=30).json()
        process.terminate()
        process.communicate(timeout=120)
    assert process.returncode == (1 if sys.platform == "win32" else 0)
    assert KINDS - set(summary["kinds"]) == set()
    assert {row["currency"] for row in summary["books"]} == {"usd", "eur", "jpy"}
    assert {row[name] for row in summary["books"] for name in DIFFERENCES} == {0}
    assert (summary["charges"], summary["orders"], summary["receipts"]) == (CHARGES, CHARGES, CHARGES)
    assert {name: summary["reconciled"][name] for name in ("missing", "differing", "unexpected", "undecided")} == {
        "missing": 0, "differing": 0, "unexpected": 0, "undecided": 0,
    }  # fmt: skip
    assert summary["held"] == []
    for name in ("catalogue", "customers", "portal", "requests"):
        assert summary[name]["in_step"], summary[name]["sentence"]
    assert summary["requests"]["left"] == "0"
    made = {summary["portal"][way]["sales_order"] for way in ("paid", "on_account")}
    assert "<h1>Orders and account</h1>" in shown
    assert made <= {order["sales_order"] for order in mine["orders"]}


def test_a_demo_that_stays_says_so_when_its_engine_ends(tmp_path):
    home = tmp_path / "home"
    command = [sys.executable, "-m", "agent", "demo", "--headless", "--json", "--charges", "1", "--until-input-ends"]
    with subprocess.Popen(
        [*command, "--template", "donations", "--home", str(home)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True,
    ) as process:  # fmt: skip
        assert json.loads(process.stdout.readline())["charges"] == 1
        with Store.open(home / DATABASE) as store:
            os.kill(int(store.lease.read().holder.split("-")[0]), signal.SIGTERM)
        # Its input is still open.
        assert process.wait(timeout=120) == 3
        said = process.stderr.read()
    assert "`syspro-stripe run` ended by itself" in said


def test_a_folder_of_a_demo_takes_no_second_one(tmp_path):
    (tmp_path / FILE_NAME).touch()
    with pytest.raises(Misconfigured, match="played before"):
        run_demo(tmp_path, charges=1, seed=1, faults=False, progress=lambda *_: None)
