"""Whatever is changed on either side afterwards, one reconciliation finds it and names the document or the movement."""

import json
import random

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.domain.readmodels import DocumentFilter
from agent.domain.reconcile import Standing
from connectors.sandbox.stripe import RefundOrder
from tests.pipeline.two_sandboxes import DAY_S, NOW_AT, TwoSandboxes

SEEDS = (1, 2, 3)
#: Where SYSPRO keeps the reference of a receipt.
PLACES = (("ArInvoicePay", "Reference"), ("GenJournalDetail", "Reference"), ("ArInvoice", "CustomerPoNumber"))
POSTED_CREDITS = DocumentFilter(state=State.POSTED, kind=Kind.AR_DOCUMENT, limit=1000)


@pytest.fixture(scope="module")
def traded(tmp_path_factory):
    """A hundred payments with all that follows, posted and proven; each test undoes what it has done to it."""
    with TwoSandboxes(tmp_path_factory.mktemp("site")) as site:
        site.store.settings.set("reconcile.days", "60", by="test", now=NOW_AT)
        site.trade(60, since_at=NOW_AT - 40 * DAY_S, until_at=NOW_AT - 10 * DAY_S)
        site.work()
        site.ship()
        site.trade(40, since_at=NOW_AT - 10 * DAY_S, until_at=NOW_AT)
        site.work()
        give_back_in_vain(site)
        yield site


def give_back_in_vain(site):
    """Refund a payment that is posted; the money is posted, too, before it comes back."""
    charge = next(
        one
        for one in site.stripe.engine.store.all_of("charge")
        if (one["status"], one["currency"], one["captured"]) == ("succeeded", "usd", True)
        and not (one["amount_refunded"] or one["disputed"])
    )
    refund = site.stripe.trading.refund(RefundOrder(charge["id"]), at=site.clock.now())["id"]
    for happens in (lambda _: None, lambda at: site.stripe.trading.fail_refund(refund, at=at)):
        happens(site.clock.now())
        # Longer than each sweep looks back.
        site.at(site.clock.now() + 3 * DAY_S)
        site.work()


@pytest.fixture
def site(traded):
    """The site; all three databases are at the end as they were before."""
    with traded.undone():
        yield traded


def found(site):
    site.run("reconcile")
    return site.home.service().reconciled().report


def receipt_row(site, seed):
    """One row of a receipt of ours, chosen by the seed, by its row number and reference."""
    rows = site.books.connection.execute(
        "SELECT rowid, trim(Reference) FROM ArInvoicePay WHERE Reference LIKE 'ch_%' OR Reference LIKE 'py_%' ORDER BY rowid"
    ).fetchall()
    return random.Random(seed).choice(rows)


def journal_row(site, seed):
    codes = tuple(json.loads(site.home.values().texts["receipts.ledger_code"]).values())
    marks = ", ".join("?" * len(codes))
    rows = site.books.connection.execute(
        f"SELECT rowid, trim(Reference) FROM GenJournalDetail WHERE trim(GlCode) IN ({marks}) AND Reference LIKE 'po_%'"
        " ORDER BY rowid",
        codes,
    ).fetchall()
    return random.Random(seed).choice(rows)


def only_item(report):
    (item,) = report.items
    return item


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("change", "what"), [("- 1", "lost"), ("+ 1", "gained"), ("* 2", "doubled")])
def test_a_receipt_whose_value_was_changed_is_named(site, seed, change, what):
    row, reference = receipt_row(site, seed)
    site.books.connection.execute(f"UPDATE ArInvoicePay SET PostValue = PostValue {change} WHERE rowid = ?", (row,))
    item = only_item(found(site))
    assert (item.standing, item.reference) == (Standing.DIFFERING, reference), what
    assert item.difference
    assert reference in site.discrepancies()[item.key]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_receipt_that_was_deleted_is_named(site, seed):
    _, reference = receipt_row(site, seed)
    delete_receipt(site, reference)
    site.books.connection.execute("DELETE FROM GenJournalDetail WHERE trim(Reference) = ?", (reference,))
    item = only_item(found(site))
    assert (item.standing, item.reference) == (Standing.MISSING, reference)
    assert "post-again" in site.discrepancies()[item.key]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_receipt_that_is_left_in_the_ledger_alone_is_named(site, seed):
    _, reference = receipt_row(site, seed)
    delete_receipt(site, reference)
    assert found(site).altered == 1
    (message,) = site.discrepancies().values()
    assert f"SYSPRO has no receipt with the reference {reference}" in message


