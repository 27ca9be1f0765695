"""What a person reads who is to approve the document of a payout whose movements Stripe does not name."""

from agent.domain.money import Money
from agent.domain.wording import counted

_TO_DO = "Approve it, or ignore it and book the payout alone by hand: the rest then waits for the next payout."


def proposal(*, available: Money | None, left: Money, fees: Money, movements: int, amounts: int, rests: Money) -> str:
    """Return why the document waits, on what it rests, and what to do.

    Args:
        available: What was available before the payout; ``None`` where that was not reckoned.
        left: What left with it, its own fee included; below zero for a payout that fetches money back.
        fees: What the movements cost that it reached; below zero where more was given back.
        movements: How many movements those are.
        amounts: How many amounts are summed up with it.
        rests: What SYSPRO's rates left over of them, which is exchange difference: a debit, as the
            fees are; below zero where it was earned.
    """
    said = (
        "Stripe names no movements for a manual payout.",
        "" if available is None else _balance(available, left),
        _proposed(fees, movements, amounts, rests),
        _TO_DO,
    )
    return " ".join(filter(None, said))


def _balance(available: Money, left: Money) -> str:
    if left.minor <= 0:
        return f"{available} were available before it, {available - left} with it."
    if available.minor < left.minor:
        return f"{left} left with it, but the movements that are known make only {available} available: see why first."
    return f"{available} were available before it, {left} left with it, {available - left} stayed."


def _proposed(fees: Money, movements: int, amounts: int, rests: Money) -> str:
    paid = f"the fees, {fees}, of {counted(movements, 'movement', 'movements')}" if movements else ""
    summed = counted(amounts, "amount", "amounts") if amounts else ""
    rated = f"{rests} of exchange difference that SYSPRO's rates left over" if rests else ""
    parts = [part for part in (paid, summed, rated) if part]
    if not parts:
        return "It reached no movement whose fees are open, the oldest first, so none are proposed with it."
    return f"Proposed with it: {' and '.join(parts)} that it reached, the oldest first."
