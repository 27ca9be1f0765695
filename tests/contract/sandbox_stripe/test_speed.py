"""How fast the sandbox is; printed, not asserted, because machines differ."""

import json
import time

import pytest

pytestmark = pytest.mark.benchmark


def test_events_and_objects_per_second(sandbox, http, capsys):
    charge = sandbox.trading.charge(1000, "usd", at=sandbox.clock.now() - 90_000)
    sample = sandbox.engine.store.rows("SELECT body FROM events WHERE type = 'charge.succeeded'")[0][0]
    start = sandbox.clock.now() - 80_000

    def ready(count):
        for place in range(count):
            event_id = f"evt_bench{place:08d}"
            body = json.loads(sample)
            body.update(id=event_id, created=start + place // 4)
            yield event_id, "charge.succeeded", start + place // 4, json.dumps(body)

    began = time.perf_counter()
    sandbox.engine.events.insert_ready(ready(20_000))
    filled = time.perf_counter() - began
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
        print(
            f"\n{len(sample)} bytes an event; {20_000 / filled:,.0f} inserted/s; {seen / listed:,.0f} listed/s; {read / 300 * 1000:.2f} ms a retrieve"
        )
