"""Which legs a document covers: it has posted them, it still may, or a person gave them up with it.

One that was withdrawn covers nothing any more. One that a person gave up covers what it is about. A manual payout's
document is about the payout alone: Stripe names no movements for it, so all that was to be booked beside was only
proposed, and waits for the next payout. It stays covered where SYSPRO may have the document: it was sent, and not
refused each time.
"""

#: Says of a document whether it covers any leg.
COVERS = "NOT (documents.state = 'held' AND documents.reason_code = 'withdrawn')"

#: Says of a document (as `documents`) whether SYSPRO cannot have it.
_NOT_THERE = """(proposal.sent_at = 0
            OR EXISTS (SELECT 1 FROM attempts WHERE document_id = proposal.id)
                AND NOT EXISTS (SELECT 1 FROM attempts WHERE document_id = proposal.id AND state <> 'parked'))"""


#: Says of a leg (as `posts`) whether a payout's document, which may wait still, books what its rate leaves over.
_REST_BOOKED = """EXISTS (
        SELECT 1 FROM document_legs AS over JOIN documents AS payouts ON payouts.id = over.document_id
        WHERE over.leg = posts.leg AND over.part = 'rest' AND payouts.state <> 'cancelled'
            AND NOT (payouts.state = 'held' AND payouts.reason_code = 'withdrawn'))"""

#: What SYSPRO's rate leaves over of a leg (as `posts`) of a converted movement (as `moved`), minor units.
REST = """coalesce(
        (SELECT sum(both.amount_minor) FROM balance_transactions AS both
            WHERE both.subject = moved.subject AND both.subject_type = 'charge'), moved.amount_minor)
        - posts.minor"""

#: The legs of which something may be left over, with their documents and movements. Who gives a document up books all
#: of it by hand, so that nothing is, but for what a payout has by then.
CONVERTED = f"""document_legs AS posts INDEXED BY document_legs_converted
    CROSS JOIN documents ON documents.id = posts.document_id AND documents.company = :company
    CROSS JOIN balance_transactions AS moved ON moved.id = posts.leg AND moved.subject_type <> 'charge'
        OR moved.subject = posts.leg AND moved.reporting_category = 'charge'
    WHERE posts.part = 'amount' AND posts.minor IS NOT NULL AND {COVERS}
        AND (documents.state <> 'cancelled' OR {_REST_BOOKED})"""


# An automatic payout has its documents only when Stripe has named its movements, its own among them.
def _proposed(more: str = "") -> str:
    return f"""EXISTS (
        SELECT 1 FROM documents AS proposal
        WHERE proposal.id = documents.id AND proposal.lane = 'payout|' || proposal.stripe_id
            AND NOT EXISTS (SELECT 1 FROM balance_transactions AS named WHERE named.payout_id = proposal.stripe_id)
            AND NOT EXISTS (
                SELECT 1 FROM balance_transactions AS own
                WHERE own.id = posts.leg AND own.subject = proposal.stripe_id){more})"""


#: Says of a leg (as `posts`) of a document whether it was only proposed with a manual payout.
PROPOSED = _proposed()

#: The same, as long as SYSPRO cannot have the document.
FREE = _proposed(f" AND {_NOT_THERE}")

#: Says of a leg of a document whether it was proposed with a manual payout that was given up since.
FREED = f"documents.state = 'cancelled' AND {FREE}"

#: Says of a leg of a document whether no other document may post it.
COVERS_LEG = f"{COVERS} AND NOT ({FREED})"
