"""A course of trade with all that follows a sale: nothing before its cause, and every sum holds."""

import json
from collections import Counter

import pytest

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.stripe import generate_course, open_stripe
from connectors.sandbox.stripe.aftermath_disputes import DISPUTE_STORIES
from connectors.sandbox.stripe.aftermath_refunds import REFUND_STORIES

DAY_S = 86_400
NOW_AT = 1_795_000_000
FIRST_END_AT = NOW_AT - 15 * DAY_S
EVERY_KIND = {
    *(story.kind for story in REFUND_STORIES),
    *(story.kind for story in DISPUTE_STORIES),
    "refund_foreign",
    "payout",
    "payout_negative",
    "payout_failed",
    "reserve_hold",
    "reserve_release",
    "fee_with_tax_inside",
    "fee_with_tax_separate",
    "adjustment",
    "top_up",
    "capture_part",
    "authorisation_expired",
    "charge_foreign",
}


def opened(folder, seed):
    return open_stripe(folder, seed=seed, clock=SandboxClock(NOW_AT))


@pytest.fixture(scope="module", params=[1, 2, 3, 7, 11, 20])
def course(request, tmp_path_factory):
    sandbox = opened(tmp_path_factory.mktemp("course"), request.param)
    since_at = NOW_AT - 60 * DAY_S
    yield sandbox, generate_course(sandbox, charges=120, seed=request.param, since_at=since_at, until_at=NOW_AT)
    sandbox.close()


@pytest.fixture(scope="module", params=[1, 5, 9])
def stretches(request, tmp_path_factory):
    """A course in two stretches: what each came to, and the last event of the first."""
    sandbox = opened(tmp_path_factory.mktemp("stretches"), request.param)
    since_at = FIRST_END_AT - 45 * DAY_S
    first = generate_course(sandbox, charges=90, seed=request.param, since_at=since_at, until_at=FIRST_END_AT)
    last_event = sandbox.engine.store.rows("SELECT max(seq) FROM events")[0][0]
    second = generate_course(sandbox, charges=30, seed=request.param, since_at=FIRST_END_AT, until_at=NOW_AT)
    yield sandbox, first, second, last_event
    sandbox.close()


def all_of(sandbox, kind):
    return sandbox.engine.store.all_of(kind)


def movements(sandbox):
    return {movement["id"]: movement for movement in all_of(sandbox, "balance_transaction")}


def parts_of(sandbox, payout):
    found = movements(sandbox)
    rows = sandbox.engine.store.rows("SELECT id FROM money WHERE payout = ?", (payout["id"],))
    return [found[row[0]] for row in rows]


def assert_balance_is_the_sum(sandbox):
    nets = Counter()
    for movement in movements(sandbox).values():
        assert movement["net"] == movement["amount"] - movement["fee"]
        assert movement["fee"] == sum(detail["amount"] for detail in movement["fee_details"])
        nets[movement["currency"]] += movement["net"]
    totals = {currency: sum(parts.values()) for currency, parts in sandbox.totals().items()}
    assert {currency: nets[currency] for currency in totals} == totals
    assert set(nets) <= set(totals)


def assert_payouts_add_up(sandbox):
    found, taken = movements(sandbox), Counter()
    for payout in all_of(sandbox, "payout"):
        parts = parts_of(sandbox, payout)
        own = [part for part in parts if part["type"] == "payout"]
        assert [part["source"] for part in own] == [payout["id"]]
        assert sum(part["net"] for part in parts if part not in own) == payout["amount"]
        assert all(part["available_on"] <= payout["created"] for part in parts)
        assert all(part["created"] <= payout["created"] for part in parts)
        assert all(part["currency"] == payout["currency"] for part in parts)
        taken.update(part["id"] for part in parts)
    assert set(taken.values()) == {1}
    assert {found[i]["balance_type"] for i in taken} == {"payments"}


