"""``mapping usual``: what a field mostly had for each customer, by what was posted."""

from pathlib import Path

import click

from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.fitting import bare_key
from agent.domain.kinds import Kind
from agent.domain.suggest import Usual
from agent.domain.suggest.past import usual_by

#: Most rows that are printed; --json has all.
_MOST = 50


@click.command()
@click.option("--kind", required=True, type=click.Choice([kind.value for kind in Kind]), help="The kind of document.")
@click.option("--field", "element", required=True, help="SYSPRO's element that is asked about, such as Bank.")
@click.option("--by", default="Customer", show_default=True, help="SYSPRO's element whose values are told apart.")
@click.option("--of", "value", help="One value of it alone, such as a customer's code.")
@click.option("--syspro", is_flag=True, help="Look at what people posted in SYSPRO as well.")
@click.option("--days", type=click.IntRange(1, 3660), default=365, show_default=True, help="So many days of SYSPRO's.")
@home_option
@json_option
@pass_surroundings
def usual(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, kind: str, element: str, by: str, home: Path, *, value: str | None, days: int,
    syspro: bool, as_json: bool,
) -> None:  # fmt: skip
    """Show what a field mostly had: 41 of 47 receipts with Customer 0000123 had Bank B2.

    By what the agent posted for the latest payments; with --syspro also by what people posted. Nothing leaves this
    machine.
    """
    from agent.evidence import own_postings, syspro_postings  # noqa: PLC0415 - brings the connectors

    with surroundings.home(home) as opened:
        postings = [*own_postings(opened), *(syspro_postings(opened, days) if syspro else ())]
    wanted = None if value is None else bare_key(value)
    found = [one for one in usual_by(postings, kind, element, by) if wanted in {None, bare_key(one.of)}]
    if as_json:
        echo_json([_row(one) for one in found])
        return
    made = table("", by, element, "Sure", "Why", right=["Sure"])
    for one in found[:_MOST]:
        made.add_row(cell(one.of), cell(one.value), f"{one.percent}%", cell(one.reason))
    console().print(made if found else f"Nothing was posted yet that says what {element} usually is.")
    if len(found) > _MOST:
        click.echo(f"... and {len(found) - _MOST:,} more; --json prints them.")


def _row(one: Usual) -> dict[str, object]:
    return {"of": one.of, "value": one.value, "confidence": one.percent, "agreed": one.agreed, "seen": one.seen,
            "reason": one.reason}  # fmt: skip
