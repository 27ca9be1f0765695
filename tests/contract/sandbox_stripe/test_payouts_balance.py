"""Payouts, and the law that the balance is the sum of all balance transactions."""

import random
from contextlib import suppress

import pytest
import stripe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.stripe import Entry, Payment, RefundOrder, Settled, open_stripe
from connectors.sandbox.stripe.errors import StripeRefusal

DAY_S = 86_400


@pytest.fixture
def money(sandbox, clock):
    """Three charges and a refund that are available now."""
    trading, then = sandbox.trading, clock.now() - 5 * DAY_S
    charges = [trading.charge(amount, "usd", at=then) for amount in (12_000, 5_000)]
    trading.charge(9_000, "eur", at=then)
    trading.refund(RefundOrder(charges[0]["id"], 3_000), at=then + DAY_S)
    return charges


def sums(client):
    """Return the sum of net over every balance transaction, by currency."""
    totals = {}
    for movement in client.v1.balance_transactions.list({"limit": 100}).auto_paging_iter():
        totals[movement.currency] = totals.get(movement.currency, 0) + movement.net
    return totals


def balance(client):
    """Return all parts of the balance together, by currency."""
    found = client.v1.balance.retrieve()
    totals = {}
    parts = [*found.available, *found.pending, *found.connect_reserved, *found.refund_and_dispute_prefunding.available]
    for part in parts:
        totals[part.currency] = totals.get(part.currency, 0) + part.amount
    return {currency: amount for currency, amount in totals.items() if amount}


def test_the_worked_example_pays_out_134_47(sandbox, client, money):
    (payout,) = sandbox.account.run_payouts(currencies=["usd"])
    assert payout["amount"] == 13_447


def test_the_list_of_a_payout_holds_its_own_movement_and_sums_to_zero(sandbox, client, money):
    (payout,) = sandbox.account.run_payouts(currencies=["usd"])
    parts = client.v1.balance_transactions.list({"payout": payout["id"], "limit": 100}).data
    own = [part for part in parts if part.type == "payout"]
    assert [part.net for part in own] == [-payout["amount"]]
    assert own[0].source == payout["id"]
    assert sum(part.net for part in parts) == 0


def test_a_payout_is_one_currency_and_takes_only_what_is_available(sandbox, client, money):
    sandbox.trading.charge(7_777, "eur")  # not available yet
    made = {payout["currency"]: payout["amount"] for payout in sandbox.account.run_payouts()}
    assert made == {"usd": 13_447, "eur": 9_000 - 286}
    assert sandbox.account.run_payouts() == []


def test_a_payout_goes_from_transit_to_reconciled_to_paid(sandbox, client, money, types_of):
    (payout,) = sandbox.account.run_payouts(currencies=["usd"])
    found = client.v1.payouts.retrieve(payout["id"])
    assert (found.status, found.automatic, found.reconciliation_status) == ("in_transit", True, "in_progress")
    sandbox.account.complete_reconciliation(payout["id"])
    sandbox.account.pay(payout["id"])
    found = client.v1.payouts.retrieve(payout["id"], {"expand": ["balance_transaction"]})
    assert (found.status, found.reconciliation_status) == ("paid", "completed")
    assert found.trace_id.value
    assert found.balance_transaction.net == -found.amount
    assert types_of("payout") == ["payout.created", "payout.reconciliation_completed", "payout.paid"]


def test_a_paid_payout_can_fail_and_its_money_leaves_with_the_next(sandbox, client, money):
    (payout,) = sandbox.account.run_payouts(currencies=["usd"])
    sandbox.account.pay(payout["id"])
    sandbox.account.fail_payout(payout["id"])
    found = client.v1.payouts.retrieve(payout["id"], {"expand": ["failure_balance_transaction"]})
    assert (found.status, found.failure_code) == ("failed", "could_not_process")
    assert (found.failure_balance_transaction.type, found.failure_balance_transaction.net) == ("payout_failure", 13_447)
    (again,) = sandbox.account.run_payouts(currencies=["usd"])
    assert again["amount"] == 13_447


def test_more_refunds_than_sales_make_a_negative_payout(sandbox, client, clock):
    charge = sandbox.trading.charge(5_000, "usd", at=clock.now() - 9 * DAY_S)
    sandbox.account.run_payouts(at=clock.now() - DAY_S)
    sandbox.trading.refund(RefundOrder(charge["id"]))
    (payout,) = sandbox.account.run_payouts()
    assert payout["amount"] == -5_000


