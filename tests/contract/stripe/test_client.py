"""The connection: how often it asks, whom it believes, and what it never gives away."""

import gzip
import logging
import socket
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate

import pytest
import stripe

from agent.domain.errors import AgentError, Misconfigured, NeedsPerson, Transient
from connectors.sandbox.stripe import generate_trading
from connectors.stripe import transport
from connectors.stripe.client import API_VERSION
from tests.contract.stripe.stage import KEY, NOW_AT, charge, event

OVER = {"error": {"message": "Request rate limit exceeded.", "type": "invalid_request_error", "code": "rate_limit"}}


def refusal(message, **fields):
    return {"error": {"message": message, "type": "invalid_request_error", **fields}}


def test_every_request_is_pinned_to_one_api_version_and_tells_nothing_else(puppet, puppeteer):
    puppet.say_list("/v1/events")
    puppeteer.events()
    headers = {name.lower(): value for name, value in puppet.asked[0][2].items()}
    assert headers["stripe-version"] == API_VERSION == "2026-10-28.endive"
    assert headers["authorization"] == f"Bearer {KEY}"
    assert "stripe-account" not in headers
    assert "x-stripe-client-telemetry" not in headers
    assert "platform" not in headers["x-stripe-client-user-agent"]


def test_a_connect_account_is_named_in_every_request_and_event(kits, puppet, clock):
    puppet.say_list("/v1/events", event(1))
    kit = kits(puppet.url, clock, **{"stripe.account": "acct_1Connected"})
    assert kit.events()[0].account == "acct_1Connected"
    assert puppet.asked[0][2]["Stripe-Account"] == "acct_1Connected"


def test_a_slice_and_its_types_are_one_request(puppet, puppeteer):
    puppet.say_list("/v1/events")
    puppeteer.events(5, 9, ("charge.succeeded", "charge.failed"))
    assert puppet.asked[0][1] == {
        "limit": "100",
        "created[gte]": "5",
        "created[lt]": "9",
        "types[0]": "charge.succeeded",
        "types[1]": "charge.failed",
    }


# ---------------------------------------------------------------- patience


def test_it_backs_off_twice_as_long_each_time(puppet, puppeteer):
    puppet.say("/v1/events", OVER, status=429, Stripe_Rate_Limited_Reason="endpoint-rate")
    with pytest.raises(Transient) as refused:
        puppeteer.events()
    assert refused.value.problem.code == "stripe.rate_limited.endpoint-rate"
    assert "endpoint-rate" in refused.value.problem.message
    assert [int(waited / planned) for waited, planned in zip(puppeteer.pause.waits, (1, 2, 4, 8), strict=True)] == [
        1,
        1,
        1,
        1,
    ]
    assert puppeteer.tally.reads == 5


def test_a_wait_that_is_asked_for_is_waited(puppet, puppeteer):
    puppet.say("/v1/events", OVER, status=429, Retry_After="17")
    puppet.say_list("/v1/events")
    puppeteer.events()
    assert 17 <= puppeteer.pause.waits[0] <= 17 * 1.25


def test_a_wait_until_a_moment_is_waited(puppet, puppeteer):
    puppet.say("/v1/events", OVER, status=429, Retry_After=formatdate(time.time() + 31, usegmt=True))
    puppet.say_list("/v1/events")
    puppeteer.events()
    assert 29 <= puppeteer.pause.waits[0] <= 31 * 1.25


