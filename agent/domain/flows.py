"""Flows: which events make which documents, and how their fields are filled. Data, read from TOML.

A flow has a trigger (the Stripe object it decides about and the event types that call for a decision), gates (checked
in order; the first that holds ends the decision with a reason), steps (each makes one document from a field map),
holds (conditions under which a person has to approve the documents first) and tellings (a person is told, and nothing
waits for it). Tables, and values that rules compute once,
may be named by all rules of the flow: ``table.NAME`` and ``value.NAME``.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from agent.domain.conditions import BadConditionError, condition_from, expression_of
from agent.domain.decisions import Outcome
from agent.domain.expressions import BadExpressionError, compiled
from agent.domain.kinds import BODIES, Kind, OrderLine, targets_of
from agent.domain.rules import BadRuleError, Rule, holes, parse_rule
from agent.domain.settings_table import POSTING_MODES
from agent.domain.tokens import names

#: Version of the flow format that this program writes and reads.
FORMAT = 1

#: Line types of an order that a flow may map, each with fields of its own.
LINE_TYPES = ("stock", "non_stock", "freight", "charge", "comment")


#: Names that each part of a flow's text may have.
_KEYS = {
    "the flow": "format name title trigger gates holds notify steps tables values",
    "trigger": "subject events mode when",
    "gate": "when outcome code reason again off",
    "hold": "when code reason off",
    "notify": "when code text off",
    "step": "kind purpose about when title blocks fields lines off",
}


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
        off: Whether it is switched off; what is off is kept and never asked.
    """

    when: str
    outcome: Outcome
    reason: str
    code: str
    again: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class Hold:
    """A condition under which the documents of a decision wait for a person's approval.

    Attributes:
        when: CEL condition.
        reason: The sentence a person reads.
        code: The cause in machine form.
        off: Whether it is switched off.
    """

    when: str
    reason: str
    code: str
    off: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A condition under which a person is told; nothing waits for it.

    Attributes:
        when: CEL condition; empty always holds.
        text: The sentence a person reads.
        code: The cause in machine form.
        off: Whether it is switched off.
    """

    when: str
    text: str
    code: str
    off: bool = False


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
        off: Whether it is switched off.
    """

    kind: Kind
    purpose: str
    when: str
    about: str
    fields: Mapping[str, Rule]
    lines: Mapping[str, Mapping[str, Rule]]
    title: str
    blocks: bool = False
    off: bool = False


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
        holds: Checked in order; the first that holds keeps the documents for approval.
        tellings: All that hold are told, once a subject.
        tables: Look-up tables by name.
        values: Rules of the flow's own values by name, each after those that it names.
    """

    name: str
    title: str
    subject: str
    events: frozenset[str]
    when: str
    gates: tuple[Gate, ...]
    steps: tuple[Step, ...]
    modes: frozenset[str] = frozenset()
    holds: tuple[Hold, ...] = ()
    tellings: tuple[Telling, ...] = ()
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    values: Mapping[str, Rule] = field(default_factory=dict)


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
    except (BadRuleError, BadConditionError, BadExpressionError, KeyError, TypeError, ValueError) as error:
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
    _check_format(raw.get("format"))
    _check_keys("the flow", raw)
    trigger = raw["trigger"]
    _check_keys("trigger", trigger)
    return Flow(
        name=str(raw["name"]),
        title=str(raw["title"]),
        subject=str(trigger["subject"]),
        events=frozenset(map(str, trigger["events"])),
        when=_condition("trigger", trigger.get("when", "")),
        gates=tuple(_gate(f"gate {number}", gate) for number, gate in enumerate(raw.get("gates", ()), start=1)),
        steps=tuple(_step(number, step) for number, step in enumerate(raw["steps"], start=1)),
        modes=_modes(trigger.get("mode", [])),
        holds=tuple(_hold(f"hold {number}", hold) for number, hold in enumerate(raw.get("holds", ()), start=1)),
        tellings=tuple(_telling(f"notify {at}", one) for at, one in enumerate(raw.get("notify", ()), start=1)),
        tables=_tables(raw.get("tables", {})),
        values=_values(raw.get("values", {})),
    )


def _check_format(written: object) -> None:
    if isinstance(written, int) and written > FORMAT:
        raise ValueError(
            f"format {written} is newer than {FORMAT}, the newest this program reads. Update the program, or export the"
            " flow from the version that it is for."
        )
    if written != FORMAT:
        raise ValueError(f"format {written!r} is not {FORMAT}, the one this program reads.")


def _check_keys(where: str, raw: Mapping[str, Any]) -> None:
    known = _KEYS[re.sub(r" \d.*", "", where)].split()
    unknown = [name for name in raw if name not in known]
    if unknown:
        raise ValueError(f"{where}: there is no {unknown[0]!r}; there are {', '.join(known)}.")


def _tables(raw: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    for name, table in raw.items():
        if not isinstance(table, Mapping) or not all(isinstance(entry, str) for entry in table.values()):
            raise ValueError(f"table {name}: a table has a text for each name.")
    return {name: dict(table) for name, table in raw.items()}


def _values(raw: Mapping[str, Any]) -> dict[str, Rule]:
    """Return the flow's own values, each after those that it names."""
    rules = {name: parse_rule(f"value {name}", rule) for name, rule in raw.items()}
    needs = {name: paths_of(rule) & {f"value.{other}" for other in rules} for name, rule in rules.items()}
    ordered: dict[str, Rule] = {}
    while len(ordered) < len(rules):
        ready = [name for name in rules if name not in ordered and needs[name] <= {f"value.{done}" for done in ordered}]
        if not ready:
            circle = ", ".join(name for name in rules if name not in ordered)
            raise ValueError(f"the values {circle} name each other in a circle, so none can be looked up first.")
        ordered |= {name: rules[name] for name in ready}
    return ordered