def delete_receipt(site, reference):
    site.books.connection.execute("DELETE FROM ArInvoicePay WHERE trim(Reference) = ?", (reference,))
    site.books.connection.execute(
        "DELETE FROM ArInvoice WHERE trim(CustomerPoNumber) = ? AND Invoice LIKE '~_CRD%' ESCAPE '~'", (reference,)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_receipt_that_is_there_twice_is_named(site, seed):
    row, reference = receipt_row(site, seed)
    db = site.books.connection
    own = ("Journal", "EntryNumber")
    columns = [column[1] for column in db.execute("PRAGMA table_info(ArInvoicePay)") if column[1] not in own]
    names = ", ".join(f'"{name}"' for name in columns)
    db.execute(
        f"INSERT INTO ArInvoicePay ({names}, Journal, EntryNumber)"
        f" SELECT {names}, Journal + 90000, EntryNumber + 90000 FROM ArInvoicePay WHERE rowid = ?",
        (row,),
    )
    item = only_item(found(site))
    assert (item.standing, item.reference, item.doubled) == (Standing.DIFFERING, reference, True)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_receipt_under_another_reference_is_named_on_both_sides(site, seed):
    _, reference = receipt_row(site, seed)
    for table, column in PLACES:
        site.books.connection.execute(
            f"UPDATE {table} SET {column} = 'ch_somebody_elses' WHERE trim({column}) = ?", (reference,)
        )
    items = {item.reference: item.standing for item in found(site).items}
    assert items == {"ch_somebody_elses": Standing.UNEXPECTED, reference: Standing.MISSING}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_row_that_was_given_another_reference_of_stripes_is_named(site, seed):
    row, _ = receipt_row(site, seed)
    site.books.connection.execute("UPDATE ArInvoicePay SET Reference = 'ch_somebody_elses' WHERE rowid = ?", (row,))
    assert {item.reference: item.standing for item in found(site).items}["ch_somebody_elses"] is Standing.UNEXPECTED


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("change", ["- 1", "+ 1", "* 2"])
def test_a_journal_whose_clearing_line_was_changed_is_named(site, seed, change):
    row, reference = journal_row(site, seed)
    site.books.connection.execute(
        f"UPDATE GenJournalDetail SET EntryValue = EntryValue {change}, CurrencyValue = CurrencyValue {change} WHERE rowid = ?",
        (row,),
    )
    item = only_item(found(site))
    assert (item.standing, item.reference) == (Standing.DIFFERING, reference)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_credit_note_whose_value_was_changed_is_named(site, seed):
    notes = [row for row in site.home.service().documents(POSTED_CREDITS) if row.purpose == "credit"]
    chosen = random.Random(seed).choice(notes)
    changed = site.books.connection.execute(
        "UPDATE ArInvoice SET CurrencyValue = CurrencyValue + 1 WHERE trim(Invoice) = ? AND DocumentType = 'C'",
        (chosen.erp_key,),
    ).rowcount
    assert changed
    report = found(site)
    assert report.altered == 1
    assert any(chosen.stripe_id in subject for subject in site.discrepancies())


@pytest.mark.parametrize("seed", SEEDS)
def test_an_order_that_somebody_cancelled_is_named(site, seed):
    orders = site.books.connection.execute(
        "SELECT rowid, trim(CustomerPoNumber) FROM SorMaster WHERE CustomerPoNumber LIKE 'ch_%' AND CancelledFlag <> 'Y'"
        " AND DocumentType <> 'C' ORDER BY rowid"
    ).fetchall()
    row, reference = random.Random(seed).choice(orders)
    site.books.connection.execute("UPDATE SorMaster SET CancelledFlag = 'Y' WHERE rowid = ?", (row,))
    assert found(site).altered == 1
    (message,) = site.discrepancies().values()
    assert "was cancelled in SYSPRO" in message
    assert any(reference in subject for subject in site.discrepancies())


BALANCE_TRANSACTIONS = "SELECT body FROM objects WHERE kind = 'balance_transaction'"

#: Every kind of movement that documents of ours post, by reporting category.
CATEGORIES = (
    "charge partial_capture_reversal refund refund_failure dispute dispute_reversal payout payout_reversal fee tax"
    " other_adjustment risk_reserved_funds topup"
).split()
#: Those that are settled with their payment's one receipt.
WITH_RECEIPT = {"charge", "partial_capture_reversal"}


def movement(site, category, *, with_fee=False):
    """One balance transaction of Stripe's whose money is posted, and the Stripe objects whose documents post it."""
    store = site.stripe.engine.store
    bodies = [json.loads(row[0]) for row in store.rows(BALANCE_TRANSACTIONS)]
    payouts = dict(store.rows("SELECT id, payout FROM money WHERE payout IS NOT NULL"))
    posted = {row.stripe_id for row in site.home.service().documents(DocumentFilter(state=State.POSTED, limit=10_000))}
    found = []
    for body in bodies:
        # Fees leave with the payout.
        late = category in {"fee", "tax"} or (with_fee and category == "charge")
        own = body["source"] if body["source"] in posted else body["id"]
        by = payouts.get(body["id"], "") if late else own
        if body["reporting_category"] == category and by in posted and (body["fee"] or not with_fee):
            found.append((body, by))
    return random.Random(category).choice(sorted(found, key=lambda one: one[0]["id"]))


def subject(body):
    """The Stripe object that is decided for a movement; a top-up has no documents of its own."""
    source = body["source"] or ""
    return source if source and not source.startswith("tu_") else body["id"]


def differing(report):
    return [item.stripe_id for item in report.items if item.standing is Standing.DIFFERING]


def test_every_kind_of_movement_that_is_posted_is_among_them(traded):
    moved = [json.loads(row[0]) for row in traded.stripe.engine.store.rows(BALANCE_TRANSACTIONS)]
    assert {one["reporting_category"] for one in moved} == set(CATEGORIES)


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("cent", [1, -1])
def test_a_cent_that_stripe_alters_is_named_with_its_document(site, category, cent):
    body, by = movement(site, category)
    altered = body | {"amount": body["amount"] + cent, "net": body["net"] + cent}
    site.stripe.engine.store.update(altered)
    report = found(site)
    assert [one.id for one in report.changed] == [body["id"]]
    assert differing(report) == [by]
    assert any(by in message for message in site.discrepancies().values())


@pytest.mark.parametrize("category", ["charge", "dispute"])
def test_a_fee_that_stripe_alters_is_named_with_its_document(site, category):
    body, by = movement(site, category, with_fee=True)
    first, *others = body["fee_details"]
    details = [first | {"amount": first["amount"] + 1}, *others]
    site.stripe.engine.store.update(body | {"fee": body["fee"] + 1, "net": body["net"] - 1, "fee_details": details})
    report = found(site)
    assert [one.id for one in report.changed] == [body["id"]]
    assert differing(report) == [by]


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_movement_that_stripe_no_longer_lists_is_named(site, category):
    body, _ = movement(site, category)
    site.stripe.engine.store.update(body, deleted=True)
    report = found(site)
    assert [one.id for one in report.gone] == [body["id"]]
    assert subject(body) in site.discrepancies()[body["id"]]


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_movement_that_stripe_lists_twice_is_named(site, category):
    body, by = movement(site, category)
    again = body | {"id": f"txn_again_{category}"}
    site.stripe.engine.store.insert(again)
    report = found(site)
    # A payment's movements all go with its one receipt.
    assert differing(report) == ([by] if category in WITH_RECEIPT else [])
    assert [one.id for one in report.undecided] == ([] if category in WITH_RECEIPT else [again["id"]])
    said = site.discrepancies()[f"A/receipt/payment/{by}" if category in WITH_RECEIPT else again["id"]]
    assert subject(again) in said


def long_after(site, seconds=100 * DAY_S):
    """Let so much time pass that nothing of the trade is within the days that are read in full."""
    site.at(site.clock.now() + seconds)


@pytest.mark.parametrize("category", ["charge", "payout"])
def test_a_movement_that_is_listed_again_long_after_is_closed_whatever_its_age(site, category):
    body, _ = movement(site, category)
    site.stripe.engine.store.update(body, deleted=True)
    assert body["id"] in (found(site) and site.discrepancies())
    long_after(site)
    assert body["id"] in (found(site) and site.discrepancies())
    site.stripe.engine.store.update(body)
    assert body["id"] not in (found(site) and site.discrepancies())


def test_a_movement_without_an_outcome_is_asked_for_until_it_has_one_whatever_its_age(site):
    body, _ = movement(site, "other_adjustment")
    again = body | {"id": "txn_again"}
    site.stripe.engine.store.insert(again)
    assert again["id"] in (found(site) and site.discrepancies())
    long_after(site)
    assert again["id"] in (found(site) and site.discrepancies())
    site.run("translate", "post")
    assert again["id"] not in (found(site) and site.discrepancies())
