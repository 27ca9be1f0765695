"""``periods``: which months SYSPRO has open, and what will not fit into them."""

from pathlib import Path
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from agent.cli.options import home_option, json_option
from agent.cli.show import amount, cell, console, echo_json, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.domain.closing import Closing

_NOT_READ = "SYSPRO has not been asked yet which months are open; the engine does so every hour."


@click.command()
@home_option
@json_option
@pass_surroundings
def periods(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Say which months are open in SYSPRO, and what will not fit into them.

    Listed is what is dated in the open month or before and is not in SYSPRO: on its way, in doubt, parked or held.
    """
    with surroundings.desk(home) as desk:
        found = desk.service.closing()
        if as_json:
            echo_json(found)
            return
        zone = ZoneInfo(desk.service.values().text("site.time_zone"))
        out = console()
        _print_months(out, found, say_when(found.read_at, desk.clock.now(), zone) if found.read_at else "")
        _print_rows(out, found)


def _print_months(out: Console, found: Closing, when: str) -> None:
    if found.periods is None:
        out.print(_NOT_READ)
        out.print()
        return
    open_ones = found.periods
    made = table(f"Open in SYSPRO, {when}", "Module", "Period", "Ends on")
    made.add_row("General ledger", f"{open_ones.ledger_period} of {open_ones.ledger_year}", found.ledger_end)
    month = f"{open_ones.receivables_month} of {open_ones.receivables_year}" if open_ones.receivables_month else ""
    made.add_row("Receivables", month or "not known", found.receivables_end)
    out.print(made)
    out.print()


def _print_rows(out: Console, found: Closing) -> None:
    if not found.rows:
        out.print("Everything up to now is in SYSPRO.")
        return
    made = table("Will not fit into this period unless it is finished", "Day", "What", "State", "Amount", "Name", "Why",
                 right=["Amount"])  # fmt: skip
    for row in found.rows:
        state = row.state.replace("_", " ")
        made.add_row(*map(cell, (row.day, row.title, state, amount(row.amount), row.name, row.reason)))
    out.print(made)
    out.print("`syspro-stripe retry NAME` decides one again, `syspro-stripe ignore NAME --reason WHY` gives it up.")