def test_a_manual_payout_cannot_be_explained_by_a_list(sandbox, client, money):
    payout = client.v1.payouts.create({"amount": 1_000, "currency": "usd", "metadata": {"a": "b"}})
    assert (payout.automatic, payout.reconciliation_status, payout.status) == (False, "not_applicable", "pending")
    with pytest.raises(stripe.InvalidRequestError, match="only be filtered on automatic"):
        client.v1.balance_transactions.list({"payout": payout.id})
    assert client.v1.payouts.cancel(payout.id).status == "canceled"
    assert sums(client) == balance(client)


def test_no_more_than_is_available_can_be_paid_out_by_hand(client, money):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.payouts.create({"amount": 1_000_000, "currency": "usd"})
    assert refused.value.code == "balance_insufficient"


def test_an_instant_payout_takes_its_fee_with_it_and_no_more_than_is_available(sandbox, client, money):
    amount = sandbox.account.largest_instant(13_447)
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.payouts.create({"amount": amount + 1, "currency": "usd", "method": "instant"})
    payout = client.v1.payouts.create({"amount": amount, "currency": "usd", "method": "instant"})
    own = client.v1.balance_transactions.retrieve(payout.balance_transaction)
    assert (own.amount, own.fee, own.net) == (-amount, 199, -13_447)
    assert payout.arrival_date - payout.created == 1800


def test_a_paid_payout_can_be_fetched_back_once(sandbox, client, money, types_of):
    (payout,) = sandbox.account.run_payouts(currencies=["usd"])
    with pytest.raises(StripeRefusal, match="cannot be reversed"):
        sandbox.account.reverse_payout(payout["id"])
    sandbox.account.pay(payout["id"])
    back = sandbox.account.reverse_payout(payout["id"])
    found = client.v1.payouts.retrieve(payout["id"], {"expand": ["reversed_by.original_payout"]})
    assert found.reversed_by.id == back["id"]
    assert (found.reversed_by.amount, found.reversed_by.original_payout.id) == (-payout["amount"], payout["id"])
    assert types_of("payout")[-2:] == ["payout.created", "payout.updated"]
    assert sums(client) == balance(client)
    with pytest.raises(StripeRefusal, match="cannot be reversed"):
        sandbox.account.reverse_payout(payout["id"])


def test_payouts_are_found_by_arrival_and_status(sandbox, client, money):
    (payout,) = sandbox.account.run_payouts(currencies=["usd"])
    arrival = payout["arrival_date"]
    assert len(client.v1.payouts.list({"arrival_date": {"gte": arrival}, "status": "in_transit"}).data) == 1
    assert client.v1.payouts.list({"arrival_date": {"lt": arrival}}).data == []


def test_movements_are_found_by_source_type_currency_and_time(sandbox, client, money, clock):
    assert len(client.v1.balance_transactions.list({"source": money[0]["id"]}).data) == 1
    assert len(client.v1.balance_transactions.list({"type": "refund"}).data) == 1
    assert len(client.v1.balance_transactions.list({"currency": "eur"}).data) == 1
    assert len(client.v1.balance_transactions.list({"created": {"gte": clock.now() - 4 * DAY_S}}).data) == 1


def test_fees_reserves_topups_and_anything_else_are_movements(sandbox, client):
    sandbox.account.top_up(10_000, "usd")
    sandbox.account.stripe_fee(250, "usd", "Radar")
    sandbox.account.hold_reserve(4_000, "usd")
    sandbox.account.record_balance_transaction(Entry("adjustment", Settled(-7, "usd"), description="Correction"))
    found = client.v1.balance.retrieve()
    assert found.available[0].amount == 10_000 - 250 - 4_000 - 7
    assert found.connect_reserved[0].amount == 4_000
    kinds = {movement.type: movement.reporting_category for movement in client.v1.balance_transactions.list({}).data}
    assert kinds["stripe_fee"] == "fee"
    assert kinds["reserve_hold"] == "risk_reserved_funds"
    assert sums(client) == balance(client)
    sandbox.account.release_reserve(4_000, "usd")
    assert client.v1.balance.retrieve().connect_reserved[0].amount == 0


