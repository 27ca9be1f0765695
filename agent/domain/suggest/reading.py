"""Read what suggestions are wanted for, and what is known, from JSON of others."""

import json
from collections.abc import Mapping, Sequence

from agent.domain.suggest.evidence import Posting, SourceField
from agent.domain.suggest.values import Choice

#: Most source fields, and characters of a name.
MOST_SOURCES, MOST_NAME = 10_000, 500

#: Most sources, and most fields, of one posting.
_MOST_OF_POSTING = 200

#: Samples that are looked at; more say nothing new.
_SAMPLES = 100


class BadSourcesError(ValueError):
    """What was given cannot be read; the message is one sentence that names the place."""


def sources_from(value: object) -> tuple[SourceField, ...]:
    """Return the source fields of decoded JSON: a list of ``{"name": ..., "samples": [...]}``, in its order.

    Raises:
        BadSourcesError: When it is something else.
    """
    entries = _list(value, "The list of sources")
    if len(entries) > MOST_SOURCES:
        raise BadSourcesError(f"The list of sources has {len(entries):,} entries, more than {MOST_SOURCES:,}.")
    return tuple(_source(entry, f"Entry {number}") for number, entry in enumerate(entries, start=1))


def lists_from(value: object) -> dict[str, frozenset[str]]:
    """Return SYSPRO's lists of decoded JSON: ``{"ApBank": ["B1", "B2"], ...}``.

    Raises:
        BadSourcesError: When it is something else.
    """
    found = {}
    for table, codes in _object(value, "The file of lists").items():
        found[table] = frozenset(_texts(_list(codes, f"The list {table}")))
    return found


def postings_from(value: object) -> tuple[Posting, ...]:
    """Return past postings of decoded JSON: ``[{"kind": ..., "sources": {...}, "fields": {...}}, ...]``.

    Raises:
        BadSourcesError: When it is something else.
    """
    found = []
    for number, entry in enumerate(_list(value, "The list of postings"), start=1):
        posting = _object(entry, f"Posting {number}")
        kind = posting.get("kind")
        if not isinstance(kind, str):
            raise BadSourcesError(f"Posting {number} has no kind.")
        sides: list[Mapping[str, object]] = [
            _object(posting.get(side, {}), f"{side} of posting {number}") for side in ("sources", "fields")
        ]
        if any(len(side) > _MOST_OF_POSTING for side in sides):
            raise BadSourcesError(f"Posting {number} has more than {_MOST_OF_POSTING} sources or fields.")
        found.append(Posting(kind, *({name: _text(one) for name, one in side.items()} for side in sides)))
    return tuple(found)


def choices_from(value: object) -> tuple[Choice, ...]:
    """Return the codes of decoded JSON: ``[{"code": ..., "description": ..., "percent": ..., "account_type": ...}]``.

    All but the code may be left out; ``control`` marks a control account, which is never suggested.

    Raises:
        BadSourcesError: When it is something else.
    """
    found = []
    for number, entry in enumerate(_list(value, "The list of codes"), start=1):
        one = _object(entry, f"Code {number}")
        code = _text(one.get("code"))
        if not code.strip():
            raise BadSourcesError(f"Code {number} has no code.")
        said = {name: _text(one.get(name)) for name in ("description", "percent", "account_type")}
        found.append(Choice(code, **said, control=one.get("control") is True))
    return tuple(found)


def _source(entry: object, where: str) -> SourceField:
    source = _object(entry, where)
    name = source.get("name")
    if not isinstance(name, str) or not name.strip():
        raise BadSourcesError(f"{where} of the sources has no name.")
    if len(name) > MOST_NAME:
        raise BadSourcesError(f"{where} has a name of more than {MOST_NAME} characters.")
    samples = source.get("samples")
    return SourceField(name, _texts(_list([] if samples is None else samples, f"samples of {name}")[:_SAMPLES]))


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(_text(value) for value in values)


def _text(value: object) -> str:
    """Return a decoded value as a text; a structure as its JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return json.dumps(value) if isinstance(value, list | dict) else str(value)


def _list(value: object, what: str) -> Sequence[object]:
    if not isinstance(value, list):
        raise BadSourcesError(f"{what} is no JSON list.")
    return value


def _object(value: object, what: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise BadSourcesError(f"{what} is no JSON object.")
    return value
