"""Corrections are new documents: another purpose, another reference, the same legs."""

from dataclasses import replace

import pytest

from agent.domain.corrections import PROPOSED, adjusting, levelled, next_number, posted_again, standing_correction
from agent.domain.documents import Document, DocumentKey, Draft, Leg, Part, State
from agent.domain.kinds import Journal, JournalLine, Kind, Receipt
from agent.domain.money import Money

CHARGE = "ch_3yihcn6B7WZ01zgkWSFKpeNBx"
LEGS = (Leg(CHARGE, Part.AMOUNT),)


def receipt(purpose="payment", reference=CHARGE):
    body = Receipt(reference, Money(500, "usd"), "2026-01-31", "STRIPE-USD")
    key = DocumentKey("A", Kind.RECEIPT, purpose, CHARGE)
    draft = Draft(key, body, "lane", 7, amount=body.value, title="Payment of Ann", legs=LEGS, party="cus_1|usd")
    return Document(1, draft, State.POSTED, "", "", 1, None, 1, "2026/1/9")


def in_state(state, purpose="payment#2"):
    return replace(receipt(purpose), id=2, state=state)


def adjusted(minor):
    return adjusting(
        receipt(),
        2,
        Money(minor, "usd"),
        code="1210",
        other_code="6900",
        day="2026-02-01",
        currency="$",
        post=True,
        authorize="D",
        reason="Typed wrongly",
    )


def test_what_is_posted_again_has_a_purpose_and_a_reference_of_its_own_and_the_same_legs():
    draft = posted_again(receipt(), 2)
    assert (draft.key.purpose, draft.body.reference) == ("payment#2", f"{CHARGE}.2")
    assert (draft.legs, draft.party, draft.state, draft.amount) == (LEGS, "cus_1|usd", State.PENDING, Money(500, "usd"))
    assert draft.body.value == Money(500, "usd")


def test_a_reference_that_would_be_too_long_keeps_its_beginning():
    reference = posted_again(receipt(reference="re_3yihcn6B7WZ01zgkWSFKpeNBx.M"), 12).body.reference
    assert len(reference) <= 30
    assert reference.startswith("re_")
    assert reference.endswith(".12")


def test_numbers_go_on_from_the_correction_before():
    first, second = receipt(), receipt("payment#2")
    assert next_number([first], first) == 2
    assert next_number([first, second, receipt("money#7")], first) == 3
    assert next_number([first, second], second) == 3


def test_what_clearing_has_too_much_is_credited_there():
    draft = adjusted(5)
    assert isinstance(draft.body, Journal)
    assert [(line.ledger_code, line.value.minor) for line in draft.body.lines] == [("6900", 5), ("1210", -5)]
    assert (draft.amount, draft.legs) == (Money(-5, "usd"), LEGS)
    assert draft.body.reference.startswith("ch_3yihcn6B7WZ")
    assert draft.body.reference.endswith(".J2")


def test_what_clearing_has_too_little_is_debited_there_and_waits_for_approval():
    draft = adjusted(-5)
    assert [(line.ledger_code, line.value.minor) for line in draft.body.lines] == [("1210", 5), ("6900", -5)]
    assert (draft.state, draft.reason_code, draft.reason) == (State.HELD, PROPOSED, "Typed wrongly")
    assert (draft.key.kind, draft.key.purpose, draft.body.currency) == (Kind.JOURNAL, "payment#2", "$")
    assert all(isinstance(line, JournalLine) for line in draft.body.lines)


@pytest.mark.parametrize("state", [State.PENDING, State.HELD, State.IN_DOUBT, State.PARKED])
def test_a_correction_on_its_way_stands_against_every_other(state):
    first, second = receipt(), in_state(state)
    assert standing_correction([first, second], first, settled=True) is second
    assert standing_correction([first, second], first, settled=False) is second


def test_what_was_posted_again_is_not_posted_again_by_its_old_number_but_by_its_new_one():
    first, second = receipt(), in_state(State.POSTED)
    assert standing_correction([first, second], first, settled=True) is second
    assert standing_correction([first, second], first, settled=False) is None
    assert standing_correction([first, second], second, settled=True) is None


def test_what_a_person_gave_up_and_what_corrects_something_else_stand_against_nothing():
    first = receipt()
    others = [in_state(State.CANCELLED), in_state(State.POSTED, "money#2")]
    assert standing_correction([first, *others], first, settled=True) is None


def test_a_journal_over_what_exchange_rates_left_has_a_purpose_and_a_reference_of_its_own_and_posts_no_leg():
    own = levelled(receipt(), receipt().draft.key.stripe_id)
    of_another = levelled(receipt(), "dp_1")
    assert (of_another.draft.key.stripe_id, of_another.draft.body.reference) == ("dp_1", "dp_1")
    draft = adjusting(
        own,
        next_number([receipt("exchange#2")], own),
        Money(-1085, "usd"),
        code="1410",
        other_code="7100",
        day="2026-02-01",
        currency="$",
        post=True,
        authorize="D",
        reason="Rate moved",
    )
    assert (draft.key.kind, draft.key.purpose, draft.legs) == (Kind.JOURNAL, "exchange#3", ())
    assert draft.body.reference.endswith(".E3")
    assert [(line.ledger_code, line.value.minor) for line in draft.body.lines] == [("1410", 1085), ("7100", -1085)]
