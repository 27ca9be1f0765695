"""The books: the worked example to the cent, and every mistake that other products make."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.events import WITH_PAYOUT, subject_of
from agent.domain.facts import ErpFacts, OpenInvoice
from agent.domain.kinds import Journal, Kind
from agent.domain.money import Money
from tests.unit.domain import cases
from tests.unit.domain.movements import (
    ACCOUNTS,
    CUSTOMER,
    DAY_S,
    GIVEN_BACK,
    INVOICE,
    INVOICED,
    OPEN_ORDER,
    ORDER,
    TAKEN,
    bodies,
    decided,
    dispute,
    effect_of,
    failed,
    invoiced,
    legs_of,
    mapping,
    moved,
    movement,
    own,
    payout,
    refund,
    refunded,
    usd,
)

CLEARING = "CLR"

#: Route of payouts -> the settings that it needs.
ROUTES = {
    "journal": {},
    "cashbook": {"payouts__route": "cashbook"},
    "bank_charges": {
        "payouts__route": "bank_charges",
        "receipts__deposit_slips": "yes",
        "accounts__ledger": ACCOUNTS.replace('"bank": "BANK"', '"bank": "BANK", "bank_charge": "FEE"'),
    },
}


def paid(name, minor, *, erp=None, **changes):
    """Facts of a payment `ch_NAME` by a guest."""
    given = cases.charge(id=f"ch_{name}", amount=minor, amount_captured=minor, **changes)
    facts = cases.facts(given, erp=erp)
    return replace(facts, stripe=replace(facts.stripe, subject=f"ch_{name}"))


def posted_by(decision):
    """Our documents of a payment, once SYSPRO has them, and the order's number."""
    keys = {Kind.SALES_ORDER: ORDER, Kind.RECEIPT: "2023/11/1"}
    return tuple(
        own(
            draft.key.kind.value,
            draft.key.purpose,
            stripe_id=draft.key.stripe_id,
            erp_key=keys[draft.key.kind],
            customer=draft.body.customer,
        )
        for draft in decision.drafts
    )


# ---------------------------------------------------------------- the worked example

FEE_A = moved("a", 12000, fee=378, source="ch_A")
FEE_B = moved("b", 5000, fee=175, source="ch_B")
OUT_A = moved("r", -3000, "refund", source="re_A")


def example():
    """Decide payment A (order), payment B (invoice 1007), part refund of A and payout of BOOKS, section 4."""
    sale = decide(paid("A", 12000), mapping())
    named = {"metadata": {"invoice_number": "1007"}}
    open_invoice = OpenInvoice(CUSTOMER, INVOICE, "I", usd(5000))
    invoice = decide(paid("B", 5000, erp=ErpFacts(open_invoice=open_invoice, stock=cases.STOCK), **named), mapping())
    part = refund(id="re_A", charge="ch_A", balance_transaction=OUT_A.id)
    back = decided(refunded(part, ours=posted_by(sale), moves=(OUT_A,)))
    return sale, invoice, back, decided(payout(FEE_A, FEE_B, OUT_A))


def test_the_worked_example_leaves_nothing_in_clearing_and_nothing_at_stripe():
    effect = effect_of(*example())
    balance = sum(one.net_minor for one in (FEE_A, FEE_B, OUT_A)) - 13447
    assert effect.get(CLEARING, 0) == balance == 0


def test_the_worked_example_moves_each_account_as_the_books_say():
    sale, invoice, back, out = example()
    assert effect_of(sale) == {"CLR": 12000, "AR": -12000}
    assert effect_of(invoice) == {"CLR": 5000, "AR": -5000}
    assert effect_of(back) == {"SALES": 2500, "TAX": 500, "CLR": -3000}
    assert effect_of(out) == {"BANK": 13447, "FEE": 553, "CLR": -14000}


def test_in_the_worked_example_payment_a_stays_on_account_and_payment_b_pays_its_invoice():
    sale, invoice, _, _ = example()
    assert bodies(sale)[("receipt", "payment")].unapplied == usd(12000)
    receipt = bodies(invoice)[("receipt", "payment")]
    assert (receipt.allocations[0].invoice, receipt.unapplied) == (INVOICE, usd(0))
    assert [kind for kind, _ in bodies(invoice)] == ["receipt"]


