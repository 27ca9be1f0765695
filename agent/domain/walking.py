"""One event walks through a flow, card by card: what each card saw and what came of it. Pure; nothing is written.

The deciding code decides (:func:`agent.domain.decide.decide`), with this flow alone; the cards only show what it saw on
its way: the same conditions on the same values.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from agent.domain.bodies import fill
from agent.domain.cases import CASES
from agent.domain.cases.case import Case
from agent.domain.decide import add_own, decide, text_of, wants
from agent.domain.decisions import Decision, Outcome
from agent.domain.documents import Draft, State
from agent.domain.editing import UNUSABLE, in_words
from agent.domain.expressions import BadExpressionError
from agent.domain.facts import Facts
from agent.domain.flow_cards import Card, CardPlace, Section, Trigger, parts_of
from agent.domain.flows import Flow, Gate, Hold, Step, Telling, paths_of
from agent.domain.kinds import BODIES, targets_of
from agent.domain.mapping import MappingRevision
from agent.domain.money import Money
from agent.domain.rules import at_path
from agent.domain.tokens import names

#: Reasons with which a decision ends before anybody is told.
_UNTOLD = frozenset({"no_flow", "facts.unusable", "currency.uncertain"})


class Said(Enum):
    """What came of one card."""

    WANTED = "wanted"
    """The trigger wants the event."""
    NOT_WANTED = "not_wanted"
    """The trigger leaves it to another flow."""
    PASSED = "passed"
    """The condition does not hold, so it goes on."""
    STOPPED = "stopped"
    """The condition holds, so it ends here."""
    MADE = "made"
    """The document is made."""
    NOT_MADE = "not_made"
    """The condition of the step does not hold."""
    SET_ASIDE = "set_aside"
    """The document is made, and cannot be posted as it is."""
    HELD = "held"
    """The documents wait for approval."""
    FREE = "free"
    """This condition holds nothing back."""
    TOLD = "told"
    """A person is told."""
    SILENT = "silent"
    """Nobody is told by this."""
    UNUSABLE = "unusable"
    """The condition cannot be answered for this event."""
    NOT_REACHED = "not_reached"
    """It ended before, or is held back by a card before."""
    OFF = "off"
    """The card is switched off."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one card saw and gave.

    Attributes:
        place: The card.
        said: What came of it.
        text: The sentence or title of it; empty for none.
        reads: Path and value of what its condition, or the rules of its step, read.
        gives: Field of SYSPRO and value of the document that it made.
    """

    place: CardPlace
    said: Said
    text: str = ""
    reads: tuple[tuple[str, str], ...] = ()
    gives: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """One event on its way through a flow.

    Attributes:
        subject: Stripe id of what was decided.
        outcome: How it ended.
        reason: Why, in a sentence; empty where documents were made and nothing holds them.
        seen: What each card saw, in the order of the cards.
    """

    subject: str
    outcome: Outcome
    reason: str
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An event that can walk through a flow.

    Attributes:
        subject: Stripe id.
        amount: The money at stake, if any.
        who: Who paid, or is paid; empty where nobody is known.
        at: When it moved, Unix seconds UTC.
    """

    subject: str
    amount: Money | None
    who: str
    at: int


@dataclass(frozen=True, slots=True)
class Walker:
    """An event that can walk through a flow.

    Attributes:
        event: What a person recognises it by.
        facts: What a decision about it is based on.
        is_example: Whether it is invented, because nothing was decided yet.
    """

    event: Event
    facts: Facts
    is_example: bool = False


def event_of(facts: Facts, mapping: MappingRevision) -> Event:
    """Return what a person recognises an event by; of facts that cannot be used, its id alone."""
    try:
        case = CASES[facts.stripe.subject_type](facts, mapping)
    except UNUSABLE:
        return Event(facts.stripe.subject, None, "", facts.read_at)
    return Event(case.id, case.amount, in_words(at_path(case.values, "payer.name")), case.created_at)


