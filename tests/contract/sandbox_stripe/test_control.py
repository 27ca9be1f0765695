"""The sandbox's own end-points, and a file that is opened again."""

import pytest
import stripe

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.remote import SandboxRemote
from connectors.sandbox.stripe import StripeOptions, open_stripe


def test_faults_are_added_and_cleared(http):
    http.post("/_sandbox/faults", json={"fault": "error_500", "match": {"path": "/v1/balance"}})
    assert http.get("/v1/balance").status_code == 500
    http.delete("/_sandbox/faults")
    assert http.get("/v1/balance").status_code == 200


def test_the_clock_is_set_moved_and_let_go(http, clock):
    assert http.post("/_sandbox/clock", json={"now_at": 1_790_000_000}).json() == {"now_at": 1_790_000_000}
    assert http.post("/_sandbox/clock", json={"advance_s": 60}).json() == {"now_at": 1_790_000_060}
    assert http.post("/_sandbox/clock", json={"now_at": None}).status_code == 200
    assert clock.now() > 1_790_000_060


def test_trade_is_made_on_demand(http):
    answer = http.post("/_sandbox/trading", json={"charges": 15, "seed": 3, "days": 4}, timeout=60).json()
    assert answer["charges"] == 15
    state = http.get("/_sandbox/state").json()
    assert state["objects"]["charge"] > 15
    assert state["events"] > 100
    assert state["balance"]["usd"]["available"] >= 0


def test_a_course_of_trade_is_made_in_two_calls_and_the_clock_stands_where_each_ends(server, http, clock):
    remote, end_at = SandboxRemote(server.url), clock.now()
    first_end_at = end_at - 15 * 86_400
    first = remote.trade(charges=30, seed=3, days=20, aftermath=True, until_at=first_end_at)
    assert clock.now() == first_end_at
    events = http.get("/v1/events", params={"limit": 1}).json()["data"]
    assert events[0]["created"] <= first_end_at
    second = remote.trade(charges=10, seed=3, days=30, aftermath=True, until_at=end_at)
    assert clock.now() == end_at
    assert (first["charges"], second["charges"]) == (30, 10)
    objects = http.get("/_sandbox/state").json()["objects"]
    assert first["payouts"] + second["payouts"] == objects["payout"] > 0
    assert first["disputes"] + second["disputes"] == objects["dispute"] > 0
    assert first["refunds"] + second["refunds"] > 0
    assert first["other_movements"] > 0
    assert "reserve_hold" in first["kinds"]
    remote.set_clock(None)
    assert clock.now() != end_at


def test_a_course_can_leave_refunds_and_disputes_for_later(server):
    remote = SandboxRemote(server.url)
    made = remote.trade(charges=30, seed=3, days=20, aftermath=True, without=("refunds", "disputes"))
    assert (made["refunds"], made["disputes"]) == (0, 0)
    assert made["payouts"] > 0


def test_trade_without_aftermath_is_sales_alone(http):
    http.post("/_sandbox/trading", json={"charges": 15, "days": 4, "until_at": 1_794_000_000}, timeout=60)
    objects = http.get("/_sandbox/state").json()["objects"]
    assert not {"refund", "dispute", "payout", "topup"} & set(objects)


def test_a_key_is_added(http, connect):
    http.post("/_sandbox/keys", json={"key": "rk_test_mine", "permissions": ["balance_read"]})
    assert connect("rk_test_mine").v1.balance.retrieve().object == "balance"
    with pytest.raises(stripe.PermissionError):
        connect("rk_test_mine").v1.charges.list({})
    assert http.post("/_sandbox/keys", json={"key": "sk_live_other"}).status_code == 400


def test_limits_are_switched(http):
    http.post("/_sandbox/limits", json={"on": True, "endpoint_per_s": 1})
    assert [http.get("/v1/balance").status_code for _ in range(2)] == [200, 429]
    http.post("/_sandbox/limits", json={"on": False})
    assert http.get("/v1/balance").status_code == 200


def test_nonsense_is_refused_in_words(http):
    answer = http.post("/_sandbox/trading", json={})
    assert answer.status_code == 400
    assert "charges" in answer.json()["error"]


def test_an_opened_file_goes_on_with_what_was_there(tmp_path):
    first = open_stripe(tmp_path, seed=1, clock=SandboxClock(1_795_000_000))
    ids = {first.trading.charge(1000, "usd")["id"] for _ in range(3)}
    first.keys.add("rk_test_kept", ["event_read"])
    totals = first.totals()
    first.close()
    again = open_stripe(tmp_path, seed=1, clock=SandboxClock(1_795_000_000))
    assert {charge["id"] for charge in again.engine.store.all_of("charge")} == ids
    assert again.totals() == totals
    assert again.keys.authenticate("Bearer rk_test_kept").permissions == {"event_read"}
    assert again.trading.charge(1000, "usd")["id"] not in ids
    again.close()


def test_all_state_is_one_file(tmp_path):
    opened = open_stripe(tmp_path)
    opened.trading.charge(1000, "usd")
    opened.close()
    assert [path.name for path in tmp_path.iterdir()] == ["sandbox-stripe.sqlite"]


def test_a_live_sandbox_has_live_objects_and_keys(tmp_path):
    opened = open_stripe(tmp_path, options=StripeOptions(livemode=True))
    assert opened.trading.charge(1000, "usd")["livemode"] is True
    assert opened.keys.authenticate("Bearer sk_live_sandbox").permissions is None
    opened.close()
