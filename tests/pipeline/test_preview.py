"""The preview shows what the real run posts, byte for byte, and writes nothing anywhere."""

import os
import re
from datetime import date, timedelta

import pytest

from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.errors import Misconfigured, Transient
from agent.domain.kinds import Kind
from agent.domain.mapping import MappingContent
from agent.preview import Wanted, make_preview
from tests.pipeline.modes_stage import NOW_AT, site_at

#: First day of the trade.
DAYS = 30
SINCE = date(2026, 11, 20) - timedelta(days=DAYS)

#: Kinds whose SYSPRO keys other documents name.
KEYED = {Kind.CUSTOMER, Kind.SALES_ORDER, Kind.ORDER_INVOICE, Kind.AR_DOCUMENT, Kind.CREDIT_NOTE, Kind.INVOICE_CREDIT}

MODES = {
    "orders": {},
    "orders_invoiced_at_once": {"orders__invoice": "at_once"},
    "invoices": {"posting__mode": "invoices"},
    "open_invoices": {"posting__mode": "open_invoices", "receipts__unmatched": "on_account"},
    "summary_by_day": {"posting__mode": "summary", "posting__summary": "day"},
}


#: Payments of the trade; of orders so many that payers come again, and that not all of them fit into one batch.
CHARGES = {"orders": 250}


@pytest.fixture(params=MODES)
def site(request, tmp_path):
    with site_at(tmp_path, **MODES[request.param], stripe__start_on=SINCE.isoformat()) as site:
        site.trade(CHARGES.get(request.param, 40), days=DAYS)
        yield site


def previewed(site, **changes):
    content = site.home.service().mapping.content()
    return make_preview(site.home, Wanted(changes.get("content", content), SINCE))


def everything(site):
    """All that both systems and the agent keep."""
    with site.store._connections.reading() as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        ours = {name: list(map(tuple, db.execute(f"SELECT * FROM {name}"))) for name in tables if name != "reads"}
    books = site.syspro.books
    theirs = {
        name: [tuple(row._values) for row in books.rows(name)]
        for name in ("ArInvoice", "SorMaster", "GenJournalDetail")
    }
    return ours, theirs, sorted(path.name for path in site.home.path.iterdir())


def sent(site):
    """What was sent of each document that was posted, by key, with SYSPRO's own key of it."""
    found = {}
    for row in site.documents():
        attempts = site.home.service().document(row.id).attempts
        request = next((one.request for one in attempts if one.state is State.POSTED and one.request), "")
        found[row.kind, row.purpose, row.stripe_id] = (row, request)
    return found


def renamed(wire, keys):
    """The XML with SYSPRO's own keys as the preview calls them: SYSPRO numbers what is new, the preview cannot.

    The first line is left out: a first value of a custom form is added when SYSPRO has refused to update it.
    """
    wire = wire.partition("\n")[2]
    for real, called in keys.items():
        wire = wire.replace(f">{real}<", f">{called}<")
    return re.sub(r"_CRD~?\d+", "_CRD", wire)


def test_the_preview_shows_what_the_real_run_sends_and_writes_nothing(site):
    invoices = site.home.values().text("orders.invoice") == "at_once"
    before = everything(site)
    shown = {(one.kind, one.purpose, one.stripe_id): one for one in previewed(site).documents}
    assert everything(site) == before
    site.run()
    real = sent(site)
    # What SYSPRO invoices it reckons itself; what pays such an invoice, or gives it back, stands on that.
    on_invoice = {key for key in {*shown, *real} if key[2].startswith("re_") or key[0] is Kind.RECEIPT}
    uncertain = on_invoice if invoices else set()
    assert sorted(map(str, (set(shown) ^ set(real)) - uncertain)) == []
    assert {key: one.state for key, one in shown.items() if key not in uncertain} == {
        key: row.state for key, (row, _) in real.items() if key not in uncertain
    }
    keys = {row.erp_key: shown[key].key for key, (row, _) in real.items() if row.kind in KEYED and row.erp_key}
    posted = [key for key, one in shown.items() if one.state is State.POSTED]
    assert len(posted) > 20
    for key in set(posted) - uncertain:
        assert renamed(shown[key].wire, {}) == renamed(real[key][1], keys), key


