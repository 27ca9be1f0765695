"""Stripe as a stream of notices and as the journal of its balance, against the sandbox."""

import pytest

from agent.domain.errors import Misconfigured
from agent.domain.money import Money
from connectors.sandbox.stripe import Payment, RefundOrder, generate_trading
from tests.contract.stripe.stage import KEY, NOW_AT, event

DAY_S = 86_400
AT_ONCE = Payment(settle_after_s=0)


@pytest.fixture
def trade(sandbox):
    return generate_trading(sandbox, charges=25, seed=3, days=20, until_at=NOW_AT)


def stored_events(sandbox):
    return {row[0]: row[1] for row in sandbox.engine.store.rows("SELECT id, created FROM events")}


@pytest.mark.usefixtures("trade")
def test_every_event_is_listed_once(kit, sandbox):
    listed = [event.id for event in kit.events()]
    assert sorted(listed) == sorted(stored_events(sandbox))


@pytest.mark.usefixtures("trade")
def test_two_slices_that_touch_have_every_event_once(kit, sandbox):
    middle = sorted(stored_events(sandbox).values())[-100]
    older, newer = kit.events(0, middle), kit.events(middle, NOW_AT + 1)
    assert max(event.created_at for event in older) < middle <= min(event.created_at for event in newer)
    assert len(older) + len(newer) == len(stored_events(sandbox))


@pytest.mark.usefixtures("trade")
def test_pages_hold_a_hundred_newest_first(kit):
    first = next(kit.source.events(0, NOW_AT + 1, ()))
    times = [event.created_at for event in first]
    assert len(first) == 100
    assert times == sorted(times, reverse=True)


@pytest.mark.usefixtures("trade")
def test_only_the_types_asked_for_come(kit):
    assert {event.type for event in kit.events(types=("charge.succeeded", "charge.failed"))} == {
        "charge.succeeded",
        "charge.failed",
    }


@pytest.mark.usefixtures("trade")
def test_more_than_20_types_are_asked_in_groups(kit):
    made_up = tuple(f"account.thing_{number}" for number in range(20))
    assert len(kit.events(types=(*made_up, "charge.succeeded"))) == len(kit.events(types=("charge.succeeded",)))


def test_an_event_says_what_it_is_about(kit, sandbox):
    charge = sandbox.trading.charge(12_000, "usd")
    found = next(event for event in kit.events() if event.type == "charge.succeeded")
    assert (found.object_id, found.object_type, found.created_at) == (charge["id"], "charge", NOW_AT)
    assert (found.livemode, found.account) == (False, "")
    assert found.request_key.startswith("shop-")
    assert found.payload == ""


def test_an_empty_account_has_no_events_and_that_costs_one_read(kit):
    assert kit.events() == []
    assert kit.tally.reads == 1


def test_stripes_time_comes_with_every_answer_and_costs_one_read_at_most(kit):
    kit.events()
    assert kit.source.server_time() == NOW_AT
    assert kit.tally.reads == 1


def test_stripes_time_is_asked_where_no_answer_told_it(kit):
    assert kit.source.server_time() == NOW_AT
    assert kit.tally.reads == 1


def test_a_clock_that_was_put_forward_does_not_move_stripes_time(kits, server, sandbox):
    ours = type(sandbox.clock)(NOW_AT)
    kit = kits(server.url, ours)
    kit.events()
    ours.advance(DAY_S)
    assert kit.source.server_time() == NOW_AT


def test_stripes_time_moves_on_between_answers(kits, server, sandbox):
    ours = type(sandbox.clock)(NOW_AT)
    kit = kits(server.url, ours)
    kit.events()
    ours.advance(40)
    kit.pause.wait(40)
    assert kit.source.server_time() == NOW_AT + 40
    assert kit.tally.reads == 1


def test_stripes_time_is_asked_again_after_a_quarter_of_an_hour(kits, server, sandbox):
    ours = type(sandbox.clock)(NOW_AT)
    kit = kits(server.url, ours)
    kit.events()
    ours.advance(1000)
    kit.pause.wait(1000)
    sandbox.clock.advance(1003)
    assert kit.source.server_time() == NOW_AT + 1003


@pytest.mark.parametrize(("key", "live"), [(KEY, True), ("rk_live_1", False), ("sk_live_1", False)])
def test_live_and_test_money_are_never_mixed(kits, puppet, clock, key, live):
    puppet.say_list("/v1/events", event(1, livemode=live))
    with pytest.raises(Misconfigured, match="Live and test money are mixed"):
        kits(puppet.url, clock, key=key).events()


