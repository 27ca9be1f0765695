"""``portal``: the B2B interface, and the tokens of those who may ask it."""

import threading
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.live_lists import looked_after
from agent.cli.logs import logging_to
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.signals import wait_until_asked, when_asked_to_stop
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.domain.fitting import DoesNotFitError, pad_key
from agent.domain.lists import Verdict, token_place
from agent.domain.portal import SCOPES, PortalToken, hash_of
from agent.portal_token import new_token
from connectors.machine import user_name

_DAY_S = 86_400
_LONGEST_NAME = 60
_FOR_EVER_DAYS = 3650


class _Portal(click.Group):
    """``portal`` alone serves; each of its commands takes its own ``--home`` and ``--pair``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command's name; where there is none, it is ``serve``."""
        alone = not args or (args[0].startswith("-") and args[0] != "--help")
        return super().parse_args(ctx, ["serve", *args] if alone else args)


@click.group(cls=_Portal)
def portal() -> None:
    """Answer B2B shops; their tokens.

    Alone it serves, until Ctrl+C: customers' own prices, stock, orders and invoices. Off until portal.enabled is set.
    """


@portal.command()
@home_option
@pass_surroundings
def serve(surroundings: Surroundings, home: Path) -> None:
    """Answer B2B shops, until Ctrl+C.

    On this machine alone unless portal.host and a certificate are set. It runs beside the engine and never holds it up.
    """
    from agent.selling import open_portal  # noqa: PLC0415 - brings the connectors
    from connectors.portal.app import OPENAPI, make_app  # noqa: PLC0415 - brings the web server
    from connectors.portal.serving import PortalServer  # noqa: PLC0415 - the same

    home.mkdir(parents=True, exist_ok=True)
    stopped = threading.Event()
    with (
        logging_to(home),
        surroundings.home(home) as opened,
        open_portal(opened) as made,
        PortalServer(make_app(made), opened.values()) as server,
        when_asked_to_stop(stopped.set),
    ):
        click.echo(f"The portal answers on {server.url}")
        click.echo(f"What it can be asked is in {server.url}{OPENAPI}. Ctrl+C stops it.")
        if made.example_page:
            click.echo(f"The example page is {server.url}/")
        wait_until_asked(stopped)


@portal.group()
def token() -> None:
    """Tokens of shops: add, list, revoke."""


@token.command("add")
@click.argument("name")
@click.option("--scope", "scopes", multiple=True, type=click.Choice(list(SCOPES)), help="[default: all]")
@click.option(
    "--customer", "customers", multiple=True, metavar="CODE", help="Customer that it is for; may be repeated."
)
@click.option("--any-customer", is_flag=True, help="For all customers; each request is signed with portal.signing_key.")
@click.option(
    "--days", type=click.IntRange(1, _FOR_EVER_DAYS), default=365, show_default=True, help="How long it lasts."
)
@home_option
@json_option
@pass_surroundings
def add(
    surroundings: Surroundings, /, home: Path, name: str, customers: tuple[str, ...], *, as_json: bool, **chosen: Any
) -> None:
    """Make a token and show it, once.

    NAME is yours. Only a hash is kept, so a token that is lost is revoked and made anew.
    """
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise click.BadParameter(f"A name has 1 to {_LONGEST_NAME} characters.", param_hint="NAME")
    if chosen["any_customer"] == bool(customers):
        raise click.UsageError("Say for which customers: --customer CODE, once or more, or --any-customer.")
    with surroundings.desk(home) as desk:
        if chosen["any_customer"] and desk.service.setting("portal.signing_key") != "(set)":
            sentence = (
                "A token for any customer needs portal.signing_key: `syspro-stripe config portal.signing_key --secret`."
            )
            raise Said(sentence, ExitCode.MISCONFIGURED)
        made, now = new_token(), desk.clock.now()
        scopes, ends_at = chosen["scopes"] or tuple(SCOPES), now + chosen["days"] * _DAY_S
        company = desk.service.values().text("syspro.company")
        kept = PortalToken(name, scopes, _stored(desk, customers), now, ends_at, company=company)
        if not desk.store.portal_tokens.add(kept, hash_of(made), by=user_name()):
            raise Said(f"There is or was a token called {name} already. Choose another name.", ExitCode.NEEDS_PERSON)
    unknown = _unknown(surroundings, home, kept, aloud=not as_json)
    if as_json:
        told = {"name": name, "token": made, "scopes": kept.scopes, "customers": kept.customers}
        echo_json(told | {"unknown_customers": unknown})
        return
    click.echo(made)
    click.echo("This is shown once; only its hash is kept. Give it to the shop, and nobody else.")


@token.command("list")
@home_option
@json_option
@pass_surroundings
def list_tokens(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """List the tokens, without the tokens themselves."""
    with surroundings.desk(home) as desk:
        found, now = desk.store.portal_tokens.all(), desk.clock.now()
        zone = ZoneInfo(desk.service.values().text("site.time_zone"))
    if as_json:
        echo_json({"tokens": [{"stands": one.stands(now), "token": one} for one in found]})
        return
    if not found:
        click.echo("There are no tokens. `syspro-stripe portal token add NAME --customer CODE` makes one.")
        return
    out, made = console(), table("", "Name", "Good for", "Customers", "State")
    for one in found:
        customers = ", ".join(one.customers) or "any, signed"
        made.add_row(cell(one.name), ", ".join(one.scopes), cell(customers), _state(one, now, zone))
    out.print(made)


@token.command("revoke")
@click.argument("name")
@home_option
@json_option
@pass_surroundings
def revoke(surroundings: Surroundings, home: Path, name: str, *, as_json: bool) -> None:
    """Take a token out of use, at once and for good."""
    with surroundings.desk(home) as desk:
        done = desk.store.portal_tokens.revoke(name, by=user_name(), now=desk.clock.now())
    if not done:
        raise Said(f"No token called {name[:_LONGEST_NAME]} is in use.", ExitCode.NEEDS_PERSON)
    if as_json:
        echo_json({"name": name, "revoked": True})
    else:
        click.echo(f"The token {name} is revoked; whoever asks with it is refused from now on.")


def _unknown(surroundings: Surroundings, home: Path, kept: PortalToken, *, aloud: bool) -> list[str] | None:
    """Return the customers of a token that SYSPRO does not have, and say them; ``None`` where nobody could ask."""
    if not kept.customers:
        return []
    found = looked_after(surroundings, home, setting=token_place(kept.name), aloud=aloud)
    if found is None or any(one.verdict is Verdict.NOT_CHECKED for one in found):
        if aloud:
            click.echo("Whether SYSPRO has these customers was not checked.", err=True)
        return None
    return [one.named.code for one in found]


def _stored(desk: Desk, customers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes as SYSPRO stores them."""
    values = desk.service.values()
    numeric, length = values.yes("keys.customer_numeric"), values.integer("keys.customer_length")
    try:
        found = [pad_key(code, numeric=numeric, length=length) for code in customers]
    except DoesNotFitError as error:
        raise click.BadParameter(str(error), param_hint="--customer") from error
    if not all(found):
        raise click.BadParameter("A customer code is missing.", param_hint="--customer")
    return tuple(dict.fromkeys(found))


def _state(one: PortalToken, now: int, zone: ZoneInfo) -> str:
    if one.revoked_at is not None:
        return f"revoked {say_when(one.revoked_at, now, zone)}"
    if one.expires_at is None:
        return "in use"
    return f"{'in use until' if one.stands(now) else 'expired'} {say_when(one.expires_at, now, zone)}"
