"""An order placed in the portal: paid at Stripe, it is a SYSPRO order of that customer at exactly those prices."""

import concurrent.futures
import http.client
from collections import Counter
from decimal import Decimal

import httpx
import pytest

from agent.domain.customers.kept import ErpNoted, StripeCustomer
from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.selling import open_portal
from connectors.portal.app import make_app
from connectors.portal.serving import PortalServer
from connectors.sandbox.faults import FaultRule
from tests.pipeline.cli_world import Terminal
from tests.pipeline.company import NOW_AT, Company
from tests.pipeline.test_portal import ON

ME = "000000000000006"
BACK = {"success_url": "https://shop.example.com/thanks", "cancel_url": "https://shop.example.com/cart"}


@pytest.fixture
def company(tmp_path):
    opened = Company(tmp_path, key="sk_test_sandbox", **ON)
    yield opened
    opened.close()


@pytest.fixture
def shop(company):
    """A shop with a token for the customer, in front of a portal that serves."""
    made = Terminal(company.home.path, company.clock).json("portal", "token", "add", "shop", "--customer", "6")
    with open_portal(company.home) as portal, PortalServer(make_app(portal), company.home.values()) as server:
        headers = {"Authorization": f"Bearer {made['token']}"}
        with httpx.Client(base_url=server.url, headers=headers, timeout=30) as client:
            yield client


def place(shop, *items, key="order-0001", **changes):
    body = {"items": [{"stock_code": code, "quantity": quantity} for code, quantity in items], **BACK, **changes}
    return shop.post("/v1/orders", json=body, headers={"Idempotency-Key": key})


def paid(company, checkout):
    company.stripe.trading.pay_checkout(checkout, at=NOW_AT - 3600)
    company.run_all()


def lines_of(company, order):
    rows = company.rows("SorDetail", "SalesOrder = ?", order)
    return [
        (row.text("MStockCode"), row.number("MOrderQty"), row.number("MPrice"))
        for row in rows
        if row.text("MStockCode")
    ]


def test_a_paid_order_is_in_syspro_at_exactly_its_prices(company, shop):
    with company.syspro.locked(), company.syspro.books.transaction():
        company.syspro.books.update("InvPrice", ("BOLT-M8X20", "B"), {"SellingPrice": Decimal("0.45999")})
    placed = place(shop, ("A180", 2), ("BOLT-M8X20", "3")).json()
    assert [(line["price"], line["net"]) for line in placed["lines"]] == [("129", "258.00"), ("0.45999", "1.38")]
    paid(company, placed["checkout"])
    assert {row.state for row in company.documents()} == {State.POSTED}
    (order,) = company.rows("SorMaster", "Customer = ? AND SalesOrder > ?", ME, "0")[-1:]
    assert lines_of(company, order.text("SalesOrder")) == [
        ("A180", Decimal(2), Decimal(129)),
        ("BOLT-M8X20", Decimal(3), Decimal("0.45999")),
    ]
    receipts = company.documents(kind=Kind.RECEIPT)
    assert [str(row.amount.to_decimal()) for row in receipts] == [placed["total"]]


def test_the_page_asks_for_the_order_with_its_tax(company, shop):
    placed = place(shop, ("A180", 1)).json()
    session = company.stripe.engine.get(placed["checkout"])
    assert placed["pay_url"] == session["url"]
    assert Decimal(placed["total"]) == Decimal(session["amount_total"]) / 100 == 129 + Decimal(placed["tax"])
    assert session["success_url"] == BACK["success_url"]


def test_the_same_key_again_is_the_same_page_and_never_another_order(company, shop):
    first, again = place(shop, ("A180", 1)).json(), place(shop, ("A180", 1)).json()
    assert first == again
    other = place(shop, ("A180", 2))
    assert (other.status_code, other.json()["error"]["code"]) == (409, "order.not_taken")
    assert place(shop, ("A180", 2), key="order-0002").json()["checkout"] != first["checkout"]


def test_a_key_has_one_page_for_ever(company, shop):
    first = place(shop, ("A180", 1)).json()
    company.clock.advance(20 * 3600)
    assert place(shop, ("A180", 1)).json() == first
    company.clock.advance(5 * 3600)
    gone = place(shop, ("A180", 1))
    assert (gone.status_code, gone.json()["error"]["code"]) == (409, "order.page_gone")
    assert "another key" in gone.json()["error"]["message"]
    assert place(shop, ("A180", 2)).json()["error"]["code"] == "order.not_taken"
    assert len(company.stripe.engine.store.all_of("checkout.session")) == 1


@pytest.mark.parametrize("later_s", [60, 25 * 3600])
def test_a_key_whose_order_is_paid_says_so(company, shop, later_s):
    first = place(shop, ("A180", 1)).json()
    paid(company, first["checkout"])
    company.clock.advance(later_s)
    again = place(shop, ("A180", 1))
    assert (again.status_code, again.json()["error"]["code"]) == (409, "order.paid")
    assert len(company.stripe.engine.store.all_of("checkout.session")) == 1


