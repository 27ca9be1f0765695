"""Decide: the shipped flow from one payment to its documents, or to the reason why there are none."""

from dataclasses import replace

import pytest

from agent.domain.decide import decide
from agent.domain.decisions import Outcome
from agent.domain.documents import Link, State
from agent.domain.facts import CustomerMatch, ErpFacts, OpenInvoice, PeriodState
from agent.domain.flows import parse_flow
from agent.domain.kinds import Allocation, Kind
from agent.domain.money import Money
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
    receipt_of,
    session,
    syspro_customer,
)

IN_MAY = PeriodState(2024, 5, receivables_year=2024, receivables_month=5)
INVOICE = "000000000001007"


def open_invoice(minor=1000, currency="usd", owner="000000000000042"):
    return OpenInvoice(owner, INVOICE, "I", Money(minor, currency))


def paying(invoice, *, link="", **more):
    """Facts of a payment that names an invoice; its payer may be linked to a SYSPRO customer."""
    paid = charge(metadata={"invoice_number": "1007"})
    linked = Link("customer", "cus_1|usd", link, "created") if link else None
    payer = {"customer": customer()} if link else {}
    return facts(paid, erp=ErpFacts(link=linked, open_invoice=invoice, stock=STOCK), **payer, **more)


def matched(*found, origin="email"):
    return ErpFacts(matches=tuple(CustomerMatch(each, origin) for each in found), stock=STOCK)


# ---------------------------------------------------------------- gates

GATES = {
    "payment.failed": (facts(charge(status="failed")), {}),
    "payment.taken_back": (facts(charge(status="failed"), booked=booking()), {}),
    "payment.pending": (facts(charge(status="pending")), {}),
    "payment.unknown_status": (facts(charge(status="paused")), {}),
    "payment.expired": (facts(charge(captured=False, amount_captured=0, refunded=True)), {}),
    "payment.authorised": (facts(charge(captured=False, amount_captured=0)), {}),
    "payment.no_amount": (facts(charge(amount_captured=0)), {}),
    "payment.connect": (facts(charge(application_fee_amount=5)), {}),
    "payment.before_start": (replace(facts(), start_at=PAID_AT + 1), {}),
    "payment.not_booked": (facts(payment_intent={"capture_method": "manual"}), {}),
    "posting.not_available": (facts(), {"posting__when": "settlement"}),
    "payment.not_settled": (facts(charge(currency="eur")), {}),
    "payment.other_settlement": (facts(charge(currency="eur"), booked=booking(currency="usd")), {}),
    "currency.unmapped": (facts(), {"currencies__to_syspro": "{}"}),
    "period.closed": (facts(erp=ErpFacts(stock=STOCK, periods=IN_MAY)), {"periods__receivables": "hold"}),
    "bank.unmapped": (facts(), {"receipts__bank": "{}"}),
    "invoice.not_open": (paying(None), {}),
    "invoice.other_customer": (paying(open_invoice(), link="000000000000001"), {}),
    "customer.named_unknown": (facts(customer=customer(metadata={"syspro_customer": "77"})), {}),
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
    ("code", "words"),
    [
        ("payment.no_amount", "The payment over 0.00 USD is not above zero."),
        ("payment.unknown_status", "Stripe calls the payment paused, which no rule knows."),
        ("payment.other_settlement", "The payment of 10.00 EUR by Ann Lee settles in USD,"),
        ("payment.not_settled", "in which currency the payment of 10.00 EUR settles."),
        ("invoice.not_open", "Ann Lee paid 10.00 USD for invoice 000000000001007, which SYSPRO does not have open"),
        ("invoice.other_customer", "is customer 000000000000001, but paid 10.00 USD for invoice 000000000001007 of"),
        ("customer.no_guest", "Ann Lee paid in USD, and no guest customer is set for that currency."),
    ],
)
def test_the_reason_names_whose_money_it_is(code, words):
    given_facts, changes = GATES[code]
    assert words in decide(given_facts, mapping(**changes)).reason


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
    after = decide(facts(charge(amount_refunded=999)), mapping())
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
        assert "1.234 KWD has more than the two decimals that SYSPRO keeps." in decision.reason
        assert "never rounded by itself: book it by hand" in decision.reason


def test_an_amount_beyond_sysprosfields_is_held():
    paid = charge(amount=10**14, amount_captured=10**14)
    reason = decide(facts(paid), mapping()).reason
    assert reason.startswith(
        "Payment ch_1 of Ann Lee cannot be written to SYSPRO. 1,000,000,000,000.00 USD is more than"
    )


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


def test_the_receipt_of_a_payer_we_do_not_know_goes_to_the_customer_of_the_invoice():
    decision = decide(paying(open_invoice(owner="000000000000099"), customer=customer()), mapping())
    assert receipt_of(decision).customer == "000000000000099"


def test_a_linked_payer_may_pay_an_invoice_of_its_own():
    decision = decide(paying(open_invoice(), link="000000000000042"), mapping())
    assert receipt_of(decision).allocations == (Allocation(INVOICE, Money(1000, "usd")),)


@pytest.mark.parametrize("change", [{"refunded": True}, {"disputed": True}])
def test_what_happens_to_the_money_after_posting_does_not_undo_the_sale(change):
    posted = replace(facts(charge(**change)), sent=True)
    assert decide(posted, mapping()).drafts == decide(facts(), mapping()).drafts


def test_an_invoice_in_another_currency_is_not_the_one_that_was_paid():
    assert decide(paying(open_invoice(currency="eur")), mapping()).reason_code == "invoice.not_open"


def test_an_invoice_of_another_customer_than_the_payment_names_is_not_the_one_that_was_paid():
    named = charge(metadata={"invoice_number": "1007", "syspro_customer": "43"})
    other = facts(named, erp=ErpFacts(open_invoice=open_invoice(), stock=STOCK))
    assert decide(other, mapping()).reason_code == "invoice.not_open"
    own = facts(named, erp=ErpFacts(open_invoice=open_invoice(owner="000000000000043"), stock=STOCK))
    assert receipt_of(decide(own, mapping())).customer == "000000000000043"


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
    assert (order.state, order.reason) == (State.PARKED, order.reason)
    assert order.reason.startswith("Stock code GHOST does not exist in ")
    assert (receipt.state, receipt.reason) == (State.PENDING, "")


def test_a_required_field_that_stays_empty_parks_the_document():
    decision = decide(facts(), mapping(receipts__bank='{"usd": ""}'))
    receipt = drafts_of(decision)[Kind.RECEIPT]
    assert (receipt.state, receipt.reason_code) == (State.PARKED, "field.missing")
    assert receipt.reason == "Bank is empty, and SYSPRO needs it."


def test_shillings_are_held_until_the_site_has_confirmed_how_they_are_counted():
    facts_of_ugx = facts(charge(currency="ugx"), booked=booking(currency="ugx"))
    codes = {
        "currencies__to_syspro": '{"ugx": "UGX"}',
        "receipts__bank": '{"ugx": "STRIPE-UGX"}',
        "customers__guest": '{"ugx": "000000000000009"}',
    }
    made = decide(facts_of_ugx, mapping(**codes))
    assert (made.outcome, made.reason_code) == (Outcome.HELD, "currency.uncertain")
    assert decide(facts_of_ugx, mapping(**codes, currencies__ugx_hundredths="yes")).outcome is Outcome.DOCUMENTS
