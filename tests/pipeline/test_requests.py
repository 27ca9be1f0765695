"""Open invoices with a payment link, over both sockets: asked for, paid, allocated, closed; and what comes in between."""

from decimal import Decimal

import pytest

from agent.domain.requests.kept import RequestFilter
from connectors.sandbox.stripe.errors import StripeRefusal
from tests.pipeline.modes_stage import DAY_S, NOW_AT, site_at

OWNER = "000000000000001"
LONG, SHORT = "000000000100601", "000000000100604"  # 482.15 and 118.90 of the owner
HOUR_S = 3600


@pytest.fixture
def site(tmp_path):
    with site_at(tmp_path, requests__enabled="yes", requests__customers="1", requests__sweep_every_s="300") as site:
        yield site


def later(site, seconds=HOUR_S):
    site.at(site.clock.now() + seconds).run()


def rows(site):
    return {row.invoice: row for row in site.home.service().request_rows(RequestFilter())}


def links(site, *, active=None):
    found = site.stripe.engine.store.all_of("payment_link")
    return [link for link in found if active is None or link["active"] is active]


def invoice(site, number):
    return site.syspro.books.row("ArInvoice", OWNER, number, "I")


def take_off(site, number, amount):
    """Somebody registers a payment, a credit or a cancellation in SYSPRO."""
    site.syspro.books.add("ArInvoice", (OWNER, number, "I"), {"InvoiceBal1": -Decimal(amount)})


def test_an_open_invoice_gets_one_link_over_what_is_open(site):
    site.run()
    later(site)
    found = rows(site)
    assert (found[LONG].standing.value, found[LONG].amount) == ("open", "482.15 USD")
    link = next(one for one in links(site) if one["id"] == found[LONG].link)
    assert (link["url"], link["active"]) == (found[LONG].url, True)
    assert link["payment_intent_data"]["metadata"] == {"syspro_invoice": LONG, "syspro_customer": OWNER}
    asked = [one["metadata"]["syspro_request"] for one in links(site)]
    assert len(asked) == len(set(asked)) == len(found)


def test_a_link_that_is_paid_pays_the_invoice_and_is_closed(site):
    site.run()
    link = rows(site)[LONG].link
    site.stripe.trading.pay_by_link(link, at=site.clock.now() + 60)
    later(site)
    later(site)
    assert str(invoice(site, LONG).number("InvoiceBal1")) == "0.00"
    assert (rows(site)[LONG].standing.value, rows(site)[LONG].url) == ("closed", "")
    assert not site.stripe.engine.get(link)["active"]
    kinds = {kind for kind, _ in site.purposes()}
    assert "receipt" in kinds
    assert "sales_order" not in kinds
    assert [row.difference_minor for row in site.proof().values() if row.difference_minor] == []


def test_what_is_paid_or_cancelled_in_syspro_can_no_longer_be_paid_in_stripe(site):
    site.run()
    link = rows(site)[SHORT].link
    take_off(site, SHORT, "118.90")
    later(site)
    assert rows(site)[SHORT].standing.value == "closed"
    with pytest.raises(StripeRefusal):
        site.stripe.trading.pay_by_link(link)


def test_an_invoice_that_is_gone_from_syspro_loses_its_link(site):
    site.run()
    link = rows(site)[SHORT].link
    site.syspro.books.delete("ArInvoice", OWNER, SHORT, "I")
    later(site)
    assert not site.stripe.engine.get(link)["active"]
    assert "no longer in SYSPRO" in rows(site)[SHORT].reason


def test_a_part_payment_in_syspro_makes_a_new_link_over_the_rest(site):
    site.run()
    first = rows(site)[LONG].link
    take_off(site, LONG, "82.15")
    later(site)
    row = rows(site)[LONG]
    assert (row.amount, row.link != first, site.stripe.engine.get(first)["active"]) == ("400.00 USD", True, False)


def test_nothing_new_is_asked_while_the_money_of_a_paid_link_is_on_its_way(site):
    site.run()
    link = rows(site)[LONG].link
    site.stripe.trading.pay_by_link(link, at=site.clock.now() + DAY_S)  # the agent hears of it tomorrow
    take_off(site, LONG, "82.15")
    later(site)
    assert rows(site)[LONG].standing.value == "paid"
    assert [one for one in links(site, active=True) if LONG in one["metadata"]["syspro_request"]] == []


def test_nothing_changed_makes_nothing(site):
    site.run()
    before = links(site)
    later(site)
    later(site)
    assert links(site) == before


def test_another_choice_of_customers_closes_the_links_of_those_no_longer_chosen(site):
    site.run()
    site.set(requests__customers="2")
    later(site)
    assert not any(LONG in one["metadata"]["syspro_request"] for one in links(site, active=True))
    site.set(requests__customers="1")
    later(site)
    assert rows(site)[LONG].standing.value == "open"


def test_while_it_is_off_nothing_is_asked(tmp_path):
    with site_at(tmp_path, NOW_AT, requests__customers="*") as site:
        site.run()
        assert (links(site), rows(site)) == ([], {})
