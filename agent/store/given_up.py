"""What is to be minded when a document that a person gave up is booked by hand."""

from sqlite_utils import Database

from agent.domain.events import WITH_PAYOUT
from agent.domain.money import Money
from agent.store.covering import FREE, PROPOSED
from agent.store.database import quoted

# What Stripe has settled beyond what the document says, where a payout's document has that, which may wait still.
_RESTS_BOOKED = """
SELECT payouts.stripe_id AS payout, moved.currency, sum(moved.amount_minor) - posts.minor AS rest
FROM document_legs AS posts
JOIN balance_transactions AS moved
    ON posts.leg = iif(moved.subject_type = 'charge', moved.subject, moved.id)
JOIN document_legs AS over ON over.leg = posts.leg AND over.part = 'rest'
JOIN documents AS payouts ON payouts.id = over.document_id AND payouts.state <> 'cancelled'
    AND NOT (payouts.state = 'held' AND payouts.reason_code = 'withdrawn')
WHERE posts.document_id = ? AND posts.part = 'amount' AND posts.minor IS NOT NULL
    AND (moved.subject = posts.leg OR moved.id = posts.leg)
GROUP BY payouts.id, posts.leg
"""

# What a manual payout's document would have booked beside it, and whether the next payout may.
_PROPOSED = f"""
SELECT {FREE} AS free, max(moved.currency) AS currency,
    sum(CASE WHEN posts.part = 'fees' THEN moved.fee_minor
        WHEN moved.reporting_category IN ({quoted(WITH_PAYOUT)}) THEN -moved.amount_minor ELSE 0 END) AS fees,
    sum(posts.part = 'amount' AND coalesce(moved.reporting_category, '') NOT IN ({quoted(WITH_PAYOUT)})) AS summed,
    sum(posts.part = 'rest') AS rests
FROM document_legs AS posts JOIN documents ON documents.id = posts.document_id
LEFT JOIN balance_transactions AS moved ON moved.id = posts.leg
WHERE posts.document_id = ? AND {PROPOSED}
GROUP BY 1
"""


def to_mind(db: Database, document_id: int) -> str:
    """Return what is to be minded when a document is booked by hand; empty for nothing."""
    return " ".join(filter(None, (proposed_beside(db, document_id), rests_booked(db, document_id))))


def proposed_beside(db: Database, document_id: int) -> str:
    """Return what was proposed with a manual payout, and is not given up with it."""
    row = db.execute(_PROPOSED, (document_id,)).fetchone()
    if row is None:
        return ""
    amounts = [f"{row['summed']} amount{'s' if row['summed'] > 1 else ''}"] if row["summed"] else []
    fees = [f"the fees of {Money(row['fees'], row['currency'])}"] if row["fees"] else []
    rests = ["exchange differences of rates"] if row["rests"] else []
    beside = f"{' and '.join(fees + amounts + rests)} that were proposed with it"
    if row["free"]:
        return f"Book the payout alone by hand: {beside} wait for the next payout."
    return (
        f"SYSPRO did not always say clearly that it refused this, so {beside} count as given up, too: where they are"
        " not in SYSPRO, book them by hand with it."
    )


def rests_booked(db: Database, document_id: int) -> str:
    """Return what a payout books of a document's movements, because a rate could not say it."""
    found = db.execute(_RESTS_BOOKED, (document_id,)).fetchall()
    parts = [f"{Money(row['rest'], row['currency'])} with payout {row['payout']}" for row in found if row["rest"]]
    if not parts:
        return ""
    return (
        f"Book it by hand without {' and '.join(parts)}: that is booked as an exchange difference of its rate with the"
        " payout."
    )
