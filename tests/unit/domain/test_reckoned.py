"""Notes whose tax SYSPRO has reckoned: what is left of the sale has what they leave of its tax."""

from dataclasses import replace

import pytest

from agent.domain.cases.reckoned import numbers_to_read, with_read_tax
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.facts import OpenInvoice, ReadNote
from agent.domain.money import Money
from tests.unit.domain import test_allocations, test_late_notes
from tests.unit.domain.movements import CREDIT, CUSTOMER, INVOICED, ORDERED, bodies, decided, own, refund, refunded, usd
from tests.unit.domain.test_cases_dispute_lost import BOUGHT, sold

#: SYSPRO's own share of the tax within 40.00 of the invoice's 120.00; ours would be 6.67.
NOTE, TAX = "000000000001010", 665


def reckoned(stripe_id="re_0", kind="invoice_credit", purpose="credit", minor=4000, **changes):
    """A credit note that is a sales order, and what invoiced it as `NOTE`."""
    credit = own(kind, purpose, stripe_id=stripe_id, amount=usd(minor), erp_key="N1")
    return credit, own("order_invoice", purpose, stripe_id=stripe_id, **({"erp_key": NOTE} | changes))


def on_file(minor=4000, tax=TAX, currency="usd"):
    return OpenInvoice(
        CUSTOMER, NOTE, "C", Money(0, currency), value=Money(-minor, currency), tax=Money(-tax, currency)
    )


READ = (ReadNote(NOTE, on_file()),)
#: 80.00 of 120.00 are given back after 40.00 were.
REST = refunded(refund(amount=8000), erp=replace(INVOICED, notes=READ), ours=(*ORDERED, *reckoned()))


@pytest.mark.parametrize("kind", ["invoice_credit", "credit_note"])
def test_a_refund_of_the_rest_has_what_syspros_note_leaves_of_the_tax(kind):
    assert bodies(decided(replace(REST, ours=(*ORDERED, *reckoned(kind=kind)))))[CREDIT].tax == usd(2000 - TAX)


def test_a_note_that_was_posted_again_is_read_by_its_latest_number():
    again = own("order_invoice", "credit#2", stripe_id="re_0", erp_key="1011")
    assert numbers_to_read((*reckoned(), again)) == ("1011",)


@pytest.mark.parametrize(
    "ours",
    [
        reckoned(state="cancelled"),
        reckoned(erp_key=""),
        (*reckoned(), own("ar_document", "debit", stripe_id="re_0", amount=usd(4000), tax=usd(TAX))),
        (own("ar_document", "credit", stripe_id="re_0", amount=usd(4000), tax=usd(666)),),
        (replace(reckoned()[0], state="pending"), reckoned()[1]),
    ],
    ids=["made by hand", "not invoiced", "reversed", "of our reckoning", "not sent"],
)
def test_only_notes_that_stand_and_that_syspro_reckoned_are_read(ours):
    assert numbers_to_read(ours) == ()


def test_a_note_that_was_not_read_keeps_our_share():
    facts = replace(REST, erp=INVOICED)
    assert bodies(decided(facts))[CREDIT].tax == usd(2000 - 667)
    credit = replace(reckoned()[0], amount=None)
    assert with_read_tax((credit,), (credit, reckoned()[1]), READ) == ((credit,), "")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (ReadNote(NOTE), "SYSPRO does not show it"),
        (ReadNote(NOTE, why="The number fits several."), "The number fits several."),
        (ReadNote(NOTE, replace(on_file(), tax=None)), "receipts.foreign_balance"),
        (ReadNote(NOTE, on_file(5000)), "50.00 USD in SYSPRO, with 6.65 USD of tax, which does not go with the 40.00"),
    ],
)  # fmt: skip
def test_a_note_whose_tax_is_not_known_holds_the_next_refund_with_its_number_and_the_reason(note, said):
    made = decided(replace(REST, erp=replace(INVOICED, notes=(note,))))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "refund.tax_unknown")
    assert all(words in made.reason for words in (NOTE, said, "ignore the refund here"))


def disputed(minor=8000, **erp):
    """The rest of the sale, lost, after 40.00 were given back."""
    facts = sold()
    given = facts.stripe.objects["dispute"] | {"amount": minor}
    moves = tuple(
        replace(one, amount_minor=-minor, net_minor=-minor - one.fee_minor) for one in facts.stripe.balance_transactions
    )
    stripe = replace(facts.stripe, objects=facts.stripe.objects | {"dispute": given}, balance_transactions=moves)
    return replace(facts, stripe=stripe, ours=(*BOUGHT, *reckoned()), erp=replace(facts.erp, **erp))


def test_the_credit_note_of_a_lost_dispute_has_what_syspros_note_leaves_of_the_tax():
    made = decided(disputed(notes=READ), disputes__lost="credit_note")
    assert (bodies(made)[CREDIT].value, bodies(made)[CREDIT].tax) == (usd(8000), usd(2000 - TAX))


def test_the_credit_note_of_a_lost_dispute_waits_for_a_note_whose_tax_is_not_known():
    made = decided(disputed(notes=(ReadNote(NOTE),)), disputes__lost="credit_note")
    [credit] = [one for one in made.drafts if (one.key.kind.value, one.key.purpose) == CREDIT]
    assert (credit.state, credit.reason_code) == (State.PARKED, "dispute.tax_unknown")
    assert all(words in credit.reason for words in (NOTE, "SYSPRO does not show it", "cancel this one"))


def late(*read):
    """The note for 3.00 of an invoice of 10.00 with 2.00 of tax, of which a line of 4.00 was credited already."""
    ours = (test_late_notes.PAID, test_late_notes.took(300, "re_1"), *reckoned(minor=400))
    facts = test_late_notes.facts(test_late_notes.invoice(300), left=0, ours=ours)
    return replace(facts, erp=replace(facts.erp, notes=read))


@pytest.mark.parametrize(("within", "tax"), [(80, 60), (82, 58)])
def test_the_note_for_what_was_given_back_before_the_invoice_has_what_is_left_of_the_tax(within, tax):
    made = test_allocations.decided(late(ReadNote(NOTE, on_file(400, within))), refunds__product_class="RTN")
    assert test_late_notes.drafts(made)[CREDIT].body.tax == usd(tax)


def test_the_note_for_what_was_given_back_before_the_invoice_waits_for_one_whose_tax_is_not_known():
    made = test_allocations.decided(late(ReadNote(NOTE)))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "allocation.tax_unknown")
    assert "SYSPRO does not show it" in made.reason
