"""Decide: the shipped flow from one payment to its documents, or to the reason why there are none."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.codec import dumps, loads
from agent.domain.decide import decide
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Link, State
from agent.domain.errors import AgentError
from agent.domain.facts import CustomerMatch, ErpFacts, Facts, OpenInvoice, StockItem
from agent.domain.fitting import DoesNotFitError
from agent.domain.flows import parse_flow
from agent.domain.json_reader import BadJsonError
from agent.domain.kinds import Allocation, Kind
from agent.domain.money import Money, UnknownCurrencyError
from agent.domain.needs import needs_of
from tests.unit.domain.cases import (
    PAID_AT,
    SHIPPED,
    STOCK,
    booking,
    charge,
    customer,
    drafts_of,
    facts,
    line_item,
    lines,
    mapping,
    order_of,
    policy,
    receipt_of,
    session,
    syspro_customer,
)

INVOICE = "000000000001007"


def open_invoice(minor=1000, currency="usd", owner="000000000000042"):
    return OpenInvoice(owner, INVOICE, "I", Money(minor, currency))


def paying(invoice, *, number="1007", **more):
    """Facts of a payment that names an invoice."""
    paid = charge(metadata={"invoice_number": number})
    return facts(paid, erp=ErpFacts(open_invoice=invoice, stock=STOCK), **more)


def matched(*found, origin="email"):
    return ErpFacts(matches=tuple(CustomerMatch(each, origin) for each in found), stock=STOCK)


# ---------------------------------------------------------------- gates

GATES = {
    "payment.failed": (facts(charge(status="failed")), {}),
    "payment.pending": (facts(charge(status="pending")), {}),
    "payment.unknown_status": (facts(charge(status="paused")), {}),
    "payment.authorised": (facts(charge(captured=False, amount_captured=0)), {}),
    "payment.no_amount": (facts(charge(amount_captured=0)), {}),
    "payment.connect": (facts(charge(application_fee_amount=5)), {}),
    "payment.not_booked": (facts(payment_intent={"capture_method": "manual"}), {}),
    "payment.not_settled": (facts(charge(currency="eur")), {}),
    "payment.other_settlement": (facts(charge(currency="eur"), booked=booking(currency="usd")), {}),
    "currency.unmapped": (facts(), {"currencies__to_syspro": "{}"}),
    "bank.unmapped": (facts(), {"receipts__bank": "{}"}),
    "invoice.not_open": (paying(None), {}),
    "customer.no_guest": (facts(), {"customers__guest": "{}"}),
    "customer.unknown": (facts(customer=customer()), {"customers__policy": "park"}),
    "customer.ambiguous": (facts(erp=matched(syspro_customer("1"), syspro_customer("2"))), {}),
}


@pytest.mark.parametrize("code", GATES)
def test_each_gate_ends_the_decision_with_its_reason(code):
    given_facts, changes = GATES[code]
    decision = decide(given_facts, mapping(**changes))
    assert (decision.reason_code, decision.drafts) == (code, ())
    assert decision.reason
    assert "{" not in decision.reason
    assert decision.outcome is not Outcome.DOCUMENTS


def test_every_gate_of_the_shipped_flow_is_reached_by_a_test():
    codes = {gate.code for gate in parse_flow(SHIPPED).gates} - {"{account.problem_code}"}
    assert codes <= set(GATES)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("payment.no_amount", "The payment over 0.00 USD is not above zero."),
        ("payment.unknown_status", "Stripe calls the payment paused, which no rule knows."),
        ("payment.other_settlement", "Ann Lee paid 10.00 EUR, which settles in usd."),
        ("payment.not_settled", "The payment is in eur, and Stripe has not said in which currency it settles."),
        (
            "invoice.not_open",
            "Ann Lee paid 10.00 USD for invoice 000000000001007, which SYSPRO does not have open in that currency.",
        ),
        ("customer.no_guest", "Ann Lee paid in USD, and no guest customer is set for that currency."),
    ],
)
def test_the_reason_names_whose_money_it_is(code, sentence):
    given_facts, changes = GATES[code]
    assert decide(given_facts, mapping(**changes)).reason == sentence


@pytest.mark.parametrize(
    "connect", [{"application_fee": "fee_1"}, {"transfer_data": {"amount": 5}}, {"on_behalf_of": "acct_1"}]
)
def test_money_of_a_connect_platform_is_held(connect):
    assert decide(facts(charge(**connect)), mapping()).reason_code == "payment.connect"


def test_a_decision_remembers_its_amount_flow_and_revision_even_when_it_is_held():
    decision = decide(*[GATES["payment.connect"][0], mapping()])
    assert (decision.amount, decision.flow, decision.revision) == (Money(1000, "usd"), "charge-to-order", 7)


def test_a_payment_that_no_flow_wants_is_ignored():
    other = SHIPPED.replace('subject = "charge"', 'subject = "payout"')
    decision = decide(facts(), mapping(other))
    assert (decision.outcome, decision.reason_code, decision.flow) == (Outcome.IGNORED, "no_flow", "")


def test_the_first_flow_that_wants_the_payment_decides():
    picky = SHIPPED.replace("[trigger]", "[trigger]\nwhen = \"payment.amount.currency == 'eur'\"")
    picky = picky.replace('name = "charge-to-order"', 'name = "picky"')
    assert decide(facts(), mapping(picky, SHIPPED)).flow == "charge-to-order"
    assert decide(facts(charge(currency="eur"), held=("eur",)), mapping(picky, SHIPPED)).flow == "picky"


# ---------------------------------------------------------------- documents


def test_a_new_payer_becomes_customer_form_order_and_receipt():
    drafts = decide(facts(customer=customer()), mapping()).drafts
    assert [str(draft.key) for draft in drafts] == [
        "EDU1/customer/payer-usd/cus_1",
        "EDU1/custom_form/stripe-id-usd/cus_1",
        "EDU1/sales_order/sale/ch_1",
        "EDU1/receipt/payment/ch_1",
    ]
    assert {draft.lane for draft in drafts} == {"cus_1|usd"} == {draft.party for draft in drafts}
    assert [draft.blocks for draft in drafts] == [True, False, False, False]
    assert [draft.once for draft in drafts] == [True, True, False, False]
    places = [draft.order_by for draft in drafts]
    assert places == sorted(set(places))


def test_a_later_payment_comes_later_in_the_lane():
    first = decide(facts(customer=customer()), mapping()).drafts
    second = decide(facts(charge(created=PAID_AT + 1), customer=customer()), mapping()).drafts
    assert first[-1].order_by < second[0].order_by


def test_a_guest_goes_to_the_guest_customer_in_a_lane_of_its_own():
    drafts = drafts_of(decide(facts(), mapping()))
    assert set(drafts) == {Kind.SALES_ORDER, Kind.RECEIPT}
    assert {draft.lane for draft in drafts.values()} == {"payment|ch_1"}
    assert {draft.body.customer for draft in drafts.values()} == {"GUEST-USD"}
    assert {draft.party for draft in drafts.values()} == {""}
    assert drafts[Kind.SALES_ORDER].body.customer_name == "Ann Lee"


def test_a_stripe_customer_that_goes_to_the_guest_customer_leaves_no_id_on_it():
    decision = decide(facts(customer=customer()), mapping(customers__policy="guest"))
    assert set(drafts_of(decision)) == {Kind.SALES_ORDER, Kind.RECEIPT}


def test_a_linked_payer_needs_no_new_customer():
    erp = ErpFacts(link=Link("customer", "cus_1|usd", "000000000000042", "created"), stock=STOCK)
    drafts = drafts_of(decide(facts(customer=customer(), erp=erp), mapping()))
    assert set(drafts) == {Kind.CUSTOM_FORM, Kind.SALES_ORDER, Kind.RECEIPT}
    assert drafts[Kind.RECEIPT].body.customer == "000000000000042"
    assert drafts[Kind.RECEIPT].lane == "cus_1|usd"


def test_a_payer_that_was_found_is_linked_by_the_decision():
    decision = decide(facts(customer=customer(), erp=matched(syspro_customer())), mapping())
    assert decision.links == (Link("customer", "cus_1|usd", "000000000000042", "email"),)
    assert receipt_of(decision).customer == "000000000000042"


def test_a_guest_that_was_found_is_booked_there_but_not_linked():
    decision = decide(facts(erp=matched(syspro_customer())), mapping())
    assert decision.links == ()
    assert receipt_of(decision).customer == "000000000000042"


def test_a_new_customer_has_all_that_stripe_knows_of_the_payer():
    payer = customer(
        phone="+1 555", tax_ids={"data": [{"value": "GB123"}]}, business_name="Ann Ltd",
        address={"line1": "1 High St", "line2": None, "city": "York", "state": "NY", "postal_code": "YO1", "country": "US"},
        shipping={"name": "Dock 4", "address": {"line1": "2 Low St", "city": "Leeds", "postal_code": "LS1"}},
    )  # fmt: skip
    body = drafts_of(decide(facts(customer=payer), mapping(customers__branch="10")))[Kind.CUSTOMER].body
    assert (body.name, body.email, body.telephone, body.contact) == ("Ann Ltd", "ann@example.com", "+1 555", "Dock 4")
    assert (body.sold_to_1, body.sold_to_2, body.sold_to_3, body.sold_postal_code) == (
        "1 High St",
        "York, NY",
        "US",
        "YO1",
    )
    assert (body.ship_to_1, body.ship_to_2, body.ship_postal_code) == ("2 Low St", "Leeds", "LS1")
    assert (body.company_tax_number, body.currency, body.branch) == ("GB123", "USD", "10")


@pytest.mark.parametrize(
    ("field", "reference"),
    [("UserField1", "U6NMWM2PLO"), ("EdiSenderCode", "cus_1|usd"), ("ShortName", "U6NMWM2PLO")],
)
def test_the_reference_of_a_customer_fits_the_column_that_keeps_it(field, reference):
    decision = decide(facts(customer=customer()), mapping(customers__reference_field=field))
    body = drafts_of(decision)[Kind.CUSTOMER].body
    assert (body.reference_field, len(body.reference)) == (field, len(reference))
    assert (body.short_name == body.reference) is (field == "ShortName")


def test_a_customer_of_a_site_that_does_not_number_gets_a_code_of_ours():
    decision = decide(facts(customer=customer()), mapping(customers__numbering="reference"))
    body = drafts_of(decision)[Kind.CUSTOMER].body
    assert body.code == f"S{body.reference}"


def test_the_receipt_is_gross_dated_at_the_site_and_goes_to_the_clearing_bank():
    receipt = receipt_of(decide(facts(), mapping(site__time_zone="Asia/Tokyo")))
    assert (receipt.value, receipt.bank, receipt.payment_date) == (Money(1000, "usd"), "STRIPE-USD", "2023-11-15")
    assert (receipt.reference, receipt.allocations, receipt.unapplied) == ("ch_1", (), Money(1000, "usd"))


def test_documents_tell_in_words_where_each_field_comes_from():
    draft = drafts_of(decide(facts(), mapping()))[Kind.RECEIPT]
    assert draft.lineage["Bank"] == "table site.receipts.bank by payment.settlement_currency"
    assert draft.title == "Receipt from Ann Lee, 10.00 USD"


def test_what_had_to_be_shortened_is_said():
    long = "Ann " * 30
    draft = drafts_of(decide(facts(customer=customer(name=long)), mapping()))[Kind.CUSTOMER]
    assert {(change.field, change.what) for change in draft.changes} == {
        ("Name", "shortened"),
        ("ShortName", "shortened"),
    }


# ---------------------------------------------------------------- amounts and currencies


def test_a_part_capture_posts_what_was_captured():
    paid = charge(amount=1000, amount_captured=400, amount_refunded=600)
    decision = decide(facts(paid, booked=booking(), payment_intent={"capture_method": "manual"}), mapping())
    assert receipt_of(decision).value == Money(400, "usd")
    assert order_of(decision).lines[0].value == Money(400, "usd")


def test_what_was_refunded_changes_nothing_in_the_sale():
    before = decide(facts(), mapping())
    after = decide(facts(charge(amount_refunded=1000, refunded=True)), mapping())
    assert (order_of(after), receipt_of(after)) == (order_of(before), receipt_of(before))


def test_a_booking_that_becomes_known_changes_nothing():
    assert decide(facts(booked=booking()), mapping()).drafts == decide(facts(), mapping()).drafts


def test_a_payment_captured_by_hand_is_dated_when_it_was_captured():
    booked = booking(created_at=PAID_AT + 3 * 86400)
    decision = decide(facts(booked=booked, payment_intent={"capture_method": "manual"}), mapping())
    assert receipt_of(decision).payment_date == "2023-11-17"


@pytest.mark.parametrize(("currency", "minor", "words"), [("jpy", 500, "500 JPY"), ("isk", 50000, "500.00 ISK")])
def test_currencies_with_other_minor_units_are_posted_in_stripes_units(currency, minor, words):
    paid = charge(currency=currency, amount=minor, amount_captured=minor)
    decision = decide(facts(paid), mapping(customers__guest=f'{{"{currency}": "G"}}'))
    assert receipt_of(decision).value.to_decimal() == 500
    assert str(decision.amount) == words


@pytest.mark.parametrize(("minor", "outcome"), [(1230, Outcome.DOCUMENTS), (1234, Outcome.HELD)])
def test_a_third_decimal_that_syspro_cannot_keep_is_held(minor, outcome):
    paid = charge(currency="kwd", amount=minor, amount_captured=minor)
    decision = decide(facts(paid), mapping(customers__guest='{"kwd": "G"}'))
    assert decision.outcome is outcome
    if outcome is Outcome.HELD:
        assert decision.reason.endswith("1.234 KWD has more than the two decimals that SYSPRO keeps.")


def test_an_amount_beyond_sysprosfields_is_held():
    paid = charge(amount=10**14, amount_captured=10**14)
    assert "more than SYSPRO's fields can hold" in decide(facts(paid), mapping()).reason


def test_a_currency_that_stripes_table_lacks_is_held():
    decision = decide(facts(charge(currency="xxx")), mapping())
    assert (decision.outcome, decision.reason_code) == (Outcome.HELD, "facts.unusable")


# ---------------------------------------------------------------- open invoices


def test_a_payment_of_an_open_invoice_makes_a_receipt_alone():
    decision = decide(paying(open_invoice(), customer=customer()), mapping())
    assert set(drafts_of(decision)) == {Kind.RECEIPT}
    receipt = receipt_of(decision)
    assert (receipt.customer, receipt.allocations) == ("000000000000042", (Allocation(INVOICE, Money(1000, "usd")),))
    assert decision.links == ()


@pytest.mark.parametrize(("open_minor", "allocated", "left"), [(1500, 1000, 0), (1000, 1000, 0), (300, 300, 700)])
def test_an_invoice_takes_what_is_open_and_the_rest_stays_on_account(open_minor, allocated, left):
    receipt = receipt_of(decide(paying(open_invoice(open_minor)), mapping()))
    assert [part.value.minor for part in receipt.allocations] == [allocated]
    assert receipt.unapplied == Money(left, "usd")


def test_the_receipt_goes_to_the_customer_of_the_invoice_even_when_the_payer_is_another():
    erp = ErpFacts(
        link=Link("customer", "cus_1|usd", "000000000000001", "created"),
        open_invoice=open_invoice(owner="000000000000099"),
    )
    paid = charge(metadata={"syspro_invoice": "1007"})
    decision = decide(facts(paid, customer=customer(), erp=erp), mapping())
    assert receipt_of(decision).customer == "000000000000099"


def test_an_invoice_in_another_currency_is_not_the_one_that_was_paid():
    assert decide(paying(open_invoice(currency="eur")), mapping()).reason_code == "invoice.not_open"


def test_a_stripe_invoice_number_that_syspro_lacks_makes_an_order():
    given_facts = facts(invoice={"number": "A-1", "currency": "usd", "lines": lines()})
    assert set(drafts_of(decide(given_facts, mapping()))) == {Kind.SALES_ORDER, Kind.RECEIPT}


def test_a_stripe_invoice_number_that_syspro_has_open_is_paid():
    erp = ErpFacts(open_invoice=open_invoice())
    given_facts = facts(invoice={"number": "1007", "currency": "usd", "lines": lines()}, erp=erp)
    assert set(drafts_of(decide(given_facts, mapping()))) == {Kind.RECEIPT}


def test_the_trouble_with_the_payers_account_does_not_matter_when_an_invoice_is_paid():
    erp = replace(matched(syspro_customer("1"), syspro_customer("2")), open_invoice=open_invoice())
    assert decide(facts(charge(metadata={"invoice_number": "1007"}), erp=erp), mapping()).outcome is Outcome.DOCUMENTS


# ---------------------------------------------------------------- parked from the start


def test_an_order_that_cannot_be_posted_is_parked_and_its_receipt_is_not():
    sold = facts(session=session(), line_items=lines(line_item(code="GHOST")))
    drafts = drafts_of(decide(sold, mapping()))
    order, receipt = drafts[Kind.SALES_ORDER], drafts[Kind.RECEIPT]
    assert (order.state, order.reason) == (State.PARKED, "Stock code GHOST is not in SYSPRO.")
    assert (receipt.state, receipt.reason) == (State.PENDING, "")


def test_a_required_field_that_stays_empty_parks_the_document():
    decision = decide(facts(), mapping(receipts__bank='{"usd": ""}'))
    receipt = drafts_of(decision)[Kind.RECEIPT]
    assert (receipt.state, receipt.reason_code) == (State.PARKED, "field.missing")
    assert receipt.reason == "Bank is empty, and SYSPRO needs it."


# ---------------------------------------------------------------- whatever Stripe says

_texts = st.text(max_size=12) | st.sampled_from(
    ["usd", "charge", "ch_1", "\ud83d", "A*1@2", "1e99999", "NaN", "[[", "{}"]
)
_numbers = st.integers() | st.integers(-(10**20), 10**20) | st.floats()
_leaves = st.none() | st.booleans() | _numbers | _texts
_json = st.recursive(_leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3))

_ROLES = "customer session line_items invoice products amount_details_line_items".split()


def real():
    """Stripe's objects by role, all that a payment may have."""
    sold = line_item(), line_item(250, tax=20, discount=10)
    invoiced = {
        "amount": 1000, "quantity": 1, "quantity_decimal": "1.5", "metadata": {}, "discount_amounts": [{"amount": 5}],
        "taxes": [{"amount": 10, "tax_behavior": "inclusive"}],
        "pricing": {"price_details": {"product": "prod_1", "price": {"metadata": {"sku": "BOLT"}}}},
    }  # fmt: skip
    item = {
        "unit_cost": 500,
        "quantity": 2,
        "product_code": "BOLT",
        "discount_amount": 5,
        "tax": {"total_tax_amount": 3},
    }
    shipped = {"amount_total": 600, "amount_tax": 100}
    address = {"line1": "1 High St", "line2": None, "city": "York", "postal_code": "YO1"}
    return {
        "charge": charge(shipping={"name": "Dock", "address": address}, metadata={"shipping": "5.00", "tax": "1"}),
        "customer": customer(tax_ids={"data": [{"value": "GB1"}]}, address=address, phone="1"),
        "session": session(shipping_cost=shipped),
        "line_items": lines(*sold),
        "invoice": {"number": "1007", "currency": "usd", "lines": lines(invoiced), "shipping_cost": shipped},
        "products": lines({"id": "prod_1", "metadata": {"sku": "NUT"}}),
        "amount_details_line_items": lines(item),
        "payment_intent": {
            "id": "pi_1", "capture_method": "automatic", "amount_details": {"tip": {"amount": 5}, "shipping": {"amount": 7}},
            "metadata": {"line_1": '{"unit_amount": 500, "quantity": 2}', "syspro_lines": "BOLT*2@3; NUT*1@4"},
        },
    }  # fmt: skip


