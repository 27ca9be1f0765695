"""Check a request's parameters as Stripe checks them, and give them their types.

The rules are data (``stripe_endpoints.toml``). Codes and sentences: docs.stripe.com/error-codes.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from connectors.sandbox.stripe.errors import StripeRefusal, bad

# A kind's name, a nested hash of rules, or a list that holds the one hash of rules its members follow.
Rule: TypeAlias = "str | Mapping[str, Any] | list[Any]"

LIST_RULES: Mapping[str, Rule] = {"limit": "limit", "starting_after": "string", "ending_before": "string"}
ALWAYS: Mapping[str, Rule] = {"expand": "strings"}
_BOUNDS = {"gt", "gte", "lt", "lte"}


def check(given: Mapping[str, Any], rules: Mapping[str, Rule]) -> dict[str, Any]:
    """Return the parameters with their types.

    Raises:
        StripeRefusal: 400 with the code and parameter Stripe names, for the first parameter that is wrong.
    """
    unknown = [name for name in given if name not in rules]
    if unknown:
        more = "s" if len(unknown) > 1 else ""
        raise bad(f"Received unknown parameter{more}: {', '.join(unknown)}", param=unknown[0], code="parameter_unknown")
    return _hash(given, rules, "")


def _hash(given: Mapping[str, Any], rules: Mapping[str, Rule], inside: str) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for name, value in given.items():
        path = f"{inside}[{name}]" if inside else name
        if name not in rules:
            raise bad(f"Received unknown parameter: {path}", param=path, code="parameter_unknown")
        typed[name] = _value(value, rules[name], path)
    for name, rule in rules.items():
        if isinstance(rule, str) and rule.endswith("!") and given.get(name, "") == "":
            path = f"{inside}[{name}]" if inside else name
            raise bad(f"Missing required param: {path}.", param=path, code="parameter_missing")
    return typed


def _value(value: object, rule: Rule, path: str) -> Any:
    if isinstance(rule, str):
        name = rule.removesuffix("!")
        if "|" in name:
            return _one_of(value, name.split("|"), path)
        return _KINDS[name](value, path)
    if value == "":
        return None
    if isinstance(rule, list):
        members = value if isinstance(value, list) else [value]
        return [_value(member, rule[0], f"{path}[{place}]") for place, member in enumerate(members)]
    if not isinstance(value, dict):
        raise bad("Invalid object", param=path)
    return _hash(value, rule, path)


def _one_of(value: object, allowed: list[str], path: str) -> str:
    if isinstance(value, str) and value in allowed:
        return value
    listed = ", ".join(allowed[:-1]) + f", or {allowed[-1]}"
    raise bad(f"Invalid {path}: must be one of {listed}", param=path)


def _string(value: object, path: str) -> str | None:
    if not isinstance(value, str):
        raise bad(f"Invalid string: {value}", param=path)
    return value or None  # Stripe unsets a field that is sent empty


def _integer(value: object, path: str) -> int:
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,18}", value.strip()):
        return int(value)
    raise bad(f"Invalid integer: {value}", param=path, code="parameter_invalid_integer")


def _boolean(value: object, path: str) -> bool:
    if value in {"true", "false"}:
        return value == "true"
    raise bad(f"Invalid boolean: {value}", param=path)


def _decimal(value: object, path: str) -> str:
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,15}(\.\d{1,12})?", value):
        return value
    raise bad(f"Invalid decimal: {value}", param=path)


def _limit(value: object, path: str) -> int:
    number = _integer(value, path)
    if number > 100:
        raise bad(f"This value must be less than or equal to 100 (it currently is '{number}').", param=path)
    if number < 1:
        raise bad(f"This value must be greater than or equal to 1 (it currently is '{number}').", param=path)
    return number


def _strings(value: object, path: str) -> list[str]:
    if value == "":
        return []
    if not isinstance(value, list) or not all(isinstance(member, str) for member in value):
        raise bad("Invalid array", param=path)
    return value


def _range(value: object, path: str) -> dict[str, int]:
    if isinstance(value, str):
        return {"eq": _integer(value, path)}
    if not isinstance(value, dict):
        raise bad("Invalid object", param=path)
    for bound in value:
        if bound not in _BOUNDS:
            name = f"{path}[{bound}]"
            raise bad(f"Received unknown parameter: {name}", param=name, code="parameter_unknown")
    return {bound: _integer(number, f"{path}[{bound}]") for bound, number in value.items()}


def _free(value: object, _path: str) -> object:
    return value or None


def _metadata(value: object, path: str) -> dict[str, str]:
    """Check keys and values; an empty text for the whole hash unsets everything (docs.stripe.com/metadata)."""
    if value == "":
        return {"": ""}
    if isinstance(value, list):
        value = {str(place): member for place, member in enumerate(value)}
    if not isinstance(value, dict):
        raise bad("Invalid object", param=path)
    for key, text in value.items():
        _check_metadatum(key, text, path)
    return value


def _check_metadatum(key: str, text: object, path: str) -> None:
    where = f"{path}[{key}]"
    if len(key) > 40:
        sentence = f"Metadata keys must be under 40 characters in length. The key '{key}' is too long."
        raise StripeRefusal(400, sentence, param=path)
    if not isinstance(text, str):
        raise bad(f"Metadata values must be strings, but for key {key} you passed in a value of type hash", param=path)
    if len(text) > 500:
        sentence = (
            f"Metadata values can have up to 500 characters, but you passed in a value that is {len(text)} characters."
        )
        raise StripeRefusal(400, f"{sentence} Invalid value: {text}", param=where)


def merge_metadata(old: Mapping[str, str] | None, new: Mapping[str, str]) -> dict[str, str]:
    """Return metadata after an update: merged, ``""`` unsets a key.

    Raises:
        StripeRefusal: 400 when more than 50 keys would stay.
    """
    kept = {} if "" in new else dict(old or {})
    merged = {key: text for key, text in {**kept, **new}.items() if text != ""}
    if len(merged) > 50:
        raise bad(f"You have too many metadata keys: {len(merged)}. The limit is 50.", param="metadata")
    return merged


_KINDS: Mapping[str, Callable[[object, str], Any]] = {
    "string": _string,
    "integer": _integer,
    "boolean": _boolean,
    "decimal": _decimal,
    "limit": _limit,
    "strings": _strings,
    "range": _range,
    "hash": _free,
    "metadata": _metadata,
}
