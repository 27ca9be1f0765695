"""Money that is no payment as Stripe has it now: refunds, disputes, payouts and bare movements, against the sandbox."""

import pytest

from agent.domain import codec
from agent.domain.errors import Misconfigured
from agent.domain.facts import StripeFacts
from connectors.sandbox.stripe import Entry, Payment, RefundOrder, Settled
from tests.contract.stripe.stage import NOW_AT

DAY_S = 86_400
AT_ONCE = Payment(settle_after_s=0)
PERSON = {"name": "Zoë 🚲 Ltd", "email": "zoe@example.com", "address": {"city": "Leeds"}}


@pytest.fixture
def charge(sandbox):
    fields = {"shipping": {"name": "Zoë", "address": {}}, "receipt_email": "zoe@example.com"}
    return sandbox.trading.charge(12_000, "usd", at=NOW_AT - 9 * DAY_S, fields=fields, payment=AT_ONCE)


def movements_of(facts):
    return [(entry.type, entry.reporting_category, entry.amount_minor) for entry in facts.balance_transactions]


def test_a_refund_is_read_with_its_charge_and_movement_in_one_read(kit, sandbox, charge):
    refund = sandbox.trading.refund(RefundOrder(charge["id"], 3_000, metadata={"reason": "dented"}))
    facts = kit.read(refund["id"], "refund")
    assert (facts.subject, facts.subject_type) == (refund["id"], "refund")
    assert set(facts.objects) == {"refund", "charge"}
    assert facts.objects["charge"]["id"] == facts.objects["refund"]["charge"] == charge["id"]
    assert facts.objects["refund"]["metadata"] == {"reason": "dented"}
    assert movements_of(facts) == [("refund", "refund", -3_000)]
    assert facts.balance_transactions[0].id == facts.objects["refund"]["balance_transaction"]
    assert kit.tally.reads == 1


def test_with_a_refund_its_payment_names_all_its_refunds_the_newest_first(kit, sandbox, charge):
    made = [sandbox.trading.refund(RefundOrder(charge["id"], minor))["id"] for minor in (3_000, 9_000)]
    kept = kit.read(made[0], "refund").objects["charge"]
    assert kept["refunds"] == [{"id": made[1], "status": "succeeded"}, {"id": made[0], "status": "succeeded"}]
    assert kept["refunded"] is True
    assert kit.tally.reads == 1


def test_a_movement_of_a_refund_is_the_one_of_the_journal(kit, sandbox, charge):
    refund = sandbox.trading.refund(RefundOrder(charge["id"], 3_000))
    journal = {entry.source_id: entry for entry in kit.movements()}
    assert kit.read(refund["id"], "refund").balance_transactions == (journal[refund["id"]],)


def test_with_a_refund_the_charge_stands_for_amounts_and_ids_alone(kit, sandbox, charge):
    refund = sandbox.trading.refund(RefundOrder(charge["id"]))
    kept = kit.read(refund["id"], "refund").objects
    assert kept["charge"]["amount_captured"] == 12_000
    assert isinstance(kept["charge"]["balance_transaction"], str)
    assert "zoe@example.com" not in str(kept)
    assert "Zoë" not in str(kept)
    assert kept["refund"]["destination_details"] == {"type": "card"}


def test_a_failed_refund_has_its_way_out_and_its_way_back(kit, sandbox, charge):
    refund = sandbox.trading.refund(RefundOrder(charge["id"], 4_000))
    sandbox.trading.fail_refund(refund["id"])
    facts = kit.read(refund["id"], "refund")
    assert movements_of(facts) == [("refund", "refund", -4_000), ("refund_failure", "refund_failure", 4_000)]
    assert facts.objects["refund"]["failure_balance_transaction"] == facts.balance_transactions[1].id
    assert facts.objects["refund"]["status"] == "failed"


