"""The trade that the demo and the simulation live on."""

import json
from decimal import ROUND_HALF_UP, Decimal

import pytest

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.stripe import generate_trading, open_stripe
from connectors.sandbox.stripe.shop import company

NOW_AT = 1_795_000_000


@pytest.fixture(scope="module")
def market(tmp_path_factory):
    opened = open_stripe(tmp_path_factory.mktemp("market"), clock=SandboxClock(NOW_AT))
    yield opened, generate_trading(opened, charges=400, seed=11, until_at=NOW_AT)
    opened.close()


def charges_of(opened):
    return {charge["id"]: charge for charge in opened.engine.store.all_of("charge")}


def test_exactly_the_asked_number_of_charges_are_money(market):
    opened, made = market
    paid = {i: c for i, c in charges_of(opened).items() if c["captured"] and c["status"] == "succeeded"}
    assert set(paid) == set(made.charges)
    assert len(made.charges) == 400
    gross = {}
    for charge in paid.values():
        gross[charge["currency"]] = gross.get(charge["currency"], 0) + charge["amount_captured"]
    assert gross == made.gross


def test_failed_and_uncaptured_charges_never_become_money(market):
    opened, made = market
    sources = {movement["source"] for movement in opened.engine.store.all_of("balance_transaction")}
    assert len(made.never_money) == 20 + 4
    assert not sources & set(made.never_money)
    assert sources == set(made.charges)


def test_currencies_are_seventy_twenty_ten(market):
    opened, made = market
    found = charges_of(opened)
    share = {c: sum(found[i]["currency"] == c for i in made.charges) / 400 for c in ("usd", "eur", "jpy")}
    assert 0.6 < share["usd"] < 0.8
    assert 0.12 < share["eur"] < 0.28
    assert 0.04 < share["jpy"] < 0.17


def taxed(net, percent):
    return int((net * Decimal(percent) / 100).quantize(Decimal(1), ROUND_HALF_UP))


def test_sessions_add_up_to_their_charge_and_to_syspros_own_tax(market):
    opened, _ = market
    store, facts = opened.engine.store, company()
    stock = {item.code: item for item in facts.stock}
    sessions = [s for s in store.all_of("checkout.session") if s["payment_status"] == "paid"]
    assert len(sessions) > 100
    seen = set()
    for session in sessions:
        charge = store.find(store.find(session["payment_intent"]).body["latest_charge"]).body
        lines = store.find(session["id"]).inner["line_items"]
        shipping = session["total_details"]["amount_shipping"]
        assert sum(line["amount_total"] for line in lines) + shipping == session["amount_total"] == charge["amount"]
        for line in lines:
            inclusive = line["price"]["tax_behavior"] == "inclusive"
            net = line["amount_total"] - line["amount_tax"]
            code = store.find(line["price"]["product"]).body["metadata"]["stock_code"]
            percents = {facts.percent(stock[code], charge["currency"], exempt=exempt) for exempt in (False, True)}
            assert line["amount_tax"] in {taxed(net, percent) for percent in percents}
            if not inclusive:
                assert line["amount_subtotal"] - line["amount_discount"] == net
            seen.add((inclusive, line["amount_discount"] > 0, shipping > 0))
    assert {(True, False, True), (False, True, False), (False, False, True)} <= seen


def test_invoices_add_up_to_their_charge(market):
    opened, _ = market
    store = opened.engine.store
    invoices = store.all_of("invoice")
    assert len(invoices) > 40
    for invoice in invoices:
        payment = store.all_of("invoice_payment", invoice=invoice["id"])[0]
        charge = store.find(store.find(payment["payment"]["payment_intent"]).body["latest_charge"]).body
        taxes = sum(tax["amount"] for tax in invoice["total_taxes"])
        assert invoice["total_excluding_tax"] + taxes == invoice["total"] == charge["amount"] == invoice["amount_paid"]
        lines = invoice["lines"]["data"]
        assert sum(line["subtotal"] for line in lines) == invoice["subtotal"]
        assert all(line["quantity"] * int(line["pricing"]["unit_amount_decimal"]) == line["amount"] for line in lines)


