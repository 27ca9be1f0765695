"""What is different between two mappings, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from agent.domain.flow_set import Entry
from agent.domain.flows import Flow, Step
from agent.domain.mapping import MappingContent
from agent.domain.rules import Rule
from agent.domain.settings import SETTINGS, TABLES

#: A part of a flow: what it is called, and what it says in words.
_Said = Mapping[str, str]

#: A part of a flow -> its attribute that a person reads.
_WORDING = {"gate": "reason", "hold": "reason", "notify": "text"}


def difference(before: MappingContent, after: MappingContent) -> tuple[str, ...]:
    """Return one line for each thing that ``after`` has otherwise than ``before``; empty where both say the same."""
    return (*_settings(before, after), *_flows(before, after))


def _settings(before: MappingContent, after: MappingContent) -> Iterator[str]:
    was, now = before.policy.deciding(), after.policy.deciding()
    for name in sorted(was.keys() | now.keys()):
        if SETTINGS[name].type in TABLES:
            # A table reads entry by entry; how its text is written says nothing.
            tables = before.policy.table(name), after.policy.table(name)
            yield from (f"Setting {name}, {line}" for line in _parts(*tables))
        elif was.get(name) != now.get(name):
            yield f"Setting {name}: {was.get(name)!r} -> {now.get(name)!r}"


def _flows(before: MappingContent, after: MappingContent) -> Iterator[str]:
    was, now = _by_name(before), _by_name(after)
    for name in (*was, *(name for name in now if name not in was)):
        if name not in now:
            yield f"Flow {name}: removed"
        elif name not in was:
            yield f"Flow {name}: added{'' if now[name].on else ', switched off'}"
        else:
            yield from (f"Flow {name}: {line}" for line in _entry(was[name], now[name]))
    stayed = [[name for name in names if name in was and name in now] for names in (was, now)]
    if stayed[0] != stayed[1]:
        yield f"Order of the flows: {', '.join(stayed[0])} -> {', '.join(stayed[1])}"


def _by_name(content: MappingContent) -> dict[str, Entry]:
    return dict(zip(content.flows.names, content.flows.entries, strict=True))


def _entry(was: Entry, now: Entry) -> Iterator[str]:
    if was.on != now.on:
        yield "switched on" if now.on else "switched off"
    if was.text != now.text:
        lines = list(_parts(_said(was.flow), _said(now.flow)))
        # Comments and blanks say nothing, but the text that is kept is another one.
        yield from lines or ["its text, which says the same"]
    elif was.shipped != now.shipped:
        yield "as the program ships it" if now.shipped else "the site's own"


def _parts(was: _Said, now: _Said) -> Iterator[str]:
    for place in (*was, *(place for place in now if place not in was)):
        before, after = was.get(place, ""), now.get(place, "")
        if before != after:
            yield f"{place}: {before or '(nothing)'} -> {after or '(nothing)'}"


def _said(flow: Flow) -> _Said:
    """Return all that a flow says, by place."""
    return {
        "title": flow.title,
        "subject": flow.subject,
        "events": ", ".join(sorted(flow.events)),
        "trigger": flow.when,
        "modes": ", ".join(sorted(flow.modes)),
        **_named("gate", ((gate.code, gate) for gate in flow.gates)),
        "order of the gates": ", ".join(_counted([gate.code for gate in flow.gates])),
        **_named("hold", ((hold.code, hold) for hold in flow.holds)),
        "order of the holds": ", ".join(_counted([hold.code for hold in flow.holds])),
        **_named("notify", ((one.code, one) for one in flow.tellings)),
        **{f"table {name}, {key}": text for name, table in flow.tables.items() for key, text in table.items()},
        **{f"value {name}": _rule(rule) for name, rule in flow.values.items()},
        **_steps(flow.steps),
    }


def _named(what: str, parts: Iterable[tuple[str, Any]]) -> dict[str, str]:
    listed = list(parts)
    codes = _counted([code for code, _ in listed])
    said: dict[str, str] = {}
    for code, (_, part) in zip(codes, listed, strict=True):
        said[f"{what} {code}, when"] = part.when
        if part.off:
            said[f"{what} {code}, switched off"] = "yes"
        said[f"{what} {code}, {_WORDING[what]}"] = getattr(part, _WORDING[what])
        if what == "gate":
            said[f"{what} {code}, outcome"] = f"{part.outcome.value}{', asked again soon' if part.again else ''}"
    return said


def _steps(steps: Sequence[Step]) -> dict[str, str]:
    names = _counted([f"{step.kind.value} {step.purpose}" for step in steps])
    said = {"order of the steps": ", ".join(names)}
    for name, step in zip(names, steps, strict=True):
        said[f"step {name}, when"] = step.when or "always"
        if step.off:
            said[f"step {name}, switched off"] = "yes"
        said[f"step {name}, title"] = step.title
        said[f"step {name}, about"] = step.about
        said[f"step {name}, blocks"] = "yes" if step.blocks else "no"
        said |= {f"step {name}, {element}": _rule(rule) for element, rule in step.fields.items()}
        for kind, rules in step.lines.items():
            said |= {f"step {name}, {kind} line, {element}": _rule(rule) for element, rule in rules.items()}
    return said


def _rule(rule: Rule) -> str:
    return f"{rule.sentence()}, else {rule.default!r}" if rule.default != "" else rule.sentence()


def _counted(names: Sequence[str]) -> list[str]:
    """Return the names, the second of the same and so on with its number."""
    return [name if (n := names[: at + 1].count(name)) == 1 else f"{name} ({n})" for at, name in enumerate(names)]
