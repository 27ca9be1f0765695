"""A refund: how the sale is taken back, where the money comes from, and what happens when it fails."""

from dataclasses import replace

import pytest

from agent.domain.cases.refund_references import money_references
from agent.domain.decisions import UNDECIDED, Outcome
from agent.domain.documents import DocumentKey
from agent.domain.facts import ErpFacts
from agent.domain.kinds import Allocation, Kind
from agent.domain.posting import NOT_AVAILABLE
from tests.unit.domain.cases import PAID_AT
from tests.unit.domain.movements import (
    CREDIT,
    CUSTOMER,
    DAY,
    FULL,
    INVOICE,
    INVOICED,
    MONEY,
    ON_ACCOUNT,
    OPEN_ORDER,
    ORDER,
    ORDERED,
    PAID_INVOICE,
    PERIODS,
    bodies,
    decided,
    effect_of,
    failed,
    invoiced,
    legs_of,
    needs_of,
    on_account,
    order,
    own,
    receipt_of,
    refund,
    refunded,
    usd,
)

# ---------------------------------------------------------------- gates

GATES = {
    "refund.expired": refunded(refund(reason="expired_uncaptured_charge")),
    "refund.failed": refunded(refund(status="failed", balance_transaction=None), moves=()),
    "refund.not_booked": refunded(moves=()),
    "refund.before_start": refunded(start_at=PAID_AT + 1),
    "refund.returned_since": replace(failed(refunded()), start_at=PAID_AT + 1),
    "refund.not_returned": refunded(refund(status="failed")),
    "refund.returned": failed(refunded(), sent=False),
    "refund.pending": refunded(refund(status="pending")),
    "refund.payment_moving": refunded(ours=(ORDERED[0], replace(ORDERED[1], state="in_doubt"))),
    "refund.payment_stopped": refunded(ours=(replace(ORDERED[0], state="parked"), ORDERED[1])),
    "refund.payment_not_available": replace(refunded(ours=()), payment_code=NOT_AVAILABLE),
    "refund.payment_unknown": refunded(ours=()),
    "refund.other_settlement": refunded(refund(currency="eur"), erp=OPEN_ORDER),
    "refund.not_on_account": refunded(erp=replace(OPEN_ORDER, on_account=None)),
}


@pytest.mark.parametrize("code", GATES)
def test_each_gate_ends_the_decision_with_a_reason_that_names_the_money(code):
    made = decided(GATES[code])
    assert (made.reason_code, made.drafts) == (code, ())
    assert any(words in made.reason for words in ("30.00 USD", "30.00 EUR"))
    assert "{" not in made.reason


@pytest.mark.parametrize(
    ("setting", "value", "code"),
    [
        ("receipts__bank", "{}", "bank.unmapped"),
        ("currencies__to_syspro", "{}", "currency.unmapped"),
    ],
)
def test_a_currency_that_the_site_has_not_mapped_holds_the_refund(setting, value, code):
    made = decided(refunded(), **{setting: value})
    assert (made.outcome, made.reason_code) == (Outcome.HELD, code)


@pytest.mark.parametrize("money", ["cashbook", "journal"])
def test_a_refund_that_needs_a_ledger_code_says_how_to_set_it(money):
    made = decided(refunded(), refunds__money=money, accounts__ledger="{}")
    assert made.reason_code == "account.unmapped"
    assert "syspro-stripe map refunds LEDGER-CODE" in made.reason


def test_a_refund_by_receipt_needs_no_ledger_code():
    assert decided(refunded(), accounts__ledger="{}").outcome is Outcome.DOCUMENTS


def test_a_refund_whose_payment_is_on_its_way_is_decided_again_by_itself():
    assert decided(GATES["refund.payment_moving"]).again
    undecided = decided(replace(refunded(ours=()), payment_outcome=UNDECIDED))
    assert (undecided.reason_code, undecided.again) == ("refund.payment_moving", True)


