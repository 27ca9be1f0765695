"""Small values for the store's tests."""

from agent.domain.attempts import Settlement
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import DocumentKey, Draft, Leg, Part, State
from agent.domain.events import BalanceTransaction, Event, Subject
from agent.domain.facts import ErpFacts, Facts, StripeFacts
from agent.domain.kinds import Customer, Journal, JournalLine, Kind, Receipt
from agent.domain.money import Money

NOW = 1_700_000_000
COMPANY = "EDU1"


def event(number=1, *, object_id="", created_at=NOW, payload="{}", kind="charge.succeeded", object_type="charge"):
    return Event(
        f"evt_{number:05}", kind, created_at, object_id or f"ch_{number}", object_type, livemode=True, payload=payload
    )


def facts(subject="ch_1", company=COMPANY, known=()):
    stripe = StripeFacts(subject, "charge", {"charge": {"id": subject, "amount": 100}}, tuple(known))
    return Facts(company, stripe, ErpFacts(), read_at=NOW)


def subject(object_id="ch_1", event_ids=()):
    return Subject(object_id, "charge", tuple(event_ids), ("charge.succeeded",) * len(event_ids), NOW)


def receipt(stripe_id="ch_1", *, minor=100, purpose="payment", lane="lane", order_by=1, company=COMPANY, **rest):
    amount = Money(minor, "usd")
    body = Receipt(stripe_id, amount, "2026-01-31", "STRIPE-USD", customer=rest.pop("customer", ""))
    key = DocumentKey(company, Kind.RECEIPT, purpose, stripe_id)
    legs = (Leg(stripe_id, Part.AMOUNT),)
    return Draft(key, body, lane, order_by, amount=amount, title="Payment of Ann", flow="flow", legs=legs, **rest)


def journal(stripe_id="po_1", purpose="payout", *, minor=100, lane="journals", order_by=1, company=COMPANY, **rest):
    lines = (JournalLine("1000", Money(minor, "usd")), JournalLine("2000", Money(-minor, "usd")))
    body = Journal(stripe_id, "2026-01-31", "USD", lines=lines)
    key = DocumentKey(company, Kind.JOURNAL, purpose, stripe_id)
    return Draft(key, body, lane, order_by, amount=Money(-minor, "usd"), title="Payout", flow="flow", **rest)


def customer(party="cus_1|usd", *, name="Ann", lane="lane", order_by=1, company=COMPANY, **rest):
    key = DocumentKey(company, Kind.CUSTOMER, "customer-usd", party.partition("|")[0])
    body = Customer(reference=party, name=name, currency="USD")
    return Draft(key, body, lane, order_by, party=party, blocks=True, once=True, title=name, flow="flow", **rest)


def decision(*drafts, subject="ch_1", outcome=Outcome.DOCUMENTS, **rest):
    return Decision(subject, outcome, drafts=drafts, flow="flow", revision=rest.pop("revision", 1), **rest)


def apply(store, *drafts, subject_id="ch_1", now=NOW, company=COMPANY, **rest):
    """Decide `subject_id`, of which these movements are known, and put the drafts into the outbox."""
    read = facts(subject_id, company, rest.pop("known", ()))
    made = decision(*drafts, subject=subject_id, **rest)
    store.outbox.apply(made, read, subject(subject_id), now)


def state_of(store, number=1):
    return store.outbox.get(number).state


def states(store):
    """How many documents are in each state that has any."""
    return {state: number for state, number in store.outbox.counts().items() if number}


#: Reporting category of a type, where it is called otherwise.
CATEGORIES = {"payment": "charge", "payment_refund": "refund", "adjustment": "other_adjustment", "stripe_fee": "fee"}


def moved(number=1, *, minor=100, fee=0, currency="usd", kind="charge", source="", fees=()):
    return BalanceTransaction(
        f"txn_{number}", NOW, minor, fee, minor - fee, currency, kind, CATEGORIES.get(kind, kind),
        source or f"ch_{number}", fees,
    )  # fmt: skip


def say(text):
    """Print a measured figure, which is the result of its test."""
    print(text)  # noqa: T201


def parked(draft_of=receipt, **rest):
    return draft_of(state=State.PARKED, reason="No stock code.", reason_code="stock.unknown", **rest)


POSTED = Settlement(State.POSTED, erp_key="00042", evidence="Answered with its key")


def claim(store, limit=10, now=NOW):
    return store.outbox.claim(COMPANY, limit, now)


def settle(store, settlement, *, now=NOW):
    """Claim what is due and settle all of it alike."""
    for document in claim(store, now=now):
        store.outbox.settle(document, settlement, now)


def messages(store):
    return [row.message for row in store.reports.discrepancies()]
