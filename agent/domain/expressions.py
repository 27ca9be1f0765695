"""Expressions in flows: CEL, compiled once, evaluated on plain values.

CEL has no input and no output, so an expression can compute a value and nothing else. The library cannot be
interrupted, so whatever could make it work long is bounded before: the size of the text, nesting, going through lists,
joining texts, and patterns. Used for conditions and for computed fields.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import cel

from agent.domain.tokens import MACROS, Token, names, tokens

#: Longest expression that is accepted, in characters.
MAX_LENGTH = 2000

#: Longest expression that goes through a list, and most additions in it: both count once for each element.
_MAX_MACRO_LENGTH = 500
_MAX_MACRO_SUMS = 8

#: Deepest nesting of brackets, and most additions: joining texts copies what was joined so far.
_MAX_DEPTH = 40
_MAX_SUMS = 60

#: Longest pattern, most patterns, and how far its counted repetitions may multiply.
_MAX_PATTERN = 200
_MAX_PATTERNS = 3
_MAX_REPEATS = 100

#: Longest text that an expression may give.
_MAX_RESULT = 20_000

_COUNTED = re.compile(r"\{(\d+)?(?:,(\d+)?)?\}")
_UNKNOWN = re.compile(r"Undefined variable or function: '([^']*)'")
_PLACE = re.compile(r"<input>:(\d+):(\d+): (?:Syntax error: )?([^\n]*)")

#: What the library says of an operation on values of the wrong types, in words for people.
_WRONG_TYPES = "an operation does not fit the types of its values, such as a text compared with a number"


class BadExpressionError(ValueError):
    """The expression cannot be read, or cannot be evaluated on these facts; the message says where and why.

    Args:
        expression: The whole of it.
        why: The reason.
        line: Line of the place, from 1; 0 where it is the whole expression.
        column: Column of the place, from 1.
    """

    def __init__(self, expression: str, why: str, line: int = 0, column: int = 0) -> None:
        where = f" (line {line}, column {column})" if line else ""
        super().__init__(f"{expression!r}{where}: {why}")
        self.expression, self.why, self.line, self.column = expression, why, line, column


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

    def add(self, name: str, value: Any) -> None:
        """Give the plain ``value`` a name, as well."""
        try:
            self._context.add_variable(name, value)
        except ValueError:
            text = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
            self._context.add_variable(name, json.loads(text))

    def evaluate(self, expression: str) -> Any:
        """Return the value of ``expression``.

        Raises:
            BadExpressionError: When it cannot be read, names something that is not there, or gives too long a text.
        """
        program = compiled(expression)
        try:
            value = program.execute(self._context)
        except (ValueError, TypeError, RuntimeError, LookupError, ArithmeticError, AttributeError) as error:
            raise _refused(expression, error) from error
        if isinstance(value, str | bytes) and len(value) > _MAX_RESULT:
            raise BadExpressionError(expression, f"its text has more than {_MAX_RESULT:,} characters.")
        return value

    def holds(self, expression: str) -> bool:
        """Return whether the condition ``expression`` is true.

        Raises:
            BadExpressionError: When it is neither true nor false.
        """
        value = self.evaluate(expression)
        if not isinstance(value, bool):
            raise BadExpressionError(expression, f"it is {value!r}, neither true nor false.")
        return value


@lru_cache(maxsize=1024)
def compiled(expression: str) -> Any:
    """Return ``expression`` compiled.

    Raises:
        BadExpressionError: When it is too long, could take too long, or cannot be read.
    """
    if len(expression) > MAX_LENGTH:
        start = expression[:40]
        why = f"an expression has at most {MAX_LENGTH} characters; this one has {len(expression)}."
        raise BadExpressionError(f"{start}...", why)
    _bound(expression, tokens(expression))
    try:
        return cel.compile(expression)
    except (ValueError, TypeError, RuntimeError) as error:
        raise _refused(expression, error) from error


def _bound(expression: str, words: Sequence[Token]) -> None:
    """Refuse what could keep the library busy for long."""
    _bound_depth(expression, words)
    sums = [word for word in words if word.text == "+"]
    if len(sums) > _MAX_SUMS:
        raise _too_long(expression, sums[_MAX_SUMS], f"more than {_MAX_SUMS} additions")
    macros = [word for word, after in pairwise(words) if word.text in MACROS and after.text == "("]
    patterns = [at for at, word in enumerate(words) if word.text == "matches"]
    if len(macros) > 1:
        raise _too_long(expression, macros[1], "more than one of map, filter, all and exists")
    if macros and (len(expression) > _MAX_MACRO_LENGTH or len(sums) > _MAX_MACRO_SUMS or patterns):
        what = (
            f"{macros[0].text} with patterns, more than {_MAX_MACRO_SUMS} additions or {_MAX_MACRO_LENGTH} characters"
        )
        raise _too_long(expression, macros[0], what)
    if len(patterns) > _MAX_PATTERNS:
        raise _too_long(expression, words[patterns[_MAX_PATTERNS]], f"more than {_MAX_PATTERNS} patterns")
    for at in patterns:
        _bound_pattern(expression, words, at)


def _bound_depth(expression: str, words: Sequence[Token]) -> None:
    depth = 0
    for word in words:
        depth += (word.text in {"(", "[", "{"}) - (word.text in {")", "]", "}"})
        if depth > _MAX_DEPTH:
            raise _too_long(expression, word, f"more than {_MAX_DEPTH} brackets within brackets")


def _bound_pattern(expression: str, words: Sequence[Token], at: int) -> None:
    """Refuse a pattern that is no text of the expression itself, or that multiplies its repetitions."""
    argument = words[at + 2 : at + 4]
    if [word.kind for word in argument] != ["text", "sign"] or argument[1].text != ")":
        why = 'a pattern is written out: matches("..."), never taken from a value.'
        raise BadExpressionError(expression, why, words[at].line, words[at].column)
    pattern, repeats = argument[0].text, 1
    for counted in _COUNTED.finditer(pattern):
        repeats *= max(1, *(int(number) for number in counted.groups(default="1")))
    if len(pattern) > _MAX_PATTERN or repeats > _MAX_REPEATS:
        what = f"a pattern of more than {_MAX_PATTERN} characters or {_MAX_REPEATS} repetitions"
        raise _too_long(expression, argument[0], what)


def _too_long(expression: str, word: Token, what: str) -> BadExpressionError:
    return BadExpressionError(expression, f"{what} takes too long.", word.line, word.column)


def _refused(expression: str, error: Exception) -> BadExpressionError:
    """Return the library's refusal in one line, with the place where it is known."""
    text = str(error).strip()
    if place := _PLACE.search(text):
        # What could stand there instead is a list of the grammar's words, which help nobody.
        return BadExpressionError(expression, place[3].split(" expecting ")[0], int(place[1]), int(place[2]))
    if unknown := _UNKNOWN.match(text):
        return _missing(expression, unknown[1])
    if isinstance(error, LookupError):
        return _missing(expression, text.strip("\"'"))
    if "No such overload" in text:
        return BadExpressionError(expression, f"{_WRONG_TYPES}.")
    return BadExpressionError(expression, text.splitlines()[0] if text else type(error).__name__)


def _missing(expression: str, part: str) -> BadExpressionError:
    name = next((name for name in names(expression) if part in name.path.split(".")), None)
    where = (name.line, name.column) if name else (0, 0)
    return BadExpressionError(expression, f"there is no {part}.", *where)