def test_a_refund_whose_payment_waits_for_a_person_asks_for_no_second_one():
    made = decided(replace(refunded(ours=()), payment_outcome="held", payment_code="payer.unknown"))
    assert (made.outcome, made.reason_code) == (Outcome.WAITING, "refund.payment_stopped")


def test_a_payment_that_a_person_gave_up_leaves_the_refund_to_a_person():
    cancelled = refunded(ours=(ORDERED[0], replace(ORDERED[1], state="cancelled")))
    made = decided(cancelled)
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.payment_unknown")


def test_a_pending_refund_whose_money_has_left_is_posted_where_the_site_wants_that():
    pending = refunded(refund(status="pending"))
    assert effect_of(decided(pending, refunds__pending="post")) == effect_of(decided(refunded()))


def test_a_refund_of_no_payment_is_held():
    made = decided(refunded(refund(charge=None), ours=()))
    assert made.reason_code == "refund.payment_unknown"
    assert made.reason.startswith("30.00 USD were given back, and Stripe does not say of which payment.")


# ---------------------------------------------------------------- not invoiced yet


def test_a_full_refund_before_invoicing_cancels_the_order_and_pays_out_of_the_money_on_account():
    made = decided(refunded(FULL, erp=OPEN_ORDER))
    assert list(bodies(made)) == [("order_cancel", "cancel"), MONEY]
    assert bodies(made)[("order_cancel", "cancel")].sales_order == ORDER
    receipt = receipt_of(made)
    assert (receipt.value, receipt.bank, receipt.customer) == (usd(-12000), "STRIPE-USD", CUSTOMER)
    assert receipt.allocations == (Allocation(ON_ACCOUNT, usd(-12000), "C"),)
    assert effect_of(made) == {"CLR": -12000, "AR": 12000}


def test_a_part_refund_before_invoicing_leaves_the_order_alone():
    made = decided(refunded(erp=OPEN_ORDER))
    assert list(bodies(made)) == [MONEY]
    assert receipt_of(made).allocations == (Allocation(ON_ACCOUNT, usd(-3000), "C"),)


def in_parts(*refunds, returned=True, **changes):
    """A part refund of 30.00, and all refunds of its payment as Stripe lists them: the newest first."""
    found = refunded(erp=OPEN_ORDER, **changes)
    listed = [{"id": name, "status": status} for name, status in refunds]
    charge = found.stripe.objects["charge"] | {"refunded": returned, "refunds": listed}
    return replace(found, stripe=replace(found.stripe, objects=found.stripe.objects | {"charge": charge}))


def test_the_last_of_several_part_refunds_before_invoicing_cancels_the_order():
    made = decided(in_parts(("re_1", "succeeded"), ("re_0", "succeeded")))
    assert list(bodies(made)) == [("order_cancel", "cancel"), MONEY]
    assert receipt_of(made).allocations == (Allocation(ON_ACCOUNT, usd(-3000), "C"),)


def test_a_failed_refund_after_the_last_one_leaves_it_the_last():
    made = decided(in_parts(("re_9", "failed"), ("re_8", "canceled"), ("re_1", "succeeded"), ("re_0", "succeeded")))
    assert ("order_cancel", "cancel") in bodies(made)


@pytest.mark.parametrize(
    "facts",
    [
        in_parts(("re_2", "succeeded"), ("re_1", "succeeded")),
        in_parts(("re_1", "succeeded"), returned=False),
        in_parts(),
    ],
    ids=["an earlier one", "not all is given back", "none listed"],
)
def test_a_part_refund_that_is_not_the_last_of_all_leaves_the_order(facts):
    assert list(bodies(decided(facts))) == [MONEY]


def test_the_order_stays_where_the_site_does_not_want_it_cancelled():
    assert list(bodies(decided(refunded(FULL, erp=OPEN_ORDER), refunds__cancel_order="no"))) == [MONEY]


