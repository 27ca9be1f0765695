"""A dispute: money withdrawn, given back or lost, and inquiries that move nothing."""

from dataclasses import replace

import pytest

from agent.domain.decisions import Outcome
from agent.domain.facts import ErpOrder, OpenInvoice, OwnDocument
from tests.unit.domain.cases import PAID_AT
from tests.unit.domain.movements import (
    CUSTOMER,
    DAY,
    DAY_S,
    FEE_BACK,
    GIVEN_BACK,
    INVOICE,
    ORDER,
    PERIODS,
    TAKEN,
    bodies,
    decided,
    dispute,
    effect_of,
    legs_of,
    moved,
    usd,
)

GATES = {
    "dispute.inquiry": dispute(status="warning_needs_response"),
    "dispute.not_booked": dispute(),
    "dispute.before_start": dispute(TAKEN, start_at=PAID_AT + 1),
}
LATER = replace(PERIODS, ledger_year=2024, ledger_period=1, ledger_ends=("2024-01-31", "2024-02-29"),
                ledger_previous_ends=PERIODS.ledger_ends)  # fmt: skip


def own(purpose, state="posted"):
    return OwnDocument("journal", purpose, "dp_1", state, "2023/11/1")


@pytest.mark.parametrize("code", GATES)
def test_each_gate_ends_the_decision_with_a_reason_that_names_the_money(code):
    made = decided(GATES[code])
    assert (made.reason_code, made.drafts) == (code, ())
    assert "120.00 USD" in made.reason


def test_an_inquiry_says_until_when_it_can_be_answered():
    assert decided(GATES["dispute.inquiry"]).reason.endswith("Answer it in Stripe by 2023-11-21.")


@pytest.mark.parametrize(
    "facts",
    [dispute(status="warning_closed"), dispute(status="warning_needs_response", given={"evidence_details": None})],
)
def test_an_inquiry_that_needs_no_answer_asks_for_none(facts):
    assert decided(facts).reason.endswith("no money has moved.")


def test_money_that_a_dispute_takes_and_its_fee_leave_clearing():
    made = decided(dispute(TAKEN))
    assert effect_of(made) == {"DISP": 12000, "FEE-DISP": 1500, "CLR": -13500}
    assert legs_of(made) == [("txn_taken", "amount"), ("txn_taken", "fees")]
    [journal] = bodies(made).values()
    assert (journal.date, journal.currency, journal.year, journal.period) == (DAY, "USD", "2023", "11")
    assert made.drafts[0].amount == usd(-13500)


TAXED = moved("taken", -12000, "dispute", fee=1500, source="dp_1", fees=(("stripe_fee", 1250), ("tax", 250)))


@pytest.mark.parametrize(
    ("accounts", "fees"),
    [
        ('"fee": "FEE", "fee.dispute": "FEE-DISP", "fee.tax": "FEE-TAX"', {"FEE-DISP": 1250, "FEE-TAX": 250}),
        ('"fee": "FEE", "fee.dispute": "FEE-DISP", "fee.tax:usd": "FEE-TAX"', {"FEE-DISP": 1250, "FEE-TAX": 250}),
        ('"fee": "FEE", "fee.dispute": "FEE-DISP"', {"FEE-DISP": 1500}),
        ('"fee": "FEE"', {"FEE": 1500}),
    ],
)
def test_tax_on_the_fee_of_a_dispute_stands_apart_where_the_site_wants_that(accounts, fees):
    made = decided(dispute(TAXED), accounts__ledger=f'{{"dispute": "DISP", {accounts}}}')
    assert effect_of(made) == {"DISP": 12000, **fees, "CLR": -13500}


def test_tax_that_comes_back_with_the_fee_of_a_dispute_leaves_nothing():
    back = moved("given_back", 12000, "dispute_reversal", fee=-1500, source="dp_1", at=DAY_S, fees=(("stripe_fee", -1250), ("tax", -250)))  # fmt: skip
    assert effect_of(decided(dispute(TAXED, back, status="won"))) == {}


def test_a_fee_whose_parts_do_not_add_up_is_a_fee_as_a_whole():
    made = decided(dispute(replace(TAXED, fees=(("stripe_fee", 1250), ("tax", 25)))))
    assert effect_of(made) == {"DISP": 12000, "FEE-DISP": 1500, "CLR": -13500}


def test_a_dispute_that_is_won_gives_the_money_back_and_stripe_keeps_its_fee():
    made = decided(dispute(TAKEN, GIVEN_BACK, status="won"))
    assert effect_of(made) == {"FEE-DISP": 1500, "CLR": -1500}
    assert bodies(made)[("journal", "reinstated")].date == "2023-11-24"


