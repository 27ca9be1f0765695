"""The words of a CEL expression with their places: enough to bound it, to find its names, and to read conditions.

The library parses and evaluates; it does not show what it parsed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)
    |(?P<text>[bB]?[rR]?(?:\"\"\"[\s\S]*?\"\"\"|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |(?P<number>0x[0-9a-fA-F]+u?|\d+\.\d+(?:[eE][+-]?\d+)?|\d+(?:[eE][+-]?\d+)?u?)
    |(?P<name>[A-Za-z_]\w*)
    |(?P<sign>&&|\|\||==|!=|<=|>=|.)""",
    re.VERBOSE | re.DOTALL,
)

#: Words that are no names of values.
RESERVED = frozenset({"true", "false", "null", "in"})

#: Functions that go through a list; their first argument is a name of their own.
MACROS = frozenset({"map", "filter", "all", "exists", "exists_one"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word.

    Attributes:
        kind: ``text``, ``number``, ``name`` or ``sign``.
        text: As it stands there.
        line: From 1.
        column: From 1.
    """

    kind: str
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Name:
    """A value that an expression names.

    Attributes:
        path: Its parts, dotted.
        line: Line it begins in, from 1.
        column: Column it begins in, from 1.
    """

    path: str
    line: int
    column: int


def tokens(expression: str) -> tuple[Token, ...]:
    """Return the words of ``expression``, blanks and comments left out; what no word begins with is a sign."""
    found = []
    line, start = 1, 0
    for match in _TOKEN.finditer(expression):
        kind = str(match.lastgroup)
        if kind != "space":
            found.append(Token(kind, match[0], line, match.start() - start + 1))
        if newlines := match[0].count("\n"):
            line += newlines
            start = match.start() + match[0].rindex("\n") + 1
    return tuple(found)


def names(expression: str) -> tuple[Name, ...]:
    """Return the values that ``expression`` names, in order: ``payer.name``, and ``customer.metadata.po`` for ['po'].

    What a macro calls its element is not among them, nor are functions.
    """
    words = tokens(expression)
    own = _macro_names(words)
    return tuple(name for name in _names(words) if name.path.split(".")[0] not in own)


def _macro_names(words: Sequence[Token]) -> set[str]:
    places = (at for at, word in enumerate(words[:-2]) if word.text in MACROS and words[at + 1].text == "(")
    return {words[at + 2].text for at in places}


def _names(words: Sequence[Token]) -> Iterator[Name]:
    at = 0
    while at < len(words):
        word = words[at]
        after_dot = at > 0 and words[at - 1].text == "."
        if word.kind != "name" or word.text in RESERVED or after_dot:
            at += 1
            continue
        parts, at = path_at(words, at)
        if _is(words, at, "("):
            # The last part is a function, of the value before it or of none.
            parts = parts[:-1]
        if parts:
            yield Name(".".join(parts), word.line, word.column)


def path_at(words: Sequence[Token], at: int) -> tuple[list[str], int]:
    """Return the parts of the path that begins at ``at``, and where the words go on after it."""
    parts = [words[at].text]
    at += 1
    while True:
        if _is(words, at, ".") and at + 1 < len(words) and words[at + 1].kind == "name":
            parts.append(words[at + 1].text)
            at += 2
        elif _is(words, at, "[") and _is(words, at + 2, "]") and words[at + 1].kind == "text":
            parts.append(words[at + 1].text[1:-1])
            at += 3
        else:
            return parts, at


def _is(words: Sequence[Token], at: int, text: str) -> bool:
    return at < len(words) and words[at].text == text
