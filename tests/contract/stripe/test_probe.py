"""The test of the key: each right, and what is missing or too much, against the sandbox."""

import pytest

from agent.domain.errors import Misconfigured, Transient
from connectors.sandbox.faults import FaultRule
from connectors.stripe.permissions import RIGHTS
from connectors.stripe.probe import StripeProbe


def probed(kit):
    return {row.name: row for row in StripeProbe(kit.connection).probe()}


def test_the_agents_own_key_has_every_right(kit):
    assert all(row.granted for row in probed(kit).values())


def test_each_right_says_what_it_is_for(kit):
    assert all(row.needed_for for row in probed(kit).values())


@pytest.mark.parametrize(("name", "stops"), [("dispute_read", "dispute"), ("payout_read", "bank")])
def test_the_rights_for_disputes_and_payouts_say_what_stops_without_them(kit, name, stops):
    assert stops in probed(kit)[name].needed_for


def test_a_key_that_reads_charges_and_no_refunds_lacks_the_right_for_both(puppet, puppeteer):
    for right in RIGHTS:
        puppet.say_list(right.path)
    refused = {"message": "Having the 'rak_charge_read' permission would allow this request to continue."}
    puppet.say("/v1/refunds", {"error": {**refused, "type": "invalid_request_error"}}, status=403)
    rows = probed(puppeteer)
    assert [row.name for row in rows.values() if not row.granted] == ["charge_read"]
    assert "Charges and Refunds: Read" in rows["charge_read"].message


# Other rights bring these with them, or reading alone.
BROUGHT_ALONG = {"balance_read", "payment_intent_read", "balance_transaction_source_read", "product_write"}


@pytest.mark.parametrize("missing", [right.name for right in RIGHTS if right.name not in BROUGHT_ALONG])
def test_a_missing_right_is_named_with_what_to_press(kits, sandbox, server, clock, missing):
    sandbox.keys.add("rk_test_weak", [right.name for right in RIGHTS if right.name != missing])
    rows = probed(kits(server.url, clock, key="rk_test_weak"))
    lacking = [row for row in rows.values() if not row.granted]
    assert [row.name for row in lacking] == [missing]
    assert "Stripe Dashboard" in lacking[0].message


def test_a_secret_key_works_and_is_called_too_strong(kits, server, clock):
    row = probed(kits(server.url, clock, key="sk_test_sandbox"))["key"]
    assert row.granted
    assert "refund, pay out and change everything" in row.message


def test_the_mode_of_the_key_is_told(kit):
    assert "test money" in probed(kit)["key"].needed_for


def test_writing_is_not_tried(kit, sandbox):
    before = sandbox.state()["events"]
    assert "first write" in probed(kit)["customer_write"].message
    assert sandbox.state()["events"] == before


def test_a_key_that_stripe_refuses_is_no_table(kits, server, clock):
    with pytest.raises(Misconfigured, match="refuses the key"):
        probed(kits(server.url, clock, key="rk_test_unknown"))


def test_without_an_answer_there_is_no_table(kit, sandbox):
    sandbox.faults.add(FaultRule("html_page"))
    with pytest.raises(Transient):
        probed(kit)


def test_payment_links_are_asked_about_only_where_they_are_made(kit):
    asked = {row.name: row.granted for row in StripeProbe(kit.connection, requests_as="payment_link").probe()}
    assert asked["payment_links_write"]
    asked = {row.name: row.granted for row in StripeProbe(kit.connection, requests_as="invoice").probe()}
    assert asked["invoice_write"]
    assert "payment_links_write" not in asked
    assert "payment_links_write" not in probed(kit)


def test_the_right_to_open_pages_is_looked_at_only_where_orders_are_placed(kit):
    rights = {row.name: row for row in StripeProbe(kit.connection, portal=True).probe()}
    assert "first write" in rights["checkout_session_write"].message
    assert "checkout_session_write" not in probed(kit)


def test_a_right_that_is_granted_for_nothing_is_named_as_too_strong(puppet, puppeteer):
    for right in RIGHTS:
        puppet.say_list(right.path)
    puppet.say_list("/v1/refunds")
    puppet.say_list("/v1/transfers")
    refused = {"message": "Having the 'rak_topup_read' permission would allow this request to continue."}
    puppet.say("/v1/topups", {"error": {**refused, "type": "invalid_request_error"}}, status=403)
    rows = [row for row in probed(puppeteer).values() if not row.needed]
    assert [(row.name, row.granted) for row in rows] == [("Transfers", True)]
    assert "take “Transfers” from this key" in rows[0].message