def test_amount_details_add_up_to_their_charge(market):
    opened, _ = market
    seen = 0
    for intent in opened.engine.store.all_of("payment_intent"):
        lines = opened.engine.row(intent["id"]).inner["amount_details_line_items"]
        if not lines:
            continue
        seen += 1
        each = [
            line["quantity"] * line["unit_cost"] - (line["discount_amount"] or 0) + line["tax"]["total_tax_amount"]
            for line in lines
        ]
        assert sum(each) + intent["amount_details"]["shipping"]["amount"] == intent["amount"]
        assert all(len(line["product_code"]) <= 12 for line in lines)
    assert seen > 40


def test_bare_charges_carry_their_lines_in_metadata(market):
    opened, made = market
    bare = [c for i, c in charges_of(opened).items() if c["payment_intent"] is None and i in set(made.charges)]
    assert len(bare) > 20
    for charge in bare:
        lines = [json.loads(text) for key, text in charge["metadata"].items() if key.startswith("line_")]
        each = [line["quantity"] * line["unit_amount"] - line["discount_amount"] + line["tax_amount"] for line in lines]
        assert sum(each) + int(charge["metadata"]["shipping_amount"]) == charge["amount"]
        assert all(len(text) <= 500 for text in charge["metadata"].values())


def test_buyers_are_known_ones_new_ones_and_guests(market):
    opened, made = market
    customers = opened.engine.store.all_of("customer")
    codes = {account.code for account in company().accounts}
    emails = {account.email for account in company().accounts}
    linked = [c for c in customers if "syspro_customer" in c["metadata"]]
    assert {c["metadata"]["syspro_customer"] for c in linked} <= codes
    assert [c for c in customers if c["email"] in emails and not c["metadata"]]
    assert [c for c in customers if c["email"] not in emails]
    found = charges_of(opened)
    guests = [i for i in made.charges if found[i]["customer"] is None]
    assert 40 < len(guests) < 160
    assert all(found[i]["billing_details"]["email"] for i in guests)


def test_several_customers_buy_ten_times_within_a_minute(market):
    opened, made = market
    times = {}
    paid = set(made.charges)
    for charge in charges_of(opened).values():
        if charge["customer"] and charge["id"] in paid:
            times.setdefault(charge["customer"], []).append(charge["created"])
    hurried = [
        customer
        for customer, moments in times.items()
        if any(b - a < 60 for a, b in zip(sorted(moments), sorted(moments)[9:], strict=False))
    ]
    assert len(hurried) >= 2


def test_all_happens_within_the_period(market):
    opened, made = market
    found = charges_of(opened)
    created = [found[i]["created"] for i in made.charges]
    assert min(created) >= NOW_AT - 60 * 86_400
    assert max(created) <= NOW_AT
    assert opened.engine.store.rows("SELECT max(created) FROM events")[0][0] <= NOW_AT


def test_the_same_seed_gives_the_same_trade(tmp_path):
    seen = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        opened = open_stripe(tmp_path / name, seed=4, clock=SandboxClock(NOW_AT))
        made = generate_trading(opened, charges=40, seed=4, days=5, until_at=NOW_AT)
        seen.append((made.charges, made.gross))
        opened.close()
    assert seen[0] == seen[1]


def test_two_periods_in_one_file_use_one_catalogue(tmp_path):
    opened = open_stripe(tmp_path, clock=SandboxClock(NOW_AT))
    generate_trading(opened, charges=10, seed=1, days=5, until_at=NOW_AT)
    products = len(opened.engine.store.all_of("product"))
    generate_trading(opened, charges=10, seed=2, days=5, until_at=NOW_AT)
    assert len(opened.engine.store.all_of("product")) == products
    opened.close()


def test_refunds_disputes_and_payouts_come_when_they_are_asked_for(tmp_path):
    opened = open_stripe(tmp_path, clock=SandboxClock(NOW_AT))
    generate_trading(opened, charges=300, seed=3, until_at=NOW_AT, refunds=True, disputes=True, payouts=True)
    counts = opened.state()["objects"]
    assert counts["refund"] > 5
    assert counts["dispute"] > 0
    assert counts["payout"] > 60
    opened.close()


def test_trade_of_no_days_is_all_of_the_last_minute(tmp_path):
    opened = open_stripe(tmp_path, clock=SandboxClock(NOW_AT))
    made = generate_trading(opened, charges=40, seed=6, days=0, until_at=NOW_AT)
    found = charges_of(opened)
    assert len(made.charges) == 40
    assert all(NOW_AT - 60 <= found[i]["created"] <= NOW_AT for i in made.charges)
    assert all(found[i]["balance_transaction"] for i in made.charges)
    opened.close()
