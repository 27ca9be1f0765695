"""Decide payouts and days whose journals sum up what was left to them."""

from dataclasses import replace

import pytest

from agent.domain.cases.day_case import day_and_currency, day_id
from agent.domain.conversion import at_rate
from agent.domain.decisions import Outcome
from agent.domain.documents import Leg, Part
from agent.domain.facts import ErpFacts, Facts, StripeFacts, Summing
from tests.unit.domain.cases import PAID_AT
from tests.unit.domain.mode_cases import CODES, DAY, TAKEN, made_of, moved, purposes, usd

SOLD, GIVEN_BACK = moved(5, 2000, fee=60, payout="po_1"), moved(6, -500, "refund", payout="po_1")
OUT = moved(9, 0, "payout", source="po_1", kind="payout")


def payout(*parts, amount, summing, **changes):
    own = replace(OUT, amount_minor=-amount, net_minor=-amount)
    given = {
        "id": "po_1", "object": "payout", "amount": amount, "currency": "usd", "created": PAID_AT, "automatic": True,
        "status": "paid", "arrival_date": PAID_AT, "reconciliation_status": "completed", "balance_transaction": own.id,
    }  # fmt: skip
    stripe = StripeFacts("po_1", "payout", {"payout": given}, (own, *parts))
    return replace(Facts("EDU1", stripe, ErpFacts(), 1, summing=summing), **changes)


def lines_of(draft):
    return sorted((line.ledger_code, line.value.minor, line.comment) for line in draft.body.lines)


def test_a_payout_has_a_line_for_each_account_and_category_that_was_left_to_it():
    read = payout(SOLD, GIVEN_BACK, amount=1440, summing=Summing((SOLD, GIVEN_BACK)))
    [draft] = made_of(read, posting__mode="summary").drafts
    assert lines_of(draft) == [
        ("1000", 1440, "payout"),
        ("1310", -1500, "payout and fees"),
        ("1310", -500, "refunds (1)"),
        ("1310", 2000, "sales (1)"),
        ("4000", -2000, "sales (1)"),
        ("4900", 500, "refunds (1)"),
        ("6000", 60, "stripe fee"),
    ]
    assert set(draft.legs) == {
        Leg("txn_9", Part.AMOUNT), Leg("txn_5", Part.FEES), Leg("ch_5", Part.AMOUNT, line="sales"),
        Leg("txn_6", Part.AMOUNT, line="sales_returns"),
    }  # fmt: skip


@pytest.mark.parametrize(("rated", "fx"), [(-490, 10), (-510, -10)])
def test_a_refund_at_another_rate_than_its_payment_has_a_line_of_exchange_difference(rated, fx):
    read = payout(SOLD, GIVEN_BACK, amount=1440, summing=Summing((SOLD, GIVEN_BACK), rates={"txn_6": rated}))
    codes = CODES["accounts.ledger"].replace("{", '{"fx": "7100", ')
    [draft] = made_of(read, posting__mode="summary", accounts__ledger=codes).drafts
    lines = lines_of(draft)
    assert ("4900", -rated, "refunds (1)") in lines
    assert ("7100", fx, "refunds at another rate") in lines
    assert ("1310", -500, "refunds (1)") in lines


def test_what_a_part_capture_gives_back_is_a_leg_of_its_own():
    back = moved(7, -300, "partial_capture_reversal", source="ch_5", payout="po_1")
    read = payout(SOLD, back, amount=1640, summing=Summing((SOLD, back)))
    [draft] = made_of(read, posting__mode="summary").drafts
    assert ("4000", -1700, "sales (2)") in lines_of(draft)
    assert {Leg("ch_5", Part.AMOUNT, line="sales"), Leg("txn_7", Part.AMOUNT, line="sales")} <= set(draft.legs)


def test_what_another_payout_cost_is_booked_with_that_one():
    instant = moved(8, -1000, "payout", fee=15, source="po_0", payout="po_1", kind="payout")
    [draft] = made_of(payout(SOLD, instant, amount=925, summing=Summing())).drafts
    assert lines_of(draft) == [("1000", 925, "payout"), ("1310", -985, "payout and fees"), ("6000", 60, "stripe fee")]
    assert Leg("txn_8", Part.FEES) not in draft.legs


