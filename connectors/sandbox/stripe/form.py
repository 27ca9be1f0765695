"""Stripe's form notation: ``a[b][0][c]=x``, ``types[0]=``, ``types[]=`` into nested values (docs.stripe.com/api)."""

import re
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from connectors.sandbox.stripe.errors import bad

Tree: TypeAlias = dict[str, Any]

_NAME = re.compile(r"^([^\[\]]+)((?:\[[^\[\]]*\])*)$")
_STEP = re.compile(r"\[([^\[\]]*)\]")


def _steps(name: str) -> list[str]:
    found = _NAME.match(name)
    if found is None:
        raise bad(f"Invalid request: could not parse the parameter name '{name}'", param=name)
    return [found[1], *_STEP.findall(found[2])]


def _place(tree: Tree, steps: list[str], value: str) -> None:
    node = tree
    for step in steps[:-1]:
        key = str(len(node)) if step == "" else step
        below = node.setdefault(key, {})
        if not isinstance(below, dict):
            raise bad("Invalid hash", param=steps[0])
        node = below
    last = steps[-1]
    node[str(len(node)) if last == "" else last] = value


def _with_lists(tree: Tree) -> None:
    """Turn hashes with the keys 0..n-1 into lists, the innermost first."""
    nodes = [tree]
    for node in nodes:  # grows while it is walked, until every hash is in it
        nodes.extend(value for value in node.values() if isinstance(value, dict))
    for node in reversed(nodes):
        for name, value in node.items():
            if isinstance(value, dict) and value and all(key.isdigit() for key in value):
                node[name] = [value[key] for key in sorted(value, key=int)]


def parse_form(text: str) -> Tree:
    """Return the nested values of a query string or a form body; leaves are text."""
    tree: Tree = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        _place(tree, _steps(name), value)
    _with_lists(tree)
    return tree