def test_in_the_worked_example_every_leg_is_posted_once():
    legs = legs_of(*example())
    assert len(set(legs)) == len(legs)
    assert set(legs) == {
        ("ch_A", "amount"), ("ch_B", "amount"), ("txn_r", "amount"), ("txn_po", "amount"), ("txn_a", "fees"),
        ("txn_b", "fees"),
    }  # fmt: skip


# ---------------------------------------------------------------- the mistakes of others, BOOKS section 8


def test_1_fees_are_booked_with_the_payout_and_not_with_the_payment_too():
    booked = replace(paid("A", 12000), stripe=replace(paid("A", 12000).stripe, balance_transactions=(FEE_A,)))
    sale = decide(booked, mapping())
    assert effect_of(sale) == {"CLR": 12000, "AR": -12000}
    assert {part for _, part in legs_of(sale)} == {"amount"}
    assert effect_of(decided(payout(FEE_A, amount=11622)))["FEE"] == 378


def test_2_what_was_refunded_in_all_is_never_taken_for_one_refund():
    second = refund(id="re_2", balance_transaction="txn_2")
    facts = refunded(second, moves=(moved("2", -3000, "refund", source="re_2"),))
    charge = facts.stripe.objects["charge"] | {"amount_refunded": 6000}
    facts = replace(facts, stripe=replace(facts.stripe, objects=facts.stripe.objects | {"charge": charge}))
    assert effect_of(decided(facts))["CLR"] == -3000


def test_3_a_part_capture_is_a_smaller_payment_and_no_refund():
    part = paid("A", 12000)
    charge = part.stripe.objects["charge"] | {"amount_captured": 4000, "amount_refunded": 8000}
    moves = (moved("a", 12000, source="ch_A"), moved("p", -8000, "partial_capture_reversal", source="ch_A"))
    stripe = replace(part.stripe, objects={"charge": charge}, balance_transactions=moves)
    assert effect_of(decide(replace(part, stripe=stripe), mapping())) == {"CLR": 4000, "AR": -4000}
    assert {subject_of(one) for one in moves} == {("ch_A", "charge")}


def test_4_the_payouts_own_movement_is_not_among_its_parts():
    made = decided(payout(FEE_A, FEE_B, OUT_A, own_fee=0))
    assert made.outcome is Outcome.DOCUMENTS
    assert effect_of(made)["BANK"] == 13447


def test_5_a_refund_before_invoicing_leaves_no_credit_note_for_a_sale_that_never_was():
    for amount in (3000, 12000):
        made = decided(refunded(refund(amount=amount), erp=OPEN_ORDER))
        assert not {"ar_document", "invoice_credit", "credit_note"} & {kind for kind, _ in bodies(made)}
        assert effect_of(made) == {"AR": amount, "CLR": -amount}


def test_6_a_dispute_is_no_refund():
    lost = decided(dispute(TAKEN, status="lost"))
    assert {draft.key.kind for draft in lost.drafts} == {Kind.JOURNAL}
    assert {"SALES", "AR"} & set(effect_of(lost)) == set()


def test_6_a_payment_that_was_disputed_and_is_refunded_too_moves_the_money_of_each_once():
    both = effect_of(
        decided(dispute(TAKEN, GIVEN_BACK, status="won")), decided(refunded(refund(amount=12000), erp=OPEN_ORDER))
    )
    assert both == {"FEE-DISP": 1500, "AR": 12000, "CLR": -13500}


def test_7_a_failed_payout_does_not_stay_in_the_bank():
    back = moved("back", 13447, "payout_reversal", source="po_1", at=3 * DAY_S)
    for route in ROUTES.values():
        effect = effect_of(decided(payout(FEE_A, FEE_B, OUT_A, status="failed", back=back), **route))
        assert effect == {"FEE": 553, "CLR": -553}


def test_8_the_receipt_is_gross():
    facts = paid("A", 12000)
    booked = replace(facts, stripe=replace(facts.stripe, balance_transactions=(FEE_A,)))
    assert bodies(decide(booked, mapping()))[("receipt", "payment")].value == usd(12000)


