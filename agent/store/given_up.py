"""What is to be minded when a document that a person gave up is booked by hand."""

from sqlite_utils import Database

from agent.domain.money import Money

# What Stripe has settled beyond what the document says, where a document of the payout posts that.
_RESTS_BOOKED = """
SELECT payouts.stripe_id AS payout, moved.currency, sum(moved.amount_minor) - posts.minor AS rest
FROM document_legs AS posts
JOIN balance_transactions AS moved
    ON posts.leg = iif(moved.subject_type = 'charge', moved.subject, moved.id)
JOIN document_legs AS over ON over.leg = posts.leg AND over.part = 'rest'
JOIN documents AS payouts ON payouts.id = over.document_id AND payouts.state IN ('posting', 'in_doubt', 'posted')
WHERE posts.document_id = ? AND posts.part = 'amount' AND posts.minor IS NOT NULL
    AND (moved.subject = posts.leg OR moved.id = posts.leg)
GROUP BY payouts.id, posts.leg
"""


def rests_booked(db: Database, document_id: int) -> str:
    """Return what a payout has booked of a document's movements already, because a rate could not say it."""
    found = db.execute(_RESTS_BOOKED, (document_id,)).fetchall()
    parts = [f"{Money(row['rest'], row['currency'])} with payout {row['payout']}" for row in found if row["rest"]]
    if not parts:
        return ""
    return (
        f"Book it by hand without {' and '.join(parts)}: that is booked already as an exchange difference of its rate."
    )
