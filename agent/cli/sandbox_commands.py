"""``sandbox``: a Stripe or a SYSPRO of one's own, on this machine alone."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import root_option
from agent.cli.signals import wait_until_asked, when_asked_to_stop

if TYPE_CHECKING:
    from connectors.sandbox.serving import SandboxServer
    from connectors.sandbox.stripe import StripeSandbox
    from connectors.sandbox.syspro import SysproSandbox

#: How the agent is told to use each; ``{url}`` is the sandbox's address.
_HINTS = {
    "stripe": "Set stripe.api_base to {url}; the key rk_test_sandbox has the rights that the agent needs.",
    "syspro": "Set syspro.base_url to {url}/SYSPROWCFService/Rest, syspro.operator to ADMIN, syspro.company to A.",
}


@click.command()
@click.argument("system", type=click.Choice(list(_HINTS)))
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="0 takes a free one.")
@click.option("--seed", type=int, default=0, show_default=True, help="Where chance starts.")
@root_option
def sandbox(system: str, port: int, seed: int, home: Path) -> None:
    """Serve an invented Stripe or SYSPRO.

    An account or company on 127.0.0.1, until Ctrl+C. The first line that is printed ends with its address.
    """
    home.mkdir(parents=True, exist_ok=True)
    opened, told = _open(system, home, seed)
    stopped = threading.Event()
    try:
        with _listening(opened, port) as server, when_asked_to_stop(stopped.set):
            told(server.url)
            click.echo(f"The {system} sandbox answers on {server.url}")
            click.echo(_HINTS[system].format(url=server.url))
            wait_until_asked(stopped)
    finally:
        opened.close()


def _open(system: str, home: Path, seed: int) -> "tuple[StripeSandbox | SysproSandbox, Callable[[str], None]]":
    """Return the sandbox, and what is told its address."""
    if system == "stripe":
        from connectors.sandbox.stripe import open_stripe  # noqa: PLC0415 - only the one that is asked for

        stripe = open_stripe(home, seed=seed)
        return stripe, stripe.pays_at
    from connectors.sandbox.syspro import open_syspro  # noqa: PLC0415 - the same

    return open_syspro(home, seed=seed), lambda _: None


def _listening(opened: "StripeSandbox | SysproSandbox", port: int) -> "SandboxServer":
    from connectors.sandbox.serving import SandboxServer  # noqa: PLC0415 - brings the web server

    try:
        return SandboxServer(opened.app, port=port)
    except OSError as error:
        sentence = f"Port {port} of this machine cannot be used: {error.strerror}. Name another with --port."
        raise Said(sentence, ExitCode.MISCONFIGURED) from error
