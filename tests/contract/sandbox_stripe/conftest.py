"""A served sandbox, the real stripe-python, and a bare HTTP client."""

import socket

import httpx
import pytest
import stripe

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import API_VERSION, SaleLine, open_stripe

NOW_AT = 1_795_000_000


@pytest.fixture
def clock():
    return SandboxClock(NOW_AT)


@pytest.fixture
def sandbox(tmp_path, clock):
    opened = open_stripe(tmp_path, seed=7, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def server(sandbox):
    served = SandboxServer(sandbox.app)
    # Small answers must not wait 40 ms for the other side's acknowledgement.
    served._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with served:
        yield served


@pytest.fixture
def connect(server, monkeypatch):
    """Return a way to get a stripe client for a key; all are closed at the end."""
    monkeypatch.setattr(stripe, "enable_telemetry", False)
    transports = []

    def make(key="sk_test_sandbox", **options):
        transport = stripe.RequestsClient(timeout=(5, 10))
        transports.append(transport)
        chosen = {"max_network_retries": 0, "stripe_version": API_VERSION, **options}
        return stripe.StripeClient(key, http_client=transport, base_addresses={"api": server.url}, **chosen)

    yield make
    for transport in transports:
        transport.close()


@pytest.fixture
def client(connect):
    return connect()


@pytest.fixture
def agent(connect):
    """The client with the agent's least rights."""
    return connect("rk_test_sandbox")


@pytest.fixture
def http(server):
    headers = {"Authorization": "Bearer sk_test_sandbox"}
    with httpx.Client(base_url=server.url, headers=headers, timeout=10) as opened:
        yield opened


@pytest.fixture
def lines():
    """Two lines: 3 x 10.00 less 1.50 with 8.25 %, and 1 x 12.10 with 21 % inside."""
    return (
        SaleLine("BOLT-M8X20", "Hex bolt", 3, 1000, "8.25", discount=150),
        SaleLine("A150", "Anchor", 1, 1210, "21.00", inclusive=True),
    )


@pytest.fixture
def types_of(sandbox):
    """Return the types of all events, oldest first, in the order they were made."""

    def read(prefix=""):
        return [
            row[0]
            for row in sandbox.engine.store.rows("SELECT type FROM events ORDER BY seq")
            if row[0].startswith(prefix)
        ]

    return read
