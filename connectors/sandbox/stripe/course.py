"""What is still to come in a sandbox's trade: an agenda that goes on from one stretch of time to the next."""

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from connectors.sandbox.stripe.store import Obj, Store
from connectors.sandbox.stripe.traded import Traded

if TYPE_CHECKING:
    from connectors.sandbox.stripe.sandbox import StripeSandbox

HOUR_S = 3_600
DAY_S = 86_400
_KEPT_UNDER = "course"

#: What a step is told: ids, kinds, minor units, seconds. It is kept as JSON between two stretches.
Told: TypeAlias = str | int


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One thing to do at a Unix second; ``number`` decides among those of the same second."""

    at: int
    number: int
    verb: str
    told: tuple[Told, ...]


@dataclass(slots=True)
class Course:
    """The state of the trade.

    Attributes:
        until_at: Unix second up to which everything has happened; 0 before the first stretch.
        stretches: How many stretches there were.
        number: Number of the next step.
        steps: What is to come, as a heap.
        claimed: Charges that a story is told about; no second one may meet them.
        seen: Kinds of stories that were begun, so that each is begun once before any comes again.
        untold: Charges of stretches that went without refunds, and of those without disputes; made up for later.
    """

    until_at: int = 0
    stretches: int = 0
    number: int = 0
    steps: list[Step] = field(default_factory=list)
    claimed: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    untold: dict[str, int] = field(default_factory=dict)

    def add(self, at: int, verb: str, *told: Told) -> None:
        """Put a step on the agenda."""
        heapq.heappush(self.steps, Step(at, self.number, verb, told))
        self.number += 1

    def due(self, until_at: int) -> Iterator[Step]:
        """Yield what is to be done up to and with ``until_at``, oldest first; what is added meanwhile has its turn."""
        while self.steps and self.steps[0].at <= until_at:
            yield heapq.heappop(self.steps)

    def first_time(self, kind: str) -> bool:
        """Return whether a kind was not begun yet, and note that it now is."""
        new = kind not in self.seen
        self.seen.add(kind)
        return new


def load_course(store: Store) -> Course:
    """Return the course that is kept in a sandbox's file; a new one when there is none."""
    kept = store.read_meta(_KEPT_UNDER)
    if kept is None:
        return Course()
    steps = [Step(at, number, verb, tuple(told)) for at, number, verb, told in kept["steps"]]
    claimed, seen = set(kept["claimed"]), set(kept["seen"])
    return Course(kept["until_at"], kept["stretches"], kept["number"], steps, claimed, seen, kept["untold"])


def keep_course(store: Store, course: Course) -> None:
    """Keep the course in the sandbox's file."""
    body: Obj = {
        "until_at": course.until_at,
        "stretches": course.stretches,
        "number": course.number,
        # A sorted list is a heap.
        "steps": [[step.at, step.number, step.verb, list(step.told)] for step in sorted(course.steps)],
        "claimed": sorted(course.claimed),
        "seen": sorted(course.seen),
        "untold": course.untold,
    }
    store.write_meta(_KEPT_UNDER, body)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the stories of one stretch are told.

    Attributes:
        sandbox: The account.
        course: What was and what is to come.
        chance: Source of every choice.
        since_at: Start of the stretch, Unix second.
        until_at: Its end.
        made: What it came to.
        without: What does not happen in it: ``refunds``, ``disputes``.
        rare: Whether rare things happen, too (see ``aftermath_rare``).
    """

    sandbox: "StripeSandbox"
    course: Course
    chance: random.Random
    since_at: int
    until_at: int
    made: Traded
    without: frozenset[str] = frozenset()
    rare: bool = False

    def ended(self, kind: str) -> None:
        """Count a story that came to its end."""
        self.made.kinds[kind] = self.made.kinds.get(kind, 0) + 1

    def object(self, object_id: str) -> Obj:
        """Return one of the sandbox's objects as it is."""
        return self.sandbox.engine.get(object_id)

    def at_share(self, percent: int) -> int:
        """Return the moment at which ``percent`` of the stretch is over."""
        return self.since_at + (self.until_at - self.since_at) * percent // 100

    def between(self, fewest_s: int, most_s: int) -> int:
        """Draw a number of seconds."""
        return self.chance.randrange(fewest_s, most_s + 1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A charge that a story may be told about.

    Attributes:
        charge: The charge.
        money_at: Unix second at which its money came.
    """

    charge: Obj
    money_at: int


def candidates(scene: Scene) -> list[Candidate]:
    """Return every charge with money that no story is told about, in an order of chance."""
    store = scene.sandbox.engine.store
    sql = "SELECT id, created FROM objects WHERE kind = 'balance_transaction'"
    money_at = {str(row[0]): int(row[1]) for row in store.rows(sql)}
    found = [
        Candidate(charge, money_at[charge["balance_transaction"]])
        for charge in store.all_of("charge")
        if charge["balance_transaction"] is not None
        and charge["status"] == "succeeded"
        and not charge["disputed"]
        and not charge["amount_refunded"]
        and charge["id"] not in scene.course.claimed
    ]
    scene.chance.shuffle(found)
    return found