def test_a_fee_that_comes_back_with_a_won_dispute_leaves_nothing():
    assert effect_of(decided(dispute(TAKEN, FEE_BACK, status="won"))) == {}


def test_a_dispute_that_is_lost_becomes_a_loss():
    made = decided(dispute(TAKEN, status="lost"))
    assert list(bodies(made)) == [("journal", "withdrawn"), ("journal", "lost")]
    assert effect_of(made) == {"LOSS": 12000, "FEE-DISP": 1500, "CLR": -13500}
    assert [draft.blocks for draft in made.drafts] == [True, False]


def test_of_a_dispute_that_is_lost_in_part_the_part_that_stays_away_is_the_loss():
    part = moved("part", 5000, "dispute_reversal", source="dp_1", at=DAY_S)
    made = decided(dispute(TAKEN, part, status="lost"))
    assert effect_of(made) == {"LOSS": 7000, "FEE-DISP": 1500, "CLR": -8500}


def test_an_inquiry_whose_money_was_taken_is_posted():
    assert decided(dispute(TAKEN, status="warning_under_review")).outcome is Outcome.DOCUMENTS


def test_money_that_was_taken_before_the_first_day_and_comes_back_after_it_is_posted():
    made = decided(dispute(TAKEN, GIVEN_BACK, status="won", start_at=PAID_AT + 1))
    assert effect_of(made) == {"CLR": 12000, "DISP": -12000}
    assert legs_of(made) == [("txn_given_back", "amount"), ("txn_given_back", "fees")]


def test_the_loss_counts_what_was_taken_before_the_first_day():
    part = moved("part", 5000, "dispute_reversal", source="dp_1", at=DAY_S)
    made = decided(dispute(TAKEN, part, status="lost", start_at=PAID_AT + 1))
    assert effect_of(made) == {"CLR": 5000, "DISP": -12000, "LOSS": 7000}


def test_a_fee_that_is_a_movement_of_its_own_is_left_to_the_payout():
    fee = moved("fee", -1500, "fee", source="dp_1", type="stripe_fee")
    made = decided(dispute(replace(TAKEN, fee_minor=0, net_minor=-12000), fee))
    assert effect_of(made) == {"DISP": 12000, "CLR": -12000}
    assert "txn_fee" not in {key for key, _ in legs_of(made)}


@pytest.mark.parametrize(("fee", "effect"), [(1500, {"FEE-DISP": 1500, "CLR": -1500}), (-1500, {"FEE-DISP": -1500, "CLR": 1500})])  # fmt: skip
def test_a_movement_that_is_a_fee_alone_is_posted(fee, effect):
    assert effect_of(decided(dispute(moved("only", 0, "dispute", fee=fee, source="dp_1")))) == effect


def test_a_dispute_is_posted_in_the_currency_that_it_moved():
    taken = moved("taken", -11000, "dispute", currency="eur", source="dp_1")
    [journal] = bodies(decided(dispute(taken))).values()
    assert journal.currency == "EUR"
    assert {line.value.currency for line in journal.lines} == {"eur"}


def test_a_dispute_without_movements_is_never_in_a_currency_of_ours():
    assert decided(dispute(given={"currency": "jpy"})).reason.endswith("the disputed 12,000 JPY yet.")


# ---------------------------------------------------------------- accounts and periods


def test_an_account_without_a_ledger_code_holds_the_dispute_and_says_how_to_set_it():
    made = decided(dispute(TAKEN), accounts__ledger='{"fee": "FEE"}')
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "account.unmapped")
    assert "`syspro-stripe map dispute LEDGER-CODE`" in made.reason


def test_the_account_of_losses_is_asked_for_when_there_is_a_loss():
    accounts = {"accounts__ledger": '{"fee": "FEE", "dispute": "DISP"}'}
    assert decided(dispute(TAKEN), **accounts).outcome is Outcome.DOCUMENTS
    assert "map dispute_loss LEDGER-CODE" in decided(dispute(TAKEN, status="lost"), **accounts).reason


def test_a_loss_that_goes_to_the_account_of_disputes_itself_needs_no_journal():
    same = '{"fee": "FEE", "dispute": "DISP", "dispute_loss": "DISP"}'
    assert list(bodies(decided(dispute(TAKEN, status="lost"), accounts__ledger=same))) == [("journal", "withdrawn")]


def test_a_currency_without_a_syspro_code_holds_the_dispute():
    assert decided(dispute(TAKEN), currencies__to_syspro="{}").reason_code == "currency.unmapped"


