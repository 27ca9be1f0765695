"""The steps of setting up, and what is kept of them between two visits."""

from dataclasses import dataclass, field
from enum import Enum

from agent.domain.errors import Problem
from agent.domain.setup.found import Access, Found
from agent.domain.setup.summary import PreviewSummary


class Step(Enum):
    """Where setting up stands."""

    ACCESS = "access"
    """Keys, addresses and passwords are entered and tried."""
    DISCOVER = "discover"
    """Both systems are looked around."""
    CONFIGURE = "configure"
    """A template is chosen and its questions are answered."""
    VALIDATE = "validate"
    """The last days are previewed."""
    LAUNCH = "launch"
    """All is ready; nothing posts before somebody says so."""
    LAUNCHED = "launched"
    """The agent works."""


class Look(Enum):
    """What the engine can be asked to look at while nothing is posted yet."""

    ACCESS = "access"
    """Every right of both connections."""
    DISCOVER = "discover"
    """Companies, lists of codes, months, formats of keys."""
    PREVIEW = "preview"
    """What the last days would become."""


class Approval(Enum):
    """What becomes of the first documents."""

    EVERY = "every"
    """Each waits for a person's approval until somebody ends that."""
    NONE = "no"
    """They are posted as they come."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A look that somebody asked for.

    Attributes:
        look: What to look at.
        command: Number of the command; 0 where nobody waits.
    """

    look: Look
    command: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a look.

    Attributes:
        at: When it ended, Unix seconds UTC.
        problem: What stood in its way; then there is nothing else.
        access: Of :attr:`Look.ACCESS`.
        found: Of :attr:`Look.DISCOVER`.
        preview: Of :attr:`Look.PREVIEW`.
    """

    at: int
    problem: Problem | None = None
    access: Access | None = None
    found: Found | None = None
    preview: PreviewSummary | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept between two visits.

    Attributes:
        step: Where it stands.
        template: Template that was chosen; empty before.
        test_company: Whether the SYSPRO company was chosen as a test company.
    """

    step: Step
    template: str = ""
    test_company: bool = False


@dataclass(frozen=True, slots=True)
class SetUpState:
    """All that a person sees of setting up.

    Attributes:
        step: Where it stands; :attr:`Step.LAUNCHED` where there is nothing to set up.
        begun: Whether somebody has begun.
        kept: What was chosen.
        told: By look, what came of the latest.
        looking: What is being looked at; ``None`` for nothing.
        progress: What of it is going on, in the engine's words; empty where nobody knows.
        missing: Required settings and secrets that are empty.
    """

    step: Step
    begun: bool
    kept: Kept
    told: dict[Look, Told] = field(default_factory=dict)
    looking: Look | None = None
    progress: str = ""
    missing: tuple[str, ...] = ()


def holds_back(kept: Kept | None) -> bool:
    """Return whether nothing may be read for posting, or posted, because somebody is still setting up."""
    return kept is not None and kept.step is not Step.LAUNCHED
