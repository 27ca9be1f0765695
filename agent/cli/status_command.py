"""``status``: is everything right, and up to when?"""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from agent.cli.exits import ExitCode, exit_code_of
from agent.cli.options import Chosen, json_option, pairs_option
from agent.cli.show import cell, console, echo_json, heading, print_books, table
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.cli.waiting import Waiting, more_waiting, waiting_for_you
from agent.domain.codec import to_plain
from agent.domain.documents import State
from agent.domain.errors import AgentError
from agent.domain.status import Overall
from agent.domain.status_page import Status
from agent.pairs import Pair
from connectors.machine import machine_name

_STYLES = {
    Overall.MISCONFIGURED: "red",
    Overall.STOPPED: "red",
    Overall.IN_DOUBT: "magenta",
    Overall.NEEDS_YOU: "yellow",
    Overall.OFFLINE: "yellow",
    Overall.PAUSED: "white",
    Overall.WORKING: "cyan",
    Overall.PROVEN: "green",
    Overall.IDLE: "white",
}

#: States that ``--exit-code`` says; all others are fine.
_EXITS = {
    Overall.MISCONFIGURED: ExitCode.MISCONFIGURED,
    Overall.STOPPED: ExitCode.NEEDS_PERSON,
    Overall.IN_DOUBT: ExitCode.NEEDS_PERSON,
    Overall.NEEDS_YOU: ExitCode.NEEDS_PERSON,
    Overall.OFFLINE: ExitCode.NOT_REACHABLE,
}

#: What to do about a state, where its own sentence does not say it.
_PRESS = {
    Overall.MISCONFIGURED: "`syspro-stripe config NAME VALUE` sets a setting; `syspro-stripe check` tries it.",
    Overall.STOPPED: "`syspro-stripe run` starts the engine.",
    Overall.PAUSED: "`syspro-stripe resume` goes on.",
}


@click.command()
@pairs_option
@json_option
@click.option("--exit-code", "tell", is_flag=True, help="End with the state as exit code, for monitoring.")
@pass_surroundings
def status(surroundings: Surroundings, chosen: Chosen, *, as_json: bool, tell: bool) -> None:
    """Say whether everything is right.

    Ends with exit code 0 whatever the state is; --exit-code ends with the state's own, the worst of several pairs, and
    --json names the state.
    """
    several = len(chosen.pairs) > 1
    shown, codes = {}, []
    for pair in chosen.pairs:
        if several and not as_json:
            click.echo(f"The pair {pair.name}")
        try:
            shown[pair.name], code = _of(surroundings, pair, as_json=as_json)
        except AgentError as error:
            if not several:
                raise
            # A pair that cannot be opened hides no other.
            shown[pair.name], code = {"problem": error.problem}, exit_code_of(error)
            if not as_json:
                click.echo(f"{error.problem.message} {error.problem.press}".strip())
        codes.append(code)
    if as_json:
        echo_json({"pairs": shown} if several else shown[chosen.pairs[0].name])
    if tell:
        click.get_current_context().exit(max(codes))


def _of(surroundings: Surroundings, pair: Pair, *, as_json: bool) -> tuple[dict[str, Any], ExitCode]:
    """Print the status of one pair unless it is wanted as JSON; return it with its exit code."""
    with surroundings.desk(pair.path) as desk:
        found, waiting = desk.service.status(), waiting_for_you(desk.service)
        if not as_json:
            _print(desk, found, waiting)
        told = _as_json(found, waiting, pair.path) | {"certificate": to_plain(desk.service.certificate())}
        return told, _EXITS.get(found.verdict.overall, ExitCode.FINE)


def _as_json(found: Status, waiting: list[Waiting], home: Path) -> dict[str, Any]:
    return {
        "verdict": found.verdict,
        "documents": {state.value: count for state, count in found.documents.items()},
        "inbox": found.inbox,
        "jobs": found.jobs,
        "proof": found.proof,
        "proven_at": found.proven_at,
        "reads_used": found.reads_used,
        "engine": found.engine,
        "withdrawn": found.withdrawn,
        "held_decisions": found.held_decisions,
        "discrepancies": found.discrepancies,
        "notes": found.notes,
        "waiting_for_you": waiting,
        "home": home,
    }


def _print(desk: Desk, found: Status, waiting: list[Waiting]) -> None:
    out = console()
    heading(out, found.verdict.overall.value, found.verdict.sentence, _STYLES[found.verdict.overall])
    if press := _PRESS.get(found.verdict.overall):
        out.print(f"{press}\n")
    zone = ZoneInfo(desk.service.values().text("site.time_zone"))
    now = desk.clock.now()
    _print_problems(out, found)
    _print_waiting(out, waiting, more_waiting(desk.service, found))
    _print_counts(out, found)
    _print_jobs(out, found, now, zone)
    if found.proof:
        print_books(out, found.proof)
        out.print(f"Compared {say_when(found.proven_at, now, zone)}.\n")
    if certificate := desk.service.certificate():
        days = (certificate.until_at - certificate.since_at) / 86400
        verdict = "every movement has its outcome" if certificate.holds else "something is missing"
        out.print(
            f"Nothing was read for {days:.1f} days until {say_when(certificate.until_at, now, zone)}; it is caught up: "
            f"{verdict}. `syspro-stripe certificate` shows it.\n"
        )
    out.print(f"Stripe has seen {found.reads_used:,} reads from here in 30 days.")
    if found.machine:
        name = found.machine.partition("/")[0]
        is_here = found.machine == machine_name()
        out.print("This machine posts." if is_here else cell(f"The right to post is with another machine, {name}."))


def _print_problems(out: Console, found: Status) -> None:
    for problem in (job.problem for job in found.jobs if job.problem):
        out.print(cell(f"{problem.title}. {problem.message} {problem.press}").strip())
        out.print()


def _print_waiting(out: Console, waiting: list[Waiting], more: list[str]) -> None:
    if not waiting:
        return
    made = table("Waiting for you", "What", "Why", "What you can do")
    for one in waiting:
        made.add_row(cell(one.title), cell(one.reason), cell(one.press))
    out.print(made)
    for sentence in more:
        out.print(sentence)
    out.print()


def _print_counts(out: Console, found: Status) -> None:
    made = table("Documents and events", "State", "Count", right=["Count"])
    for state, count in found.documents.items():
        made.add_row(state.value.replace("_", " "), f"{count:,}")
        if state is State.HELD and found.withdrawn:
            made.add_row("  of them withdrawn", f"{found.withdrawn:,}")
    made.add_row("events waiting", f"{found.inbox.waiting:,}")
    made.add_row("events set aside", f"{found.inbox.set_aside:,}")
    made.add_row("events finished", f"{found.inbox.finished:,}")
    out.print(made)
    out.print()


def _print_jobs(out: Console, found: Status, now: int, zone: ZoneInfo) -> None:
    if not found.jobs:
        return
    made = table("Jobs", "Job", "Last round", "Moved on", "Stopped by", right=["Moved on"])
    for job in found.jobs:
        made.add_row(job.name, say_when(job.at, now, zone), f"{job.done:,}", job.problem.title if job.problem else "")
    out.print(made)
    out.print()
