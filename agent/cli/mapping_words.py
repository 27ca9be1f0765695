"""What the commands about the mapping share: options, how refusals are told, how changes are shown."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.live_lists import looked_after, rows
from agent.cli.options import Function
from agent.cli.show import cell, echo_json
from agent.cli.surroundings import Surroundings
from agent.domain.flows import BadFlowError
from agent.mappings import Changed, unusable


def draft_option(function: Function) -> Function:
    """Add ``--draft``: the argument ``draft``, true when it is given."""
    text = "Work on the draft instead of what is in force; `mapping apply` puts it in force."
    return click.option("--draft", is_flag=True, help=text)(function)


def comment_option(function: Function) -> Function:
    """Add ``--comment``: the argument ``comment``, kept with the revision."""
    return click.option("--comment", default="", help="Why; kept with the revision.")(function)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn a refused flow into a sentence and the exit code."""
    try:
        yield
    except BadFlowError as error:
        problem = unusable(error)
        raise Said(f"{problem.message} {problem.press}", ExitCode.NEEDS_PERSON) from error


def echo_changed(surroundings: Surroundings, home: Path, changed: Changed, *, as_json: bool) -> None:
    """Print what a change did, and what SYSPRO's own lists say of it."""
    if as_json:
        findings = looked_after(surroundings, home, draft=changed.number is None, aloud=False) if changed.lines else ()
        told = None if findings is None else rows(findings)
        echo_json({"number": changed.number, "lines": changed.lines, "findings": told})
        return
    echo_lines(changed.lines)
    if changed.number is None:
        click.echo("It is in the draft; `syspro-stripe preview --draft` shows what it would post.")
    elif changed.lines:
        click.echo(f"Revision {changed.number} is in force. A running engine takes it over by itself.")
    if changed.lines:
        looked_after(surroundings, home, draft=changed.number is None, aloud=True)


def echo_lines(lines: Sequence[str]) -> None:
    """Print differences, a line each."""
    for line in lines:
        click.echo(cell(line))
    if not lines:
        click.echo("Nothing is different.")