def test_a_payout_takes_only_what_was_left_to_it():
    read = payout(SOLD, GIVEN_BACK, amount=1440, summing=Summing((GIVEN_BACK,)))
    [draft] = made_of(read, posting__mode="summary").drafts
    assert [line for line in lines_of(draft) if line[0] == "4000"] == []
    assert Leg("ch_5", Part.AMOUNT, line="sales") not in draft.legs


def test_a_dispute_that_was_left_to_a_payout_brings_its_fee_along():
    read = payout(replace(TAKEN, payout_id="po_1"), SOLD, amount=-560, summing=Summing((SOLD, TAKEN)))
    [draft] = made_of(read, posting__mode="summary").drafts
    assert [line for line in lines_of(draft) if line[0] in {"1400", "6100"}] == [
        ("1400", 1000, "disputes (1)"),
        ("6100", 1500, "fees of disputes"),
    ]
    assert {Leg("txn_2", Part.AMOUNT, line="dispute"), Leg("txn_2", Part.FEES, line="fee")} <= set(draft.legs)


def test_tax_on_the_fees_of_disputes_stands_apart_in_a_summary():
    taxed = replace(TAKEN, payout_id="po_1", fees=(("stripe_fee", 1250), ("tax", 250)))
    codes = (
        '{"bank": "1000", "fee.dispute": "6100", "fee.tax": "1350", "fee": "6000", "dispute": "1400", "sales": "4000"}'
    )
    read = payout(taxed, SOLD, amount=-560, summing=Summing((SOLD, taxed)))
    [draft] = made_of(read, posting__mode="summary", accounts__ledger=codes).drafts
    assert [line for line in lines_of(draft) if line[0] in {"1350", "6100"}] == [
        ("1350", 250, "tax on fees of disputes"),
        ("6100", 1250, "fees of disputes"),
    ]


def test_a_payout_leaves_fees_to_the_journals_of_days():
    read = payout(SOLD, amount=1940, summing=Summing(fees_elsewhere=("txn_5",)))
    [draft] = made_of(read, posting__mode="summary", posting__summary="day").drafts
    assert lines_of(draft) == [("1000", 1940, "payout"), ("1310", -1940, "payout and fees")]


def test_a_payout_waits_for_the_decisions_about_its_movements():
    read = payout(SOLD, amount=1940, summing=Summing(undecided=2))
    decision = made_of(read, posting__mode="summary")
    assert (decision.outcome, decision.reason_code, decision.again) == (Outcome.WAITING, "payout.undecided", True)


def test_sales_without_a_ledger_code_hold_the_payout_and_name_the_account():
    read = payout(SOLD, amount=1940, summing=Summing((SOLD,)))
    decision = made_of(read, accounts__ledger='{"bank": "1000", "fee": "6000", "transfer": "1300"}')
    assert (decision.outcome, decision.reason_code) == (Outcome.HELD, "account.unmapped")
    assert "No ledger code is set for sales." in decision.reason


def test_by_the_cash_book_what_was_left_has_a_journal_of_its_own():
    read = payout(SOLD, amount=1940, summing=Summing((SOLD,)))
    decision = made_of(read, payouts__route="cashbook")
    assert purposes(decision) == ["withdrawal", "deposit-bank", "summary"]
    assert decision.drafts[-1].body.reference == "po_1.S"
    assert lines_of(decision.drafts[-1]) == [("1310", 2000, "sales (1)"), ("4000", -2000, "sales (1)")]


@pytest.mark.parametrize(
    ("route", "first", "others"), [("cashbook", "withdrawal", ["deposit-bank"]), ("bank_charges", "receipt", [])]
)
def test_amounts_that_cancel_out_are_settled_by_the_payout_itself_where_it_is_no_journal(route, first, others):
    back, sold = moved(7, 500, "refund_failure", source="re_6", payout="po_1"), moved(4, 2000, fee=60, payout="po_1")
    read = payout(GIVEN_BACK, back, sold, amount=1940, summing=Summing((GIVEN_BACK, back)))
    codes = CODES["accounts.ledger"].replace("{", '{"bank_charge": "6000", ')
    way = {"payouts__route": route, "receipts__deposit_slips": "yes", "accounts__ledger": codes}
    decision = made_of(read, posting__mode="summary", **way)
    assert purposes(decision) == [first, *others]
    summed = {Leg("txn_6", Part.AMOUNT, line="sales_returns"), Leg("txn_7", Part.AMOUNT, line="sales_returns")}
    assert summed <= set(decision.drafts[0].legs)


