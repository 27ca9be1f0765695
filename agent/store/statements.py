"""Statements: which movements a payout is made of, what a month holds, and which documents cover them.

Nothing here writes. The amount of a payment is called by its charge, every other leg by its balance transaction, as the
table ``document_legs`` has them.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import tzinfo

from sqlite_utils import Database

from agent import ports
from agent.domain.audit import AuditTrailRow
from agent.domain.codec import loads
from agent.domain.documents import WITHDRAWN
from agent.domain.facts import Facts
from agent.domain.money import Money
from agent.domain.month_end import Aside, MonthEndPack, Movement, PayoutRow, month_bounds, movement_of
from agent.domain.proof import ProofRow
from agent.domain.statements import DocumentTrace, PayoutHeader, PayoutStatement, StatementLine, day_of, payout_header
from agent.store import exceptions, trails
from agent.store.database import Connections
from agent.store.packing import unpack
from agent.store.running import FOR_PAYOUTS

#: The leg that the amount of the movement ``moved`` is called by.
LEG = """coalesce((SELECT leg FROM document_legs AS own WHERE own.leg = moved.id AND own.part = 'amount'),
    iif(moved.subject_type = 'charge', moved.subject, moved.id))"""

_LINE = f"""
moved.id, moved.created_at, moved.amount_minor, moved.fee_minor, moved.net_minor, moved.currency,
moved.reporting_category, moved.source_id,
{LEG} AS leg
"""

# Stripe lists the payout's own movement among its parts, and may leave its payout empty elsewhere.
_OF_PAYOUT = f"""
SELECT {_LINE} FROM balance_transactions AS moved WHERE payout_id = :payout OR source_id = :payout
ORDER BY created_at, id
"""

_UNSETTLED = f"""
SELECT {_LINE} FROM balance_transactions AS moved
WHERE created_at < :until AND reporting_category <> 'payout' AND {FOR_PAYOUTS} AND (payout_id = '' OR payout_id IN (
    SELECT source_id FROM balance_transactions WHERE reporting_category = 'payout' AND created_at >= :until
)) ORDER BY created_at, id
"""

# The reserve's own side of a hold and its release, for one: no payout brings it.
_ASIDE = f"""
SELECT balance_type, currency, sum(net_minor) AS minor FROM balance_transactions
WHERE created_at < :until AND NOT {FOR_PAYOUTS} GROUP BY 1, 2 HAVING minor <> 0 ORDER BY 1, 2
"""

# Payouts that left the balance before the end of the month and did not come back before it.
_LEFT = """
SELECT source_id, created_at, net_minor, currency FROM balance_transactions AS moved
WHERE reporting_category = 'payout' AND created_at < :until AND NOT EXISTS (
    SELECT 1 FROM balance_transactions AS back
    WHERE back.source_id = moved.source_id AND back.reporting_category = 'payout_reversal' AND back.created_at < :until
) ORDER BY created_at, id
"""

_MOVED = """
SELECT currency, reporting_category, created_at >= :since AS inside, sum(amount_minor) AS amount, sum(fee_minor) AS fee
FROM balance_transactions WHERE created_at < :until GROUP BY 1, 2, 3
"""

_COVERED = """
SELECT legs.leg, legs.part, documents.id, documents.kind, documents.title, documents.state, documents.erp_key
FROM document_legs AS legs JOIN documents ON documents.id = legs.document_id
WHERE legs.leg IN (SELECT value FROM json_each(:ids)) AND documents.company = :company
    AND documents.reason_code <> :withdrawn
ORDER BY documents.id, legs.part
"""

# Of the two entries of a cash book one carries the legs; the payout is in SYSPRO when both are.
_BESIDE = """
SELECT stripe_id, id, kind, title, state, erp_key FROM documents
WHERE stripe_id IN (SELECT value FROM json_each(:ids)) AND company = :company AND reason_code <> :withdrawn
    AND NOT EXISTS (SELECT 1 FROM document_legs WHERE document_legs.document_id = documents.id)
ORDER BY id
"""

_DECIDED = """
SELECT subject, outcome, reason FROM decisions WHERE id IN (
    SELECT max(id) FROM decisions WHERE subject IN (SELECT value FROM json_each(:ids)) AND company = :company
    GROUP BY subject
)
"""

_FACTS = """
SELECT facts.content FROM decisions JOIN facts ON facts.id = decisions.facts_id
WHERE decisions.subject = ? AND decisions.company = ? ORDER BY decisions.id DESC
"""


class Statements(ports.Statements):
    """See :class:`agent.ports.Statements`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def payout(self, company: str, payout_id: str, zone: tzinfo) -> PayoutStatement | None:
        """Return what a payout is made of, or ``None`` when nothing is known of it."""
        with self._connections.reading() as db:
            header = header_of(db, company, payout_id)
            lines = _lines(db, company, db.execute(_OF_PAYOUT, {"payout": payout_id}).fetchall(), zone)
        if header is None and not lines:
            return None
        return PayoutStatement(
            payout_id=payout_id,
            company=company,
            currency=header.currency if header else lines[0].net.currency,
            status=header.status if header else "",
            arrival_day=header.arrival_day if header else "",
            trace=header.trace if header else "",
            amount=header.amount if header else _paid_out(payout_id, lines),
            lines=lines,
        )

    def month(self, span: ports.Month, proof: Sequence[ProofRow], proven_at: int, now: int) -> MonthEndPack:
        """Return the pack of a month, with the latest proof as it was made.

        Raises:
            ValueError: When the month is none.
        """
        since_at, until_at = month_bounds(span.month, span.zone)
        with self._connections.reading() as db:
            unsettled = db.execute(_UNSETTLED, {"until": until_at}).fetchall()
            aside = db.execute(_ASIDE, {"until": until_at}).fetchall()
            return MonthEndPack(
                company=span.company,
                month=span.month,
                made_at=now,
                movements=tuple(_movements(db, span, since_at, until_at)),
                proof=tuple(proof),
                proven_at=proven_at,
                unsettled=_lines(db, span.company, unsettled, span.zone),
                in_transit=tuple(_in_transit(db, span, until_at)),
                exceptions=exceptions.open_now(db, span.company),
                ends_at=until_at,
                aside=tuple(Aside(row["balance_type"], Money(row["minor"], row["currency"])) for row in aside),
            )

    def trail(self, company: str, what: str) -> tuple[AuditTrailRow, ...]:
        """Return the steps between a Stripe id, or a SYSPRO key, and what it became, oldest first."""
        with self._connections.reading() as db:
            return trails.of(db, company, what)

    def trail_between(self, company: str, since_at: int, until_at: int) -> tuple[AuditTrailRow, ...]:
        """Return the steps of everything that was decided from ``since_at`` until before ``until_at``."""
        with self._connections.reading() as db:
            return trails.between(db, company, since_at, until_at)


