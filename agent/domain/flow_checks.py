"""Whether flows can work: every name is declared, every value fits its SYSPRO field. Asked before they are in force.

Reading a flow (:mod:`agent.domain.flows`) finds what is no flow at all; revisions that were in force once are read
again for ever. What is checked here may grow with the program, so it is asked only of what somebody wants to put in
force.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from agent.domain.flows import BadFlowError, Flow, Gate, Hold, Step, Telling, paths_of
from agent.domain.kinds import BODIES, FieldType, OrderLine, Target, targets_of
from agent.domain.rules import Rule, at_path, holes, written_length
from agent.domain.sources import Source, SourceType, is_group, nearest, source_at, sources_of
from agent.domain.sources_table import ROWS
from agent.domain.tokens import names

_Part = TypeVar("_Part", Gate, Hold, Telling, Step)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

#: Type of a target field -> types of source fields that it takes as they are.
_TAKES = {
    FieldType.TEXT: {SourceType.TEXT, SourceType.NUMBER, SourceType.DECIMAL, SourceType.DAY},
    FieldType.NUMBER: {SourceType.NUMBER, SourceType.DECIMAL},
    FieldType.MONEY: {SourceType.MONEY},
    FieldType.DAY: {SourceType.DAY},
    FieldType.YES_NO: {SourceType.YES_NO},
}

#: Transform -> the type that it gives.
_GIVES = {"date": SourceType.DAY, "money": SourceType.DECIMAL}

_NEEDS = {
    FieldType.NUMBER: "a number",
    FieldType.MONEY: "an amount with its currency, so the path of one",
    FieldType.DAY: "a day (the transform date makes one of a moment)",
    FieldType.YES_NO: "yes or no",
    FieldType.TEXT: "a text (the transform money makes one of an amount)",
}


#: The end of the paths that hold a reference of ours, one for each document.
_REFERENCE = re.compile(r"(?:.*[._])?reference(?:s\.\w+)?")

_OURS = (
    "holds our reference, by which SYSPRO is searched before anything is sent again. Another value could let one"
    " payment be taken for another, so it takes a reference of ours as it is, such as payment.reference."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a flow that cannot work.

    Attributes:
        flow: Name of the flow.
        place: Where in it: ``step 2 (receipt), Bank``.
        message: What is wrong, and what would be right.
    """

    flow: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"Flow {self.flow}: {self.place}: {self.message}"


def check_flow(flow: Flow, site: Mapping[str, object]) -> None:
    """Do nothing where a flow can work.

    Args:
        flow: The flow.
        site: The deciding settings as flows see them, below ``site``.

    Raises:
        BadFlowError: With the place and the reason of the first finding, and how many more there are.
    """
    found = findings(flow, site)
    if found:
        more = f" And {len(found) - 1} more." if len(found) > 1 else ""
        raise BadFlowError(f"{found[0]}{more}")


def findings(flow: Flow, site: Mapping[str, object]) -> tuple[Finding, ...]:
    """Return everything in a flow that cannot work, from its beginning to its end."""
    if flow.subject not in ROWS:
        message = f"there is no subject {flow.subject!r}; there are {', '.join(ROWS)}."
        return (Finding(flow.name, "trigger", message),)
    checking = _Checking(flow, {"site": site, "table": flow.tables})
    return tuple(Finding(flow.name, place, message) for place, message in checking.all())


def wrong_name(flow: Flow, expression: str, site: Mapping[str, object]) -> tuple[str, int, int] | None:
    """Return what is wrong with the first name in an expression that nothing has, with its line and column, from 1.

    Args:
        flow: The flow that the expression belongs to.
        expression: The CEL expression; it can be read.
        site: The deciding settings as flows see them, below ``site``.
    """
    checking, known = _Checking(flow, {"site": site, "table": flow.tables}), sources_of(flow.subject)
    unknown = (name for name in names(expression) if not checking.is_known(name.path, known))
    name = next(unknown, None)
    return (_no_field(name.path, known), name.line, name.column) if name else None


