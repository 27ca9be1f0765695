"""Stripe's answers, from bytes to plain JSON: decimals as text, and each member of a list with its own text.

Pure. May import: ``agent.domain``. A list is cut into its members while it is decoded, because the text of each event
is kept as it came, and writing it anew would cost more than all the rest of listing.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn

from agent.domain.json_reader import JsonObject
from connectors.stripe.errors import bad_answer


class Member(NamedTuple):
    """One member of a list.

    Attributes:
        value: The decoded member; nothing is promised about its type.
        text: Its JSON as it came, on one line.
    """

    value: Any
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list.

    Attributes:
        members: In the order in which they came.
        has_more: Whether older ones follow.
    """

    members: list[Member]
    has_more: bool


def decoded(body: bytes, what: str) -> JsonObject:
    """Return the object in an answer; ``what`` names the call in errors.

    Raises:
        Transient: When the answer is no JSON object.
    """
    try:
        text = body.decode()
        value = _DECODER.decode(text)
        if _may_be_halved(text):
            value = _whole(value)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise bad_answer(what, "The answer is no JSON object.")
    return value


def listed(body: bytes, what: str) -> Page:
    """Return the page of a list in an answer; ``what`` names the call in errors.

    Raises:
        Transient: When the answer is no list object. A broken member is no reason, it stands on the page as it is.
    """
    try:
        text = body.decode()
        fields = _fields(text)
    except (ValueError, IndexError, RecursionError):
        raise bad_answer(what, "The answer is no JSON object.") from None
    members, has_more = fields.get("data"), fields.get("has_more")
    if not isinstance(members, _Members) or not isinstance(has_more, bool):
        raise bad_answer(what, "The answer is no list of objects.")
    if _may_be_halved(text):
        return Page([Member(_whole(value), own) for value, own in members], has_more)
    return Page(list(members), has_more)


class _Members(list[Member]):
    """The value of ``data``, told from any other list."""


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON.")


_DECODER = json.JSONDecoder(parse_float=str, parse_constant=_refuse)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SPACE = re.compile(r"[ \t\r\n]*")
# A raw line break stands only between tokens: inside a text it is always escaped.
_INDENT = re.compile(r"[\r\n]\s*")


def _fields(text: str) -> dict[str, Any]:
    """Return the fields of the object that ``text`` is, ``data`` cut into members."""
    fields: dict[str, Any] = {}
    at = _past(text, 0, "{")
    while text[at] != "}":
        name, at = _DECODER.raw_decode(text, at)
        at = _past(text, at, ":")
        if name == "data" and text[at] == "[":
            fields[name], at = _members(text, at)
        else:
            fields[str(name)], at = _DECODER.raw_decode(text, at)
        at = _after_value(text, at, "}")
    if _skip(text, at + 1) != len(text):
        raise ValueError("Something follows the object.")
    return fields


def _members(text: str, at: int) -> tuple[_Members, int]:
    members = _Members()
    at = _past(text, at, "[")
    while text[at] != "]":
        value, end = _DECODER.raw_decode(text, at)
        members.append(Member(value, _one_line(text[at:end])))
        at = _after_value(text, end, "]")
    return members, at + 1


def _after_value(text: str, at: int, closing: str) -> int:
    """Return where the next value begins, or where the closing bracket stands."""
    at = _skip(text, at)
    if text[at] == closing:
        return at
    at = _past(text, at, ",")
    if text[at] == closing:
        raise ValueError("A comma before a closing bracket.")
    return at


def _past(text: str, at: int, mark: str) -> int:
    at = _skip(text, at)
    if text[at] != mark:
        raise ValueError(f"{mark} is missing.")
    return _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    if at < len(text) and text[at] not in " \t\r\n":
        return at
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _one_line(text: str) -> str:
    return _INDENT.sub("", text) if "\n" in text or "\r" in text else text


def _may_be_halved(text: str) -> bool:
    # The first look costs least, and most answers end there.
    return "\\u" in text and _SURROGATE.search(text) is not None


def _whole(value: object) -> Any:
    """Return ``value`` with a ? for each half of a surrogate pair, which no database could store."""
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