def test_a_day_whose_period_is_closed_is_held_where_the_site_wants_that():
    late = replace(dispute(TAKEN), erp=replace(dispute(TAKEN).erp, periods=LATER))
    made = decided(late, periods__journals="hold")
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "period.closed")
    assert f"{DAY} belongs to ledger period 11 of 2023, and period 1 of 2024 is open" in made.reason


@pytest.mark.parametrize("state", ["posted", "in_doubt", "posting"])
def test_what_was_posted_while_its_period_was_open_holds_nothing_later(state):
    won = dispute(TAKEN, moved("given_back", 12000, "dispute_reversal", at=55 * DAY_S), status="won")
    later = replace(won, erp=replace(won.erp, periods=LATER), ours=(own("withdrawn", state),))
    made = decided(later, periods__journals="hold")
    assert made.outcome is Outcome.DOCUMENTS
    assert (bodies(made)[("journal", "reinstated")].year, bodies(made)[("journal", "reinstated")].period) == (
        "2024",
        "1",
    )


@pytest.mark.parametrize("dispute_id", ["du_" + "1" * 24, "dp_" + "x" * 252])
def test_every_journal_has_a_reference_of_its_own_that_fits_syspro(dispute_id):
    made = decided(
        dispute(TAKEN, replace(GIVEN_BACK, amount_minor=5000, net_minor=5000), status="lost", given={"id": dispute_id})
    )
    references = [draft.body.reference for draft in made.drafts]
    assert len(set(references)) == 3
    assert all(len(reference) <= 30 for reference in references)


SOLD = OpenInvoice(CUSTOMER, INVOICE, "I", usd(0), value=usd(12000), tax=usd(2000))


def sold(invoices=(SOLD,), **changes):
    """A lost dispute of a payment whose order was invoiced, and whose site takes the sale back by a credit note."""
    facts = dispute(TAKEN, status="lost", **changes)
    posted = (
        OwnDocument("receipt", "payment", "ch_1", "posted", "2023/11/7", customer=CUSTOMER),
        OwnDocument("sales_order", "sale", "ch_1", "posted", ORDER),
    )
    erp = replace(facts.erp, order=ErpOrder(ORDER, "9", CUSTOMER, INVOICE), invoices=invoices)
    return replace(facts, ours=posted, erp=erp)


def test_a_lost_dispute_takes_the_sale_back_where_the_policy_says_so():
    made = decided(sold(), disputes__lost="credit_note")
    credit, close = bodies(made)[("ar_document", "credit")], bodies(made)[("adjustment", "adjustment")]
    assert ("journal", "lost") not in bodies(made)
    assert (credit.transaction_type, credit.value, credit.tax, credit.customer) == (
        "C",
        usd(12000),
        usd(2000),
        CUSTOMER,
    )
    assert (close.value, close.ledger_code, close.reference) == (usd(12000), "DISP", "dp_1.A")
    assert made.drafts[-1].needs["invoice"].purpose == "credit"


def test_a_lost_dispute_whose_invoice_is_not_known_waits_for_a_retry():
    made = decided(sold(invoices=()), disputes__lost="credit_note")
    assert [draft.reason_code for draft in made.drafts] == ["", "dispute.tax_unknown", ""]


@pytest.mark.parametrize("facts", [dispute(TAKEN, status="lost"), sold(given={"currency": "eur"})])
def test_a_lost_dispute_of_money_that_was_not_posted_or_was_converted_stays_a_loss(facts):
    assert ("journal", "lost") in bodies(decided(facts, disputes__lost="credit_note"))


def test_a_credit_note_is_never_above_what_syspro_has_invoiced():
    part = replace(SOLD, value=usd(1000), tax=usd(0))
    made = decided(sold(invoices=(part,)), disputes__lost="credit_note")
    assert [draft.reason_code for draft in made.drafts] == ["", "dispute.more_than_invoiced", ""]
    assert "10.00 USD" in made.drafts[1].reason


def test_of_a_dispute_that_is_lost_in_part_the_sale_is_not_taken_back_whole():
    facts = sold()
    part = moved("part", 5000, "dispute_reversal", source="dp_1", at=DAY_S)
    stripe = replace(facts.stripe, balance_transactions=(TAKEN, part))
    made = decided(replace(facts, stripe=stripe), disputes__lost="credit_note")
    assert effect_of(made) == {"LOSS": 7000, "FEE-DISP": 1500, "CLR": -8500}


def test_a_credit_note_for_a_lost_dispute_leaves_nothing_disputed():
    made = decided(sold(), disputes__lost="credit_note")
    assert effect_of(made) == {"SALES": 10000, "TAX": 2000, "FEE-DISP": 1500, "CLR": -13500}
