"""Statistics that a few odd values do not move: whole minor units, no fractions."""

from collections.abc import Sequence

#: Middle deviations from which on an amount is unusual; a few odd values among many do not move it.
_FAR = 8

#: How many times the middle an unusual amount is at least, so that nothing is said of small differences.
_TIMES = 3


def middle(values: Sequence[int]) -> int:
    """Return the median, the lower one of two; there must be a value."""
    return sorted(values)[(len(values) - 1) // 2]


def spread(values: Sequence[int]) -> int:
    """Return the median deviation from the median."""
    center = middle(values)
    return middle([abs(value - center) for value in values])


def upper_limit(values: Sequence[int]) -> int:
    """Return the amount, rounded up to two digits, that hardly any value reaches."""
    center = middle(values)
    return _rounded_up(max(center + _FAR * spread(values), _TIMES * center))


def lower_limit(values: Sequence[int]) -> int:
    """Return the amount below which one is unusual, as where the point was set wrongly."""
    return middle(values) // (_TIMES * _TIMES)


def _rounded_up(value: int) -> int:
    step: int = 10 ** max(0, len(str(value)) - 2)
    return -(-value // step) * step