@pytest.fixture(scope="module")
def traded(tmp_path_factory):
    """A site with some trade that is only looked at; `posting.when` and the like stay as they are."""
    with site_at(tmp_path_factory.mktemp("traded"), stripe__start_on=SINCE.isoformat()) as site:
        site.trade(30, days=DAYS)
        yield site


BIG = """
[[holds]]
when = "payment.amount.minor > 0"
code = "every_one"
reason = "{payer.name} paid {payment.amount}."

[[gates]]"""


def with_flow(site, change):
    content = site.home.service().mapping.content()
    text = change(content.flows.entry("charge-to-order").text)
    return MappingContent(content.flows.put(text), content.policy)


def test_totals_add_up_to_nothing_in_each_currency(traded):
    shown = previewed(traded)
    assert shown.events > 0
    assert {row.outcome for row in shown.decisions} >= {Outcome.DOCUMENTS}
    accounts = {one.account for one in shown.accounts}
    assert {"receivables", "bank STRIPE-USD"} <= accounts
    for currency in {one.currency for one in shown.accounts}:
        assert sum(one.balance_minor for one in shown.accounts if one.currency == currency) == 0


def test_a_draft_is_shown_and_what_is_held_has_its_xml(traded):
    before = everything(traded)
    held = with_flow(traded, lambda text: text.replace("\n[[gates]]", BIG, 1))
    shown = previewed(traded, content=held)
    payments = [one for one in shown.documents if one.flow == "charge-to-order"]
    assert payments
    assert {one.state for one in payments} == {State.HELD}
    assert {one.reason_code for one in payments} == {"hold.every_one"}
    assert all(one.business_object and one.document.startswith("<?xml") for one in payments)
    assert everything(traded) == before


def test_a_mapping_that_cannot_work_is_refused(traded):
    broken = with_flow(traded, lambda text: text.replace("payment.reference", "payment.refrence"))
    with pytest.raises(Misconfigured, match=r"there is no field 'payment\.refrence'"):
        previewed(traded, content=broken)


def test_a_stripe_that_does_not_answer_is_said_and_nothing_stays_behind(tmp_path):
    with site_at(tmp_path, stripe__api_base="http://127.0.0.1:1") as site, pytest.raises(Transient):
        previewed(site)
    assert not list((tmp_path / "agent").glob("preview-*"))


def test_what_a_killed_preview_left_behind_is_removed(tmp_path):
    with site_at(tmp_path, stripe__start_on=SINCE.isoformat()) as site:
        old, young = (site.home.path / f"preview-{name}" for name in ("old", "young"))
        for folder, at in ((old, NOW_AT - 2 * 86400), (young, NOW_AT - 60)):
            folder.mkdir()
            os.utime(folder, (at, at))
        previewed(site)
        assert (old.exists(), young.exists()) == (False, True)


# ---------------------------------------------------------------- what was decided is decided again


def test_replaying_a_history_shows_a_difference_only_where_something_was_changed(tmp_path):
    with site_at(tmp_path, stripe__start_on=SINCE.isoformat()) as site:
        site.trade(30, days=DAYS)
        site.run()
        mapping = site.home.service().mapping
        # The engine made its revision of the settings of then.
        again = list(mapping.replay(0, NOW_AT * 2))
        assert len(again) > 30
        assert [one for one in again if one is not None] == []
        narrowed = with_flow(
            site, lambda text: text.replace('"sales_order"\npurpose = "sale"', '"sales_order"\npurpose = "shop"')
        )
        mapping.change(narrowed, "Another purpose", draft=True)
        assert [one for one in mapping.replay(0, NOW_AT * 2) if one is not None] == []
        lines = {line for one in mapping.replay(0, NOW_AT * 2, draft=True) if one for line in one.lines}
        assert "sales_order sale: no more made" in lines
        site.set(orders__branch="10")
        branches = [one for one in mapping.replay(0, NOW_AT * 2) if one is not None]
        assert branches
        assert {line for one in branches for line in one.lines} == {"sales_order sale, branch: '' -> '10'"}
        before_trade = mapping.replay(0, 1)
        assert list(before_trade) == []