def header_of(db: Database, company: str, payout_id: str) -> PayoutHeader | None:
    """Return what the payout said of itself when it was decided last; a person's own decision says nothing of it."""
    for row in db.execute(_FACTS, (payout_id, company)):
        payout = loads(Facts, unpack(row["content"])).stripe.objects.get("payout")
        if payout is not None:
            return payout_header(payout)
    return None


def _paid_out(payout_id: str, lines: Sequence[StatementLine]) -> Money | None:
    """Return what the payout's own movement took out of the balance, or ``None`` where it is not known yet."""
    own = [line for line in lines if line.source_id == payout_id and line.category == "payout"]
    return -own[0].net if own else None


def _lines(db: Database, company: str, moved: Sequence[sqlite3.Row], zone: tzinfo) -> tuple[StatementLine, ...]:
    ids = {text for row in moved for text in (row["id"], row["source_id"], row["leg"])}
    values = {"ids": json.dumps(sorted(ids)), "company": company, "withdrawn": WITHDRAWN}
    covered: dict[str, list[DocumentTrace]] = {}
    for row in db.execute(_COVERED, values):
        trace = DocumentTrace(row["id"], row["part"], row["kind"], row["title"], row["state"], row["erp_key"])
        covered.setdefault(row["leg"], []).append(trace)
    payouts = {row["source_id"]: row["id"] for row in moved if row["reporting_category"] == "payout"}
    for row in db.execute(_BESIDE, values | {"ids": json.dumps(sorted(payouts))}):
        trace = DocumentTrace(row["id"], "", row["kind"], row["title"], row["state"], row["erp_key"])
        covered.setdefault(payouts[row["stripe_id"]], []).append(trace)
    decided = {row["subject"]: row for row in db.execute(_DECIDED, values)}
    return tuple(_line(row, _documents_of(row, covered), decided, zone) for row in moved)


def _documents_of(row: sqlite3.Row, covered: dict[str, list[DocumentTrace]]) -> tuple[DocumentTrace, ...]:
    """Return the documents that cover the legs of a movement: its amount, and its fees."""
    keys = dict.fromkeys((row["leg"], row["id"]))
    return tuple(trace for key in keys for trace in covered.get(key, ()))


def _line(
    row: sqlite3.Row, documents: tuple[DocumentTrace, ...], decided: dict[str, sqlite3.Row], zone: tzinfo
) -> StatementLine:
    currency = row["currency"]
    decision = decided.get(row["id"]) or decided.get(row["source_id"])
    return StatementLine(
        id=row["id"],
        day=day_of(row["created_at"], zone),
        category=row["reporting_category"],
        source_id=row["source_id"],
        description=next((document.title for document in documents if document.title), ""),
        gross=Money(row["amount_minor"], currency),
        fee=Money(row["fee_minor"], currency),
        net=Money(row["net_minor"], currency),
        documents=documents,
        why="" if documents else _why(decision),
        ignored=not documents and decision is not None and decision["outcome"] == "ignored",
    )


def _why(decision: sqlite3.Row | None) -> str:
    if decision is None:
        return "not decided yet"
    return f"{decision['outcome']}: {decision['reason']}" if decision["reason"] else str(decision["outcome"])


def _movements(db: Database, span: ports.Month, since_at: int, until_at: int) -> Iterator[Movement]:
    opening = dict(span.opening)
    inside: dict[str, list[tuple[str, int, int]]] = {}
    for row in db.execute(_MOVED, {"since": since_at, "until": until_at}):
        currency = row["currency"]
        if row["inside"]:
            inside.setdefault(currency, []).append((row["reporting_category"], row["amount"], row["fee"]))
        else:
            opening[currency] = opening.get(currency, 0) + row["amount"] - row["fee"]
    for currency in sorted({*inside, *(name for name, minor in opening.items() if minor)}):
        yield movement_of(currency, Money(opening.get(currency, 0), currency), inside.get(currency, ()))


def _in_transit(db: Database, span: ports.Month, until_at: int) -> Iterator[PayoutRow]:
    last_day = day_of(until_at - 1, span.zone)
    for row in db.execute(_LEFT, {"until": until_at}):
        header = header_of(db, span.company, row["source_id"])
        arrival_day = header.arrival_day if header else ""
        if arrival_day and arrival_day <= last_day:
            continue
        yield PayoutRow(
            payout_id=row["source_id"],
            day=day_of(row["created_at"], span.zone),
            status=header.status if header else "",
            arrival_day=arrival_day,
            amount=Money(-row["net_minor"], row["currency"]),
        )
