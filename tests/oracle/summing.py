"""Where each movement stands that journals sum up: in that of the payout that lists it, and there alone.

Two things cannot be said from Stripe's side, so SYSPRO is asked which of two it was: a dispute that was lost, or won at
another rate, may have journals of its own, and a payment that the payer's bank has taken back may wait for a person.
"""

from dataclasses import dataclass
from itertools import combinations

from tests.oracle import terms as accounts


@dataclass(frozen=True)
class Part:
    """One movement.

    Attributes:
        payout: The payout that lists it, empty for none.
        currency: Settlement currency.
        parts: Ledger code -> debit (+) or credit (-), minor units, balanced.
        own: Reference of the journal of its own that it may have; empty where it may have none.
        returned: The payment, where the payer's bank took its money back; else empty.
    """

    payout: str
    currency: str
    parts: tuple[tuple[str, int], ...]
    own: str = ""
    returned: str = ""


def place(expected, company):
    """Put the lines of all that is summed up where they must be; return the payments that wait for a person."""
    references, waiting = {row.reference for row in company.ledger}, set()
    for part in expected.summed:
        if part.own in references:
            expected.entry(part.own, part.currency, *part.parts)
    waiting |= {part.returned for part in expected.summed if part.returned and part.payout not in expected.days}
    by_payout = {}
    for part in expected.summed:
        # A payout that is held, or is no automatic one, has no day.
        if part.payout in expected.days and part.own not in references:
            by_payout.setdefault(part.payout, []).append(part)
    for payout, parts in by_payout.items():
        left_out = _left_out(payout, parts, company)
        waiting |= {part.returned for part in left_out}
        for part in parts:
            if part not in left_out:
                expected.entry(payout, part.currency, *part.parts)
    return waiting


def _left_out(payout, parts, company):
    """Which payments that were taken back the journal leaves out; none where no choice explains it."""
    sold = [-minor for part in parts for code, minor in part.parts if code == accounts.SALES]
    scale = 10 ** (2 - accounts.EXPONENTS[parts[0].currency])
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
