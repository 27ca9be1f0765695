"""How much of its payment a refund gives back."""

from enum import StrEnum


class Share(StrEnum):
    """How much of a payment a refund gives back: a part, the rest after earlier ones, or all at once."""

    PART = "part"
    REST = "rest"
    ALL = "all"
