"""Options that several commands share."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import platformdirs

from agent.cli.boundary import HOME

#: Name of the data folder.
_FOLDER = "syspro-stripe-agent"

#: A command's function before click makes a command of it.
Function = Callable[..., Any]


def default_home() -> Path:
    """Return the platform's data folder: of all users on Windows, where the engine is a service; else the user's."""
    if sys.platform == "win32":
        return Path(platformdirs.site_data_dir(_FOLDER, appauthor=False))
    return Path(platformdirs.user_data_dir(_FOLDER, appauthor=False))


def home_option(function: Function) -> Function:
    """Add ``--home``: the argument ``home``, a path."""
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        default=default_home,
        envvar="SYSPRO_STRIPE_HOME",
        show_envvar=True,
        callback=_remember,
        help="Folder of the agent's database, flows and logs.  [default: the platform's data folder]",
    )(function)


def json_option(function: Function) -> Function:
    """Add ``--json``: the argument ``as_json``, true when it is given."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object on one line.")(function)


def _remember(ctx: click.Context, _: click.Parameter, value: Path) -> Path:
    ctx.meta[HOME] = value
    return value
