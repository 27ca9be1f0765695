"""One payment as Stripe has it now, whichever way it was sold, against the sandbox."""

import pytest

from agent.domain.errors import Misconfigured, NeedsPerson
from connectors.sandbox.stripe import Payment, Sale, SaleLine

AT_ONCE = Payment(settle_after_s=0)
LINES = (SaleLine("BOLT-M8X20", "Hex bolt", 3, 1000, "8.25", discount=150), SaleLine("A150", "Anchor", 1, 1210))


def sale(lines=LINES, **fields):
    return Sale("usd", lines, billing={"name": "Zoë 🚲 Ltd", "email": "zoe@example.com"}, **fields)


def many_lines(number):
    return tuple(SaleLine(f"ITEM-{index}", f"Item {index}", 1, 100 + index) for index in range(number))


@pytest.fixture
def customer(sandbox):
    return sandbox.trading.customer(
        name="Zoë 🚲 Ltd", email="zoe@example.com", tax_id_data=[{"type": "gb_vat", "value": "GB123456789"}]
    )


@pytest.fixture
def from_the_shelf(sandbox):
    """A line with a price and a product, as a web shop has them."""
    product = sandbox.trading.product(name="Hex bolt", metadata={"stock_code": "BOLT-M8X20"})
    price = sandbox.trading.price(product=product["id"], currency="usd", unit_amount=1000)
    return (SaleLine("BOLT-M8X20", "Hex bolt", 3, 1000, price=price["id"], product=product["id"]),)


@pytest.fixture
def charge_of(sandbox):
    """Return the charge of a session, an invoice or a payment intent."""

    def find(sold):
        intent = sold["id"] if sold["object"] == "payment_intent" else sold.get("payment_intent")
        if intent is None:
            intent = sandbox.engine.store.all_of("invoice_payment", invoice=sold["id"])[0]["payment"]["payment_intent"]
        return sandbox.engine.get(intent)["latest_charge"]

    return find


def test_a_checkout_is_read_with_payer_and_lines_in_three_reads(kit, sandbox, customer, charge_of, from_the_shelf):
    session = sandbox.trading.checkout(sale(from_the_shelf, customer=customer["id"]), payment=AT_ONCE)
    facts = kit.read(charge_of(session))
    assert facts.subject == charge_of(session)
    assert set(facts.objects) == {"charge", "customer", "payment_intent", "session", "line_items"}
    assert facts.objects["session"]["id"] == session["id"]
    assert [line["price"]["product"]["metadata"]["stock_code"] for line in facts.objects["line_items"]["data"]] == [
        "BOLT-M8X20"
    ]
    assert kit.tally.reads == 3


def test_the_payer_comes_with_name_and_tax_number(kit, sandbox, customer, charge_of):
    session = sandbox.trading.checkout(sale(customer=customer["id"]), payment=AT_ONCE)
    payer = kit.read(charge_of(session)).objects["customer"]
    assert payer["name"] == "Zoë 🚲 Ltd"
    assert payer["tax_ids"]["data"][0]["value"] == "GB123456789"


def test_what_has_a_role_of_its_own_is_only_named_by_the_charge(kit, sandbox, customer, charge_of):
    session = sandbox.trading.checkout(sale(customer=customer["id"]), payment=AT_ONCE)
    facts = kit.read(charge_of(session))
    charge = facts.objects["charge"]
    assert charge["customer"] == customer["id"]
    assert charge["payment_intent"] == facts.objects["payment_intent"]["id"]
    assert charge["balance_transaction"] == facts.balance_transactions[0].id
    assert "line_items" not in facts.objects["session"]


def test_every_way_to_a_payment_gives_the_same_facts(kit, sandbox, customer, charge_of):
    session = sandbox.trading.checkout(sale(customer=customer["id"]), payment=AT_ONCE)
    facts = kit.read(charge_of(session))
    assert kit.read(session["id"], "checkout.session") == facts
    assert kit.read(facts.objects["payment_intent"]["id"], "payment_intent") == facts


def test_an_invoice_leads_to_its_charge_and_lines(kit, sandbox, customer, charge_of):
    invoice = sandbox.trading.invoice(sale(customer=customer["id"]), payment=AT_ONCE)
    facts = kit.read(invoice["id"], "invoice")
    assert facts == kit.read(charge_of(invoice))
    assert facts.objects["invoice"]["id"] == invoice["id"]
    assert len(facts.objects["invoice"]["lines"]["data"]) == 2
    assert "amount_details_line_items" not in facts.objects


def test_the_lines_of_a_payment_intent_are_read_where_nothing_else_has_any(kit, sandbox, charge_of):
    intent = sandbox.trading.intent(sale(), payment=AT_ONCE)
    facts = kit.read(charge_of(intent))
    assert [line["product_code"] for line in facts.objects["amount_details_line_items"]["data"]] == [
        "BOLT-M8X20",
        "A150",
    ]
    assert "session" not in facts.objects
    assert kit.tally.reads == 4


@pytest.mark.parametrize("number", [10, 11, 120])
def test_all_lines_of_a_checkout_are_read(kit, sandbox, charge_of, number):
    session = sandbox.trading.checkout(sale(many_lines(number)), payment=AT_ONCE)
    facts = kit.read(charge_of(session))
    assert [line["description"] for line in facts.objects["line_items"]["data"]] == [
        f"Item {index}" for index in range(number)
    ]
    assert kit.read(session["id"], "checkout.session") == facts