def test_an_order_that_a_person_cancelled_is_not_cancelled_again():
    erp = replace(OPEN_ORDER, order=order(cancelled=True, status="\\"))
    assert list(bodies(decided(refunded(FULL, erp=erp)))) == [MONEY]


@pytest.mark.parametrize(("left", "there"), [(on_account(2999), "29.99 USD"), (on_account(9000, "eur"), "90.00 EUR")])
def test_too_little_on_account_holds_the_refund_and_says_what_is_there(left, there):
    made = decided(refunded(erp=replace(OPEN_ORDER, on_account=left)))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.not_on_account")
    assert there in made.reason


def test_what_is_on_account_may_be_just_enough():
    assert receipt_of(decided(refunded(erp=replace(OPEN_ORDER, on_account=on_account(3000))))).value == usd(-3000)


def test_a_document_on_account_that_owes_nothing_counts_as_none():
    assert decided(refunded(erp=replace(OPEN_ORDER, on_account=on_account(0)))).reason_code == "refund.not_on_account"


def test_an_order_that_syspro_does_not_have_any_more_counts_as_not_invoiced():
    made = decided(refunded(erp=ErpFacts(on_account=on_account())))
    assert list(bodies(made)) == [MONEY]


# ---------------------------------------------------------------- invoiced


def test_a_part_of_an_invoice_carries_its_part_of_the_tax_that_syspro_charged():
    made = decided(refunded())
    note = bodies(made)[CREDIT]
    assert (note.transaction_type, note.value, note.tax, note.customer) == ("C", usd(3000), usd(500), CUSTOMER)
    assert (note.date, note.product_class) == (DAY, "RTN")
    assert effect_of(made) == {"SALES": 2500, "TAX": 500, "CLR": -3000}


def test_the_money_goes_out_against_the_credit_note():
    made = decided(refunded())
    assert receipt_of(made).allocations == (Allocation("", usd(-3000), "C"),)
    key = DocumentKey("EDU1", Kind.AR_DOCUMENT, "credit", "re_1")
    assert needs_of(made, "money") == {Kind.RECEIPT: {"allocations": key}}
    assert [draft.blocks for draft in made.drafts] == [True, True]
    assert legs_of(made) == [("txn_out", "amount")]


def test_a_full_refund_takes_the_whole_invoice_back():
    made = decided(refunded(FULL))
    assert list(bodies(made)) == [("invoice_credit", "credit"), ("order_invoice", "credit"), MONEY]
    note = bodies(made)[("invoice_credit", "credit")]
    assert (note.invoice, note.lines, note.sales_order, note.customer) == (INVOICE, (), ORDER, CUSTOMER)
    keys = {kind: DocumentKey("EDU1", kind, "credit", "re_1") for kind in (Kind.INVOICE_CREDIT, Kind.ORDER_INVOICE)}
    assert needs_of(made, "credit")[Kind.ORDER_INVOICE] == {"sales_order": keys[Kind.INVOICE_CREDIT]}
    assert needs_of(made, "money")[Kind.RECEIPT] == {"allocations": keys[Kind.ORDER_INVOICE]}
    assert bodies(made)[("order_invoice", "credit")].order_type == "C"


def test_the_whole_invoice_is_taken_back_also_where_only_its_number_is_known():
    erp = replace(INVOICED, invoices=())
    assert bodies(decided(refunded(FULL, erp=erp)))[("invoice_credit", "credit")].invoice == INVOICE


def test_a_part_without_named_lines_becomes_a_credit_note_in_receivables_although_the_site_prefers_the_invoice():
    assert CREDIT in bodies(decided(refunded(), refunds__credit="sortci"))