def test_the_page_of_a_key_stays_when_its_prices_or_its_payer_change(company, shop):
    first = place(shop, ("BOLT-M8X20", "3")).json()
    with company.syspro.locked(), company.syspro.books.transaction():
        company.syspro.books.update("InvPrice", ("BOLT-M8X20", "B"), {"SellingPrice": Decimal("0.45999")})
    delete(company, company.store.portal_payers.payer("A", ME))
    place(shop, ("A180", 1), key="order-0002")
    assert place(shop, ("BOLT-M8X20", "3")).json() == first


@pytest.mark.parametrize(("later_s", "code"), [(60, None), (25 * 3600, "order.page_unknown")])
def test_a_page_whose_address_was_lost_is_found_for_a_day_and_never_opened_twice(company, shop, later_s, code):
    company.stripe.faults.add(FaultRule("reset_after_commit", {"path": "/v1/checkout/sessions"}))
    assert place(shop, ("A180", 1)).status_code == 503
    company.stripe.faults.clear()
    # Its payer is deleted, and another order has found that out.
    delete(company, company.store.portal_payers.payer("A", ME))
    place(shop, ("A180", 1), key="order-0002")
    company.clock.advance(later_s)
    again = place(shop, ("A180", 1))
    assert again.json().get("error", {}).get("code") == code
    assert len(company.stripe.engine.store.all_of("checkout.session")) == 2


def test_a_customer_pays_as_one_stripe_customer_who_names_the_syspro_one(company, shop):
    sessions = [place(shop, ("A180", number), key=f"order-000{number}").json()["checkout"] for number in (1, 2)]
    payers = {company.stripe.engine.get(one)["customer"] for one in sessions}
    assert len(payers) == 1
    assert company.stripe.engine.get(payers.pop())["metadata"] == {"syspro_customer": ME}


@pytest.mark.parametrize("happens", ["deleted", "renamed", "nothing"])
def test_a_paid_order_is_its_customers_whatever_becomes_of_the_payer_at_stripe(company, shop, happens):
    checkout = place(shop, ("A180", 1)).json()["checkout"]
    payer = company.stripe.engine.get(checkout)["customer"]
    company.stripe.trading.pay_checkout(checkout, at=NOW_AT - 3600)
    customers = company.stripe._parts.customers
    if happens == "deleted":
        customers.delete(payer, at=NOW_AT - 3000)
    if happens == "renamed":
        customers.update(payer, {"metadata": {"syspro_customer": ""}, "email": "x@example.com"}, at=NOW_AT - 3000)
    company.run_all()
    made = company.documents()
    assert {row.state for row in made} == {State.POSTED}
    assert Kind.CUSTOMER not in {row.kind for row in made}
    # The id of a customer that Stripe has no more is not written to SYSPRO.
    assert (Kind.CUSTOM_FORM in {row.kind for row in made}) is (happens != "deleted")
    orders = company.rows("SorMaster", "CustomerPoNumber LIKE 'ch_%'")
    assert [row.text("Customer") for row in orders] == [ME]


def delete(company, payer):
    company.stripe._parts.customers.delete(payer, at=NOW_AT)


def test_a_payer_that_stripe_has_no_more_is_made_once_again(company, shop):
    gone = []
    for number in range(3):
        placed = place(shop, ("A180", 1), key=f"order-{number:04}")
        assert placed.status_code == 200, placed.text
        payer = company.stripe.engine.get(placed.json()["checkout"])["customer"]
        assert payer not in gone
        assert company.store.portal_payers.payer("A", ME) == payer
        again = place(shop, ("A180", 1), key=f"order-{number:04}-more").json()["checkout"]
        assert company.stripe.engine.get(again)["customer"] == payer
        gone.append(payer)
        delete(company, payer)
    assert len(company.stripe.engine.store.all_of("customer")) == 0
    paid(company, again)
    assert [row.text("Customer") for row in company.rows("SorMaster", "CustomerPoNumber LIKE 'ch_%'")] == [ME]


def test_another_refusal_of_stripes_forgets_no_payer(company, shop):
    place(shop, ("A180", 1))
    payer = company.store.portal_payers.payer("A", ME)
    assert place(shop, ("A180", 2)).status_code == 409
    assert company.store.portal_payers.payer("A", ME) == payer


def test_a_linked_payer_that_stripe_has_no_more_is_unlinked_and_another_is_made(company, shop):
    stripe_id = linked(company)
    delete(company, stripe_id)
    session = place(shop, ("A180", 1)).json()["checkout"]
    payer = company.stripe.engine.get(session)["customer"]
    assert (payer == stripe_id, company.store.customers.linked("A", ME)) == (False, None)


