"""Source fields: what a flow's paths and expressions may name, with type, meaning and example.

One declaration for the editor, the validation, the help page and the suggestions. Metadata keys and custom fields that
the account's own history shows join the list by themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Any

from agent.domain.conditions import STRIPE_OBJECTS
from agent.domain.facts import Facts
from agent.domain.settings import SETTINGS
from agent.domain.settings import Type as SettingType
from agent.domain.sources_table import LINE_ROWS, ROWS


class SourceType(Enum):
    """What kind of value a source field has."""

    TEXT = "text"
    NUMBER = "number"
    """A whole number."""
    DECIMAL = "decimal"
    MONEY = "money"
    """``.minor`` is the amount in minor units, ``.currency`` Stripe's code."""
    DAY = "day"
    """CCYY-MM-DD."""
    YES_NO = "yes/no"
    LIST = "list"
    TABLE = "table"
    """Names and texts, for look-ups."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source field.

    Attributes:
        path: Dotted; ``*`` stands for any name.
        type: What kind of value it has.
        meaning: What it is, in words.
        example: A value as it may stand there.
        found: How often the account's own history has it; 0 for a declared field.
    """

    path: str
    type: SourceType
    meaning: str
    example: str = ""
    found: int = 0


_MONEY_PARTS = {
    "minor": (SourceType.NUMBER, "in minor units", "12000"),
    "currency": (SourceType.TEXT, "its currency, as Stripe writes it", "usd"),
}

_SETTING_TYPES = {
    SettingType.TABLE: SourceType.TABLE,
    SettingType.BY_DAY: SourceType.TABLE,
    SettingType.LIST: SourceType.LIST,
}


@cache
def sources_of(subject: str, *, line: bool = False) -> Mapping[str, Source]:
    """Return path -> source field of a subject's flows.

    Args:
        subject: Stripe's ``object`` of the subject.
        line: Whether the fields of an order's line are there as well.
    """
    groups = (*ROWS.get(subject, ()), *([LINE_ROWS] if line else []))
    declared = [_source(row) for group in groups for row in group.strip().splitlines()]
    parts = [part for source in declared if source.type is SourceType.MONEY for part in _parts(source)]
    return {source.path: source for source in (*declared, *parts, *_settings())}


def source_at(path: str, known: Mapping[str, Source]) -> Source | None:
    """Return the source field at a path, ``None`` where there is none."""
    found = known.get(path)
    if found is not None:
        return found
    parts = path.split(".")
    for source in known.values():
        pattern = source.path.split(".")
        # A key may hold points itself, so that a star at the end takes all that is left.
        if pattern[-1] == "*" and len(parts) > len(pattern):
            parts_seen = [*parts[: len(pattern) - 1], ".".join(parts[len(pattern) - 1 :])]
        else:
            parts_seen = parts
        if len(pattern) == len(parts_seen) and all(map(_fits, pattern, parts_seen)):
            return source
    return None


def is_group(path: str, known: Mapping[str, Source]) -> bool:
    """Return whether a path is no field itself but has fields below it."""
    return any(source.path.startswith(f"{path}.") for source in known.values())


def nearest(path: str, known: Iterable[str]) -> str:
    """Return the known path that is spelt most like ``path``; empty where none is near."""
    return next(iter(get_close_matches(path, [name for name in known if "*" not in name], n=1)), "")


def found_in(facts: Iterable[Facts]) -> tuple[Source, ...]:
    """Return the metadata keys and custom fields of an account's history, most frequent first."""
    seen: dict[str, Source] = {}
    for one in facts:
        for path, value in _keyed(one):
            before = seen.get(path) or Source(path, SourceType.TEXT, _meaning(path), value)
            seen[path] = replace(before, found=before.found + 1)
    return tuple(sorted(seen.values(), key=lambda source: (-source.found, source.path)))


def joined(known: Mapping[str, Source], found: Iterable[Source]) -> list[Source]:
    """Return what a flow may name: all that is declared, then those of an account's own history that fit in it."""
    return [*known.values(), *(one for one in found if one.path not in known and source_at(one.path, known))]


