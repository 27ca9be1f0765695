"""The program as a process of its own."""

import json
import os
import subprocess
import sys

import httpx
import pytest


def agent(*arguments, home, **rest):
    environment = {
        **os.environ,
        "SYSPRO_STRIPE_HOME": str(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "agent", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
        **rest,
    )


def test_help_names_every_command(tmp_path):
    with agent("--help", home=tmp_path) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    for command in "run once status check documents retry ignore pause resume config sandbox demo".split():
        assert f"  {command} " in out


def test_status_of_a_fresh_home_is_json(tmp_path):
    with agent("status", "--json", home=tmp_path / "home") as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert json.loads(out)["verdict"]["overall"] == "misconfigured"
    assert (tmp_path / "home" / "agent.sqlite").exists()


@pytest.mark.parametrize(("system", "path"), [("stripe", "/v1/balance"), ("syspro", "/SYSPROWCFService/Rest/")])
def test_a_sandbox_says_its_address_and_ends_in_order(tmp_path, system, path):
    with agent("sandbox", system, home=tmp_path / "home") as process:
        address = process.stdout.readline().split()[-1]
        assert httpx.get(address + path, timeout=30).status_code < 500
        process.terminate()
        process.communicate(timeout=60)
    # Windows knows no polite way to end a process without a console.
    assert process.returncode == (1 if sys.platform == "win32" else 0)


def test_a_port_that_is_taken_is_one_sentence(tmp_path):
    with agent("sandbox", "stripe", home=tmp_path / "one") as first:
        port = first.stdout.readline().split()[-1].rpartition(":")[2]
        with agent("sandbox", "stripe", "--port", port, home=tmp_path / "two") as second:
            _, err = second.communicate(timeout=60)
        first.terminate()
        first.communicate(timeout=60)
    assert second.returncode == 3
    assert err.startswith(f"Port {port} of this machine cannot be used")
    assert len(err.splitlines()) == 1
