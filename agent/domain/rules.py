"""Field rules: how a flow gives one target field its value.

A rule is one of: ``path`` (dotted, into the facts), ``constant``, ``template`` (text with ``{path}`` in it), ``lookup``
(a table and the path of its key) or ``cel`` (an expression); then transforms are applied in order. A transform that
takes a number is written with it: ``truncate:10``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from agent.domain.days import day_at
from agent.domain.expressions import BadExpressionError, Scope, compiled
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.money import Money

_HOLE = re.compile(r"\{([A-Za-z_][\w.\-]*)\}")


class BadRuleError(ValueError):
    """A rule in a flow cannot work; the message names the field."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One field's rule.

    Attributes:
        source: ``path``, ``constant``, ``template``, ``lookup`` or ``cel``.
        value: The path, constant, template, table name or expression.
        key: Path of the key of a lookup; else empty.
        default: Value where the source has none.
        transforms: Names from ``TRANSFORMS``, applied in order to texts.
    """

    source: str
    value: Any
    key: str = ""
    default: Any = ""
    transforms: tuple[str, ...] = ()

    def sentence(self) -> str:
        """Return the rule in words, kept with the document as its lineage."""
        words = {
            "path": f"{self.value}",
            "constant": f"always {self.value!r}",
            "template": f"text {self.value!r}",
            "lookup": f"table {self.value} by {self.key}",
            "cel": f"expression {self.value}",
        }[self.source]
        return " then ".join((words, *self.transforms))


@dataclass(frozen=True, slots=True)
class Transform:
    """One change of a value.

    Attributes:
        apply: Value, the number it was given, the site's time zone -> value.
        takes: The type it changes; values of other types stay as they are.
        number: Whether it takes a number.
        help: One sentence for the person who maps a field.
    """

    apply: Callable[[Any, int, str], Any]
    help: str
    takes: tuple[type, ...] = (str,)
    number: bool = False


def _first_line(text: str, _: int, __: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else ""


def _padded(text: str, length: int, _: str) -> str:
    return pad_key(text, numeric=True, length=length) if text.strip() else ""


def _date(value: str | int, _: int, zone: str) -> str:
    """Return the day at the site of Unix seconds, or of a day or moment as ISO 8601 writes it."""
    if isinstance(value, int) or value.strip().isdecimal():
        return day_at(int(value), zone)
    text = value.strip()
    try:
        if len(text) <= _DAY_LENGTH:
            return date.fromisoformat(text).isoformat() if text else ""
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise DoesNotFitError(f"{text!r} is no day such as 2026-11-20.") from error
    return day_at(int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()), zone)


_DAY_LENGTH = 10

TRANSFORMS: Mapping[str, Transform] = {
    "trim": Transform(lambda text, _, __: text.strip(), "Without blanks at both ends."),
    "upper": Transform(lambda text, _, __: text.upper(), "In capitals."),
    "lower": Transform(lambda text, _, __: text.lower(), "In small letters."),
    "digits": Transform(lambda text, _, __: re.sub(r"\D", "", text), "Its digits alone."),
    "first_line": Transform(_first_line, "Its first line."),
    "truncate": Transform(lambda text, length, _: text[:length], "Its first characters, so many.", number=True),
    "pad": Transform(_padded, "A numeric key with zeros on the left, so long.", number=True),
    "date": Transform(_date, "The day at the site, CCYY-MM-DD, of a moment.", takes=(str, int)),
    "money": Transform(lambda money, _, __: str(money.to_decimal()), "An amount without its currency.", takes=(Money,)),
}


def parse_rule(field: str, raw: object) -> Rule:
    """Return the rule that a flow's TOML gives for ``field``.

    Raises:
        BadRuleError: When it is none.
    """
    if not isinstance(raw, Mapping):
        raise BadRuleError(f'{field}: a rule reads {{ path = "..." }} or the like, not {raw!r}.')
    sources = [name for name in ("path", "constant", "template", "lookup", "cel") if name in raw]
    unknown = set(raw) - {*sources, "key", "default", "transforms"}
    if len(sources) != 1 or unknown:
        raise BadRuleError(
            f"{field}: a rule has exactly one of path, constant, template, lookup and cel; got {sorted(raw)}."
        )
    source = sources[0]
    rule = Rule(source, raw[source], raw.get("key", ""), raw.get("default", ""), tuple(raw.get("transforms", ())))
    _check(field, rule)
    return rule


def apply_rule(rule: Rule, values: Mapping[str, Any], scope: Scope) -> Any:
    """Return the value that ``rule`` gives on ``values`` (nested maps) and ``scope`` (the same for expressions)."""
    value = _SOURCES[rule.source](rule, values, scope)
    if value is None or value == "":
        value = rule.default
    for written in rule.transforms:
        name, _, number = written.partition(":")
        transform = TRANSFORMS[name]
        if isinstance(value, transform.takes) and not isinstance(value, bool):
            value = transform.apply(value, int(number or 0), str(at_path(values, "site.site.time_zone") or "UTC"))
    return value


def at_path(values: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a dotted path, or ``None`` where a part of it is missing."""
    found: Any = values
    parts = path.split(".")
    for at, part in enumerate(parts):
        if isinstance(found, Money):
            found = {"minor": found.minor, "currency": found.currency}
        if not isinstance(found, Mapping):
            return None
        if part not in found:
            return found.get(".".join(parts[at:]))  # a key of metadata may hold points itself
        found = found[part]
    return found


