"""What exchange rates leave of disputes and refunds that are over."""

import json
from decimal import Decimal

import pytest

from agent.domain.documents import State
from agent.domain.remainders import Carrier, LedgerRow, Share, ending_codes, remainder_discrepancy, remainders
from agent.domain.settings import Values

CODE, FX = "1410", "7100"


def row(letters, value, local, currency="EUR", stripe_id="dp_1"):
    return LedgerRow(f"{stripe_id}.{letters}", CODE, currency, Decimal(value), Decimal(local), "USD")


def carrier(number, letters, state=State.POSTED, stripe_id="dp_1", *, levels=False):
    reference = f"{stripe_id}.{letters}"
    return Carrier(number, f"A/journal/{letters}/{stripe_id}", stripe_id, reference, state, levels)


TAKEN, BACK = row("W", "100.00", "108.47"), row("I", "-100.00", "-119.32")
WITHDRAWN, REINSTATED = carrier(3, "W"), carrier(5, "I")


def policy(**codes):
    return Values({"accounts.ledger": json.dumps({name.replace("__", ":"): code for name, code in codes.items()})})


def test_what_is_left_in_local_currency_alone_is_a_remainder_with_its_documents():
    [found] = remainders([BACK, TAKEN], [WITHDRAWN, REINSTATED])
    assert (found.stripe_id, found.ledger_code, found.key) == ("dp_1", CODE, "A/journal/I/dp_1")
    assert (found.documents, found.local, found.currency, found.waiting) == ((3, 5), Decimal("-10.85"), "USD", 0)


def test_one_rate_leaves_nothing():
    assert remainders([TAKEN, row("I", "-100.00", "-108.47")], [WITHDRAWN, REINSTATED]) == ()


def test_what_is_still_held_in_its_own_currency_is_not_over():
    assert remainders([TAKEN, row("I", "-60.00", "-70.00")], [WITHDRAWN, REINSTATED]) == ()


def test_money_that_stripe_converted_is_over_when_both_sides_are_there():
    taken = row("A", "-80.00", "-101.46", "GBP")
    [found] = remainders([TAKEN, taken], [WITHDRAWN, carrier(4, "A")])
    assert found.local == Decimal("7.01")


@pytest.mark.parametrize("state", sorted(set(State) - {State.POSTED, State.CANCELLED}, key=lambda one: one.value))
def test_nothing_is_over_while_a_document_of_it_is_not(state):
    assert remainders([TAKEN, BACK], [WITHDRAWN, REINSTATED, carrier(6, "X", state)]) == ()


def test_each_dispute_and_refund_is_looked_at_alone_and_strangers_not_at_all():
    rows = [
        TAKEN,
        BACK,
        row("W", "10.00", "11.00", stripe_id="dp_2"),
        row("I", "-10.00", "-10.85", stripe_id="dp_2"),
        LedgerRow("BY HAND", CODE, "USD", Decimal(9), Decimal(9), "USD"),
    ]
    others = [carrier(7, "W", stripe_id="dp_2"), carrier(8, "I", stripe_id="dp_2")]
    found = remainders(rows, [WITHDRAWN, REINSTATED, *others])
    assert {one.stripe_id: one.local for one in found} == {"dp_1": Decimal("-10.85"), "dp_2": Decimal("0.15")}


def test_a_journal_over_it_that_is_posted_ends_it():
    journal = row("I.E2", "10.85", "10.85", "USD")
    over = carrier(9, "I.E2", levels=True)
    assert remainders([TAKEN, BACK, journal], [WITHDRAWN, REINSTATED, over]) == ()
    [more] = remainders([TAKEN, BACK, row("I.E2", "10.00", "10.00", "USD")], [WITHDRAWN, REINSTATED, over])
    assert (more.local, more.waiting) == (Decimal("-0.85"), 0)


def test_a_journal_over_it_that_the_ledger_does_not_show_is_said_and_not_made_again():
    [found] = remainders([TAKEN, BACK], [WITHDRAWN, REINSTATED, carrier(9, "I.E2", levels=True)])
    assert (found.waiting, found.unseen) == (0, 9)
    assert "Document 9 was posted over it" in remainder_discrepancy(found, FX).message
    [given_up] = remainders([TAKEN, BACK], [WITHDRAWN, REINSTATED, carrier(9, "I.E2", State.CANCELLED, levels=True)])
    assert given_up.unseen == 0


def test_a_dispute_that_goes_on_after_a_journal_over_it_is_not_over():
    rows = [TAKEN, BACK, row("I.E2", "10.85", "10.85", "USD"), row("W2", "100.00", "120.00")]
    documents = [WITHDRAWN, REINSTATED, carrier(9, "I.E2", levels=True), carrier(10, "W2")]
    assert remainders(rows, documents) == ()


def test_rows_of_such_a_journal_alone_say_nothing():
    assert remainders([row("I.E2", "1.00", "1.00", "USD")], [carrier(9, "I.E2", levels=True)]) == ()


