"""The checkout as the tidy tests see it: its files as text, its Python as syntax trees."""

import ast
import os
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]

#: Folders that hold our Python, beside the tests.
PRODUCT = ("agent", "connectors", "gui", "installer", "jobs")

_NOT_OURS = frozenset(
    ".git .venv __pycache__ .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist htmlcov".split()
)


@dataclass(frozen=True)
class Source:
    """One text file of ours."""

    path: str
    text: str

    @cached_property
    def tree(self):
        return ast.parse(self.text, self.path)

    @cached_property
    def nodes(self):
        """Every syntax node; walking is most of the work of a rule."""
        return tuple(ast.walk(self.tree))

    @property
    def module(self):
        """The dotted name, such as `agent.domain.money`."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def lines(self):
        return len(self.text.splitlines())


def entries_at_top():
    """Names at the top of the checkout, without what git ignores."""
    return [path.name for path in TOP.iterdir() if not _is_ignored(path.name)]


@cache
def texts():
    """Every text file of the checkout, without what git ignores."""
    found = []
    for folder, folders, names in os.walk(TOP):
        folders[:] = sorted(name for name in folders if not _is_ignored(name))
        for name in sorted(set(names) - _NOT_OURS):
            path = Path(folder, name)
            content = b"" if path.is_symlink() else path.read_bytes()
            if b"\0" not in content and not name.endswith((".pyc", ".coverage")):
                text = content.decode(errors="replace")
                found.append(Source(path.relative_to(TOP).as_posix(), text))
    return tuple(found)


def python(*folders):
    """Every Python module below `folders`."""
    prefixes = tuple(f"{folder}/" for folder in folders)
    return [source for source in texts() if source.path.startswith(prefixes) and source.path.endswith(".py")]


def product():
    """Every Python module of the product."""
    return python(*PRODUCT)


def nodes(source, *kinds):
    """Every syntax node of the given kinds."""
    return (node for node in source.nodes if isinstance(node, kinds))


def at(source, node, sentence):
    """One finding, in the form that editors can jump to."""
    return f"{source.path}:{node.lineno} {sentence}"


def within(source, *places):
    """Tell whether the file is one of `places`: a path, the start of one, or a folder."""
    return source.path.startswith(places)


def _is_ignored(name):
    return name in _NOT_OURS or name.endswith(".egg-info")
