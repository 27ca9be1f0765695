"""A payout: the bank, the fees of what it settles, failed and manual ones, by journal and through the cash book."""

import json
from dataclasses import replace

import pytest

from agent.domain.cases.proposal import proposal
from agent.domain.decisions import Outcome
from agent.domain.documents import Leg, Part, State
from tests.unit.domain.cases import PAID_AT
from tests.unit.domain.movements import DAY, DAY_S, bodies, decided, effect, effect_of, legs_of, moved, payout, usd

SALE_A = moved("a", 12000, fee=378, source="ch_a")
SALE_B = moved("b", 5000, fee=175, source="ch_b")
BACK = moved("r", -3000, "refund", source="re_a")
PARTS = (SALE_A, SALE_B, BACK)
RETURN = moved("back", 13447, "payout_reversal", source="po_1", at=3 * DAY_S)
CASH = {"payouts__route": "cashbook"}
PAYOUT = ("journal", "payout")

GATES = {
    "payout.before_start": payout(*PARTS, start_at=PAID_AT + 6),
    "payout.returned_since": payout(*PARTS, status="failed", back=RETURN, start_at=PAID_AT + 6),
    "payout.not_booked": payout(unbooked=True),
    "payout.not_returned": payout(*PARTS, status="failed"),
    "payout.not_complete": payout(complete=False),
    "payout.difference": payout(SALE_A, SALE_B),
    "account.unmapped": payout(*PARTS[:2], moved("odd", -3000, "new_thing")),
}


@pytest.mark.parametrize("code", GATES)
def test_each_gate_ends_the_decision_with_a_reason_that_names_the_money(code):
    made = decided(GATES[code])
    assert (made.reason_code, made.drafts) == (code, ())
    assert "134.47 USD" in made.reason
    assert "{" not in made.reason


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"currencies__to_syspro": "{}"}, "currency.unmapped"),
        ({"accounts__ledger": '{"fee": "FEE"}'}, "account.unmapped"),
        (CASH | {"payouts__bank": "{}"}, "bank.unmapped"),
        (CASH | {"receipts__bank": "{}"}, "bank.unmapped"),
    ],
)
def test_what_the_site_has_not_set_holds_the_payout(settings, code):
    made = decided(payout(*PARTS), **settings)
    assert (made.outcome, made.reason_code) == (Outcome.HELD, code)


def test_a_payout_goes_to_the_bank_with_the_fees_of_what_it_settles():
    made = decided(payout(*PARTS))
    assert effect_of(made) == {"BANK": 13447, "FEE": 553, "CLR": -14000}
    [journal] = bodies(made).values()
    assert (journal.reference, journal.date, journal.notation) == ("po_1", DAY, "Stripe payout po_1")
    assert (journal.year, journal.period, journal.post) == ("2023", "11", True)
    assert made.drafts[0].amount == usd(-14000)
    assert legs_of(made) == [("txn_po", "amount"), ("txn_a", "fees"), ("txn_b", "fees")]


@pytest.mark.parametrize(
    ("parts", "words"), [((SALE_A, SALE_B), "30.00 USD more"), ((SALE_B, BACK), "116.22 USD less")]
)
def test_movements_that_do_not_add_up_hold_the_payout_and_say_by_how_much(parts, words):
    reason = decided(payout(*parts)).reason
    assert f"add up to {words} than left" in reason
    assert "reconcile --payout po_1" in reason


def test_fees_go_to_the_codes_of_their_types():
    sale = moved("a", 12000, fee=500, source="ch_a", fees=(("stripe_fee", 400), ("tax", 80), ("application_fee", 20)))
    made = decided(payout(sale, amount=11500), accounts__ledger='{"bank": "BANK", "fee": "FEE", "fee.tax": "FEE-TAX", "fee.application_fee": "APP"}')  # fmt: skip
    assert effect_of(made) == {"BANK": 11500, "FEE": 400, "FEE-TAX": 80, "APP": 20, "CLR": -12000}


def test_where_the_details_of_a_fee_do_not_add_up_its_own_total_counts():
    sale = moved("a", 12000, fee=500, source="ch_a", fees=(("tax", 80),))
    assert effect_of(decided(payout(sale, amount=11500)))["FEE"] == 500


