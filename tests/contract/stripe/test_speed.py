"""How fast events are listed, beside a bare HTTP loop; printed, not asserted, because machines differ.

The sandbox runs in a process of its own, so that both share the machine with it in the same way.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.contract.stripe.stage import KEY, NOW_AT

pytestmark = pytest.mark.benchmark

EVENTS = 10_000
SERVE = f"""
import socket, sys
from pathlib import Path
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.stripe import insert_synthetic_events, open_stripe
sandbox = open_stripe(Path(sys.argv[1]), seed=1, clock=SandboxClock({NOW_AT}))
sandbox.trading.charge(1000, "usd", at={NOW_AT} - 90_000)
insert_synthetic_events(sandbox, {EVENTS}, since_at={NOW_AT} - 80_000, until_at={NOW_AT})
server = SandboxServer(sandbox.app)
server._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
print(server.url, flush=True)
server.serve_forever()
"""


@pytest.fixture
def address(tmp_path):
    top = str(Path(__file__).resolve().parents[3])
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(tmp_path)], stdout=subprocess.PIPE, cwd=top, text=True
    ) as served:
        yield served.stdout.readline().strip()
        served.kill()


def bare(url):
    """List as plainly as can be."""
    seen, after = 0, {}
    began = time.perf_counter()
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {KEY}"}) as http:
        while True:
            page = json.loads(http.get("/v1/events", params={"limit": 100, "created[lt]": NOW_AT, **after}).content)
            seen += len(page["data"])
            if not page["has_more"]:
                return seen / (time.perf_counter() - began)
            after = {"starting_after": page["data"][-1]["id"]}


def ours(kit):
    """List as the product does."""
    began = time.perf_counter()
    seen = sum(len(page) for page in kit.source.events(0, NOW_AT, ()))
    assert seen >= EVENTS
    return seen / (time.perf_counter() - began)


def test_events_per_second(kits, address, clock, capsys):
    kit = kits(address, clock)
    pairs = [(bare(address), ours(kit)) for _ in range(6)][1:]
    plain, product = (statistics.median(column) for column in zip(*pairs, strict=True))
    with capsys.disabled():
        print(  # noqa: T201 - the figures are this test's result
            f"\n{product:,.0f} events/s; a bare httpx loop {plain:,.0f} events/s; ratio {product / plain:.2f}"
        )
