"""Manual payouts over both sandboxes: their proposals are released or given up, and every fee is booked once."""

import pytest

from agent.domain.documents import State
from agent.domain.errors import Problem
from connectors.sandbox.stripe import RefundOrder
from tests.pipeline.company import DAY_S, NOW_AT, Company

BANK, FEE, CLEARING, EXCHANGE = "1010-000", "6110-000", "1310-000", "7100-000"


@pytest.fixture
def make(tmp_path):
    made = []

    def company(**settings):
        made.append(Company(tmp_path, **settings))
        return made[-1]

    yield company
    for one in made:
        one.close()


def settle(company, after_s=3600):
    company.run_all(after_s=after_s)
    company.run("sweep")
    company.run_all()


def pay_out(company, amount):
    """Pay out by hand; return the payout's id."""
    payout = company.stripe.account.create_payout({"amount": amount, "currency": "usd"}, at=company.clock.now())
    settle(company)
    return payout["id"]


def pay_out_all(company):
    """Let Stripe pay out all that is available; return the payout's id."""
    company.clock.advance(DAY_S)
    (payout,) = company.stripe.account.run_payouts(currencies=["usd"], at=company.clock.now())
    company.stripe.account.complete_reconciliation(payout["id"])
    settle(company)
    return payout["id"]


def cancel(company, payout):
    company.stripe.account.cancel_payout(payout, at=company.clock.now())
    settle(company)


def held(company, payout):
    return [row for row in company.documents() if row.stripe_id == payout and row.state is State.HELD]


def ignore(company, payout):
    """Ignore what is held of a payout; return what the person is told."""
    return [company.ask("ignore", what=str(row.id), reason="left out")[0].result for row in held(company, payout)]


def release(company, payout):
    for row in held(company, payout):
        if held(company, payout):
            company.ask("approve", number=row.id)
    settle(company)


def ledger(company, *payouts):
    """What SYSPRO's ledger has of payouts, by ledger code, in minor units."""
    found = {}
    for row in company.rows("GenJournalDetail", "Reference LIKE 'po_%'"):
        if not payouts or row.text("Reference").strip().startswith(payouts):
            code = row.text("GlCode").strip()
            found[code] = found.get(code, 0) + int(row.number("EntryValue") * 100)
    return {code: minor for code, minor in found.items() if minor}


def assert_proven(company, **expected):
    (row,) = [row for row in company.proof() if row.currency == "usd"]
    wanted = {"ignored_minor": 0, "waiting_minor": 0, "held_minor": 0, "difference_minor": 0} | expected
    assert {name: getattr(row, name) for name in wanted} == wanted
    assert row.clearing_difference_minor == 0
    company.run("reconcile")
    assert [found.message for found in company.store.reports.discrepancies()] == []


@pytest.fixture
def company(make):
    made = make()
    made.sale(10_000, "usd", at=NOW_AT - 9 * DAY_S)
    settle(made, 0)
    return made


def words(company, payout):
    return held(company, payout)[0].reason


def test_a_proposal_has_what_the_running_balance_reached_and_says_so(make):
    company = make()
    company.sale(10_000, "usd", at=NOW_AT - 9 * DAY_S)
    company.sale(5_000, "usd", at=NOW_AT - 8 * DAY_S)
    company.sale(2_000, "usd", at=company.clock.now())  # not available yet
    settle(company, 0)
    first = pay_out(company, 10_000)
    said = words(company, first)
    assert "145.05 USD were available before it, 100.00 USD left with it, 45.05 USD stayed." in said
    assert "Proposed with it: the fees, 3.20 USD, of 1 movement that it reached, the oldest first." in said
    assert_proven(company, held_minor=-10_000 - 320, waiting_minor=-175 - 88)
    release(company, first)
    assert ledger(company) == {BANK: 10_000, FEE: 320, CLEARING: -10_320}
    second = pay_out(company, 4_505)
    said = words(company, second)
    assert "45.05 USD were available before it, 45.05 USD left with it, 0.00 USD stayed." in said
    assert "the fees, 1.75 USD, of 1 movement" in said
    release(company, second)
    assert ledger(company, second) == {BANK: 4_505, FEE: 175, CLEARING: -4_680}
    assert_proven(company, waiting_minor=-88)


def test_a_payout_that_ends_within_a_movement_leaves_its_fee_to_the_next_one(company):
    first = pay_out(company, 5_000)
    assert "96.80 USD were available before it, 50.00 USD left with it, 46.80 USD stayed." in words(company, first)
    assert "It reached no movement whose fees are open" in words(company, first)
    release(company, first)
    assert ledger(company) == {BANK: 5_000, CLEARING: -5_000}
    release(company, pay_out(company, 4_680))
    assert ledger(company) == {BANK: 9_680, FEE: 320, CLEARING: -10_000}
    assert_proven(company)