def test_a_free_form_credit_note_has_one_line_before_tax_and_is_invoiced():
    made = decided(refunded(), refunds__credit="sortch", refunds__stock_codes='{"A": "REFUND"}')
    kinds = [draft.key.kind for draft in made.drafts]
    assert kinds == [Kind.CREDIT_NOTE, Kind.CREDIT_NOTE_LINE, Kind.ORDER_INVOICE, Kind.RECEIPT]
    line = bodies(made)[("credit_note_line", "credit")]
    assert (str(line.price), line.stock_code, line.product_class) == ("25.00000", "REFUND", "RTN")
    note = DocumentKey("EDU1", Kind.CREDIT_NOTE, "credit", "re_1")
    needs = needs_of(made, "credit")
    assert needs[Kind.CREDIT_NOTE_LINE] == {"credit_note": note}
    assert needs[Kind.ORDER_INVOICE] == {"sales_order": note}


def test_a_full_refund_in_receivables_alone():
    made = decided(refunded(FULL), refunds__credit="arstin")
    assert effect_of(made) == {"SALES": 10000, "TAX": 2000, "CLR": -12000}


def test_the_tax_of_a_part_is_rounded_half_up_to_the_cent():
    made = decided(refunded(refund(amount=1)), refunds__credit="arstin")
    assert bodies(made)[CREDIT].tax == usd(0)
    assert bodies(decided(refunded(refund(amount=3))))[CREDIT].tax == usd(1)


@pytest.mark.parametrize(
    "unread", [(), (invoiced(None, None),), (invoiced(12000, None),), (invoiced(0, 0),)], ids=["none", "all", "tax", "nil"]
)  # fmt: skip
def test_a_part_whose_tax_is_not_known_is_held_and_never_divided_out(unread):
    made = decided(refunded(erp=replace(INVOICED, invoices=unread)))
    assert made.outcome is Outcome.HELD
    assert made.reason_code in {"refund.tax_unknown", "refund.more_than_invoiced"}
    assert INVOICE in made.reason


def test_an_invoice_in_another_currency_holds_the_refund():
    made = decided(refunded(erp=replace(INVOICED, invoices=(invoiced(currency="eur"),))))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "facts.unusable")


@pytest.mark.parametrize(("name", "whose"), [("Ann Lee", " of Ann Lee"), (7, "")])
def test_a_refund_past_the_fields_of_syspro_is_held_with_whose_it_is(name, whose):
    given = refund(amount=10**14)
    sold = {
        "id": "ch_1",
        "amount": 10**14,
        "amount_captured": 10**14,
        "currency": "usd",
        "billing_details": {"name": name},
    }
    facts = refunded(given, erp=INVOICED)
    huge = replace(facts.stripe, objects=facts.stripe.objects | {"charge": sold})
    made = decided(replace(facts, stripe=huge), refunds__money="journal", refunds__credit="none")
    assert made.reason.startswith(
        f"Refund re_1{whose} cannot be written to SYSPRO. 1,000,000,000,000.00 USD is more than"
    )


def test_more_than_syspro_has_invoiced_is_held():
    made = decided(refunded(FULL, erp=replace(INVOICED, invoices=(invoiced(6000, 1000),))))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.more_than_invoiced")
    assert "60.00 USD" in made.reason


def test_a_part_above_what_was_invoiced_of_an_open_order_goes_back_from_the_account():
    erp = replace(INVOICED, invoices=(invoiced(1000, 0),), on_account=on_account(11000))
    made = decided(refunded(erp=erp))
    assert receipt_of(made).allocations == (Allocation(ON_ACCOUNT, usd(-3000), "C"),)
    assert list(bodies(made)) == [MONEY]


def test_an_order_that_was_invoiced_in_two_parts_is_taken_back_as_one_amount():
    erp = replace(INVOICED, invoices=(invoiced(6000, 1500), invoiced(6000, 500, number="000000000001008")))
    made = decided(refunded(FULL, erp=erp))
    assert effect_of(made) == {"SALES": 10000, "TAX": 2000, "CLR": -12000}


def test_an_invoice_above_the_payment_is_not_taken_back_whole():
    made = decided(refunded(FULL, erp=replace(INVOICED, invoices=(invoiced(15000, 2500),))))
    assert effect_of(made) == {"SALES": 10000, "TAX": 2000, "CLR": -12000}