def assert_refunds_fit_their_charges(sandbox):
    found = movements(sandbox)
    charges = {charge["id"]: charge for charge in all_of(sandbox, "charge")}
    given = Counter()
    for refund in all_of(sandbox, "refund"):
        charge = charges[refund["charge"]]
        if refund["reason"] == "expired_uncaptured_charge":
            assert not charge["captured"]
            continue
        assert found[charge["balance_transaction"]]["created"] < refund["created"]
        assert refund["currency"] == charge["currency"]
        if refund["status"] not in {"failed", "canceled"}:
            given[charge["id"]] += refund["amount"]
    for charge_id, total in given.items():
        assert 0 < total == charges[charge_id]["amount_refunded"] <= charges[charge_id]["amount_captured"]


def assert_nothing_comes_before_its_cause(sandbox):
    last = {}
    sql = "SELECT json_extract(body, '$.data.object.id'), created FROM events ORDER BY seq"
    for object_id, at in sandbox.engine.store.rows(sql):
        assert last.get(object_id, 0) <= at
        last[object_id] = at
    found = movements(sandbox)
    for dispute in all_of(sandbox, "dispute"):
        charge = sandbox.engine.get(dispute["charge"])
        assert found[charge["balance_transaction"]]["created"] < dispute["created"]
        assert not charge["amount_refunded"]
    for payout in all_of(sandbox, "payout"):
        back = payout["failure_balance_transaction"]
        assert back is None or found[back]["created"] > payout["arrival_date"]


def test_the_balance_is_the_sum_of_all_movements(course):
    assert_balance_is_the_sum(course[0])


def test_every_payout_is_the_sum_of_its_list_and_takes_only_what_is_available(course):
    assert_payouts_add_up(course[0])


def test_refunds_never_exceed_their_charge(course):
    assert_refunds_fit_their_charges(course[0])


def test_nothing_comes_before_its_cause(course):
    assert_nothing_comes_before_its_cause(course[0])


def test_every_kind_of_story_is_told_and_in_every_currency(course):
    sandbox, made = course
    assert set(made.kinds) >= EVERY_KIND
    assert all(made.kinds[kind] == 1 for kind in ("payout_failed", "payout_negative", "top_up", "capture_part"))
    assert {movement["currency"] for movement in movements(sandbox).values()} == {"usd", "eur", "jpy"}
    for kind in ("refund", "dispute", "payout"):
        assert {found["currency"] for found in all_of(sandbox, kind)} >= {"usd", "eur", "jpy"}


def test_what_was_made_is_counted(course):
    sandbox, made = course
    refunds = [refund for refund in all_of(sandbox, "refund") if refund["reason"] != "expired_uncaptured_charge"]
    assert len(made.charges) == len(set(made.charges)) == 120
    assert made.refunds == len(refunds)
    assert made.disputes == len(all_of(sandbox, "dispute"))
    assert made.payouts == len(all_of(sandbox, "payout"))
    usual = {"charge", "payment", "payment_refund", "refund_failure", "payout"}
    others = [
        movement
        for movement in movements(sandbox).values()
        if movement["type"] not in usual
        and movement["reporting_category"] not in {"refund", "dispute", "dispute_reversal"}
    ]
    assert made.other_movements == len(others)


def test_all_ends_with_the_period(course):
    sandbox, _ = course
    assert sandbox.engine.store.rows("SELECT max(created) FROM events")[0][0] <= NOW_AT
    assert max(movement["created"] for movement in movements(sandbox).values()) <= NOW_AT


