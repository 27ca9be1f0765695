"""The flows, templates, thesaurus and examples that the program ships; part of the composition root."""

from collections.abc import Mapping, Sequence
from importlib import resources

from agent.domain.codec import loads
from agent.domain.facts import Facts
from agent.domain.templates import Template, parse_questions, parse_template
from agent.mappings import Shipped

#: Folders in ``resources``.
_FLOWS, _TEMPLATES, _EXAMPLES = "flows", "templates", "examples"

#: The file among the templates that has the questions of all of them.
_QUESTIONS = "questions.toml"

#: Files of the thesaurus of fields and that of values, in a folder of ``resources`` of their own.
_THESAURUS, _VALUE_WORDS = "thesaurus.toml", "values.toml"


def shipped() -> Shipped:
    """Return what the program ships, as the one door reads it."""
    return Shipped(shipped_flows, shipped_templates, shipped_thesaurus, shipped_examples)


def shipped_flows() -> Sequence[str]:
    """Return the TOML texts of the shipped flows, by file name."""
    return list(_texts(_FLOWS).values())


def shipped_templates() -> Sequence[Template]:
    """Return the shipped templates, by name."""
    texts = _texts(_TEMPLATES)
    questions = parse_questions(texts.pop(_QUESTIONS))
    return [parse_template(text, questions) for text in texts.values()]


def shipped_thesaurus() -> str:
    """Return the TOML text of the thesaurus."""
    return (resources.files("resources") / "thesaurus" / _THESAURUS).read_text("utf-8")


def shipped_value_words() -> str:
    """Return the TOML text of what values are called."""
    return (resources.files("resources") / "thesaurus" / _VALUE_WORDS).read_text("utf-8")


def shipped_examples() -> Mapping[str, Facts]:
    """Return subject of flows -> what was read of an invented event of it; made by ``tests/example_events.py``."""
    texts = _texts(_EXAMPLES, ".json")
    return {name.removesuffix(".json"): loads(Facts, text) for name, text in texts.items()}


def _texts(folder: str, ending: str = ".toml") -> dict[str, str]:
    found = (entry for entry in (resources.files("resources") / folder).iterdir() if entry.name.endswith(ending))
    return {entry.name: entry.read_text("utf-8") for entry in sorted(found, key=lambda entry: entry.name)}
