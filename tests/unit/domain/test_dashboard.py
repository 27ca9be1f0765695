"""The page of an object in Stripe's Dashboard."""

import pytest

from agent.domain.dashboard import address_of, dashboard_of

STRIPE = "https://api.stripe.com"


def test_test_mode_has_pages_of_its_own_and_a_sandbox_has_none():
    assert dashboard_of("rk_live_1", STRIPE, STRIPE) == "https://dashboard.stripe.com/"
    assert dashboard_of("rk_test_1", STRIPE, STRIPE) == "https://dashboard.stripe.com/test/"
    assert dashboard_of("", STRIPE, STRIPE) == ""
    assert dashboard_of("rk_test_1", "http://127.0.0.1:9", STRIPE) == ""


@pytest.mark.parametrize(
    ("stripe_id", "place"),
    [("ch_1", "payments"), ("py_1", "payments"), ("re_1", "refunds"), ("po_1", "payouts"), ("cus_1", "customers")],
)
def test_each_object_has_its_place(stripe_id, place):
    assert address_of("https://d/", stripe_id) == f"https://d/{place}/{stripe_id}"


@pytest.mark.parametrize("stripe_id", ["", "txn_1", "day_usd", "ch_../x", "ch_1?a=b", "ch_é"])
def test_what_has_no_page_has_no_link(stripe_id):
    assert address_of("https://d/", stripe_id) == ""


def test_without_a_dashboard_there_is_no_link():
    assert address_of("", "ch_1") == ""