def test_stripes_own_fees_and_their_tax_are_booked_with_the_payout():
    own = (moved("radar", -200, "fee", type="stripe_fee"), moved("vat", -40, "tax", type="tax_fee"))
    made = decided(payout(SALE_A, *own, amount=11382), accounts__ledger='{"bank": "BANK", "fee": "FEE", "fee.tax": "VAT"}')  # fmt: skip
    assert effect_of(made) == {"BANK": 11382, "FEE": 578, "VAT": 40, "CLR": -12000}
    assert set(legs_of(made)) >= {("txn_radar", "amount"), ("txn_radar", "fees"), ("txn_vat", "amount")}


@pytest.mark.parametrize(
    ("codes", "effect"),
    [
        ({}, {"PROC": 578}),
        ({"fee.stripe_fee.own": "RADAR"}, {"PROC": 378, "RADAR": 200}),
        ({"fee.stripe_fee.own:usd": "RADAR"}, {"PROC": 378, "RADAR": 200}),
    ],
)
def test_fees_without_a_charge_have_an_account_of_their_own_which_is_that_of_processing_by_default(codes, effect):
    radar = moved("radar", -200, "fee", type="stripe_fee")
    named = json.dumps({"bank": "BANK", "fee": "FEE", "fee.stripe_fee": "PROC", **codes})
    made = decided(payout(SALE_A, radar, amount=11422), accounts__ledger=named)
    assert effect_of(made) == {"BANK": 11422, "CLR": -12000, **effect}


def test_a_fee_that_stripe_gives_back_lowers_the_fees():
    sale = moved("a", 12000, fee=-100, source="ch_a", fees=(("stripe_fee", -100),))
    assert effect_of(decided(payout(sale, amount=12100))) == {"BANK": 12100, "FEE": -100, "CLR": -12000}


def test_the_payouts_own_fee_is_booked_with_it():
    made = decided(payout(SALE_A, amount=11522, own_fee=100))
    assert effect_of(made) == {"BANK": 11522, "FEE": 478, "CLR": -12000}
    assert ("txn_po", "fees") in legs_of(made)


def test_disputes_and_other_movements_book_their_own_fees():
    parts = (
        SALE_A,
        moved("d", -2000, "dispute", fee=1500, source="dp_1"),
        moved("adj", -100, "other_adjustment", fee=10),
    )
    made = decided(payout(*parts, amount=8012))
    assert effect_of(made) == {"BANK": 8012, "FEE": 378, "CLR": -8390}
    assert {key for key, _ in legs_of(made)} == {"txn_po", "txn_a"}


def test_the_fees_of_what_came_before_the_first_day_are_not_posted():
    early = moved("early", 5000, fee=175, source="ch_b", at=-10)
    made = decided(payout(SALE_A, early, BACK, start_at=PAID_AT))
    assert effect_of(made) == {"BANK": 13447, "FEE": 378, "CLR": -13825}
    assert ("txn_early", "fees") not in legs_of(made)


def test_what_came_before_the_first_day_needs_no_ledger_code():
    early = moved("early", -3000, "new_thing", at=-10)
    assert decided(payout(SALE_A, SALE_B, early, start_at=PAID_AT)).outcome is Outcome.DOCUMENTS


def test_movements_without_a_ledger_code_are_all_named_and_the_first_says_how_to_map_it():
    odd = (moved("x", -1000, "new_thing"), moved("y", -2000, "other_thing"))
    reason = decided(payout(SALE_A, SALE_B, *odd)).reason
    assert "new_thing, other_thing" in reason
    assert "`syspro-stripe map new_thing LEDGER-CODE`" in reason


def test_the_exchange_difference_of_converted_payments_is_booked_with_the_payout():
    made = decided(payout(SALE_A, SALE_B, BACK, rests={"txn_a": 1, "txn_r": -2}))
    assert effect_of(made) == {"BANK": 13447, "FEE": 553, "FX": 1, "CLR": -14001}
    assert set(legs_of(made)) >= {("ch_a", "rest"), ("txn_r", "rest")}


def test_a_payout_of_nothing_with_no_fees_makes_no_document():
    assert decided(payout(amount=0)).drafts == ()


# ---------------------------------------------------------------- negative and failed


@pytest.mark.parametrize("settings", [{}, CASH], ids=["journal", "cash book"])
def test_a_negative_payout_takes_money_from_the_bank(settings):
    made = decided(payout(BACK, amount=-3000), **settings)
    assert effect_of(made) == {"BANK": -3000, "CLR": 3000}


