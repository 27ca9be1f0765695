"""Trouble on demand."""

import threading

import httpx
import pytest
import stripe

from connectors.sandbox.faults import FaultRule


def test_a_rate_limit_fault_has_a_reason_and_a_lock_timeout_has_none(sandbox, client):
    sandbox.faults.add(FaultRule("rate_limited", remaining=1))
    with pytest.raises(stripe.RateLimitError) as refused:
        client.v1.balance.retrieve()
    assert refused.value.headers["Stripe-Rate-Limited-Reason"] == "global-rate"
    sandbox.faults.add(FaultRule("lock_timeout", remaining=1))
    with pytest.raises(stripe.RateLimitError) as refused:
        client.v1.balance.retrieve()
    assert refused.value.json_body["error"]["code"] == "lock_timeout"
    assert "Stripe-Rate-Limited-Reason" not in refused.value.headers
    assert client.v1.balance.retrieve().object == "balance"


def test_an_error_500_did_nothing_and_the_library_tries_again(sandbox, connect):
    sandbox.faults.add(FaultRule("error_500", {"method": "POST"}, remaining=1))
    made = connect(max_network_retries=2).v1.customers.create({"name": "x"}, {"idempotency_key": "f1"})
    assert made.id.startswith("cus_")
    assert len(sandbox.engine.store.all_of("customer")) == 1


def test_an_error_500_after_the_commit_is_kept_for_its_key(sandbox, connect):
    sandbox.faults.add(FaultRule("error_500_after_commit", remaining=1))
    with pytest.raises(stripe.APIError) as refused:
        connect(max_network_retries=1).v1.customers.create({"name": "x"}, {"idempotency_key": "f2"})
    assert refused.value.http_status == 500
    assert refused.value.headers["Idempotent-Replayed"] == "true"
    assert len(sandbox.engine.store.all_of("customer")) == 1


def test_a_connection_cut_after_the_commit_is_healed_by_the_key(sandbox, connect):
    sandbox.faults.add(FaultRule("reset_after_commit", remaining=1))
    made = connect(max_network_retries=1).v1.customers.create({"name": "x"}, {"idempotency_key": "f3"})
    assert [customer["id"] for customer in sandbox.engine.store.all_of("customer")] == [made.id]


def test_a_connection_cut_before_did_nothing(sandbox, client):
    sandbox.faults.add(FaultRule("reset_before", remaining=1))
    with pytest.raises(stripe.APIConnectionError):
        client.v1.customers.create({"name": "x"})
    assert sandbox.engine.store.all_of("customer") == []


def test_a_stalled_answer_comes_later_than_the_client_waits(sandbox, http):
    sandbox.faults.add(FaultRule("stall", {"path": "/v1/balance"}, remaining=1, seconds=0.6))
    with pytest.raises(httpx.ReadTimeout):
        http.get("/v1/balance", timeout=0.2)
    assert http.get("/v1/charges").status_code == 200


def test_a_page_of_html_is_no_json(sandbox, client):
    sandbox.faults.add(FaultRule("html_page", remaining=1))
    with pytest.raises(stripe.APIError) as refused:
        client.v1.balance.retrieve()
    assert refused.value.http_status == 502


def test_a_truncated_answer_is_no_json(sandbox, client):
    sandbox.faults.add(FaultRule("truncated", remaining=1))
    with pytest.raises(stripe.APIError, match="Invalid response"):
        client.v1.balance.retrieve()


def test_a_wrong_charset_mangles_names_for_those_who_believe_it(sandbox, http):
    customer = sandbox.trading.customer(name="Grünwald")
    sandbox.faults.add(FaultRule("wrong_charset", remaining=1))
    answer = http.get(f"/v1/customers/{customer['id']}")
    assert "Grünwald" not in answer.text
    assert answer.json()["name"] == "Grünwald"


def test_faults_strike_only_what_they_match(sandbox, client):
    sandbox.faults.add(FaultRule("error_500", {"path": "/v1/payouts", "method": "GET"}))
    assert client.v1.balance.retrieve().object == "balance"
    with pytest.raises(stripe.APIError):
        client.v1.payouts.list({})


def test_many_threads_may_trade_and_read_at_once(sandbox, client):
    failures = []

    def work(number):
        try:
            for _ in range(5):
                sandbox.trading.charge(1000 + number, "usd")
                client.v1.charges.list({"limit": 5})
        except stripe.StripeError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    charges = [charge.id for charge in client.v1.charges.list({"limit": 100}).auto_paging_iter()]
    assert len(charges) == len(set(charges)) == 40
