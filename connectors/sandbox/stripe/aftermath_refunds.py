"""Refunds as shops make them: whole and in part, in several parts, by lines, waiting, failing."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from connectors.sandbox.stripe.course import DAY_S, HOUR_S, Candidate, Scene, Told
from connectors.sandbox.stripe.engine import Engine
from connectors.sandbox.stripe.refunds import RefundOrder
from connectors.sandbox.stripe.store import Obj, to_json

_ALL_LEFT = 0
_LEAST = 300  # minor units; less cannot be told apart in parts
_PART = (20, 60)  # per cent of the charge


@dataclass(frozen=True, slots=True)
class RefundStory:
    """How a refund goes.

    Attributes:
        kind: Its name.
        parts: Per cent of the charge of each refund; 0 draws a part, 100 is all that is left.
        pending: See ``RefundOrder.pending``.
        then: What becomes of it: ``finish_refund``, ``fail_refund``, or nothing more.
        wait_s: Seconds until then, fewest and most.
        by_lines: Whether it gives back a line of the sale and says so in its metadata.
    """

    kind: str
    parts: tuple[int, ...] = (100,)
    pending: str = ""
    then: str = ""
    wait_s: tuple[int, int] = (0, 0)
    by_lines: bool = False

    @property
    def span_s(self) -> int:
        """Seconds from its start to its end, at most."""
        return self.wait_s[1] + 2 * DAY_S * (len(self.parts) - 1)


_A_DAY_OR_TWO = (6 * HOUR_S, 2 * DAY_S)
REFUND_STORIES = (
    RefundStory("refund_full"),
    RefundStory("refund_part", (0,)),
    RefundStory("refund_lines", by_lines=True),
    RefundStory("refund_several_parts", (30, 25, 100)),
    RefundStory("refund_pending_succeeded", (0,), "processing", "finish_refund", _A_DAY_OR_TWO),
    RefundStory("refund_unfunded_succeeded", (0,), "insufficient_funds", "finish_refund", _A_DAY_OR_TWO),
    RefundStory("refund_pending_failed", (100,), "processing", "fail_refund", _A_DAY_OR_TWO),
    RefundStory("refund_succeeded_failed", (100,), "", "fail_refund", (2 * DAY_S, 5 * DAY_S)),
)
_STORY_OF: Mapping[str, RefundStory] = {story.kind: story for story in REFUND_STORIES}
_FOREIGN = RefundStory("refund_foreign", (0,))


class RefundStories:
    """Plans refunds and lets them happen."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @property
    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """The steps it knows: verb -> what to call with the moment and what the step was told."""
        return {"refund": self._refund, "finish_refund": self._finish, "fail_refund": self._fail}

    def suits(self, story: RefundStory, found: Candidate) -> bool:
        """Return whether a story can be told about a charge."""
        if found.charge["amount"] < _LEAST:
            return False
        return not story.by_lines or len(lines_of(self._scene.sandbox.engine, found.charge)) > 1

    def plan(self, story: RefundStory, charge: Obj, at: int) -> None:
        """Put a story on the agenda, its first refund at ``at``."""
        if story.by_lines:
            line = self._scene.chance.choice(lines_of(self._scene.sandbox.engine, charge))
            self._scene.course.add(at, "refund", story.kind, charge["id"], line_total(line), to_json(line))
            return
        for place, percent in enumerate(story.parts):
            share = percent or self._scene.chance.randrange(*_PART)
            amount = _ALL_LEFT if share == 100 else max(1, charge["amount_captured"] * share // 100)
            later = at + place * 2 * DAY_S
            last = "" if place + 1 < len(story.parts) else story.kind
            self._scene.course.add(later, "refund", last, charge["id"], amount, "", story.pending)

    def plan_foreign(self, charge: Obj, at: int) -> None:
        """Put the refund in part of a charge that was converted on the agenda."""
        self.plan(_FOREIGN, charge, at)

    def _refund(self, at: int, kind: str, charge: str, amount: int, line: str, pending: str = "") -> None:
        scene = self._scene
        reason = scene.chance.choice(("requested_by_customer", "requested_by_customer", "duplicate"))
        metadata = {"line_1": line} if line else {}
        order = RefundOrder(charge, amount or None, reason, metadata, pending or None)
        refund = scene.sandbox.trading.refund(order, at=at)
        scene.made.refunds += 1
        story = _STORY_OF.get(kind)
        if story is not None and story.then:
            scene.course.add(at + scene.between(*story.wait_s), story.then, refund["id"], kind)
        elif kind:
            scene.ended(kind)

    def _finish(self, at: int, refund: str, kind: str) -> None:
        self._scene.sandbox.trading.finish_refund(refund, at=at)
        self._scene.ended(kind)

    def _fail(self, at: int, refund: str, kind: str) -> None:
        self._scene.sandbox.trading.fail_refund(refund, at=at)
        self._scene.ended(kind)


def lines_of(engine: Engine, charge: Obj) -> list[dict[str, Any]]:
    """Return the lines that a charge names itself, in the form of the metadata of a bare charge (see ``tills``).

    They are in its metadata or in the amount details of its payment intent; other sales have none here.
    """
    if charge["payment_intent"] is None:
        return [json.loads(text) for name, text in charge["metadata"].items() if name.startswith("line_")]
    details = engine.row(charge["payment_intent"]).inner.get("amount_details_line_items", [])
    return [
        {
            "stock_code": line["product_code"],
            "quantity": line["quantity"],
            "unit_amount": line["unit_cost"],
            "discount_amount": line["discount_amount"] or 0,
            "tax_amount": line["tax"]["total_tax_amount"],
        }
        for line in details
    ]


def line_total(line: Mapping[str, Told]) -> int:
    """Return what a line added to its charge, minor units."""
    before = int(line["quantity"]) * int(line["unit_amount"]) - int(line["discount_amount"])
    return before + int(line["tax_amount"])