def test_the_cash_book_turns_its_direction_for_a_negative_payout():
    made = bodies(decided(payout(BACK, amount=-3000), **CASH))
    clearing, bank = made[("cash_entry", "withdrawal")], made[("cash_entry", "deposit-bank")]
    assert (clearing.bank, clearing.direction, clearing.value) == ("STRIPE-USD", "D", usd(3000))
    assert (bank.bank, bank.direction, bank.value) == ("MAIN", "W", usd(3000))


@pytest.mark.parametrize("settings", [{}, CASH], ids=["journal", "cash book"])
@pytest.mark.parametrize("amount", [13447, -13447])
def test_a_payout_that_failed_leaves_the_fees_alone(settings, amount):
    sale = moved("s", amount + 553, fee=553, source="ch_a")
    back = replace(RETURN, amount_minor=amount, net_minor=amount)
    made = decided(payout(sale, amount=amount, status="failed", back=back), **settings)
    assert effect_of(made) == {"FEE": 553, "CLR": -553}
    assert legs_of(made)[-1] == ("txn_back", "amount")


def test_the_return_has_the_day_on_which_the_money_came_back():
    made = decided(payout(*PARTS, status="failed", back=RETURN))
    body = bodies(made)[("journal", "return")]
    assert (body.date, body.reference, body.notation) == ("2023-11-17", "po_1.R", "Stripe payout po_1 failed")
    assert [draft.blocks for draft in made.drafts] == [True, False]


def test_the_return_is_the_mirror_of_the_payout_without_its_fees():
    made = decided(payout(moved("a", 13447, source="ch_a"), status="canceled", back=RETURN))
    there, back = bodies(made)[PAYOUT].lines, bodies(made)[("journal", "return")].lines
    assert {(line.ledger_code, line.value) for line in back} == {(line.ledger_code, -line.value) for line in there}


# ---------------------------------------------------------------- cash book


def test_the_cash_book_moves_the_money_through_a_transfer_account():
    made = decided(payout(*PARTS), **CASH)
    out, into = bodies(made)[("cash_entry", "withdrawal")], bodies(made)[("cash_entry", "deposit-bank")]
    assert (out.bank, out.direction, out.value) == ("STRIPE-USD", "W", usd(14000))
    assert [(line.ledger_code, line.value) for line in out.lines] == [("FEE", usd(553)), ("TRANSIT", usd(13447))]
    assert (into.bank, into.direction, into.value) == ("MAIN", "D", usd(13447))
    assert effect_of(made) == effect_of(decided(payout(*PARTS)))
    assert legs_of(made) == legs_of(decided(payout(*PARTS)))


def test_a_failed_payout_comes_back_through_the_cash_book_of_both_banks():
    made = decided(payout(*PARTS, status="failed", back=RETURN), **CASH)
    found = bodies(made)
    bank, clearing = found[("cash_entry", "unpaid-bank")], found[("cash_entry", "returned")]
    assert (bank.bank, bank.direction, bank.date) == ("MAIN", "W", "2023-11-17")
    assert (clearing.bank, clearing.direction, clearing.date) == ("STRIPE-USD", "D", "2023-11-17")
    assert effect(bank, clearing) == {"BANK": -13447, "CLR": 13447}


@pytest.mark.parametrize("settings", [{}, CASH], ids=["journal", "cash book"])
@pytest.mark.parametrize("payout_id", ["po_" + "1" * 24, "po_" + "x" * 252])
def test_every_document_has_a_reference_of_its_own_that_fits_syspro(settings, payout_id):
    made = decided(payout(*PARTS, status="failed", back=RETURN, given={"id": payout_id}), **settings)
    references = [draft.body.reference for draft in made.drafts]
    assert len(set(references)) == len(references)
    assert all(len(reference) <= 30 for reference in references)


def test_a_payout_that_its_own_fees_use_up_is_a_journal_for_the_cash_book_cannot_say_it():
    sale = moved("a", 0, fee=500, source="ch_a")
    made = decided(payout(sale, amount=-500), **CASH)
    assert [(draft.key.kind.value, draft.key.purpose) for draft in made.drafts] == [("journal", "payout")]
    assert effect_of(made) == {"BANK": -500, "FEE": 500}


