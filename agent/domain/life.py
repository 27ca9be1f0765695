"""The life of a document as a person follows it, from what Stripe told to the last thing that somebody did to it. Pure.

The attempts, and the row read back, stand beside it (:class:`agent.domain.readmodels.DocumentDetail`).
"""

from dataclasses import dataclass
from enum import Enum


class Life(Enum):
    """What happened."""

    TOLD = "told"
    """Stripe told of it by an event."""
    SWEPT = "swept"
    """It was found undecided in Stripe's journal, or the agent's own calendar asked for it."""
    ASKED = "asked"
    """A person asked for a fresh decision."""
    DECIDED = "decided"
    """A decision made it."""
    REPLACED = "replaced"
    """A later decision makes it otherwise."""
    WITHDRAWN = "withdrawn"
    """A later decision makes it no longer."""
    EDITED = "edited"
    """A person changed a field of it."""
    RELEASED = "released"
    """A person let it go, or had it sent again as it is."""
    INTERRUPTED = "interrupted"
    """The program stopped while it was being sent."""
    IGNORED = "ignored"
    """A person gave it up."""
    RESTORED = "restored"
    """A person took that back."""


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One step.

    Attributes:
        at: When, Unix seconds UTC; an event's by Stripe's clock.
        what: What happened.
        by: Who did it; empty where no person did.
        text: Event type and id, or what was changed, or why; may be empty.
        read_at: When the agent read an event; 0 for all else.
    """

    at: int
    what: Life
    by: str = ""
    text: str = ""
    read_at: int = 0
