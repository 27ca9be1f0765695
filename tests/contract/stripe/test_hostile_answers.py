"""Whatever answers in Stripe's place or with Stripe's name: one clear error about one item, and nothing else lost."""

import json

import pytest

from agent.domain.errors import NeedsPerson, Transient
from agent.domain.money import Money
from connectors.sandbox.faults import FaultRule
from tests.contract.stripe.stage import NOW_AT, charge, event, movement

LONG = "x" * 10_000
DEEP = "[" * 100_000

BAD_EVENTS = [
    None,
    17,
    "evt_text",
    [],
    {},
    event(2, id=None),
    event(2, id=5),
    event(2, id="evt_💥"),
    event(2, id="evt_" + LONG),
    event(2, created="yesterday"),
    event(2, created=True),
    event(2, created=-1),
    event(2, created=10**30),
    event(2, type=["charge.succeeded"]),
    event(2, type="charge succeeded"),
    event(2, livemode="no"),
    event(2, data=None),
    event(2, data={"object": "ch_2"}),
    event(2, data={"object": {"object": "charge"}}),
    event(2, data={"object": {"id": "../x", "object": "charge"}}),
    event(2, request=[1]),
    event(2, account=5),
]


@pytest.mark.parametrize("bad", BAD_EVENTS, ids=lambda bad: str(bad)[:60])
def test_a_broken_event_is_set_aside_and_its_neighbours_are_kept(puppet, puppeteer, bad):
    puppet.say_list("/v1/events", event(1), bad, event(3))
    first, aside, last = puppeteer.events()
    assert (first.id, last.id) == ("evt_1", "evt_3")
    assert (aside.type, aside.object_type) == ("unreadable", "unreadable")
    assert aside.object_id == aside.id
    assert aside.id.isascii()
    assert len(aside.id) <= 255
    assert 0 <= aside.created_at < 2**40


@pytest.mark.parametrize("bad", BAD_EVENTS, ids=lambda bad: str(bad)[:60])
def test_a_broken_event_is_the_same_each_time(puppet, puppeteer, bad):
    puppet.say_list("/v1/events", bad)
    assert puppeteer.events() == puppeteer.events()


def test_a_broken_event_keeps_the_id_it_has(puppet, puppeteer):
    puppet.say_list("/v1/events", event(2, livemode="no"))
    assert puppeteer.events()[0].id == "evt_2"


def test_a_notice_nobody_could_read_is_for_a_person(puppet, puppeteer):
    puppet.say_list("/v1/events", {"what": "ever"})
    aside = puppeteer.events()[0]
    with pytest.raises(NeedsPerson, match=aside.id):
        puppeteer.read(aside.object_id, aside.object_type)


def test_a_broken_event_at_the_end_of_a_page_does_not_end_the_list(puppet, puppeteer):
    puppet.say_list("/v1/events", event(1), event(2), {"what": "ever"}, has_more=True)
    puppet.say_list("/v1/events", event(3))
    assert [item.id for item in puppeteer.events()][-1] == "evt_3"
    assert puppet.asked[1][1]["starting_after"] == "evt_2"


@pytest.mark.parametrize("name", [LONG, "🧾 Zoë", "\u202eevil", "'; DROP TABLE events; --", "\x00null"])
def test_strange_names_are_kept_as_they_are(puppet, puppeteer, name):
    gone = {"id": "cus_1", "object": "customer", "name": name}
    puppet.say_list("/v1/events", event(1, type="customer.deleted", data={"object": gone}))
    assert json.loads(puppeteer.events()[0].payload)["data"]["object"]["name"] == name


def test_a_broken_object_in_a_backfill_is_set_aside_too(puppet, puppeteer):
    puppet.say_list("/v1/charges", charge(1), charge(2, created=None), 5)
    for name in ("refunds", "disputes", "payouts"):
        puppet.say_list(f"/v1/{name}")
    made_up = puppeteer.backfilled()
    assert [event.type for event in made_up] == ["charge.succeeded", "unreadable", "unreadable"]
    assert [event.id.startswith("backfill_") for event in made_up] == [True] * 3


