"""Which receivables period refunds and payouts go to, as the shipped flows say."""

from importlib import resources

import pytest

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.events import BalanceTransaction
from agent.domain.facts import ErpFacts, ErpOrder, Facts, OpenInvoice, OwnDocument, PeriodState, StripeFacts
from agent.domain.kinds import Kind
from agent.domain.money import Money
from tests.unit.domain.cases import PAID_AT, mapping

DAY_S = 86_400
FLOWS = resources.files("resources") / "flows"
REFUND, PAYOUT = ((FLOWS / name).read_text("utf-8") for name in ("refund_to_credit.toml", "payout_to_bank.toml"))
ACCOUNTS = '{"refunds": "2100", "bank": "1000", "transfer": "1050", "fee": "6100"}'
LEDGER = {"receipts__ledger_code": '{"usd": "1010"}', "accounts__ledger": ACCOUNTS}

#: The movements are of 14 November 2023; their return of 14 December.
ENDS = tuple(f"2023-{month:02d}-28" for month in range(1, 13))


def open_in(month):
    return PeriodState(2023, month, ENDS, (), 2023, month)


def moved(name, minor, at=PAID_AT, category="refund"):
    return BalanceTransaction(name, at, minor, 0, minor, "usd", category, category, "re_1")


def refund(periods, *, returned=False):
    body = {
        "id": "re_1", "object": "refund", "amount": 400, "currency": "usd", "charge": "ch_1", "created": PAID_AT,
        "status": "failed" if returned else "succeeded", "balance_transaction": "txn_1", "metadata": {},
        "failure_balance_transaction": "txn_2" if returned else None,
    }  # fmt: skip
    movements = [moved("txn_1", -400)]
    if returned:
        movements.append(moved("txn_2", 400, PAID_AT + 30 * DAY_S, "refund_failure"))
    ours = (
        OwnDocument("sales_order", "sale", "ch_1", "posted", "000123", "C1"),
        OwnDocument("receipt", "payment", "ch_1", "posted", "2023/11/7", "C1", Money(1000, "usd")),
    )
    erp = ErpFacts(
        order=ErpOrder("000123", "1", "C1"),
        on_account=OpenInvoice("C1", "_CRD01", "C", Money(-1000, "usd")),
        periods=periods,
    )
    stripe = StripeFacts("re_1", "refund", {"refund": body, "charge": {"amount_captured": 1000}}, tuple(movements))
    return Facts("EDU1", stripe, erp, read_at=PAID_AT, ours=ours, sent=returned)


def bodies(given, *flows, **changes):
    made = decide(given, mapping(*flows, **changes))
    assert made.outcome is Outcome.DOCUMENTS, made.reason
    return {draft.key.purpose: draft.body for draft in made.drafts}


@pytest.mark.parametrize(("month", "letter"), [(11, "C"), (12, "P")])
def test_money_out_goes_to_the_month_of_its_day(month, letter):
    body = bodies(refund(open_in(month)), REFUND, periods__receivables="own")["money"]
    assert (body.posting_period, body.payment_date, body.notation) == (letter, "2023-11-14", "Stripe refund re_1")


def test_money_back_goes_to_the_month_of_its_own_day():
    found = bodies(refund(open_in(12), returned=True), REFUND, periods__receivables="own")
    assert [found[name].posting_period for name in ("money", "returned")] == ["P", "C"]
    assert found["returned"].notation == "Stripe refund re_1 failed"


def test_a_month_that_was_moved_is_said_with_its_day():
    body = bodies(refund(open_in(12)), REFUND, periods__receivables="current")["money"]
    assert (body.posting_period, body.notation) == ("C", "Stripe re_1 of 2023-11-14")


@pytest.mark.parametrize("money", ["cashbook", "journal"])
def test_other_ways_of_paying_keep_both_days_too(money):
    given = refund(open_in(12))
    found = bodies(given, REFUND, periods__receivables="current", refunds__money=money, **LEDGER)
    text = found["money"].narration if money == "cashbook" else found["money"].notation
    assert text.endswith(" of 2023-11-14")
    assert found["adjustment"].notation == "Stripe re_1 of 2023-11-14"


@pytest.mark.parametrize(
    ("given", "day"), [(refund(open_in(12)), "2023-11-14"), (refund(open_in(11), returned=True), "2023-12-14")]
)
def test_a_refund_of_another_month_is_held_where_the_policy_says_so(given, day):
    made = decide(given, mapping(REFUND, periods__receivables="hold"))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "period.closed")
    assert day in made.reason


def payout(periods):
    body = {
        "id": "po_1", "object": "payout", "amount": 900, "currency": "usd", "created": PAID_AT, "automatic": True,
        "arrival_date": PAID_AT, "status": "paid", "balance_transaction": "txn_9", "reconciliation_status": "completed",
        "failure_balance_transaction": None,
    }  # fmt: skip
    own = BalanceTransaction("txn_9", PAID_AT, -900, 0, -900, "usd", "payout", "payout", "po_1")
    part = BalanceTransaction(
        "txn_1", PAID_AT, 1000, 100, 900, "usd", "charge", "charge", "ch_1", (("stripe_fee", 100),)
    )
    stripe = StripeFacts("po_1", "payout", {"payout": body}, (own, part))
    return Facts("EDU1", stripe, ErpFacts(periods=periods), read_at=PAID_AT)


CASH = {"payouts__route": "cashbook", "payouts__bank": '{"usd": "HSBC"}', **LEDGER}


def test_both_sides_of_a_payout_through_the_cash_book_go_to_its_month():
    found = bodies(payout(open_in(12)), PAYOUT, periods__receivables="own", **CASH)
    assert {body.kind for body in found.values()} == {Kind.CASH_ENTRY}
    assert [body.posting_period for body in found.values()] == ["P", "P"]


def test_a_payout_through_the_cash_book_is_held_by_the_policy_for_receivables():
    made = decide(payout(open_in(12)), mapping(PAYOUT, periods__receivables="hold", **CASH))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "period.closed")
    assert bodies(payout(open_in(12)), PAYOUT, periods__journals="hold", periods__receivables="own", **CASH)


def test_a_payout_by_bank_charges_goes_to_its_receivables_month_and_the_journal_beside_it_to_its_ledger_period():
    site = {
        "payouts__route": "bank_charges",
        "payouts__bank": '{"usd": "HSBC"}',
        "receipts__deposit_slips": "yes",
        "receipts__ledger_code": LEDGER["receipts__ledger_code"],
        "accounts__ledger": '{"bank": "BANK", "bank_charge": "CHARGE", "fee": "FEE"}',
    }
    found = bodies(payout(open_in(12)), PAYOUT, periods__receivables="own", periods__journals="open", **site)
    assert (found["receipt"].posting_period, found["receipt"].notation) == ("P", "Stripe payout po_1")
    assert (found["fees"].period, found["fees"].notation) == ("12", "Stripe payout po_1, fees of 2023-11-14")
    made = decide(payout(open_in(12)), mapping(PAYOUT, periods__receivables="own", periods__journals="hold", **site))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "period.closed")


def test_a_payouts_journal_in_another_period_says_its_day():
    body = bodies(payout(open_in(12)), PAYOUT, **LEDGER)["payout"]
    assert (body.period, body.notation) == ("12", "Stripe payout po_1 of 2023-11-14")
