"""Leave a command for the engine, and wait for what comes of it while one runs."""

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.show import echo_json
from agent.cli.surroundings import Desk, Surroundings
from agent.domain.readmodels import Command

#: Seconds between two looks at the database's version, which costs next to nothing.
_LOOK_S = 0.05

#: Looks until a person is kept waiting no longer: ten seconds.
_LOOKS = 200


def tell_engine(surroundings: Surroundings, desk: Desk, number: int, *, as_json: bool) -> None:
    """Print what came of command ``number``, or that the engine will see to it.

    Raises:
        Said: When the engine refused.
    """
    alive = desk.service.engine_alive()
    command = finished(surroundings, desk, number) if alive else None
    if as_json:
        echo_json({"command": number, "engine_runs": alive, **_result(command)})
    elif command is not None and command.ok:
        click.echo(command.result)
    elif command is None:
        busy = "The engine is busy and will do this as soon as it can."
        click.echo(busy if alive else "The engine will do this when it runs.")
    if command is not None and not command.ok:
        raise Said(command.result, ExitCode.NEEDS_PERSON)


def finished(surroundings: Surroundings, desk: Desk, number: int) -> Command | None:
    """Return the finished command, or ``None`` when it is not finished in time."""
    seen: int | None = None
    for _ in range(_LOOKS):
        version = desk.store.version()
        if version != seen:
            seen = version
            command = desk.service.command(number)
            if command is not None and command.finished_at is not None:
                return command
        surroundings.pause(_LOOK_S)
    return None


def _result(command: Command | None) -> dict[str, object]:
    if command is None:
        return {"finished": False, "ok": False, "result": ""}
    return {"finished": True, "ok": command.ok, "result": command.result}
