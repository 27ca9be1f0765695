"""Our references of the documents of a refund."""

from agent.domain.fitting import reference_for

#: Suffix of our reference -> what it is of.
_LETTERS = {
    "credit": "C",
    "rounding": "CR",
    "money": "M",
    "adjustment": "A",
    "invoice": "N",
    "cancel": "X",
    "lines": "XL",
    "debit": "D",
    "returned": "R",
    "returned_adjustment": "RA",
    "rest": "BA",
    "returned_rest": "DA",
}


def refund_reference(refund_id: str, name: str) -> str:
    """Return our reference of one document of a refund: ``credit``, ``money``, ``returned`` and the others."""
    letters = _LETTERS[name]
    return f"{reference_for(refund_id, 29 - len(letters))}.{letters}"


def money_references(refund_id: str) -> tuple[str, str]:
    """Return our references of the two documents that can take the money of a refund out of receivables."""
    return refund_reference(refund_id, "money"), refund_reference(refund_id, "adjustment")


def refund_references(refund_id: str) -> dict[str, str]:
    """Return all of them by name."""
    return {name: refund_reference(refund_id, name) for name in _LETTERS}
