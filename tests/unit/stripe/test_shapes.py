"""Stripe's JSON as our notices and movements, from Stripe's own examples and from damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.json_reader import BadJsonError
from connectors.stripe.shapes import UNREADABLE, balance_transaction_of, event_of, unreadable_event

# Values of the example objects in Stripe's public OpenAPI repository (MIT).
EXAMPLE_EVENT = {
    "id": "evt_1Pgc76B7WZ01zgkWwyRHS12y",
    "object": "event",
    "api_version": None,
    "created": 1234567890,
    "data": {"object": {"id": "price_1PgafmB7WZ01zgkW6dKueIc5", "object": "plan"}},
    "livemode": False,
    "request": {"id": None, "idempotency_key": None},
    "type": "plan.created",
}
EXAMPLE_MOVEMENT = {
    "id": "txn_1PgaxNB7WZ01zgkWEV3TLf40",
    "object": "balance_transaction",
    "amount": 100,
    "created": 1234567890,
    "currency": "usd",
    "exchange_rate": None,
    "fee": 0,
    "fee_details": [],
    "net": 100,
    "reporting_category": "charge",
    "source": "ch_1PgafuB7WZ01zgkWXYmPNZs8",
    "type": "charge",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*EXAMPLE_EVENT, "amount"]), inner),
)


def test_stripes_own_example_of_an_event_is_read():
    event = event_of(EXAMPLE_EVENT, "{}", "")
    assert (event.id, event.object_id, event.object_type, event.request_key) == (
        "evt_1Pgc76B7WZ01zgkWwyRHS12y",
        "price_1PgafmB7WZ01zgkW6dKueIc5",
        "plan",
        "",
    )


def test_stripes_own_example_of_a_movement_is_read():
    entry = balance_transaction_of(EXAMPLE_MOVEMENT)
    assert (entry.amount_minor, entry.net_minor, entry.source_id) == (100, 100, "ch_1PgafuB7WZ01zgkWXYmPNZs8")


def test_a_source_may_be_shown_whole_or_not_at_all():
    assert (
        balance_transaction_of({**EXAMPLE_MOVEMENT, "source": {"id": "re_1", "object": "refund"}}).source_id == "re_1"
    )
    assert not balance_transaction_of({**EXAMPLE_MOVEMENT, "source": None}).source_id


@pytest.mark.parametrize(("rate", "text"), [("1.30", "1.30"), (110, "110"), ("1e-05", "1e-05"), (None, "")])
def test_a_rate_is_kept_as_stripe_wrote_it(rate, text):
    assert balance_transaction_of({**EXAMPLE_MOVEMENT, "exchange_rate": rate}).exchange_rate == text


def test_what_a_movement_does_not_tell_is_empty():
    entry = balance_transaction_of(EXAMPLE_MOVEMENT)
    assert (entry.available_at, entry.balance_type, entry.payout_id, entry.description) == (0, "", "", "")


def test_a_movement_is_told_for_which_payout_it_was_listed():
    more = {"available_on": 5, "balance_type": "risk_reserved", "description": "x" * 9_999}
    entry = balance_transaction_of({**EXAMPLE_MOVEMENT, **more}, payout_id="po_1")
    assert (entry.available_at, entry.balance_type, entry.payout_id) == (5, "risk_reserved", "po_1")
    assert entry.description == "x" * 500


@given(JSON)
def test_damage_is_one_sentence_or_nothing(item):
    for read in (lambda: event_of(item, "{}", ""), lambda: balance_transaction_of(item)):
        with pytest.raises(BadJsonError):
            read()


@given(st.sampled_from(sorted(EXAMPLE_EVENT)), JSON)
def test_any_field_of_an_event_may_be_damaged(name, value):
    item = {**EXAMPLE_EVENT, name: value}
    try:
        event = event_of(item, "{}", "")
    except BadJsonError:
        event = unreadable_event(item, "{}", created_at=5, livemode=False, account="")
        assert event.type == UNREADABLE
    assert 0 <= event.created_at < 2**40
    assert 0 < len(event.id) <= 255
    event.id.encode("ascii")
    event.request_key.encode("utf-8", "surrogatepass")


@given(st.sampled_from(sorted(EXAMPLE_MOVEMENT)), JSON)
def test_any_field_of_a_movement_may_be_damaged(name, value):
    try:
        entry = balance_transaction_of({**EXAMPLE_MOVEMENT, name: value})
    except BadJsonError:
        return
    assert entry.net_minor == entry.amount_minor - entry.fee_minor
    assert abs(entry.amount_minor) <= 10**15


def test_a_long_text_is_kept_shortened():
    assert len(unreadable_event({}, "x" * 99_999, created_at=1, livemode=True, account="acct_1").payload) == 10_000
