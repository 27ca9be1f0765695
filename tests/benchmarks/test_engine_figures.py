"""The engine as a process: how soon it polls, what it costs idle, and what it weighs while much waits."""

import time

import pytest

from agent.domain.documents import State
from connectors.sandbox.stripe import insert_synthetic_events, open_stripe
from tests.benchmarks.stage import engine_process, say, stage, wait_until

pytestmark = pytest.mark.benchmark

WAITING = 100_000
IDLE_S = 10
MIB = 1024 * 1024


def polled(on, before=""):
    return on.home.store.marks.get("job.poll") not in {"", before}


def test_the_engine_starts_quickly_and_costs_nothing_idle(tmp_path):
    starts = []
    with stage(tmp_path, 1) as on:
        on.home.store.settings.set("stripe.poll_every_s", "300", by="benchmark", now=1)
        on.home.store.settings.set("jobs.tick_s", "5", by="benchmark", now=1)
        for _ in range(4):
            before, started = on.home.store.marks.get("job.poll"), time.perf_counter()
            with engine_process(on, tmp_path):
                wait_until(lambda before=before: polled(on, before))
                starts.append(time.perf_counter() - started)
        with engine_process(on, tmp_path) as engine:
            before = on.home.store.marks.get("job.poll")
            wait_until(lambda: polled(on, before))
            used, began = sum(engine.cpu_times()[:2]), time.perf_counter()
            wait_until(lambda: time.perf_counter() - began > IDLE_S)
            idle = (sum(engine.cpu_times()[:2]) - used) / (time.perf_counter() - began) * 100
            resting = engine.memory_info().rss / MIB
    say("start of the process to the end of the first poll", starts[1:], " s", "2")
    say("one core while idle", [idle], " %", "1")
    say("memory while idle", [resting], " MiB")


def test_the_engine_stays_small_while_a_hundred_thousand_events_come_in_and_wait(tmp_path):
    now = int(time.time())
    sandbox = open_stripe(tmp_path, seed=1)
    insert_synthetic_events(sandbox, WAITING, since_at=now - 3 * 86400, until_at=now - 120)
    sandbox.close()
    weights = []
    with stage(tmp_path, 1) as on, engine_process(on, tmp_path) as engine:

        def weigh():
            weights.append(engine.memory_info().rss / MIB)

        wait_until(lambda: on.home.store.inbox.watermark("events") is not None, watch=weigh)
        wait_until(lambda: polled(on), patience_s=300, watch=weigh)
        inbox = on.home.store.reports.inbox()
        counts = on.home.store.outbox.counts()
    print(f"\n{inbox.waiting} events wait, {inbox.set_aside} are set aside, {counts[State.POSTED]} documents posted")
    assert inbox.waiting + inbox.set_aside + inbox.finished == WAITING
    say("memory while 100,000 events come in and wait", weights, " MiB", "150 at the most")
