"""What of a movement is booked with a payout: its fee, and what SYSPRO's rate leaves over of a converted amount.

What Stripe names for an automatic payout goes with that, what it names for none goes with a payout that names nothing,
and what was left behind by its own payout goes with a later one.
"""

from dataclasses import dataclass

from agent.domain.documents import REPLACEABLE
from agent.domain.events import WITH_PAYOUT
from agent.store.covering import CONVERTED, COVERS, COVERS_LEG, FREED, REST
from agent.store.database import quoted

# A part capture's reversal is settled with its charge, so the rest of both goes by the charge's balance transaction.
_ALL_RESTS = f"""
SELECT moved.id, {REST} AS rest
FROM {CONVERTED} AND rest <> 0
    AND moved.reporting_category IN ('charge', 'refund', 'refund_failure')
"""


def _posted(leg: str, part: str, among: str) -> str:
    """Return the condition that a document ``among`` a condition posts a leg."""
    return f"""EXISTS (
        SELECT 1 FROM document_legs AS posts JOIN documents ON documents.id = posts.document_id
        WHERE posts.leg = {leg} AND posts.part = {part} AND company = :company AND {among})"""


@dataclass(frozen=True, slots=True)
class _Share:
    """What of a movement (as `moved`) is booked with a payout: its fee, or what a rate has left over of it.

    Attributes:
        there: Condition that there is any.
        leg: Key of its leg.
        part: Part of its leg.
        behind: Condition that the payout that Stripe names for it was booked without it.
    """

    there: str
    leg: str
    part: str
    behind: str

    @property
    def open(self) -> str:
        """Condition that no other payout's document posts it.

        What the payout itself proposes is proposed again when it is decided again: several events tell of each payout.
        """
        others = f"documents.stripe_id <> :own AND {COVERS_LEG}"
        return f"{self.there} AND NOT {self._by(others)}"

    @property
    def left_behind(self) -> str:
        """Condition that another payout was booked without it."""
        return f"payout_id NOT IN ('', :own) AND {self.behind} AND {_BOOKED}"

    @property
    def had_first(self) -> str:
        """Condition that the payout that Stripe names was decided without it, because this one's proposal had it."""
        ours = f"documents.stripe_id = :own AND {COVERS}"
        return f"""payout_id NOT IN ('', :own) AND {self._by(ours)}
            AND EXISTS (
                SELECT 1 FROM documents WHERE stripe_id = moved.payout_id AND company = :company AND {COVERS})"""

    def _by(self, among: str) -> str:
        return _posted(self.leg, self.part, among)


_BOOKED = f"""EXISTS (
        SELECT 1 FROM documents AS booked
        WHERE booked.stripe_id = moved.payout_id AND booked.company = :company
            AND booked.state NOT IN ({quoted(state.value for state in REPLACEABLE)}))"""

# Disputes and other movements post their own fees.
_FEES = quoted(WITH_PAYOUT)
_FEE_PART = f"iif(reporting_category IN ({_FEES}), 'amount', 'fees')"
_FEE = _Share(
    there=f"(reporting_category IN ({_FEES}) OR fee_minor <> 0 AND subject_type IN ('charge', 'refund'))",
    leg="moved.id",
    part=_FEE_PART,
    # Because a proposal had it that was given up since; else it is of before the first day that is posted.
    behind=_posted("moved.id", _FEE_PART, f"documents.stripe_id <> :own AND {FREED}"),
)
_REST = _Share(
    there=f"moved.id IN (SELECT id FROM ({_ALL_RESTS}))",
    leg="iif(subject_type IN ('charge'), subject, moved.id)",
    part="'rest'",
    # Also because its receipt or refund was decided later than the payout.
    behind="1",
)


def left_behind() -> str:
    """Return the SQL of the movements of which another payout was booked without its share; see :func:`unsettled`."""
    return _among(*(f"{share.open} AND {share.left_behind}" for share in (_FEE, _REST)))


def unsettled() -> str:
    """Return the SQL, but for its columns, of the movements of which a share goes with the payout ``:own``.

    Its parameters are ``company``, ``currency``, ``until_at`` and ``own``.
    """
    return _among(
        *(f"{share.open} AND (payout_id = '' OR {share.left_behind} OR {share.had_first})" for share in (_FEE, _REST))
    )


def _among(*ways: str) -> str:
    return f"""
FROM balance_transactions AS moved
WHERE currency = :currency AND created_at < :until_at AND ({" OR ".join(ways)})
ORDER BY created_at, id
"""


#: Balance transaction and what is left over, of those in the JSON list ``:ids``, that is for the payout ``:own``.
RESTS = f"""
SELECT moved.id, rest FROM json_each(:ids) JOIN balance_transactions AS moved ON moved.id = value
JOIN ({_ALL_RESTS}) AS rests ON rests.id = moved.id
WHERE {_REST.open}
"""
