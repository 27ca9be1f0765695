"""Events into the inbox, against a bare loop that lists the same sandbox and inserts into a plain table."""

import json
import sqlite3
import time

import httpx
import pytest

from agent.bootstrap import open_home, real_world
from agent.demo_company import demo_settings
from agent.domain.settings import Values
from connectors.sandbox.stripe import insert_synthetic_events, open_stripe
from jobs.poll import Poll
from tests.benchmarks.stage import SandboxSecrets, say, seconds, stage

pytestmark = pytest.mark.benchmark

EVENTS = 10_000
ROUNDS = 5


def fill(path, now):
    sandbox = open_stripe(path, seed=1)
    insert_synthetic_events(sandbox, EVENTS, since_at=now - 3600, until_at=now - 120)
    sandbox.close()


def bare_loop(url, file, since_at, until_at):
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE events (id TEXT PRIMARY KEY, type TEXT, created INTEGER, payload TEXT)")
    params = {"limit": 100, "created[gte]": since_at, "created[lt]": until_at, "types[0]": "charge.succeeded"}
    with httpx.Client(headers={"Authorization": "Bearer rk_test_sandbox"}) as client:
        more = True
        while more:
            page = json.loads(client.get(f"{url}/v1/events", params=params).content)
            rows = [(item["id"], item["type"], item["created"], json.dumps(item)) for item in page["data"]]
            connection.execute("BEGIN")
            connection.executemany("INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?)", rows)
            connection.execute("COMMIT")
            more, params["starting_after"] = page["has_more"], rows[-1][0]
    found = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    connection.close()
    return found


def poll_into(path, on, now):
    with open_home(path, secrets=SandboxSecrets()) as home:
        texts = demo_settings(on.stripe.url, on.syspro.url, now_at=now, days=0)
        for name, text in texts.items():
            home.store.settings.set(name, text, by="benchmark", now=now)
        home.store.settings.set("stripe.start_on", "", by="benchmark", now=now)
        world = real_world(home)
        values = Values(home.store.settings.all())
        started = time.perf_counter()
        types, store = frozenset({"charge.succeeded"}), home.store
        report = Poll(world.source, store.inbox, home.clock, values, types, store.allowance, store.ledger).run()
        took_s = time.perf_counter() - started
        world.close()
        return report.done, took_s


def test_events_reach_the_inbox_at_half_the_speed_of_a_bare_loop_or_better(tmp_path):
    now = int(time.time()) // 86400 * 86400 + 43200 if time.time() % 86400 < 7200 else int(time.time())
    (tmp_path / "world").mkdir()
    fill(tmp_path / "world", now)
    ours, bare = [], []
    with stage(tmp_path / "world", 1) as on:
        for number in range(ROUNDS):
            done, took_s = poll_into(tmp_path / f"home{number}", on, now)
            assert done == EVENTS
            ours.append(done / took_s)
            file = tmp_path / f"bare{number}.sqlite"
            bare.append(EVENTS / seconds(lambda file=file: bare_loop(on.stripe.url, file, now - 3600, now)))
    say("events a second, ours", ours, goal="2,500")
    say("events a second, bare loop", bare)
    say("ratio ours / bare, pair by pair", [a / b for a, b in zip(ours, bare, strict=True)], goal="0.5")
