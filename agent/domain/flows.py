"""Flows: which events make which documents, and how their fields are filled. Data, read from TOML.

A flow has a trigger (the Stripe object it decides about and the event types that call for a decision), gates (checked
in order; the first that holds ends the decision with a reason) and steps (each makes one document from a field map).
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from agent.domain.decisions import Outcome
from agent.domain.expressions import BadExpressionError, compiled
from agent.domain.kinds import BODIES, Kind, OrderLine, targets_of
from agent.domain.rules import BadRuleError, Rule, parse_rule
from agent.domain.settings_table import POSTING_MODES

#: Version of the flow format that this program writes and reads.
FORMAT = 1

#: Line types of an order that a flow may map, each with fields of its own.
LINE_TYPES = ("stock", "non_stock", "freight", "charge", "comment")


class BadFlowError(ValueError):
    """The flow cannot work; the message names the flow, the place and the reason."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that ends the decision.

    Attributes:
        when: CEL condition.
        outcome: ``IGNORED``, ``WAITING`` or ``HELD``.
        reason: The sentence a person reads.
        code: The cause in machine form.
        again: Whether what is waited for may be there in a moment.
    """

    when: str
    outcome: Outcome
    reason: str
    code: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One document to make.

    Attributes:
        kind: What is posted.
        purpose: Part of the business key.
        when: CEL condition; empty always holds.
        about: ``payer`` (one for the customer in this currency) or ``subject`` (one for each payment).
        fields: SYSPRO element -> rule.
        lines: Line type -> SYSPRO element -> rule, for orders.
        title: Template of the title shown to people.
        blocks: Later documents of the lane need this one.
    """

    kind: Kind
    purpose: str
    when: str
    about: str
    fields: Mapping[str, Rule]
    lines: Mapping[str, Mapping[str, Rule]]
    title: str
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow as it is in force.

    Attributes:
        name: Its name, unique.
        title: What it does, in words.
        subject: Stripe's ``object`` it decides about.
        events: Event types that call for a decision.
        when: CEL condition for the flow to want the subject; empty wants all.
        modes: Posting modes whose subjects it wants; empty wants all.
        gates: Checked in order.
        steps: Made in order.
    """

    name: str
    title: str
    subject: str
    events: frozenset[str]
    when: str
    gates: tuple[Gate, ...]
    steps: tuple[Step, ...]
    modes: frozenset[str] = frozenset()


# Flows never change once they are read, and a payment that was sent is decided again with the flows of then.
@lru_cache(maxsize=128)
def parse_flow(text: str) -> Flow:
    """Return the flow that a TOML text describes.

    Raises:
        BadFlowError: With the place and the reason, when it cannot work.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFlowError(f"The flow is no TOML: {error}.") from error
    name = str(raw.get("name", "(without name)"))
    try:
        return _flow(raw)
    except (BadRuleError, BadExpressionError, KeyError, TypeError, ValueError) as error:
        missing = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise BadFlowError(f"Flow {name}: {missing}") from error


def check_exclusive(flows: Sequence[Flow]) -> None:
    """Do nothing where no two flows can want the same money in the same posting mode.

    A flow with a condition may stand before another one that takes the rest: the first that wants a subject has it.

    Args:
        flows: The active flows, in the order in which they are asked.

    Raises:
        BadFlowError: When two have one name, or one stands before another that could then never have anything.
    """
    if len({flow.name for flow in flows}) != len(flows):
        raise BadFlowError("Two flows have the same name.")
    for place, later in enumerate(flows):
        for earlier in flows[:place]:
            if earlier.subject == later.subject and earlier.when in {"", later.when} and _overlap(earlier, later):
                raise BadFlowError(_two_modes(earlier, later))


def _overlap(one: Flow, other: Flow) -> bool:
    return not one.modes or not other.modes or bool(one.modes & other.modes)


