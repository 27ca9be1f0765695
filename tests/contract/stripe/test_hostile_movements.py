"""Refunds, disputes, payouts and movements that are not as documented: one clear error about one item, never a crash."""

import pytest

from agent.domain.errors import NeedsPerson, Transient
from tests.contract.stripe.stage import NOW_AT, charge, movement


def refund(**fields):
    """A refund with charge and booking, as Stripe renders it expanded."""
    return {
        "id": "re_1",
        "object": "refund",
        "amount": 3_000,
        "balance_transaction": out(),
        "charge": charge(1),
        "created": NOW_AT,
        "currency": "usd",
        "status": "succeeded",
        **fields,
    }


def out(number=1, minor=-3_000, **fields):
    """A movement without a fee."""
    return {**movement(number, amount=minor, fee=0, fee_details=[], net=minor, type="refund"), **fields}


def dispute(**fields):
    """A dispute with its charge, as Stripe renders it expanded."""
    return {
        "id": "dp_1",
        "object": "dispute",
        "amount": 3_000,
        "balance_transactions": [out()],
        "charge": charge(1),
        "created": NOW_AT,
        "currency": "usd",
        "evidence": {"customer_name": "Zoë"},
        "status": "needs_response",
        **fields,
    }


def payout(**fields):
    """An automatic payout that is reconciled."""
    return {
        "id": "po_1",
        "object": "payout",
        "amount": 3_000,
        "arrival_date": NOW_AT,
        "automatic": True,
        "balance_transaction": out(9),
        "created": NOW_AT,
        "currency": "usd",
        "failure_balance_transaction": None,
        "reconciliation_status": "completed",
        "status": "paid",
        **fields,
    }


MONEY = [
    ({"id": "xx_2"}, "another object"),
    ({"object": "charge"}, "another object"),
    ({"object": None}, "object is missing"),
    ({"id": 5}, "id is a number"),
    ({"amount": None}, "amount is missing"),
    ({"amount": "3000"}, "amount is text"),
    ({"amount": True}, "amount is a yes/no"),
    ({"amount": 10**30}, "more than Stripe can move"),
    ({"currency": None}, "currency is missing"),
    ({"currency": "zzz"}, "not in Stripe's table"),
    ({"created": None}, "created is missing"),
    ({"created": -1}, "not a moment"),
    ({"status": 5}, "status is a number"),
]


def refused(puppeteer, object_id, object_type, why):
    with pytest.raises(NeedsPerson, match=why) as caught:
        puppeteer.read(object_id, object_type)
    assert caught.value.problem.code == "stripe.unusable"
    assert object_id in caught.value.problem.message


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        *MONEY,
        ({"charge": "ch_1"}, "charge is text"),
        ({"charge": 5}, "charge is a number"),
        ({"charge": {"id": "cus_1", "object": "customer"}}, "charge is another object"),
        ({"charge": {"object": "charge"}}, "charge.id is missing"),
        ({"balance_transaction": "txn_1"}, "balance_transaction is text"),
        ({"balance_transaction": []}, "balance_transaction is a list"),
        ({"balance_transaction": out(amount=1.5)}, "amount is text"),
        ({"balance_transaction": out(net=1)}, "net is not its amount"),
        ({"failure_balance_transaction": "txn_2"}, "failure_balance_transaction is text"),
        ({"failure_balance_transaction": {}}, "id is missing"),
    ],
    ids=str,
)
def test_a_refund_with_a_wrong_field_is_set_aside_with_the_field_named(puppet, puppeteer, fields, why):
    puppet.say("/v1/refunds/re_1", refund(**fields))
    refused(puppeteer, "re_1", "refund", why)


def test_a_refund_of_no_charge_is_read_without_one(puppet, puppeteer):
    puppet.say("/v1/refunds/re_1", refund(charge=None, status=None))
    facts = puppeteer.read("re_1", "refund")
    assert set(facts.objects) == {"refund"}
    assert facts.balance_transactions[0].net_minor == -3_000


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        *MONEY,
        ({"status": None}, "status is missing"),
        ({"charge": None}, "charge is missing"),
        ({"charge": "ch_1"}, "charge is text"),
        ({"balance_transactions": None}, "balance_transactions is missing"),
        ({"balance_transactions": "txn_1"}, "balance_transactions is text"),
        ({"balance_transactions": ["txn_1"]}, r"balance_transactions\[0\] is text"),
        ({"balance_transactions": [out(), out(2, fee_details="none")]}, "txn_2.fee_details is text"),
    ],
    ids=str,
)
def test_a_dispute_with_a_wrong_field_is_set_aside_with_the_field_named(puppet, puppeteer, fields, why):
    puppet.say("/v1/disputes/dp_1", dispute(**fields))
    refused(puppeteer, "dp_1", "dispute", why)


