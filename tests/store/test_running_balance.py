"""The running balance before a payout that names no movements: what was available, and what the payout reached."""

from dataclasses import replace

import pytest

from agent.domain.marks import OPENING
from tests.store.builders import NOW, moved

OWN = replace(moved(99, minor=-100, kind="payout", source="po_9"), created_at=NOW + 100)


def sale(number, minor=100, *, available_s=0, **changes):
    """A movement of `minor`, net, available so many seconds before (or after) the payout."""
    return replace(moved(number, minor=minor), available_at=NOW + 100 + available_s, **changes)


def paid(number, minor, payout, **changes):
    return replace(moved(number, minor=minor, kind="payout", source=payout), created_at=NOW + number, **changes)


def running(store, *rows, own=OWN, start_at=0):
    store.ledger.store([*rows, own], NOW)
    found = store.ledger.running(own, "po_9", start_at)
    return found.available_minor, sorted(found.beyond)


def test_a_payout_reaches_the_oldest_movements_as_far_as_its_amount_goes(store):
    rows = sale(1, 60, available_s=-3), sale(2, 40, available_s=-2), sale(3, 1, available_s=-1)
    assert running(store, *rows) == (101, ["txn_3"])


def test_a_movement_that_is_reached_in_part_is_not_in_it(store):
    assert running(store, sale(1, 99), sale(2, 2)) == (101, ["txn_2"])
    assert running(store, own=replace(OWN, net_minor=-101)) == (101, [])


def test_what_is_not_available_yet_is_not_in_it(store):
    assert running(store, sale(1), sale(2, 50, available_s=1)) == (100, ["txn_2"])


def test_money_that_becomes_available_first_leaves_first(store):
    assert running(store, sale(1, available_s=-1), sale(2, available_s=-9)) == (200, ["txn_1"])


@pytest.mark.parametrize(("returned", "beyond"), [(False, ["txn_3"]), (True, ["txn_2", "txn_3"])])
def test_payouts_before_it_went_into_the_balance_unless_their_money_came_back(store, returned, beyond):
    rows = [sale(1), sale(2), sale(3), paid(4, -100, "po_1", available_at=NOW + 10**6)]
    back = [paid(5, 100, "po_1", type="payout_cancel")] if returned else []
    assert running(store, *rows, *back) == (300 if returned else 200, beyond)


def test_what_stripe_names_for_automatic_payouts_has_left_with_those(store):
    rows = [sale(1, payout_id="po_1"), paid(2, -100, "po_1", payout_id="po_1"), sale(3), sale(4)]
    assert running(store, *rows) == (200, ["txn_4"])


def test_a_refund_of_what_is_reached_makes_room_for_what_comes_after(store):
    rows = sale(1, 150, available_s=-3), sale(2, -50, available_s=-2), sale(3, 7, available_s=-1)
    assert running(store, *rows) == (107, ["txn_3"])


def test_the_opening_balance_leaves_first(store):
    store.marks.set(OPENING, '{"usd": 70, "eur": 5}', NOW)
    assert running(store, sale(1, 30, available_s=-2), sale(2, 1), start_at=NOW) == (101, ["txn_2"])


def test_what_automatic_payouts_took_of_the_opening_balance_is_gone(store):
    store.marks.set(OPENING, '{"usd": 70}', NOW)
    early = replace(sale(3, 70, payout_id="po_1"), created_at=NOW - 5)
    rows = [early, paid(4, -70, "po_1", payout_id="po_1"), sale(1), sale(2, 1)]
    assert running(store, *rows, start_at=NOW) == (101, ["txn_2"])


def test_other_currencies_balances_and_later_movements_count_for_nothing(store):
    rows = [
        sale(1), sale(2, currency="eur"), sale(3, balance_type="issuing"), sale(4, created_at=NOW + 100, available_s=-5),
    ]  # fmt: skip
    assert running(store, *rows) == (100, [])