def test_a_refund_that_waits_for_money_has_no_movement(kit, sandbox, charge):
    refund = sandbox.trading.refund(RefundOrder(charge["id"], 500, pending="insufficient_funds"))
    facts = kit.read(refund["id"], "refund")
    assert facts.objects["refund"]["status"] == "pending"
    assert facts.balance_transactions == ()
    sandbox.trading.finish_refund(refund["id"])
    assert movements_of(kit.read(refund["id"], "refund")) == [("refund", "refund", -500)]


def test_a_pending_refund_whose_money_left_has_its_movement(kit, sandbox, charge):
    refund = sandbox.trading.refund(RefundOrder(charge["id"], 500, pending="processing"))
    assert movements_of(kit.read(refund["id"], "refund")) == [("refund", "refund", -500)]


def test_a_refund_of_a_bank_payment_is_a_refund(kit, sandbox):
    paid = sandbox.trading.charge(5_000, "eur", payment=Payment("sepa_debit", bank_answers_after_s=5))
    refund = sandbox.trading.refund(RefundOrder(paid["id"]))
    assert refund["id"].startswith("pyr_")
    assert movements_of(kit.read(refund["id"], "refund")) == [("payment_refund", "refund", -5_000)]


def test_a_refund_at_another_rate_tells_the_rate_as_text(kit, sandbox):
    paid = sandbox.trading.charge(10_000, "gbp", payment=AT_ONCE)
    sandbox.account.ledger.set_rate("gbp", "1.300000")
    refund = sandbox.trading.refund(RefundOrder(paid["id"]))
    (movement,) = kit.read(refund["id"], "refund").balance_transactions
    assert (movement.amount_minor, movement.currency, movement.exchange_rate) == (-13_000, "usd", "1.3")


def test_an_inquiry_has_no_movement(kit, sandbox, charge):
    inquiry = sandbox.trading.dispute(charge["id"], inquiry=True)
    facts = kit.read(inquiry["id"], "dispute")
    assert (facts.subject, facts.subject_type) == (inquiry["id"], "dispute")
    assert facts.objects["dispute"]["status"] == "warning_needs_response"
    assert facts.balance_transactions == ()


def test_a_dispute_is_read_with_its_charge_and_movement_in_one_read(kit, sandbox, charge):
    dispute = sandbox.trading.dispute(charge["id"])
    facts = kit.read(dispute["id"], "dispute")
    assert set(facts.objects) == {"dispute", "charge"}
    assert facts.objects["dispute"]["charge"] == facts.objects["charge"]["id"] == charge["id"]
    assert movements_of(facts) == [("adjustment", "dispute", -12_000)]
    assert facts.balance_transactions[0].fees == (("stripe_fee", 1_500),)
    assert facts.objects["dispute"]["balance_transactions"] == [facts.balance_transactions[0].id]
    assert kit.tally.reads == 1


def test_evidence_is_not_kept_and_its_deadline_is(kit, sandbox, charge):
    dispute = sandbox.trading.dispute(charge["id"])
    sandbox.trading._parts.disputes.respond(dispute["id"], {"customer_name": "Zoë"}, at=NOW_AT)
    kept = kit.read(dispute["id"], "dispute").objects
    assert "evidence" not in kept["dispute"]
    assert kept["dispute"]["evidence_details"]["due_by"] > NOW_AT
    assert kept["dispute"]["payment_method_details"] == {"type": "card"}
    assert "Zoë" not in str(kept)


def test_a_dispute_that_was_won_has_money_and_fee_back(kit, sandbox, charge):
    dispute = sandbox.trading.dispute(charge["id"], amount=4_000)
    sandbox.trading.close_dispute(dispute["id"], won=True, fee_returned=True)
    facts = kit.read(dispute["id"], "dispute")
    assert facts.objects["dispute"]["status"] == "won"
    assert movements_of(facts) == [("adjustment", "dispute", -4_000), ("adjustment", "dispute_reversal", 4_000)]
    assert facts.balance_transactions[1].fees == (("stripe_fee", -1_500),)
    assert sum(movement.net_minor for movement in facts.balance_transactions) == 0


