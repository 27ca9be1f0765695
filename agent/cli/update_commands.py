"""``update``: is there a newer version, and the part of setup that must not lose work."""

from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import click

from agent.cli.options import json_option, root_option
from agent.cli.service_commands import service_line
from agent.cli.show import echo_json
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.releases import newer, refuse_older
from agent.updating import Updater

#: Mark of the newest version that was announced, behind the key that signed it.
_SEEN = "updates.seen"


@click.group()
def update() -> None:
    """Look for a newer version."""


@update.command()
@root_option
@json_option
@pass_surroundings
def check(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Say whether there is a newer version.

    Reads the signed manifest at updates.place; nothing is sent, and nothing is installed.
    """
    from connectors.releases import announced  # noqa: PLC0415 - brings httpx

    with surroundings.desk(home) as desk:
        values, marks, now = desk.service.values(), desk.store.marks, surroundings.clock.now()
        key = values.text("updates.public_key")
        release = announced(values.text("updates.place"), key, proxy=values.text("stripe.proxy"))
        # What another key announced counts for nothing.
        of_key, _, seen = marks.get(_SEEN).partition(" ")
        refuse_older(release, seen if of_key == key else "")
        marks.set(_SEEN, f"{key} {release.version}", now)
    ours = version("syspro-stripe-agent")
    if as_json:
        echo_json({"version": ours, "announced": asdict(release), "newer": newer(release.version, ours)})
    elif newer(release.version, ours):
        click.echo(f"Version {release.version} of {release.released_on} is newer than {ours}. {release.notes}".rstrip())
        click.echo(f"Its setup program is {release.setup}, SHA-256 {release.sha256}.")
    elif newer(ours, release.version):
        click.echo(f"Version {ours} is newer than {release.version} of {release.released_on}, which is announced.")
    else:
        click.echo(f"Version {ours} is the newest that is announced.")


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
