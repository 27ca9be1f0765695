"""A stretch of days beside what people posted: same, differs, doubled, only on one side. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from agent.domain.money import Money
from agent.domain.shadow.entry import (
    NEW_CUSTOMER,
    Difference,
    Entry,
    Pair,
    Rules,
    Side,
    Total,
    Verdict,
)
from agent.domain.shadow.match import Found, account, days_apart, matched, names_in


def compared(
    ours: Sequence[Entry], theirs: Sequence[Entry], rules: Rules, since: str, until: str
) -> tuple[tuple[Pair, ...], int]:
    """Return what was posted for the same money, by side and day, and how many postings have nothing to do with Stripe.

    Args:
        ours: What the agent would post.
        theirs: What SYSPRO has, also from some days before and after.
        rules: How far both may be apart.
        since: First day, CCYY-MM-DD: what SYSPRO has outside the days, and nothing fits, is not told.
        until: Last day.
    """
    pairs: list[Pair] = []
    elsewhere = 0
    for side in Side:
        own = [one for one in ours if one.side is side]
        found = [one for one in theirs if one.side is side]
        made, left = _of_side(own, found, rules)
        alone = [one for one in left if since <= one.day <= until]
        pairs += made
        pairs += [Pair(Verdict.ONLY_SYSPRO, None, (one,)) for one in alone if one.near]
        elsewhere += sum(not one.near for one in alone)
    return tuple(sorted(pairs, key=_order)), elsewhere


def totals(pairs: Sequence[Pair]) -> tuple[Total, ...]:
    """Return counts and sums by side, verdict and currency; a pair in two currencies counts in that of ours."""
    counts: dict[tuple[Side, Verdict, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair in pairs:
        side, verdict = _first(pair).side, pair.verdict
        counts[side, verdict, _first(pair).value.currency][0] += 1
        if pair.ours is not None:
            counts[side, verdict, pair.ours.value.currency][1] += pair.ours.value.minor
        for one in pair.theirs:
            counts[side, verdict, one.value.currency][2] += one.value.minor
    order = [*Side], [*Verdict]
    found = sorted(counts.items(), key=lambda one: (order[0].index(one[0][0]), order[1].index(one[0][1]), one[0][2]))
    return tuple(Total(*key, *sums) for key, sums in found)


def _of_side(ours: Sequence[Entry], theirs: Sequence[Entry], rules: Rules) -> tuple[list[Pair], list[Entry]]:
    """Return the pairs of one side with something of ours, and what is left of SYSPRO's."""
    found = matched(ours, theirs, rules)
    taken = {one.theirs.key for one in found}
    left = sorted((one for one in theirs if one.key not in taken), key=lambda one: one.rank)
    again: dict[str, list[Entry]] = defaultdict(list)
    known = _Known(found)
    for one in left:
        first = known.posted_before(one, rules)
        if first is not None:
            again[first.ours.key].append(one)
    doubles = {one.key for some in again.values() for one in some}
    paired = {one.ours.key for one in found}
    pairs = [_pair(one, again.get(one.ours.key, ()), rules) for one in found]
    pairs += [Pair(Verdict.ONLY_STRIPE, one, ()) for one in ours if one.key not in paired]
    return pairs, [one for one in left if one.key not in doubles]


def _pair(found: Found, again: Sequence[Entry], rules: Rules) -> Pair:
    differences = tuple(_differences(found.ours, found.theirs, rules))
    verdict = Verdict.DIFFERS if differences else Verdict.SAME
    if again:
        verdict = Verdict.DOUBLED
    return Pair(verdict, found.ours, (found.theirs, *again), differences, found.found_by)


def _differences(ours: Entry, theirs: Entry, rules: Rules) -> Iterator[Difference]:
    if ours.value != theirs.value:
        yield Difference("Amount", str(ours.value), str(theirs.value))
    if account(ours) != account(theirs):
        own = "a new customer" if ours.customer.startswith(NEW_CUSTOMER) else ours.customer
        yield Difference("Customer", own, theirs.customer)
    if days_apart(ours, theirs) > rules.near_days:
        yield Difference("Day", ours.day, theirs.day)
    kept = dict(theirs.details)
    for field, value in ours.details:
        if value and kept.get(field) and value != kept[field]:
            yield Difference(field, value, kept[field])


def _first(pair: Pair) -> Entry:
    return pair.ours if pair.ours is not None else pair.theirs[0]


def _order(pair: Pair) -> tuple[int, tuple[str, int, str, str, str]]:
    first = _first(pair)
    return [*Side].index(first.side), first.rank


class _Known:
    """The pairs, by what a second posting of the same money has in common with them."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._named: dict[tuple[Money, str], list[Found]] = defaultdict(list)
        self._on_day: dict[tuple[Money, str, int], Found] = {}
        for pair in sorted(found, key=lambda pair: pair.ours.rank):
            for name in pair.ours.names:
                self._named[pair.ours.value, name].append(pair)
            day = date.fromisoformat(pair.ours.day).toordinal()
            for whose in {account(pair.ours), account(pair.theirs)}:
                self._on_day.setdefault((pair.ours.value, whose, day), pair)

    def posted_before(self, one: Entry, rules: Rules) -> Found | None:
        """Return the pair whose money a posting that is left was posted for once more; ``None`` for none."""
        fits = [pair for name in names_in(one) for pair in self._named.get((one.value, name), ())]
        day = date.fromisoformat(one.day).toordinal()
        for apart in range(-rules.near_days, rules.near_days + 1):
            pair = self._on_day.get((one.value, account(one), day + apart))
            fits += [pair] if pair is not None else []
        return min(fits, key=lambda pair: (days_apart(one, pair.ours), pair.ours.rank), default=None)