def test_a_dispute_that_was_lost_keeps_its_one_movement(kit, sandbox, charge):
    dispute = sandbox.trading.dispute(charge["id"])
    sandbox.trading.close_dispute(dispute["id"], won=False)
    facts = kit.read(dispute["id"], "dispute")
    assert facts.objects["dispute"]["status"] == "lost"
    assert len(facts.balance_transactions) == 1


@pytest.fixture
def payout(sandbox, charge):
    """An automatic payout of one charge and one refund, on its way."""
    sandbox.trading.refund(RefundOrder(charge["id"], 3_000), at=NOW_AT - 8 * DAY_S)
    (made,) = sandbox.account.run_payouts(at=NOW_AT - 3 * DAY_S)
    return made


def test_a_reconciled_payout_is_read_with_all_that_it_took_along(kit, sandbox, payout):
    sandbox.account.complete_reconciliation(payout["id"])
    facts = kit.read(payout["id"], "payout")
    assert (facts.subject, facts.subject_type, set(facts.objects)) == (payout["id"], "payout", {"payout"})
    assert movements_of(facts) == [
        ("charge", "charge", 12_000),
        ("refund", "refund", -3_000),
        ("payout", "payout", -payout["amount"]),
    ]
    assert {entry.payout_id for entry in facts.balance_transactions} == {payout["id"]}
    assert sum(entry.net_minor for entry in facts.balance_transactions) == 0
    assert facts.balance_transactions[-1].id == facts.objects["payout"]["balance_transaction"]
    assert kit.tally.reads == 2


def test_a_payout_that_is_not_reconciled_has_its_own_movement_alone(kit, payout):
    facts = kit.read(payout["id"], "payout")
    assert facts.objects["payout"]["reconciliation_status"] == "in_progress"
    assert movements_of(facts) == [("payout", "payout", -payout["amount"])]
    assert facts.balance_transactions[0].payout_id == ""
    assert kit.tally.reads == 1


def test_a_payout_of_250_parts_is_read_to_the_last_page(kit, sandbox):
    made = [sandbox.trading.charge(1_000 + n, "usd", at=NOW_AT - 9 * DAY_S, payment=AT_ONCE) for n in range(250)]
    (payout,) = sandbox.account.run_payouts(at=NOW_AT - 3 * DAY_S)
    sandbox.account.complete_reconciliation(payout["id"])
    facts = kit.read(payout["id"], "payout")
    parts = [entry for entry in facts.balance_transactions if entry.type == "charge"]
    assert {entry.source_id for entry in parts} == {charge["id"] for charge in made}
    assert len(facts.balance_transactions) == 251
    assert sum(entry.net_minor for entry in parts) == payout["amount"]
    assert all(sum(minor for _, minor in entry.fees) == entry.fee_minor > 0 for entry in parts)
    assert kit.tally.reads == 1 + 3
    assert codec.loads(StripeFacts, codec.dumps(facts)) == facts


def test_a_failed_payout_has_its_way_back_beside_what_it_took_along(kit, sandbox, payout):
    sandbox.account.complete_reconciliation(payout["id"])
    sandbox.account.pay(payout["id"])
    sandbox.account.fail_payout(payout["id"])
    facts = kit.read(payout["id"], "payout")
    back = facts.balance_transactions[-1]
    assert (back.type, back.amount_minor, back.payout_id) == ("payout_failure", payout["amount"], "")
    assert facts.objects["payout"]["failure_balance_transaction"] == back.id
    assert facts.objects["payout"]["failure_code"] == "could_not_process"
    assert len([entry for entry in facts.balance_transactions if entry.payout_id == payout["id"]]) == 3