def paths_of(rule: Rule) -> frozenset[str]:
    """Return the paths that a rule reads."""
    if rule.source == "cel":
        return frozenset(name.path for name in names(rule.value))
    if rule.source == "template":
        return frozenset(holes(rule.value))
    return frozenset({"path": {rule.value}, "lookup": {rule.value, rule.key}}.get(rule.source, set()))


def _modes(raw: Sequence[str]) -> frozenset[str]:
    unknown = [mode for mode in raw if mode not in POSTING_MODES]
    if unknown:
        raise ValueError(f"there is no posting mode {unknown[0]!r}; there are {', '.join(POSTING_MODES)}.")
    return frozenset(raw)


def _gate(where: str, raw: Mapping[str, Any]) -> Gate:
    _check_keys(where, raw)
    outcome = Outcome(raw["outcome"])
    if outcome is Outcome.DOCUMENTS:
        raise ValueError(f"{where}: a gate ends with ignored, waiting or held, not with documents.")
    when = _condition(where, raw["when"])
    again = bool(raw.get("again", False))
    return Gate(when, outcome, str(raw["reason"]), str(raw["code"]), again, off=_off(where, raw))


def _hold(where: str, raw: Mapping[str, Any]) -> Hold:
    _check_keys(where, raw)
    return Hold(_condition(where, raw["when"]), str(raw["reason"]), str(raw["code"]), off=_off(where, raw))


def _telling(where: str, raw: Mapping[str, Any]) -> Telling:
    _check_keys(where, raw)
    return Telling(_condition(where, raw.get("when", "")), str(raw["text"]), str(raw["code"]), off=_off(where, raw))


def _step(number: int, raw: Mapping[str, Any]) -> Step:
    kind = Kind(raw["kind"])
    where = f"step {number} ({kind.value})"
    _check_keys(where, raw)
    about = str(raw.get("about", "subject"))
    if about not in {"payer", "subject"}:
        raise ValueError(f"{where}: about is payer or subject, not {about!r}.")
    return Step(
        kind=kind,
        purpose=str(raw["purpose"]),
        when=_condition(where, raw.get("when", "")),
        about=about,
        fields=_field_map(where, BODIES[kind], raw["fields"]),
        lines=_line_maps(where, raw.get("lines", {})),
        title=str(raw["title"]),
        blocks=bool(raw.get("blocks", kind is Kind.CUSTOMER)),
        off=_off(where, raw),
    )


def _off(where: str, raw: Mapping[str, Any]) -> bool:
    off = raw.get("off", False)
    if off is not True and off is not False:
        raise ValueError(f"{where}: off is true or false, not {off!r}.")
    return bool(off)


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


def _condition(where: str, raw: object) -> str:
    """Return a condition as CEL, whether it is written so or as rows."""
    try:
        text = raw if isinstance(raw, str) else expression_of(condition_from(raw))
        if text:
            compiled(text)
    except (BadConditionError, BadExpressionError) as error:
        raise ValueError(f"{where}: {error}") from error
    return text