def places(value):
    """Every dictionary and list in nested JSON, with its keys or indexes: the places where something can be put."""
    found, left = [], [value]
    while left:
        each = left.pop()
        keys = list(each) if isinstance(each, dict) else list(range(len(each)))
        found += [(each, key) for key in keys]
        left += [each[key] for key in keys if isinstance(each[key], (dict, list))]
    return found


@st.composite
def hostile(draw):
    """Facts like real ones, a few places of which are anything at all."""
    kept = draw(st.sets(st.sampled_from(_ROLES), max_size=3)) | {"charge", "payment_intent"}
    objects = {role: value for role, value in real().items() if role in kept}
    found = [place for each in objects.values() for place in places(each)]
    for number in draw(st.lists(st.integers(0, len(found) - 1), max_size=3)):
        holder, key = found[number]
        holder[key] = draw(_json)
    return replace(facts(), stripe=replace(facts().stripe, objects=objects))


@given(hostile())
def test_whatever_stripe_says_a_decision_comes_of_it(given_facts):
    decision = decide(given_facts, mapping())
    assert isinstance(decision, Decision)
    assert decision.drafts or decision.reason


@given(hostile())
def test_whatever_stripe_says_the_questions_to_syspro_are_asked_or_refused_in_words(given_facts):
    with suppress(BadJsonError, UnknownCurrencyError, DoesNotFitError):
        needs_of(given_facts.stripe, policy())


