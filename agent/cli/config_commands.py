"""``config``: every setting, one setting, or a change of one."""

import sys
from pathlib import Path
from typing import Any

import click

from agent.cli.live_lists import looked_after
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.domain.lists.named import LISTED
from agent.domain.settings import SETTINGS, Setting, declared
from agent.service import AgentService

_TAKEN_OVER = "A running engine takes it over by itself."


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--unset", is_flag=True, help="Return NAME to its default, or forget the secret.")
@click.option("--secret", is_flag=True, help="Ask for the secret NAME at the terminal, or read it from standard input.")
@home_option
@json_option
@pass_surroundings
def config(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, name: str | None, value: str | None, *, unset: bool, secret: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """List, show or change settings.

    Without NAME all are listed, with NAME one is shown, with VALUE it is set. A secret is never given as VALUE,
    because the shell would remember it.
    """
    _check(name, value, unset=unset, secret=secret)
    with surroundings.desk(home) as desk:
        if name is None:
            _echo_all(desk.service, as_json=as_json)
        elif unset or secret or value is not None:
            _change(desk, declared(name), value, unset=unset)
            _echo_changed(desk.service, declared(name), as_json=as_json)
        else:
            _echo_one(desk.service, declared(name), as_json=as_json)
    if name in LISTED and value is not None:
        looked_after(surroundings, home, setting=name, aloud=not as_json)


def _check(name: str | None, value: str | None, *, unset: bool, secret: bool) -> None:
    if sum((value is not None, unset, secret)) > 1:
        raise click.UsageError("Give only one of VALUE, --unset and --secret.")
    if name is None:
        if unset or secret:
            raise click.UsageError("Name the setting.")
        return
    if secret and not declared(name).secret:
        raise click.UsageError(f"{name} is no secret; give its value as VALUE.")
    if value is not None and declared(name).secret:
        raise click.UsageError(
            f"A secret is never given as VALUE, because the shell remembers it: use {name} --secret."
        )


def _change(desk: Desk, setting: Setting, value: str | None, *, unset: bool) -> None:
    if unset:
        desk.service.unset(setting.name)
    else:
        desk.service.configure(setting.name, _secret(setting.name) if value is None else value)


def _secret(name: str) -> str:
    text = str(click.prompt(name, hide_input=True, err=True)) if sys.stdin.isatty() else sys.stdin.readline()
    if not text.strip():
        raise click.UsageError(f"No secret came in; {name} --unset forgets one.")
    return text.strip()


def _echo_changed(service: AgentService, setting: Setting, *, as_json: bool) -> None:
    if as_json:
        echo_json(_row(service, setting))
    else:
        click.echo(f"{setting.name} is now {service.setting(setting.name) or 'empty'}. {_TAKEN_OVER}")


def _echo_one(service: AgentService, setting: Setting, *, as_json: bool) -> None:
    row = _row(service, setting)
    if as_json:
        echo_json(row)
        return
    made = table(setting.name, "", "")
    for name in ("value", "default", "unit", "help"):
        if row[name]:
            made.add_row(name, cell(row[name]))
    if setting.choices:
        made.add_row("choices", ", ".join(choice or "(empty)" for choice in setting.choices))
    console().print(made)


def _echo_all(service: AgentService, *, as_json: bool) -> None:
    rows = [_row(service, setting) for setting in SETTINGS.values()]
    if as_json:
        echo_json(rows)
        return
    made = table("", "Name", "Value", "Default", "Unit", "What it is for")
    for row in rows:
        changed = "" if row["value"] == row["default"] else "bold"
        made.add_row(*(cell(row[name]) for name in ("name", "value", "default", "unit", "help")), style=changed)
    console().print(made)


def _row(service: AgentService, setting: Setting) -> dict[str, Any]:
    return {
        "name": setting.name,
        "value": service.setting(setting.name),
        "default": setting.default,
        "unit": setting.unit,
        "help": setting.help,
        "type": setting.type.value,
        "choices": list(setting.choices),
        "secret": setting.secret,
        "required": setting.required,
    }