def test_a_payout_that_failed_before_it_was_reconciled_has_its_two_movements(kit, sandbox, payout):
    sandbox.account.fail_payout(payout["id"])
    assert movements_of(kit.read(payout["id"], "payout")) == [
        ("payout", "payout", -payout["amount"]),
        ("payout_failure", "payout_reversal", payout["amount"]),
    ]


def test_a_payout_by_hand_is_not_explained(kit, sandbox, charge):
    payout = sandbox.account.create_payout({"amount": 1_000, "currency": "usd"})
    facts = kit.read(payout["id"], "payout")
    assert facts.objects["payout"]["reconciliation_status"] == "not_applicable"
    assert movements_of(facts) == [("payout", "payout", -1_000)]
    sandbox.account.cancel_payout(payout["id"])
    assert movements_of(kit.read(payout["id"], "payout"))[1] == ("payout_cancel", "payout_reversal", 1_000)


def test_a_payout_that_debits_the_bank_is_explained_too(kit, sandbox, charge):
    sandbox.account.run_payouts(at=NOW_AT - 3 * DAY_S)
    sandbox.trading.refund(RefundOrder(charge["id"]), at=NOW_AT - 2 * DAY_S)
    (payout,) = sandbox.account.run_payouts()
    sandbox.account.complete_reconciliation(payout["id"])
    assert movements_of(kit.read(payout["id"], "payout")) == [
        ("refund", "refund", -12_000),
        ("payout", "payout", 12_000),
    ]
    assert kit.tally.reads == 2


def test_a_payout_and_the_one_that_reverses_it_name_each_other(kit, sandbox, payout):
    sandbox.account.pay(payout["id"])
    back = sandbox.account.reverse_payout(payout["id"])
    assert kit.read(payout["id"], "payout").objects["payout"]["reversed_by"] == back["id"]
    facts = kit.read(back["id"], "payout")
    assert facts.objects["payout"]["original_payout"] == payout["id"]
    assert movements_of(facts) == [("payout", "payout", payout["amount"])]


def test_the_banks_reference_and_account_of_a_payout_are_kept(kit, sandbox, payout):
    sandbox.account.pay(payout["id"])
    kept = kit.read(payout["id"], "payout").objects["payout"]
    assert kept["trace_id"]["value"]
    assert kept["destination"] == payout["destination"]


def test_a_movement_without_an_object_is_read_as_it_is(kit, sandbox):
    entry = Entry("adjustment", Settled(-7, "usd"), category="other_adjustment", description="Correction")
    made = sandbox.account.record_balance_transaction(entry)
    facts = kit.read(made["id"], "balance_transaction")
    assert (facts.subject, facts.subject_type) == (made["id"], "balance_transaction")
    assert facts.objects["balance_transaction"]["description"] == "Correction"
    (movement,) = facts.balance_transactions
    assert (movement.description, movement.balance_type, movement.source_id) == ("Correction", "payments", "")
    assert movement.available_at == made["available_on"]
    assert facts.balance_transactions == tuple(kit.movements())
    assert kit.tally.reads == 2


def test_a_reserve_names_the_balance_it_moves(kit, sandbox):
    for made, balance in zip(sandbox.account.hold_reserve(4_000, "usd"), ("payments", "risk_reserved"), strict=True):
        (movement,) = kit.read(made["id"], "balance_transaction").balance_transactions
        assert movement.balance_type == balance


@pytest.mark.parametrize(
    ("missing", "object_type"), [("dispute_read", "dispute"), ("payout_read", "payout"), ("charge_read", "refund")]
)
def test_a_missing_right_stops_the_reading_and_names_itself(kits, sandbox, server, clock, missing, object_type):
    sandbox.keys.add("rk_test_weak", ["event_read"])
    with pytest.raises(Misconfigured) as refused:
        kits(server.url, clock, key="rk_test_weak").read("xx_1", object_type)
    assert refused.value.problem.code == f"stripe.permission.{missing}"
