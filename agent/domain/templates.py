"""Templates of the usual businesses: the flows they need, the settings that follow, and the few questions they ask.

A template is data. What may be answered follows from the settings table; :mod:`agent.domain.template_filling` makes a
mapping of a template and its answers.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agent.domain.answers import written
from agent.domain.flow_set import FlowSet
from agent.domain.flows import BadFlowError, Flow
from agent.domain.settings import SETTINGS, Setting, Type, declared, parse

#: Version of the template format that this program reads.
FORMAT = 1

#: Subjects that every template has a flow for, beside payments: whatever moves Stripe's balance is decided.
_SUBJECTS = ("refund", "dispute", "payout", "balance_transaction")

_TEMPLATE_KEYS = frozenset({"format", "name", "title", "audience", "flows", "questions", "defaults", "settings"})
_QUESTION_KEYS = frozenset({"ask", "sets", "default", "such_as"})


class BadTemplateError(ValueError):
    """The template, or what was answered, cannot work; the message names every place with its reason."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes.

    Attributes:
        setting: Name of the setting.
        entry: Name in its table, where only one entry is meant (``fee`` of ``accounts.ledger``); else empty.
    """

    setting: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a template.

    Attributes:
        name: What answers are given by.
        ask: The sentence.
        places: Where the answer goes; at least one.
        default: Counts without an answer where the site has set nothing; empty leaves the setting alone; ``None`` for
            a question that has to be answered.
        such_as: An example of an answer.
    """

    name: str
    ask: str
    places: tuple[Place, ...]
    default: str | None = None
    such_as: str = ""

    @property
    def setting(self) -> Setting:
        """The setting that says what may be answered."""
        return SETTINGS[self.places[0].setting]

    @property
    def kind(self) -> str:
        """What an answer is, in words."""
        return "text, or one for each currency" if self.places[0].entry else self.setting.type.value

    def check(self, answer: str) -> None:
        """Do nothing where an answer that is not empty fits. Raises ``ValueError`` when not; the message says why."""
        for place in self.places:
            written(SETTINGS[place.setting], place.entry, answer)


@dataclass(frozen=True, slots=True)
class Template:
    """A template.

    Attributes:
        name: Its name, unique.
        title: The business it is for, in a few words.
        audience: For whom it is, and what becomes of payments, in sentences.
        flows: Names of the shipped flows that it switches on.
        settings: Deciding settings that it sets, by name.
        questions: What it asks, in order.
    """

    name: str
    title: str
    audience: str
    flows: tuple[str, ...]
    settings: Mapping[str, str]
    questions: tuple[Question, ...]

    @property
    def mode(self) -> str:
        """The posting mode of payments."""
        return self.settings["posting.mode"]


def parse_questions(text: str) -> dict[str, Question]:
    """Return the questions that a TOML text describes, by name.

    Raises:
        BadTemplateError: With the place and the reason, when one cannot be asked.
    """
    found = {}
    for name, raw in _toml(text, "The questions are").items():
        try:
            found[name] = _question(name, raw)
        except (KeyError, TypeError, ValueError) as error:
            raise BadTemplateError(f"Question {name}: {_why(error)}") from error
    return found


def parse_template(text: str, questions: Mapping[str, Question]) -> Template:
    """Return the template that a TOML text describes.

    Args:
        text: The TOML text.
        questions: All questions that there are, by name.

    Raises:
        BadTemplateError: With the place and the reason, when it cannot work.
    """
    raw = _toml(text, "The template is")
    try:
        return _template(raw, questions)
    except (KeyError, TypeError, ValueError) as error:
        raise BadTemplateError(f"Template {raw.get('name', '(without name)')}: {_why(error)}") from error


