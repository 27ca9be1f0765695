"""The books: every leg of Stripe's balance transactions with its one outcome, summed by settlement currency."""

from agent.domain.events import WITH_PAYOUT
from agent.domain.readmodels import BooksRow
from agent.store.database import Connections, quoted


# A leg has the outcome of the document that posts it; of several the one that is furthest. One that was withdrawn,
# because its subject is ignored by now, is ignored, too. An amount that no document posts (yet) has the outcome of its
# subject's latest decision. So have the fees of disputes and of movements that are their own subject. All other fees,
# and Stripe's own, wait for their payout, or have the outcome of its decision.
# The entries of fee_details always count with their sum, and where they do not add up the balance transaction's own
# fee counts: either way the fees of one balance transaction sum up to minus its fee.
# Materialized, because SQLite would otherwise look the states up again at each mention in the CASE.
def _outcomes(among: str) -> str:
    """Return the expression ``outcomes``: every leg of the movements under a condition, with its outcome."""
    return f"""
WITH rests AS MATERIALIZED (
    SELECT moved.id, posts.leg, moved.currency, moved.payout_id, moved.subject, moved.created_at, coalesce(
        (SELECT sum(amount_minor) FROM balance_transactions AS both
            WHERE both.subject = moved.subject AND both.subject_type = 'charge'), moved.amount_minor)
        - posts.minor AS minor
    FROM document_legs AS posts
    JOIN documents ON documents.id = posts.document_id AND documents.company = :company
    JOIN balance_transactions AS moved ON moved.id = posts.leg AND moved.subject_type <> 'charge'
        OR moved.subject = posts.leg AND moved.reporting_category = 'charge'
    WHERE posts.part = 'amount' AND posts.minor IS NOT NULL
), legs AS (
    SELECT iif(subject_type = 'charge', subject, id) AS leg, 'amount' AS part, currency,
        amount_minor - coalesce((SELECT minor FROM rests WHERE rests.id = balance_transactions.id), 0) AS minor,
        iif(reporting_category IN ({quoted(WITH_PAYOUT)}) AND payout_id <> '', payout_id, subject) AS decided,
        subject AS own
    FROM balance_transactions WHERE {among}
    UNION ALL
    SELECT id, 'fees', currency, -fee_minor, iif(subject_type IN ('charge', 'refund'), payout_id, subject),
        subject
    FROM balance_transactions WHERE fee_minor <> 0 AND {among}
    UNION ALL
    SELECT leg, 'rest', currency, minor, payout_id, subject FROM rests WHERE minor <> 0 AND {among}
), standing AS MATERIALIZED (
    SELECT currency, minor, own,
        (SELECT max(CASE
            WHEN state = 'posted' THEN 5
            WHEN state IN ('posting', 'in_doubt') THEN 4
            WHEN state = 'pending' THEN 3
            WHEN state = 'cancelled' THEN 2
            ELSE 1 END)
            FROM document_legs AS posts
            JOIN documents INDEXED BY documents_states ON documents.id = posts.document_id
            WHERE posts.leg = legs.leg AND posts.part = legs.part AND company = :company) AS document,
        (SELECT outcome FROM decisions
            WHERE decisions.subject = legs.decided AND company = :company
            ORDER BY decisions.id DESC LIMIT 1) AS decision
    FROM legs
), outcomes AS (
    SELECT currency, minor, own, CASE
        WHEN document = 5 THEN 'posted'
        WHEN document = 4 THEN 'in_doubt'
        WHEN document = 2 THEN 'ignored'
        WHEN document = 1 THEN iif(decision = 'ignored', 'ignored', 'held')
        WHEN document IS NULL AND decision IN ('ignored', 'held') THEN decision
        ELSE 'waiting' END AS outcome
    FROM standing
)
"""


_BOOKS = f"""
{_outcomes("1")}
SELECT currency,
    sum(iif(outcome = 'posted', minor, 0)) AS posted_minor,
    sum(iif(outcome = 'waiting', minor, 0)) AS waiting_minor,
    sum(iif(outcome = 'held', minor, 0)) AS held_minor,
    sum(iif(outcome = 'in_doubt', minor, 0)) AS in_doubt_minor,
    sum(iif(outcome = 'ignored', minor, 0)) AS ignored_minor
FROM outcomes GROUP BY currency ORDER BY currency
"""

# What waits and was never decided has no outcome at all.
_BY_OUTCOME = f"""
{_outcomes("created_at >= :since_at AND created_at < :until_at")}
SELECT currency,
    iif(outcome = 'waiting' AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.subject = own), 'none', outcome)
        AS outcome,
    count(*), sum(minor)
FROM outcomes GROUP BY 1, 2 ORDER BY 1, 2
"""


def by_currency(connections: Connections, company: str) -> list[BooksRow]:
    """Return the five outcomes of all legs, a row a settlement currency."""
    return [BooksRow(*row) for row in connections.all(_BOOKS, {"company": company})]


def by_outcome(connections: Connections, company: str, since_at: int, until_at: int) -> list[tuple[str, str, int, int]]:
    """Return currency, outcome, number and sum of the legs of ``[since_at, until_at)``; ``none`` was never decided."""
    values = {"company": company, "since_at": since_at, "until_at": until_at}
    return [tuple(row) for row in connections.all(_BY_OUTCOME, values)]