def test_9_one_payer_in_two_currencies_becomes_two_customers():
    made = []
    for currency in ("usd", "eur"):
        facts = cases.facts(cases.charge(currency=currency), customer=cases.customer(), held=("usd", "eur"))
        made.append(decide(facts, mapping()))
    customers = [
        bodies(one)[("customer", f"payer-{currency}")] for one, currency in zip(made, ("usd", "eur"), strict=True)
    ]
    assert [one.currency for one in customers] == ["USD", "EUR"]
    assert len({one.reference for one in customers}) == 2
    assert len({one.drafts[-1].party for one in made}) == 2


def test_10_a_refund_that_failed_leaves_nothing_and_its_fee_goes_with_the_payout_that_settles_it():
    assert effect_of(decided(failed(refunded()))) == {}
    out = moved("out", -3000, "refund", fee=50, source="re_1")
    back = moved("back", 3000, "refund_failure", fee=-50, source="re_1")
    effect = effect_of(decided(payout(FEE_A, out, back, amount=11622)))
    assert effect == {"BANK": 11622, "FEE": 378, "CLR": -12000}


def test_11_money_that_a_person_allocated_is_not_paid_back_out_of_the_account_again():
    moved_away = replace(OPEN_ORDER, on_account=None)
    made = decided(refunded(erp=moved_away))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.not_on_account")


def test_11_the_refund_of_an_order_whose_receipt_a_person_allocated_credits_the_invoice():
    allocated = replace(INVOICED, on_account=None)
    assert effect_of(decided(refunded(erp=allocated))) == {"SALES": 2500, "TAX": 500, "CLR": -3000}


@pytest.mark.parametrize(("currency", "minor", "units"), [("jpy", 500, "500"), ("isk", 50000, "500.00"), ("kwd", 500000, "500.000")])  # fmt: skip
def test_12_minor_units_are_those_of_stripe(currency, minor, units):
    codes = {"currencies__to_syspro": f'{{"{currency}": "CUR"}}', "receipts__ledger_code": f'{{"{currency}": "CLR"}}'}
    made = decided(movement(moved("1", -minor, "other_adjustment", currency=currency)), **codes)
    values = {str(line.value.to_decimal()) for draft in made.drafts for line in draft.body.lines}
    assert values == {units, f"-{units}"}


def test_13_a_manual_payout_is_proposed_and_not_explained_by_guessing():
    made = decided(payout(amount=10000, automatic=False, complete=False, unsettled=(FEE_A,)))
    assert {(draft.state, draft.reason_code) for draft in made.drafts} == {(State.HELD, "payout.proposal")}


def test_14_a_reserve_is_no_income():
    held = decided(movement(moved("hold", -5000, "risk_reserved_funds")))
    released = decided(movement(moved("free", 5000, "risk_reserved_funds", at=DAY_S)))
    assert effect_of(held) == {"RES": 5000, "CLR": -5000}
    assert effect_of(held, released) == {}


def test_15_all_events_about_one_payment_make_the_same_documents():
    first = decide(paid("A", 12000), mapping())
    intent = {"id": "pi_1", "object": "payment_intent", "latest_charge": "ch_A"}
    facts = paid("A", 12000)
    later = replace(
        facts, stripe=replace(facts.stripe, objects=facts.stripe.objects | {"payment_intent": intent}), sent=True
    )
    assert decide(later, mapping()).drafts == first.drafts
    assert {draft.key.stripe_id for draft in first.drafts} == {"ch_A"}


# ---------------------------------------------------------------- properties

minor = st.integers(-(10**7), 10**7)
fees = st.lists(
    st.tuples(st.sampled_from(("stripe_fee", "tax", "application_fee")), st.integers(-500, 500)), max_size=3
)
CATEGORIES = (
    "charge",
    "refund",
    "refund_failure",
    "dispute",
    "other_adjustment",
    "risk_reserved_funds",
    *sorted(WITH_PAYOUT),
)


@st.composite
def movements(draw, least=0):
    """Movements of the balance with ids and sources of their own."""
    count = draw(st.integers(least, 6))
    made = []
    for number in range(count):
        details = tuple(draw(fees))
        fee = sum(value for _, value in details)
        category = draw(st.sampled_from(CATEGORIES))
        one = moved(
            str(number),
            draw(minor),
            category,
            fee=fee,
            source=f"src_{number}",
            fees=details,
            at=draw(st.integers(-2, 2)),
        )
        made.append(one)
    return tuple(made)


