"""How fast the sandbox is; printed, not asserted, because machines differ."""

import json
import time

import pytest

from connectors.sandbox.stripe import generate_course, insert_synthetic_events

pytestmark = pytest.mark.benchmark


def test_events_and_objects_per_second(sandbox, http, capsys):
    now = sandbox.clock.now()
    charge = sandbox.trading.charge(1000, "usd", at=now - 90_000)
    began = time.perf_counter()
    insert_synthetic_events(sandbox, 20_000, since_at=now - 80_000, until_at=now)
    filled = time.perf_counter() - began
    size = sandbox.engine.store.rows("SELECT length(body) FROM events ORDER BY seq DESC LIMIT 1")[0][0]
    began, seen, after = time.perf_counter(), 0, {}
    while seen < 20_000:
        events = json.loads(http.get("/v1/events", params={"limit": 100, **after}).content)["data"]
        seen += len(events)
        after = {"starting_after": events[-1]["id"]}
    listed = time.perf_counter() - began
    began = time.perf_counter()
    for _ in range(300):
        http.get(f"/v1/charges/{charge['id']}")
    read = time.perf_counter() - began
    with capsys.disabled():
        print(  # noqa: T201 - the figures are this test's result
            f"\n{size:,} bytes an event; {20_000 / filled:,.0f} inserted/s; {seen / listed:,.0f} listed/s; {read / 300 * 1000:.2f} ms a retrieve"
        )


def test_a_course_of_trade(sandbox, capsys):
    now = sandbox.clock.now()
    began = time.perf_counter()
    generate_course(sandbox, charges=120, seed=1, since_at=now - 60 * 86_400, until_at=now)
    took = time.perf_counter() - began
    with capsys.disabled():
        print(f"\n{took:.2f} s for 120 charges over 60 days with all that follows")  # noqa: T201 - as above
