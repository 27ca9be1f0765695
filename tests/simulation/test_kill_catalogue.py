"""The real engine, killed while it writes the catalogue: no product and no price stands twice in Stripe.

pytest tests/simulation/test_kill_catalogue.py --seed 5 --runs 20      # 20 kills, at the moments of seed 5
"""

import json
import sqlite3
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from decimal import Decimal
from random import Random

import pytest

from agent.demo import SANDBOX_SECRETS, stage
from agent.demo_company import catalogue_settings
from agent.domain.catalogue.kept import CatalogueFilter, Standing
from agent.own_process import start_own

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX systems.")

PATIENCE_S = 120


def wait_until(done, what):
    pause, deadline = threading.Event(), time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} took longer than {PATIENCE_S} s.")
        pause.wait(0.01)


def stripe_has(folder, kind):
    with closing(sqlite3.connect(folder / "sandbox-stripe.sqlite")) as db:
        sql = "SELECT body FROM objects WHERE kind = ? AND deleted = 0 ORDER BY seq"
        return [json.loads(body) for (body,) in db.execute(sql, (kind,))]


def run_and_kill(on, folder, further):
    """Have the engine write so many further things, and pull the plug."""
    before = len(stripe_has(folder, "price"))
    with start_own(["run", "--home", str(on.home.path)], environment=SANDBOX_SECRETS) as engine:
        on.service.catalogue_run("everything")
        wait_until(lambda: len(stripe_has(folder, "price")) >= before + further, "Writing")
        engine.process.kill()
        engine.process.wait(PATIENCE_S)


def finish(on):
    with start_own(["run", "--home", str(on.home.path)], environment=SANDBOX_SECRETS):
        asked = on.service.catalogue_run("everything")
        company = on.service.values().text("syspro.company")
        wait_until(lambda: on.service.command(asked).finished_at, "The command")
        wait_until(lambda: not on.home.store.marks.get("catalogue.wanted"), "Looking at SYSPRO")
        wait_until(lambda: not on.home.store.catalogue.left(company), "Writing")


def check(on, folder):
    """In Stripe stands once what SYSPRO sells, at its prices, and the replaced prices are archived."""
    rows = on.service.catalogue_rows(CatalogueFilter(standing=Standing.SOLD, limit=10_000))
    products = {
        product["id"]: product for product in stripe_has(folder, "product") if product["id"].startswith("syspro")
    }
    prices = [price for price in stripe_has(folder, "price") if price["product"] in products]
    active = [price for price in prices if price["active"]]
    assert len(rows) > 50
    assert {row.product_id for row in rows} == set(products)
    assert set(Counter((price["product"], price["currency"]) for price in active).values()) == {1}
    assert len(active) == sum(len(row.prices) for row in rows)
    assert all(price["lookup_key"] for price in active)
    assert {product["default_price"] for product in products.values()} <= {price["id"] for price in active}
    return len(prices) - len(active)


def test_an_engine_that_is_killed_while_it_writes_the_catalogue_makes_nothing_twice(tmp_path, kills, request):
    seed = request.config.getoption("seed")
    rng = Random(seed)
    with stage(tmp_path, seed) as on:
        for name, text in catalogue_settings().items():
            on.home.store.settings.set(name, text, by="test", now=on.home.clock.now())
        for _ in range(kills - kills // 2):
            run_and_kill(on, tmp_path, rng.randrange(1, 40))
        finish(on)
        assert check(on, tmp_path) == 0
        changed = [row.stock_code for row in on.service.catalogue_rows(CatalogueFilter(Standing.SOLD))][:40]
        for code in changed:
            on.syspro.raise_price(code, "A", Decimal("0.01"))
        for _ in range(kills // 2):
            run_and_kill(on, tmp_path, rng.randrange(1, 10))
        finish(on)
        assert check(on, tmp_path) == len(changed)
