"""The table of the books, section 3: each movement of Stripe's as the double entry that it says, row by row."""

import pytest

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.facts import Summing
from tests.unit.domain import cases
from tests.unit.domain.mode_cases import made_of as summed
from tests.unit.domain.movements import (
    DAY_S,
    GIVEN_BACK,
    INVOICED,
    MONEY,
    OPEN_ORDER,
    TAKEN,
    bodies,
    decided,
    dispute,
    effect_of,
    failed,
    mapping,
    moved,
    movement,
    payout,
    refund,
    refunded,
)
from tests.unit.domain.test_cases_dispute import sold
from tests.unit.domain.test_decide_summaries import SOLD, lines_of
from tests.unit.domain.test_decide_summaries import payout as summary_payout

CHARGE = moved("a", 12000, fee=378, source="ch_1")
PAID = dispute(TAKEN, status="lost")
RETURNED = moved("back", 11622, "payout_reversal", source="po_1", at=3 * DAY_S)
RADAR = moved("radar", -200, "fee", type="stripe_fee")
TAX = moved("tax", -38, "tax", type="tax_fee")
LOST = {"LOSS": 12000, "FEE-DISP": 1500, "CLR": -13500}
#: The note is closed against the dispute, so receivables are where they were.
CREDITED = {"SALES": 10000, "TAX": 2000, "FEE-DISP": 1500, "CLR": -13500}

#: Row of the table -> what was decided, and the entry, debits above zero.
ROWS = {
    "charge": (lambda: decide(cases.facts(cases.charge(amount=12000, amount_captured=12000)), mapping()), {"CLR": 12000, "AR": -12000}),
    "its fees": (lambda: decided(payout(CHARGE, amount=11622)), {"BANK": 11622, "FEE": 378, "CLR": -12000}),
    "refund, invoiced": (lambda: decided(refunded(erp=INVOICED)), {"SALES": 2500, "TAX": 500, "CLR": -3000}),
    "refund, not invoiced": (lambda: decided(refunded(erp=OPEN_ORDER)), {"AR": 3000, "CLR": -3000}),
    "refund that failed": (lambda: decided(failed(refunded())), {}),
    "refund, not invoiced, that failed": (lambda: decided(failed(refunded(erp=OPEN_ORDER))), {}),
    "dispute: funds withdrawn, and its fee": (lambda: decided(dispute(TAKEN)), {"DISP": 12000, "FEE-DISP": 1500, "CLR": -13500}),
    "dispute won": (lambda: decided(dispute(TAKEN, GIVEN_BACK, status="won")), {"FEE-DISP": 1500, "CLR": -1500}),
    "dispute lost, journal": (lambda: decided(PAID), LOST),
    "dispute lost, credit note": (lambda: decided(sold(), disputes__lost="credit_note"), CREDITED),
    "payout": (lambda: decided(payout(CHARGE, amount=11622)), {"BANK": 11622, "FEE": 378, "CLR": -12000}),
    "payout, cash book": (lambda: decided(payout(CHARGE, amount=11622), payouts__route="cashbook"), {"BANK": 11622, "FEE": 378, "CLR": -12000}),
    "payout that failed": (lambda: decided(payout(CHARGE, amount=11622, status="failed", back=RETURNED)), {"FEE": 378, "CLR": -378}),
    "reserve hold": (lambda: decided(movement(moved("1", -5000, "risk_reserved_funds"))), {"RES": 5000, "CLR": -5000}),
    "reserve release": (lambda: decided(movement(moved("1", 5000, "risk_reserved_funds"))), {"RES": -5000, "CLR": 5000}),
    "Stripe's own fees, and tax on them": (lambda: decided(payout(CHARGE, RADAR, TAX, amount=11384)), {"BANK": 11384, "FEE": 578, "FEE-TAX": 38, "CLR": -12000}),
    "top-up": (lambda: decided(movement(moved("1", 5000, "topup"))), {"CLR": 5000, "BANK": -5000}),
    "transfer (Connect)": (lambda: decided(movement(moved("1", -5000, "transfer")), accounts__ledger='{"connect.transfer": "CONNECTED"}'), {"CONNECTED": 5000, "CLR": -5000}),
    "application fee (Connect)": (lambda: decided(movement(moved("1", 250, "platform_earning")), accounts__ledger='{"platform_earning": "EARNED"}'), {"EARNED": -250, "CLR": 250}),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_each_movement_is_the_entry_that_the_books_say(row):
    made, entry = ROWS[row]
    assert effect_of(made()) == entry
    assert sum(entry.values()) == 0


@pytest.mark.parametrize("money", ["receipt", "cashbook", "journal"])
@pytest.mark.parametrize(
    ("erp", "entry"),
    [(INVOICED, {"SALES": 2500, "TAX": 500, "CLR": -3000}), (OPEN_ORDER, {"AR": 3000, "CLR": -3000})],
    ids=["invoiced", "not invoiced"],
)
def test_the_money_of_a_refund_leaves_by_each_way_as_the_same_entry(erp, entry, money):
    made = decided(refunded(erp=erp), refunds__money=money)
    assert effect_of(made) == entry
    assert (MONEY in bodies(made)) is (money == "receipt")


def test_a_whole_refund_before_the_invoice_cancels_the_order_and_a_part_pays_back_out_of_the_account():
    whole, part = (decided(refunded(refund(amount=amount), erp=OPEN_ORDER)) for amount in (12000, 3000))
    assert [("order_cancel", "cancel") in bodies(one) for one in (whole, part)] == [True, False]
    assert all(bodies(one)[MONEY].allocations[0].invoice == "_CRD01" for one in (whole, part))


def test_anything_else_is_held_until_somebody_maps_it():
    made = decided(movement(moved("1", -5000, "something_new")))
    assert (made.outcome, made.drafts) == (Outcome.HELD, ())
    assert "map something_new LEDGER-CODE" in made.reason


def test_a_summary_is_one_journal_with_a_line_for_each_account_and_category():
    read = summary_payout(SOLD, amount=1940, summing=Summing((SOLD,)))
    [draft] = summed(read, posting__mode="summary").drafts
    assert draft.state is State.PENDING
    assert sorted({code for code, _, _ in lines_of(draft)}) == ["1000", "1310", "4000", "6000"]
    assert sum(minor for _, minor, _ in lines_of(draft)) == 0
