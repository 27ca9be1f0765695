"""Expressions in flows: CEL, compiled once, evaluated on plain values.

CEL has no input and no output, so an expression can compute a value and nothing else; the size of its text is bounded
here, and so is going through lists. Used for conditions and for computed fields.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import cel

#: What goes through a list; one within another multiplies the time.
_MACRO = re.compile(r"\.\s*(?:map|filter|all|exists|exists_one)\s*\(")

#: Longest expression that is accepted, in characters.
MAX_LENGTH = 2000


class BadExpressionError(ValueError):
    """The expression cannot be read, or cannot be evaluated on these facts; the message says where."""


class Scope:
    """The names an expression may use, converted once and used for all expressions of one decision.

    Args:
        values: Plain values by name: texts, whole numbers, yes/no, lists, maps.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        try:
            self._context = cel.Context(variables=dict(values))
        except ValueError:
            # JSON can carry half of a surrogate pair, which is no character; it becomes a question mark.
            text = json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")
            self._context = cel.Context(variables=json.loads(text))

    def evaluate(self, expression: str) -> Any:
        """Return the value of ``expression``.

        Raises:
            BadExpressionError: When it cannot be read, or names something that is not there.
        """
        program = compiled(expression)
        try:
            return program.execute(self._context)
        except (ValueError, TypeError, RuntimeError, LookupError, ArithmeticError, AttributeError) as error:
            raise BadExpressionError(f"{expression!r}: {_first_line(error)}") from error

    def holds(self, expression: str) -> bool:
        """Return whether the condition ``expression`` is true.

        Raises:
            BadExpressionError: When it is neither true nor false.
        """
        value = self.evaluate(expression)
        if not isinstance(value, bool):
            raise BadExpressionError(f"{expression!r} is {value!r}, neither true nor false.")
        return value


@lru_cache(maxsize=1024)
def compiled(expression: str) -> Any:
    """Return ``expression`` compiled.

    Raises:
        BadExpressionError: When it is too long or cannot be read.
    """
    if len(_MACRO.findall(expression)) > 1:
        raise BadExpressionError(f"{expression!r}: more than one of map, filter, all and exists takes too long.")
    if len(expression) > MAX_LENGTH:
        raise BadExpressionError(f"An expression has at most {MAX_LENGTH} characters; this one has {len(expression)}.")
    try:
        return cel.compile(expression)
    except (ValueError, TypeError, RuntimeError) as error:
        raise BadExpressionError(f"{expression!r}: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