def test_a_live_key_takes_live_notices(kits, puppet, clock):
    puppet.say_list("/v1/events", event(1, livemode=True))
    assert len(kits(puppet.url, clock, key="rk_live_1").events()) == 1


@pytest.mark.usefixtures("trade")
def test_all_movements_together_are_the_balance(kit):
    sums = {}
    for entry in kit.movements():
        sums[entry.currency] = sums.get(entry.currency, 0) + entry.net_minor
    assert {code: Money(total, code) for code, total in sums.items()} == kit.source.balance()


def test_a_movement_has_its_legs(kit, sandbox):
    charge = sandbox.trading.charge(12_000, "usd", payment=AT_ONCE)
    entry = kit.movements()[0]
    assert (entry.source_id, entry.type, entry.reporting_category) == (charge["id"], "charge", "charge")
    assert entry.amount_minor == 12_000
    assert entry.net_minor == 12_000 - entry.fee_minor
    assert sum(amount for _, amount in entry.fees) == entry.fee_minor > 0


def test_what_is_pending_and_reserved_counts_as_balance(kit, sandbox):
    sandbox.trading.charge(12_000, "usd", payment=AT_ONCE)
    held = kit.source.balance()["usd"]
    assert held == Money(sum(sandbox.totals()["usd"].values()), "usd")
    assert held.minor > 0


def test_objects_stand_in_for_events_that_are_gone(kit, sandbox):
    charge = sandbox.trading.charge(12_000, "usd", payment=AT_ONCE)
    refund = sandbox.trading.refund(RefundOrder(charge["id"], 3_000))
    failed = sandbox.trading.failed_attempt(500, "usd")
    made_up = {event.id: event for event in kit.backfilled()}
    assert made_up[f"backfill_{charge['id']}"].type == "charge.succeeded"
    assert made_up[f"backfill_{failed['id']}"].type == "charge.failed"
    assert made_up[f"backfill_{refund['id']}"].object_type == "refund"


def test_disputes_and_payouts_stand_in_for_their_events(kit, sandbox):
    charge = sandbox.trading.charge(12_000, "usd", at=NOW_AT - 9 * DAY_S, payment=AT_ONCE)
    (payout,) = sandbox.account.run_payouts(at=NOW_AT - 3 * DAY_S)
    dispute = sandbox.trading.dispute(charge["id"])
    made_up = {event.id: event for event in kit.backfilled()}
    assert made_up[f"backfill_{dispute['id']}"].type == "charge.dispute.created"
    assert made_up[f"backfill_{payout['id']}"].type == "payout.created"


def test_a_payout_is_told_of_again_when_it_arrives(kit, sandbox):
    sandbox.trading.charge(12_000, "usd", at=NOW_AT - 9 * DAY_S, payment=AT_ONCE)
    (payout,) = sandbox.account.run_payouts(at=NOW_AT - 3 * DAY_S)
    made, arrived = payout["created"], payout["arrival_date"]
    told = kit.backfilled(made, made + 1)[-1]
    assert (told.id, told.type) == (f"backfill_{payout['id']}", "payout.created")
    sandbox.account.complete_reconciliation(payout["id"])
    sandbox.account.pay(payout["id"])
    (again,) = kit.backfilled(arrived, arrived + 1)
    assert (again.id, again.type) == (f"backfill_{payout['id']}_paid", "payout.reconciliation_completed")
    assert (again.object_id, again.object_type, again.created_at) == (payout["id"], "payout", arrived)
    assert kit.backfilled(arrived + 1, NOW_AT + 1) == []


@pytest.mark.usefixtures("trade")
def test_a_backfill_is_the_same_each_time(kit):
    assert kit.backfilled() == kit.backfilled()


@pytest.mark.usefixtures("trade")
def test_a_backfill_keeps_to_its_slice(kit):
    whole = kit.backfilled()
    middle = NOW_AT - 10 * DAY_S
    assert len(kit.backfilled(0, middle)) + len(kit.backfilled(middle, NOW_AT + 1)) == len(whole)


@pytest.mark.usefixtures("trade")
def test_every_request_is_counted_as_a_read(kit, sandbox):
    kit.events()
    assert kit.tally.reads == -(-len(stored_events(sandbox)) // 100)
