"""Keys, permissions, parameters, headers and how errors look."""

import pytest
import stripe


def test_a_missing_key_is_401(server, http):
    answer = http.get("/v1/charges", headers={"Authorization": ""})
    assert answer.status_code == 401
    assert answer.json()["error"]["type"] == "invalid_request_error"


def test_an_unknown_key_is_401_and_is_masked(connect):
    with pytest.raises(stripe.AuthenticationError) as refused:
        connect("sk_test_wrong_and_secret").v1.charges.list({})
    assert "wrong_and_se" not in str(refused.value)


def test_an_expired_key_says_so(sandbox, connect):
    sandbox.keys.add("rk_test_expired", ["charge_read"], expired=True)
    with pytest.raises(stripe.AuthenticationError) as refused:
        connect("rk_test_expired").v1.charges.list({})
    assert refused.value.json_body["error"]["code"] == "api_key_expired"


def test_basic_authentication_works_as_well(http):
    assert http.get("/v1/balance", auth=("sk_test_sandbox", ""), headers={}).status_code == 200


def test_the_agents_key_reads_all_it_needs_and_writes_only_master_records(agent):
    v1 = agent.v1
    for read in (
        v1.events,
        v1.charges,
        v1.payment_intents,
        v1.checkout.sessions,
        v1.invoices,
        v1.invoice_payments,
        v1.refunds,
        v1.disputes,
        v1.payouts,
        v1.balance_transactions,
        v1.customers,
        v1.products,
        v1.prices,
        v1.tax_rates,
    ):
        assert read.list({"limit": 1}).object == "list"
    assert v1.accounts.retrieve_current().object == "account"
    assert v1.customers.create({"name": "x"}).id.startswith("cus_")
    with pytest.raises(stripe.PermissionError) as refused:
        v1.payment_intents.create({"amount": 100, "currency": "usd"})
    assert refused.value.http_status == 403
    assert "rak_payment_intent_write" in str(refused.value)
    with pytest.raises(stripe.PermissionError, match="rak_charge_write"):
        v1.refunds.create({"charge": "ch_x"})


def test_a_key_without_a_permission_gets_its_name(sandbox, connect):
    sandbox.keys.add("rk_test_narrow", ["event_read"])
    with pytest.raises(stripe.PermissionError, match="rak_payout_read"):
        connect("rk_test_narrow").v1.payouts.list({})


def test_a_live_key_does_not_belong_to_a_test_account(sandbox):
    with pytest.raises(ValueError, match="_test_"):
        sandbox.keys.add("sk_live_x", None)


def test_an_unknown_parameter_is_named(client):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.customers.create({"name": "x", "colour": "red"})
    assert (refused.value.http_status, refused.value.code, refused.value.param) == (400, "parameter_unknown", "colour")
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.customers.create({"address": {"planet": "Earth"}})
    assert refused.value.param == "address[planet]"


def test_an_event_filter_that_stripe_does_not_have_is_refused(http):
    body = http.get("/v1/charges?updated[gte]=1").json()
    assert body["error"]["code"] == "parameter_unknown"
    body = http.get("/v1/events?created[since]=1").json()
    assert body["error"]["param"] == "created[since]"


def test_a_missing_parameter_is_named(client):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.prices.create({"unit_amount": 5})
    assert (refused.value.code, refused.value.param) == ("parameter_missing", "currency")


def test_numbers_and_booleans_are_checked(http):
    bad = http.post("/v1/prices", data={"currency": "usd", "product": "p", "unit_amount": "1.5"}).json()["error"]
    assert (bad["code"], bad["param"]) == ("parameter_invalid_integer", "unit_amount")
    bad = http.post("/v1/products", data={"name": "x", "active": "yes"}).json()["error"]
    assert bad["param"] == "active"


def test_a_missing_object_is_404_with_its_name(client):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.charges.retrieve("ch_nothing")
    assert refused.value.http_status == 404
    assert refused.value.code == "resource_missing"
    assert str(refused.value).endswith("No such charge: 'ch_nothing'")
    error = refused.value.json_body["error"]
    assert error["doc_url"].startswith("https://stripe.com/docs/error-codes/")
    assert refused.value.request_id in error["request_log_url"]


def test_an_object_of_another_kind_is_missing_too(sandbox, client):
    customer = sandbox.trading.customer(name="x")
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.charges.retrieve(customer["id"])
    assert refused.value.http_status == 404


def test_an_unknown_address_is_404(http):
    answer = http.get("/v1/planets")
    assert answer.status_code == 404
    assert "Unrecognized request URL (GET: /v1/planets)" in answer.json()["error"]["message"]
    assert http.get("/v2/core/events").status_code == 404


def test_every_answer_carries_request_id_version_and_server_time(http, clock):
    clock.set(1_795_000_000)
    answer = http.get("/v1/balance", headers={"Stripe-Version": "2026-10-28.endive"})
    assert answer.headers["request-id"].startswith("req_")
    assert answer.headers["stripe-version"] == "2026-10-28.endive"
    assert answer.headers["date"] == "Wed, 18 Nov 2026 11:06:40 GMT"
    assert answer.headers["content-type"] == "application/json"
    assert http.get("/v1/charges/ch_x").headers["request-id"].startswith("req_")


def test_a_version_that_is_none_is_refused(http):
    answer = http.get("/v1/balance", headers={"Stripe-Version": "latest"})
    assert answer.status_code == 400
    assert "Invalid Stripe API version" in answer.json()["error"]["message"]


def test_another_account_is_refused(sandbox, client):
    own = client.v1.accounts.retrieve_current().id
    assert client.v1.balance.retrieve({}, {"stripe_account": own}).object == "balance"
    with pytest.raises(stripe.PermissionError) as refused:
        client.v1.balance.retrieve({}, {"stripe_account": "acct_other"})
    assert refused.value.json_body["error"]["code"] == "account_invalid"


def test_objects_and_events_are_of_test_mode(sandbox, client):
    charge = sandbox.trading.charge(500, "usd")
    assert client.v1.charges.retrieve(charge["id"]).livemode is False
    assert {event.livemode for event in client.v1.events.list({}).data} == {False}


def test_rate_limits_answer_429_with_a_reason(sandbox, client):
    sandbox.options.rate_limits, sandbox.options.endpoint_per_s = True, 2
    client.v1.balance.retrieve()
    client.v1.balance.retrieve()
    with pytest.raises(stripe.RateLimitError) as refused:
        client.v1.balance.retrieve()
    assert refused.value.headers["Stripe-Rate-Limited-Reason"] == "endpoint-rate"
    sandbox.options.rate_limits = False
    assert client.v1.balance.retrieve().object == "balance"


def test_the_account_has_a_limit_over_all_end_points(sandbox, client):
    sandbox.options.rate_limits, sandbox.options.global_per_s = True, 1
    client.v1.balance.retrieve()
    with pytest.raises(stripe.RateLimitError) as refused:
        client.v1.charges.list({})
    assert refused.value.headers["Stripe-Rate-Limited-Reason"] == "global-rate"