def walk(flow: Flow, facts: Facts, mapping: MappingRevision) -> Walk:
    """Return how an event goes through a flow, whether or not another flow would have had it first.

    Args:
        flow: The flow; it may be off.
        facts: What the decision is based on.
        mapping: The settings that decide.
    """
    decision = decide(facts, replace(mapping, flows=(flow,)))
    cards = tuple(Card(place, content) for place, content in parts_of(flow))
    try:
        case = CASES[facts.stripe.subject_type](facts, mapping)
        add_own(flow, case)
    except UNUSABLE:
        first, *rest = cards
        seen = (Seen(first.place, Said.UNUSABLE, decision.reason), *(Seen(c.place, Said.NOT_REACHED) for c in rest))
        return Walk(decision.subject, decision.outcome, decision.reason, seen)
    seen = tuple(_Walking(flow, facts, case, decision).all(cards))
    held = next((draft.reason for draft in decision.drafts if draft.reason), "")
    return Walk(decision.subject, decision.outcome, decision.reason or held, seen)


class _Walking:
    def __init__(self, flow: Flow, facts: Facts, case: Case, decision: Decision) -> None:
        self._flow, self._facts, self._case, self._decision = flow, facts, case, decision
        self._drafts = list(decision.drafts)
        self._is_over = False
        self._is_held = False

    def all(self, cards: Sequence[Card]) -> Iterator[Seen]:
        for card in cards:
            if card.off:
                yield Seen(card.place, Said.OFF)
            elif self._ended(card):
                yield Seen(card.place, Said.NOT_REACHED)
            else:
                yield self._seen(card)

    def _ended(self, card: Card) -> bool:
        """Say whether a card is not asked any more; notices are asked wherever it ended, unless it waits."""
        if card.place.section is Section.NOTIFY:
            return self._decision.outcome is Outcome.WAITING or self._decision.reason_code in _UNTOLD
        return self._is_over or (card.place.section is Section.HOLD and self._is_held)

    def _seen(self, card: Card) -> Seen:
        try:
            said, text, gives = self._outcome(card)
        except BadExpressionError as error:
            self._is_over = True
            return Seen(card.place, Said.UNUSABLE, error.why, self._reads(card))
        return Seen(card.place, said, text, self._reads(card, made=bool(gives)), gives)

    def _outcome(self, card: Card) -> tuple[Said, str, tuple[tuple[str, str], ...]]:
        content, holds = card.content, self._case.scope.holds
        if isinstance(content, Trigger):
            wanted = wants(self._flow, self._facts, self._case)
            self._is_over = not wanted
            return Said.WANTED if wanted else Said.NOT_WANTED, "", ()
        if isinstance(content, Gate):
            self._is_over = holds(content.when)
            return (Said.STOPPED, self._decision.reason, ()) if self._is_over else (Said.PASSED, "", ())
        if isinstance(content, Hold):
            self._is_held = holds(content.when)
            return (Said.HELD, text_of(content.reason, self._case), ()) if self._is_held else (Said.FREE, "", ())
        if isinstance(content, Telling):
            told = not content.when or holds(content.when)
            return (Said.TOLD, text_of(content.text, self._case), ()) if told else (Said.SILENT, "", ())
        return self._step(content)

    def _step(self, step: Step) -> tuple[Said, str, tuple[tuple[str, str], ...]]:
        if step.when and not self._case.scope.holds(step.when):
            return Said.NOT_MADE, "", ()
        if not self._drafts:
            return self._unmade(step)
        draft = self._drafts.pop(0)
        if draft.state is State.PARKED:
            return Said.SET_ASIDE, draft.reason, _gives(draft)
        return Said.MADE, draft.title, _gives(draft)

    def _unmade(self, step: Step) -> tuple[Said, str, tuple[tuple[str, str], ...]]:
        """Say why an event that got so far has no documents: by this step's own fields, or by all of it."""
        try:
            fill(BODIES[step.kind], step.fields, self._case.values, self._case.scope)
        except UNUSABLE as error:
            self._is_over = True
            return Said.UNUSABLE, str(error), ()
        if self._decision.reason_code == "facts.unusable":
            return Said.NOT_REACHED, "", ()
        self._is_over = True
        return Said.UNUSABLE, self._decision.reason, ()

    def _reads(self, card: Card, *, made: bool = False) -> tuple[tuple[str, str], ...]:
        content = card.content
        paths = [name.path for name in names(content.when)]
        if made and isinstance(content, Step):
            paths += [path for rule in content.fields.values() for path in sorted(paths_of(rule))]
        return tuple((path, in_words(at_path(self._case.values, path))) for path in dict.fromkeys(paths))


def _gives(draft: Draft) -> tuple[tuple[str, str], ...]:
    targets = targets_of(BODIES[draft.key.kind])
    given = ((element, in_words(getattr(draft.body, attribute))) for element, (attribute, _) in targets.items())
    return tuple((element, text) for element, text in given if text)
