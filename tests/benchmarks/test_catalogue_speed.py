"""A catalogue of a hundred thousand stock codes: a scan with nothing changed, and one in a hundred changed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.stage import say

pytestmark = pytest.mark.benchmark

CODES = 100_000
TOP = Path(__file__).resolve().parents[2]


def step(name, folder):
    command = [sys.executable, "-m", "tests.benchmarks.catalogue_process", name, str(folder)]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def ratios(ours, theirs):
    return [one / other for one, other in zip(ours, theirs, strict=True)]


def test_a_scan_costs_little_more_than_reading_and_only_changes_cost_calls(tmp_path):
    step("fill", tmp_path)
    first = step("first", tmp_path)
    say("first writing, Stripe answering at once", [first["seconds"]], " s")
    assert (first["writes"], first["reads"], first["sold"]) == (2 * CODES, 0, CODES)
    idle = step("idle", tmp_path)
    say("bare SELECT of the rows", idle["select"], " s")
    say("bare SELECT of their keys and versions alone", idle["versions"], " s")
    say("the same rows through the reader, nothing done with them", idle["port"], " s")
    say("sweep of all rows with nothing changed, by their versions", idle["sweep"], " s")
    say("look for changes with nothing changed", idle["changes"], " s")
    say("sweep of all rows by their content, as where rows have no versions", idle["content"], " s")
    sweep = ratios(idle["sweep"], idle["select"])
    say("ratio sweep / bare SELECT of the rows", sweep, goal="1.5")
    scan = ratios(idle["changes"], idle["select"])
    say("ratio look for changes / bare SELECT of the rows", scan, goal="1.5")
    say("ratio sweep / bare SELECT of keys and versions alone", ratios(idle["sweep"], idle["versions"]))
    say("ratio sweep by content / bare SELECT of the rows", ratios(idle["content"], idle["select"]))
    assert (idle["writes"], idle["reads"]) == (0, 0)
    changed = step("changed", tmp_path)
    say("1 % changed: looked at and written", [changed["seconds"]], " s")
    assert (changed["writes"], changed["reads"]) == (500 * 3 + 500, 0)
    say("most memory", [one["most_mb"] for one in (first, idle, changed)], " MB", goal="150")
    # The best rounds say what each costs; the others, what else the machine did meanwhile.
    assert min(idle["sweep"]) < 1.5 * min(idle["select"])
    assert min(idle["changes"]) < 1.5 * min(idle["select"])
    assert max(one["most_mb"] for one in (first, idle, changed)) < 150