def test_the_account_has_a_bank_for_each_balance(client):
    account = client.v1.accounts.retrieve_current()
    assert account.default_currency == "usd"
    assert {bank.currency for bank in account.external_accounts.data} == {"usd", "eur", "jpy"}


class Trade:
    """One random step after another, as a bookkeeper's worst month."""

    def __init__(self, sandbox, seed):
        self.sandbox, self.chance, self.charges = sandbox, random.Random(seed), []
        self.refunds, self.disputes, self.payouts = [], [], []

    def step(self):
        sandbox, chance = self.sandbox, self.chance
        sandbox.clock.advance(chance.randrange(1, DAY_S))
        steps = (
            self.charge,
            self.charge,
            self.hold,
            self.refund,
            self.dispute,
            self.decide,
            self.payout,
            self.fail,
            self.other,
        )
        with suppress(StripeRefusal):  # Stripe refuses nonsense; nothing may have moved then
            chance.choice(steps)()

    def charge(self):
        currency = self.chance.choice(["usd", "eur", "jpy", "gbp", "krw", "kwd"])
        method = self.chance.choice(["card", "card", "sepa_debit"])
        payment = Payment(method, settle_after_s=self.chance.choice([None, 0, 60]), bank_answers_after_s=3600)
        self.charges.append(
            self.sandbox.trading.charge(self.chance.randrange(60, 900_000), currency, payment=payment)["id"]
        )

    def hold(self):
        held = self.sandbox.trading.authorise(self.chance.randrange(100, 50_000), "usd")
        self.sandbox.trading.capture(held["id"], amount=self.chance.randrange(1, held["amount"] + 1))

    def refund(self):
        amount = self.chance.choice([None, self.chance.randrange(1, 100_000)])
        pending = self.chance.choice([None, "processing", "insufficient_funds"])
        self.refunds.append(
            self.sandbox.trading.refund(RefundOrder(self.any(self.charges), amount, pending=pending))["id"]
        )

    def dispute(self):
        inquiry = self.chance.random() < 0.3
        self.disputes.append(self.sandbox.trading.dispute(self.any(self.charges), inquiry=inquiry)["id"])

    def decide(self):
        step = self.chance.choice([self.sandbox.trading.finish_refund, self.sandbox.trading.fail_refund])
        step(self.any(self.refunds))
        self.sandbox.trading.close_dispute(self.any(self.disputes), won=self.chance.random() < 0.5)

    def payout(self):
        self.payouts += [payout["id"] for payout in self.sandbox.account.run_payouts()]

    def fail(self):
        self.sandbox.account.fail_payout(self.any(self.payouts))
        self.sandbox.trading.bank_return(self.any(self.charges))

    def other(self):
        self.sandbox.account.stripe_fee(self.chance.randrange(1, 500), "eur", "Billing")
        self.sandbox.account.hold_reserve(self.chance.randrange(1, 5_000), "usd")

    def any(self, ids):
        if not ids:
            raise StripeRefusal(404, "nothing yet")
        return self.chance.choice(ids)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_the_balance_is_always_the_sum_of_all_movements(tmp_path_factory, seed):
    opened = open_stripe(tmp_path_factory.mktemp("law"), seed=seed, clock=SandboxClock(1_795_000_000))
    trade = Trade(opened, seed)
    store = opened.engine.store
    for _ in range(40):
        trade.step()
        nets = {}
        for movement in store.all_of("balance_transaction"):
            assert movement["net"] == movement["amount"] - movement["fee"]
            assert movement["fee"] == sum(detail["amount"] for detail in movement["fee_details"])
            nets[movement["currency"]] = nets.get(movement["currency"], 0) + movement["net"]
        totals = {currency: sum(parts.values()) for currency, parts in opened.totals().items()}
        assert {c: n for c, n in totals.items() if n} == {c: n for c, n in nets.items() if n}
    for payout in trade.payouts:
        parts = store.rows("SELECT net FROM money WHERE payout = ?", (payout,))
        assert sum(net for (net,) in parts) == 0
    opened.close()


def test_the_law_holds_over_http_after_a_month_of_trade(sandbox, client):
    trade = Trade(sandbox, 99)
    for _ in range(60):
        trade.step()
    assert {currency: net for currency, net in sums(client).items() if net} == balance(client)
