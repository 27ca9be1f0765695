"""Our Stripe connector against the sandbox, and against a server that answers whatever a test tells it, over sockets."""

import socket
import threading

import pytest

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import open_stripe
from tests.contract.stripe.stage import NOW_AT, Kit, Puppet


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
def kits():
    """Return a way to make connections to an address; all are closed at the end."""
    made = []

    def make(url, clock, **settings):
        made.append(Kit(url, clock, **settings))
        return made[-1]

    yield make
    for kit in made:
        kit.connection.close()


@pytest.fixture
def kit(kits, server, clock):
    return kits(server.url, clock)


@pytest.fixture
def puppet():
    with Puppet() as listening:
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield listening
        listening.shutdown()
        thread.join()


@pytest.fixture
def puppeteer(kits, puppet, clock):
    """A connection to the puppet."""
    return kits(puppet.url, clock)
