"""`portal`: tokens on the command line, and the portal as a process beside a running engine."""

import json
import os
import subprocess
import sys

import httpx
import pytest
from click.testing import CliRunner

from agent.cli import main
from agent.domain.errors import Misconfigured
from agent.domain.settings import Values
from agent.selling import open_portal
from connectors.portal.app import make_app
from connectors.portal.serving import PortalServer, is_loopback
from tests.pipeline.cli_world import Terminal
from tests.pipeline.company import Company
from tests.pipeline.test_prices import SURE, engine_runs

ON = {**SURE, "portal__enabled": "yes", "portal__port": "0", "syspro__query_operator": "AGENT"}


@pytest.fixture
def terminal(tmp_path, clock):
    made = Terminal(tmp_path / "home", clock)
    made.set_up()
    return made


def test_a_token_is_shown_once_and_kept_as_a_hash(terminal):
    result = terminal.run("portal", "token", "add", "shop", "--customer", "6", "--scope", "prices")
    token = result.stdout.splitlines()[0]
    assert (result.exit_code, token[:4], len(token)) == (0, "spt_", 47)
    listed = terminal.run("portal", "token", "list").stdout
    assert "shop" in listed
    assert "000000000000006" in listed
    assert "in use until" in listed
    assert token not in listed
    assert token.encode() not in b"".join(path.read_bytes() for path in terminal.path.iterdir() if path.is_file())


def test_a_token_is_revoked_by_its_name(terminal):
    terminal.run("portal", "token", "add", "shop", "--customer", "6")
    assert terminal.json("portal", "token", "revoke", "shop") == {"name": "shop", "revoked": True}
    assert terminal.run("portal", "token", "revoke", "shop").exit_code == 1
    (found,) = terminal.json("portal", "token", "list")["tokens"]
    assert (found["stands"], found["token"]["scopes"]) == (
        False,
        ["prices", "stock", "orders", "invoices", "place_orders", "order_on_account"],
    )
    assert "revoked today" in terminal.run("portal", "token", "list").stdout
    again = terminal.run("portal", "token", "add", "shop", "--customer", "6")
    assert (again.exit_code, again.stderr) == (1, "There is or was a token called shop already. Choose another name.\n")


def test_whether_syspro_has_the_customers_is_said_or_that_nobody_asked(terminal):
    result = terminal.run("portal", "token", "add", "shop", "--customer", "6")
    assert (result.exit_code, result.stderr) == (0, "Whether SYSPRO has these customers was not checked.\n")
    assert terminal.json("portal", "token", "add", "two", "--customer", "6")["unknown_customers"] is None


def test_a_token_expires(terminal):
    terminal.run("portal", "token", "add", "shop", "--customer", "6", "--days", "1")
    terminal.clock.advance(86_400)
    assert "expired today" in terminal.run("portal", "token", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["shop"], 2),
        (["shop", "--customer", "6", "--any-customer"], 2),
        (["shop", "--any-customer"], 3),
        (["shop", "--customer", " "], 2),
        (["shop", "--customer", "x" * 16], 2),
        (["a\nb", "--customer", "6"], 2),
        (["shop", "--customer", "6", "--scope", "everything"], 2),
        (["shop", "--customer", "6", "--days", "0"], 2),
    ],
)
def test_a_token_says_for_whom_it_is(terminal, arguments, code):
    result = terminal.run("portal", "token", "add", *arguments)
    assert (result.exit_code, len(result.stderr.splitlines())) == (code, 1)
    assert terminal.json("portal", "token", "list") == {"tokens": []}


def test_a_token_for_any_customer_needs_the_signing_key(terminal):
    terminal.secrets.set("portal.signing_key", "a long key of the test")
    made = terminal.json("portal", "token", "add", "shop", "--any-customer")
    assert made["customers"] == []
    assert "any, signed" in terminal.run("portal", "token", "list").stdout


def test_no_tokens_are_said(terminal):
    assert "There are no tokens." in terminal.run("portal", "token", "list").stdout


