"""Metadata of payments and refunds, written over real sockets."""

import pytest

from agent.domain.errors import Misconfigured, NeedsPerson, Transient
from connectors.sandbox.faults import FaultRule
from connectors.sandbox.stripe import RefundOrder
from connectors.stripe.probe import StripeProbe
from connectors.stripe.writer import StripeWriter

NUMBERS = {"syspro_order": "000123", "syspro_receipt": "2026/11/7"}


@pytest.fixture
def strong(kits, server, clock):
    """A connection with a key that may write."""
    return kits(server.url, clock, key="sk_test_sandbox")


@pytest.fixture
def charge(sandbox):
    return sandbox.trading.charge(1000, "usd", fields={"metadata": {"cart": "77"}})["id"]


def metadata(sandbox, object_id):
    return sandbox.engine.get(object_id)["metadata"]


def events(sandbox, event_type):
    return [row for row in sandbox.engine.store.rows("SELECT type FROM events") if row[0] == event_type]


def test_numbers_are_added_to_what_is_there(strong, sandbox, charge):
    StripeWriter(strong.connection).write("charge", charge, NUMBERS, "syspro-1")
    assert metadata(sandbox, charge) == {"cart": "77", **NUMBERS}


def test_refunds_take_numbers_as_well(strong, sandbox, charge):
    refund = sandbox.trading.refund(RefundOrder(charge, 400))["id"]
    StripeWriter(strong.connection).write("refund", refund, {"syspro_credit_note": "7"}, "syspro-2")
    assert metadata(sandbox, refund) == {"syspro_credit_note": "7"}


def test_a_write_is_no_read_and_costs_no_allowance(strong, charge):
    StripeWriter(strong.connection).write("charge", charge, NUMBERS, "syspro-1")
    assert strong.tally.reads == 0


@pytest.mark.parametrize("fault", ["reset_after_commit", "reset_before", "html_page"])
def test_a_lost_answer_is_settled_by_the_same_key(strong, sandbox, charge, fault):
    before = len(events(sandbox, "charge.updated"))
    sandbox.faults.add(FaultRule(fault, {"path": f"/v1/charges/{charge}"}, remaining=1))
    writer = StripeWriter(strong.connection)
    writer.write("charge", charge, NUMBERS, "syspro-1")
    assert metadata(sandbox, charge) == {"cart": "77", **NUMBERS}
    assert len(events(sandbox, "charge.updated")) == before + 1


def test_a_server_error_is_repeated_for_its_key_and_another_key_ends_it(strong, sandbox, charge):
    sandbox.faults.add(FaultRule("error_500_after_commit", {"path": f"/v1/charges/{charge}"}, remaining=1))
    writer = StripeWriter(strong.connection)
    with pytest.raises(Transient):
        writer.write("charge", charge, NUMBERS, "syspro-1")
    writer.write("charge", charge, NUMBERS, "syspro-2")
    assert metadata(sandbox, charge) == {"cart": "77", **NUMBERS}


def test_a_key_without_the_right_is_told_which_one(kit, sandbox, charge):
    with pytest.raises(Misconfigured) as refused:
        StripeWriter(kit.connection).write("charge", charge, NUMBERS, "syspro-1")
    assert refused.value.problem.code == "stripe.permission.charge_write"
    assert "Charges and Refunds: Write" in refused.value.problem.press
    assert metadata(sandbox, charge) == {"cart": "77"}


@pytest.mark.parametrize("name", ["ch_none", "ch 1"])
def test_what_stripe_does_not_have_is_refused(strong, name):
    with pytest.raises(NeedsPerson):
        StripeWriter(strong.connection).write("charge", name, NUMBERS, "syspro-1")


def test_the_probe_names_the_right_only_where_it_is_needed(kit):
    rights = {row.name: row for row in StripeProbe(kit.connection, write_back=True).probe()}
    assert "writing shows with the first write" in rights["charge_write"].message
    assert "charge_write" not in {row.name for row in StripeProbe(kit.connection).probe()}
