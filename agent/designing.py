"""Flows as cards, for the designer: read, edited in the draft, and walked through by an event. Part of the one door.

A change goes into the same draft as the mapping's; what cannot work is refused there, or said on its card while the
flow is off.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.domain.cases.case import site_view
from agent.domain.conditions import BadConditionError, Group, expression_of
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.facts import Facts
from agent.domain.flow_cards import (
    CardPlace,
    ConditionRead,
    Content,
    FlowSeen,
    Section,
    cards_of,
    condition_read,
    seeds_of,
)
from agent.domain.flow_set import Entry, FlowSet
from agent.domain.flow_writing import begun, with_card, with_moved_card, with_new_card, with_switched_card, without_card
from agent.domain.flows import BadFlowError, Flow, Step
from agent.domain.kinds import Kind
from agent.domain.mapping import Edited, MappingContent
from agent.domain.setup import AnswerField, answers_of
from agent.domain.sources import Source, sources_of
from agent.domain.walking import Walk, Walker, event_of, walk
from agent.mappings import Mappings, unusable
from agent.ports import Decided

#: Most events that are offered for a walk.
_MOST_EVENTS = 20


@dataclass(frozen=True, slots=True)
class Designing:
    """Queries and commands about flows as cards.

    Attributes:
        mapping: The mapping with its draft.
        decided: Decisions with their facts.
        examples: Gives an invented event of each subject.
    """

    mapping: Mappings
    decided: Decided
    examples: Callable[[], Mapping[str, Facts]] = dict

    # -- queries

    def flows(self) -> tuple[FlowSeen, ...]:
        """Return all flows in the order in which they are asked, as the draft has them where there is one."""
        content = self._content()
        site = site_view(content.policy)
        return tuple(_seen(entry, site) for entry in content.flows.entries)

    def text(self, name: str) -> str:
        """Return a flow as TOML. Raises ``NeedsPerson`` when there is none."""
        return self._entry(self._content(), name).text

    def sources(self, name: str) -> tuple[Source, ...]:
        """Return what the conditions of a flow can compare. Raises ``NeedsPerson`` when there is none."""
        subject = self._entry(self._content(), name).flow.subject
        return tuple(sources_of(subject).values())

    def kinds(self, name: str) -> tuple[Kind, ...]:
        """Return the kinds of documents that a new step of a flow can make."""
        content = self._content()
        return tuple(self._seeds(content, self._entry(content, name).flow))

    def condition(self, name: str, expression: str) -> ConditionRead:
        """Return a condition as rows, or what is wrong with it and where. Raises ``NeedsPerson`` without the flow."""
        content = self._content()
        return condition_read(self._entry(content, name).flow, expression, site_view(content.policy))

    @staticmethod
    def expression(rows: Group) -> str:
        """Return the expression that says the same as rows.

        Raises:
            NeedsPerson: When a value does not fit its operator; the message names the row.
        """
        try:
            return expression_of(rows)
        except BadConditionError as error:
            press = "Nothing was changed. Correct the row."
            raise NeedsPerson(Problem("The row cannot work", str(error), press, "condition.unusable")) from error

    def tried(self, name: str, place: CardPlace, content: Content) -> tuple[str, ...]:
        """Return what would keep a card from working if it said something else; nothing is changed by it."""
        before = self._content()
        try:
            text = with_card(self._entry(before, name).text, place, content)
        except BadFlowError as error:
            return (str(error),)
        flow = replace(self._entry(before, name), text=text).flow
        found = {card.place: card.problems for card in cards_of(flow, site_view(before.policy))}
        return found.get(place, ())

    def walkers(self, name: str) -> tuple[Walker, ...]:
        """Return the events that a flow may have to do with, newest first; an example where nothing was decided."""
        content = self._content()
        subject = self._entry(content, name).flow.subject
        asked = [flow.name for flow in _flows(content) if flow.subject == subject]
        found: dict[str, Facts] = {}
        for facts in (one for flow in (*asked, "") for one in self._decided(flow)):
            if facts.stripe.subject_type == subject:
                found.setdefault(facts.stripe.subject, facts)
        newest = sorted(found.values(), key=lambda facts: -facts.read_at)[:_MOST_EVENTS]
        mapping = content.revision(0)
        if newest:
            return tuple(Walker(event_of(facts, mapping), facts) for facts in newest)
        example = self.examples().get(subject)
        return (Walker(event_of(example, mapping), example, is_example=True),) if example else ()

    def walk(self, name: str, facts: Facts) -> Walk:
        """Return how an event goes through a flow; nothing is written. Raises ``NeedsPerson`` without the flow."""
        content = self._content()
        return walk(self._entry(content, name).flow, facts, content.revision(0))

    # -- commands; all of them change the draft, and give back what undoes them

    def switch(self, name: str, *, on: bool) -> Edited:
        """Switch a flow on or off."""
        return self._change(lambda flows: flows.switched(name, on=on))

    def order(self, names: Sequence[str]) -> Edited:
        """Put the flows with these names first, in this order."""
        return self._change(lambda flows: flows.ordered(names))

    def remove(self, name: str) -> Edited:
        """Remove one of the site's own flows."""
        return self._change(lambda flows: flows.removed(name))

    def take(self, text: str) -> Edited:
        """Take a flow from its TOML text, in the place of the one with its name."""
        return self._change(lambda flows: flows.put(text.removeprefix("\ufeff")))

    def begin(self, like: str, title: str, *, whole: bool) -> tuple[str, Edited]:
        """Begin a flow of the site's own, switched off: both would want the same money.

        Args:
            like: Name of the flow that it begins like.
            title: What it does, in words.
            whole: Whether it is a copy; else it has trigger, safeguards and the last document alone.

        Returns:
            Its name, and what undoes it.
        """
        made = _free_name(title, self._content().flows.names)

        def change(flows: FlowSet) -> FlowSet:
            copied = flows.copied(like, made)
            return copied.put(begun(copied.entry(made).text, made, title, whole=whole))

        return made, self._change(change)

    def set_card(self, name: str, place: CardPlace, content: Content) -> Edited:
        """Let a card say something else."""
        return self._edit(name, lambda text: with_card(text, place, content))

    def add_card(self, name: str, section: Section, content: Content) -> Edited:
        """Add a card at the end of its section."""
        return self._edit(name, lambda text: with_new_card(text, section, content))

    def add_step(self, name: str, kind: Kind) -> Edited:
        """Add a step that makes a kind of document, with the field map that another flow has for it.

        Raises:
            NeedsPerson: When no flow about this subject makes that kind.
        """
        content = self._content()
        flow = self._entry(content, name).flow
        seed = self._seeds(content, flow).get(kind)
        if seed is None:
            message = f"No flow about a {flow.subject.replace('_', ' ')} makes a {kind.value.replace('_', ' ')}."
            raise NeedsPerson(Problem("No such step", message, "Choose another document.", "flow.no_seed"))
        purposes = {step.purpose for step in flow.steps if step.kind is kind}
        return self.add_card(name, Section.STEP, replace(seed, off=False, purpose=_other(seed.purpose, purposes)))

    def move_card(self, name: str, place: CardPlace, to: int) -> Edited:
        """Put a card at another place of its section, from 1."""
        return self._edit(name, lambda text: with_moved_card(text, place, to))

    def switch_card(self, name: str, place: CardPlace, *, on: bool) -> Edited:
        """Switch a card on or off; what is off is kept and never asked."""
        return self._edit(name, lambda text: with_switched_card(text, place, on=on))

    def remove_card(self, name: str, place: CardPlace) -> Edited:
        """Remove a card."""
        return self._edit(name, lambda text: without_card(text, place))

    def use_template(
        self, template: str, fields: Sequence[AnswerField], texts: Mapping[tuple[str, str], str]
    ) -> Edited:
        """Put what a template and its answers make of the flows and settings into the draft.

        Args:
            template: Name of the template.
            fields: The places for its answers.
            texts: Question and entry -> the answer that stands there.
        """
        kept = self.mapping.draft()
        self.mapping.use_template(template, answers_of(fields, texts), draft=True)
        return Edited(kept, self._content())

    def undo(self, edited: Edited) -> None:
        """Let the draft be as it was before a change.

        Raises:
            NeedsPerson: When somebody has changed it since.
        """
        kept = self.mapping.draft()
        if kept is None or kept.text() != edited.after.text():
            message = "The draft was changed since, so this would undo more than you see."
            press = "Nothing was changed. Discard the draft, or change it back by hand."
            raise NeedsPerson(Problem("It cannot be undone any more", message, press, "draft.changed"))
        if edited.before is None:
            self.mapping.discard_draft()
        else:
            self.mapping.change(edited.before, "", draft=True)

    # -- within

    def _content(self) -> MappingContent:
        return self.mapping.draft() or self.mapping.content()

    def _entry(self, content: MappingContent, name: str) -> Entry:
        try:
            return content.flows.entry(name)
        except BadFlowError as error:
            raise NeedsPerson(unusable(error)) from error

    def _seeds(self, content: MappingContent, flow: Flow) -> Mapping[Kind, Step]:
        shipped = FlowSet().with_shipped(self.mapping.shipped.flows())
        return seeds_of([flow, *_flows(content), *(entry.flow for entry in shipped.entries)], flow.subject)

    def _decided(self, flow: str) -> Sequence[Facts]:
        return self.decided.of_flow(self.mapping.content().policy.text("syspro.company"), flow, _MOST_EVENTS)

    def _edit(self, name: str, edit: Callable[[str], str]) -> Edited:
        return self._change(lambda flows: flows.put(edit(flows.entry(name).text)))

    def _change(self, change: Callable[[FlowSet], FlowSet]) -> Edited:
        kept = self.mapping.draft()
        before = kept or self.mapping.content()
        try:
            after = replace(before, flows=change(before.flows))
        except BadFlowError as error:
            raise NeedsPerson(unusable(error)) from error
        self.mapping.change(after, "", draft=True)
        return Edited(kept, after)


def _seen(entry: Entry, site: Mapping[str, object]) -> FlowSeen:
    flow = entry.flow
    cards = cards_of(flow, site)
    return FlowSeen(flow.name, flow.title, flow.subject, tuple(sorted(flow.modes)), entry.on, entry.shipped, cards)


def _flows(content: MappingContent) -> Iterator[Flow]:
    return (entry.flow for entry in content.flows.entries)


def _free_name(title: str, taken: Sequence[str]) -> str:
    """Return a name for a flow with a title: small letters and digits, taken by none."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _other(re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "flow", taken)


def _other(name: str, taken: Sequence[str] | set[str]) -> str:
    """Return a name that is not taken: the name itself, or with the first number that is free."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