# ---------------------------------------------------------------- payments of invoices that SYSPRO had


def test_the_refund_of_a_payment_that_paid_an_invoice_credits_that_invoice():
    made = decided(refunded(ours=PAID_INVOICE, erp=ErpFacts(invoices=(invoiced(),), periods=PERIODS)))
    assert effect_of(made) == {"SALES": 2500, "TAX": 500, "CLR": -3000}


def test_what_was_paid_too_much_goes_back_from_the_account_without_a_credit_note():
    erp = ErpFacts(invoices=(invoiced(5000, 0),), on_account=on_account(7000))
    made = decided(refunded(ours=PAID_INVOICE, erp=erp))
    assert receipt_of(made).allocations == (Allocation(ON_ACCOUNT, usd(-3000), "C"),)
    assert effect_of(made) == {"AR": 3000, "CLR": -3000}


def test_an_invoice_in_receivables_that_we_made_is_credited():
    ours = (own("ar_document", erp_key="000000000009999"), ORDERED[1])
    made = decided(refunded(ours=ours, erp=ErpFacts(invoices=(invoiced(),))))
    assert list(bodies(made)) == [CREDIT, MONEY]


# ---------------------------------------------------------------- without a credit note


def test_without_credit_notes_the_paid_invoice_is_opened_again():
    made = decided(refunded(ours=PAID_INVOICE), refunds__credit="none")
    assert receipt_of(made).allocations == (Allocation(INVOICE, usd(-3000), "I"),)
    assert effect_of(made) == {"AR": 3000, "CLR": -3000}


def test_without_credit_notes_money_on_account_goes_first():
    made = decided(refunded(erp=replace(INVOICED, on_account=on_account(3000))), refunds__credit="none")
    assert receipt_of(made).allocations == (Allocation(ON_ACCOUNT, usd(-3000), "C"),)


def test_without_credit_notes_the_invoice_that_took_the_money_on_account_is_opened_again():
    made = decided(refunded(), refunds__credit="none")
    assert receipt_of(made).allocations == (Allocation(INVOICE, usd(-3000), "I"),)


def test_without_credit_notes_there_may_be_nothing_to_pay_from():
    made = decided(refunded(erp=replace(INVOICED, on_account=on_account(1000))), refunds__credit="none")
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.nothing_to_pay_from")


def test_without_an_invoice_money_that_is_not_on_account_any_more_is_for_a_person_to_find():
    receipt = next(one for one in ORDERED if one.kind == "receipt")
    made = decided(refunded(ours=(receipt,)), refunds__credit="none")
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.not_on_account")


def test_money_that_syspro_has_given_back_already_is_taken_from_where_it_was_whatever_is_invoiced_by_now():
    made = decided(refunded(erp=replace(INVOICED, taken_from=ON_ACCOUNT)))
    assert set(bodies(made)) == {MONEY}
    assert receipt_of(made).allocations == (Allocation(ON_ACCOUNT, usd(-3000), "C"),)


# ---------------------------------------------------------------- an old copy of the database came back


def test_an_invoice_that_was_opened_again_before_is_the_one_that_pays():
    erp = replace(INVOICED, invoices=(invoiced(),), taken_from=INVOICE)
    made = decided(refunded(erp=erp, ours=PAID_INVOICE))
    assert set(bodies(made)) == {("receipt", "money")}
    assert receipt_of(made).allocations == (Allocation(INVOICE, usd(-3000), "I"),)


def test_money_that_went_out_against_a_credit_note_is_decided_as_it_was():
    assert bodies(decided(refunded(erp=replace(INVOICED, taken_from="000000000000099")))) == bodies(decided(refunded()))


def test_the_money_of_a_refund_leaves_under_one_of_two_references():
    assert money_references("re_1") == ("re_1.M", "re_1.A")