def _two_modes(earlier: Flow, later: Flow) -> str:
    shared = sorted((earlier.modes or later.modes) & (later.modes or earlier.modes)) or ["every mode"]
    return (
        f"The flows {earlier.name} and {later.name} are two posting modes for the same money: both want each"
        f" {later.subject.replace('_', ' ')} in {' and '.join(shared)}. Say in their triggers which modes each is for"
        ' (mode = ["orders"]), or remove one.'
    )


def wanted_events(flows: Iterable[Flow]) -> frozenset[str]:
    """Return the event types that any of ``flows`` is triggered by."""
    return frozenset().union(*(flow.events for flow in flows))


def _flow(raw: Mapping[str, Any]) -> Flow:
    if raw.get("format") != FORMAT:
        raise ValueError(f"format {raw.get('format')!r} is not {FORMAT}, the one this program reads.")
    trigger = raw["trigger"]
    when = str(trigger.get("when", ""))
    _compile(when)
    return Flow(
        name=str(raw["name"]),
        title=str(raw["title"]),
        subject=str(trigger["subject"]),
        events=frozenset(map(str, trigger["events"])),
        when=when,
        gates=tuple(_gate(gate) for gate in raw.get("gates", ())),
        steps=tuple(_step(number, step) for number, step in enumerate(raw["steps"], start=1)),
        modes=_modes(trigger.get("mode", [])),
    )


def _modes(raw: Sequence[str]) -> frozenset[str]:
    unknown = [mode for mode in raw if mode not in POSTING_MODES]
    if unknown:
        raise ValueError(f"there is no posting mode {unknown[0]!r}; there are {', '.join(POSTING_MODES)}.")
    return frozenset(raw)


def _gate(raw: Mapping[str, Any]) -> Gate:
    _compile(raw["when"])
    outcome = Outcome(raw["outcome"])
    if outcome is Outcome.DOCUMENTS:
        raise ValueError("a gate ends with ignored, waiting or held, not with documents.")
    return Gate(raw["when"], outcome, str(raw["reason"]), str(raw["code"]), bool(raw.get("again", False)))


def _step(number: int, raw: Mapping[str, Any]) -> Step:
    kind = Kind(raw["kind"])
    where = f"step {number} ({kind.value})"
    when = str(raw.get("when", ""))
    _compile(when)
    about = str(raw.get("about", "subject"))
    if about not in {"payer", "subject"}:
        raise ValueError(f"{where}: about is payer or subject, not {about!r}.")
    return Step(
        kind=kind,
        purpose=str(raw["purpose"]),
        when=when,
        about=about,
        fields=_field_map(where, BODIES[kind], raw["fields"]),
        lines=_line_maps(where, raw.get("lines", {})),
        title=str(raw["title"]),
        blocks=bool(raw.get("blocks", kind is Kind.CUSTOMER)),
    )


def _field_map(where: str, body: type[Any], raw: Mapping[str, Any]) -> dict[str, Rule]:
    targets = targets_of(body)
    unknown = [name for name in raw if name not in targets]
    if unknown:
        raise ValueError(f"{where}: there is no field {unknown[0]!r}; there are {', '.join(targets)}.")
    rules = {name: parse_rule(f"{where}, {name}", rule) for name, rule in raw.items()}
    absent = [name for name, (_, target) in targets.items() if target.required and name not in rules]
    if absent:
        raise ValueError(f"{where}: the required field {absent[0]} has no rule.")
    return rules


def _line_maps(where: str, raw: Mapping[str, Any]) -> dict[str, dict[str, Rule]]:
    unknown = [name for name in raw if name not in LINE_TYPES]
    if unknown:
        raise ValueError(f"{where}: there is no line type {unknown[0]!r}; there are {', '.join(LINE_TYPES)}.")
    return {name: _field_map(f"{where}, {name} line", OrderLine, rules) for name, rules in raw.items()}


def _compile(condition: str) -> None:
    if condition:
        compiled(condition)