def test_the_portal_is_off_until_it_is_wanted(terminal):
    result = terminal.run("portal")
    assert (result.exit_code, "portal.enabled" in result.stderr) == (3, True)


def test_the_help_of_the_portal_names_its_commands():
    said = CliRunner().invoke(main, ["portal", "--help"]).stdout
    assert "token" in said
    assert "serve" in said


# ---------------------------------------------------------------- serving


@pytest.fixture
def company(tmp_path):
    opened = Company(tmp_path, **ON)
    yield opened
    opened.close()


def test_the_portal_asks_beside_a_running_engine_under_its_own_operator(company):
    engine_runs(company)
    company.home.store.settings.set("syspro.operator", "NOBODY", by="test", now=company.clock.now())
    company.home.store.settings.set("prices.ask_syspro", "always", by="test", now=company.clock.now())
    terminal = Terminal(company.home.path, company.clock)
    token = terminal.json("portal", "token", "add", "shop", "--customer", "6")["token"]
    with open_portal(company.home) as portal, PortalServer(make_app(portal), company.home.values()) as server:
        answer = httpx.post(
            f"{server.url}/v1/prices",
            json={"items": [{"stock_code": "A180"}]},
            headers={"Authorization": f"Bearer {token}"},
        )
    (item,) = answer.json()["items"]
    assert (item["price"], item["origin"]) == ("129", "syspro")


def test_without_an_operator_of_its_own_the_portal_does_not_start(company):
    company.home.store.settings.unset("syspro.query_operator", by="test", now=company.clock.now())
    with pytest.raises(Misconfigured, match=r"end its session"), open_portal(company.home):
        pass


def test_a_formula_that_cannot_be_read_is_said(company):
    company.home.store.settings.set("portal.available", "on_hand * 2", by="test", now=company.clock.now())
    with pytest.raises(Misconfigured, match=r"portal\.available"), open_portal(company.home):
        pass


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "shop.example.com"])
def test_the_portal_never_speaks_in_the_open(company, host):
    with open_portal(company.home) as portal, pytest.raises(Misconfigured, match="unencrypted"):
        PortalServer(make_app(portal), Values({"portal.host": host}))


@pytest.mark.parametrize(("host", "loopback"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("", False)])
def test_loopback_is_this_machine_alone(host, loopback):
    assert is_loopback(host) == loopback


def test_a_certificate_or_port_that_cannot_be_used_is_one_sentence(company, tmp_path):
    no_certificate = tmp_path / "no.pem"
    no_certificate.write_text("no certificate")
    with open_portal(company.home) as portal:
        app = make_app(portal)
        with pytest.raises(Misconfigured, match="no certificate with its key"):
            PortalServer(app, Values({"portal.port": "0", "portal.certificate_file": str(no_certificate)}))
        with PortalServer(app, Values({"portal.port": "0"})) as server:
            port = server.url.rpartition(":")[2]
            with pytest.raises(Misconfigured, match=f"port {port} cannot be used"):
                PortalServer(app, Values({"portal.port": port}))


def test_the_portal_is_a_process_that_says_its_address_and_ends_in_order(company):
    company.home.store.settings.set("portal.example_page", "yes", by="test", now=company.clock.now())
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    with subprocess.Popen(
        [sys.executable, "-m", "agent", "portal", "--home", str(company.home.path)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True,
    ) as process:  # fmt: skip
        url = process.stdout.readline().split()[-1]
        assert json.loads(httpx.get(f"{url}/v1/openapi.json", timeout=30).text)["openapi"] == "3.1.0"
        assert "Ctrl+C stops it." in process.stdout.readline()
        page = process.stdout.readline().split()[-1]
        assert page == f"{url}/"
        assert "<h1>Orders and account</h1>" in httpx.get(page, timeout=30).text
        process.terminate()
        process.communicate(timeout=60)
    # Windows knows no polite way to end a process without a console.
    assert process.returncode == (1 if sys.platform == "win32" else 0)
