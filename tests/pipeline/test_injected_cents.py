"""A cent that either side loses, wins or doubles is named by one reconciliation, in any kind of document and mode.

What Stripe changes at a site in mode `orders` is in `test_injected_errors.py`.
"""

import json
import random
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest

from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.domain.readmodels import DocumentFilter
from connectors.sandbox.stripe import RefundOrder
from tests.conftest import runs_of
from tests.pipeline.two_sandboxes import DAY_S, NOW_AT, TwoSandboxes

#: What the sites differ in, and the kinds of documents that move money there: together all of them.
SITES = {
    "orders": {"mode": "orders", "payouts": "cashbook", "refunds.credit": "sortch", "refunds.money": "journal"},
    "invoices": {"mode": "invoices", "payouts": "bank_charges", "refunds.money": "cashbook"},
    "credits": {"mode": "orders", "payouts": "journal", "refunds.credit": "sortci"},
    "sums": {"mode": "summary", "payouts": "journal"},
    "open": {"mode": "open_invoices", "payouts": "journal"},
}
KINDS = {
    "orders": "receipt adjustment sales_order credit_note credit_note_line order_invoice journal cash_entry".split(),
    "invoices": "receipt adjustment ar_document journal cash_entry bank_receipt".split(),
    "credits": ["invoice_credit"],
    "sums": ["journal"],
}
#: Kinds that move no money by themselves, and so have no cent to lose.
WITHOUT_MONEY = {"customer", "customer_change", "custom_form", "order_cancel"}


@dataclass(frozen=True)
class Place:
    """Where SYSPRO keeps the money of a kind of document.

    Attributes:
        table: Its table.
        where: Which rows; may name ``:reference``, ``:key`` (SYSPRO's) and ``:clearing``.
        key: What a second copy differs in; empty where there can be none.
        columns: Columns of money -> what a cent is in the sandbox's file.
        may_go: Whether a row that is gone is no loss: money on account is there by its document, too.
    """

    table: str
    where: str
    key: str
    columns: dict[str, int] = field(default_factory=dict)
    may_go: bool = False


PAID = "trim(Reference) = :reference AND TrnType"
ON_ACCOUNT = "LIKE '~_CRD%' ESCAPE '~'"
ORDER = "trim(SalesOrder) = :key"
LEDGER = Place("GenJournalDetail", "trim(Reference) = :reference", "EntryNumber", {"EntryValue": 1, "CurrencyValue": 1})
LINE = {"MPrice": 1_000, "MOrderQty": 1_000_000}

