"""``setup``: what the wizard of the window does, at the terminal: look around, see what is suggested, launch."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, heading, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import Day
from agent.domain.codec import to_plain
from agent.domain.setup import AnswerField, Approval, Found, SetUpState, Step

_NEXT = {
    Step.ACCESS: "Set what is missing with `syspro-stripe config`, then `syspro-stripe check`.",
    Step.DISCOVER: "`syspro-stripe setup discover` looks around in both systems.",
    Step.CONFIGURE: "`syspro-stripe setup suggest TEMPLATE` suggests answers; `template use` puts them in force.",
    Step.VALIDATE: "`syspro-stripe preview` shows what the last days would become.",
    Step.LAUNCH: "`syspro-stripe setup launch` lets the agent work.",
    Step.LAUNCHED: "The agent is launched.",
}


@click.group(invoke_without_command=True)
@home_option
@json_option
@click.pass_context
@pass_surroundings
def setup(surroundings: Surroundings, ctx: click.Context, home: Path, *, as_json: bool) -> None:
    """Set up step by step; before the launch nothing is posted.

    Without a further word it says where setting up stands.
    """
    if ctx.invoked_subcommand is not None:
        return
    with surroundings.desk(home) as desk:
        state = desk.service.set_up.state()
    if as_json:
        echo_json({"step": state.step.value, "begun": state.begun, "missing": state.missing})
    else:
        _print_state(state)


@setup.command()
@home_option
@json_option
@pass_surroundings
def discover(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Look around in both systems: lists of codes, months, formats of keys. Nothing is changed there."""
    from agent.looks import look_now  # noqa: PLC0415 - brings the connectors and Stripe's library

    with surroundings.home(home) as opened:
        found = look_now(opened)
    if as_json:
        echo_json(to_plain(found))
    else:
        _print_found(found)


@setup.command()
@click.argument("template")
@home_option
@json_option
@pass_surroundings
def suggest(surroundings: Surroundings, home: Path, template: str, *, as_json: bool) -> None:
    """Suggest answers to the questions of TEMPLATE from what `setup discover` found; nothing is in force by it."""
    with surroundings.desk(home) as desk:
        fields = desk.service.set_up.fields(template)
    if as_json:
        names = ("question", "entry", "ask", "text", "why", "required")
        echo_json([{name: to_plain(getattr(field, name)) for name in names} for field in fields])
    else:
        _print_fields(fields)


@setup.command()
@click.option("--approval", type=click.Choice([one.value for one in Approval]), default=Approval.EVERY.value,
              show_default=True, help="Whether every document waits for approval at first, or none does.")  # fmt: skip
@click.option(
    "--from", "start_on", type=Day(), help="First day, at the site, whose payments are posted.  [default: today]"
)
@home_option
@pass_surroundings
def launch(surroundings: Surroundings, home: Path, approval: str, start_on: Any) -> None:
    """Let the agent work: from now on payments are posted."""
    with surroundings.desk(home) as desk:
        desk.service.set_up.launch(Approval(approval), start_on.isoformat() if start_on else "")
    held = "Every document waits for approval; `syspro-stripe config posting.approval no` ends that."
    click.echo(f"Launched. {held}" if approval == Approval.EVERY.value else "Launched.")


def _print_state(state: SetUpState) -> None:
    words = f"Missing: {', '.join(state.missing)}. " if state.missing else ""
    is_done = state.step is Step.LAUNCHED
    heading(console(), state.step.value, f"{words}{_NEXT[state.step]}", "green" if is_done else "yellow")


def _print_found(found: Found) -> None:
    out = console()
    made = table("", "What", "Number", "Codes", right=["Number"])
    made.add_row("Stripe account", "", cell(found.account))
    made.add_row("Settlement currencies", str(len(found.currencies)), ", ".join(found.currencies).upper())
    made.add_row("Companies", str(len(found.companies)), cell(", ".join(found.companies) or found.company))
    for name, rows in found.lists.items():
        made.add_row(name.replace("_", " ").capitalize(), f"{len(rows):,}", cell(_some(row.code for row in rows)))
    made.add_row("Ledger codes", f"{len(found.ledger):,}", cell(_some(row.code for row in found.ledger)))
    if found.periods:
        made.add_row("Ledger period", "", f"{found.periods.ledger_period} of {found.periods.ledger_year}")
    keys = found.keys
    made.add_row("Customer codes", "", _format(keys.customer_numeric, keys.customer_length))
    made.add_row("Invoice numbers", "", _format(keys.invoice_numeric, keys.invoice_length))
    out.print(made)
    for trouble in found.troubles:
        out.print(cell(trouble))


def _print_fields(fields: Iterable[AnswerField]) -> None:
    made = table("", "Question", "For", "Suggested", "Because", "What it asks")
    for field in fields:
        text = field.text or ("has to be answered" if field.required else "")
        made.add_row(field.question, cell(field.entry), cell(text), field.why.value, cell(field.ask),
                     style="" if field.text or not field.required else "yellow")  # fmt: skip
    console().print(made)


def _some(codes: Iterable[str], most: int = 8) -> str:
    found = list(codes)
    return ", ".join(found[:most]) + (", ..." if len(found) > most else "")


def _format(numeric: bool | None, length: int) -> str:  # noqa: FBT001 - what was learned, not a switch
    if numeric is None:
        return "no row tells"
    return f"{length} characters, {'padded numbers' if numeric else 'letters and numbers'}"