def journals_of(decision):
    return [draft.body for draft in decision.drafts if isinstance(draft.body, Journal)]


def assert_sound(decision):
    """Every journal balances, no line is zero, no leg is covered twice."""
    for journal in journals_of(decision):
        assert sum(line.value.minor for line in journal.lines) == 0
        assert all(line.value.minor for line in journal.lines)
        assert journal.lines
    legs = legs_of(decision)
    assert len(set(legs)) == len(legs)


@given(parts=movements(), start=st.integers(-2, 2), route=st.sampled_from(tuple(ROUTES)))
def test_a_payout_whatever_it_settles_balances_and_has_no_leg_twice(parts, start, route):
    net = sum(one.net_minor for one in parts)
    made = decided(payout(*parts, amount=net, start_at=cases.PAID_AT + start), **ROUTES[route])
    assert made.outcome is Outcome.DOCUMENTS
    assert_sound(made)


@given(parts=movements(), returned=st.booleans(), automatic=st.booleans(), route=st.sampled_from(tuple(ROUTES)))
def test_after_a_payout_clearing_holds_what_stripe_holds(parts, returned, automatic, route):
    """Everything the payout posts moves clearing by the payout and by the fees it covers."""
    net = sum(one.net_minor for one in parts)
    back = moved("back", net, "payout_reversal", source="po_1") if returned else None
    named = {} if automatic else {"unsettled": parts}
    facts = payout(*(parts if automatic else ()), amount=net, status="failed" if returned else "paid", back=back,
                   automatic=automatic, **named)  # fmt: skip
    made = decided(facts, **ROUTES[route])
    known = {one.id: one for one in (*facts.stripe.balance_transactions, *parts)}
    legs = [(known[key], part) for key, part in legs_of(made)]
    posted = sum(-one.fee_minor if part == "fees" else one.amount_minor for one, part in legs)
    assert effect_of(made).get(CLEARING, 0) == posted


@given(one=movements(least=1))
def test_a_movement_of_its_own_balances(one):
    for each in one:
        made = decided(movement(each))
        assert_sound(made)
        if made.drafts:
            assert effect_of(made).get(CLEARING, 0) == each.net_minor


@given(taken=st.integers(1, 10**6), back=st.integers(0, 10**6), fee=st.integers(-2000, 2000), lost=st.booleans())
def test_a_dispute_balances_whatever_it_took_and_gave_back(taken, back, fee, lost):
    moves = [moved("t", -taken, "dispute", fee=fee, source="dp_1")]
    moves += [moved("b", back, "dispute_reversal", source="dp_1", at=DAY_S)] if back else []
    made = decided(dispute(*moves, status="lost" if lost else "won"))
    assert_sound(made)
    assert effect_of(made).get(CLEARING, 0) == sum(one.net_minor for one in moves)
    # What stays away of a dispute that is won in part is proposed as a loss.
    assert effect_of(made).get("DISP", 0) == (0 if lost or 0 < back < taken else taken - back)
    assert any(draft.state is State.HELD for draft in made.drafts) == (not lost and 0 < back < taken)


@given(amount=st.integers(1, 12000), tax=st.integers(0, 12000), money=st.sampled_from(("receipt", "cashbook", "journal")),
       credit=st.sampled_from(("auto", "arstin")))  # fmt: skip
def test_a_refund_moves_clearing_by_itself_and_by_nothing_when_it_failed(amount, tax, money, credit):
    erp = replace(INVOICED, invoices=(invoiced(12000, tax),))
    facts = refunded(refund(amount=amount), erp=erp, charged=12001)
    settings = {"refunds__money": money, "refunds__credit": credit}
    made, back = decided(facts, **settings), decided(failed(facts), **settings)
    assert_sound(made)
    assert_sound(back)
    effect = effect_of(made)
    assert effect.pop(CLEARING) == -amount
    assert sum(effect.values()) == amount
    assert set(effect) <= {"SALES", "TAX"}
    assert effect_of(back) == {}


def test_amounts_stay_money():
    assert all(isinstance(draft.amount, Money) for made in example() for draft in made.drafts if draft.legs)
