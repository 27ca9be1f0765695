"""``service``: the engine as a service of the machine, installed and controlled."""

import os
import subprocess
from pathlib import Path

import click

from agent.cli.exits import ExitCode
from agent.cli.options import json_option, root_option
from agent.cli.show import echo_json
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.hosting import OWN_ACCOUNT, ServiceState, ServiceWish
from agent.files import write_whole
from agent.own_process import own_command
from connectors.secrets_sealed import FOLDER

#: Variable with the password of an account of one's own: a command line can be seen by everybody on the machine.
PASSWORD = "SYSPRO_STRIPE_SERVICE_PASSWORD"  # noqa: S105 - the name of the variable

#: File of the operators' names; it lies where operators may add files, but change none.
_OPERATORS = "operators.txt"

_WORDS = {
    ServiceState.ABSENT: "is not installed; `syspro-stripe run` runs the engine by hand",
    ServiceState.STOPPED: "is stopped",
    ServiceState.STARTING: "is starting",
    ServiceState.RUNNING: "runs",
    ServiceState.STOPPING: "is stopping",
}


@click.group()
def service() -> None:
    """Control the service of this machine.

    The engine as Windows runs it, with nobody logged on.
    """


@service.command()
@root_option
@click.option(
    "--account", help=f"Account it runs under, such as DOMAIN\\name.  [default: as before, or {OWN_ACCOUNT}]"
)  # fmt: skip
@click.option(
    "--operators", multiple=True, metavar="GROUP",
    help="Account or group that may use the window; may be given several times.  [default: whoever installs]",
)  # fmt: skip
@pass_surroundings
def install(surroundings: Surroundings, home: Path, account: str | None, operators: tuple[str, ...]) -> None:
    """Install the service, or change it.

    The data folder is closed to all but the account, administrators and the operators named here. The password of an
    account that has one is read from the variable SYSPRO_STRIPE_SERVICE_PASSWORD. What is not named stays as it is.
    """
    sealed, before = home / FOLDER, surroundings.service.account()
    kept = sealed / _OPERATORS
    untouched = before and not (account or operators) and sealed.is_dir()
    account = account or before or OWN_ACCOUNT
    operators = operators or _kept_in(kept) or tuple(filter(None, [surroundings.guard.asking()]))
    surroundings.service.install(ServiceWish(service_line(home), account, os.environ.get(PASSWORD, "")))
    sealed.mkdir(parents=True, exist_ok=True)
    if not untouched:
        surroundings.guard.close_to_others(home, (account,), change=operators)
        surroundings.guard.close_to_others(sealed, (account,), add=operators)
        write_whole(kept, "\n".join(operators))
    click.echo(f"The service is installed; it runs under {account} for {home}.")


def service_line(home: Path) -> str:
    """Return the command line of the service of this program."""
    return subprocess.list2cmdline([*own_command(), "service", "host", "--home", str(home)])


def _kept_in(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8").splitlines()) if path.exists() else ()


@service.command()
@pass_surroundings
def remove(surroundings: Surroundings) -> None:
    """Stop the service and take it out."""
    surroundings.service.remove()
    click.echo("There is no service of the engine any more; the data folder is as it was.")


@service.command()
@pass_surroundings
def start(surroundings: Surroundings) -> None:
    """Start the service."""
    surroundings.service.start()
    click.echo("The service runs.")


@service.command()
@pass_surroundings
def stop(surroundings: Surroundings) -> None:
    """Stop the service; what is in hand is finished."""
    surroundings.service.stop()
    click.echo("The service is stopped.")


@service.command()
@pass_surroundings
def restart(surroundings: Surroundings) -> None:
    """Stop the service and start it again."""
    surroundings.service.stop()
    surroundings.service.start()
    click.echo("The service runs again.")


@service.command()
@json_option
@pass_surroundings
def state(surroundings: Surroundings, *, as_json: bool) -> None:
    """Say what the service is doing."""
    found, account = surroundings.service.state(), surroundings.service.account()
    if as_json:
        echo_json({"state": found.value, "account": account})
    else:
        under = f", under {account}" if account else ""
        click.echo(f"The service {_WORDS[found]}{under}.")
    fine = found in {ServiceState.RUNNING, ServiceState.STARTING}
    click.get_current_context().exit(ExitCode.FINE if fine else ExitCode.NEEDS_PERSON)
