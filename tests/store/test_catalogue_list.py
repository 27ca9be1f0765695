"""The list of the catalogue from the store: pages from anywhere, filters, reasons, what changed last."""

import pytest

from agent.domain.catalogue.item import Wanted
from agent.domain.catalogue.kept import CatalogueFilter, Noted, Standing
from agent.domain.catalogue.prices import Remark
from tests.store.builders import COMPANY, NOW


def noted(code, name="", *, remark=""):
    wanted = Wanted({"name": name or f"Part {code}"}) if not remark else None
    remarks = (Remark(remark, f"{code}: {remark}."),) if remark else ()
    return Noted(code, f"syspro_{code}", b"1", wanted, remarks)


@pytest.fixture
def shelf(store):
    """Six that wait for Stripe, three that are not sold for two reasons."""
    store.catalogue.note(COMPANY, [noted(code) for code in "ABCDEF"], NOW)
    store.catalogue.note(COMPANY, [noted("X", remark="kit"), noted("Y", remark="kit"), noted("Z", remark="hold")], NOW)
    return store.catalogue


def codes(shelf, **wanted):
    return "".join(row.stock_code for row in shelf.rows(COMPANY, CatalogueFilter(**wanted)))


def test_a_page_begins_anywhere(shelf):
    assert codes(shelf, limit=3) == "ABC"
    assert codes(shelf, limit=3, offset=3) == "DEF"
    assert codes(shelf, limit=100, offset=8) == "Z"
    assert codes(shelf, limit=2, after="C") == "DE"


def test_a_filter_counts_what_it_shows(shelf):
    for wanted, found in (
        (CatalogueFilter(), 9),
        (CatalogueFilter(Standing.WAITING), 6),
        (CatalogueFilter(Standing.NOT_SOLD), 3),
        (CatalogueFilter(Standing.SOLD), 0),
        (CatalogueFilter(text="part b"), 1),
        (CatalogueFilter(reason="kit"), 2),
        (CatalogueFilter(Standing.NOT_SOLD, reason="hold"), 1),
        (CatalogueFilter(limit=1, offset=5), 9),
    ):
        assert shelf.count(COMPANY, wanted) == found, wanted
    assert codes(shelf, reason="kit") == "XY"
    assert shelf.count("OTHER", CatalogueFilter()) == 0


def test_what_changed_last_comes_first(shelf):
    shelf.note(COMPANY, [noted("D", "Lamp")], NOW + 60)
    assert codes(shelf, newest=True) == "DABCEFXYZ"
    assert codes(shelf, newest=True, limit=2, offset=1) == "AB"
