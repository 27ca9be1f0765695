"""Rare events of a course: fees long after their charge, every kind of movement, and troubles that come again."""

from collections import Counter

import pytest

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.stripe import generate_course, open_stripe
from connectors.sandbox.stripe.aftermath_by_hand import BY_HAND
from connectors.sandbox.stripe.aftermath_tangles import TANGLES
from connectors.sandbox.stripe.resources import movements

DAY_S = 86_400
BEGINS_AT = 1_700_006_400


@pytest.fixture(scope="module")
def nine_months(tmp_path_factory):
    """A sandbox after nine months in stretches of ten days, and how often each kind of story ended."""
    ends_at = BEGINS_AT + 270 * DAY_S
    sandbox = open_stripe(tmp_path_factory.mktemp("rare"), seed=4, clock=SandboxClock(ends_at))
    kinds = Counter()
    for since_at in range(BEGINS_AT, ends_at, 10 * DAY_S):
        until_at = since_at + 10 * DAY_S
        made = generate_course(sandbox, charges=15, seed=4, since_at=since_at, until_at=until_at, rare=True)
        kinds.update(made.kinds)
    yield sandbox, kinds
    sandbox.close()


def all_of(sandbox, kind):
    return sandbox.engine.store.all_of(kind)


def test_every_kind_of_movement_comes(nine_months):
    sandbox, _ = nine_months
    moved = {(one["type"], one["reporting_category"]) for one in all_of(sandbox, "balance_transaction")}
    assert {(kind["type"], kind["category"]) for kind in movements()} <= moved


def test_every_movement_goes_the_way_its_kind_says(nine_months):
    sandbox, _ = nine_months
    signs = {kind["type"]: kind for kind in movements() if kind["sign"] != "±"}
    for one in all_of(sandbox, "balance_transaction"):
        if one["type"] in signs and one["fee"] == 0:
            assert (one["amount"] > 0) == (signs[one["type"]]["sign"] == "+"), one


def test_a_late_fee_comes_by_itself_for_a_charge_without_one(nine_months):
    sandbox, kinds = nine_months
    moved = all_of(sandbox, "balance_transaction")
    charges = {one["source"]: one for one in moved if one["reporting_category"] == "charge"}
    late = [one for one in moved if one["type"] == "stripe_fee" and one["source"] in charges]
    assert len(late) == kinds["late_fee"] > 3
    for fee in late:
        assert charges[fee["source"]]["fee"] == 0
        assert fee["created"] > charges[fee["source"]]["created"] + DAY_S
        assert fee["amount"] < 0


def test_tips_are_paid_with_the_sale_and_said_by_its_intent(nine_months):
    sandbox, kinds = nine_months
    tips = [one for one in all_of(sandbox, "payment_intent") if (one["amount_details"] or {}).get("tip")]
    assert len(tips) == kinds["tipped_sale"] > 1
    for intent in tips:
        lines = sandbox.engine.row(intent["id"], "payment_intent").inner["amount_details_line_items"]
        goods = sum(
            line["quantity"] * line["unit_cost"] - (line["discount_amount"] or 0) + line["tax"]["total_tax_amount"]
            for line in lines
        )
        details = intent["amount_details"]
        assert intent["amount"] == goods + details["shipping"]["amount"] + details["tip"]["amount"]


def test_a_platform_takes_its_fee_with_stripes_own(nine_months):
    sandbox, kinds = nine_months
    fees = {charge["id"]: charge["application_fee_amount"] for charge in all_of(sandbox, "charge")}
    taken = {
        one["source"]: detail["amount"]
        for one in all_of(sandbox, "balance_transaction")
        for detail in one["fee_details"]
        if detail["type"] == "application_fee"
    }
    assert taken == {charge: fee for charge, fee in fees.items() if fee}
    assert len(taken) == kinds["platform_sale"] > 1


def test_payouts_fail_and_take_money_from_the_bank_again_and_again(nine_months):
    _, kinds = nine_months
    assert kinds["payout_failed"] > 2
    assert kinds["payout_negative"] > 2


def test_payouts_by_hand_end_in_every_way_and_no_list_explains_them(nine_months):
    sandbox, kinds = nine_months
    by_hand = [one for one in all_of(sandbox, "payout") if not one["automatic"]]
    assert {story.kind for story in BY_HAND} <= set(kinds)
    assert {one["status"] for one in by_hand} >= {"paid", "canceled", "failed"}
    assert {one["reconciliation_status"] for one in by_hand} == {"not_applicable"}
    listed = {payout for (payout,) in sandbox.engine.store.rows("SELECT DISTINCT payout FROM money")}
    assert not listed & {one["id"] for one in by_hand}


def test_without_rare_events_no_bare_movement_comes(tmp_path):
    sandbox = open_stripe(tmp_path, seed=4, clock=SandboxClock(BEGINS_AT))
    made = generate_course(sandbox, charges=40, seed=4, since_at=BEGINS_AT - 60 * DAY_S, until_at=BEGINS_AT)
    assert not {name for name in made.kinds if name.startswith("movement_")} | ({"late_fee"} & set(made.kinds))
    sandbox.close()


def test_every_tangle_comes_to_its_end_and_leaves_the_sums_right(nine_months):
    sandbox, kinds = nine_months
    assert {tangle.kind for tangle in TANGLES} <= set(kinds)
    for charge in all_of(sandbox, "charge"):
        given = [one for one in all_of_charge(sandbox, charge) if one["status"] not in {"failed", "canceled"}]
        if charge["amount_captured"] == charge["amount"]:
            assert sum(one["amount"] for one in given) == charge["amount_refunded"] <= charge["amount"]


def all_of_charge(sandbox, charge):
    return sandbox.engine.store.all_of("refund", charge=charge["id"])
