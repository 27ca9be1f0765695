"""``audit``: prove that nothing was altered, and follow one Stripe object or SYSPRO key through the books."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent.cli.exits import ExitCode
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, heading, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.audit import Altered, Examination


@click.group()
def audit() -> None:
    """Prove that nothing was altered, or follow one payment.

    The audit is a chain: each row holds a hash over itself and the row before it, and a digest of the decision, facts,
    document or mapping revision that it is about.
    """


@audit.command()
@home_option
@json_option
@pass_surroundings
def verify(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Find every row that was altered.

    Compares the chain, and each decision with its facts, each document and each mapping revision with what the chain
    says of it. May run while the engine does. Ends with 1 when something was altered.

    The last hash that is printed, kept on paper, proves later that the chain was not written anew as a whole.
    """
    with surroundings.desk(home) as desk:
        found = desk.service.examine()
        zone = ZoneInfo(desk.service.values().text("site.time_zone"))
    if as_json:
        echo_json({"whole": found.whole, **{name: getattr(found, name) for name in Examination.__slots__}})
    else:
        _print(found, zone)
    click.get_current_context().exit(ExitCode.FINE if found.whole else ExitCode.NEEDS_PERSON)


def _print(found: Examination, zone: ZoneInfo) -> None:
    out = console()
    if found.whole:
        heading(out, "whole", "Nothing was altered.", "green")
    else:
        heading(out, "altered", _rows(found.found) + " not what was written.", "red")
        made = table("", "Table", "Row", "When", "Action", "About", "What is wrong", right=["Row"])
        for one in found.altered:
            made.add_row(*map(cell, _cells(one, zone)))
        out.print(made)
        if found.found > len(found.altered):
            out.print(f"and {found.found - len(found.altered):,} more.")
        out.print()
    out.print(
        f"{found.rows:,} rows of the chain, {found.decisions:,} decisions with their facts, {found.documents:,} "
        f"documents and {found.revisions:,} mapping revisions were compared."
    )
    if found.unsealed:
        out.print(f"{found.unsealed:,} are from a version of the program that did not seal them.")
    if found.head:
        out.print(f"Last hash: row {found.rows:,}, {found.head}")


def _cells(one: Altered, zone: ZoneInfo) -> tuple[object, ...]:
    when = f"{datetime.fromtimestamp(one.at, UTC).astimezone(zone):%Y-%m-%d %H:%M:%S}" if one.at else ""
    return one.table, one.row, when, one.action, one.subject, one.what


def _rows(count: int) -> str:
    return "1 row is" if count == 1 else f"{count:,} rows are"