def test_the_journal_needs_no_account_of_the_cash_book():
    made = decided(payout(*PARTS), accounts__ledger='{"bank": "BANK", "fee": "FEE"}')
    assert made.outcome is Outcome.DOCUMENTS
    by_cash = decided(payout(*PARTS), accounts__ledger='{"bank": "BANK", "fee": "FEE"}', **CASH)
    assert "map transfer LEDGER-CODE" in by_cash.reason


# ---------------------------------------------------------------- other currencies


def test_a_payout_that_stripe_converted_on_the_way_is_held_with_both_amounts():
    facts = payout(*PARTS, given={"currency": "chf", "amount": 11820})
    made = decided(facts)
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "payout.converted")
    assert "118.20 CHF" in made.reason
    assert "134.47 USD" in made.reason


@pytest.mark.parametrize(
    ("settings", "held"),
    [
        ({"payouts__bank": '{"eur": "RHEIN"}'}, True),
        ({"payouts__bank": "{}", "accounts__ledger": '{"bank": "BANK", "bank:eur": "RHEIN", "fee": "FEE"}'}, True),
        ({"payouts__bank": "{}"}, True),
        ({"payouts__bank": "{}", "receipts__ledger_code": '{"usd": "CLR"}'}, False),
        ({"payouts__bank": '{"usd": "MAIN", "eur": "RHEIN"}'}, False),
        ({"payouts__bank": "{}", "accounts__ledger": '{"bank:usd": "BANK", "bank:eur": "RHEIN", "fee": "FEE"}'}, False),
    ],
)
def test_a_payout_never_goes_to_the_bank_of_another_currency(settings, held):
    made = decided(payout(*PARTS), **settings)
    assert (made.outcome is Outcome.HELD) == held
    if held:
        assert made.reason_code == "account.unmapped"
        assert "map bank LEDGER-CODE --currency usd" in made.reason


# ---------------------------------------------------------------- manual


def test_a_manual_payout_is_a_proposal_that_waits_for_approval():
    facts = payout(amount=10000, automatic=False, complete=False, unsettled=(SALE_A, BACK))
    made = decided(facts)
    [draft] = made.drafts
    assert (draft.state, draft.reason_code) == (State.HELD, "payout.proposal")
    assert "Approve it" in draft.reason
    assert effect_of(made) == {"BANK": 10000, "FEE": 378, "CLR": -10378}


def words(available, **changes):
    made = decided(payout(automatic=False, complete=False, available=available, **changes))
    return made.drafts[0].reason


def test_a_proposal_says_what_was_available_what_left_and_what_is_proposed():
    said = words(20000, amount=10000, own_fee=100, unsettled=(SALE_A, SALE_B))
    assert "200.00 USD were available before it, 101.00 USD left with it, 99.00 USD stayed." in said
    assert "the fees, 5.53 USD, of 2 movements that it reached" in said


def test_a_proposal_for_more_than_is_known_says_that_something_is_missing():
    said = words(3000, amount=10000, unsettled=(SALE_A,))
    assert "100.00 USD left with it, but the movements that are known make only 30.00 USD available" in said


def test_a_manual_payout_that_fetches_money_back_says_what_was_there_before_and_with_it():
    assert "30.00 USD were available before it, 130.00 USD with it." in words(3000, amount=-10000)


def test_a_proposal_without_open_fees_says_so_and_one_that_sums_up_amounts_how_many():
    assert "reached no movement whose fees are open" in words(10000, amount=10000)
    said = proposal(available=usd(17000), left=usd(17000), fees=usd(0), movements=0, amounts=2, rests=usd(0))
    assert "Proposed with it: 2 amounts that it reached" in said


def test_the_own_movement_of_a_manual_payout_is_never_among_what_it_proposes():
    own = moved("po", -10000, "payout", fee=100, source="po_1", at=5)
    made = decided(payout(amount=10000, own_fee=100, automatic=False, unsettled=(SALE_A, own)))
    assert effect_of(made) == {"BANK": 10000, "FEE": 478, "CLR": -10478}
    assert len(set(legs_of(made))) == len(legs_of(made)) == 3


def test_movements_of_a_manual_payout_are_those_after_the_first_day():
    early = replace(SALE_A, created_at=PAID_AT - 1)
    made = decided(payout(amount=10000, automatic=False, unsettled=(early,), start_at=PAID_AT))
    assert Leg("txn_a", Part.FEES) not in made.drafts[0].legs


# ---------------------------------------------------------------- bank charges

