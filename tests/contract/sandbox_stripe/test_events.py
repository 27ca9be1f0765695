"""Events as the poller meets them."""

import inspect
import json

import pytest
import stripe

from connectors.sandbox.faults import FaultRule
from connectors.sandbox.stripe import generate_trading, insert_synthetic_events
from connectors.sandbox.stripe.event_log import RETENTION_S

DAY_S = 86_400


def test_events_are_listed_newest_first(sandbox, client, clock):
    now = clock.now()
    for seconds in (300, 100, 200):
        sandbox.trading.customer(at=now - seconds, name=f"{seconds}")
    page = client.v1.events.list({"limit": 100})
    assert [event.created for event in page.data] == [now - 100, now - 200, now - 300]
    assert page.url == "/v1/events"
    assert page.has_more is False


def test_pages_follow_one_another_without_gap_or_repeat(sandbox, client, clock):
    for place in range(25):
        sandbox.trading.customer(at=clock.now() - place // 5, name=str(place))
    seen = [event.id for event in client.v1.events.list({"limit": 4}).auto_paging_iter()]
    assert len(seen) == len(set(seen)) == 25


def test_ending_before_walks_from_old_to_new(sandbox, client, clock):
    for place in range(9):
        sandbox.trading.customer(at=clock.now() - 100 + place, name=str(place))
    newest_first = [event.id for event in client.v1.events.list({"limit": 100}).data]
    page = client.v1.events.list({"limit": 2, "ending_before": newest_first[-1]})
    assert [event.id for event in page.data] == newest_first[-3:-1]
    assert page.has_more is True
    walked = [event.id for event in page.auto_paging_iter()]
    assert walked == newest_first[:-1][::-1]


def test_created_is_a_number_or_bounds(sandbox, client, clock):
    now = clock.now()
    for seconds in range(5):
        sandbox.trading.customer(at=now - seconds, name="x")
    assert len(client.v1.events.list({"created": now - 2}).data) == 1
    bounded = client.v1.events.list({"created": {"gt": now - 3, "lte": now - 1}})
    assert [event.created for event in bounded.data] == [now - 1, now - 2]
    assert len(client.v1.events.list({"created": {"gte": now - 3, "lt": now}}).data) == 3


def test_type_takes_one_name_or_a_wildcard(sandbox, client):
    sandbox.trading.charge(1000, "usd")
    sandbox.trading.customer(name="x")
    assert {e.type for e in client.v1.events.list({"type": "customer.created"}).data} == {"customer.created"}
    wild = {event.type for event in client.v1.events.list({"type": "charge.*"}).data}
    assert wild == {"charge.succeeded"}  # the money shows later


def test_types_takes_twenty_names_and_not_one_more(sandbox, client):
    sandbox.trading.customer(name="x")
    names = ["customer.created", *(f"unknown.type_{place}" for place in range(19))]
    assert len(client.v1.events.list({"types": names}).data) == 1
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.events.list({"types": [*names, "charge.failed"]})
    assert refused.value.http_status == 400


def test_type_and_types_do_not_go_together(client):
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.events.list({"type": "charge.failed", "types": ["charge.failed"]})


def test_types_in_square_brackets_are_understood(sandbox, http):
    sandbox.trading.customer(name="x")
    sandbox.trading.product(name="y")
    body = http.get("/v1/events?types[]=customer.created&types[]=charge.failed").json()
    assert [event["type"] for event in body["data"]] == ["customer.created"]


def test_events_older_than_thirty_days_are_gone(sandbox, client, clock):
    sandbox.trading.customer(name="old")
    old = client.v1.events.list({}).data[0].id
    clock.advance(RETENTION_S + 1)
    sandbox.trading.customer(name="new")
    assert [event.data.object.name for event in client.v1.events.list({}).data] == ["new"]
    with pytest.raises(stripe.InvalidRequestError, match="aged out of our retention policy") as refused:
        client.v1.events.list({"starting_after": old})
    assert refused.value.http_status == 400
    with pytest.raises(stripe.InvalidRequestError, match="aged out") as refused:
        client.v1.events.retrieve(old)
    assert refused.value.http_status == 404


def test_events_of_the_future_are_not_seen_yet(sandbox, client, clock):
    sandbox.trading.charge(1000, "usd")
    assert not client.v1.events.list({"type": "charge.updated"}).data
    clock.advance(3600)
    assert client.v1.events.list({"type": "charge.updated"}).data


def test_payloads_are_in_an_older_version_and_shape(sandbox, client):
    charge = sandbox.trading.charge(1000, "usd")
    events = {event.type: event for event in client.v1.events.list({}).data}
    intent = events["payment_intent.succeeded"]
    assert intent.api_version == "2020-08-27"
    assert "charges" in intent.data.object
    assert "latest_charge" not in intent.data.object
    assert "refunds" in events["charge.succeeded"].data.object
    assert "latest_charge" in client.v1.payment_intents.retrieve(charge["payment_intent"])


def test_updates_carry_the_old_values(sandbox, client):
    customer = client.v1.customers.create({"name": "Old", "metadata": {"a": "1"}})
    client.v1.customers.update(customer.id, {"name": "New"})
    event = client.v1.events.list({"type": "customer.updated"}).data[0]
    assert event.data.previous_attributes.to_dict() == {"name": "Old"}
    assert event.data.object.name == "New"


def test_an_update_that_changes_nothing_makes_no_event(client):
    customer = client.v1.customers.create({"name": "Same"})
    client.v1.customers.update(customer.id, {"name": "Same"})
    assert not client.v1.events.list({"type": "customer.updated"}).data


def test_events_name_the_request_and_its_idempotency_key(client):
    made = client.v1.customers.create({"name": "x"}, {"idempotency_key": "sp-cust-1"})
    event = client.v1.events.list({}).data[0]
    assert event.request.idempotency_key == "sp-cust-1"
    assert event.request.id == made.last_response.request_id


def test_what_stripe_does_itself_names_no_request(sandbox, client):
    sandbox.trading.charge(1000, "usd")
    sandbox.clock.advance(3600)
    event = client.v1.events.list({"type": "charge.updated"}).data[0]
    assert event.request.id is None
    assert event.data.previous_attributes.balance_transaction is None


def test_a_late_event_shows_itself_later_with_its_old_time(sandbox, client, clock):
    sandbox.faults.add(FaultRule("late_event", {"type": "customer.created"}, remaining=1, seconds=120))
    sandbox.trading.customer(name="late")
    made_at = clock.now()
    assert not client.v1.events.list({}).data
    clock.advance(121)
    assert client.v1.events.list({}).data[0].created == made_at


def test_one_event_can_be_delayed_by_hand(sandbox, client, clock):
    sandbox.trading.customer(name="x")
    event_id = client.v1.events.list({}).data[0].id
    sandbox.engine.events.delay(event_id, seconds=60)
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.events.retrieve(event_id)
    clock.advance(61)
    assert client.v1.events.retrieve(event_id).id == event_id


def test_a_duplicated_event_has_two_ids_and_one_content(sandbox, client):
    sandbox.faults.add(FaultRule("duplicate_event", remaining=1))
    sandbox.trading.customer(name="twice")
    first, second = client.v1.events.list({}).data
    assert first.id != second.id
    assert first.data.object.id == second.data.object.id


def test_events_of_one_second_can_come_out_of_order(sandbox, client):
    sandbox.faults.add(FaultRule("events_out_of_order"))
    for place in range(30):
        sandbox.trading.customer(name=str(place))
    names = [int(event.data.object.name) for event in client.v1.events.list({"limit": 100}).data]
    assert sorted(names) == list(range(30))
    assert names != sorted(names, reverse=True)
    paged = [int(event.data.object.name) for event in client.v1.events.list({"limit": 7}).auto_paging_iter()]
    assert paged == names


def test_every_event_type_is_one_that_stripe_knows(sandbox, types_of):
    generate_trading(
        sandbox, charges=60, seed=5, until_at=sandbox.clock.now(), refunds=True, disputes=True, payouts=True
    )
    text = inspect.getsource(inspect.getmodule(stripe.Event))
    assert [kind for kind in set(types_of()) if f'"{kind}"' not in text] == []


def test_synthetic_events_fill_a_period(sandbox, client, clock):
    insert_synthetic_events(sandbox, 250, since_at=clock.now() - 1000, until_at=clock.now())
    insert_synthetic_events(sandbox, 50, since_at=clock.now() - 10, until_at=clock.now())
    events = list(client.v1.events.list({"limit": 100}).auto_paging_iter())
    assert len({event.id for event in events}) == 300
    assert [event.created for event in events] == sorted((event.created for event in events), reverse=True)


def test_a_page_is_the_stored_text_itself(sandbox, http):
    sandbox.trading.customer(name="Zoë")
    stored = sandbox.engine.store.rows("SELECT body FROM events")[0][0]
    assert stored in http.get("/v1/events").text
    assert json.loads(stored)["data"]["object"]["name"] == "Zoë"
