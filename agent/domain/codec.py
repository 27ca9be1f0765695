"""Values to plain JSON and back, so that facts, decisions and documents can be stored and decided again.

Every dataclass of the domain goes through here; the class is known from the field's type, so the stored text carries
data alone. Money is ``{"minor", "currency"}``, a Decimal is its exact text, an Enum its value.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from agent.domain.kinds import BODIES, Body, Kind

T = TypeVar("T")
_Reader = Callable[[Any], Any]


#: Types whose values are JSON's own.
_PLAIN = frozenset({str, int, bool, float, NoneType})


def to_plain(value: object) -> Any:
    """Return ``value`` as JSON-ready lists, dicts, texts and numbers."""
    # Nearly all values are of these very types; asking for them first is most of the speed of a decision.
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is dict:
        return {str(key): to_plain(entry) for key, entry in cast("dict[Any, Any]", value).items()}
    return _plain(value)


def _plain(value: object) -> Any:
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
    return _reader(kind)(value)


@cache
def _reader(kind: Any) -> _Reader:
    """Return what reads a value as ``kind``; looking the type up once is most of the work."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        reader = _reader(next(arg for arg in get_args(kind) if arg is not NoneType))
        return lambda value: None if value is None else reader(value)
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if origin is not None and issubclass(origin, Mapping):
        reader = _reader(get_args(kind)[1])
        return lambda value: {key: reader(entry) for key, entry in value.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return partial(_dataclass_from, kind)
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, Enum)):
        return cast("_Reader", kind)
    return _as_it_is


def _tuple_reader(arguments: tuple[Any, ...]) -> _Reader:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        reader = _reader(arguments[0])
        return lambda value: tuple(map(reader, value))
    readers = [_reader(argument) for argument in arguments]
    return lambda value: tuple(read(entry) for read, entry in zip(readers, value, strict=True))


def _dataclass_from(kind: type, value: Mapping[str, Any]) -> Any:
    readers = _field_readers(kind)
    return kind(**{name: readers[name](entry) for name, entry in value.items() if name in readers})


def _as_it_is(value: Any) -> Any:
    return value


# Apart from the reader of the whole, so that a dataclass may hold others of its own kind.
@cache
def _field_readers(kind: type) -> dict[str, _Reader]:
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