@pytest.mark.parametrize("number", [10, 11, 120])
def test_all_lines_of_an_invoice_are_read(kit, sandbox, customer, charge_of, number):
    invoice = sandbox.trading.invoice(sale(many_lines(number), customer=customer["id"]), payment=AT_ONCE)
    lines = kit.read(charge_of(invoice)).objects["invoice"]["lines"]
    assert [line["description"] for line in lines["data"]] == [f"Item {index}" for index in range(number)]
    assert lines["has_more"] is False


def test_the_prices_of_an_invoices_lines_are_shown(kit, sandbox, customer, charge_of, from_the_shelf):
    invoice = sandbox.trading.invoice(sale(from_the_shelf, customer=customer["id"]), payment=AT_ONCE)
    line = kit.read(charge_of(invoice)).objects["invoice"]["lines"]["data"][0]
    assert line["pricing"]["price_details"]["price"]["unit_amount"] == 1000


def test_all_lines_of_a_payment_intent_are_read(kit, sandbox, charge_of):
    intent = sandbox.trading.intent(sale(many_lines(120)), payment=AT_ONCE)
    assert len(kit.read(charge_of(intent)).objects["amount_details_line_items"]["data"]) == 120


def test_a_charge_without_payment_intent_needs_one_read(kit, sandbox):
    charge = sandbox.trading.bare_charge(sale())
    facts = kit.read(charge["id"])
    assert "payment_intent" not in facts.objects
    assert facts.objects["charge"]["metadata"]["line_1"]
    assert kit.tally.reads == 1


def test_a_charge_that_took_no_money_needs_one_read(kit, sandbox):
    for charge in (sandbox.trading.failed_attempt(500, "usd"), sandbox.trading.authorise(700, "usd")):
        facts = kit.read(charge["id"])
        assert set(facts.objects) == {"charge", "payment_intent"}
        assert facts.balance_transactions == ()
    assert kit.tally.reads == 2


def test_a_charge_that_is_not_booked_yet_has_no_balance_transaction(kit, sandbox):
    charge = sandbox.trading.charge(12_000, "usd", payment=Payment(settle_after_s=None))
    assert kit.read(charge["id"]).balance_transactions == ()


def test_a_booked_charge_has_its_balance_transaction(kit, sandbox):
    charge = sandbox.trading.charge(12_000, "usd", payment=AT_ONCE)
    assert kit.read(charge["id"]).balance_transactions == tuple(kit.movements())


def test_a_deleted_customer_is_still_a_payer(kit, sandbox, customer):
    charge = sandbox.trading.charge(12_000, "usd", fields={"customer": customer["id"]}, payment=AT_ONCE)
    with sandbox.engine.store.transaction():
        sandbox._parts.customers.delete(customer["id"], at=sandbox.clock.now())
    payer = kit.read(charge["id"]).objects["customer"]
    assert (payer["id"], payer["deleted"]) == (customer["id"], True)


def test_a_checkout_that_nobody_paid_leads_to_nothing(kit, sandbox):
    session = sandbox.trading.checkout(sale(), payment=Payment(method="us_bank_account"))
    facts = kit.read(session["id"], "checkout.session")
    assert facts.objects["charge"]["status"] == "pending"
    assert "session" not in facts.objects


@pytest.mark.parametrize("object_type", ["customer", "topup", "transfer", "price", "something.new"])
def test_what_moves_no_money_of_ours_leads_to_nothing_and_costs_nothing(kit, object_type):
    assert kit.read("x_1", object_type) is None
    assert kit.tally.reads == 0


@pytest.mark.parametrize(
    ("object_id", "object_type"),
    [
        ("ch_gone", "charge"),
        ("cs_gone", "checkout.session"),
        ("pi_gone", "payment_intent"),
        ("re_gone", "refund"),
        ("dp_gone", "dispute"),
        ("po_gone", "payout"),
        ("txn_gone", "balance_transaction"),
    ],
)
def test_an_object_that_stripe_does_not_have_is_set_aside(kit, object_id, object_type):
    with pytest.raises(NeedsPerson, match=object_id) as refused:
        kit.read(object_id, object_type)
    assert refused.value.problem.code == "stripe.not_found"


@pytest.mark.parametrize("object_id", ["../customers", "ch_1/refunds", "ch_1?expand[]=x", "ch 1", "ch_💥", "x" * 256])
def test_an_id_that_could_lead_elsewhere_is_never_asked_for(kit, object_id):
    with pytest.raises(NeedsPerson, match="letters, digits"):
        kit.read(object_id)
    assert kit.tally.reads == 0


def test_a_right_that_is_missing_stops_the_reading_and_names_itself(kits, sandbox, server, clock, charge_of):
    sandbox.keys.add(
        "rk_test_weak", ["event_read", "charge_read", "payment_intent_read", "customer_read", "balance_read"]
    )
    session = sandbox.trading.checkout(sale(), payment=AT_ONCE)
    weak = kits(server.url, clock, key="rk_test_weak")
    with pytest.raises(Misconfigured, match="checkout_session_read") as refused:
        weak.read(charge_of(session))
    assert refused.value.problem.code == "stripe.permission.checkout_session_read"
    assert "Checkout Sessions: Read" in refused.value.problem.press
