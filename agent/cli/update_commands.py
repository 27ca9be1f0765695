"""``update``: is there a newer version, and the part of setup that must not lose work."""

from pathlib import Path

import click

from agent.cli.options import root_option
from agent.cli.service_commands import service_line
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.updating import Updater


@click.group()
def update() -> None:
    """Look for a newer version."""


@update.command(hidden=True)
@root_option
@click.option("--before", required=True, help="Version that is installed.")
@click.option("--after", required=True, help="Version of this program.")
@pass_surroundings
def install(surroundings: Surroundings, home: Path, before: str, after: str) -> None:
    """Let the service run this program instead of the one before; setup does this."""
    Updater(home, surroundings.service, surroundings.machine_log).update(before, after, service_line(home))
    click.echo(f"Version {before} was updated to {after}.")


@update.command("put-back", hidden=True)
@root_option
@pass_surroundings
def put_back(surroundings: Surroundings, home: Path) -> None:
    """Put an update back that was broken off; setup does this."""
    stands = Updater(home, surroundings.service, surroundings.machine_log).put_back()
    click.echo(f"Version {stands} stands." if stands else "No update was broken off.")