def settled_for(company, subject, *, more):
    """Let Stripe have settled so many cents more than SYSPRO's rate of six decimals can say."""
    engine = company.stripe.engine
    name = engine.get(subject)["balance_transaction"]
    moved = engine.get(name)
    engine.change(name, {field: moved[field] + more for field in ("amount", "net")}, at=company.clock.now())


def test_what_a_rate_leaves_over_goes_with_a_manual_payout_also_where_there_is_no_fee(make):
    company = make()
    charge = company.sale(10_000_000, "gbp", at=NOW_AT - 9 * DAY_S)
    settled_for(company, charge, more=-3)
    settle(company, 0)
    sold = pay_out(company, company.proof()[0].stripe_minor)
    assert "the fees, 3,678.66 USD, of 1 movement and 0.03 USD of exchange difference" in words(company, sold)
    release(company, sold)
    assert ledger(company, sold)[EXCHANGE] == 3
    company.sale(20_000_000, "usd", at=company.clock.now())
    refund = company.stripe.trading.refund(RefundOrder(charge, 9_000_000), at=company.clock.now())["id"]
    settled_for(company, refund, more=3)  # so that Stripe's balance is what its movements add up to
    settle(company, 9 * DAY_S)
    back = pay_out(company, company.proof()[0].stripe_minor)
    assert "of 1 movement and -0.03 USD of exchange difference that SYSPRO's rates left over" in words(company, back)
    release(company, back)
    assert ledger(company, back)[EXCHANGE] == -3
    assert_proven(company)


def test_a_payout_that_came_back_makes_room_in_the_running_balance(company):
    first = pay_out(company, 9_680)
    cancel(company, first)
    ignore(company, first)
    second = pay_out(company, 9_680)
    assert "96.80 USD were available before it, 96.80 USD left with it, 0.00 USD stayed." in words(company, second)
    release(company, second)
    assert ledger(company) == {BANK: 9_680, FEE: 320, CLEARING: -10_000}
    assert_proven(company)


def test_fees_of_a_proposal_that_is_given_up_go_with_the_payout_that_names_them(company):
    payout = pay_out(company, 9_680)
    cancel(company, payout)
    first, *_ = ignore(company, payout)
    assert "the fees of 3.20 USD that were proposed with it wait for the next payout" in first
    assert_proven(company, waiting_minor=-320)
    pay_out_all(company)
    assert ledger(company) == {BANK: 9_680, FEE: 320, CLEARING: -10_000}
    assert_proven(company)


def test_fees_of_a_proposal_that_is_given_up_after_their_own_payout_go_with_the_next_one(company):
    payout = pay_out(company, 9_680)
    cancel(company, payout)
    named = pay_out_all(company)
    assert ledger(company) == {BANK: 9_680, CLEARING: -9_680}
    ignore(company, payout)
    company.sale(5_000, "usd", at=company.clock.now())
    settle(company, 9 * DAY_S)
    last = pay_out_all(company)
    assert ledger(company, named) == {BANK: 9_680, CLEARING: -9_680}
    assert ledger(company, last)[FEE] == 320 + 175
    assert_proven(company)


def test_a_proposal_that_is_released_keeps_its_fees_when_its_payout_comes_back(company):
    payout = pay_out(company, 9_680)
    release(company, payout)
    assert ledger(company) == {BANK: 9_680, FEE: 320, CLEARING: -10_000}
    cancel(company, payout)
    release(company, payout)
    pay_out_all(company)
    assert ledger(company) == {BANK: 9_680, FEE: 320, CLEARING: -10_000}
    assert_proven(company)


def test_news_of_a_payout_whose_proposal_was_given_up_is_no_discrepancy(company):
    payout = pay_out(company, 9_680)
    ignore(company, payout)
    company.sale(5_000, "usd", at=company.clock.now())
    settle(company, 9 * DAY_S)
    pay_out_all(company)
    company.stripe.account.pay(payout, at=company.clock.now())
    settle(company)
    assert_proven(company, ignored_minor=-9_680)


def test_in_summary_mode_a_proposal_sums_what_the_payout_reached(make):
    company = make(posting__mode="summary")
    company.sale(10_000, "usd", at=NOW_AT - 9 * DAY_S)
    company.sale(5_000, "usd", at=NOW_AT - 8 * DAY_S)
    settle(company, 0)
    first = pay_out(company, 10_000)
    assert "the fees, 3.20 USD, of 1 movement and 1 amount that it reached" in words(company, first)
    release(company, first)
    assert_proven(company, waiting_minor=5_000 - 175)
    second = pay_out(company, 4_505)
    assert "the fees, 1.75 USD, of 1 movement and 1 amount that it reached" in words(company, second)
    release(company, second)
    assert_proven(company)


