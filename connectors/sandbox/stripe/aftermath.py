"""Weeks of trade with all that follows a sale: refunds, disputes, payouts, reserves, fees, in the order of time.

A sandbox's course may be told in several stretches: what is under way when one ends goes on in the next, and stories of
the next concern sales of all before it. Refunds by lines carry the line in their metadata as ``line_1``, in the form of
a bare charge (see ``tills``).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from connectors.sandbox.stripe.aftermath_account import OddStories, PayoutStories
from connectors.sandbox.stripe.aftermath_by_hand import ByHandStories
from connectors.sandbox.stripe.aftermath_disputes import DISPUTE_STORIES, DisputeStories
from connectors.sandbox.stripe.aftermath_rare import RareStories
from connectors.sandbox.stripe.aftermath_refunds import REFUND_STORIES, RefundStories
from connectors.sandbox.stripe.aftermath_tangles import TangleStories
from connectors.sandbox.stripe.course import (
    DAY_S,
    HOUR_S,
    Candidate,
    Course,
    Scene,
    candidates,
    keep_course,
    load_course,
)
from connectors.sandbox.stripe.generator import Market

if TYPE_CHECKING:
    from connectors.sandbox.stripe.sandbox import StripeSandbox
    from connectors.sandbox.stripe.store import Obj
    from connectors.sandbox.stripe.traded import Traded

_LEAST_STRETCH_S = 60
_REFUNDED_PERCENT = 11
_DISPUTED_PERCENT = 3
_AT_THE_END_S = 4 * DAY_S  # less than the seven days within which a dispute must be answered
_LATEST_S = 15 * DAY_S
_MAY_WAIT = frozenset({"refunds", "disputes"})
_CURRENCY_OF = {1: "eur", 3: "jpy"}  # of the second and the fourth story told; all others take what comes


class _Story(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def span_s(self) -> int: ...


StoryT = TypeVar("StoryT", bound=_Story)


class _Teller:
    """Chooses which stories are told about which charges, and lets the agenda happen."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._refunds = RefundStories(scene)
        self._disputes = DisputeStories(scene)
        self._payouts = PayoutStories(scene)
        self._odd = OddStories(scene, self._refunds.plan_foreign)
        self._rare = RareStories(scene)
        self._tangles = TangleStories(scene)
        self._by_hand = ByHandStories(scene)
        self._left: list[Candidate] = []

    def plan(self, charges: int, odd: Mapping[str, int]) -> None:
        """Put the stretch's stories on the agenda; ``charges`` is how many were made in it, ``odd`` more to come."""
        self._left = candidates(self._scene)
        refunds = self._count("refunds", charges, len(REFUND_STORIES), _REFUNDED_PERCENT)
        disputes = self._count("disputes", charges, len(DISPUTE_STORIES), _DISPUTED_PERCENT)
        for place, dispute in enumerate(self._choice(DISPUTE_STORIES, disputes)):
            suits, plan = self._disputes.suits, self._disputes.plan
            self._tell(dispute, suits, plan, _CURRENCY_OF.get(place), at_the_end=dispute.at_the_end)
        for place, refund in enumerate(self._choice(REFUND_STORIES, refunds)):
            self._tell(refund, self._refunds.suits, self._refunds.plan, _CURRENCY_OF.get(place))
        self._odd.plan(odd)
        if self._scene.rare:
            self._rare.plan()
            self._tangles.plan(self._left)
            self._by_hand.plan()
        self._payouts.plan(self._left)

    def _count(self, what: str, charges: int, each: int, percent: int) -> int:
        """Return how many stories to tell: each once where there are charges enough for it, or a share of them."""
        untold = self._scene.course.untold
        untold[what] = untold.get(what, 0) + charges
        if what in self._scene.without:
            return 0
        among = untold.pop(what)
        return max(min(each, among * each // 48), among * percent // 100)

    def happen(self) -> None:
        """Do everything that is due in the stretch, oldest first."""
        verbs: dict[str, Callable[..., None]] = {}
        told = (self._refunds, self._disputes, self._payouts, self._odd, self._rare, self._tangles, self._by_hand)
        for stories in told:
            verbs.update(stories.verbs)
        for step in self._scene.course.due(self._scene.until_at):
            verbs[step.verb](step.at, *step.told)

    def _choice(self, stories: Sequence[StoryT], count: int) -> list[StoryT]:
        """Return stories to tell: those that were never told first, then any."""
        new = [story for story in stories if story.kind not in self._scene.course.seen]
        return [*new, *(self._scene.chance.choice(stories) for _ in range(count - len(new)))][:count]

    def _tell(
        self,
        story: StoryT,
        suits: Callable[[StoryT, Candidate], bool],
        plan: Callable[[StoryT, Obj, int], None],
        currency: str | None = None,
        *,
        at_the_end: bool = False,
    ) -> None:
        """Tell a story about the first charge that suits it, if there is one, and let no other be told about that.

        A charge in ``currency`` goes before all others.
        """
        scene = self._scene
        span_s = 0 if at_the_end else story.span_s
        chosen = None
        for place, found in enumerate(self._left):
            first, last = self._room(found, span_s, at_the_end=at_the_end)
            if first < last and suits(story, found):
                preferred = currency in {None, found.charge["currency"]}
                chosen = (place, first, last) if preferred or chosen is None else chosen
                if preferred:
                    break
        if chosen is not None:
            place, first, last = chosen
            found = self._left.pop(place)
            scene.course.claimed.add(found.charge["id"])
            scene.course.seen.add(story.kind)
            plan(story, found.charge, scene.chance.randrange(first, last))

    def _room(self, found: Candidate, span_s: int, *, at_the_end: bool) -> tuple[int, int]:
        """Return between which Unix seconds a story of ``span_s`` seconds about a charge can begin."""
        scene = self._scene
        first = max(found.money_at + HOUR_S, scene.since_at + HOUR_S)
        if at_the_end:
            first = max(first, scene.until_at - _AT_THE_END_S)
        return first, min(first + _LATEST_S, scene.until_at - span_s - HOUR_S)


def _stretch(course: Course, since_at: int, until_at: int) -> tuple[int, int]:
    """Return the stretch to tell: it never goes back behind what was told.

    Raises:
        ValueError: When all of it was told already.
    """
    since_at = max(since_at, course.until_at)
    if since_at > until_at - _LEAST_STRETCH_S:
        raise ValueError(f"trade was told until {course.until_at} already, and a stretch lasts a minute at least")
    return since_at, until_at


def generate_course(  # noqa: PLR0913 - each says what else happens
    sandbox: StripeSandbox,
    *,
    charges: int,
    seed: int,
    since_at: int,
    until_at: int,
    without: Collection[str] = (),
    rare: bool = False,
) -> Traded:
    """Let the shop trade, and let everything follow that follows from trade.

    Whoever reads the sandbox meanwhile waits until all has happened. The clock is not moved.

    Args:
        sandbox: Where it happens; a course that it has already goes on.
        charges: How many charges succeed and are captured, converted and part-captured ones among them.
        seed: Where chance starts.
        since_at: Start, Unix second; never before the end of the stretch before.
        until_at: End, Unix second.
        without: ``refunds``, ``disputes`` or both, where they shall wait for a later stretch, which makes up for them.
        rare: Whether rare things happen, too: fees long after their charge, every kind of movement, payouts by hand,
            and such as fail and take money from the bank again and again.

    Raises:
        ValueError: When the stretch is shorter than a minute, or ``without`` names something else.
    """
    if not set(without) <= _MAY_WAIT:
        raise ValueError(f"only {sorted(_MAY_WAIT)} can wait for a later stretch, not {sorted(set(without))}")
    store = sandbox.engine.store
    with store.transaction():
        course = load_course(store)
        since_at, until_at = _stretch(course, since_at, until_at)
        name = f"trading {seed}" if not course.stretches else f"trading {seed}.{course.stretches}"
        odd = OddStories.charges_among(charges, first=not course.stretches)
        known = store.all_of("customer") if course.stretches else []
        returning = {customer["email"]: customer["id"] for customer in known if customer["email"]}
        market = Market(sandbox, name, since_at, until_at, returning)
        market.run(charges - sum(odd.values()))
        chance = random.Random(f"{name} aftermath")  # noqa: S311 - repeatable on purpose
        scene = Scene(sandbox, course, chance, since_at, until_at, market.made, frozenset(without), rare)
        for expires_at, charge in market.left_held:
            course.add(expires_at, "expire", charge)
        teller = _Teller(scene)
        teller.plan(charges, odd)
        teller.happen()
        market.made.charges.sort(key=lambda charge: (scene.object(charge)["created"], charge))
        course.until_at, course.stretches = until_at, course.stretches + 1
        keep_course(store, course)
    return market.made