PLACES = {
    "receipt": (
        Place("ArInvoicePay", f"{PAID} = 'P' AND Invoice NOT {ON_ACCOUNT}", "EntryNumber", {"PostValue": 1}),
        Place("ArInvoicePay", f"{PAID} = 'P' AND Invoice {ON_ACCOUNT}", "EntryNumber", {"PostValue": 1}, may_go=True),
        Place(LEDGER.table, f"{LEDGER.where} AND trim(GlCode) IN (:clearing)", LEDGER.key, LEDGER.columns),
    ),
    "adjustment": (Place("ArInvoicePay", f"{PAID} = 'A'", "EntryNumber", {"PostValue": 1}),),
    "ar_document": (
        Place("ArInvoice", "trim(CustomerPoNumber) = :reference", "Invoice", {"CurrencyValue": 1, "TaxPortion": 1}),
    ),
    "sales_order": (
        Place("SorMaster", ORDER, "SalesOrder"),
        # What SYSPRO has invoiced is SYSPRO's own.
        Place(
            "SorDetail",
            f"{ORDER} AND EXISTS (SELECT 1 FROM SorMaster WHERE {ORDER} AND trim(LastInvoice) = '' AND CancelledFlag <> 'Y')",
            "SalesOrderLine",
            LINE | {"NMscChargeValue": 1},
        ),
    ),
    "credit_note": (Place("SorMaster", ORDER, "SalesOrder"),),
    # SYSPRO copies its lines, and keeps no reference of ours: a second one is told by its lines, in a test of its own.
    "invoice_credit": (Place("SorMaster", ORDER, ""), Place("SorDetail", ORDER, "")),
    "credit_note_line": (
        Place("SorDetail", "trim(SalesOrder) || '/' || SalesOrderLine = :key", "SalesOrderLine", LINE),
    ),
    # SYSPRO reckons its value by itself, and gives each number once.
    "order_invoice": (Place("ArInvoice", "trim(Invoice) = :key", ""),),
    "journal": (LEDGER,),
    "cash_entry": (LEDGER,),
    "bank_receipt": (LEDGER,),
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Each site with weeks of trade, posted and proven; every test undoes what it has done."""
    opened = {}

    def of(name):
        if name not in opened:
            opened[name] = traded(tmp_path_factory.mktemp(name), dict(SITES[name]))
        return opened[name]

    yield of
    for site in opened.values():
        site.__exit__()


def traded(folder, settings):
    site = TwoSandboxes(folder, mode=settings.pop("mode"), payouts=settings.pop("payouts"))
    for name, text in {**settings, "reconcile.days": "60"}.items():
        site.store.settings.set(name, text, by="test", now=NOW_AT)
    for charges, since, until in ((40, 40, 20), (20, 20, 0)):
        site.trade(charges, since_at=NOW_AT - since * DAY_S, until_at=NOW_AT - until * DAY_S)
        site.work()
        site.ship("0.6")
        site.run("allocate")
        site.work()
    if settings.get("refunds.credit") == "sortci":
        give_back_an_invoice(site)
    site.run("reconcile")
    assert not site.discrepancies()
    return site


def give_back_an_invoice(site):
    """Refund all of a payment whose order is invoiced whole."""
    paid = "SELECT trim(CustomerPoNumber) FROM ArInvoice WHERE CustomerPoNumber LIKE 'ch_%' AND SalesOrder <> ''"
    for (charge,) in site.books.connection.execute(f"{paid} ORDER BY Invoice").fetchall():
        body = site.stripe.engine.get(charge)
        if not body["amount_refunded"] and not body["disputed"] and body["currency"] == "usd":
            site.stripe.trading.refund(RefundOrder(charge), at=site.clock.now())
            break
    site.at(site.clock.now() + 3600)
    site.work()


def test_every_kind_of_document_that_moves_money_is_among_them():
    assert {kind for kinds in KINDS.values() for kind in kinds} == {kind.value for kind in Kind} - WITHOUT_MONEY


def documents(site, kind):
    """The posted documents of a kind, each with our reference."""
    rows = site.home.service().documents(DocumentFilter(state=State.POSTED, kind=Kind(kind), limit=10_000))
    return [(row, json.loads(site.store.reports.document(row.id).body)["reference"]) for row in rows]


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kinds in KINDS.items() for kind in kinds])
def test_a_cent_that_syspro_loses_wins_or_doubles_is_named_with_its_document(sites, request, name, kind):
    site, unnamed = sites(name), []
    told = documents(site, kind)
    for place in PLACES[kind]:
        for run in range(runs_of(request.config, 1)):
            row, reference, number = chosen(site, place, told, random.Random(f"{kind} {run}"))
            for what, change in changes(site, place, number) if row else ():
                with change:
                    site.run("reconcile")
                    if not is_named(site, row.stripe_id, reference):
                        unnamed.append((row.purpose, place.table, what, site.discrepancies()))
    site.run("reconcile")
    assert (unnamed, site.discrepancies()) == ([], {})


def test_an_invoice_that_is_credited_twice_is_named_with_its_document(sites):
    site = sites("credits")
    ((row, reference),) = documents(site, "invoice_credit")
    db = site.books.connection
    with ExitStack() as stack:
        for table in ("SorMaster", "SorDetail"):
            names = [column[1] for column in db.execute(f"PRAGMA table_info({table})")]
            others = ", ".join("'999999'" if name == "SalesOrder" else name for name in names)
            again = f"INSERT INTO {table} SELECT {others} FROM {table} WHERE {ORDER}"
            undo = f"DELETE FROM {table} WHERE {ORDER}"
            stack.enter_context(Changed(db, (again, {"key": row.erp_key}), (undo, {"key": "999999"})))
        site.run("reconcile")
        assert is_named(site, row.stripe_id, reference), site.discrepancies()
    site.run("reconcile")
    assert site.discrepancies() == {}


def is_named(site, *names):
    said = " ".join(f"{subject} {message}" for subject, message in site.discrepancies().items())
    return any(name in said for name in names)


def chosen(site, place, told, chance):
    """One of these documents that has money in a place, its reference, and the number of the row."""
    codes = json.loads(site.home.values().texts["receipts.ledger_code"]).values()
    where = place.where.replace(":clearing", ", ".join(f"'{code}'" for code in codes))
    sql = f"SELECT rowid FROM {place.table} WHERE {where} ORDER BY rowid"
    for row, reference in chance.sample(told, len(told)):
        rows = site.books.connection.execute(sql, {"reference": reference, "key": row.erp_key}).fetchall()
        if rows:
            return row, reference, chance.choice(rows)[0]
    # Where receipts always pay an invoice, none is on account.
    assert place.may_go, place
    return None, "", 0


class Changed:
    """A change of a database that is undone at the end."""

    def __init__(self, db, do, undo):
        self.db, self.do, self.undo = db, do, undo

    def __enter__(self):
        self.db.execute(*self.do)

    def __exit__(self, *_):
        self.db.execute(*self.undo)


def changes(site, place, number):
    """Each single change of a row: a cent more or less in each column that has money, the row gone, and there twice."""
    db, table = site.books.connection, place.table
    names = [column[1] for column in db.execute(f"PRAGMA table_info({table})")]
    row = db.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone()
    values = dict(zip(names, row, strict=True))
    for column, cent in place.columns.items():
        if values[column] and is_money(column, values):
            sign = 1 if number % 2 else -1
            sql = f"UPDATE {table} SET {column} = {column} + ? WHERE rowid = ?"
            yield f"{column} {sign:+}", Changed(db, (sql, (sign * cent, number)), (sql, (-sign * cent, number)))
    insert = f"INSERT INTO {table} (rowid, {', '.join(names)}) VALUES ({', '.join('?' * (len(names) + 1))})"
    delete = f"DELETE FROM {table} WHERE rowid = ?"
    if not place.may_go:
        yield "gone", Changed(db, (delete, (number,)), (insert, (number, *row)))
    if not place.key:
        return
    other = "999999" if isinstance(values[place.key], str) else values[place.key] + 900
    again = {**values, place.key: other}.values()
    yield "twice", Changed(db, (insert, (999_999_999, *again)), (delete, (999_999_999,)))


def is_money(column, values):
    """The ledger keeps two values: pounds are converted into the company's dollars, other money stays what it is."""
    if column not in {"EntryValue", "CurrencyValue"} or "EntryValue" not in values:
        return True
    return column == ("EntryValue" if values["PostCurrency"].strip() in {"USD", "GBP"} else "CurrencyValue")


# ---------------------------------------------------------------- what Stripe changes, in the other modes

#: Kinds of movements that every site has at least.
MOST_KINDS = 12

#: What may happen to a movement.
INJECTED = ("altered", "gone", "twice")

_POSTED_BY = """
SELECT documents.stripe_id FROM document_legs AS posts JOIN documents ON documents.id = posts.document_id
WHERE posts.leg IN (?, ?) AND posts.part = 'amount' AND documents.state = 'posted'
"""


def movements(site):
    """A balance transaction of each reporting category that a document posts, with the Stripe object of that."""
    rows = site.stripe.engine.store.rows("SELECT body FROM objects WHERE kind = 'balance_transaction' ORDER BY id")
    found = {}
    for body in (json.loads(row[0]) for row in rows):
        by = site.store._connections.all(_POSTED_BY, (body["id"], body["source"] or ""))
        if by:
            found.setdefault(body["reporting_category"], []).append((body, by[0][0]))
    return {category: random.Random(category).choice(several) for category, several in sorted(found.items())}


def inject(site, what, body):
    """Let something happen to a movement; return its id, or that of its double."""
    store, again = site.stripe.engine.store, body | {"id": "txn_again"}
    if what == "twice":
        store.insert(again)
        return again["id"]
    cent = {name: body[name] + 1 for name in ("amount", "net")} if what == "altered" else {}
    store.update(body | cent, deleted=what == "gone")
    return body["id"]


def told(site, what, body, by):
    """Whether one reconciliation names what happened: with the document, or that its movement is gone or new."""
    changed = inject(site, what, body)
    site.run("reconcile")
    return is_named(site, *{"altered": (by,), "gone": (changed,), "twice": (changed, by)}[what])


# In each mode every kind of movement has one of the three; where journals sum them up, all three.
@pytest.mark.parametrize(("name", "most"), [("invoices", 1), ("open", 1), ("sums", 3)])
def test_a_cent_that_stripe_alters_loses_or_doubles_is_named_with_its_document(sites, name, most):
    site, unnamed = sites(name), []
    known = movements(site)
    assert len(known) >= MOST_KINDS
    for number, (category, (body, by)) in enumerate(known.items(), list(SITES).index(name)):
        for what in (INJECTED[(number + more) % 3] for more in range(most)):
            with site.undone():
                if not told(site, what, body, by):
                    unnamed.append((category, what))
    # One more reversal of a part capture is no second one of the first: it goes with the next summary.
    assert unnamed == ([("partial_capture_reversal", "twice")] if name == "sums" else [])


def test_what_a_part_capture_gives_back_twice_waits_for_the_next_summary_and_the_proof_tells(sites):
    site = sites("sums")
    body, _ = movements(site)["partial_capture_reversal"]
    with site.undone():
        inject(site, "twice", body)
        site.run("reconcile", "prove")
        (row,) = [row for row in site.proof() if row.currency == body["currency"]]
        assert (row.holds, row.difference_minor) == (False, -body["net"])
