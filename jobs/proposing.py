"""Gather what goes with a payout although Stripe does not name it: by the running balance, or because it was left."""

from dataclasses import dataclass

from agent.domain.events import BalanceTransaction
from agent.domain.facts import StripeFacts
from agent.ports import Ledger


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What goes with a payout unnamed.

    Attributes:
        movements: The movements whose fees no document posts yet.
        available: For a payout that names no movements: what was available before it, minor units.
        beyond: Ids of the movements before such a payout that it did not reach.
        since_at: First moment that is posted, Unix seconds UTC, where the payout names no movements; else 0.
        read: Whether the movements before such a payout were read.
    """

    movements: tuple[BalanceTransaction, ...] = ()
    available: int | None = None
    beyond: frozenset[str] = frozenset()
    since_at: int = 0
    read: bool = True


def gather_unnamed(ledger: Ledger, company: str, stripe: StripeFacts, start_at: int, read_until: int | None) -> Unnamed:
    """Return what goes with a payout unnamed; nothing for another subject, and as long as Stripe has not booked it.

    Args:
        ledger: Stripe's movements.
        company: SYSPRO company.
        stripe: The subject.
        start_at: First moment that is posted, Unix seconds UTC.
        read_until: Up to when the ledger has what Stripe lists; ``None`` where nothing but events was read.
    """
    payout = stripe.objects.get("payout")
    own = stripe.payout_movement
    if payout is None or own is None:
        return Unnamed()
    if payout.get("automatic") is not False:
        return Unnamed(tuple(ledger.left_behind(company, own.currency, own.created_at, stripe.subject)))
    running = ledger.running(own, stripe.subject, start_at)
    open_fees = ledger.unsettled(company, own.currency, own.created_at, stripe.subject)
    reached = tuple(one for one in open_fees if one.id not in running.beyond)
    read = read_until is None or read_until > own.created_at
    return Unnamed(reached, running.available_minor, running.beyond, start_at, read)