@dataclass(frozen=True, slots=True)
class _Checking:
    flow: Flow
    values: Mapping[str, object]

    def all(self) -> Iterator[tuple[str, str]]:
        known = sources_of(self.flow.subject)
        yield from self._conditions(known)
        for name, rule in self.flow.values.items():
            yield from ((f"value {name}", message) for message in self._names(rule, known))
        for number, step in _on(self.flow.steps):
            yield from self._step(f"step {number} ({step.kind.value})", step)
        yield from self._twice()

    def _conditions(self, known: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
        flow = self.flow
        said: list[tuple[str, str, tuple[str, ...]]] = [("trigger", flow.when, ())]
        said += [(f"gate {at}", gate.when, (gate.reason, gate.code)) for at, gate in _on(flow.gates)]
        said += [(f"hold {at}", hold.when, (hold.reason, hold.code)) for at, hold in _on(flow.holds)]
        said += [(f"notify {at}", one.when, (one.text, one.code)) for at, one in _on(flow.tellings)]
        said += [(f"step {at} ({step.kind.value})", step.when, (step.title,)) for at, step in _on(flow.steps)]
        for place, when, texts in said:
            if not when and place.startswith(("gate ", "hold ")):
                yield place, "has no condition; say when it holds."
            yield from ((place, message) for message in self._expression(when, known))
            unknown = (path for text in texts for path in holes(text) if not self.is_known(path, known))
            yield from ((place, _no_field(path, known)) for path in unknown)

    def _step(self, place: str, step: Step) -> Iterator[tuple[str, str]]:
        yield from self._fields(place, step.fields, BODIES[step.kind], line=False)
        for kind, rules in step.lines.items():
            yield from self._fields(f"{place}, {kind} line", rules, OrderLine, line=True)

    def _fields(self, place: str, rules: Mapping[str, Rule], body: type, *, line: bool) -> Iterator[tuple[str, str]]:
        known, targets = sources_of(self.flow.subject, line=line), targets_of(body)
        for element, rule in rules.items():
            name, target = targets[element]
            wrong = [*self._names(rule, known)] or [*self._fits(rule, target, known)]
            if not wrong and name == "reference" and not _is_reference(rule):
                wrong = [_OURS]
            yield from ((f"{place}, {element}", message) for message in wrong)

    def _names(self, rule: Rule, known: Mapping[str, Source]) -> Iterator[str]:
        if rule.source == "cel":
            yield from self._expression(rule.value, known)
            return
        for path in sorted(paths_of(rule)):
            if not self.is_known(path, known):
                yield _no_field(path, known)

    def _expression(self, expression: str, known: Mapping[str, Source]) -> Iterator[str]:
        for name in names(expression):
            if not self.is_known(name.path, known):
                yield _no_field(name.path, known, f"{name.path!r} (line {name.line}, column {name.column})")

    def is_known(self, path: str, known: Mapping[str, Source]) -> bool:
        root, _, rest = path.partition(".")
        if root == "value":
            return rest in self.flow.values
        if root == "table":
            return not rest or rest.partition(".")[0] in self.flow.tables
        return source_at(path, known) is not None or is_group(path, known)

    def _fits(self, rule: Rule, target: Target, known: Mapping[str, Source]) -> Iterator[str]:
        """Say why what a rule gives cannot stand in the field, as far as that is known beforehand."""
        if rule.source == "constant":
            yield from _constant(rule.value, target)
            return
        given = self._given(rule, known)
        if given is not None and not _takes(target, given, rule):
            yield f"takes {_NEEDS[target.type]}; {rule.sentence()} gives {given.type.value}."
        elif given is None and target.type is FieldType.MONEY:
            yield f"takes {_NEEDS[target.type]}; {rule.sentence()} gives none."
        if rule.source == "template" and written_length(rule.value) > target.length:
            yield f"has {target.length} characters; the template's own text has {written_length(rule.value)}."
        for text in self._written(rule):
            if _is_too_long(text, target, rule):
                yield f"has {target.length} characters; {text!r} has {len(text)}."

    def _given(self, rule: Rule, known: Mapping[str, Source]) -> Source | None:
        """Return the source field whose value a rule gives; ``None`` where only evaluating tells."""
        last = next((name for name in reversed(rule.transforms) if name in _GIVES), "")
        if last:
            return Source("", _GIVES[last], "")
        if rule.source == "path":
            return source_at(rule.value, known)
        return Source("", SourceType.TEXT, "") if rule.source == "template" else None

    def _written(self, rule: Rule) -> Iterable[str]:
        """Return the texts that settings and tables can give through a rule."""
        if rule.source not in {"path", "lookup"}:
            return ()
        found = at_path(self.values, rule.value)
        if rule.source == "lookup":
            return [*map(str, found.values()), str(rule.default)] if isinstance(found, Mapping) else ()
        return (found,) if isinstance(found, str) else ()

    def _twice(self) -> Iterator[tuple[str, str]]:
        """Say which steps make the same document: the second would take the place of the first."""
        made: dict[tuple[str, str], tuple[int, Step]] = {}
        for number, step in _on(self.flow.steps):
            key = (step.kind.value, step.purpose)
            earlier, first = made.setdefault(key, (number, step))
            if first is not step and first.when in {"", step.when}:
                message = f"makes the same document as step {earlier}; give it another purpose, or a condition to one."
                yield f"step {number} ({step.kind.value})", message


def _on(parts: Sequence[_Part]) -> Iterator[tuple[int, _Part]]:
    """Yield the parts that are asked, with their numbers; what is off may be unfinished."""
    return ((number, part) for number, part in enumerate(parts, start=1) if not part.off)


def _is_reference(rule: Rule) -> bool:
    """Say whether a rule gives a reference of ours, whole; what an expression chooses from has to have one."""
    if rule.transforms or rule.source not in {"path", "cel"}:
        return False
    return any(_REFERENCE.fullmatch(path) for path in paths_of(rule))


def _no_field(path: str, known: Mapping[str, Source], named: str = "") -> str:
    like = nearest(path, known)
    return f"there is no field {named or repr(path)}{f'; is {like!r} meant?' if like else '.'}"


def _takes(target: Target, given: Source, rule: Rule) -> bool:
    if given.type in _TAKES[target.type]:
        return True
    # What an account writes into its metadata may be a number; a day has to be made one.
    return target.type is FieldType.NUMBER and given.type is SourceType.TEXT and "*" in given.path and bool(rule.value)


def _constant(value: object, target: Target) -> Iterator[str]:
    text = str(value)
    if target.type is FieldType.MONEY:
        yield f"takes {_NEEDS[target.type]}; {value!r} is none."
    elif target.type is FieldType.YES_NO and not isinstance(value, bool):
        yield f"takes {_NEEDS[target.type]} (true or false); {value!r} is neither."
    elif target.type is FieldType.DAY and not _DAY.fullmatch(text):
        yield f"takes {_NEEDS[target.type]}; {value!r} is none."
    elif target.type is FieldType.NUMBER:
        yield from _number(text, target)
    elif target.type is FieldType.TEXT and len(text) > target.length:
        yield f"has {target.length} characters; {text!r} has {len(text)}."


def _number(text: str, target: Target) -> Sequence[str]:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return (f"takes {_NEEDS[target.type]}; {text!r} is none.",)
    if not number.is_finite() or abs(number) >= Decimal(10) ** target.whole:
        return (f"has {target.whole} digits before the point; {text} has more.",)
    return ()


def _is_too_long(text: str, target: Target, rule: Rule) -> bool:
    """Say whether a text that is known beforehand would be cut; what a rule cuts by itself is meant to be."""
    cuts = any(name.startswith("truncate:") for name in rule.transforms)
    return bool(target.length) and len(text) > target.length and not cuts
