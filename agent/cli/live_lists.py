"""What SYSPRO's own lists say of a mapping: asked by `mapping check`, and after every change of it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from agent.cli.asking import finished
from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.show import cell, console, table
from agent.cli.surroundings import Surroundings
from agent.domain.errors import AgentError
from agent.domain.lists import ListFinding, Verdict, findings_from

_BUSY = "The engine is busy; `syspro-stripe mapping check` asks again."

#: Verdict -> what it is called in a list, the worst first.
_SAID = {
    Verdict.MISSING: "refused",
    Verdict.ELSEWHERE: "refused",
    Verdict.CONTROL: "refused",
    Verdict.UNSURE: "look at it",
    Verdict.NOT_CHECKED: "not checked",
}


def found_live(
    surroundings: Surroundings, home: Path, *, draft: bool, setting: str = ""
) -> tuple[ListFinding, ...] | None:
    """Return what SYSPRO's lists say of the mapping of now or the draft; ``None`` where SYSPRO is not set up yet.

    A running engine is asked, because a second logon of SYSPRO's operator would end its session.

    Args:
        surroundings: How a home is opened.
        home: The home folder.
        draft: Whether the draft is meant.
        setting: Name of the one setting that is looked at; empty for all of the mapping.

    Raises:
        Said: When the engine cannot look, or is busy.
        Misconfigured: When SYSPRO's settings cannot be used.
    """
    with surroundings.desk(home) as desk:
        if desk.service.missing():
            return None
        if desk.service.engine_alive():
            command = finished(surroundings, desk, desk.service.mapping.look_into_lists(draft=draft, setting=setting))
            if command is None:
                raise Said(_BUSY, ExitCode.NOT_REACHABLE)
            if not command.ok:
                raise Said(command.result, ExitCode.NEEDS_PERSON)
            return findings_from(command.result)
    from agent.checks import found_in_lists  # noqa: PLC0415 - brings the connectors and Stripe's library

    with surroundings.home(home) as opened:
        return found_in_lists(opened, draft=draft, setting=setting)


def looked_after(
    surroundings: Surroundings, home: Path, *, draft: bool = False, setting: str = "", aloud: bool
) -> tuple[ListFinding, ...] | None:
    """Return what SYSPRO's lists say of what was just changed, and print it on standard error where it is said aloud.

    The change is done whatever they say; where they cannot be asked, that is said, and ``None`` is returned.
    """
    try:
        findings = found_live(surroundings, home, draft=draft, setting=setting)
    except (Said, AgentError) as error:
        if aloud:
            why = error.problem.message if isinstance(error, AgentError) else str(error)
            click.echo(f"SYSPRO's lists were not asked about it: {cell(why)}", err=True)
        return None
    for one in (findings or ()) if aloud else ():
        if one.verdict is not Verdict.NOT_CHECKED:
            click.echo(f"{cell(one.named.place)}: {cell(one.message)}", err=True)
    return findings


def exit_code(findings: Iterable[ListFinding]) -> ExitCode:
    """Return 1 where SYSPRO would refuse something, else 0: what was not checked is said, and refuses nothing."""
    return ExitCode.NEEDS_PERSON if any(one.is_refused for one in findings) else ExitCode.FINE


def rows(findings: Iterable[ListFinding]) -> list[dict[str, Any]]:
    """Return findings as JSON says them."""
    return [
        {
            "place": one.named.place,
            "list": one.named.list.value,
            "code": one.named.code,
            "verdict": one.verdict.value,
            "message": one.message,
            "nearest": list(one.nearest),
        }
        for one in findings
    ]


def print_table(findings: Iterable[ListFinding]) -> None:
    """Print findings, the worst first."""
    order = list(_SAID)
    made = table("", "", "Where", "What")
    for one in sorted(findings, key=lambda one: order.index(one.verdict)):
        made.add_row(_SAID[one.verdict], cell(one.named.place), cell(one.message))
    console().print(made)