def test_payouts_leave_on_weekdays_and_arrive_two_days_later(course):
    sandbox, _ = course
    events = {}
    sql = "SELECT type, json_extract(body, '$.data.object.id'), created FROM events WHERE type LIKE 'payout.%'"
    for kind, payout, at in sandbox.engine.store.rows(sql):
        events[(payout, kind)] = at
    for payout in all_of(sandbox, "payout"):
        assert payout["created"] % DAY_S == 0
        assert (payout["created"] // DAY_S + 3) % 7 < 5  # 1 January 1970 was a Thursday
        done_at = events.get((payout["id"], "payout.reconciliation_completed"), NOW_AT)
        paid_at = events.get((payout["id"], "payout.paid"), NOW_AT)
        if NOW_AT - payout["created"] > 3 * DAY_S:
            assert 3 * 3600 <= done_at - payout["created"] <= 9 * 3600
            assert 0 < paid_at - payout["arrival_date"] <= 4 * 3600


def test_a_failed_payouts_money_leaves_in_a_later_one(course):
    sandbox, _ = course
    (failed,) = [payout for payout in all_of(sandbox, "payout") if payout["status"] == "failed"]
    sql = "SELECT payout FROM money WHERE id = ?"
    later = sandbox.engine.store.rows(sql, (failed["failure_balance_transaction"],))[0][0]
    assert failed["trace_id"]["value"]
    assert sandbox.engine.get(later)["created"] > failed["arrival_date"]


def test_one_payout_takes_money_from_the_bank(course):
    sandbox, _ = course
    (negative,) = [payout for payout in all_of(sandbox, "payout") if payout["amount"] < 0]
    assert movements(sandbox)[negative["balance_transaction"]]["net"] == -negative["amount"] > 0


def test_a_dispute_is_open_with_its_due_date_ahead(course):
    sandbox, _ = course
    still_open = [dispute for dispute in all_of(sandbox, "dispute") if dispute["status"] == "needs_response"]
    assert any(dispute["evidence_details"]["due_by"] > NOW_AT for dispute in still_open)


def test_refunds_by_lines_are_worth_their_line(course):
    sandbox, _ = course
    by_lines = [refund for refund in all_of(sandbox, "refund") if "line_1" in refund["metadata"]]
    assert by_lines
    for refund in by_lines:
        line = json.loads(refund["metadata"]["line_1"])
        net = line["quantity"] * line["unit_amount"] - line["discount_amount"]
        assert net + line["tax_amount"] == refund["amount"]
        assert line["stock_code"]


def test_converted_charges_are_refunded_at_another_rate(course):
    sandbox, _ = course
    found = movements(sandbox)
    foreign = [refund for refund in all_of(sandbox, "refund") if refund["currency"] == "gbp"]
    assert foreign
    for refund in foreign:
        charge = sandbox.engine.get(refund["charge"])
        out, taken = found[refund["balance_transaction"]], found[charge["balance_transaction"]]
        assert out["currency"] == taken["currency"] == "usd"
        assert out["exchange_rate"] != taken["exchange_rate"]


def test_a_part_capture_leaves_its_rest(course):
    sandbox, _ = course
    back = [m for m in movements(sandbox).values() if m["reporting_category"] == "partial_capture_reversal"]
    (charge,) = [sandbox.engine.get(movement["source"]) for movement in back]
    assert 0 < charge["amount_captured"] < charge["amount"]
    assert (
        sum(m["amount"] for m in movements(sandbox).values() if m["source"] == charge["id"])
        == (charge["amount_captured"])
    )


def test_the_same_seed_gives_the_same_course(tmp_path):
    seen = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        sandbox = opened(tmp_path / name, 4)
        for end_at in (FIRST_END_AT, NOW_AT):
            generate_course(sandbox, charges=40, seed=4, since_at=end_at - 15 * DAY_S, until_at=end_at)
        seen.append(sandbox.engine.store.rows("SELECT id, body FROM objects ORDER BY seq"))
        sandbox.close()
    assert seen[0] == seen[1]


def test_every_law_holds_over_two_stretches(stretches):
    sandbox, *_ = stretches
    assert_balance_is_the_sum(sandbox)
    assert_payouts_add_up(sandbox)
    assert_refunds_fit_their_charges(sandbox)
    assert_nothing_comes_before_its_cause(sandbox)


def test_every_kind_is_told_over_two_stretches(stretches):
    sandbox, first, second, _ = stretches
    assert set(first.kinds) | set(second.kinds) >= EVERY_KIND
    assert len(first.charges) == 90
    assert len(second.charges) == 30
    assert first.disputes + second.disputes == len(all_of(sandbox, "dispute"))
    assert first.payouts + second.payouts == len(all_of(sandbox, "payout"))


def test_a_later_stretch_adds_nothing_to_the_time_before(stretches):
    sandbox, _, _, last_event = stretches
    created = sandbox.engine.store.rows("SELECT min(created), max(created) FROM events WHERE seq > ?", (last_event,))
    assert FIRST_END_AT <= created[0][0] <= created[0][1] <= NOW_AT


def test_a_later_stretch_refunds_and_disputes_charges_of_the_first(stretches):
    sandbox, first, _, _ = stretches
    for kind in ("refund", "dispute"):
        later = [found for found in all_of(sandbox, kind) if found["created"] > FIRST_END_AT]
        assert {found["charge"] for found in later} & set(first.charges)


def test_buyers_with_an_account_come_back_as_the_same_customer(stretches):
    sandbox, *_ = stretches
    linked = Counter(customer["metadata"].get("syspro_customer") for customer in all_of(sandbox, "customer"))
    del linked[None]
    assert set(linked.values()) == {1}


@pytest.mark.parametrize("seed", [2, 8, 14])
def test_refunds_and_disputes_wait_for_a_later_stretch_that_makes_up_for_them(tmp_path, seed):
    sandbox = opened(tmp_path, seed)
    since_at, waiting = FIRST_END_AT - 45 * DAY_S, ("refunds", "disputes")
    first = generate_course(sandbox, charges=90, seed=seed, since_at=since_at, until_at=FIRST_END_AT, without=waiting)
    assert (first.refunds, first.disputes) == (0, 0)
    assert first.payouts > 20
    assert not [charge for charge in all_of(sandbox, "charge") if charge["disputed"]]
    second = generate_course(sandbox, charges=30, seed=seed, since_at=FIRST_END_AT, until_at=NOW_AT)
    assert set(first.kinds) | set(second.kinds) >= EVERY_KIND
    assert {refund["charge"] for refund in all_of(sandbox, "refund")} & set(first.charges)
    assert_balance_is_the_sum(sandbox)
    assert_payouts_add_up(sandbox)
    assert_refunds_fit_their_charges(sandbox)
    assert_nothing_comes_before_its_cause(sandbox)
    sandbox.close()


def test_only_refunds_and_disputes_can_wait(tmp_path):
    sandbox = opened(tmp_path, 1)
    with pytest.raises(ValueError, match="can wait"):
        generate_course(sandbox, charges=5, seed=1, since_at=NOW_AT - DAY_S, until_at=NOW_AT, without=("payouts",))
    sandbox.close()


def test_time_that_was_told_is_not_told_again(tmp_path):
    sandbox = opened(tmp_path, 1)
    generate_course(sandbox, charges=5, seed=1, since_at=NOW_AT - DAY_S, until_at=NOW_AT)
    objects = sandbox.state()["objects"]
    with pytest.raises(ValueError, match="told until"):
        generate_course(sandbox, charges=5, seed=1, since_at=NOW_AT - DAY_S, until_at=NOW_AT)
    assert sandbox.state()["objects"] == objects
    sandbox.close()


@pytest.mark.parametrize(("charges", "days"), [(1, 1), (15, 3), (40, 10), (300, 20)])
def test_courses_of_any_size_keep_every_law(tmp_path, charges, days):
    sandbox = opened(tmp_path, 6)
    made = generate_course(sandbox, charges=charges, seed=6, since_at=NOW_AT - days * DAY_S, until_at=NOW_AT)
    assert len(made.charges) == charges
    assert_balance_is_the_sum(sandbox)
    if all_of(sandbox, "payout"):
        assert_payouts_add_up(sandbox)
    assert_refunds_fit_their_charges(sandbox)
    assert_nothing_comes_before_its_cause(sandbox)
    sandbox.close()