def test_a_fee_of_a_dispute_may_be_a_movement_of_its_own(puppet, puppeteer):
    fee = out(2, -1_500, reporting_category="fee")
    puppet.say("/v1/disputes/dp_1", dispute(balance_transactions=[out(), fee]))
    assert [entry.net_minor for entry in puppeteer.read("dp_1", "dispute").balance_transactions] == [-3_000, -1_500]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        *MONEY,
        ({"status": None}, "status is missing"),
        ({"automatic": None}, "automatic is missing"),
        ({"automatic": "yes"}, "automatic is text"),
        ({"reconciliation_status": None}, "reconciliation_status is missing"),
        ({"arrival_date": None}, "arrival_date is missing"),
        ({"arrival_date": 2**41}, "arrival_date is .*, not a moment"),
        ({"balance_transaction": "txn_9"}, "balance_transaction is text"),
        ({"failure_balance_transaction": "txn_8"}, "failure_balance_transaction is text"),
        ({"balance_transaction": out(9, available_on="soon")}, "available_on is text"),
    ],
    ids=str,
)
def test_a_payout_with_a_wrong_field_is_set_aside_with_the_field_named(puppet, puppeteer, fields, why):
    puppet.say("/v1/payouts/po_1", payout(**fields))
    puppet.say_list("/v1/balance_transactions", out(9), out(1, 3_000))
    refused(puppeteer, "po_1", "payout", why)


@pytest.mark.parametrize(
    ("part", "why"),
    [(None, "missing"), ("txn_2", "is text"), (out(2, currency="zzz"), "txn_2.currency"), (out(2, fee=1), "txn_2.net")],
    ids=str,
)
def test_a_payout_with_a_broken_part_is_set_aside_with_the_part_named(puppet, puppeteer, part, why):
    puppet.say("/v1/payouts/po_1", payout())
    puppet.say_list("/v1/balance_transactions", out(9), part)
    refused(puppeteer, "po_1", "payout", why)


def parts_of(facts):
    return [(entry.id, entry.payout_id) for entry in facts.balance_transactions]


def test_a_list_that_changed_while_it_was_read_is_read_once_more(puppet, puppeteer):
    puppet.say("/v1/payouts/po_1", payout())
    puppet.say_list("/v1/balance_transactions", out(9))
    puppet.say_list("/v1/balance_transactions", out(9), out(1, 3_000))
    facts = puppeteer.read("po_1", "payout")
    assert parts_of(facts) == [("txn_9", "po_1"), ("txn_1", "po_1")]
    assert [path for path, _, _ in puppet.asked] == ["/v1/payouts/po_1", "/v1/balance_transactions"] * 2


def test_a_list_that_never_sums_up_is_given_as_it_is(puppet, puppeteer):
    puppet.say("/v1/payouts/po_1", payout())
    puppet.say_list("/v1/balance_transactions", out(9), out(1, 2_999))
    assert parts_of(puppeteer.read("po_1", "payout")) == [("txn_9", "po_1"), ("txn_1", "po_1")]
    assert len(puppet.asked) == 4


def test_a_list_without_the_payouts_own_movement_has_it_beside(puppet, puppeteer):
    puppet.say("/v1/payouts/po_1", payout())
    puppet.say_list("/v1/balance_transactions", out(1, 3_000))
    assert parts_of(puppeteer.read("po_1", "payout")) == [("txn_9", ""), ("txn_1", "po_1")]
    assert len(puppet.asked) == 2


def test_a_part_that_is_shown_on_two_pages_counts_once(puppet, puppeteer):
    puppet.say("/v1/payouts/po_1", payout())
    puppet.say_list("/v1/balance_transactions", out(9), out(1, 3_000), has_more=True)
    puppet.say_list("/v1/balance_transactions", out(1, 3_000), out(9))
    assert parts_of(puppeteer.read("po_1", "payout")) == [("txn_9", "po_1"), ("txn_1", "po_1")]


def test_the_movement_of_another_payout_is_a_part_like_any_other(puppet, puppeteer):
    other = {**out(5, -1_000), "type": "payout", "source": "po_5"}
    puppet.say("/v1/payouts/po_1", payout())
    puppet.say_list("/v1/balance_transactions", out(9), out(1, 4_000), other)
    assert len(puppeteer.read("po_1", "payout").balance_transactions) == 3
    assert len(puppet.asked) == 2


def test_a_list_that_breaks_off_is_weather(puppet, puppeteer):
    puppet.say("/v1/payouts/po_1", payout())
    puppet.say("/v1/balance_transactions", '{"object": "list", "data": [{"id": "txn_9"')
    with pytest.raises(Transient):
        puppeteer.read("po_1", "payout")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"id": "txn_2"}, "another object"),
        ({"object": "charge"}, "another object"),
        ({"amount": None}, "amount is missing"),
        ({"available_on": -1}, "not a moment"),
        ({"balance_type": 5}, "balance_type is a number"),
        ({"balance_type": "A B"}, "balance_type is 'A B'"),
        ({"exchange_rate": "much"}, "exchange_rate is 'much', not a rate"),
        ({"exchange_rate": [1]}, "exchange_rate is a list"),
        ({"description": 5}, "description is a number"),
        ({"source": 5}, "source is a number"),
    ],
    ids=str,
)
def test_a_movement_with_a_wrong_field_is_set_aside_with_the_field_named(puppet, puppeteer, fields, why):
    puppet.say("/v1/balance_transactions/txn_1", {**movement(1), **fields})
    refused(puppeteer, "txn_1", "balance_transaction", why)