def test_while_a_customer_is_being_made_at_stripe_the_portal_makes_no_second_one(company, shop):
    sql = (
        "INSERT INTO customer_links (company, customer, stripe_id, origin, made_at, due_at) "
        "VALUES ('A', ?, '', 'person', 1, 1)"
    )
    with company.store._connections.writing() as db:
        db.execute(sql, (ME,))
    answer = place(shop, ("A180", 1))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert company.stripe.engine.store.all_of("customer") == []


def test_stripes_trouble_with_one_order_is_not_repeated_to_the_next(company, shop):
    company.stripe.faults.add(FaultRule("error_500", {"path": "/v1/customers"}))
    assert place(shop, ("A180", 1)).status_code >= 500
    company.stripe.faults.clear()
    assert place(shop, ("A180", 1), key="order-0002").status_code == 200


def linked(company):
    """Link the customer to one of Stripe's; return it."""
    stripe_id = company.stripe._parts.customers.create({"name": "Fenwick"}, at=NOW_AT)["id"]
    kept, now = company.store.customers, company.clock.now()
    kept.note_erp("A", [ErpNoted(ME, "USD", {"name": "Fenwick"}, "", b"1")])
    kept.note_stripe("A", [(StripeCustomer(stripe_id, {"name": "Fenwick"}), "")], now)
    kept.link("A", ME, stripe_id, party="", by="Ann", now=now)
    return stripe_id


def test_a_customer_that_is_linked_pays_as_the_stripe_customer_of_its_link(company, shop):
    stripe_id = linked(company)
    session = place(shop, ("A180", 1)).json()["checkout"]
    assert company.stripe.engine.get(session)["customer"] == stripe_id


@pytest.mark.parametrize(
    ("items", "code"),
    [([("NOPE", 1)], "order.not_sold"), ([("GIFT-CARD 50", 1)], None)],
)
def test_what_is_not_sold_is_not_ordered(company, shop, items, code):
    answer = place(shop, *items)
    if code is not None:
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, code)
    assert company.stripe.engine.store.all_of("checkout.session") == [] or answer.status_code == 200


@pytest.mark.parametrize(
    "changes",
    [{"success_url": "javascript:alert(1)"}, {"success_url": None}, {"cancel_url": "http://evil.example.com"},
     {"key": "short"}, {"key": "x" * 101}],
)  # fmt: skip
def test_an_order_that_does_not_read_as_documented_is_refused(shop, changes):
    key = changes.pop("key", "order-0001")
    assert place(shop, ("A180", 1), key=key, **changes).status_code == 400


def test_a_key_without_the_right_to_sell_is_told_to_the_site_alone(tmp_path):
    company = Company(tmp_path, **ON)
    made = Terminal(company.home.path, company.clock).json("portal", "token", "add", "shop", "--customer", "6")
    with open_portal(company.home) as portal, PortalServer(make_app(portal), company.home.values()) as server:
        headers = {"Authorization": f"Bearer {made['token']}"}
        with httpx.Client(base_url=server.url, headers=headers, timeout=30) as client:
            answer = place(client, ("A180", 1))
    company.close()
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "portal.needs_attention")


#: How many requests come while orders are posted.
BURST, AT_A_TIME = 10_000, 4


def burst(url, token, codes):
    """Ask as fast as one connection can, with a right and a wrong token in turn; count the answers."""
    host, port = url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=60)
    for number in range(BURST // AT_A_TIME):
        given = token if number % 2 else "spt_wrong"
        connection.request("GET", "/v1/orders", headers={"Authorization": f"Bearer {given}"})
        answer = connection.getresponse()
        assert answer.headers["Content-Type"] == "application/json"
        answer.read()
        codes[answer.status] += 1
    connection.close()


def test_posting_goes_on_while_ten_thousand_requests_are_refused(company, shop):
    checkouts = [place(shop, ("A180", 1), key=f"order-{number:04}").json()["checkout"] for number in range(3)]
    token = shop.headers["Authorization"].partition(" ")[2]
    codes = Counter()
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        bursts = [pool.submit(burst, str(shop.base_url).rstrip("/"), token, codes) for _ in range(AT_A_TIME)]
        for checkout in checkouts:
            company.stripe.trading.pay_checkout(checkout, at=NOW_AT - 3600)
        company.run_all(rounds=10)
        posted_at_once = not all(one.done() for one in bursts)
        for one in bursts:
            one.result()
    assert posted_at_once
    assert len(company.documents(kind=Kind.SALES_ORDER, state=State.POSTED)) == 3
    assert {row.state for row in company.documents()} == {State.POSTED}
    assert codes.total() == BURST
    assert codes.keys() <= {200, 401, 429, 503}
    # A bucket is full at the start, and fills while the clock goes on.
    filled = 1 + (company.clock.now() - NOW_AT) / 60
    values = company.home.values()
    assert 0 < codes[200] <= values.integer("portal.requests_per_minute") * filled
    assert 0 < codes[401] <= values.integer("portal.wrong_tokens_per_minute") * filled
