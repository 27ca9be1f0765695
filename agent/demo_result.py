"""What the demo ended with: figures for programs, sentences for people."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from agent.bootstrap import Home
from agent.domain.codec import to_plain
from agent.domain.documents import State
from agent.domain.kinds import Kind
from agent.domain.proof import ProofRow
from agent.domain.readmodels import DocumentFilter
from agent.domain.reconcile import DIFFERENT, Standing
from agent.domain.wording import counted

_ALL = 1_000_000

#: Most held things that are told one by one.
_MOST_HELD = 10


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo ended with.

    Attributes:
        summary: JSON-ready: charges, and the orders and receipts that they became; how often each kind of story about
            money came to its end (kinds); documents, books, catalogue, customers, portal and requests (of a company
            that sells stock), elapsed_s; what the reconciliation found (reconciled), what waits for a person (held),
            and the months that SYSPRO has open (periods).
        ok: Every difference is 0 and nothing is pending or in doubt.
        sentences: What a bookkeeper would say about it.
    """

    summary: dict[str, Any]
    ok: bool
    sentences: list[str]


def result_of(home: Home, traded: dict[str, Any], kept: dict[str, Any], elapsed_s: float) -> DemoResult:
    """Return what the demo ended with.

    Args:
        home: Its home.
        traded: charges, the orders and receipts that they became, and kinds of stories.
        kept: What else was kept in step, by name: JSON-ready, with in_step and sentence.
        elapsed_s: How long all of it took.
    """
    counts = home.store.outbox.counts()
    rows, _ = home.service().proof()
    summary = {
        "charges": traded["charges"],
        "documents": {state.value: count for state, count in counts.items()},
        "orders": traded["orders"],
        "receipts": traded["receipts"],
        "kinds": traded["kinds"],
        "books": [asdict(row) for row in rows],
        **kept,
        "elapsed_s": round(elapsed_s, 2),
        "reconciled": _reconciled(home),
        "held": _held(home),
        "periods": to_plain(home.service().closing().periods),
    }
    moving = counts[State.PENDING] + counts[State.POSTING] + counts[State.IN_DOUBT]
    agree = not any(summary["reconciled"][standing.value] for standing in DIFFERENT)
    in_step = all(one["in_step"] for one in kept.values())
    ok = bool(rows) and all(row.holds for row in rows) and not moving and agree and in_step
    sentences = [*map(_sentence, rows), *_more_sentences(home, counts[State.PARKED])]
    sentences += [one["sentence"] for one in kept.values()]
    return DemoResult(summary, ok, sentences)


def posted_by(home: Home) -> dict[str, int]:
    """Return how many orders and receipts of payments SYSPRO has by now."""
    return {"orders": _posted(home, Kind.SALES_ORDER), "receipts": _receipts_of_payments(home)}


def _posted(home: Home, kind: Kind) -> int:
    return len(home.service().documents(DocumentFilter(state=State.POSTED, kind=kind, limit=_ALL)))


def _receipts_of_payments(home: Home) -> int:
    """Count the receipts of payments; refunds and allocations are documents of the same kind."""
    posted = home.service().documents(DocumentFilter(state=State.POSTED, kind=Kind.RECEIPT, limit=_ALL))
    return sum(row.purpose == "payment" for row in posted)


def _reconciled(home: Home) -> dict[str, int]:
    """Return how many documents match, are missing, differ and so on, and how many movements have no decision."""
    told = home.service().reconciled()
    report = told.report if told else None
    counts = dict.fromkeys((standing.value for standing in Standing), 0)
    for tally in report.tallies if report else ():
        counts[tally.standing] += tally.count
    return counts | {
        "undecided": len(report.undecided) if report else 0,
        "gone": len(report.gone) if report else 0,
        "altered": report.altered if report else 0,
    }


def _held(home: Home) -> list[dict[str, str]]:
    """Return what waits for a person: whose money, how much and why."""
    company = home.service().values().text("syspro.company")
    decisions = [
        {"what": row.subject, "amount": str(row.amount or ""), "reason": row.reason}
        for row in home.store.reports.held(company)
    ]
    documents = [
        {"what": row.title or row.stripe_id, "amount": str(row.amount or ""), "reason": row.reason}
        for row in home.service().documents(DocumentFilter(for_person=True, limit=_ALL))
    ]
    return [*decisions, *documents]


def _sentence(row: ProofRow) -> str:
    verdict = "agree to the cent" if row.holds else "do NOT agree"
    return f"{row.currency.upper()}: Stripe and SYSPRO company {row.company} {verdict}."


def posted_in_words(posted: Mapping[Kind, int]) -> tuple[str, str]:
    """Return what SYSPRO has of each kind of document, as two sentences."""
    made = posted[Kind.AR_DOCUMENT] + posted[Kind.INVOICE_CREDIT] + posted[Kind.CREDIT_NOTE]
    orders = counted(posted[Kind.SALES_ORDER], "sales order", "sales orders")
    receipts = counted(posted[Kind.RECEIPT], "receipt", "receipts")
    notes = counted(made, "credit note", "credit notes")
    cancelled = counted(posted[Kind.ORDER_CANCEL], "cancelled order", "cancelled orders")
    journals = counted(posted[Kind.JOURNAL], "journal", "journals")
    return (
        f"{orders} and {receipts} (money out too) are in SYSPRO.",
        f"{notes}, {cancelled} and {journals} stand for refunds, disputes, payouts, fees and all other movements.",
    )


def _more_sentences(home: Home, parked: int) -> Iterator[str]:
    yield from posted_in_words({kind: _posted(home, kind) for kind in Kind})
    found = _reconciled(home)
    yield (
        f"Reconciled document by document: matching {found['matched']}, missing in SYSPRO {found['missing']}, differing"
        f" {found['differing']}, not ours {found['unexpected']}."
    )
    held = _held(home)
    yield (
        f"{counted(len(held), 'thing is', 'things are')} held for a person."
        if held
        else "Nothing is held for a person."
    )
    yield from (f"Held: {one['amount'] or 'no amount'}, {one['what']}. {one['reason']}" for one in held[:_MOST_HELD])
    if parked:
        waiting = counted(parked, "document waits", "documents wait")
        yield f"{waiting} for a person: `syspro-stripe documents --state parked` shows why."
