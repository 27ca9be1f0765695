"""A home for pictures: the demo company after its trade, with something of everything that can wait for a person."""

import shutil
from pathlib import Path

from agent.demo import run_demo
from agent.domain.attempts import Settlement
from agent.domain.catalogue.item import Difference
from agent.domain.catalogue.kept import CatalogueFilter, Standing, Written
from agent.domain.customers.compare import Conflict
from agent.domain.customers.kept import CustomerFilter
from agent.domain.customers.kept import Outcome as LinkOutcome
from agent.domain.customers.suggest import Advice
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import DocumentKey, Draft, State
from agent.domain.errors import Exchange
from agent.domain.events import Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.kinds import Kind, Receipt
from agent.domain.money import Money
from agent.domain.retry import AMBIGUOUS
from agent.store import Store
from connectors.machine import SystemClock, machine_name

CHARGES, SEED = 120, 3

PARKED = (
    ("ch_3TqA1xLkdIwHu7ix0aB5dQm1", "Receipt from Ada Abbot, 24.00 EUR", 2400, "eur", "stock.unknown",
     "Stock code WEB-4711 does not exist in SYSPRO. Add it, or correct stock_code in Stripe, then retry."),
    ("ch_3TqA2xLkdIwHu7ix0aB5dQm2", "Receipt from Brandt Studios, 184.03 USD", 18403, "usd", "stock.unknown",
     "Stock code WEB-4711 does not exist in SYSPRO. Add it, or correct stock_code in Stripe, then retry."),
    ("ch_3TqA3xLkdIwHu7ix0aB5dQm3", "Receipt from Hoshino Zoshi, 67,848 JPY", 67848, "jpy", "stock.unknown",
     "Stock code WEB-4711 does not exist in SYSPRO. Add it, or correct stock_code in Stripe, then retry."),
    ("ch_3TqA4xLkdIwHu7ix0aB5dQm4", "Receipt from Quinn Müller, 30.81 USD", 3081, "usd", "stock.on_hold",
     "Stock code WEB-0815 is on hold in SYSPRO. Release it, then retry."),
)  # fmt: skip

#: What Stripe says to a stock code.
REFUSED = "Stripe has no tax code txcd_20030099. Choose one of its list in catalogue.tax_codes."

NO_EMAIL = "Stripe does not take this e-mail address."

HELD = ("ch_3TqA5xLkdIwHu7ix0aB5dQm5", "Receipt from Northwind Supplies, 12,480.00 USD", 1248000, "usd")
DOUBTS = (
    ("ch_3TqA6xLkdIwHu7ix0aB5dQm6", "Receipt from ACME Distribution, 120.00 USD", 12000),
    ("ch_3TqA7xLkdIwHu7ix0aB5dQm7", "Receipt from Lindqvist & Sons, 86.50 USD", 8650),
)


def make(home: Path) -> None:
    """Make the home, unless it is there."""
    if (home / "done").exists():
        return
    shutil.rmtree(home, ignore_errors=True)
    run_demo(home, charges=CHARGES, seed=SEED, faults=False, progress=lambda *_: None)
    with Store.open(home / "agent.sqlite") as store:
        # The demo's engine has ended; documents are taken by whoever holds the lease.
        live(store)
        now = SystemClock().now()
        # Wherever it is the afternoon now: a day that has just begun has little to show.
        store.settings.set("site.time_zone", _afternoon(now), by="test", now=now)
        _fill(store, SystemClock().now())
        _fill_catalogue(store, SystemClock().now())
        _fill_customers(store, SystemClock().now())
    (home / "done").touch()


def _afternoon(now: int) -> str:
    """Return a time zone in which it is about four in the afternoon."""
    ahead_h = 16 - now // 3600 % 24
    ahead_h -= 24 if ahead_h > 14 else 0
    return f"Etc/GMT{-ahead_h:+d}" if ahead_h else "UTC"


def live(store: Store) -> None:
    """Let an engine give a sign of life, as it would while somebody looks."""
    clock = SystemClock()
    store.lease.hold("1", machine_name(), "A", now=clock.now(), ttl_s=600)


