"""A refund that failed, whose credit note SYSPRO has reckoned: its debit note has the tax that SYSPRO's own note has."""

from dataclasses import replace

import pytest

from agent.domain.cases.reversal import UNKNOWN, is_on_its_way, is_returned, number_of_note
from agent.domain.codec import dumps, from_plain, loads, to_plain
from agent.domain.documents import State
from agent.domain.facts import ErpFacts, OpenInvoice, ReadNote
from agent.domain.money import Money
from tests.unit.domain.movements import (
    CUSTOMER,
    INVOICED,
    ORDERED,
    bodies,
    decided,
    dispute,
    failed,
    own,
    refund,
    refunded,
    usd,
)

NOTE = "000000000001010"
DEBIT = ("ar_document", "debit")


def on_file(value=3000, tax=499, currency="usd"):
    """The credit note as SYSPRO has it, below zero; `None` for what cannot be told."""
    whole, within = (None if minor is None else Money(-minor, currency) for minor in (value, tax))
    return OpenInvoice(CUSTOMER, NOTE, "C", Money(0, currency), value=whole, tax=within)


def reversed_(note, kind="invoice_credit", **changes):
    """Facts of the failed refund of 30.00 whose credit note SYSPRO has reckoned."""
    credit = own(kind, "credit", stripe_id="re_1", amount=usd(3000), erp_key="N1")
    return failed(refunded(erp=replace(INVOICED, credit_note=note), ours=(*ORDERED, credit), **changes))


def debit_of(facts):
    """The draft of the debit note."""
    return next(one for one in decided(facts).drafts if (one.key.kind.value, one.key.purpose) == DEBIT)


@pytest.mark.parametrize("kind", ["invoice_credit", "credit_note"])
@pytest.mark.parametrize("sign", [1, -1])
def test_the_debit_note_has_the_tax_of_syspros_own_note(kind, sign):
    made = bodies(decided(reversed_(ReadNote(NOTE, on_file(3000 * sign, 499 * sign)), kind)))
    assert (made[DEBIT].value, made[DEBIT].tax) == (usd(3000), usd(499))


@pytest.mark.parametrize(("value", "tax"), [(3002, 502), (2999, 499)])
def test_what_a_person_set_right_before_the_money_was_paid_out_is_tax(value, tax):
    assert debit_of(reversed_(ReadNote(NOTE, on_file(value, tax)))).body.tax == usd(500)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (ReadNote(), "not invoiced"),
        (ReadNote(NOTE), f"credit note {NOTE}, which this debit note takes back, is not known. SYSPRO does not show it"),
        (ReadNote(NOTE, why="The number fits several."), "The number fits several."),
        (ReadNote(NOTE, on_file(None)), "receipts.foreign_balance"),
        (ReadNote(NOTE, on_file(tax=None)), "receipts.foreign_balance"),
        (ReadNote(NOTE, on_file(currency="eur")), "30.00 EUR in SYSPRO"),
        (ReadNote(NOTE, on_file(3600, 500)), "36.00 USD in SYSPRO, with 5.00 USD of tax, which does not go with the 30.00"),
        (ReadNote(NOTE, on_file(100, 500)), "somebody has changed it"),
    ],
)  # fmt: skip
def test_a_debit_note_whose_tax_is_not_known_waits_for_a_person_and_says_why(note, said):
    draft = debit_of(reversed_(note))
    assert (draft.state, draft.reason_code, draft.blocks) == (State.PARKED, UNKNOWN, True)
    assert said in draft.reason
    assert "by hand" in draft.reason


def test_a_note_of_our_own_reckoning_is_reversed_as_it_was_sent():
    credit = own("ar_document", "credit", stripe_id="re_1", amount=usd(3000), tax=usd(500), erp_key="C1")
    facts = failed(refunded(erp=replace(INVOICED, credit_note=ReadNote()), ours=(*ORDERED, credit)))
    assert debit_of(facts).body.tax == usd(500)


def test_facts_of_an_earlier_version_are_read_and_decided_as_they_were():
    plain = to_plain(reversed_(None))
    del plain["erp"]["credit_note"]
    facts = from_plain(type(reversed_(None)), plain)
    assert facts == reversed_(None)
    assert (debit_of(facts).state, debit_of(facts).body.tax) == (State.PENDING, usd(500))


def test_the_note_that_was_read_is_stored_with_the_facts():
    erp = ErpFacts(credit_note=ReadNote(NOTE, on_file()))
    assert loads(ErpFacts, dumps(erp)) == erp


# ---------------------------------------------------------------- which note is read, and when


def invoicing(state="posted", purpose="credit", **changes):
    values = {"stripe_id": "re_1", "erp_key": NOTE if state == "posted" else ""}
    return own("order_invoice", purpose, state, **(values | changes))


def test_only_a_refund_whose_money_came_back_has_a_note_to_reverse():
    assert is_returned(failed(refunded()).stripe)
    assert not is_returned(refunded().stripe)
    assert not is_returned(dispute().stripe)


def test_the_note_is_the_invoice_of_the_refunds_own_credit_the_latest_where_it_was_posted_again():
    stripe = refunded(refund()).stripe
    again = invoicing(purpose="credit#2", erp_key="1011")
    others = (invoicing(stripe_id="re_2", erp_key="1"), own("invoice_credit", "credit", stripe_id="re_1", erp_key="2"))
    assert number_of_note(stripe, (*others, invoicing())) == NOTE
    assert number_of_note(stripe, (*others, invoicing(), again)) == "1011"
    assert number_of_note(stripe, others) == ""
    assert number_of_note(stripe, (invoicing("cancelled", erp_key="3"),)) == ""


@pytest.mark.parametrize(
    ("state", "is_moving"), [("pending", True), ("in_doubt", True), ("parked", False), ("cancelled", False)]
)
def test_a_note_that_gets_to_syspro_without_help_is_on_its_way(state, is_moving):
    stripe = refunded().stripe
    assert is_on_its_way(stripe, (invoicing(state),)) is is_moving
    assert not is_on_its_way(stripe, (invoicing(state), invoicing()))
