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


def test_the_demo_proves_both_sides_and_leaves_the_portal_open(tmp_path):
    command = [
        sys.executable,
        "-m",
        "agent",
        "demo",
        "--portal",
        "--headless",
        "--json",
        "--charges",
        "4",
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
    assert {row["difference_minor"] for row in summary["books"]} == {0}
    assert {row["clearing_difference_minor"] for row in summary["books"]} == {0}
    assert (summary["charges"], summary["orders"], summary["receipts"]) == (4, 4, 4)
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