def _fill(store: Store, now: int) -> None:
    for number, (charge, title, minor, currency, code, reason) in enumerate(PARKED):
        draft = _draft(charge, title, minor, currency, state=State.PARKED, reason=reason, reason_code=code)
        _decide(store, draft, now - 600 * number)
    charge, title, minor, currency = HELD
    held = {
        "state": State.HELD,
        "reason": "Every document waits for approval as long as posting.approval is every.",
        "reason_code": "approval",
    }
    _decide(store, _draft(charge, title, minor, currency, **held), now - 1500)
    for charge, title, minor in DOUBTS:
        _decide(store, _draft(charge, title, minor, "usd"), now - 900)
    first, second = store.outbox.claim("A", 2, now - 880)
    exchange = Exchange("<PostArPayment>\n  <Reference>...</Reference>\n</PostArPayment>", "")
    lost = Settlement(State.IN_DOUBT, _LOST, "syspro.timeout", now + 300, exchange=exchange)
    for document in (first, second):
        store.outbox.settle(document, lost, now - 840)
    rows = (
        f"2026/11/907: {_FIRST}",
        f"2026/11/911: {_SECOND}",
    )
    store.outbox.still_in_doubt(
        store.outbox.get(first.id), looks=1, due_at=None, reason=_AMBIGUOUS, reason_code=AMBIGUOUS, now=now - 300
    )
    with store._connections.writing() as db:
        db.execute(
            "UPDATE attempts SET evidence = ? WHERE id = (SELECT max(id) FROM attempts WHERE document_id = ?)",
            ("\n".join(rows), first.id),
        )


def _fill_catalogue(store: Store, now: int) -> None:
    """One stock code that Stripe refuses, two about which a person has to choose."""
    sold = [row.stock_code for row in store.catalogue.rows("A", CatalogueFilter(Standing.SOLD, limit=3))]
    store.catalogue.edited("A", sold, now - 1200)
    refused, *asked = (one for one in store.catalogue.due("A", 100, now) if one.stock_code in sold)
    store.catalogue.refused("A", refused.stock_code, "stripe.refused", REFUSED, now - 900)
    for one in asked:
        name = one.wanted.fields["name"]
        differences = (
            Difference("name", name, f"{name} (new model)"),
            Difference("price.usd", "54.00 USD", "59.00 USD"),
        )
        store.catalogue.done("A", one, Written(one.written, differences), now - 600)


def _fill_customers(store: Store, now: int) -> None:
    """One customer about which a person has to choose, and one that Stripe refuses, beside what the demo left."""
    matches = store.customers.suggestions("A", CustomerFilter(advice=Advice.MATCH, limit=100))
    chosen = {row.customer: row.stripe_id for row in matches[-2:]}
    for customer, stripe_id in chosen.items():
        store.customers.link("A", customer, stripe_id, party="", by="Ann", now=now - 3600)
    differs, refused = (link for link in store.customers.due("A", 100, now) if link.customer in chosen)
    email = differs.syspro["email"]
    conflict = Conflict("email", email, f"accounts@{email.partition('@')[2]}")
    outcome = LinkOutcome(differs.stripe_id, {}, {}, (conflict,), 0, {}, None)
    store.customers.done(differs, outcome, now - 900)
    store.customers.refused(refused, "stripe.refused", NO_EMAIL)


_LOST = "A request was sent to SYSPRO's e.net service and no answer came in time."
_FIRST = "Receipt 2026/11/907 of customer 000000000001003: 120.00 USD on 000000000100619."
_SECOND = "Receipt 2026/11/911 of customer 000000000001003: 120.00 USD on 000000000100619."
_AMBIGUOUS = f"SYSPRO has 2 records with the reference {DOUBTS[0][0]}. Say which one it is. {_FIRST} {_SECOND}"


def _draft(charge, title, minor, currency, **rest):
    key = DocumentKey("A", Kind.RECEIPT, "payment", charge)
    money = Money(minor, currency)
    body = Receipt(charge, money, "2026-11-30", f"STRIPE-{currency.upper()}", customer="000000000001003")
    return Draft(key, body, f"lane {charge}", 2**40, amount=money, title=title, flow="charge_to_receipt", **rest)


def _decide(store, draft, now):
    subject = draft.key.stripe_id
    facts = Facts("A", StripeFacts(subject, "charge", {"charge": {"id": subject}}, ()), ErpFacts(), read_at=now)
    decision = Decision(subject, Outcome.DOCUMENTS, drafts=(draft,), flow=draft.flow, revision=1)
    store.outbox.apply(decision, facts, Subject(subject, "charge", (), (), now), now)