def check_template(template: Template, flows: FlowSet) -> None:
    """Do nothing where a template's flows are there, one of them has each payment, and nothing is left undecided.

    Args:
        template: The template.
        flows: All flows that there are.

    Raises:
        BadTemplateError: With the reason.
    """
    try:
        named = [flows.entry(name).flow for name in template.flows]
    except BadFlowError as error:
        raise BadTemplateError(f"Template {template.name}: {error}") from error
    payments = [flow.name for flow in named if flow.subject == "charge" and _wants(flow, template.mode)]
    if len(payments) != 1:
        which = ", ".join(payments) or "none"
        message = f"one flow has to want payments in mode {template.mode}; there are {which}."
        raise BadTemplateError(f"Template {template.name}: {message}")
    left = [subject for subject in _SUBJECTS if subject not in {flow.subject for flow in named}]
    if left:
        raise BadTemplateError(f"Template {template.name}: no flow is about a {left[0].replace('_', ' ')}.")


def _wants(flow: Flow, mode: str) -> bool:
    return not flow.modes or mode in flow.modes


def _toml(text: str, what: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadTemplateError(f"{what} no TOML: {error}.") from error


def _why(error: Exception) -> str:
    return f"{error} is missing." if isinstance(error, KeyError) else str(error)


def _question(name: str, raw: Mapping[str, Any]) -> Question:
    _check_keys(raw, _QUESTION_KEYS)
    places = tuple(map(_place, _texts("sets", raw["sets"])))
    default = raw.get("default")
    question = Question(
        name, str(raw["ask"]), places, None if default is None else str(default), raw.get("such_as", "")
    )
    if default:
        question.check(question.default or "")
    return question


def _place(text: str) -> Place:
    setting, _, entry = text.partition(":")
    if entry and _deciding(setting).type is not Type.TABLE:
        raise ValueError(f"{setting} is no table, so it has no entry {entry}.")
    return Place(_deciding(setting).name, entry)


def _deciding(name: str) -> Setting:
    """Return the declaration of a setting that a mapping revision keeps: going back takes the whole template back."""
    setting = declared(name)
    if not setting.decides:
        raise ValueError(f"{name} does not decide what is posted, so no template sets it.")
    return setting


def _template(raw: Mapping[str, Any], questions: Mapping[str, Question]) -> Template:
    _check_keys(raw, _TEMPLATE_KEYS)
    if raw["format"] != FORMAT:
        raise ValueError(f"format {raw['format']!r} is not {FORMAT}, the one this program reads.")
    settings = {name: str(text) for name, text in raw["settings"].items()}
    for name, text in settings.items():
        parse(_deciding(name), text)
    if "posting.mode" not in settings:
        raise ValueError("it sets no posting.mode.")
    asked = _asked(_texts("questions", raw["questions"]), questions, raw.get("defaults", {}))
    twice = [place.setting for question in asked for place in question.places if place.setting in settings]
    if twice:
        raise ValueError(f"{twice[0]} is both set and asked for.")
    texts = {name: str(raw[name]) for name in ("name", "title", "audience")}
    return Template(**texts, flows=_texts("flows", raw["flows"]), settings=settings, questions=asked)


def _asked(
    names: Sequence[str], questions: Mapping[str, Question], defaults: Mapping[str, str]
) -> tuple[Question, ...]:
    strange = [name for name in (*names, *defaults) if name not in questions or name not in names]
    if strange:
        raise ValueError(f"there is no question {strange[0]}.")
    asked = tuple(replace(questions[name], default=defaults.get(name, questions[name].default)) for name in names)
    for question in asked:
        if question.default:
            question.check(question.default)
    return asked


def _texts(what: str, raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw or not all(isinstance(one, str) for one in raw):
        raise ValueError(f"{what} is a list of texts.")
    return tuple(raw)


def _check_keys(raw: Mapping[str, Any], known: frozenset[str]) -> None:
    unknown = sorted(raw.keys() - known)
    if unknown:
        raise ValueError(f"there is no {unknown[0]!r}; there are {', '.join(sorted(known))}.")
