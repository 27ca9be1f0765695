"""Disputes as banks decide them: inquiries closed or escalated, disputes lost, won, and still open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from connectors.sandbox.stripe.course import DAY_S, HOUR_S, Candidate, Scene
from connectors.sandbox.stripe.store import Obj

_LEAST = 300  # minor units


@dataclass(frozen=True, slots=True)
class DisputeStory:
    """How a dispute goes.

    Attributes:
        kind: Its name.
        inquiry: Whether it begins as an inquiry.
        then: Verb and days after the opening of each step that follows.
        at_the_end: Whether it is opened so late that it is open, with its due date ahead, when the stretch ends.
    """

    kind: str
    then: tuple[tuple[str, int], ...]
    inquiry: bool = False
    at_the_end: bool = False

    @property
    def span_s(self) -> int:
        """Seconds from its start to its end, at most."""
        return self.then[-1][1] * DAY_S


DISPUTE_STORIES = (
    DisputeStory("dispute_lost", (("close_lost", 8),)),
    DisputeStory("dispute_won", (("respond", 2), ("close_won", 11))),
    DisputeStory("dispute_inquiry_closed", (("close_lost", 6),), inquiry=True),
    DisputeStory("dispute_open", (("open_on", 0), ("close_lost", 8)), at_the_end=True),
    DisputeStory("dispute_inquiry_escalated", (("escalate", 3), ("close_lost", 10)), inquiry=True),
    DisputeStory("dispute_won_fee_returned", (("respond", 3), ("close_won_fee", 9))),
)
_STORY_OF: Mapping[str, DisputeStory] = {story.kind: story for story in DISPUTE_STORIES}


class DisputeStories:
    """Plans disputes and lets them happen."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @property
    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """The steps it knows: verb -> what to call with the moment and what the step was told."""
        return {
            "dispute": self._open,
            "open_on": self._open_on,
            "respond": self._respond,
            "escalate": self._escalate,
            "close_lost": self._close_lost,
            "close_won": self._close_won,
            "close_won_fee": self._close_won_fee,
        }

    def suits(self, _story: DisputeStory, found: Candidate) -> bool:
        """Return whether a story can be told about a charge: cards are disputed, and not for cents."""
        card = found.charge["payment_method_details"]["type"] == "card"
        return bool(card and found.charge["amount_captured"] >= _LEAST)

    def plan(self, story: DisputeStory, charge: Obj, at: int) -> None:
        """Put a story on the agenda, opened at ``at``."""
        self._scene.course.add(at, "dispute", story.kind, charge["id"])

    def _open(self, at: int, kind: str, charge: str) -> None:
        scene, story = self._scene, _STORY_OF[kind]
        dispute = scene.sandbox.trading.dispute(charge, at=at, inquiry=story.inquiry)
        scene.made.disputes += 1
        for verb, days in story.then:
            early_s = scene.between(0, 12 * HOUR_S) if days else 0
            scene.course.add(at + days * DAY_S - early_s, verb, dispute["id"], kind)

    def _open_on(self, _at: int, _dispute: str, kind: str) -> None:
        """Count a dispute as one that is open at the end."""
        self._scene.ended(kind)

    def _respond(self, at: int, dispute: str, _kind: str) -> None:
        evidence = {"uncategorized_text": "The goods were delivered and signed for."}
        self._scene.sandbox.trading.respond(dispute, evidence, at=at)

    def _escalate(self, at: int, dispute: str, _kind: str) -> None:
        self._scene.sandbox.trading.escalate(dispute, at=at)

    def _close_lost(self, at: int, dispute: str, kind: str) -> None:
        self._scene.sandbox.trading.close_dispute(dispute, won=False, at=at)
        self._scene.ended(f"{kind}_lost" if _STORY_OF[kind].at_the_end else kind)

    def _close_won(self, at: int, dispute: str, kind: str) -> None:
        self._scene.sandbox.trading.close_dispute(dispute, won=True, at=at)
        self._scene.ended(kind)

    def _close_won_fee(self, at: int, dispute: str, kind: str) -> None:
        self._scene.sandbox.trading.close_dispute(dispute, won=True, at=at, fee_returned=True)
        self._scene.ended(kind)