def test_the_discrepancy_says_what_to_press():
    [found] = remainders([TAKEN, BACK], [WITHDRAWN, REINSTATED])
    said = remainder_discrepancy(found, FX)
    assert (said.subject, said.code) == ("A/journal/I/dp_1", "exchange.left")
    assert said.message == (
        "Ledger code 1410 has -10.85 USD left of dp_1, which is over (documents 3 and 5): SYSPRO's exchange rate, or its"
        " rounding, was not the same each time. `syspro-stripe adjust 5 --to 7100 --reason ...` prepares a journal that"
        " takes it to the exchange differences."
    )
    assert "--to LEDGER-CODE" in remainder_discrepancy(found, "").message


def test_one_that_has_its_journal_names_that():
    [found] = remainders([TAKEN, BACK], [WITHDRAWN, REINSTATED, carrier(9, "I.E2", State.HELD, levels=True)])
    assert found.waiting == 9
    assert remainder_discrepancy(found, FX).message.endswith(
        "Document 9 takes it off; `syspro-stripe approve 9` if it waits."
    )


def test_one_document_is_one_document():
    rows = [TAKEN, row("W", "-100.00", "-110.00")]
    [found] = remainders(rows, [WITHDRAWN])
    assert "which is over (document 3)" in remainder_discrepancy(found, FX).message


def test_the_accounts_are_those_of_disputes_and_refunds_also_for_single_currencies():
    codes = ending_codes(policy(dispute="1410 ", dispute__eur="1420", refunds="1370", dispute_loss="6200", fx="7100"))
    assert codes == ("1370", "1410", "1420")


def test_an_account_that_is_the_exchange_differences_own_need_not_end_at_nothing():
    assert ending_codes(policy(dispute="7100", refunds="", fx="7100")) == ()


# ---------------------------------------------------------------- summary journals

TOOK = Carrier(20, "A/journal/payout/po_1", "po_1", "po_1", State.POSTED)
GAVE = Carrier(21, "A/journal/payout/po_2", "po_2", "po_2", State.POSTED)
TAKEN_BY = [Share(20, "dp_1", Decimal(100)), Share(20, "dp_2", Decimal(50))]
GIVEN_BY = [Share(21, "dp_1", Decimal(-100)), Share(21, "dp_2", Decimal(-50))]


def summed(reference, value, local):
    return LedgerRow(reference, CODE, "EUR", Decimal(value), Decimal(local), "USD")


#: 150.00 EUR of two disputes, taken at 1.0847 and given back at 1.1932.
SUMMED = [summed("po_1", 150, "162.71"), summed("po_2", -150, "-178.98")]


def test_what_two_summary_journals_leave_is_told_apart_by_dispute_to_the_cent():
    found = remainders(SUMMED, [TOOK, GAVE], [*TAKEN_BY, *GIVEN_BY])
    assert [(one.stripe_id, one.local, one.documents) for one in found] == [
        ("dp_1", Decimal("-10.85"), (20, 21)), ("dp_2", Decimal("-5.42"), (20, 21)),
    ]  # fmt: skip
    assert len({one.key for one in found}) == 2
    assert sum(one.local for one in found) == sum(row.local for row in SUMMED)


def test_a_dispute_that_a_summary_has_taken_and_its_own_journal_given_back_is_put_together():
    back = LedgerRow("dp_1.I", CODE, "EUR", Decimal(-100), Decimal("-119.32"), "USD")
    [found] = remainders([SUMMED[0], back], [TOOK, REINSTATED], TAKEN_BY)
    assert (found.stripe_id, found.local, found.documents) == ("dp_1", Decimal("-10.85"), (5, 20))


def test_a_summary_that_says_apart_what_came_and_what_went_is_of_one_rate():
    rows = [summed("po_1", 100, "108.47"), summed("po_1", -50, "-54.24")]
    shares = [Share(20, "dp_1", Decimal(100)), Share(20, "dp_2", Decimal(-50))]
    others = [summed("po_2", -100, "-119.32"), summed("po_2", 50, "59.66")]
    back = [Share(21, "dp_1", Decimal(-100)), Share(21, "dp_2", Decimal(50))]
    found = remainders([*rows, *others], [TOOK, GAVE], [*shares, *back])
    assert {one.stripe_id: one.local for one in found} == {"dp_1": Decimal("-10.85"), "dp_2": Decimal("5.42")}


@pytest.mark.parametrize("value", [0, 149])
def test_a_summary_that_somebody_has_changed_says_nothing_of_any_dispute(value):
    assert remainders([summed("po_1", value, "162.71"), SUMMED[1]], [TOOK, GAVE], [*TAKEN_BY, *GIVEN_BY]) == ()


def test_nothing_is_over_while_a_summary_of_it_is_not():
    waiting = Carrier(21, "A/journal/payout/po_2", "po_2", "po_2", State.IN_DOUBT)
    assert remainders(SUMMED, [TOOK, waiting], [*TAKEN_BY, *GIVEN_BY]) == ()


def test_a_journal_over_what_summaries_left_ends_it():
    over = Carrier(30, "A/journal/exchange#2/dp_1", "dp_1", "dp_1.E2", State.POSTED, levels=True)
    journal = LedgerRow("dp_1.E2", CODE, "USD", Decimal("10.85"), Decimal("10.85"), "USD")
    found = remainders([*SUMMED, journal], [TOOK, GAVE, over], [*TAKEN_BY, *GIVEN_BY])
    assert [one.stripe_id for one in found] == ["dp_2"]
