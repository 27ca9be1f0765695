"""An event walks through a flow: each card says what it saw, and the end is what the deciding code says."""

from dataclasses import replace

import pytest

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.flow_cards import CardPlace, Section
from agent.domain.flow_writing import with_new_card, with_switched_card
from agent.domain.flows import Hold, Telling, parse_flow
from agent.domain.walking import Event, Said, event_of, walk
from tests.unit.domain.cases import SHIPPED, booking, charge, facts, mapping
from tests.unit.domain.mode_cases import FLOWS

FLOW = parse_flow(SHIPPED)
BOOKED = facts(booked=booking())


def said(walked, section):
    return [one.said for one in walked.seen if one.place.section is section]


def walked(text=SHIPPED, of=BOOKED, **settings):
    return walk(parse_flow(text), of, mapping(text, **settings))


def test_a_payment_that_is_posted_passes_every_stop_and_makes_its_documents():
    found = walked()
    assert found.outcome is Outcome.DOCUMENTS
    assert said(found, Section.TRIGGER) == [Said.WANTED]
    assert set(said(found, Section.STOP)) == {Said.PASSED}
    assert said(found, Section.STEP) == [Said.NOT_MADE, Said.NOT_MADE, Said.MADE, Said.NOT_MADE, Said.MADE]
    order, receipt = (one for one in found.seen if one.said is Said.MADE)
    assert order.text == "Order for Ann Lee, 10.00 USD"
    assert ("CustomerPoNumber", "ch_1") in order.gives
    assert ("PaymentValue", "10.00 USD") in receipt.gives
    assert ("payment.amount", "10.00 USD") in receipt.reads
    assert ("invoice_to_pay.open", "no") in order.reads


def test_the_end_is_what_the_deciding_code_says():
    for paid in (charge(), charge(status="failed"), charge(captured=False), charge(currency="chf")):
        of = facts(paid, booked=booking())
        decision, found = decide(of, mapping()), walked(of=of)
        assert (found.subject, found.outcome) == (decision.subject, decision.outcome)
        assert len([one for one in found.seen if one.gives]) == len(decision.drafts)
        assert decision.reason in {found.reason, ""}


def test_where_a_condition_holds_it_ends_and_nothing_after_it_is_reached():
    found = walked(of=facts(charge(status="failed")))
    first, *rest = said(found, Section.STOP)
    assert (first, set(rest)) == (Said.STOPPED, {Said.NOT_REACHED})
    assert set(said(found, Section.STEP)) == {Said.NOT_REACHED}
    assert found.seen[1].text == found.reason == "The payment failed, so no money moved."
    assert found.seen[1].reads == (("payment.status", "failed"), ("payment.booked", "no"))


def test_what_the_trigger_does_not_want_goes_no_further():
    found = walked(posting__mode="invoices")
    assert [one.said for one in found.seen][:2] == [Said.NOT_WANTED, Said.NOT_REACHED]
    assert found.outcome is Outcome.IGNORED


def test_the_first_hold_that_holds_keeps_the_documents():
    text = SHIPPED
    for hold in (
        Hold("account.guest && payer.name == 'Nobody'", "No", "no"),
        Hold("payment.amount.minor > 1", "{payment.amount} is much", "much"),
        Hold("payment.amount.minor > 2", "Never asked", "more"),
    ):
        text = with_new_card(text, Section.HOLD, hold)
    found = walked(text)
    assert said(found, Section.HOLD) == [Said.FREE, Said.HELD, Said.NOT_REACHED]
    assert found.reason == "10.00 USD is much"


def test_a_person_is_told_wherever_it_ends_unless_it_waits():
    text = with_new_card(SHIPPED, Section.NOTIFY, Telling("", "Look at {payment.amount}", "look"))
    text = with_new_card(text, Section.NOTIFY, Telling("payment.amount.minor > 5000", "Much", "much"))
    found = walked(text)
    assert said(found, Section.NOTIFY) == [Said.TOLD, Said.SILENT]
    assert found.seen[-2].text == "Look at 10.00 USD"
    assert said(walked(text, facts(charge(status="failed"))), Section.NOTIFY) == [Said.TOLD, Said.SILENT]
    assert set(said(walked(text, facts(charge(status="pending"))), Section.NOTIFY)) == {Said.NOT_REACHED}
    assert set(said(walked(text, posting__mode="invoices"), Section.NOTIFY)) == {Said.NOT_REACHED}


