"""Checks that learn: what is unusual, with the numbers it rests on; silence before there is enough to go by."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.decide import decide
from agent.domain.documents import State
from agent.domain.facts import CustomerMatch, ErpFacts
from agent.domain.habits.checks import customer_then, findings, wanted
from agent.domain.habits.days import DayCount, quiet
from agent.domain.habits.past import CustomerThen, Habits, PastPayment
from agent.domain.habits.robust import lower_limit, middle, spread, upper_limit
from agent.domain.money import Money
from tests.unit.domain.cases import PAID_AT, booking, customer, facts, mapping, policy, syspro_customer

ALL = {f"checks__{name}": "warn" for name in ("amount", "duplicate", "customer", "fees")}
USUAL = [30_000 + 1_000 * (number % 20) for number in range(40)]


def past(*minors, every_s=2 * 86_400):
    return tuple(
        PastPayment(f"ch_0{place}", PAID_AT - (place + 1) * every_s, minor) for place, minor in enumerate(minors)
    )


def seen(minor=1000, habits=Habits(), *, erp=None, booked=None, **changes):  # noqa: B008 - immutable
    about = replace(facts(erp=erp or ErpFacts(), booked=booked), habits=habits)
    found = findings(about, Money(minor, "usd"), PAID_AT, policy(**ALL | changes))
    return {one.code: one.reason for one in found}


# ---------------------------------------------------------------- amounts


def test_an_amount_that_hardly_any_payment_reached_is_told_with_the_numbers():
    told = seen(1_000_000, Habits(payer=past(*USUAL, 900_000)))
    assert told["amount"] == (
        "10,000.00 USD is an unusual amount: 40 of the last 41 payments of this customer were below 1,200.00 USD, and"
        " half of them up to 400.00 USD."
    )


def test_a_slip_below_all_others_is_told_as_well():
    assert "40 of the last 40 payments of this customer were above" in seen(39, Habits(payer=past(*USUAL)))["amount"]


@pytest.mark.parametrize("minor", [30_000, 49_000, 60_000, 15_000])
def test_a_usual_amount_is_not_told(minor):
    assert seen(minor, Habits(payer=past(*USUAL))) == {}


def test_with_few_payments_nothing_is_said_and_all_payments_stand_in_where_there_are_many():
    assert seen(1_000_000, Habits(payer=past(*USUAL[:11]))) == {}
    told = seen(1_000_000, Habits(payer=past(*USUAL[:11]), account=tuple(USUAL)))
    assert "40 of the last 40 payments in USD were below" in told["amount"]


def test_where_such_amounts_come_again_they_are_a_habit():
    often = [*USUAL[:36], *[900_000] * 4]
    assert seen(1_000_000, Habits(payer=past(*often))) == {}


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=60))
def test_limits_lie_around_the_middle_whatever_the_amounts(values):
    assert 0 <= lower_limit(values) <= middle(values) < upper_limit(values)
    assert min(values) <= middle(values) <= max(values)
    assert spread(values) >= 0


@given(st.lists(st.integers(1000, 2000), min_size=15, max_size=60), st.integers(1, 10**9))
def test_one_odd_value_does_not_move_the_middle_out_of_the_usual(values, odd):
    assert 1000 <= middle([*values, odd]) <= 2000


# ---------------------------------------------------------------- paid twice


def test_the_same_amount_again_within_the_hours_is_told():
    told = seen(1000, Habits(payer=past(1000, 2000, 1000, every_s=240)))
    assert told["duplicate"] == (
        "The same customer paid 10.00 USD 4 minutes before, too (ch_00). That happened once among the 2 payments before."
    )
    first = seen(1000, Habits(payer=past(1000, every_s=30)))["duplicate"]
    assert first == "The same customer paid 10.00 USD 30 seconds before, too (ch_00)."
    assert "5 hours before" in seen(1000, Habits(payer=past(1000, every_s=5 * 3600)))["duplicate"]


def test_another_amount_or_a_later_day_is_no_duplicate():
    assert seen(1000, Habits(payer=past(1001, every_s=60))) == {}
    assert seen(1000, Habits(payer=past(1000, every_s=2 * 86_400))) == {}
    assert "duplicate" in seen(1000, Habits(payer=past(1000, every_s=2 * 86_400)), checks__duplicate_hours="72")


def test_who_usually_pays_the_same_twice_is_not_told_again():
    assert seen(1000, Habits(payer=past(1000, 1000, 1000, every_s=60))) == {}


# ---------------------------------------------------------------- customers


def erp(**changes):
    return ErpFacts(payer=syspro_customer(**{"terms": "30", "branch": "10"} | changes))


THEN = CustomerThen("000000000000042", "30", "10")


def test_other_terms_and_another_branch_than_before_are_told():
    told = seen(habits=Habits(customer=(THEN,) * 5), erp=erp(terms="", branch="20"))
    assert told["customer"] == (
        "For customer 000000000000042 SYSPRO has the terms (empty) instead of 30 and the branch 20 instead of 10,"
        " which stood there at its last 5 payments."
    )


def test_an_unchanged_a_changing_a_new_or_an_unsure_customer_is_not_told():
    five = Habits(customer=(THEN,) * 5)
    assert seen(habits=five, erp=erp()) == {}
    assert seen(habits=Habits(customer=(THEN, THEN, replace(THEN, terms="00"))), erp=erp(terms="15")) == {}
    assert seen(habits=Habits(customer=(THEN, THEN)), erp=erp(terms="15")) == {}
    assert seen(habits=five, erp=erp(code="000000000000043", terms="15")) == {}
    two = tuple(CustomerMatch(syspro_customer(terms="15"), "email") for _ in range(2))
    assert seen(habits=five, erp=ErpFacts(matches=two)) == {}
    assert "customer" in seen(habits=five, erp=ErpFacts(matches=two[:1]))


def test_facts_say_how_a_customer_was():
    assert customer_then(facts(erp=erp())) == THEN
    assert customer_then(facts(erp=ErpFacts())) is None


# ---------------------------------------------------------------- fees


def test_a_payment_without_a_fee_is_told_where_payments_have_one():
    free = booking(fee_minor=0, net_minor=1000)
    fees = Habits(fees=(59,) * 39 + (0,))
    assert seen(habits=fees, booked=free)["fees"] == (
        "Stripe took no fee for this payment of 10.00 USD; 39 of the last 40 payments in USD had one."
    )
    assert seen(habits=fees, booked=booking()) == {}
    assert seen(habits=fees) == {}
    assert seen(habits=Habits(fees=(59,) * 29), booked=free) == {}
    assert seen(habits=Habits(fees=(59,) * 30 + (0,) * 10), booked=free) == {}


# ---------------------------------------------------------------- what comes of it


def test_only_the_checks_that_are_on_speak_and_only_of_money_that_came():
    assert wanted(policy()) == {}
    assert wanted(policy(checks__fees="hold")) == {"fees": "hold"}
    assert seen(1_000_000, Habits(payer=past(*USUAL)), checks__amount="off") == {}
    assert findings(facts(), Money(1, "usd"), PAID_AT, policy(**ALL)) == ()
    about = replace(facts(), habits=Habits())
    assert findings(about, None, PAID_AT, policy(**ALL)) == ()
    assert findings(about, Money(-5, "usd"), PAID_AT, policy(**ALL)) == ()


def decided(**changes):
    about = replace(facts(booked=booking()), habits=Habits(payer=past(1000, every_s=60)))
    return decide(about, mapping(**changes))


def test_a_warning_keeps_nothing_back_and_a_hold_keeps_all():
    warned = decided(checks__duplicate="warn")
    assert [one.code for one in warned.warnings] == ["duplicate"]
    assert State.HELD not in {draft.state for draft in warned.drafts}
    held = decided(checks__duplicate="hold")
    assert held.warnings == ()
    own = [draft for draft in held.drafts if not draft.once]
    assert {(draft.state, draft.reason_code) for draft in own} == {(State.HELD, "hold.check_duplicate")}
    assert "paid 10.00 USD 60 seconds before" in own[0].reason


def test_a_payers_customer_is_made_although_the_payment_waits():
    about = replace(facts(booked=booking(), customer=customer()), habits=Habits(payer=past(1000, every_s=60)))
    drafts = decide(about, mapping(checks__duplicate="hold")).drafts
    assert {draft.state for draft in drafts if draft.once} == {State.PENDING}
    assert {draft.state for draft in drafts if not draft.once} == {State.HELD}


def test_what_is_off_warns_of_nothing():
    assert decided().warnings == ()


# ---------------------------------------------------------------- days


def weeks(*counts):
    return [DayCount(f"2026-11-{day:02}", count) for day, count in enumerate(counts, start=1)]


def test_a_weekday_without_payments_is_told_where_there_always_were_some():
    told = quiet(DayCount("2026-11-23", 0), weeks(4, 9, 7, 5, 8, 6, 7, 5))
    assert told == (
        "No payment came on Monday, 2026-11-23. On each of the last 8 Mondays there were some, at least 4 and 6 in the"
        " middle. Look whether the shop takes payments."
    )


@pytest.mark.parametrize(
    ("count", "before"), [(1, (9,) * 8), (0, (9,) * 5), (0, (9, 9, 9, 0, 9, 9, 9)), (0, ()), (0, (4,) * 8)],
)  # fmt: skip
def test_a_day_with_payments_with_few_weeks_or_often_quiet_is_not_told(count, before):
    assert quiet(DayCount("2026-11-23", count), weeks(*before)) == ""
