"""A movement without an object of its own: reserves, top-ups, adjustments, fees, and what nobody knows."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from tests.unit.domain.cases import PAID_AT
from tests.unit.domain.movements import bodies, decided, effect_of, legs_of, moved, movement, usd


@pytest.mark.parametrize(
    ("category", "minor", "effect"),
    [
        ("risk_reserved_funds", -5000, {"RES": 5000, "CLR": -5000}),
        ("risk_reserved_funds", 5000, {"RES": -5000, "CLR": 5000}),
        ("payout_minimum_balance_hold", -5000, {"RES": 5000, "CLR": -5000}),
        ("topup", 5000, {"BANK": -5000, "CLR": 5000}),
        ("topup_reversal", -5000, {"BANK": 5000, "CLR": -5000}),
        ("other_adjustment", -5000, {"ADJ": 5000, "CLR": -5000}),
        ("contribution", -5000, {"ADJ": 5000, "CLR": -5000}),
    ],
)
def test_each_category_goes_to_its_account(category, minor, effect):
    assert effect_of(decided(movement(moved("1", minor, category)))) == effect


@pytest.mark.parametrize(("category", "kind"), [("transfer", "transfer"), ("transfer_reversal", "transfer_refund"), ("", "transfer")])  # fmt: skip
def test_money_for_a_connected_account_is_never_taken_for_a_payout_on_its_way(category, kind):
    transfer = movement(moved("1", -5000, category, type=kind))
    made = decided(transfer)
    assert (made.outcome, made.reason_code, effect_of(made)) == (Outcome.HELD, "account.unmapped", {})
    assert "`syspro-stripe map connect.transfer LEDGER-CODE`" in made.reason
    said = decided(transfer, accounts__ledger='{"transfer": "TRANSIT", "connect.transfer": "CONNECTED"}')
    assert effect_of(said) == {"CONNECTED": 5000, "CLR": -5000}


def test_a_movement_has_both_its_legs_its_day_and_its_reference():
    made = decided(movement(moved("1", -5000, "other_adjustment", fee=100)))
    assert legs_of(made) == [("txn_1", "amount"), ("txn_1", "fees")]
    [journal] = bodies(made).values()
    assert (journal.reference, journal.date, journal.currency) == ("txn_1", "2023-11-14", "USD")
    assert effect_of(made) == {"ADJ": 5000, "FEE": 100, "CLR": -5100}
    assert made.amount == usd(-5000)


def test_tax_on_the_fee_of_a_movement_stands_apart():
    made = decided(movement(moved("1", 12000, "topup", fee=150, fees=(("stripe_fee", 125), ("tax", 25)))))
    assert effect_of(made) == {"BANK": -12000, "FEE": 125, "FEE-TAX": 25, "CLR": 11850}


def test_a_site_may_map_a_category_of_its_own():
    made = decided(
        movement(moved("1", -5000, "climate_order_purchase")), accounts__ledger='{"climate_order_purchase": "GREEN"}'
    )
    assert effect_of(made) == {"GREEN": 5000, "CLR": -5000}


@pytest.mark.parametrize(("category", "kind", "account"), [("new_thing", "x", "new_thing"), ("", "x", "x"), ("", "", "unknown")])  # fmt: skip
def test_a_category_that_nobody_has_mapped_is_held_and_says_how_to_release_it(category, kind, account):
    made = decided(movement(moved("1", -5000, category, type=kind, description="Odd")))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "account.unmapped")
    assert f"`syspro-stripe map {account} LEDGER-CODE`" in made.reason
    assert "-50.00 USD" in made.reason


@pytest.mark.parametrize("category", ["fee", "network_cost", "tax"])
def test_stripes_own_fees_wait_for_the_payout_that_settles_them(category):
    made = decided(movement(moved("1", -200, category, type="stripe_fee")))
    assert (made.outcome, made.reason_code, made.drafts) == (Outcome.WAITING, "movement.with_payout", ())


def test_the_reserves_own_side_of_a_reserve_is_not_posted_again():
    other = moved("1", 5000, "risk_reserved_funds", balance_type="risk_reserved")
    made = decided(movement(other))
    assert (made.outcome, made.reason_code) == (Outcome.IGNORED, "movement.reserve_side")


def test_a_movement_of_before_the_first_day_is_ignored():
    made = decided(movement(moved("1", -5000, "other_adjustment"), start_at=PAID_AT + 1))
    assert (made.outcome, made.reason_code) == (Outcome.IGNORED, "movement.before_start")


def test_a_movement_of_nothing_is_ignored():
    assert decided(movement(moved("1", 0, "other_adjustment"))).reason_code == "movement.nothing"


def test_a_currency_without_a_syspro_code_holds_the_movement():
    made = decided(movement(moved("1", -5000, "other_adjustment")), currencies__to_syspro="{}")
    assert made.reason_code == "currency.unmapped"


def test_a_clearing_account_without_a_ledger_code_holds_the_movement():
    made = decided(movement(moved("1", -5000, "other_adjustment", currency="jpy")))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "account.unmapped")
    assert "clearing" in made.reason


def test_a_movement_that_stripe_does_not_show_is_held():
    facts = Facts("EDU1", StripeFacts("txn_1", "balance_transaction", {}), ErpFacts(), read_at=PAID_AT)
    assert decided(facts).reason == "Stripe shows no movement txn_1."


def test_periods_that_were_not_read_are_left_to_syspro():
    facts = replace(movement(moved("1", -5000, "other_adjustment")), erp=ErpFacts())
    [journal] = bodies(decided(facts)).values()
    assert (journal.year, journal.period) == ("", "")


@pytest.mark.parametrize("minor", [10**14, -(10**14)])
def test_a_movement_past_the_fields_of_syspro_is_held_with_its_amount(minor):
    made = decided(movement(moved("1", minor, "other_adjustment")))
    assert (made.outcome, made.reason_code, made.drafts) == (Outcome.HELD, "facts.unusable", ())
    assert made.reason.startswith("Movement txn_1 cannot be written to SYSPRO. ")
    assert (
        "1,000,000,000,000.00 USD is more than SYSPRO takes in one amount, which is 999,999,999,999.99 at"
        in made.reason
    )


def test_a_third_decimal_is_held_before_anything_is_sent():
    dinars = '{"kwd": "CLR-KWD"}'
    made = decided(
        movement(moved("1", -1234567, "other_adjustment", currency="kwd")),
        receipts__ledger_code=dinars, currencies__to_syspro='{"kwd": "KWD"}',
    )  # fmt: skip
    assert made.outcome is Outcome.HELD
    assert "1,234.567 KWD has more than the two decimals" in made.reason


def test_words_that_syspro_cannot_store_are_rewritten_on_the_journal_and_kept_short():
    made = decided(movement(moved("1", -5000, "other_adjustment", description="\x07調整 \U0001f600\n" + "y" * 400)))
    [journal] = bodies(made).values()
    assert {line.comment[:12] for line in journal.lines} == {"Diao Zheng y"}
    assert max(len(line.comment) for line in journal.lines) <= 100
    assert any(change.field == "Comment" and change.what == "rewritten" for change in made.drafts[0].changes)
    assert len(made.drafts[0].title) < 130


def test_a_currency_without_a_clearing_account_says_how_to_map_it_in_that_currency():
    made = decided(movement(moved("1", -5000, "other_adjustment", currency="chf")))
    assert "`syspro-stripe map clearing LEDGER-CODE --currency chf`" in made.reason
