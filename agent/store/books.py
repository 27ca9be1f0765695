"""The books: every leg of Stripe's balance transactions with its one outcome, summed by settlement currency."""

from agent.domain.readmodels import BooksRow
from agent.store.database import Connections

# The amount leg of a payment has the outcome of its receipt, or of its latest decision where there is none yet. A
# receipt stands for the payment and for what a part capture gave back. A receipt that was withdrawn because the payment
# is ignored by now is ignored too. Every other movement has the outcome of its own decision, whose subject it is
# itself, and is held until there is one. Fee legs wait for the payout.
# The entries of fee_details always count with their sum, and where they do not add up the balance transaction's own
# fee counts as one leg: either way the fee legs of one balance transaction sum up to minus its fee.
# Materialized, because SQLite would otherwise look both states up again at each mention in the CASE.
_BOOKS = """
WITH moved AS MATERIALIZED (
    SELECT *, type IN ('charge', 'payment') OR reporting_category = 'partial_capture_reversal' AS is_payment
    FROM balance_transactions
), legs AS MATERIALIZED (
    SELECT currency, amount_minor, fee_minor, is_payment,
        (SELECT state FROM documents
            WHERE is_payment AND company = :company AND kind = 'receipt' AND stripe_id = source_id
            ORDER BY id LIMIT 1) AS receipt,
        (SELECT outcome FROM decisions
            WHERE subject = iif(is_payment, source_id, moved.id) AND company = :company
            ORDER BY decisions.id DESC LIMIT 1) AS decision
    FROM moved
), outcomes AS MATERIALIZED (
    SELECT currency, amount_minor, fee_minor, CASE
        WHEN receipt = 'posted' THEN 'posted'
        WHEN receipt IN ('posting', 'in_doubt') THEN 'in_doubt'
        WHEN receipt = 'cancelled' THEN 'ignored'
        WHEN receipt IN ('held', 'parked') THEN iif(decision = 'ignored', 'ignored', 'held')
        WHEN receipt IS NULL AND decision IN ('ignored', 'held') THEN decision
        WHEN receipt IS NULL AND decision IS NULL AND NOT is_payment THEN 'held'
        ELSE 'waiting' END AS outcome
    FROM legs
)
SELECT currency,
    sum(iif(outcome = 'posted', amount_minor, 0)) AS posted_minor,
    sum(iif(outcome = 'waiting', amount_minor, 0) - fee_minor) AS waiting_minor,
    sum(iif(outcome = 'held', amount_minor, 0)) AS held_minor,
    sum(iif(outcome = 'in_doubt', amount_minor, 0)) AS in_doubt_minor,
    sum(iif(outcome = 'ignored', amount_minor, 0)) AS ignored_minor
FROM outcomes GROUP BY currency ORDER BY currency
"""


def by_currency(connections: Connections, company: str) -> list[BooksRow]:
    """Return the five outcomes of all legs, a row a settlement currency."""
    return [BooksRow(*row) for row in connections.all(_BOOKS, {"company": company})]