def test_a_card_that_is_off_is_not_asked():
    text = SHIPPED
    for section, number in ((Section.STOP, 1), (Section.STEP, 3)):
        text = with_switched_card(text, CardPlace(section, number), on=False)
    text = with_new_card(text, Section.HOLD, Hold("payment.amount.minor > 1", "Much", "much", off=True))
    text = with_new_card(text, Section.NOTIFY, Telling("", "Look", "look", off=True))
    found = walked(text)
    assert said(found, Section.STEP) == [Said.NOT_MADE, Said.NOT_MADE, Said.OFF, Said.NOT_MADE, Said.MADE]
    assert said(found, Section.HOLD) == said(found, Section.NOTIFY) == [Said.OFF]
    assert len(decide(BOOKED, mapping(text)).drafts) == 1
    failed = walked(text, facts(charge(status="failed")))
    assert said(failed, Section.STOP)[:2] == [Said.OFF, Said.STOPPED]


def test_a_document_that_cannot_be_posted_says_why_on_its_card():
    text = SHIPPED.replace(
        'Bank = { lookup = "site.receipts.bank", key = "payment.settlement_currency" }',
        'Bank = { path = "payer.phone" }',
    )
    receipt = walked(text).seen[-1]
    assert (receipt.said, receipt.text) == (Said.SET_ASIDE, "Bank is empty, and SYSPRO needs it.")


def test_a_condition_that_cannot_be_answered_says_so_on_its_card():
    text = SHIPPED.replace("payment.status == 'failed' && !payment.booked", "customer.name == 'x'")
    found = walked(text)
    assert said(found, Section.STOP)[:2] == [Said.UNUSABLE, Said.NOT_REACHED]
    assert found.seen[1].text == "there is no name."
    assert found.outcome is Outcome.HELD


def test_a_field_that_cannot_be_filled_says_so_on_the_card_of_its_document():
    text = SHIPPED.replace('PaymentValue = { path = "payment.amount" }', 'PaymentValue = { path = "payer.name" }')
    found = walked(text)
    assert said(found, Section.STEP) == [Said.NOT_MADE, Said.NOT_MADE, Said.NOT_REACHED, Said.NOT_MADE, Said.UNUSABLE]
    assert found.seen[-1].text == "PaymentValue: 'Ann Lee' is no amount with a currency."


def test_what_stops_every_document_is_said_on_the_first_of_them():
    codes = {
        "currencies__to_syspro": '{"ugx": "UGX"}',
        "receipts__bank": '{"ugx": "STRIPE-UGX"}',
        "customers__guest": '{"ugx": "000000000000009"}',
    }
    found = walked(of=facts(charge(currency="ugx"), booked=booking(currency="ugx")), **codes)
    assert said(found, Section.STEP) == [
        Said.NOT_MADE,
        Said.NOT_MADE,
        Said.UNUSABLE,
        Said.NOT_REACHED,
        Said.NOT_REACHED,
    ]
    assert found.reason.startswith("Stripe's own pages contradict each other")


def test_facts_that_cannot_be_used_end_at_the_first_card():
    broken = facts(charge(amount="x"))
    found = walked(of=broken)
    assert [one.said for one in found.seen][:2] == [Said.UNUSABLE, Said.NOT_REACHED]
    assert event_of(broken, mapping()) == Event("ch_1", None, "", broken.read_at)


def test_a_person_recognises_an_event_by_amount_name_and_moment():
    event = event_of(BOOKED, mapping())
    assert (event.subject, str(event.amount), event.who, event.at) == ("ch_1", "10.00 USD", "Ann Lee", 1_700_000_000)


@pytest.mark.parametrize("flow", [one for one in FLOWS if one.subject == "charge"], ids=lambda flow: flow.name)
def test_a_flow_that_is_off_or_comes_later_can_be_walked_through(flow):
    found = walk(flow, BOOKED, replace(mapping(), flows=()))
    assert found.seen[0].said in {Said.WANTED, Said.NOT_WANTED}
    assert len(found.seen) == 1 + len(flow.gates) + len(flow.steps) + len(flow.holds) + len(flow.tellings)
