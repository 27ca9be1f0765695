"""``run``, ``once`` and ``check``: the commands that meet Stripe and SYSPRO."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from agent.cli.exits import ExitCode, exit_code_of
from agent.cli.logs import logging_to
from agent.cli.options import Chosen, home_option, json_option, pairs_option
from agent.cli.progress import progress_bars
from agent.cli.show import cell, console, echo_json, heading, print_books, table
from agent.cli.signals import when_asked_to_stop, when_input_ends
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.waiting import needs_person
from agent.domain.errors import AgentError
from agent.domain.status_page import Status
from agent.locks import RUN_LOCK, only_one
from agent.neighbours import Speaker, conflict_of, other_claims
from agent.pairs import Pair
from agent.ports import Audit, Permission, Probe

if TYPE_CHECKING:
    from agent.once import JobDone


@click.command()
@pairs_option
@click.option("--until-input-ends", is_flag=True, help="End when standard input does, as a child of a window.")
@pass_surroundings
def run(surroundings: Surroundings, chosen: Chosen, *, until_input_ends: bool) -> None:
    """Run the engine until Ctrl+C.

    The engines of all pairs, in one process; pairs that are added are taken in. What is in hand is finished.
    """
    from agent.together import Together  # noqa: PLC0415 - brings the connectors

    root = chosen.root
    root.mkdir(parents=True, exist_ok=True)
    with logging_to(root) as log, surroundings.homes() as open_home:
        together = Together(root, open_home, surroundings.clock, only=chosen.only)
        if until_input_ends:
            when_input_ends(together.stop)
        with when_asked_to_stop(together.stop):
            click.echo(f"The engine is starting for {root}. Ctrl+C stops it; its log is {log}.")
            together.run()
            click.echo("The engine has stopped; what was in hand is finished.")


@click.command()
@pairs_option
@json_option
@pass_surroundings
def once(surroundings: Surroundings, chosen: Chosen, *, as_json: bool) -> None:
    """Do what can be done now, and prove.

    Pair by pair; one that cannot work stops no other.
    """
    stop = threading.Event()
    root, several = chosen.root, len(chosen.pairs) > 1
    root.mkdir(parents=True, exist_ok=True)
    shown, codes = {}, []
    with logging_to(root), only_one(root / RUN_LOCK, root), when_asked_to_stop(stop.set):
        for pair in chosen.pairs:
            try:
                shown[pair.name] = _pass(surroundings, pair, stop, title=pair.name if several else "", as_json=as_json)
                codes.append(ExitCode.FINE if shown[pair.name]["ok"] else ExitCode.NEEDS_PERSON)
            except AgentError as error:
                if not several:
                    raise
                shown[pair.name] = {"ok": False, "problem": error.problem}
                codes.append(exit_code_of(error))
                click.echo(f"{pair.name}: {error.problem.message} {error.problem.press}".strip(), err=True)
    if as_json:
        echo_json({"ok": not any(codes), "pairs": shown} if several else shown[chosen.pairs[0].name])
    click.get_current_context().exit(max(codes))


def _pass(
    surroundings: Surroundings, pair: Pair, stop: threading.Event, *, title: str, as_json: bool
) -> dict[str, Any]:
    """Make one pass over a pair, print it unless it is wanted as JSON, and return it."""
    from agent.once import run_once  # noqa: PLC0415 - brings the connectors

    with surroundings.home(pair.path) as opened:
        with progress_bars() as progress:
            done = run_once(opened, progress=progress, stopping=stop.is_set)
        status = opened.service().status()
    fine = not (needs_person(status) or stop.is_set() or any(job.problem for job in done))
    if not as_json:
        if title:
            click.echo(f"The pair {title}")
        _print_done(done, status, fine=fine)
    return {"ok": fine, "jobs": done, "proof": status.proof, "proven_at": status.proven_at}


@click.command()
@home_option
@json_option
@pass_surroundings
def check(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Try both connections.

    Every right of the Stripe key, every business object of SYSPRO, and the audit trail; nothing is changed.
    """
    from agent.bootstrap import speaker_of  # noqa: PLC0415 - brings the connectors
    from agent.once import check_set_up  # noqa: PLC0415 - the same

    with surroundings.home(home) as opened:
        check_set_up(opened)
        world = opened.connect(opened)
        try:
            tried = [*_tried(world.probes), *_beside_others(speaker_of(opened, world))]
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


def _beside_others(speaker: Speaker) -> Iterator[tuple[Permission, ExitCode]]:
    """Yield whether the pair may work beside the others of the installation; nothing where it is alone."""
    if not other_claims(speaker.path):
        return
    needed_for = "no two pairs post the same money"
    try:
        conflict, code = conflict_of(speaker), ExitCode.MISCONFIGURED
    except AgentError as error:
        conflict, code = error.problem, exit_code_of(error)
    said = f"{conflict.message} {conflict.press}" if conflict else ""
    row = Permission("Other pairs", needed_for, granted=conflict is None, message=said)
    yield row, code if conflict else ExitCode.FINE


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
