"""Orders of the portal at Stripe: payers and pages, over real sockets and through lost answers."""

from decimal import Decimal

import pytest

from agent.domain.agreed import AgreedLine
from agent.domain.errors import Misconfigured, NeedsPerson
from agent.domain.money import Money
from agent.domain.placing import AgreedOrder
from agent.domain.portal import Wish
from connectors.sandbox.faults import FaultRule
from connectors.stripe.till import StripeTill
from tests.unit.domain.test_prices import customer

WISH = Wish((), "order-0001", "https://a.example.com/thanks", "https://a.example.com/cart")
WHOSE = {"syspro_customer": "6"}
ORDER = AgreedOrder(
    (AgreedLine("A/1", Decimal(3), Decimal("0.53999"), Money(13, "usd")), AgreedLine("B", Decimal("2.5"), Decimal(4), Money(0, "usd"))),
    ("3 EA A/1 Saw", "2.5 M B Rope"),
    "usd",
)  # fmt: skip


@pytest.fixture
def till(kits, server, clock):
    return StripeTill(kits(server.url, clock, key="sk_test_sandbox").connection)


@pytest.fixture
def payer(till):
    return till.make_payer(customer(name="Fenwick", email="f@example.com"), {"syspro_customer": "6"}, "payer-1")


def test_a_payer_names_the_syspro_customer(till, payer, sandbox):
    found = sandbox.engine.get(payer)
    assert (found["name"], found["email"], found["metadata"]) == ("Fenwick", "f@example.com", {"syspro_customer": "6"})
    nameless = till.make_payer(customer(name="Nobody", email=""), {}, "payer-2")
    assert sandbox.engine.get(nameless)["email"] is None


def test_a_page_shows_each_line_at_its_value_and_the_tax(till, payer, sandbox):
    page = till.open_checkout(payer, ORDER, WISH, WHOSE, key="k1")
    row = sandbox.engine.row(page.id)
    shown = [(line["description"], line["amount_total"]) for line in row.inner["line_items"]]
    assert shown == [("3 EA A/1 Saw", 162), ("2.5 M B Rope", 1000), ("Tax", 13)]
    assert (row.body["amount_total"], row.body["customer"], page.url) == (1175, payer, row.body["url"])
    assert page.expires_at > row.body["created"]


def test_the_payment_names_the_customer_beside_the_lines_that_were_agreed_to(till, payer, sandbox):
    page = till.open_checkout(payer, ORDER, WISH, WHOSE, key="k1")
    charge = sandbox.trading.pay_checkout(page.id, at=page.expires_at - 60)
    carried = sandbox.engine.get(charge["payment_intent"])["metadata"]
    assert sorted(carried) == ["agreed_1", "agreed_2", "syspro_customer"]
    assert carried["syspro_customer"] == "6"


@pytest.mark.parametrize("fault", ["reset_after_commit", "reset_before", "html_page", "truncated"])
def test_a_lost_answer_opens_no_second_page(till, payer, sandbox, fault):
    sandbox.faults.add(FaultRule(fault, {"path": "/v1/checkout/sessions"}, remaining=1))
    till.open_checkout(payer, ORDER, WISH, WHOSE, key="k1")
    assert len(sandbox.engine.store.all_of("checkout.session")) == 1


def test_a_deleted_customer_gets_no_page(till, payer, sandbox):
    sandbox._parts.customers.delete(payer, at=1)
    with pytest.raises(NeedsPerson) as refused:
        till.open_checkout(payer, ORDER, WISH, WHOSE, key="k1")
    assert refused.value.problem.code == "stripe.refused.resource_missing"
    assert "No such customer" in refused.value.problem.message


def test_a_key_is_for_one_order(till, payer):
    till.open_checkout(payer, ORDER, WISH, WHOSE, key="k1")
    with pytest.raises(NeedsPerson) as refused:
        till.open_checkout(payer, AgreedOrder(ORDER.lines[:1], ORDER.descriptions[:1], "usd"), WISH, WHOSE, key="k1")
    assert refused.value.problem.code == "stripe.idempotency"


def test_a_key_without_the_right_is_named(kits, server, clock):
    weak = StripeTill(kits(server.url, clock).connection)
    with pytest.raises(Misconfigured, match="checkout_session_write"):
        weak.open_checkout(weak.make_payer(customer(), {}, "p"), ORDER, WISH, WHOSE, key="k1")
