"""Legs and rate of a document that posts money which Stripe has converted."""

from typing import Any

from agent.domain.conversion import Conversion
from agent.domain.documents import Leg, Part


def conversion_parts(conversion: Conversion | None, key: str) -> tuple[tuple[Leg, ...], dict[str, Any]]:
    """Return the leg that is posted, with what SYSPRO's rate makes of it, and the attributes that say the rate.

    Args:
        conversion: The conversion; ``None`` where the currencies are the same.
        key: Key of the leg.
    """
    if conversion is None:
        return (Leg(key, Part.AMOUNT),), {}
    posted = conversion.posted.minor if conversion.rest else None
    return (Leg(key, Part.AMOUNT, posted),), {"exchange_rate": conversion.rate}