RECONCILED = {"object": "payout", "reconciliation_status": "completed", "status": "paid", "livemode": False}


@pytest.mark.parametrize(
    ("name", "fields", "told"),
    [
        ("payouts", {"object": "payout", "status": "paid", "livemode": False}, "payout.paid"),
        ("payouts", {"object": "payout", "status": "in_transit", "livemode": False}, "payout.created"),
        ("payouts", {"object": "payout", "status": "failed", "livemode": False}, "payout.failed"),
        ("payouts", {**RECONCILED, "status": "paid"}, "payout.reconciliation_completed"),
        ("payouts", {**RECONCILED, "status": "in_transit"}, "payout.reconciliation_completed"),
        ("payouts", {**RECONCILED, "status": "failed"}, "payout.failed"),
        ("disputes", {"object": "dispute", "status": "lost", "livemode": False}, "charge.dispute.created"),
        ("refunds", {"object": "refund", "status": "failed"}, "refund.created"),
        ("charges", {"object": "charge", "status": "pending", "livemode": False}, "charge.pending"),
        ("charges", {"object": "charge", "status": "brand_new", "livemode": False}, "unreadable"),
    ],
)
def test_an_object_in_a_backfill_is_told_by_its_kind_and_status(puppet, puppeteer, name, fields, told):
    for other in {"charges", "refunds", "disputes", "payouts"} - {name}:
        puppet.say_list(f"/v1/{other}")
    puppet.say_list(f"/v1/{name}", {"id": "xx_1", "created": NOW_AT, **fields})
    puppet.say_list(f"/v1/{name}")
    assert [event.type for event in puppeteer.backfilled()] == [told]


@pytest.mark.parametrize("arrival", [None, "soon", -1])
def test_a_payout_in_a_backfill_without_its_arrival_is_set_aside(puppet, puppeteer, arrival):
    for name in ("charges", "refunds", "disputes", "payouts"):
        puppet.say_list(f"/v1/{name}")
    puppet.say_list("/v1/payouts", {"id": "po_1", "created": NOW_AT, **RECONCILED, "arrival_date": arrival})
    assert [event.type for event in puppeteer.backfilled()] == ["unreadable"]


def test_half_a_character_becomes_a_question_mark(puppet, puppeteer):
    puppet.say("/v1/charges/ch_1", json.dumps(charge(1, description="half \ud83d, whole 🚲")))
    assert puppeteer.read("ch_1").objects["charge"]["description"] == "half ?, whole 🚲"


def test_an_event_of_an_old_api_version_is_read(puppet, puppeteer):
    puppet.say_list("/v1/events", event(1, request="req_1", api_version=None))
    assert puppeteer.events()[0].request_key == ""


BAD_MOVEMENTS = [
    (None, "missing"),
    ({}, "id is missing"),
    (movement(2, amount="12000"), "txn_2.amount is text"),
    (movement(2, amount=12000.0), "txn_2.amount is text"),
    (movement(2, amount=10**30), "more than Stripe can move"),
    (movement(2, amount=-(10**16)), "more than Stripe can move"),
    (movement(2, net=1), "net is not its amount less its fee"),
    (movement(2, fee_details=[]), "fee_details do not add up"),
    (movement(2, fee_details="none"), "not a list"),
    (movement(2, currency="zzz"), "'zzz', which is not in Stripe's table"),
    (movement(2, currency="USD"), "not in Stripe's table"),
    (movement(2, currency=None), "currency is missing"),
    (movement(2, created=None), "created is missing"),
    (movement(2, reporting_category=None), "reporting_category is missing"),
    (movement(2, source=5), "source is a number"),
]


@pytest.mark.parametrize(("bad", "why"), BAD_MOVEMENTS, ids=lambda value: str(value)[:60])
def test_a_broken_movement_is_named_after_all_others_were_read(puppet, puppeteer, bad, why):
    puppet.say_list("/v1/balance_transactions", movement(1), bad, has_more=True)
    puppet.say_list("/v1/balance_transactions", movement(3))
    pages = puppeteer.source.balance_transactions(0, NOW_AT)
    assert [[entry.id for entry in next(pages)] for _ in range(2)] == [["txn_1"], ["txn_3"]]
    with pytest.raises(NeedsPerson, match=why) as refused:
        next(pages)
    assert refused.value.problem.code == "stripe.unusable"


