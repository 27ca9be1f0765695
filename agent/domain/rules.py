"""Field rules: how a flow gives one target field its value.

A rule is one of: ``path`` (dotted, into the facts), ``constant``, ``template`` (text with ``{path}`` in it), ``lookup``
(a table and the path of its key) or ``cel`` (an expression); then transforms are applied in order.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from agent.domain.expressions import Scope, compiled
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


TRANSFORMS: Mapping[str, Callable[[str], str]] = {
    "trim": str.strip,
    "upper": str.upper,
    "lower": str.lower,
    "digits": lambda text: re.sub(r"\D", "", text),
    "first_line": lambda text: text.strip().splitlines()[0] if text.strip() else "",
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
    if isinstance(value, str):
        for name in rule.transforms:
            value = TRANSFORMS[name](value)
    return value


def at_path(values: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a dotted path, or ``None`` where a part of it is missing."""
    found: Any = values
    for part in path.split("."):
        if isinstance(found, Money):
            found = {"minor": found.minor, "currency": found.currency}
        if not isinstance(found, Mapping):
            return None
        found = found.get(part)
    return found


def _check(field: str, rule: Rule) -> None:
    unknown = [name for name in rule.transforms if name not in TRANSFORMS]
    if unknown:
        raise BadRuleError(f"{field}: there is no transform {unknown[0]!r}; there are {', '.join(TRANSFORMS)}.")
    if rule.source in {"path", "template", "lookup", "cel"} and not isinstance(rule.value, str):
        raise BadRuleError(f"{field}: {rule.source} is a text, not {rule.value!r}.")
    if rule.source == "lookup" and not rule.key:
        raise BadRuleError(f"{field}: a lookup needs the key it looks up.")
    if rule.source == "cel":
        compiled(rule.value)


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
