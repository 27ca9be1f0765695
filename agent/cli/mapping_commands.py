"""``mapping``: the revisions of flows and deciding settings, the draft, and what may be mapped."""

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.live_lists import exit_code, found_live, print_table, rows
from agent.cli.mapping_words import comment_option, draft_option, echo_changed, echo_lines, told_plainly
from agent.cli.options import NUMBER, home_option, json_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.suggest_command import suggest
from agent.cli.suggest_values_command import suggest_values
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.cli.usual_command import usual
from agent.domain.kinds import BODIES, Kind, OrderLine, Target, targets_of
from agent.domain.sources import joined, sources_of
from agent.domain.sources_table import ROWS

#: What an order's line is called beside the kinds.
_LINE = "order_line"


@click.group()
def mapping() -> None:
    """Revisions of the mapping: history, differences, back to an earlier one; and the draft."""


@mapping.command()
@home_option
@json_option
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Most rows.")
@pass_surroundings
def history(surroundings: Surroundings, home: Path, limit: int, *, as_json: bool) -> None:
    """List the revisions, newest first: who put what in force when, and why."""
    with surroundings.desk(home) as desk:
        found = desk.service.mapping.history(limit)
        if as_json:
            names = ("number", "author", "comment", "created_at")
            echo_json([{name: getattr(one, name) for name in names} for one in found])
            return
        zone = ZoneInfo(desk.service.values().text("site.time_zone"))
        made = table("", "Revision", "Since", "By", "Comment", right=["Revision"])
        for one in found:
            when = say_when(one.created_at, desk.clock.now(), zone)
            made.add_row(str(one.number), when, cell(one.author), cell(one.comment))
        console().print(made)


@mapping.command()
@click.argument("one", type=NUMBER)
@click.argument("other", type=NUMBER)
@home_option
@json_option
@pass_surroundings
def diff(surroundings: Surroundings, home: Path, one: int, other: int, *, as_json: bool) -> None:
    """Say what revision OTHER has otherwise than revision ONE."""
    with surroundings.desk(home) as desk, told_plainly():
        lines = desk.service.mapping.difference(one, other)
    if as_json:
        echo_json(lines)
    else:
        echo_lines(lines)


@mapping.command()
@click.argument("number", type=NUMBER)
@home_option
@json_option
@comment_option
@pass_surroundings
def rollback(surroundings: Surroundings, home: Path, number: int, comment: str, *, as_json: bool) -> None:
    """Put the flows and deciding settings of revision NUMBER in force again, as a new revision."""
    with surroundings.desk(home) as desk, told_plainly():
        changed = desk.service.mapping.roll_back(number, comment)
    echo_changed(surroundings, home, changed, as_json=as_json)


@mapping.command()
@home_option
@json_option
@pass_surroundings
def draft(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Say what the draft has otherwise than what is in force."""
    with surroundings.desk(home) as desk, told_plainly():
        lines = desk.service.mapping.drafted()
    if as_json:
        echo_json(lines)
    else:
        echo_lines(lines)


@mapping.command()
@home_option
@json_option
@comment_option
@pass_surroundings
def apply(surroundings: Surroundings, home: Path, comment: str, *, as_json: bool) -> None:
    """Put the draft in force."""
    with surroundings.desk(home) as desk, told_plainly():
        changed = desk.service.mapping.apply_draft(comment or "The draft")
    echo_changed(surroundings, home, changed, as_json=as_json)


@mapping.command()
@home_option
@pass_surroundings
def discard(surroundings: Surroundings, home: Path) -> None:
    """Forget the draft."""
    with surroundings.desk(home) as desk:
        desk.service.mapping.discard_draft()
    click.echo("There is no draft now.")


@mapping.command()
@home_option
@json_option
@draft_option
@pass_surroundings
@click.pass_context
def check(ctx: click.Context, surroundings: Surroundings, home: Path, *, as_json: bool, draft: bool) -> None:
    """Ask SYSPRO's own lists whether they have what the flows and settings name.

    Customers, stock codes, warehouses, branches, terms, areas, currencies, banks, ledger codes and open ledger periods;
    control accounts are refused. Ends with 1 where SYSPRO would refuse something. What cannot be read is said to be not
    checked.
    """
    findings = found_live(surroundings, home, draft=draft)
    if findings is None:
        raise Said("SYSPRO is not set up yet, so its lists cannot be asked.", ExitCode.MISCONFIGURED)
    if as_json:
        echo_json(rows(findings))
    elif findings:
        print_table(findings)
    else:
        click.echo("SYSPRO has every code that the mapping names.")
    ctx.exit(exit_code(findings))


@mapping.command()
@click.argument("kind", type=click.Choice([*(kind.value for kind in Kind), _LINE]))
@json_option
def fields(kind: str, *, as_json: bool) -> None:
    """List the fields of a KIND of document that a flow may fill."""
    body = OrderLine if kind == _LINE else BODIES[Kind(kind)]
    found = [target for _, target in targets_of(body).values()]
    if as_json:
        echo_json(found)
        return
    made = table("", "Field", "Type", "", "Default", "Allowed by", "What it is")
    for target in found:
        needed = "required" if target.required else ""
        made.add_row(target.element, _type(target), needed, target.default, target.table, target.help)
    console().print(made)


@mapping.command()
@click.argument("subject", type=click.Choice(list(ROWS)))
@home_option
@json_option
@click.option("--line", is_flag=True, help="With the fields of an order's line.")
@pass_surroundings
def sources(surroundings: Surroundings, home: Path, subject: str, *, as_json: bool, line: bool) -> None:
    """List what the flows about a SUBJECT may name, and what the account's own history adds."""
    with surroundings.desk(home) as desk:
        found = joined(sources_of(subject, line=line), desk.service.found_sources())
    if as_json:
        echo_json(found)
        return
    made = table("", "Path", "Type", "Seen", "Example", "What it is", right=["Seen"])
    for source in found:
        seen = f"{source.found:,}" if source.found else ""
        made.add_row(cell(source.path), source.type.value, seen, cell(source.example), cell(source.meaning))
    console().print(made)


def _type(target: Target) -> str:
    size = f", {target.length}" if target.length else f", {target.whole}.{target.places}" if target.whole else ""
    return f"{target.type.value}{size}"


mapping.add_command(suggest)
mapping.add_command(suggest_values)
mapping.add_command(usual)
