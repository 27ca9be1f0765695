"""Fill a kind's dataclass from a field map: each value fitted to the target's declaration."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import Any

from agent.domain.expressions import Scope
from agent.domain.fitting import Change, DoesNotFitError, fit_number, fit_text
from agent.domain.kinds import Target, targets_of
from agent.domain.money import SYSPRO_VALUE_LIMIT, Money
from agent.domain.rules import Rule, apply_rule


@dataclass(frozen=True, slots=True)
class Filled:
    """The result of a field map.

    Attributes:
        values: Attribute name -> fitted value.
        changes: What had to be shortened or rewritten.
        missing: Required fields that came out empty, by SYSPRO's element name.
    """

    values: dict[str, Any]
    changes: tuple[Change, ...]
    missing: tuple[str, ...]


def fill(body: type[Any], rules: Mapping[str, Rule], values: Mapping[str, Any], scope: Scope) -> Filled:
    """Return the attributes of ``body`` that ``rules`` give.

    Raises:
        DoesNotFitError: When a number is no number or too large for SYSPRO's field.
        BadExpressionError: When an expression cannot be evaluated.
    """
    targets = targets_of(body)
    defaults = {attribute.name: attribute.default for attribute in fields(body)}
    filled: dict[str, Any] = {}
    changes: list[Change] = []
    missing = []
    for element, rule in rules.items():
        name, target = targets[element]
        value, changed = _fit(target, defaults[name], apply_rule(rule, values, scope))
        filled[name] = value
        changes.extend(changed)
        if target.required and value in ("", None):
            missing.append(element)
    return Filled(filled, tuple(changes), tuple(missing))


def _fit(target: Target, default: Any, value: Any) -> tuple[Any, tuple[Change, ...]]:
    if isinstance(value, Money):
        return _checked(target, value), ()
    if isinstance(default, bool):
        return bool(value), ()
    if target.whole:
        return fit_number(_decimal(target, value), target.whole, target.places, target.element), ()
    if target.length:
        return fit_text("" if value is None else str(value), target.length, target.element)
    return (None if value == "" else value), ()


def _checked(target: Target, value: Money) -> Money:
    """Return ``value`` if SYSPRO's value fields (14,2) can hold it exactly."""
    amount = value.to_decimal()
    if abs(amount) >= SYSPRO_VALUE_LIMIT:
        raise DoesNotFitError(f"{target.element}: {value} is more than SYSPRO's fields can hold.")
    if amount != amount.quantize(Decimal("0.01")):
        raise DoesNotFitError(f"{target.element}: {value} has more than the two decimals that SYSPRO keeps.")
    return value


def _decimal(target: Target, value: Any) -> Decimal:
    try:
        return Decimal(str(value or 0))
    except InvalidOperation as error:
        raise DoesNotFitError(f"{target.element}: {value!r} is no number.") from error
