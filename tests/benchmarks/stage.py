"""What the benchmarks share: a stage as in the demo, and ways to measure a process from outside."""

import statistics
import threading
import time
from contextlib import contextmanager

import psutil

from agent.demo import SANDBOX_SECRETS, stage
from agent.own_process import start_own


class SandboxSecrets:
    """The sandbox's key, without a keyring or the environment."""

    def get(self, name):
        return "rk_test_sandbox" if name == "stripe.key" else ""

    def set(self, name, value):
        raise AssertionError(f"A benchmark sets no secret ({name}, {len(value)} characters).")


@contextmanager
def engine_process(on, home):
    """Start the real engine as a process; yield it as psutil sees it."""
    with start_own(["run", "--home", str(home)], environment=SANDBOX_SECRETS) as own:
        yield psutil.Process(own.process.pid)


def wait_until(done, *, patience_s=120, watch=lambda: None):
    """Wait for a condition, looking again every 20 ms; `watch` is called at each look."""
    deadline, pause = time.monotonic() + patience_s, threading.Event()
    while not done():
        assert time.monotonic() < deadline, "It did not happen in time."
        watch()
        pause.wait(0.02)


def seconds(work):
    """Return how long `work` took."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def cpu_seconds(work):
    """Return how many seconds of one processor this process took for `work`."""
    started = time.process_time()
    work()
    return time.process_time() - started


def say(what, figures, unit="", goal=""):
    """Print a figure as minimum, median and maximum."""
    low, middle, high = min(figures), statistics.median(figures), max(figures)
    print(f"\n{what}: {middle:,.2f}{unit} (min {low:,.2f}, max {high:,.2f}){f', goal {goal}' if goal else ''}")


__all__ = ["SandboxSecrets", "cpu_seconds", "engine_process", "say", "seconds", "stage", "wait_until"]