CHARGED = {
    "payouts__route": "bank_charges",
    "receipts__deposit_slips": "yes",
    "accounts__ledger": '{"bank": "BANK", "bank_charge": "FEE", "fee": "FEE", "fee.tax": "FEE-TAX", "fx": "FX"}',
}
RECEIPT = ("bank_receipt", "receipt")


def test_by_bank_charges_the_bank_receives_the_payout_and_keeps_the_fees():
    made = decided(payout(*PARTS), **CHARGED)
    [receipt] = bodies(made).values()
    assert (receipt.bank, receipt.value, receipt.charge) == ("MAIN", usd(14000), usd(553))
    assert (receipt.ledger_code, receipt.currency, receipt.date) == ("CLR", "USD", DAY)
    assert (receipt.reference, receipt.notation) == ("po_1", "Stripe payout po_1")
    assert effect_of(made) == effect_of(decided(payout(*PARTS)))
    assert legs_of(made) == legs_of(decided(payout(*PARTS)))
    assert made.drafts[0].amount == usd(-14000)


def test_fees_that_are_no_bank_charge_and_rests_of_rates_have_a_journal_beside_the_receipt():
    taxed = moved("a", 12000, fee=378, source="ch_a", fees=(("stripe_fee", 300), ("tax", 78)))
    made = decided(payout(taxed, SALE_B, BACK, rests={"txn_r": -2}), **CHARGED)
    found = bodies(made)
    assert (found[RECEIPT].value, found[RECEIPT].charge) == (usd(13622), usd(175))
    assert found["journal", "fees"].reference == "po_1.F"
    assert effect(found["journal", "fees"]) == {"FEE": 300, "FEE-TAX": 78, "FX": 2, "CLR": -380}
    assert [draft.blocks for draft in made.drafts] == [True, True]
    legs = {draft.key.purpose: [(leg.key, leg.part.value) for leg in draft.legs] for draft in made.drafts}
    assert legs == {
        "receipt": [("txn_po", "amount"), ("txn_b", "fees")],
        "fees": [("txn_a", "fees"), ("txn_r", "rest")],
    }


def test_fees_that_come_back_on_the_whole_are_no_bank_charge():
    sale = moved("a", 12000, fee=-100, source="ch_a", fees=(("stripe_fee", -100),))
    found = bodies(decided(payout(sale, amount=12100), **CHARGED))
    assert (found[RECEIPT].value, found[RECEIPT].charge) == (usd(12100), None)
    assert effect(found["journal", "fees"]) == {"FEE": -100, "CLR": 100}


def test_fees_that_cancel_out_are_settled_by_the_receipt():
    there = moved("a", 12000, fee=50, source="ch_a", fees=(("tax", 50),))
    back = moved("b", 5000, fee=-50, source="ch_b", fees=(("tax", -50),))
    made = decided(payout(there, back, amount=17000), **CHARGED)
    assert list(bodies(made)) == [RECEIPT]
    assert legs_of(made) == [("txn_po", "amount"), ("txn_a", "fees"), ("txn_b", "fees")]


@pytest.mark.parametrize("amount", [-3000, 0])
def test_a_payout_that_brings_nothing_into_the_bank_is_a_journal(amount):
    sale = moved("a", amount + 500, fee=500, source="ch_a")
    made = decided(payout(sale, amount=amount), **CHARGED)
    assert list(bodies(made)) == [PAYOUT]


def test_a_failed_payout_by_bank_charges_comes_back_by_a_journal():
    made = decided(payout(*PARTS, status="failed", back=RETURN), **CHARGED)
    assert list(bodies(made)) == [RECEIPT, ("journal", "return")]
    assert effect_of(made) == {"FEE": 553, "CLR": -553}


@pytest.mark.parametrize(
    ("settings", "code", "words"),
    [
        ({"receipts__deposit_slips": "no"}, "payout.deposit_slips", "receipts.deposit_slips"),
        ({"payouts__bank": "{}"}, "bank.unmapped", "payouts.bank"),
        ({"accounts__ledger": '{"bank": "BANK", "fee": "FEE"}'}, "account.unmapped", "map bank_charge LEDGER-CODE"),
    ],
)
def test_bank_charges_need_what_syspro_needs_for_them(settings, code, words):
    made = decided(payout(*PARTS), **(CHARGED | settings))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, code)
    assert words in made.reason
