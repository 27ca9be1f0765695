"""``run``, ``once`` and ``check``: the commands that meet Stripe and SYSPRO."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agent.cli.exits import ExitCode, exit_code_of
from agent.cli.logs import logging_to
from agent.cli.options import home_option, json_option
from agent.cli.progress import progress_bars
from agent.cli.show import cell, console, echo_json, heading, print_books, table
from agent.cli.signals import when_asked_to_stop
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.waiting import needs_person
from agent.domain.errors import AgentError
from agent.ports import Audit, Permission, Probe
from agent.service import Status

if TYPE_CHECKING:
    from agent.once import JobDone


@click.command()
@home_option
@pass_surroundings
def run(surroundings: Surroundings, home: Path) -> None:
    """Run the engine until Ctrl+C.

    What is in hand is finished.
    """
    from agent.bootstrap import new_engine, run_engine  # noqa: PLC0415 - brings the connectors

    with surroundings.home(home) as opened, logging_to(home) as log:
        engine = new_engine(opened)
        with when_asked_to_stop(engine.stop):
            click.echo(f"The engine is starting for {home}. Ctrl+C stops it; its log is {log}.")
            run_engine(opened, engine)
            click.echo("The engine has stopped; what was in hand is finished.")


@click.command()
@home_option
@json_option
@pass_surroundings
def once(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Do what can be done now, and prove."""
    from agent.once import run_once  # noqa: PLC0415 - brings the connectors

    stop = threading.Event()
    with surroundings.home(home) as opened, logging_to(home), when_asked_to_stop(stop.set):
        with progress_bars() as progress:
            done = run_once(opened, progress=progress, stopping=stop.is_set)
        status = opened.service().status()
    fine = not (needs_person(status) or stop.is_set() or any(job.problem for job in done))
    if as_json:
        echo_json({"ok": fine, "jobs": done, "proof": status.proof, "proven_at": status.proven_at})
    else:
        _print_done(done, status, fine=fine)
    click.get_current_context().exit(ExitCode.FINE if fine else ExitCode.NEEDS_PERSON)


@click.command()
@home_option
@json_option
@pass_surroundings
def check(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Try both connections.

    Every right of the Stripe key, every business object of SYSPRO, and the audit trail; nothing is changed.
    """
    from agent.once import check_set_up  # noqa: PLC0415 - brings the connectors

    with surroundings.home(home) as opened:
        check_set_up(opened)
        world = opened.connect(opened)
        try:
            tried = list(_tried(world.probes))
        finally:
            world.close()
        tried.append(_audit_trail(opened.store.audit))
    rights, code = [right for right, _ in tried], max((found for _, found in tried), default=ExitCode.FINE)
    if as_json:
        echo_json({"ok": code == ExitCode.FINE, "rights": rights})
    else:
        _print_rights(rights)
    click.get_current_context().exit(code)


def _tried(probes: Sequence[Probe]) -> Iterator[tuple[Permission, ExitCode]]:
    """Yield each right with its part in the exit code; a connection that fails as a whole is one line."""
    for probe in probes:
        try:
            for right in probe.probe():
                yield right, ExitCode.FINE if right.granted else ExitCode.NEEDS_PERSON
        except AgentError as error:
            problem = error.problem
            message = f"{problem.message} {problem.press}".strip()
            yield Permission(problem.title, "Everything", granted=False, message=message), exit_code_of(error)


def _audit_trail(audit: Audit) -> tuple[Permission, ExitCode]:
    """Return whether the audit, and all that it vouches for, is whole, in the form of a right."""
    found = audit.examine()
    said = "whole" if found.whole else f"altered rows: {found.found:,}. `syspro-stripe audit verify` names them."
    row = Permission("Audit trail", "proves that nothing was altered", granted=found.whole, message=said)
    return row, ExitCode.FINE if found.whole else ExitCode.NEEDS_PERSON


def _print_rights(rights: Sequence[Permission]) -> None:
    missing = sum(not right.granted for right in rights)
    words = "Both connections answer, and nothing is missing." if not missing else "Something is not right; see below."
    out = console()
    heading(out, "fine" if not missing else "needs you", words, "yellow" if missing else "green")
    made = table("", "Right or business object", "Needed for", "Granted", "What it answered")
    for right in rights:
        granted = "yes" if right.granted else "no"
        made.add_row(cell(right.name), cell(right.needed_for), granted, cell(right.message),
                     style="" if right.granted else "yellow")  # fmt: skip
    out.print(made)


def _print_done(done: "Sequence[JobDone]", status: Status, *, fine: bool) -> None:
    out = console()
    words = "Everything that could be done is done." if fine else "Something is left; `syspro-stripe status` says what."
    heading(out, "done" if fine else "needs you", words, "green" if fine else "yellow")
    made = table("", "Job", "Moved on", "Stopped by", right=["Moved on"])
    for job in done:
        made.add_row(job.name, f"{job.done:,}", cell(job.problem.message) if job.problem else "")
    out.print(made)
    out.print()
    print_books(out, status.proof)
