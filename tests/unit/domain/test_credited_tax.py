"""The tax of notes over one sale: whatever is given back one after another, all of it together is to the cent."""

import pytest

from agent.domain.kinds import Allocation
from tests.unit.domain.movements import CREDIT, ORDERED, bodies, decided, failed, own, refund, refunded, usd


def given_before(*notes):
    """Notes of other refunds of the payment: purpose, value and tax, `None` where SYSPRO reckons it."""
    return tuple(
        own("ar_document" if tax is not None else "credit_note", purpose, stripe_id=f"re_{place}_0", amount=usd(value),
            tax=None if tax is None else usd(tax))
        for place, (purpose, value, tax) in enumerate(notes)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "tax"),
    [
        ((), 667),
        ((("credit", 4000, 667),), 666),
        ((("credit", 4000, 667), ("credit", 4000, 666)), 667),
        ((("credit", 4000, None), ("credit", 4000, None)), 667),
        # The first one failed, and its debit note took back what it had.
        ((("credit", 4000, 667), ("credit", 4000, 666), ("debit", 4000, 667)), 667),
        # An invoice without tax came after all the tax was credited.
        ((("credit", 4000, 2000),), 0),
    ],
)
def test_the_parts_of_an_invoice_carry_all_of_its_tax_together_to_the_cent(before, tax):
    made = decided(refunded(refund(amount=4000), ours=(*ORDERED, *given_before(*before))))
    assert bodies(made)[CREDIT].tax == usd(tax)


def test_a_note_that_syspro_reckoned_and_that_was_reversed_with_its_own_tax_changes_no_later_one():
    credit = own("invoice_credit", "credit", stripe_id="re_0", amount=usd(4000))
    debit = own("ar_document", "debit", stripe_id="re_0", amount=usd(4000), tax=usd(666))
    made = decided(refunded(refund(amount=4000), ours=(*ORDERED, credit, debit)))
    assert bodies(made)[CREDIT].tax == usd(667)


def test_a_failed_refund_is_debited_with_the_very_tax_that_was_credited():
    credit = own("ar_document", "credit", stripe_id="re_1", amount=usd(4000), tax=usd(666), erp_key="C1")
    money = own("receipt", "money", stripe_id="re_1", allocations=(Allocation("C1", usd(-4000), "C"),))
    facts = failed(refunded(refund(amount=4000), ours=(*ORDERED, credit, money)))
    assert bodies(decided(facts))[("ar_document", "debit")].tax == usd(666)


def test_a_note_for_what_was_given_back_before_the_invoice_makes_no_refund_wait():
    note = own("ar_document", "credit", "parked", stripe_id="ch_1.P", amount=usd(4000), tax=usd(667))
    assert bodies(decided(refunded(ours=(*ORDERED, note))))[CREDIT].tax == usd(500)