def custom_fields(objects: Mapping[str, Any]) -> dict[str, str]:
    """Return what a checkout or Stripe's invoice asked for, by key: Stripe's ``custom_fields`` of both.

    Source: docs.stripe.com/api/checkout/sessions/object (``key``, ``type`` and an object by that type with ``value``),
    docs.stripe.com/api/invoices/object (``name`` and ``value``).
    """
    found: dict[str, str] = {}
    for field in _dicts(objects.get("invoice")):
        found[str(field.get("name", ""))] = str(field.get("value") or "")
    for field in _dicts(objects.get("session")):
        given = field.get(str(field.get("type", "")))
        value = given.get("value") if isinstance(given, Mapping) else None
        found[str(field.get("key", ""))] = str(value or "")
    return found


def _dicts(holder: object) -> Sequence[Mapping[str, Any]]:
    fields = holder.get("custom_fields") if isinstance(holder, Mapping) else None
    return [field for field in fields if isinstance(field, Mapping)] if isinstance(fields, list) else []


#: Subjects whose own metadata counts, where that of the payment behind them is the payment's.
_OWN_METADATA = frozenset({"refund", "payout"})


def _keyed(facts: Facts) -> Iterable[tuple[str, str]]:
    if facts.stripe.subject_type in _OWN_METADATA:
        yield from _metadata(facts, facts.stripe.subject_type)
        return
    for role in sorted(STRIPE_OBJECTS):
        yield from _metadata(facts, role)
    yield from ((f"custom.{key}", value) for key, value in custom_fields(facts.stripe.objects).items())
    yield from {f"line.metadata.{key}": str(value) for key, value in _of_lines(facts.stripe.objects)}.items()


def _metadata(facts: Facts, role: str) -> Iterable[tuple[str, str]]:
    metadata = (facts.stripe.objects.get(role) or {}).get("metadata")
    if isinstance(metadata, Mapping):
        yield from ((f"{role}.metadata.{key}", str(value)) for key, value in metadata.items())


def _of_lines(objects: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """Yield the metadata that the lines of a sale can have: of a product, of its price, and the line's own."""
    listed = [objects.get("line_items"), objects.get("products"), _below(objects.get("invoice"), "lines")]
    for line in (one for entry in listed for one in _rows(entry)):
        price = _below(line, "price") or _below(_below(_below(line, "pricing"), "price_details"), "price")
        for holder in (_below(price, "product"), price, line):
            yield from (_below(holder, "metadata") or {}).items()


def _rows(listed: object) -> Sequence[Mapping[str, Any]]:
    data = listed.get("data") if isinstance(listed, Mapping) else None
    return [one for one in data if isinstance(one, Mapping)] if isinstance(data, list) else []


def _below(holder: object, name: str) -> Mapping[str, Any] | None:
    """Return the object with a name in another one; Stripe may give its id alone, or nothing."""
    found = holder.get(name) if isinstance(holder, Mapping) else None
    return found if isinstance(found, Mapping) else None


def _meaning(path: str) -> str:
    root, _, key = path.partition(".")
    what = "Custom field" if root == "custom" else f"Metadata of the {root.replace('_', ' ')}"
    return f"{what}: {key.removeprefix('metadata.')}"


def _source(row: str) -> Source:
    path, kind, meaning, example = (part.strip() for part in row.split(" |"))
    return Source(path, SourceType(kind), meaning, example)


def _parts(source: Source) -> Iterable[Source]:
    for name, (kind, meaning, example) in _MONEY_PARTS.items():
        yield Source(f"{source.path}.{name}", kind, f"{source.meaning}: {meaning}", example)


def _settings() -> Iterable[Source]:
    for setting in SETTINGS.values():
        if not setting.decides:
            continue
        kind = _SETTING_TYPES.get(setting.type, SourceType.TEXT)
        yield Source(f"site.{setting.name}", kind, setting.help, setting.default)
        if kind is SourceType.TABLE:
            yield Source(f"site.{setting.name}.*", SourceType.TEXT, setting.help)


def _fits(pattern: str, part: str) -> bool:
    return pattern in {"*", part}