def test_a_long_wait_goes_back_to_the_job(puppet, puppeteer):
    puppet.say("/v1/events", OVER, status=429, Retry_After="3600")
    with pytest.raises(Transient) as refused:
        puppeteer.events()
    assert refused.value.retry_after_s == 3600
    assert not puppeteer.pause.waits


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (
            429,
            refusal("This object cannot be accessed right now", code="lock_timeout"),
            "stripe.rate_limited.lock_timeout",
        ),
        (409, refusal("Busy", code="lock"), "stripe.conflict"),
        (424, refusal("Others have trouble"), "stripe.conflict"),
        (500, refusal("Sorry", type="api_error"), "stripe.server_error"),
        (503, refusal("Sorry", type="api_error"), "stripe.server_error"),
    ],
)
def test_what_may_pass_is_tried_five_times(puppet, puppeteer, status, body, code):
    puppet.say("/v1/charges/ch_1", body, status=status)
    with pytest.raises(Transient) as refused:
        puppeteer.read("ch_1")
    assert refused.value.problem.code == code
    assert len(puppet.asked) == 5


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        (400, refusal("Bad", param="limit"), NeedsPerson, "stripe.refused.limit"),
        (402, refusal("No money", type="card_error"), NeedsPerson, "stripe.card"),
        (404, refusal("No such charge"), NeedsPerson, "stripe.not_found"),
        (401, refusal("Invalid API Key provided: rk_test_*********ndbx"), Misconfigured, "stripe.key"),
        (
            403,
            refusal("Having the 'rak_charge_read' permission would allow this"),
            Misconfigured,
            "stripe.permission.charge_read",
        ),
        (403, refusal("Your IP address is not allowed"), Misconfigured, "stripe.permission"),
        (418, refusal("I am a teapot"), NeedsPerson, "stripe.unknown"),
    ],
)
def test_what_does_not_pass_is_tried_once(puppet, puppeteer, status, body, kind, code):
    puppet.say("/v1/charges/ch_1", body, status=status)
    with pytest.raises(kind) as refused:
        puppeteer.read("ch_1")
    assert refused.value.problem.code == code
    assert refused.value.problem.press
    assert len(puppet.asked) == 1


def test_a_refusal_to_show_tax_ids_costs_one_more_read_and_nothing_else(puppet, puppeteer):
    puppet.say("/v1/charges/ch_1", refusal("This property cannot be expanded (tax_ids).", param="expand"), status=400)
    puppet.say("/v1/charges/ch_1", charge(1, customer={"id": "cus_1", "object": "customer", "deleted": True}))
    assert puppeteer.read("ch_1").objects["customer"]["deleted"] is True


def test_nobody_listening_is_weather(kits, clock):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    kit = kits(f"http://127.0.0.1:{port}", clock)
    with pytest.raises(Transient) as refused:
        kit.events()
    assert refused.value.problem.code == "stripe.unreachable"


def test_silence_is_weather(kits, clock):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        kit = kits(f"http://127.0.0.1:{silent.getsockname()[1]}", clock, **{"stripe.timeout_s": "1"})
        with pytest.raises(Transient) as refused:
            kit.connection._once("/v1/events", {}, lambda body, _: body)
    assert refused.value.problem.code == "stripe.unreachable.timeout"


def test_an_answer_that_breaks_off_is_weather(puppet, puppeteer):
    puppet.say("/v1/events", b'{"data"', Content_Length="5000")
    with pytest.raises(Transient) as refused:
        puppeteer.events()
    assert refused.value.problem.code == "stripe.unreachable"


def test_packed_answers_are_unpacked(puppet, puppeteer):
    puppet.say(
        "/v1/charges/ch_1",
        gzip.compress(b'{"id": "ch_1", "object": "charge", "status": "failed"}'),
        Content_Encoding="gzip",
    )
    assert puppeteer.read("ch_1").objects["charge"]["status"] == "failed"


def test_an_answer_without_end_is_not_kept(puppet, puppeteer):
    puppet.say("/v1/events", gzip.compress(b" " * (transport.MOST_ANSWER_BYTES + 2)), Content_Encoding="gzip")
    with pytest.raises(Transient, match="longer than"):
        puppeteer.connection._once("/v1/events", {}, lambda body, _: body)


def test_no_redirect_is_followed(puppet, puppeteer):
    puppet.say("/v1/events", b"", status=307, Location=f"{puppet.url}/elsewhere")
    with pytest.raises(Transient):
        puppeteer.events()
    assert {path for path, _, _ in puppet.asked} == {"/v1/events"}