def test_amounts_that_a_given_up_proposal_summed_go_with_the_next_payout(make):
    company = make(posting__mode="summary")
    company.sale(10_000, "usd", at=NOW_AT - 9 * DAY_S)
    settle(company, 0)
    payout = pay_out(company, 9_680)
    cancel(company, payout)
    first, *_ = ignore(company, payout)
    assert "the fees of 3.20 USD and 1 amount that were proposed with it wait for the next payout" in first
    assert_proven(company, waiting_minor=9_680)
    pay_out_all(company)
    assert {code: ledger(company)[code] for code in (BANK, FEE)} == {BANK: 9_680, FEE: 320}
    assert_proven(company)


def and_one_more(company):
    """Sell once more and let Stripe pay out all of it; return the payout's id."""
    company.sale(5_000, "usd", at=company.clock.now())
    settle(company, 9 * DAY_S)
    return pay_out_all(company)


def arrive(company, payout):
    company.stripe.account.pay(payout, at=company.clock.now())
    settle(company)


def test_news_of_a_payout_keep_the_fees_in_its_proposal_that_another_was_booked_without(company):
    payout = pay_out(company, 9_680)
    named = and_one_more(company)  # Stripe names the first payment for it, too
    assert ledger(company, named) == {BANK: 4_825, FEE: 175, CLEARING: -5_000}
    arrive(company, payout)
    assert "the fees, 3.20 USD, of 1 movement" in words(company, payout)
    release(company, payout)
    assert ledger(company, payout) == {BANK: 9_680, FEE: 320, CLEARING: -10_000}
    assert_proven(company)


def test_news_of_a_released_payout_are_no_discrepancy(company):
    payout = pay_out(company, 9_680)
    release(company, payout)
    and_one_more(company)
    arrive(company, payout)
    assert ledger(company) == {BANK: 9_680 + 4_825, FEE: 320 + 175, CLEARING: -15_000}
    assert_proven(company)


def test_a_payout_that_takes_a_manual_one_along_sums_all_that_it_names(make):
    """Stripe may name the movement of an earlier payout among those of a later one; it is not the later one's own."""
    company = make(posting__mode="summary")
    company.sale(10_000, "usd", at=NOW_AT - 9 * DAY_S)
    settle(company, 0)
    payout = pay_out(company, 4_000)
    company.sale(5_000, "usd", at=company.clock.now())
    settle(company, 9 * DAY_S)
    named = pay_out_all(company)
    assert {code: ledger(company, named)[code] for code in (BANK, FEE)} == {BANK: 10_505, FEE: 495}
    assert ledger(company, named)[CLEARING] == 15_000 - 495 - 10_505
    release(company, payout)
    assert_proven(company)


def test_a_proposal_waits_until_all_before_it_was_read(company):
    """Reserves and corrections have no events: only the balance transactions tell what was available."""
    company.stripe.account.stripe_fee(80, "usd", "Radar", at=company.clock.now() - 60)
    payout = company.stripe.account.create_payout({"amount": 9_000, "currency": "usd"}, at=company.clock.now())["id"]
    company.run_all(after_s=3600)
    assert company.decision(payout).reason_code == "payout.balance_unread"
    company.run("sweep")
    company.run_all(after_s=600)
    assert "96.00 USD were available before it, 90.00 USD left with it, 6.00 USD stayed." in words(company, payout)


def test_in_summary_mode_a_proposal_waits_until_all_before_it_is_decided(make):
    company = make(posting__mode="summary")
    company.sale(10_000, "usd", at=NOW_AT - 9 * DAY_S)
    company.stripe.account.create_payout({"amount": 9_680, "currency": "usd"}, at=company.clock.now())
    company.run("poll", "sweep", after_s=3600)
    now = company.clock.now()
    waiting = {one.object_type: one for one in company.store.inbox.next_subjects(10, now)}
    company.store.inbox.postpone(waiting["charge"], Problem("Later", "Stripe is slow."), due_at=now + 60, now=now)
    company.run("translate")
    assert company.decision(waiting["payout"].object_id).reason_code == "payout.undecided"
    company.run_all(after_s=600)
    assert "1 amount that it reached" in words(company, waiting["payout"].object_id)


def test_a_dispute_that_is_lost_while_its_withdrawal_is_proposed_stays_in_the_proposal(make):
    company = make(posting__mode="summary")
    company.sale(10_000, "usd", at=NOW_AT - 9 * DAY_S)
    disputed = company.sale(5_000, "usd", at=NOW_AT - 9 * DAY_S)
    settle(company, 0)
    dispute = company.stripe.trading.dispute(disputed, at=company.clock.now() - 60)["id"]
    payout = pay_out(company, 8_005)
    assert "3 amounts that it reached" in words(company, payout)
    company.stripe.trading.close_dispute(dispute, won=False, at=company.clock.now())
    settle(company)
    arrive(company, payout)
    assert "3 amounts that it reached" in words(company, payout)
    release(company, payout)
    assert ledger(company, payout)["1410-000"] == 5_000
    assert_proven(company)