@given(_json)
def test_a_charge_that_is_anything_at_all_is_held(anything):
    spoiled = replace(facts(), stripe=replace(facts().stripe, objects={"charge": anything}))
    assert decide(spoiled, mapping()).outcome is Outcome.HELD


@given(hostile())
def test_the_same_facts_give_the_same_decision_after_they_were_stored(given_facts):
    try:
        stored = dumps(given_facts)
    except (ValueError, AgentError):
        return
    again = decide(loads(Facts, stored), mapping())
    before = decide(given_facts, mapping())
    assert (again.outcome, again.reason_code, len(again.drafts)) == (
        before.outcome,
        before.reason_code,
        len(before.drafts),
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_name_and_description_can_be_posted(name, description):
    paid = charge(description=description, billing_details={"name": name})
    decision = decide(facts(paid, customer=customer(name=name, email="")), mapping())
    assert decision.outcome is Outcome.DOCUMENTS


def test_what_syspro_says_in_strange_ways_does_not_raise():
    odd = {"BOLT": StockItem("BOLT", "", "", tax_code="\ud83d", on_hold=True)}
    sold = facts(session=session(), line_items=lines(line_item(tax=200)), erp=ErpFacts(stock=odd))
    assert drafts_of(decide(sold, mapping()))[Kind.SALES_ORDER].reason_code == "order.stock_on_hold"
