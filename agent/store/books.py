"""The books: every leg of Stripe's balance transactions with its one outcome, summed by settlement currency."""

from agent.domain.events import WITH_PAYOUT
from agent.domain.readmodels import BooksRow
from agent.store.covering import CONVERTED, FREED, REST
from agent.store.database import Connections, quoted

# A leg has the outcome of the document that posts it; of several the one that is furthest. One that was withdrawn,
# because its subject is ignored by now, is ignored, too. An amount that no document posts (yet) has the outcome of its
# subject's latest decision, also where it was only proposed with a manual payout that was given up. So have the fees of
# disputes and of movements that are their own subject. All other fees, and Stripe's own, wait for their payout, or have
# the outcome of its decision.
# The entries of fee_details always count with their sum, and where they do not add up the balance transaction's own
# fee counts: either way the fees of one balance transaction sum up to minus its fee.
# What SYSPRO's rate leaves over of a converted amount (its rest) is taken from the amount and counts by itself, once
# also where a correction posts the same; a document that was withdrawn has no rate any more.


def _furthest(leg: str, part: str, among: str = "") -> str:
    """Return the subquery of how far the documents that post a leg are, those ``among`` a condition."""
    return f"""(SELECT max(CASE state
            WHEN 'posted' THEN 5 WHEN 'posting' THEN 4 WHEN 'in_doubt' THEN 4 WHEN 'pending' THEN 3
            WHEN 'cancelled' THEN 2 ELSE 1 END)
        FROM document_legs AS posts
        CROSS JOIN documents INDEXED BY documents_states ON documents.id = posts.document_id
        WHERE posts.leg = {leg} AND posts.part = {part} AND company = :company{among}
            AND NOT ({FREED}))"""


def _amount() -> str:
    """Return how far the documents that post an amount are; a receipt posts what a part capture gave back, too."""
    amount = "'amount'"
    one_by_one = _furthest("pairs.leg", amount, " AND posts.line = ''")
    own = _furthest("other_leg", amount)
    all_others = _furthest("pairs.leg", amount)
    return f"iif(category = 'partial_capture_reversal', coalesce({own}, {one_by_one}), {all_others})"


def _decision(document: str, decided: str) -> str:
    """Return the subquery of the latest decision, asked only where the documents leave it open."""
    return f"""iif(coalesce({document}, 1) > 1, '', (SELECT outcome FROM decisions
        WHERE decisions.subject = {decided} AND company = :company ORDER BY decisions.id DESC LIMIT 1))"""


def _outcome(document: str, decision: str) -> str:
    """Return the outcome of a leg."""
    return f"""CASE
        WHEN {document} = 5 THEN 'posted'
        WHEN {document} = 4 THEN 'in_doubt'
        WHEN {document} = 2 THEN 'ignored'
        WHEN {document} = 1 THEN iif({decision} = 'ignored', 'ignored', 'held')
        WHEN {document} IS NULL AND {decision} IN ('ignored', 'held') THEN {decision}
        ELSE 'waiting' END"""


# A document that was given up leaves no rest of a rate, unless a payout's document (it may wait) has that.
# Both legs of a balance transaction go through together, and each step is materialized: SQLite would otherwise look the
# states up again at each mention in a CASE.
def _outcomes(among: str) -> str:
    """Return the expression ``outcomes``: both legs of the movements under a condition, with their outcomes."""
    return f"""
WITH rests AS MATERIALIZED (
    SELECT DISTINCT posts.leg, moved.currency, moved.payout_id, moved.subject, moved.created_at, {REST} AS minor
    FROM {CONVERTED}
), pairs AS (
    SELECT currency, iif(subject_type = 'charge', subject, id) AS leg, amount_minor,
        iif(reporting_category IN ({quoted(WITH_PAYOUT)}) AND payout_id <> '', payout_id, subject) AS decided,
        id AS other_leg, 'fees' AS other, -fee_minor AS other_minor,
        iif(subject_type IN ('charge', 'refund'), payout_id, subject) AS other_decided, subject AS own, 1 AS number,
        reporting_category AS category
    FROM balance_transactions WHERE {among}
    UNION ALL
    SELECT currency, leg, -minor, subject, leg, 'rest', minor, payout_id, subject, 0, 'rest'
    FROM rests WHERE minor <> 0 AND {among}
), covered AS MATERIALIZED (
    SELECT currency, own, number, amount_minor, decided, other_minor, other_decided,
        {_amount()} AS document,
        iif(other_minor, {_furthest("other_leg", "other")}, 2) AS other_document
    FROM pairs
), judged AS MATERIALIZED (
    SELECT currency, own, number, amount_minor, document, {_decision("document", "decided")} AS decision,
        other_minor, other_document, {_decision("other_document", "other_decided")} AS other_decision
    FROM covered
), outcomes AS MATERIALIZED (
    SELECT currency, own, number, amount_minor, {_outcome("document", "decision")} AS outcome,
        other_minor, {_outcome("other_document", "other_decision")} AS other_outcome
    FROM judged
)
"""


def _sum(outcome: str) -> str:
    return (
        f"sum(iif(outcome = '{outcome}', amount_minor, 0)) + sum(iif(other_outcome = '{outcome}', other_minor, 0))"
        f" AS {outcome}_minor"
    )


_BOOKS = f"""
{_outcomes("1")}
SELECT currency, {", ".join(map(_sum, ("posted", "waiting", "held", "in_doubt", "ignored")))}
FROM outcomes GROUP BY currency ORDER BY currency
"""

# What waits and was never decided has no outcome at all.
_BY_OUTCOME = f"""
{_outcomes("created_at >= :since_at AND created_at < :until_at")}, legs AS (
    SELECT currency, own, outcome, amount_minor AS minor, number FROM outcomes
    UNION ALL
    SELECT currency, own, other_outcome, other_minor, 1 FROM outcomes WHERE other_minor <> 0
)
SELECT currency,
    iif(outcome = 'waiting' AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.subject = own), 'none', outcome)
        AS outcome,
    sum(number), sum(minor)
FROM legs GROUP BY 1, 2 ORDER BY 1, 2
"""


def by_currency(connections: Connections, company: str) -> list[BooksRow]:
    """Return the five outcomes of all legs, a row a settlement currency."""
    return [BooksRow(*row) for row in connections.all(_BOOKS, {"company": company})]


def by_outcome(connections: Connections, company: str, since_at: int, until_at: int) -> list[tuple[str, str, int, int]]:
    """Return currency, outcome, number and sum of the legs of ``[since_at, until_at)``; ``none`` was never decided."""
    values = {"company": company, "since_at": since_at, "until_at": until_at}
    return [tuple(row) for row in connections.all(_BY_OUTCOME, values)]
