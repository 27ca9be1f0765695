"""A document as a person reads it: its facts, and a time line from the decision to the row read back out of SYSPRO."""

import json
from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from agent.domain.documents import State
from agent.domain.life import Life, LifeStep
from agent.domain.readmodels import AttemptRow, DocumentDetail
from gui.theme import Tone
from gui.words import kind_word, spoken, state_look, when_text


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the time line.

    Attributes:
        at: When, Unix seconds UTC; 0 where it has not come yet.
        when: The same as people say it.
        title: What happened.
        text: More about it; may be empty.
        shape: Its drawing.
        tone: What its colour means.
        request: What was sent, where something was.
        reply: What came back.
    """

    at: int
    when: str
    title: str
    text: str
    shape: str
    tone: Tone
    request: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts; an identifier can be copied, and Stripe's be opened there."""

    name: str
    text: str
    is_identifier: bool = False
    is_stripe: bool = False


def facts_of(detail: DocumentDetail, now: int, zone: tzinfo) -> list[Fact]:
    """Return what is known of a document."""
    translated, row = QCoreApplication.translate, detail.row
    named = not json.loads(detail.body).get("customer")
    found = [
        Fact(translated("detail", "What"), kind_word(row.kind)),
        Fact(translated("detail", "SYSPRO key"), row.erp_key, is_identifier=True),
        Fact(translated("detail", "SYSPRO customer"), detail.customer if named else "", is_identifier=True),
        Fact(translated("detail", "SYSPRO company"), row.company),
        Fact(translated("detail", "Stripe id"), row.stripe_id, is_stripe=True),
        Fact(translated("detail", "Number"), str(row.id)),
        Fact(translated("detail", "Next try"), when_text(row.due_at, now, zone) if _goes_on(row.state) else ""),
        Fact(translated("detail", "Decided by"), translated("detail", "flow {flow}, revision {revision}").format(
            flow=row.flow, revision=row.revision)),
    ]  # fmt: skip
    return [fact for fact in found if fact.text]


def _goes_on(state: State) -> bool:
    return state in {State.PENDING, State.IN_DOUBT}


def steps_of(detail: DocumentDetail, now: int, zone: tzinfo) -> list[Step]:
    """Return the time line, oldest first: Stripe's events, decisions, what people did, attempts, the row read back."""
    steps = [
        *(_lived(step, detail, now, zone) for step in detail.life),
        *(_attempt(attempt, now, zone) for attempt in detail.attempts),
        *_read_back(detail, now, zone),
    ]
    return sorted(steps, key=lambda step: step.at)


def _read_back(detail: DocumentDetail, now: int, zone: tzinfo) -> list[Step]:
    if not detail.verified_at:
        return []
    at, translated = detail.verified_at, QCoreApplication.translate
    when, title = when_text(at, now, zone), translated("detail", "Read back")
    if detail.differences:
        return [Step(at, when, title, "\n".join(spoken(one) for one in detail.differences), "needs-you", Tone.WARN)]
    text = translated("detail", "SYSPRO's own row {key} was read and compared with what was sent: it is the same.")
    return [Step(at, when, title, text.format(key=detail.row.erp_key), "proven", Tone.GOOD)]


def _lived(step: LifeStep, detail: DocumentDetail, now: int, zone: tzinfo) -> Step:
    shape, tone = _SHAPES.get(step.what, ("waiting", Tone.QUIET))
    title, text = _words(step, detail, now, zone)
    return Step(step.at, when_text(step.at, now, zone), title, text, shape, tone)


#: What is not drawn as something that came by itself.
_SHAPES = {
    Life.EDITED: ("working", Tone.ACTIVE),
    Life.RELEASED: ("working", Tone.ACTIVE),
    Life.RESTORED: ("working", Tone.ACTIVE),
    Life.ASKED: ("working", Tone.ACTIVE),
    Life.INTERRUPTED: ("in-doubt", Tone.DOUBT),
    Life.IGNORED: ("ignored", Tone.QUIET),
    Life.WITHDRAWN: ("ignored", Tone.QUIET),
}


def _words(step: LifeStep, detail: DocumentDetail, now: int, zone: tzinfo) -> tuple[str, str]:
    """Return title and text of a step."""
    translated = QCoreApplication.translate
    decided = translated("detail", "From what Stripe says of {id}.").format(id=detail.decision.subject)
    read = translated("detail", "Read {when}.").format(when=when_text(step.read_at, now, zone))
    who = translated("detail", "By {who}.").format(who=step.by) if step.by else ""
    texts = {
        Life.TOLD: f"{spoken(step.text)}\n{read}",
        Life.DECIDED: decided,
        Life.REPLACED: decided,
        Life.INTERRUPTED: translated("detail", "The program stopped while this was being sent."),
    }
    return _title(step.what), texts.get(step.what, " ".join(filter(None, (who, spoken(step.text)))))


def _title(what: Life) -> str:
    translated = QCoreApplication.translate
    return {
        Life.TOLD: translated("detail", "Stripe told of it"),
        Life.SWEPT: translated("detail", "Found without an event"),
        Life.ASKED: translated("detail", "Asked to decide it again"),
        Life.DECIDED: translated("detail", "Decided"),
        Life.REPLACED: translated("detail", "Decided again"),
        Life.WITHDRAWN: translated("detail", "No longer made by the latest decision"),
        Life.EDITED: translated("detail", "Changed by hand"),
        Life.RELEASED: translated("detail", "Let go"),
        Life.RESTORED: translated("detail", "Restored"),
        Life.INTERRUPTED: translated("detail", "No answer; SYSPRO is searched"),
        Life.IGNORED: translated("detail", "Ignored"),
    }[what]


def _attempt(attempt: AttemptRow, now: int, zone: tzinfo) -> Step:
    translated, look = QCoreApplication.translate, state_look(attempt.state)
    titles = {
        State.POSTED: translated("detail", "Posted"),
        State.PARKED: translated("detail", "SYSPRO refused it"),
        State.PENDING: translated("detail", "Not delivered; it is tried again"),
        State.IN_DOUBT: translated("detail", "No answer; SYSPRO is searched"),
    }
    text = " ".join(map(spoken, filter(None, (attempt.reason, attempt.evidence))))
    when = when_text(attempt.at, now, zone)
    return Step(attempt.at, when, titles.get(attempt.state, look.word), text, look.shape, look.tone,
                attempt.request, attempt.reply)  # fmt: skip


def body_text(detail: DocumentDetail) -> str:
    """Return what is posted as indented JSON, with the rule behind each field and what had to be changed to fit."""
    lines = [json.dumps(json.loads(detail.body), indent=2, ensure_ascii=False)]
    translated = QCoreApplication.translate
    if detail.lineage:
        lines += ["", translated("detail", "Where each field comes from")]
        lines += [f"  {field}: {rule}" for field, rule in detail.lineage.items()]
    if detail.changes:
        lines += ["", translated("detail", "What had to be changed to fit SYSPRO")]
        lines += [f"  {one.field}: {spoken(one.what)}: {one.before!r} -> {one.after!r}" for one in detail.changes]
    return "\n".join(lines)
