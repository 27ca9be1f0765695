"""Where each movement stands that journals sum up: in that of the payout that lists it, or of its day, and there alone.

Two things cannot be said from Stripe's side, so SYSPRO is asked which of two it was: a dispute that was lost, or won at
another rate, may have journals of its own, and a payment that the payer's bank has taken back may wait for a person.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from tests.oracle import terms as accounts

#: The journal of a day is made when Stripe was read past its end; the last ones may be to come.
_STILL_OPEN_S = 2 * 86_400


@dataclass(frozen=True, slots=True)
class Part:
    """One movement.

    Attributes:
        payout: The payout that lists it, empty for none.
        at: When it moved, Unix seconds.
        currency: Settlement currency.
        parts: Ledger code -> debit (+) or credit (-), minor units, balanced.
        fees: The same of its fees, where they go with it.
        own: Reference of the journal of its own that it may have; empty where it may have none.
        rest: What came back less or more than it was taken at, because Stripe converted it; no summary says it.
        returned: The payment, where the payer's bank took its money back; else empty.
    """

    payout: str
    at: int
    currency: str
    parts: tuple[tuple[str, int], ...]
    fees: tuple[tuple[str, int], ...] = ()
    own: str = ""
    returned: str = ""
    rest: int = 0

    @property
    def day(self):
        """What the reference of the day's journal begins with."""
        return f"day_{datetime.fromtimestamp(self.at, UTC):%Y%m%d}_{self.currency}~"


def place(expected, company, terms):
    """Put the lines of all that is summed up where they must be; return the payments that a person is asked about.

    With each whether that is sure: as long as its journal is to come, it may have been left to it before it was returned.
    """
    references = {row.reference for row in company.ledger}
    for part in expected.summed:
        if part.own in references:
            expected.entry(part.own, part.currency, *part.parts)
        if part.rest:
            where = f"{part.own.rpartition('.')[0]}.F"
            expected.entry(where, part.currency, (accounts.DISPUTED, -part.rest), (accounts.FX, part.rest))
    left = [part for part in expected.summed if part.own not in references]
    journals = _by_day(left, expected, references) if terms.by_day else _by_payout(left, expected)
    there = {part for parts in journals.values() for part in parts}
    waiting = {part.returned: False for part in expected.summed if part not in there}
    for journal, parts in journals.items():
        left_out = _left_out(journal, parts, company)
        waiting |= {part.returned: True for part in left_out}
        for part in parts:
            if part not in left_out:
                expected.entry(journal, part.currency, *part.parts, *part.fees)
            elif part.fees and part.payout in expected.days:
                expected.entry(part.payout, part.currency, *part.fees)
    return {payment: sure for payment, sure in waiting.items() if payment}


def _by_payout(parts, expected):
    found = {}
    for part in parts:
        # A payout that is held, or is no automatic one, has none.
        if part.payout in expected.sums:
            found.setdefault(expected.sums[part.payout], []).append(part)
    return found


def _by_day(parts, expected, references):
    """The journals of days by reference; that of a day that is not there although it is long over by its beginning."""
    made = {reference.partition("~")[0] + "~": reference for reference in references if reference.startswith("day_")}
    ends_at = max((part.at for part in parts), default=0)
    found = {}
    for part in parts:
        if part.day in made or part.at < ends_at - _STILL_OPEN_S:
            journal = made.get(part.day, part.day)
            expected.days[journal] = part.at
            found.setdefault(journal, []).append(part)
    return found


def _left_out(payout, parts, company):
    """Which payments that were taken back the journal leaves out; none where no choice explains it."""
    sold = [-minor for part in parts for code, minor in part.parts if code == accounts.SALES]
    scale = accounts.scale(parts[0].currency)
    stands = -sum(row.value for row in company.ledger if (row.reference, row.code) == (payout, accounts.SALES)) // scale
    choices = [part for part in parts if part.returned]
    for count in range(len(choices) + 1):
        for chosen in combinations(choices, count):
            if (
                sum(sold) - sum(-minor for part in chosen for code, minor in part.parts if code == accounts.SALES)
                == stands
            ):
                return chosen
    return ()
