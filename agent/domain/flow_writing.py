"""A flow's text as the cards of a person change it: added, moved, switched off, edited, removed. Pure.

What a card does not touch stays as it is written, comments among it. Nothing is in force by a change.
"""

from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from agent.domain.editing import inline
from agent.domain.flow_cards import CardPlace, Content, Section, Trigger
from agent.domain.flows import BadFlowError, Flow, Gate, Hold, Step, Telling, parse_flow
from agent.domain.kinds import Kind

#: Names of a card's values in the text, by the attribute.
_NAMES = {
    Gate: ("when", "outcome", "code", "reason", "again", "off"),
    Hold: ("when", "code", "reason", "off"),
    Telling: ("when", "code", "text", "off"),
    Step: ("kind", "purpose", "about", "when", "title", "blocks", "off"),
}

#: Values that are not written: what counts where nothing is said.
_UNSAID = {"again": False, "off": False, "blocks": False}


def with_card(text: str, place: CardPlace, content: Content) -> str:
    """Return the text of a flow in which a card says something else; the field map of a step stays.

    Raises:
        BadFlowError: When there is no such card, or it cannot be read that way.
    """
    flow, document = parse_flow(text), tomlkit.parse(text)
    if isinstance(content, Trigger):
        _write_trigger(document, flow, content)
        return _readable(document)
    before = _content(flow, place)
    if type(before) is not type(content):
        raise BadFlowError(f"The card {place.number} of {place.section.value} is another one.")
    table = _table(document, place)
    for name in _NAMES[type(content)]:
        if getattr(before, name) != getattr(content, name):
            _put(table, name, content)
    return _readable(document)


def with_new_card(text: str, section: Section, content: Content, *, before: int = 0) -> str:
    """Return the text of a flow with one card more.

    Args:
        text: The flow's TOML text.
        section: Where it goes.
        content: What it says.
        before: Number of the card that it comes before; 0 puts it last.

    Raises:
        BadFlowError: When it cannot be read that way.
    """
    document = tomlkit.parse(text)
    if not document.get(section.value, ()):
        document.pop(section.value, None)
        document.append(section.value, tomlkit.aot())
    tables = _section(document, section)
    tables.insert(before - 1 if before else len(tables), _new_table(content))
    return _readable(document)


def with_moved_card(text: str, place: CardPlace, to: int) -> str:
    """Return the text of a flow in which a card stands at another place of its section, from 1.

    Raises:
        BadFlowError: When there is no such card or place.
    """
    document = tomlkit.parse(text)
    moved = _table(document, place)
    tables = _section(document, place.section)
    if not 0 < to <= len(tables):
        raise BadFlowError(f"There is no place {to} among the {place.section.value}.")
    del tables[place.number - 1]
    tables.insert(to - 1, moved)
    return _readable(document)


def with_switched_card(text: str, place: CardPlace, *, on: bool) -> str:
    """Return the text of a flow in which a card is on or off.

    Raises:
        BadFlowError: When there is no such card, or it is the trigger.
    """
    document = tomlkit.parse(text)
    table = _table(document, place)
    if on:
        table.pop("off", None)
    else:
        table["off"] = True
    return _readable(document)


def without_card(text: str, place: CardPlace) -> str:
    """Return the text of a flow without a card.

    Raises:
        BadFlowError: When there is no such card, or it is the trigger or the last step.
    """
    document = tomlkit.parse(text)
    _table(document, place)
    tables = _section(document, place.section)
    if place.section is Section.STEP and len(tables) == 1:
        raise BadFlowError("A flow has at least one step. Switch the flow off, or remove all of it.")
    del tables[place.number - 1]
    if not tables:
        document.remove(place.section.value)
    return _readable(document)


def begun(text: str, name: str, title: str, *, whole: bool) -> str:
    """Return the text of a new flow that begins like an existing one.

    Args:
        text: Text of the flow that it begins like.
        name: The new one's name.
        title: What it does, in words.
        whole: Whether it is a copy. Else it keeps trigger and safeguards, and the last of the documents: without the
            safeguards it would post payments that failed.
    """
    document = tomlkit.parse(text)
    document["name"], document["title"] = name, title
    steps = document["steps"]
    while not whole and isinstance(steps, AoT) and len(steps) > 1:
        del steps[0]
    return _readable(document)


def _content(flow: Flow, place: CardPlace) -> Content:
    parts: Mapping[Section, tuple[Content, ...]] = {
        Section.STOP: flow.gates,
        Section.STEP: flow.steps,
        Section.HOLD: flow.holds,
        Section.NOTIFY: flow.tellings,
    }
    found = parts.get(place.section, ())
    if not 0 < place.number <= len(found):
        raise BadFlowError(_no_card(place))
    return found[place.number - 1]


def _section(document: tomlkit.TOMLDocument, section: Section) -> AoT:
    found = document.get(section.value)
    if not isinstance(found, AoT):
        name = document.get("name", "")
        raise BadFlowError(
            f"The flow {name} has its {section.value} not as [[{section.value}]], so that cards cannot change them."
        )
    return found


def _table(document: tomlkit.TOMLDocument, place: CardPlace) -> Table:
    if place.section is Section.TRIGGER or place.section.value not in document:
        raise BadFlowError(_no_card(place))
    tables = _section(document, place.section)
    if not 0 < place.number <= len(tables):
        raise BadFlowError(_no_card(place))
    return tables[place.number - 1]


def _no_card(place: CardPlace) -> str:
    return f"There is no card {place.number} among the {place.section.value}."


def _write_trigger(document: tomlkit.TOMLDocument, flow: Flow, content: Trigger) -> None:
    trigger = document["trigger"]
    assert isinstance(trigger, Table)
    if content.title != flow.title:
        document["title"] = content.title
    if set(content.events) != flow.events:
        trigger["events"] = list(content.events)
    if set(content.modes) != flow.modes:
        trigger["mode"] = list(content.modes)
    if content.when != flow.when:
        trigger["when"] = content.when


def _new_table(content: Content) -> Table:
    assert not isinstance(content, Trigger)
    table = tomlkit.table()
    for name in _NAMES[type(content)]:
        _put(table, name, content)
    if isinstance(content, Step):
        table["fields"] = _rules(content.fields)
        if content.lines:
            lines = tomlkit.table(is_super_table=True)
            for kind, rules in content.lines.items():
                lines[kind] = _rules(rules)
            table["lines"] = lines
    table.add(tomlkit.nl())
    return table


def _rules(rules: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for element, rule in rules.items():
        table[element] = inline(rule)
    return table


def _put(table: Table, name: str, content: Content) -> None:
    value = getattr(content, name)
    value = getattr(value, "value", value)
    unsaid = _UNSAID.get(name, "" if name == "when" and not isinstance(content, Gate | Hold) else None)
    if name == "blocks" and isinstance(content, Step) and content.kind is Kind.CUSTOMER:
        unsaid = True
    if value != unsaid:
        table[name] = value
    elif name in table:
        del table[name]


def _readable(document: tomlkit.TOMLDocument) -> str:
    """Return the text of a document that is a flow."""
    text = tomlkit.dumps(document)
    parse_flow(text)
    return text
