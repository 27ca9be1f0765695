"""Options that several commands share: the folder, the pair, the form of what is printed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from agent.cli.boundary import HOME
from agent.pairs import HOME_VARIABLE, MAIN, Pair, default_home, find_pair, names_of, pairs_of

#: Number of a document, discrepancy or revision: what the database can hold.
NUMBER = click.IntRange(1, 2**63 - 1)

#: A command's function before click makes a command of it.
Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The pairs that a command is about.

    Attributes:
        root: The installation's own folder.
        only: Name of the one that was named; empty for all.
        pairs: The pairs, at least one.
    """

    root: Path
    only: str
    pairs: tuple[Pair, ...]


def root_option(function: Function) -> Function:
    """Add ``--home``: the argument ``home``, the installation's own folder."""
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        default=default_home,
        envvar=HOME_VARIABLE,
        show_envvar=True,
        callback=_remember,
        help="Folder of the agent's database, flows and logs.  [default: the platform's data folder]",
    )(function)


def home_option(function: Function) -> Function:
    """Add ``--home`` and ``--pair``: the argument ``home``, the home folder of one pair."""

    @wraps(function)
    def with_home(*arguments: Any, home: Path, pair: str | None, **options: Any) -> Any:
        path = only_pair(home, pair).path
        _remember(click.get_current_context(), None, path)
        return function(*arguments, home=path, **options)

    return root_option(_pair_option("The pair to work on, where the installation has several.")(with_home))


def pairs_option(function: Function) -> Function:
    """Add ``--home`` and ``--pair``: the argument ``chosen``, one pair or all."""

    @wraps(function)
    def with_pairs(*arguments: Any, home: Path, pair: str | None, **options: Any) -> Any:
        pairs = pairs_of(home) if pair is None else [find_pair(home, pair)]
        return function(*arguments, chosen=Chosen(home, pair or "", tuple(pairs)), **options)

    return root_option(_pair_option("Only this pair.  [default: all]")(with_pairs))


def json_option(function: Function) -> Function:
    """Add ``--json``: the argument ``as_json``, true when it is given."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object on one line.")(function)


def _pair_option(help_text: str) -> Callable[[Function], Function]:
    return click.option("--pair", envvar="SYSPRO_STRIPE_PAIR", metavar="NAME", help=help_text)


def pair_option(function: Function) -> Function:
    """Add ``--pair`` alone: the argument ``pair``, which :func:`only_pair` turns into one."""
    return _pair_option("The pair to work on, where the installation has several.")(function)


def only_pair(root: Path, name: str | None) -> Pair:
    """Return the pair that is named, or the only one there is."""
    if name is not None:
        return find_pair(root, name)
    pairs = pairs_of(root)
    if [pair.name for pair in pairs] != [MAIN]:
        raise click.UsageError(f"Say which pair: {names_of(pairs)}.")
    return pairs[0]


def _remember(ctx: click.Context, _: click.Parameter | None, value: Path) -> Path:
    ctx.meta[HOME] = value
    return value