def test_a_payout_that_its_fees_cancel_out_is_a_journal_also_by_the_cash_book():
    fee = moved(7, -60, "fee", payout="po_1", source="txn_7", kind="stripe_fee")
    read = payout(fee, amount=-60, summing=Summing())
    decision = made_of(read, payouts__route="cashbook")
    assert purposes(decision) == ["payout"]
    assert lines_of(decision.drafts[0]) == [("1000", -60, "payout"), ("6000", 60, "stripe fee")]


def day(subject=f"day_{DAY}_usd", **summing):
    return Facts("EDU1", StripeFacts(subject, "day", {}), ErpFacts(), 1, summing=Summing(**summing))


def test_a_day_is_one_journal_of_all_that_was_left_to_it():
    [draft] = made_of(day(parts=(SOLD, GIVEN_BACK, TAKEN))).drafts
    assert lines_of(draft) == [
        ("1310", -1560, "fees"),
        ("1310", -1000, "disputes (1)"),
        ("1310", -500, "refunds (1)"),
        ("1310", 2000, "sales (1)"),
        ("1400", 1000, "disputes (1)"),
        ("4000", -2000, "sales (1)"),
        ("4900", 500, "refunds (1)"),
        ("6000", 60, "stripe fee"),
        ("6100", 1500, "fees of disputes"),
    ]
    assert (draft.body.date, draft.body.currency, draft.amount) == (DAY, "USD", usd(-1060))
    assert draft.body.reference.startswith("day_20231114_usd~")
    assert len(draft.body.reference) <= 30
    assert {leg.line for leg in draft.legs} == {"sales", "sales_returns", "dispute", "fee"}


def test_a_day_whose_movements_cancel_out_says_what_came_and_what_went():
    back = moved(7, 500, "refund_failure", source=GIVEN_BACK.source_id)
    [draft] = made_of(day(parts=(GIVEN_BACK, back))).drafts
    assert lines_of(draft) == [
        ("1310", -500, "refunds (1)"),
        ("1310", 500, "refunds (1)"),
        ("4900", -500, "refunds (1)"),
        ("4900", 500, "refunds (1)"),
    ]
    assert {leg.key for leg in draft.legs} == {"txn_6", "txn_7"}


@pytest.mark.parametrize(("part", "whole", "rated"), [(80, 80, 1000), (30, 80, 375), (1, 3, 333), (1, 16, 63)])
def test_a_part_is_worth_its_share_of_what_was_settled(part, whole, rated):
    assert at_rate(1000, part, whole) == rated


def test_a_day_and_its_id_are_the_same():
    assert day_and_currency(day_id(DAY, "usd")) == (DAY, "usd")


def test_another_stripe_account_has_another_reference_for_the_same_day():
    ours, theirs = (made_of(day(parts=(part,))).drafts[0].body.reference for part in (SOLD, GIVEN_BACK))
    assert ours != theirs


def test_a_fee_that_a_payout_has_booked_stays_out_of_the_day():
    [draft] = made_of(day(parts=(SOLD,), fees_elsewhere=("txn_5",))).drafts
    assert lines_of(draft) == [("1310", 2000, "sales (1)"), ("4000", -2000, "sales (1)")]


def test_a_fee_whose_parts_do_not_add_up_counts_as_a_whole():
    [draft] = made_of(day(parts=(replace(SOLD, fees=(("tax", 1),)),))).drafts
    assert ("6000", 60, "stripe fee") in lines_of(draft)


@pytest.mark.parametrize(
    ("read", "outcome", "code"),
    [
        (day(undecided=1), Outcome.WAITING, "day.undecided"),
        (day(), Outcome.IGNORED, "day.nothing"),
        (day("day_2023-11-14_gbp", parts=(SOLD,)), Outcome.HELD, "account.unmapped"),
        (day("day_yesterday"), Outcome.HELD, "facts.unusable"),
        (day("day_2023-02-31_usd"), Outcome.HELD, "facts.unusable"),
    ],
)
def test_a_day_that_cannot_be_booked_says_why(read, outcome, code):
    decision = made_of(read)
    assert (decision.outcome, decision.reason_code) == (outcome, code)


def test_a_day_without_a_syspro_currency_is_held():
    decision = made_of(day(parts=(SOLD,)), currencies__to_syspro="{}")
    assert decision.reason_code == "currency.unmapped"
