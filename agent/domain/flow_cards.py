"""A flow as connected cards, in the order in which it decides: trigger, conditions that stop it, steps, holds, notices.

The flow stays what it is, a text; a card is one part of it with its place and with what keeps it from working. Pure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from agent.domain.conditions import Group, condition_of
from agent.domain.decisions import Outcome
from agent.domain.expressions import BadExpressionError, compiled
from agent.domain.flow_checks import Finding, findings, wrong_name
from agent.domain.flows import Flow, Gate, Hold, Step, Telling
from agent.domain.kinds import Kind


class Section(Enum):
    """Which part of a flow a card is; the value is the part's name in its text."""

    TRIGGER = "trigger"
    STOP = "gates"
    """A condition that ends the decision."""
    STEP = "steps"
    """One document."""
    HOLD = "holds"
    """A condition under which the documents wait for approval."""
    NOTIFY = "notify"
    """A condition under which a person is told."""


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a card stands.

    Attributes:
        section: Its section.
        number: Its number there, from 1; the trigger is the first of its own.
    """

    section: Section
    number: int = 1


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a flow is about and what calls for a decision.

    Attributes:
        title: What the flow does, in words.
        subject: Stripe's ``object`` it decides about.
        events: Event types that call for a decision.
        modes: Posting modes whose subjects it wants; empty wants all.
        when: CEL condition; empty wants all.
    """

    title: str
    subject: str
    events: tuple[str, ...]
    modes: tuple[str, ...] = ()
    when: str = ""


#: What a card is about.
Content = Trigger | Gate | Step | Hold | Telling


@dataclass(frozen=True, slots=True)
class Card:
    """One card.

    Attributes:
        place: Where it stands.
        content: The part of the flow.
        problems: What keeps it from working, in words; empty where it can work, or is off.
        rows: Its condition as rows; ``None`` where it says more than rows can.
    """

    place: CardPlace
    content: Content
    problems: tuple[str, ...] = ()
    rows: Group | None = Group("all")

    @property
    def off(self) -> bool:
        """Whether the card is switched off."""
        return not isinstance(self.content, Trigger) and self.content.off


@dataclass(frozen=True, slots=True)
class FlowSeen:
    """One flow as the designer shows it.

    Attributes:
        name: Its name.
        title: What it does.
        subject: Stripe's ``object`` it decides about.
        modes: Posting modes it is for; empty for all.
        on: Whether it is asked.
        shipped: Whether it is as the program ships it; else it is the site's own.
        cards: Its cards, in the order in which it decides.
    """

    name: str
    title: str
    subject: str
    modes: tuple[str, ...]
    on: bool
    shipped: bool
    cards: tuple[Card, ...]

    @property
    def problems(self) -> int:
        """How many of its cards cannot work."""
        return sum(bool(card.problems) for card in self.cards)


@dataclass(frozen=True, slots=True)
class ConditionRead:
    """A condition as a person edits it.

    Attributes:
        expression: The CEL expression; empty always holds.
        rows: The same as rows; ``None`` where it says more than rows can, or cannot work.
        problem: Why it cannot work; empty where it can.
        line: Line of the place, from 1; 0 where it is the whole expression.
        column: Column of the place, from 1.
    """

    expression: str
    rows: Group | None
    problem: str = ""
    line: int = 0
    column: int = 0


#: How a finding calls the parts of a flow.
_CALLED = {"gate": Section.STOP, "step": Section.STEP, "hold": Section.HOLD, "notify": Section.NOTIFY}


def parts_of(flow: Flow) -> tuple[tuple[CardPlace, Content], ...]:
    """Return the parts of a flow that are cards, in the order in which it decides."""
    trigger = Trigger(flow.title, flow.subject, tuple(sorted(flow.events)), tuple(sorted(flow.modes)), flow.when)
    sections: tuple[tuple[Section, Sequence[Content]], ...] = (
        (Section.TRIGGER, (trigger,)),
        (Section.STOP, flow.gates),
        (Section.STEP, flow.steps),
        (Section.HOLD, flow.holds),
        (Section.NOTIFY, flow.tellings),
    )
    return tuple(
        (CardPlace(section, number), content)
        for section, contents in sections
        for number, content in enumerate(contents, start=1)
    )


def cards_of(flow: Flow, site: Mapping[str, object]) -> tuple[Card, ...]:
    """Return the cards of a flow, each with what keeps it from working.

    Args:
        flow: The flow.
        site: The deciding settings as flows see them, below ``site``.
    """
    said: dict[CardPlace, list[str]] = {}
    for finding in findings(flow, site):
        place, message = _placed(finding)
        said.setdefault(place, []).append(message)
    return tuple(
        Card(place, content, tuple(said.get(place, ())), _rows(content.when)) for place, content in parts_of(flow)
    )


def condition_read(flow: Flow, expression: str, site: Mapping[str, object]) -> ConditionRead:
    """Return a condition as rows where they can say it, or what is wrong with it and where.

    Args:
        flow: The flow it belongs to.
        expression: The CEL expression as it is typed.
        site: The deciding settings as flows see them, below ``site``.
    """
    text = expression.strip()
    if not text:
        return ConditionRead("", Group("all"))
    try:
        compiled(text)
    except BadExpressionError as error:
        return ConditionRead(text, None, error.why, error.line, error.column)
    wrong = wrong_name(flow, text, site)
    if wrong is not None:
        message, line, column = wrong
        return ConditionRead(text, None, message, line, column)
    return ConditionRead(text, condition_of(text))


def new_content(section: Section, code: str, when: str, sentence: str) -> Content:
    """Return what a new condition card says; without a condition it is off, because it could not work.

    Args:
        section: Its section: stop, hold or notify.
        code: Name of the cause.
        when: CEL condition; empty where a person has yet to say it.
        sentence: What a person reads.
    """
    off = not when
    if section is Section.STOP:
        return Gate(when, Outcome.HELD, sentence, code, off=off)
    if section is Section.HOLD:
        return Hold(when, sentence, code, off=off)
    return Telling(when, sentence, code, off=off)


def seeds_of(flows: Sequence[Flow], subject: str) -> dict[Kind, Step]:
    """Return, for each kind of document, a step about a subject that some flow has already: what a new one begins with.

    Args:
        flows: All flows.
        subject: Stripe's ``object``.
    """
    found: dict[Kind, Step] = {}
    for flow in flows:
        for step in flow.steps if flow.subject == subject else ():
            found.setdefault(step.kind, step)
    return found


def _rows(when: str) -> Group | None:
    return condition_of(when) if when else Group("all")


def _placed(finding: Finding) -> tuple[CardPlace, str]:
    """Return the card that a finding is about, with its message; what is about no card is the trigger's to say."""
    part, _, rest = finding.place.partition(", ")
    name, _, number = part.partition(" ")
    message = f"{rest}: {finding.message}" if rest else finding.message
    if name in _CALLED:
        return CardPlace(_CALLED[name], int(number.partition(" ")[0])), message
    return CardPlace(Section.TRIGGER), message if name == "trigger" else f"{finding.place}: {finding.message}"
