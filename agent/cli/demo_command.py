"""``demo``: an invented company from the first payment to the proof, on this machine alone."""

import _thread
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agent.cli.exits import ExitCode
from agent.cli.options import json_option
from agent.cli.progress import progress_bars
from agent.cli.show import cell, console, echo_json, heading, print_books
from agent.cli.signals import ending_like_ctrl_c, wait_until_asked, when_asked_to_stop, when_input_ends
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.demo_company import TEMPLATES
from agent.domain.proof import ProofRow
from agent.domain.settings import SETTINGS
from agent.domain.settings_table import POSTING_MODES
from agent.shipped import shipped_templates

if TYPE_CHECKING:
    from agent.demo_result import DemoResult
    from connectors.sandbox.buyer import Buyer


@click.command()
@click.option("--headless", is_flag=True, help="Without progress bars.")
@click.option("--charges", type=click.IntRange(min=1), default=120, show_default=True, help="Payments to make up.")
@click.option("--seed", type=int, default=1, show_default=True, help="Same seed, same trading.")
@click.option("--faults", is_flag=True, help="Both systems play the full fault script.")
@click.option(
    "--template",
    type=click.Choice([template.name for template in shipped_templates()]),
    help="Template of the business that is played.  [default: web-shop]",
)
@click.option(
    "--mode",
    type=click.Choice(POSTING_MODES),
    help="The template by what payments become: orders, AR invoices, receipts against open invoices, or one journal a "
    "payout.",
)
@click.option(
    "--payouts",
    type=click.Choice(SETTINGS["payouts.route"].choices),
    default=SETTINGS["payouts.route"].default,
    show_default=True,
    help="How payouts and fees are booked: one journal, the cash book, or a receipt with bank charges.",
)
@click.option(
    "--portal", is_flag=True, help="Leave all of it running at the end, with the portal's example page, until Ctrl+C."
)
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the databases.  [default: a new temporary one]",
)
@click.option("--until-input-ends", is_flag=True, help="Go on until standard input ends, as a child of a window.")
@json_option
@pass_surroundings
def demo(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, /, home: Path | None, charges: int, seed: int, *, template: str | None,
    mode: str | None, payouts: str, headless: bool, faults: bool, portal: bool, until_input_ends: bool, as_json: bool,
) -> None:  # fmt: skip
    """Play it all with an invented company.

    Trade, post and prove between an invented Stripe account and SYSPRO company; nothing leaves this machine.
    """
    if template and mode:
        raise click.UsageError("Give only one of --template and --mode.")
    chosen = template or TEMPLATES[mode or POSTING_MODES[0]]
    if portal and chosen != TEMPLATES["orders"]:
        raise click.UsageError(f"Only a company with the template {TEMPLATES['orders']} sells in the portal.")
    folder = home or _new_folder()
    wait = _wait_for_end() if until_input_ends else None
    stays = portal or wait is not None

    def tell(result: "DemoResult", buyer: "Buyer | None" = None, check: Callable[[], None] = lambda: None) -> None:
        if as_json:
            echo_json(result.summary)
        else:
            _print(result, folder)
        if portal and buyer is not None:
            _serve(buyer, check)
        elif wait is not None:
            wait(check)

    with ending_like_ctrl_c(), progress_bars(wanted=not (headless or portal)) as progress:
        result = surroundings.demo(
            folder, charges=charges, seed=seed, faults=faults, progress=progress, template=chosen, payouts=payouts,
            stay=tell if stays else None,
        )  # fmt: skip
    if not stays:
        tell(result)
    click.get_current_context().exit(ExitCode.FINE if result.ok else ExitCode.NEEDS_PERSON)


def _wait_for_end() -> Callable[[Callable[[], None]], None]:
    """Return what waits until standard input ends; where that comes earlier, the demo is interrupted as by Ctrl+C.

    What waits is given what raises when a part of the demo has ended by itself.
    """
    ended, is_staying = threading.Event(), threading.Event()

    def stop() -> None:
        ended.set()
        if not is_staying.is_set():
            _thread.interrupt_main()

    def stay(check: Callable[[], None]) -> None:
        is_staying.set()
        wait_until_asked(ended, check)

    when_input_ends(stop)
    return stay


def _serve(buyer: "Buyer", check: Callable[[], None]) -> None:
    """Say where the portal is, and wait until somebody asks to end, or ``check`` raises."""
    stopped = threading.Event()
    with when_asked_to_stop(stopped.set):
        click.echo(f"The portal's example page is {buyer.url}/")
        click.echo(f"Its token, for one customer and a day: {buyer.token}")
        click.echo("Both systems and the engine run behind it. Ctrl+C ends all of it.")
        wait_until_asked(stopped, check)


def _new_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="syspro-stripe-demo-"))
    click.echo(f"The demo's databases are in {folder}.", err=True)
    return folder


def _print(result: "DemoResult", folder: Path) -> None:
    out = console()
    words = "Both sides agree to the cent." if result.ok else "The books are not proven."
    heading(out, "proven" if result.ok else "not proven", words, "green" if result.ok else "red")
    print_books(out, [ProofRow(**row) for row in result.summary["books"]])
    for sentence in result.sentences:
        out.print(cell(sentence))
    place = f'"{folder}"' if " " in str(folder) else folder
    out.print(f"`syspro-stripe documents --home {place}` lists what was posted.")