def test_money_may_go_either_way(puppet, puppeteer):
    puppet.say_list(
        "/v1/balance_transactions",
        movement(1, amount=-3_000, fee=-50, fee_details=[{"amount": -50, "type": "stripe_fee"}], net=-2_950),
    )
    assert puppeteer.movements()[0].net_minor == -2_950


def test_the_balance_is_everything_that_moves_it(puppet, puppeteer):
    usd = {"amount": 100, "currency": "usd"}
    puppet.say(
        "/v1/balance",
        {
            "object": "balance",
            "available": [usd, {"amount": 7, "currency": "jpy"}],
            "pending": [usd],
            "connect_reserved": [usd],
            "instant_available": [{"amount": 999, "currency": "usd"}],
            "issuing": {"available": [usd]},
            "refund_and_dispute_prefunding": {"available": [usd], "pending": [usd]},
            "livemode": False,
        },
    )
    assert puppeteer.source.balance() == {"usd": Money(600, "usd"), "jpy": Money(7, "jpy")}


def test_an_empty_balance_in_an_unknown_currency_hurts_nobody(puppet, puppeteer):
    puppet.say(
        "/v1/balance",
        {"object": "balance", "available": [{"amount": 0, "currency": "zzz"}, {"amount": 0, "currency": "usd"}]},
    )
    assert puppeteer.source.balance() == {"usd": Money(0, "usd")}


@pytest.mark.parametrize(
    ("available", "why"),
    [
        ([{"amount": 1, "currency": "zzz"}], "zzz"),
        ([{"amount": "1", "currency": "usd"}], "amount is text"),
        ([{"amount": 10**20, "currency": "usd"}], "more than Stripe can move"),
        ("much", "not a list"),
    ],
)
def test_a_balance_that_cannot_be_read_is_an_error(puppet, puppeteer, available, why):
    puppet.say("/v1/balance", {"object": "balance", "available": available})
    with pytest.raises(NeedsPerson, match=why):
        puppeteer.source.balance()


BAD_CHARGES = [
    (charge(1, captured="yes", payment_intent={"id": "pi_1"}), "captured is text"),
    (charge(1, status=None, payment_intent={"id": "pi_1"}), "status is missing"),
    (charge(1, payment_intent="pi_1"), "payment_intent is text"),
    (charge(1, customer="cus_1"), "customer is text"),
    (charge(1, customer=5), "customer is a number"),
    (charge(1, balance_transaction="txn_1"), "balance_transaction is text"),
    (charge(1, balance_transaction=movement(1, amount=1.5)), "amount is text"),
    (charge(2), "another object"),
    ({"id": "ch_1", "object": "customer"}, "another object"),
    ({}, "object is missing"),
]


@pytest.mark.parametrize(("bad", "why"), BAD_CHARGES, ids=lambda value: str(value)[-60:])
def test_a_charge_with_a_wrong_type_is_set_aside_with_the_field_named(puppet, puppeteer, bad, why):
    puppet.say("/v1/charges/ch_1", bad)
    with pytest.raises(NeedsPerson, match=why) as refused:
        puppeteer.read("ch_1")
    assert "ch_1" in refused.value.problem.message


def test_decimals_are_texts(puppet, puppeteer):
    puppet.say("/v1/charges/ch_1", charge(1, metadata={}, rate=1.10, more=1e3))
    found = puppeteer.read("ch_1").objects["charge"]
    assert (found["rate"], found["more"]) == ("1.1", "1000.0")


