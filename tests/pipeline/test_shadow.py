"""A month in which a person posted by hand, beside what the agent would have posted: by the very code that posts."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from agent.domain.errors import Misconfigured
from agent.domain.fitting import bare_key
from agent.domain.shadow import Rules, Side, Verdict, expected
from agent.preview import Wanted, make_preview, make_shadow
from connectors.sandbox.syspro import by_hand
from tests.pipeline.modes_stage import DAY_S, NOW_AT, site_at
from tests.pipeline.test_preview import DAYS, SINCE, everything

MODE = {"posting__mode": "open_invoices", "receipts__unmatched": "on_account"}


@pytest.fixture
def site(tmp_path):
    with site_at(tmp_path, stripe__start_on=SINCE.isoformat(), **MODE) as site:
        site.trade(40, days=DAYS)
        yield site


def wanted(site):
    return Wanted(site.home.service().mapping.content(), SINCE)


def shadow(site, rules=None):
    return make_shadow(site.home, wanted(site), rules or Rules())


def typed(site, *what):
    with site.syspro.locked():
        by_hand.post(site.syspro.books, *what)


def receipts(site):
    """The receipts that the agent would post on accounts that exist, each of an amount and a customer of its own."""
    found = [one for one in expected(make_preview(site.home, wanted(site)).documents) if one.side is Side.RECEIPTS]
    old = [one for one in found if not one.customer.startswith("~") and one.value.minor > 0]
    return [one for one in old if sum(one.value == other.value for other in found) == 1]


def by_person(entry, **changes):
    told = by_hand.Receipt(
        customer=entry.customer,
        value=entry.value.to_decimal(),
        day=date.fromisoformat(entry.day),
        reference="Card payment",
        bank=dict(entry.details)["Bank"],
    )
    return replace(told, **changes)


def of(told, entry):
    return next(pair for pair in told.pairs if pair.ours is not None and pair.ours.key == entry.key)


def named(pair):
    return pair.verdict, [one.field for one in pair.differences]


def test_a_month_by_hand_is_told_payment_by_payment_and_nothing_is_written(site):
    same, slip, other_customer, later, forgotten, twice, *rest = receipts(site)
    stranger = next(one.customer for one in rest if one.customer not in {other_customer.customer, same.customer}
                    and one.value.currency == other_customer.value.currency)  # fmt: skip
    typed(
        site,
        by_person(same),
        by_person(slip, reference=f"Stripe {slip.reference}", value=slip.value.to_decimal() + Decimal(1)),
        by_person(other_customer, customer=stranger),
        by_person(later, day=date.fromisoformat(later.day) + timedelta(days=8)),
        by_person(twice),
        by_person(twice, reference="Card payment again"),
        *(by_person(one) for one in rest),
    )
    before = everything(site)
    told = shadow(site)
    assert everything(site) == before
    assert named(of(told, same)) == (Verdict.SAME, [])
    assert named(of(told, slip)) == (Verdict.DIFFERS, ["Amount"])
    assert named(of(told, other_customer)) == (Verdict.DIFFERS, ["Customer"])
    assert named(of(told, later)) == (Verdict.DIFFERS, ["Day"])
    assert named(of(told, forgotten)) == (Verdict.ONLY_STRIPE, [])
    assert named(of(told, twice)) == (Verdict.DOUBLED, [])
    assert len(of(told, twice).theirs) == 2
    assert {of(told, one).verdict for one in rest} == {Verdict.SAME}
    assert not [pair for pair in told.pairs if pair.verdict is Verdict.ONLY_SYSPRO]
    assert told.unread == 0


def test_totals_are_the_sums_of_both_sides(site):
    own = receipts(site)
    typed(site, *(by_person(one) for one in own[1:]))
    told = shadow(site)
    of_receipts = [one for one in told.totals if one.side is Side.RECEIPTS]
    for currency in {one.value.currency for one in own}:
        same = next(one for one in of_receipts if (one.verdict, one.currency) == (Verdict.SAME, currency))
        mine = [one.value.minor for one in own[1:] if one.value.currency == currency]
        assert (same.count, same.ours_minor, same.theirs_minor) == (len(mine), sum(mine), sum(mine))


def test_what_fits_nothing_is_told_where_it_is_of_stripes_customers_and_counted_elsewhere(site):
    one, *_ = receipts(site)
    other = next(row.text("Customer") for row in site.syspro.books.rows("ArCustomer", "Currency = 'USD'")
                 if bare_key(row.text("Customer")) not in {bare_key(each.customer) for each in receipts(site)})  # fmt: skip
    typed(
        site,
        by_person(one, value=Decimal("77777.01"), reference="Bank transfer"),
        by_hand.Receipt(customer=other, value=Decimal("55555.01"), day=date(2026, 11, 10), reference="Bank transfer"),
    )
    told = shadow(site)
    (alone,) = [pair for pair in told.pairs if pair.verdict is Verdict.ONLY_SYSPRO]
    assert alone.theirs[0].value.to_decimal() == Decimal("77777.01")
    assert told.elsewhere == 1


def test_an_invoice_that_a_person_paid_is_open_for_the_agent_as_it_was(tmp_path):
    with site_at(tmp_path, stripe__start_on=SINCE.isoformat(), posting__mode="open_invoices") as site:
        fields = {"metadata": {"syspro_invoice": "100601"}}
        site.stripe.trading.charge(48215, "usd", at=NOW_AT - DAY_S, fields=fields)
        paid = {"value": Decimal("482.15"), "day": date(2026, 11, 19), "invoice": "100601", "bank": "FIRST-USD"}
        typed(site, by_hand.Receipt(customer="1", **paid))
        (pair,) = [pair for pair in shadow(site).pairs if pair.ours is not None and pair.ours.side is Side.RECEIPTS]
        assert (named(pair), pair.ours.state) == ((Verdict.DIFFERS, ["Bank"]), "posted")
        assert dict(pair.ours.details)["Invoice"] == dict(pair.theirs[0].details)["Invoice"] == "100601"


def test_purchase_orders_and_part_payments_find_what_was_open(tmp_path):
    with site_at(tmp_path, stripe__start_on=SINCE.isoformat(), posting__mode="open_invoices") as site:
        made = by_hand.Invoice(customer="1", value=Decimal("90.00"), day=date(2026, 11, 2), product_class="WEB",
                               reference="PO 7")  # fmt: skip
        typed(site, made)
        (row,) = site.syspro.books.rows("ArInvoice", "CustomerPoNumber = 'PO 7'")
        number = bare_key(row.text("Invoice"))
        for at, minor in ((NOW_AT - 9 * DAY_S, 4000), (NOW_AT - DAY_S, 5000)):
            site.stripe.trading.charge(minor, "usd", at=at, fields={"metadata": {"purchase_order": "PO 7"}})
        paid = {"customer": "1", "invoice": number, "bank": "STRIPE-USD"}
        typed(
            site,
            by_hand.Receipt(**paid, value=Decimal(40), day=date(2026, 11, 11)),
            by_hand.Receipt(**paid, value=Decimal(50), day=date(2026, 11, 19)),
        )
        told = shadow(site)
        assert [named(pair) for pair in told.pairs if pair.ours and pair.ours.side is Side.RECEIPTS] == [
            (Verdict.SAME, []), (Verdict.SAME, []),
        ]  # fmt: skip


def test_orders_that_syspro_has_not_invoiced_are_counted(tmp_path):
    with site_at(tmp_path, stripe__start_on=SINCE.isoformat()) as site:
        made = site.stripe.trading.customer(at=NOW_AT - DAY_S, name="Owner", metadata={"syspro_customer": "1"})
        site.stripe.trading.charge(5000, "usd", at=NOW_AT - DAY_S, fields={"customer": made["id"]})
        row = {
            "SalesOrder": "015999",
            "Customer": "000000000000001",
            "OrderStatus": "1",
            "OrderDate": date(2026, 11, 19),
        }
        with site.syspro.locked(), site.syspro.books.transaction():
            site.syspro.books.insert("SorMaster", row)
            site.syspro.books.insert("SorMaster", row | {"SalesOrder": "015998", "CancelledFlag": "Y"})
            site.syspro.books.insert("SorMaster", row | {"SalesOrder": "015997", "LastInvoice": "100999"})
        assert shadow(site).not_invoiced == 1


def test_without_a_way_to_syspros_tables_it_is_said(site):
    home = replace(site.home, connect=lambda home: replace(site.home.connect(home), tables=None))
    with pytest.raises(Misconfigured) as caught:
        make_shadow(home, wanted(site), Rules())
    assert caught.value.problem.code == "shadow.no_tables"
    assert json.dumps(caught.value.problem.press)
