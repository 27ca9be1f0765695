"""Values to plain JSON and back, so that facts, decisions and documents can be stored and decided again.

Every dataclass of the domain goes through here; the class is known from the field's type, so the stored text carries
data alone. Money is ``{"minor", "currency"}``, a Decimal is its exact text, an Enum its value.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from agent.domain.kinds import BODIES, Body, Kind

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """Return ``value`` as JSON-ready lists, dicts, texts and numbers."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {attribute.name: to_plain(getattr(value, attribute.name)) for attribute in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(entry) for key, entry in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [to_plain(entry) for entry in value]
    return value


def dumps(value: object) -> str:
    """Return ``value`` as JSON text with sorted keys: equal values give equal texts."""
    return json.dumps(to_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def loads(kind: type[T], text: str) -> T:
    """Return the ``kind`` that :func:`dumps` wrote."""
    result: T = from_plain(kind, json.loads(text))
    return result


def body_text(body: Body) -> str:
    """Return a body as the text that is stored and compared; the kind stands beside it."""
    return dumps(body)


def body_from(kind: Kind, text: str) -> Body:
    """Return the body that :func:`body_text` wrote."""
    return loads(BODIES[kind], text)


def fingerprint(text: str) -> str:
    """Return a short fixed-length digest of ``text``, for comparing without reading."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def from_plain(kind: Any, value: Any) -> Any:
    """Return ``value`` read as ``kind``: a dataclass, Enum, Decimal, tuple, mapping, optional, or a plain type."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return None if value is None else from_plain(next(arg for arg in get_args(kind) if arg is not NoneType), value)
    if origin is tuple:
        return _tuple_from(get_args(kind), value)
    if origin is not None and issubclass(origin, Mapping):
        return {key: from_plain(get_args(kind)[1], entry) for key, entry in value.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: from_plain(hints[name], entry) for name, entry in value.items() if name in hints})
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, Enum)):
        return kind(value)
    return value


def _tuple_from(arguments: tuple[Any, ...], value: Sequence[Any]) -> tuple[Any, ...]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(from_plain(arguments[0], entry) for entry in value)
    return tuple(from_plain(argument, entry) for argument, entry in zip(arguments, value, strict=True))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
