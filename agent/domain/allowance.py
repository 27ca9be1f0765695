"""How many reads Stripe allows, how many we need, and how slowly to poll so that both fit.

Stripe allows on average 500 reads for each transaction of the last 30 days, and any account 10,000; writes do not
count. Source: docs.stripe.com/rate-limits, "Read API request allocations". What Stripe does beyond that is not
documented, so we stay below.
"""

from dataclasses import dataclass

#: The stretch of time that Stripe looks at, seconds.
WINDOW_S = 30 * 86_400
#: Longest pause between two polls that a short allowance can lead to, seconds.
SLOWEST_S = 6 * 3600

# From here on, in thousandths of the allowance, polling slows down.
_EASY = 800
_ALL = 1000


@dataclass(frozen=True, slots=True)
class Usage:
    """What is known about our reading.

    Attributes:
        used: Reads of the last 30 days.
        transactions: Payments of the last 30 days.
        reads_per_poll: Reads of one look at the events, at least 1.
        reads_per_transaction: Reads that one payment costs us until it is decided.
    """

    used: int
    transactions: int
    reads_per_poll: int = 1
    reads_per_transaction: int = 5


@dataclass(frozen=True, slots=True)
class Allowed:
    """What Stripe allows, and what follows.

    Attributes:
        reads: Reads that Stripe allows in 30 days.
        used: Reads of the last 30 days.
        projected: Reads of 30 days at the pace below.
        poll_every_s: Pause between two polls, seconds; the one that is set, or longer.
    """

    reads: int
    used: int
    projected: int
    poll_every_s: int


def allowance(usage: Usage, *, floor: int, reads_per_transaction: int, poll_every_s: int) -> Allowed:
    """Return what Stripe allows and how often to poll.

    Up to 80 % of the allowance polling keeps the pace that is set. From there it slows down smoothly, by the reads that
    polling at that pace would lead to, and by those already used: what a backfill has spent is not there for polling.

    Args:
        usage: What is known about our reading.
        floor: Reads that Stripe allows any account in 30 days.
        reads_per_transaction: Further reads that Stripe allows for each transaction.
        poll_every_s: The pause that is set, seconds, above 0.
    """
    reads = max(floor, reads_per_transaction * usage.transactions)
    spoken_for = usage.transactions * usage.reads_per_transaction
    needed = _fitting_s(reads, spoken_for, usage.reads_per_poll, poll_every_s)
    slowed = _slowed_s(_share(usage.used, reads), poll_every_s)
    pause_s = max(needed, slowed)
    return Allowed(reads, usage.used, spoken_for + _polls(usage.reads_per_poll, pause_s), pause_s)


def _fitting_s(reads: int, spoken_for: int, reads_per_poll: int, pause_s: int) -> int:
    """Return the pause at which a month of polling, and all else, stays within the allowance."""
    target = _eased(_share(spoken_for + _polls(reads_per_poll, pause_s), reads))
    left = target * reads // _ALL - spoken_for
    if left <= 0:
        return max(pause_s, SLOWEST_S)
    return max(pause_s, min(SLOWEST_S, _up(WINDOW_S * reads_per_poll, left)))


def _eased(share: int) -> int:
    """Return the share to aim at: the share itself up to 80 %, then ever less of what exceeds it, never all."""
    over, room = share - _EASY, _ALL - _EASY
    return share if over <= 0 else _EASY + room * over // (over + room)


def _slowed_s(share: int, pause_s: int) -> int:
    """Return the pause at ``share`` used: twice as long at 90 %, ten times at 98 %, the slowest at all."""
    if share <= _EASY:
        return pause_s
    if share >= _ALL:
        return max(pause_s, SLOWEST_S)
    return max(pause_s, min(SLOWEST_S, pause_s * (_ALL - _EASY) // (_ALL - share)))


def _polls(reads_per_poll: int, pause_s: int) -> int:
    return _up(WINDOW_S * reads_per_poll, pause_s)


def _share(reads: int, allowed: int) -> int:
    """Return ``reads`` in thousandths of ``allowed``, rounded up."""
    return _up(reads * _ALL, max(1, allowed))


def _up(whole: int, by: int) -> int:
    return -(-whole // by)
