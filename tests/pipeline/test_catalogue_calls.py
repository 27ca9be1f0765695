"""How many calls a change costs: none where nothing changed, and of many stock codes only for those that did."""

import pytest

from tests.pipeline.catalogue_stage import Shop

COUNT, DAY_S = 300, 90_000


@pytest.fixture
def shop(tmp_path):
    opened = Shop(tmp_path)
    for number in range(COUNT):
        opened.tables.stock(f"A{number:03}", "1.50", description=f"Part {number}")
    opened.run()
    assert opened.check_agreement() == COUNT
    opened.calls()
    yield opened
    opened.close()


def expected(shop, repriced, renamed):
    """Three calls for a price (the new one, the default price, the old one archived), one for a name."""
    old = {code: price["id"] for code in repriced for price in shop.prices(code, active=False)}
    calls = [path for code in repriced for path in (
        "/v1/prices", f"/v1/products/syspro_A_{code}", f"/v1/prices/{old[code]}",
    )]  # fmt: skip
    return sorted([*calls, *(f"/v1/products/syspro_A_{code}" for code in renamed)])


def test_nothing_changed_costs_no_call_by_looks_and_by_sweeps(shop):
    for after_s in (600, DAY_S, 600, DAY_S):
        assert shop.run(after_s=after_s).problem is None
    assert shop.calls() == ([], [])


@pytest.mark.parametrize("after_s", [600, DAY_S], ids=["by a look for changes", "by a sweep"])
def test_one_in_a_hundred_changed_costs_exactly_the_calls_of_what_changed(shop, after_s):
    repriced, renamed = ["A007", "A107"], ["A207"]
    for code in repriced:
        shop.tables.price(code, "2.25")
    for code in renamed:
        shop.tables.stock(code, None, description="Renamed")
    assert shop.run(after_s=after_s).problem is None
    reads, writes = shop.calls()
    assert (reads, sorted(writes)) == ([], expected(shop, repriced, renamed))
    shop.run(after_s=DAY_S)
    assert shop.calls() == ([], [])
    assert shop.check_agreement() == COUNT