@pytest.fixture
def dateless():
    """The address of a server that answers once, without the time of day."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        caller, _ = listening.accept()
        with caller:
            caller.recv(65_536)
            body = b'{"object": "list", "data": [], "has_more": false}'
            caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(body), body))

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    thread.join()
    listening.close()


def test_an_answer_without_a_date_cannot_tell_the_time(kits, clock, dateless):
    with pytest.raises(Transient, match="no Date header"):
        kits(dateless, clock).source.server_time()


# ---------------------------------------------------------------- threads


def test_many_threads_may_share_a_connection(kit, sandbox):
    made = generate_trading(sandbox, charges=12, seed=5, days=3, until_at=NOW_AT)
    alone = [kit.read(charge_id) for charge_id in made.charges]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(kit.read, made.charges)) == alone


# ---------------------------------------------------------------- the key


@pytest.mark.parametrize(
    "key", ["", "pk_test_1", "rk_test_", "rk_prod_1", "whsec_1", "rk_test_1\r\nX-Evil: 1", "rk_test_ü", "sk_org_1"]
)
def test_a_key_of_the_wrong_form_is_never_sent(kits, puppet, clock, key):
    with pytest.raises(Misconfigured) as refused:
        kits(puppet.url, clock, key=key).events()
    assert refused.value.problem.code == "stripe.key"
    assert not puppet.asked


def test_a_new_key_counts_after_the_old_one_was_refused(kits, server, clock):
    kit = kits(server.url, clock, key="rk_test_old")
    with pytest.raises(Misconfigured, match="refuses the key"):
        kit.events()
    kit.purse.key = KEY
    assert kit.events() == []


def everything_linked(error):
    """All that a log, a report or a debugger could print of an error and of what it holds."""
    seen = []
    while error is not None:
        seen += [*traceback.format_exception(error), repr(error), repr(vars(error))]
        error = error.__cause__ or error.__context__
    return " ".join(seen)


SECRET = "rk_test_verySecretIndeed"


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, "no json"),
        (400, refusal(f"You sent {SECRET}", param="x")),
        (401, refusal(f"Invalid API Key provided: {SECRET}")),
        (403, refusal(f"The provided key '{SECRET}' lacks 'rak_charge_read'")),
        (404, refusal(f"No such charge for {SECRET}")),
        (429, refusal(f"Slow down, {SECRET}")),
        (500, f"<html>{SECRET}</html>"),
        (500, refusal(f"Sorry, {SECRET}")),
    ],
)
def test_the_key_is_in_no_error_and_no_log(kits, puppet, clock, caplog, capfd, status, body):
    caplog.set_level(logging.DEBUG)
    puppet.say("/v1/charges/ch_1", body, status=status)
    kit = kits(puppet.url, clock, key=SECRET)
    with pytest.raises(AgentError) as refused:
        kit.read("ch_1")
    printed = "".join(capfd.readouterr())
    assert SECRET not in everything_linked(refused.value) + caplog.text + printed + repr(kit.connection)


def test_the_key_is_in_no_error_of_a_failed_connection(kits, clock):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(Transient) as refused:
        kits(f"http://127.0.0.1:{port}", clock, key=SECRET).events()
    assert SECRET not in everything_linked(refused.value)
    assert refused.value.__cause__ is refused.value.__context__ is None


def test_the_library_writes_no_answer_anywhere(puppet, puppeteer, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    puppet.say("/v1/charges/ch_1", charge(1, description="Zoë, Hauptstrasse 1"))
    puppeteer.read("ch_1")
    assert "Hauptstrasse" not in caplog.text + "".join(capfd.readouterr())
    assert stripe.enable_telemetry is False


# ---------------------------------------------------------------- the address


@pytest.mark.parametrize(
    "address",
    ["http://api.stripe.com", "http://127.0.0.1.example.com", "http://localhost.example.com", "http://10.0.0.1:8080"],
)
def test_the_key_never_travels_in_the_clear(kits, clock, address):
    with pytest.raises(Misconfigured, match="in the clear"):
        kits(address, clock).events()


def test_a_proxy_is_used_where_one_is_set(kits, puppet, clock):
    kit = kits("https://api.stripe.com", clock, **{"stripe.proxy": puppet.url})
    with pytest.raises(Transient) as refused:
        kit.connection._once("/v1/events", {}, lambda body, _: body)
    assert "The proxy did not let us through" in refused.value.problem.message


def test_a_sandbox_is_met_without_the_proxy(kits, server, clock):
    kit = kits(server.url, clock, **{"stripe.proxy": "http://127.0.0.1:9"})
    assert kit.events() == []


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "REQUESTS_CA_BUNDLE"])
def test_the_environment_has_no_say(kits, server, clock, monkeypatch, variable):
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    assert kits(server.url, clock).events() == []


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_a_certificate_file_that_cannot_be_used_is_named(kits, clock, tmp_path, content):
    file = tmp_path / "corp.pem"
    if content is not None:
        file.write_text(content)
    kit = kits("https://localhost:1", clock, **{"stripe.ca_file": str(file)})
    with pytest.raises(Misconfigured, match=r"corp\.pem"):
        kit.events()