NO_ANSWERS = [
    "",
    "<!DOCTYPE html><html>Sign in to the network</html>",
    '{"object": "list", "data": [{"id": "evt_1"',
    '{"object": "list", "data": [], "has_more": false} and more',
    '{"object": "list", "data": [1,], "has_more": false}',
    '{"object": "list", "data": [NaN], "has_more": false}',
    '{"object": "list", "data": "none", "has_more": false}',
    '{"object": "list", "data": [], "has_more": "no"}',
    '{"object": "list", "data": []}',
    "[]",
    "null",
    '"text"',
    "17",
    DEEP,
    '{"object": "list", "has_more": false, "data": [' + DEEP,
    '{"data": [], "has_more": false, "x": ' + "9" * 5000 + "}",
    b"\xff\xfe{}",
]


@pytest.mark.parametrize("answer", NO_ANSWERS, ids=lambda answer: str(answer)[:50])
def test_an_answer_that_is_no_list_is_asked_for_again_and_then_given_up(puppet, puppeteer, answer):
    puppet.say("/v1/events", answer)
    with pytest.raises(Transient) as refused:
        puppeteer.events()
    assert refused.value.problem.code == "stripe.bad_answer"
    assert len(puppet.asked) == 3


@pytest.mark.parametrize("answer", NO_ANSWERS[:3] + NO_ANSWERS[9:14], ids=lambda answer: str(answer)[:50])
def test_an_answer_that_is_no_object_is_asked_for_again_and_then_given_up(puppet, puppeteer, answer):
    puppet.say("/v1/charges/ch_1", answer)
    with pytest.raises(Transient) as refused:
        puppeteer.read("ch_1")
    assert refused.value.problem.code == "stripe.bad_answer"


@pytest.mark.parametrize("status", [302, 400, 401, 403, 404, 429, 500, 502])
@pytest.mark.parametrize(
    "answer",
    [
        "<html>Blocked by policy</html>",
        "",
        "[]",
        '{"error": null}',
        '{"error": []}',
        '{"error": "invalid_grant"}',
        "{}",
    ],
)
def test_a_refusal_that_is_not_stripes_is_weather(puppet, puppeteer, status, answer):
    puppet.say("/v1/charges/ch_1", answer, status=status, Location="http://127.0.0.1:1/v1/charges/ch_1")
    with pytest.raises(Transient) as refused:
        puppeteer.read("ch_1")
    assert refused.value.problem.code == "stripe.bad_answer"


@pytest.mark.parametrize(
    "error",
    [
        {},
        {"message": 5, "code": [], "type": {}},
        {"message": LONG, "code": LONG, "param": LONG},
        {"message": None, "charge": 7},
    ],
)
def test_a_strange_refusal_of_stripe_is_for_a_person_and_short(puppet, puppeteer, error):
    puppet.say("/v1/charges/ch_1", {"error": error}, status=400)
    with pytest.raises(NeedsPerson) as refused:
        puppeteer.read("ch_1")
    assert len(refused.value.problem.message) < 500
    assert len(refused.value.problem.code) < 100


def test_a_list_that_goes_round_in_circles_ends(puppet, puppeteer):
    puppet.say_list("/v1/events", event(1), has_more=True)
    with pytest.raises(Transient, match="does not move on"):
        puppeteer.events()
    assert len(puppet.asked) == 2


def test_an_empty_page_that_promises_more_ends(puppet, puppeteer):
    puppet.say_list("/v1/events", has_more=True)
    with pytest.raises(Transient, match="does not move on"):
        puppeteer.events()


@pytest.mark.parametrize(
    "fault",
    ["html_page", "truncated", "reset_before", "reset_after_commit", "error_500", "rate_limited", "lock_timeout"],
)
def test_two_bad_moments_of_the_sandbox_lose_nothing(kit, sandbox, fault):
    sandbox.trading.charge(12_000, "usd")
    expected = kit.events()
    sandbox.faults.add(FaultRule(fault, {"path": "/v1/events"}, remaining=2))
    assert kit.events() == expected
    assert len(kit.pause.waits) == 2


def test_a_wrong_charset_does_not_spoil_a_name(kit, sandbox):
    made = sandbox.trading.charge(12_000, "usd", fields={"description": "Zoë 🚲"})
    sandbox.faults.add(FaultRule("wrong_charset"))
    assert kit.read(made["id"]).objects["charge"]["description"] == "Zoë 🚲"
