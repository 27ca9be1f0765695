"""The field map of a flow as a person edits it: every target field with its rule, its sample and what is wrong. Pure.

A rule is changed in the flow's own text, whose comments and order stay; nothing is in force by it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Table

from agent.domain.bodies import fill
from agent.domain.cases import CASES
from agent.domain.cases.case import Case
from agent.domain.decide import add_own
from agent.domain.expressions import BadExpressionError
from agent.domain.facts import Facts
from agent.domain.fitting import DoesNotFitError
from agent.domain.flows import BadFlowError, Flow, Step, parse_flow
from agent.domain.json_reader import BadJsonError
from agent.domain.kinds import BODIES, Kind, OrderLine, Target, targets_of
from agent.domain.mapping import MappingRevision
from agent.domain.money import CurrencyMismatchError, UnknownCurrencyError
from agent.domain.rules import Rule, at_path
from agent.domain.sources import Source, SourceType, joined, sources_of

#: What facts may turn out to be; an example that cannot be used shows no samples.
UNUSABLE = (BadJsonError, UnknownCurrencyError, CurrencyMismatchError, DoesNotFitError, BadExpressionError)

#: Types of source fields that one field of SYSPRO can hold.
_SINGLE = frozenset(SourceType) - {SourceType.LIST, SourceType.TABLE}


@dataclass(frozen=True, slots=True)
class Spot:
    """A field map of a flow.

    Attributes:
        flow: Name of the flow.
        step: Number of the step, from 1.
        line: Line type of an order; empty for the document itself.
    """

    flow: str
    step: int
    line: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One target field.

    Attributes:
        target: Its declaration.
        rule: How it is filled; ``None`` for by nothing.
        sample: What the rule gives for the example; empty where it gives nothing, or there is none.
        problem: Why the rule gives nothing that SYSPRO could hold; empty where it does.
    """

    target: Target
    rule: Rule | None
    sample: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FieldMap:
    """One field map.

    Attributes:
        spot: Where it stands.
        kind: The kind of document.
        title: Title of the step, with its paths in braces.
        when: CEL condition of the step; empty always holds.
        rows: Every target field in SYSPRO's order, those with a rule first.
    """

    spot: Spot
    kind: Kind
    title: str
    when: str
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source field with what the example has there.

    Attributes:
        source: Its declaration.
        sample: What stands there; empty for nothing.
    """

    source: Source
    sample: str


def field_maps(flow: Flow) -> tuple[FieldMap, ...]:
    """Return all field maps of a flow, without samples."""
    found = []
    for number, step in enumerate(flow.steps, start=1):
        found.append(_map(Spot(flow.name, number), step, BODIES[step.kind], step.fields))
        found.extend(_map(Spot(flow.name, number, line), step, OrderLine, rules) for line, rules in step.lines.items())
    return tuple(found)


def sampled(shown: FieldMap, flow: Flow, facts: Facts, mapping: MappingRevision) -> FieldMap:
    """Return a field map with what each rule gives for an example; rules of lines give only what is no line's.

    Args:
        shown: The field map.
        flow: Its flow.
        facts: The example.
        mapping: What decides.
    """
    case = _case(flow, facts, mapping)
    if case is None:
        return shown
    body = OrderLine if shown.spot.line else BODIES[shown.kind]
    return replace(shown, rows=tuple(_sampled(row, body, case) for row in shown.rows))


def source_rows(
    flow: Flow, facts: Facts | None, mapping: MappingRevision, *, line: bool, found: Sequence[Source] = ()
) -> tuple[SourceRow, ...]:
    """Return the source fields that one target field can be filled from, with what the example has there.

    Args:
        flow: The flow.
        facts: The example; ``None`` for none.
        mapping: What decides.
        line: Whether the fields of an order's line are there as well.
        found: What the account's own history has.
    """
    case = _case(flow, facts, mapping) if facts is not None else None
    declared = sources_of(flow.subject, line=line)
    every = [one for one in joined(declared, found) if "*" not in one.path and one.type in _SINGLE]
    values: Mapping[str, Any] = case.values if case is not None else {}
    return tuple(SourceRow(source, in_words(at_path(values, source.path))) for source in every)


def with_rule(text: str, spot: Spot, element: str, rule: Rule | None) -> str:
    """Return the text of a flow in which a target field is filled otherwise.

    Args:
        text: The flow's TOML text.
        spot: The field map.
        element: SYSPRO's element name.
        rule: How it is filled; ``None`` for by nothing.

    Raises:
        BadFlowError: When the flow cannot work that way, or has no such field map.
    """
    document = tomlkit.parse(text)
    fields = _fields(document, spot)
    if rule is not None:
        fields[element] = inline(rule)
    elif element in fields:
        del fields[element]
    changed = tomlkit.dumps(document)
    parse_flow(changed)
    return changed


def _fields(document: tomlkit.TOMLDocument, spot: Spot) -> Table:
    steps = document.get("steps")
    if isinstance(steps, AoT) and 0 < spot.step <= len(steps):
        step = steps[spot.step - 1]
        found = step.get("lines", {}).get(spot.line) if spot.line else step.get("fields")
        if isinstance(found, Table):
            return found
    raise BadFlowError(f"The flow {spot.flow} has no such step or line.")


def inline(rule: Rule) -> InlineTable:
    """Return a rule as a flow's text has it."""
    written: dict[str, Any] = {rule.source: rule.value}
    if rule.key:
        written["key"] = rule.key
    if rule.default != "":
        written["default"] = rule.default
    if rule.transforms:
        written["transforms"] = list(rule.transforms)
    made = tomlkit.inline_table()
    made.update(written)
    return made


def _map(spot: Spot, step: Step, body: type[Any], rules: Mapping[str, Rule]) -> FieldMap:
    rows = [FieldRow(target, rules.get(element)) for element, (_, target) in targets_of(body).items()]
    return FieldMap(spot, step.kind, step.title, step.when, tuple(sorted(rows, key=lambda row: row.rule is None)))


def _sampled(row: FieldRow, body: type[Any], case: Case) -> FieldRow:
    if row.rule is None:
        return row
    element = row.target.element
    try:
        filled = fill(body, {element: row.rule}, case.values, case.scope)
    except (DoesNotFitError, BadExpressionError) as error:
        return replace(row, problem=str(error))
    value = filled.values[targets_of(body)[element][0]]
    problem = f"{element} is empty, and SYSPRO needs it." if filled.missing else ""
    return replace(row, sample=in_words(value), problem=problem)


def _case(flow: Flow, facts: Facts, mapping: MappingRevision) -> Case | None:
    """Return what paths and expressions see of an example; ``None`` where it cannot be used."""
    try:
        case = CASES[facts.stripe.subject_type](facts, mapping)
        add_own(flow, case)
    except UNUSABLE:
        return None
    return case


def in_words(value: object) -> str:
    """Return a value of the facts as a person reads it; empty for nothing, and for lists and tables."""
    if value is None or isinstance(value, (Mapping, list, tuple)):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
