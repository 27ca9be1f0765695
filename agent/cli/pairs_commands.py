"""``pairs``: the Stripe accounts and SYSPRO companies of one installation, listed, added and removed."""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import json_option, root_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.domain.codec import loads
from agent.domain.documents import State
from agent.domain.errors import AgentError
from agent.domain.marks import CLAIM
from agent.domain.settings import SETTINGS
from agent.domain.status import Overall
from agent.domain.status_page import Status
from agent.neighbours import Claim
from agent.pairs import MAIN, Pair, add_pair, find_pair, pairs_of, remove_pair

#: Most seconds that the removal of a pair waits for its engine to finish what it has in hand.
_PATIENCE_S = 120


@click.command()
@click.argument("action", type=click.Choice(["add", "remove"]), required=False)
@click.argument("name", required=False)
@root_option
@json_option
@pass_surroundings
def pairs(
    surroundings: Surroundings, home: Path, action: str | None, name: str | None, *, as_json: bool
) -> None:  # fmt: skip
    """List the pairs of this installation, add or remove one.

    A pair is one Stripe account and one SYSPRO company, with settings, documents and books of its own. The folder
    itself is the pair main; every command takes --pair NAME. `pairs add NAME` makes an empty one (a to z, 0 to 9 and
    -), which a running engine takes in by itself. `pairs remove NAME` takes out one that is paused or empty: its folder
    stays under another name, with everything in it; its secrets are forgotten.
    """
    if action is None:
        _list(surroundings, home, as_json=as_json)
        return
    if name is None:
        raise click.UsageError("Name the pair.")
    if action == "add":
        path = add_pair(home, name).path
        said = f"The pair {name} is in {path}. `syspro-stripe config NAME VALUE --pair {name}` sets it up."
    else:
        path = _remove(surroundings, find_pair(home, name))
        said = f"The pair {name} is removed; what it had stays in {path}."
    if as_json:
        echo_json({"name": name, "home": path})
    else:
        click.echo(said)


def _list(surroundings: Surroundings, root: Path, *, as_json: bool) -> None:
    rows = [_row(surroundings, pair) for pair in pairs_of(root)]
    if as_json:
        echo_json({"pairs": rows})
        return
    made = table("", "Pair", "State", "SYSPRO company", "Stripe account", "Waiting for you", "On the way", "Proven",
                 right=["Waiting for you", "On the way"])  # fmt: skip
    for row in rows:
        made.add_row(*(cell(row[name]) for name in ("name", "sentence", "company", "account")),
                     f"{row['needs_you']:,}", f"{row['waiting']:,}", cell(row["proven"]))  # fmt: skip
    console().print(made)


def _remove(surroundings: Surroundings, pair: Pair) -> Path:
    if pair.name != MAIN:
        with surroundings.desk(pair.path) as desk:
            _check_idle(desk, pair.name)
            for setting in SETTINGS.values():
                if setting.secret and desk.service.setting(setting.name) == "(set)":
                    desk.service.unset(setting.name)
    return remove_pair(pair, surroundings.clock, wait_s=_PATIENCE_S)


def _check_idle(desk: Desk, name: str) -> None:
    found = desk.service.status()
    known = sum(found.documents.values()) + found.inbox.waiting + found.inbox.set_aside + found.inbox.finished
    if known and not desk.service.paused():
        sentence = f"The pair {name} is at work. Pause it first: `syspro-stripe pause --pair {name}`."
        raise Said(sentence, ExitCode.NEEDS_PERSON)


def _row(surroundings: Surroundings, pair: Pair) -> dict[str, Any]:
    """Return what is told of one pair; one that cannot be opened says why."""
    row: dict[str, Any] = {"name": pair.name, "home": pair.path, "company": "", "account": "", "needs_you": 0,
                           "waiting": 0, "proven_at": 0, "proven": "", "documents": {}, "proof": ()}  # fmt: skip
    try:
        with surroundings.desk(pair.path) as desk:
            return row | _told(desk)
    except AgentError as error:
        return row | {"state": Overall.MISCONFIGURED, "sentence": error.problem.message}


def _told(desk: Desk) -> dict[str, Any]:
    found, values = desk.service.status(), desk.service.values()
    claim = desk.store.marks.get(CLAIM)
    zone = ZoneInfo(values.text("site.time_zone"))
    holds = bool(found.proof) and all(row.holds for row in found.proof)
    when = say_when(found.proven_at, desk.clock.now(), zone) if found.proof else ""
    return {
        "state": found.verdict.overall,
        "sentence": f"{found.verdict.overall.value}: {found.verdict.sentence}",
        "company": values.text("syspro.company"),
        "account": loads(Claim, claim).account if claim else "",
        "needs_you": _needing_you(found),
        "waiting": found.documents[State.PENDING] + found.documents[State.POSTING] + found.inbox.waiting,
        "proven_at": found.proven_at if holds else 0,
        "proven": when if holds or not when else f"does not hold, {when}",
        "documents": {state.value: count for state, count in found.documents.items()},
        "proof": found.proof,
    }


def _needing_you(found: Status) -> int:
    documents = found.documents[State.PARKED] + found.documents[State.HELD] - found.withdrawn
    return (
        documents
        + found.documents[State.IN_DOUBT]
        + found.held_decisions
        + found.inbox.set_aside
        + found.discrepancies
        + found.catalogue
        + found.customers
        + found.requests
        + found.notes
    )
