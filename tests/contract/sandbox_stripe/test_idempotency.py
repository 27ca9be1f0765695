"""Idempotency keys."""

import queue
import threading

import pytest
import stripe

from connectors.sandbox.stripe.idempotency import KEPT_S


def test_the_same_key_gives_the_first_answer_again(client):
    first = client.v1.customers.create({"name": "Once"}, {"idempotency_key": "k1"})
    second = client.v1.customers.create({"name": "Once"}, {"idempotency_key": "k1"})
    assert first.id == second.id
    assert second.last_response.headers["Idempotent-Replayed"] == "true"
    assert second.last_response.headers["Original-Request"] == first.last_response.request_id
    assert len(client.v1.customers.list({}).data) == 1
    assert len(client.v1.events.list({}).data) == 1


def test_the_same_key_with_other_parameters_is_an_error(client):
    client.v1.customers.create({"name": "One"}, {"idempotency_key": "k2"})
    with pytest.raises(stripe.IdempotencyError) as refused:
        client.v1.customers.create({"name": "Two"}, {"idempotency_key": "k2"})
    assert refused.value.http_status == 400


def test_a_key_is_forgotten_after_a_day(client, clock):
    first = client.v1.customers.create({"name": "Again"}, {"idempotency_key": "k3"})
    clock.advance(KEPT_S + 1)
    second = client.v1.customers.create({"name": "Again"}, {"idempotency_key": "k3"})
    assert first.id != second.id


def test_a_refused_parameter_is_not_kept(http):
    key = {"Idempotency-Key": "k4"}
    assert http.post("/v1/customers", data={"colour": "red"}, headers=key).status_code == 400
    assert http.post("/v1/customers", data={"name": "fine"}, headers=key).status_code == 200


def test_a_declined_card_is_kept(client):
    asked = {"amount": 900, "currency": "usd", "confirm": True, "payment_method": "pm_card_chargeDeclined"}
    for _ in range(2):
        with pytest.raises(stripe.CardError) as refused:
            client.v1.payment_intents.create(asked, {"idempotency_key": "k5"})
        assert refused.value.code == "card_declined"
    assert len(client.v1.charges.list({}).data) == 1


def test_the_same_key_at_the_same_time_is_a_conflict(sandbox, http):
    answers = queue.Queue()

    def post():
        answers.put(http.post("/v1/customers", data={"name": "Both"}, headers={"Idempotency-Key": "k6"}))

    threads = [threading.Thread(target=post) for _ in range(2)]
    with sandbox.engine.store.transaction():  # holds whichever comes first in the middle of its work
        for thread in threads:
            thread.start()
        conflict = answers.get(timeout=10)
    winner = answers.get(timeout=10)
    for thread in threads:
        thread.join()
    assert (conflict.status_code, winner.status_code) == (409, 200)
    assert conflict.json()["error"]["type"] == "idempotency_error"


def test_a_key_may_not_be_longer_than_255(http):
    assert http.post("/v1/customers", data={}, headers={"Idempotency-Key": "x" * 256}).status_code == 400
