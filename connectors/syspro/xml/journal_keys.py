"""The key that our links keep for a journal, out of a reply whose element names differ from object to object."""

from connectors.syspro.xml.arstpy import journal_key
from connectors.syspro.xml.reply import Node


def key_below(place: Node | None) -> str:
    """Return ``year/period/journal``, such as ``2026/11/1234``, from the three numbers below ``place``.

    Args:
        place: The key element; ``None`` when the reply has none.

    Returns:
        Empty when one of the three is missing or is no number above zero.
    """
    texts = {} if place is None else place.texts()
    year = next((text for name, text in texts.items() if "year" in name), "")
    period = next((text for name, text in texts.items() if "month" in name or "period" in name), "")
    journal = next((text for name, text in texts.items() if "journal" in name), "")
    return journal_key(year, period, journal)
