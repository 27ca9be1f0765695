"""Payouts that somebody made by hand: Stripe names no movements for them, so that they have what the balance says.

Money leaves in the order in which it became available. The fees of what such a payout has reached, and in summary mode
the amounts, are booked with it, unless an automatic payout that names them was there before. Which came first is not
to be seen at Stripe: SYSPRO is asked which of the few ways it was. That each is booked once is for all ways the same.
"""

from collections import Counter
from itertools import combinations

from tests.oracle import terms as accounts
from tests.oracle.rules import DISPUTES, OWN_FEES, PAYOUTS, REFUNDS, SALES, with_payout
from tests.oracle.standing import standing

_MOST_UNKNOWN = 10  # automatic payouts of which the order is not known; more would be too many ways
#: Codes that only the fees of a payout's movements are on; tax is on journals of disputes, too.
_COSTS = {*accounts.FEES.values(), accounts.OTHER_FEES, accounts.SERVICES, accounts.BANK_CHARGES} - {
    accounts.FEES["tax"]
}


def booked_with(account, company, terms):
    """The account as SYSPRO has it: `payout` of each movement names the payout that it is booked with."""
    hands = sorted((one for one in account.payouts.values() if not one["automatic"]), key=lambda one: one["created"])
    taken = {one["balance_transaction"]: one["id"] for one in hands}
    lines = _by_payout(standing(company, terms))
    for payout in hands:
        ways = [[one for one in way if one.id not in taken] for way in _ways(payout, account, terms)]
        stands = lines.get(payout["id"], Counter())
        best = min(ways, key=lambda way: _misses(payout, way, account, terms, stands))
        taken |= {one.id: payout["id"] for one in best}
    return account.booked(taken)


def _by_payout(lines):
    """Payout -> ledger code -> what its documents have there, however many they are."""
    found = {}
    for (reference, code, _), minor in lines.items():
        payout, _, end = reference.partition(".")
        if end in {"", "F", "S"}:
            found.setdefault(payout, Counter())[code] += minor
    return found


def _misses(payout, way, account, terms, stands):
    """How far what SYSPRO has of a payout is from one way: fees on other codes first, then what left clearing."""
    own = account.movement(payout["balance_transaction"])
    fees = Counter()
    for one in [own, *way]:
        fees.update(with_payout(one, account, terms))
    other = sum(abs(fees[code] - stands[code]) for code in _COSTS)
    summed = sum(one.amount for one in way if terms.mode == "summary" and one.category not in OWN_FEES)
    left = payout["amount"] + sum(fees.values()) - summed
    return other, abs(left + stands[accounts.CLEARING[own.currency]])


def _ways(payout, account, terms):
    """What the payout may have had when it was decided: after none, some or all of the automatic ones that name it."""
    own = account.movement(payout["balance_transaction"])
    before = [
        one
        for one in account.moved
        if one.currency == own.currency and one.at < own.at and one.source != own.source and one.balance == "payments"
    ]
    named = {one.payout for one in before if one.payout}
    later = sorted(name for name in named if account.payouts[name]["created"] >= own.at)
    assert len(later) <= _MOST_UNKNOWN, (own.source, later)
    for count in range(len(later) + 1):
        for read in combinations(later, count):
            yield [one for one in _reached(own, before, named - set(later) | set(read)) if _goes_with_it(one, terms)]


def _reached(own, before, read):
    """What the balance had paid with this payout and all before it, the oldest money first."""
    paid = -own.net - sum(one.net for one in before if one.payout in read or _is_payout(one))
    waiting = [one for one in before if one.payout not in read and not _is_payout(one) and one.available <= own.at]
    waiting.sort(key=lambda one: (one.available, one.at, one.id))
    running, sums = 0, []
    for one in waiting:
        running += one.net
        sums.append(running)
    # A refund may take the balance back below what was paid: the payout had reached that far, then.
    last = max((place for place, minor in enumerate(sums) if minor <= paid), default=-1)
    return waiting[: last + 1]


def _is_payout(one):
    return one.category in PAYOUTS and bool(one.source)


def _goes_with_it(one, terms):
    if one.category in OWN_FEES or (one.fee and one.category in SALES | REFUNDS):
        return True
    return terms.mode == "summary" and not terms.by_day and one.category in SALES | REFUNDS | DISPUTES
