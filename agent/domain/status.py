"""One overall state from all that is open: the worst wins, with a count and a sentence. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from agent.domain.errors import Problem


class Overall(Enum):
    """What the tray shows, from worst to best."""

    MISCONFIGURED = "misconfigured"
    """A key, right, address or setting is wrong."""
    STOPPED = "stopped"
    """No engine runs, or it is silent."""
    IN_DOUBT = "in doubt"
    """Something was sent and its outcome is not known yet."""
    NEEDS_YOU = "needs you"
    """A person has to decide or change something."""
    OFFLINE = "offline"
    """Stripe or SYSPRO cannot be reached."""
    PAUSED = "paused"
    """A person paused it."""
    WORKING = "working"
    """Things are on their way."""
    PROVEN = "proven"
    """Everything is posted, and the last proof showed 0.00 on both sides."""
    IDLE = "idle"
    """Nothing to do, and nothing proven yet."""


@dataclass(frozen=True, slots=True)
class JobStatus:
    """The last round of one job.

    Attributes:
        name: Its name.
        at: When it started, Unix seconds UTC.
        done: How many items it moved on.
        problem: What stopped it early, if anything.
        misconfigured: Whether that stays until a key, right, address or setting is changed.
        every_s: Seconds from the start of one round to the next; 0 where that was not kept.
    """

    name: str
    at: int
    done: int
    problem: Problem | None
    misconfigured: bool = False
    every_s: int = 0


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the overall state is computed from.

    Attributes:
        engine_alive: Whether an engine gives signs of life.
        missing: Required settings and secrets that are empty.
        paused: Whether it is paused.
        waiting: Events and documents on their way.
        needs_you: Documents parked or held, decisions held, events set aside, open discrepancies.
        in_doubt: Documents in doubt.
        jobs: Last round of each job.
        proven_at: Unix seconds UTC of the latest proof that held, 0 when it did not or there is none.
        proof_failed: Whether the latest proof showed a difference.
        demo: Whether this home is a demo's; it asks for no key, and nobody waits for its engine.
        setting_up: Whether the site is not launched yet.
    """

    engine_alive: bool
    missing: tuple[str, ...]
    paused: bool
    waiting: int
    needs_you: int
    in_doubt: int
    jobs: tuple[JobStatus, ...]
    proven_at: int
    proof_failed: bool
    demo: bool = False
    setting_up: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The overall state.

    Attributes:
        overall: The state.
        count: How many things are behind it; 0 where counting makes no sense.
        sentence: What a bookkeeper would say.
    """

    overall: Overall
    count: int
    sentence: str


_OVER = "A finished demo; its sandboxes have ended with it."

_NOT_LAUNCHED = "Not launched yet: nothing is read or posted before the last page of the wizard."

_DIFFER = "Stripe and SYSPRO do not agree: the books show the difference."


def judge(now: Situation) -> Verdict:
    """Return the worst of all that is the case."""
    over = now.demo and not now.engine_alive
    misconfigured = [job.problem for job in now.jobs if job.problem and job.misconfigured]
    troubled = [job.problem for job in now.jobs if job.problem]
    candidates: Sequence[tuple[bool, Overall, int, str]] = (
        (
            bool(now.missing) and not now.demo,
            Overall.MISCONFIGURED,
            len(now.missing),
            f"Not set up yet: {', '.join(now.missing)}.",
        ),
        (now.setting_up and not now.demo, Overall.MISCONFIGURED, 0, _NOT_LAUNCHED),
        (bool(misconfigured), Overall.MISCONFIGURED, len(misconfigured), _first(misconfigured)),
        (now.proof_failed, Overall.NEEDS_YOU, 1, _DIFFER),
        (not now.engine_alive and not now.demo, Overall.STOPPED, 0, "No engine is running; nothing is read or posted."),
        (now.in_doubt > 0, Overall.IN_DOUBT, now.in_doubt, f"{_some(now.in_doubt)} in doubt; SYSPRO is searched."),
        (now.needs_you > 0, Overall.NEEDS_YOU, now.needs_you, f"{_some(now.needs_you)} waiting for you."),
        (bool(troubled), Overall.OFFLINE, len(troubled), _first(troubled)),
        (now.paused, Overall.PAUSED, 0, "Paused; nothing is read or posted."),
        (now.waiting > 0, Overall.WORKING, now.waiting, f"{_some(now.waiting)} on the way."),
        (now.proven_at > 0, Overall.PROVEN, 0, "All payments are posted; Stripe and SYSPRO agree to the cent."),
    )
    for holds, overall, count, sentence in candidates:
        if holds:
            return Verdict(overall, count, f"{_OVER} {sentence}" if over else sentence)
    return Verdict(Overall.IDLE, 0, f"{_OVER} Nothing to do." if over else "Nothing to do.")


def _first(problems: list[Problem]) -> str:
    return f"{problems[0].title}. {problems[0].message}" if problems else ""


def _some(count: int) -> str:
    return "1 thing is" if count == 1 else f"{count} things are"