def holes(template: str) -> tuple[str, ...]:
    """Return the paths in a template's braces."""
    return tuple(_HOLE.findall(template))


def written_length(template: str) -> int:
    """Return how many characters a template has whatever its paths give."""
    return len(_HOLE.sub("", template))


def _check(field: str, rule: Rule) -> None:
    for written in rule.transforms:
        _check_transform(field, written)
    if rule.source in {"path", "template", "lookup", "cel"} and not isinstance(rule.value, str):
        raise BadRuleError(f"{field}: {rule.source} is a text, not {rule.value!r}.")
    if rule.source == "lookup" and not rule.key:
        raise BadRuleError(f"{field}: a lookup needs the key it looks up.")
    if rule.source == "cel":
        try:
            compiled(rule.value)
        except BadExpressionError as error:
            raise BadRuleError(f"{field}: {error}") from error


def _check_transform(field: str, written: object) -> None:
    name, colon, number = str(written).partition(":")
    if name not in TRANSFORMS:
        raise BadRuleError(f"{field}: there is no transform {name!r}; there are {', '.join(TRANSFORMS)}.")
    if TRANSFORMS[name].number != bool(colon) or (colon and not re.fullmatch(r"[1-9]\d{0,3}", number)):
        shown = f"{name}:10" if TRANSFORMS[name].number else name
        raise BadRuleError(f"{field}: the transform reads {shown!r}, not {written!r}.")


def _template(rule: Rule, values: Mapping[str, Any], _: Scope) -> str:
    def fill(hole: re.Match[str]) -> str:
        found = at_path(values, hole[1])
        return "" if found is None else str(found)

    return _HOLE.sub(fill, rule.value)


def _lookup(rule: Rule, values: Mapping[str, Any], _: Scope) -> Any:
    table = at_path(values, rule.value)
    key = at_path(values, rule.key)
    return table.get(str(key)) if isinstance(table, Mapping) else None


_SOURCES: Mapping[str, Callable[[Rule, Mapping[str, Any], Scope], Any]] = {
    "path": lambda rule, values, _: at_path(values, rule.value),
    "constant": lambda rule, _values, _scope: rule.value,
    "template": _template,
    "lookup": _lookup,
    "cel": lambda rule, _values, scope: scope.evaluate(rule.value),
}
