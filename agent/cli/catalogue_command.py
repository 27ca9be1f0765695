"""``catalogue``: SYSPRO's stock codes as Stripe's products: how they stand, why some are not sold, who wins."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from agent.cli.asking import tell_engine
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, heading, stopped, table
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.domain.catalogue.kept import CatalogueFilter, CatalogueRow, CatalogueStatus, Standing
from agent.domain.codec import to_plain

#: Standing -> what it is called.
_WORDS = {
    Standing.SOLD: "in Stripe as SYSPRO has it",
    Standing.WAITING: "to be written to Stripe",
    Standing.REFUSED: "refused by Stripe",
    Standing.ASKED: "changed in Stripe; you are asked",
    Standing.NOT_SOLD: "not sold",
}

_OFF = "The catalogue is off; `syspro-stripe config catalogue.enabled yes` switches it on."


@click.group()
def catalogue() -> None:
    """Stock codes and prices in Stripe."""


@catalogue.command()
@home_option
@json_option
@pass_surroundings
def status(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Say how the catalogue stands.

    What is in Stripe, what is being written and how long that takes, and what waits for a person.
    """
    with surroundings.desk(home) as desk:
        _status(desk, as_json=as_json)


@catalogue.command("run")
@click.option("--all", "what", flag_value="everything", help="Read all stock codes, also those that did not change.")
@click.option("--check", "what", flag_value="check", help="Look at all products in Stripe for what people changed.")
@click.option("--take-out", "what", flag_value="take_out", help="Take out of sale what catalogue.most_gone holds back.")
@home_option
@json_option
@pass_surroundings
def run_now(surroundings: Surroundings, home: Path, what: str | None, *, as_json: bool) -> None:
    """Look at once for what changed in SYSPRO."""
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.catalogue_run(what or "changes"), as_json=as_json)


@catalogue.command("list")
@click.argument("text", default="")
@click.option("--state", type=click.Choice([standing.value for standing in Standing]), help="Only what stands there.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True, help="Most stock codes.")
@click.option("--after", default="", metavar="STOCK_CODE", help="Only stock codes behind this one.")
@home_option
@json_option
@pass_surroundings
def list_codes(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, text: str, state: str | None, limit: int, after: str, *, as_json: bool
) -> None:  # fmt: skip
    """List stock codes.

    TEXT is a part of the stock code, or of what Stripe is to have of it.
    """
    wanted = CatalogueFilter(Standing(state) if state else None, text, limit, after)
    with surroundings.desk(home) as desk:
        rows = desk.service.catalogue_rows(wanted)
    if as_json:
        echo_json({"rows": to_plain(rows)})
        return
    made = table("", "Stock code", "State", "Name", "Prices", "Product in Stripe", "Why")
    for row in rows:
        prices = ", ".join(row.prices.values())
        made.add_row(*map(cell, (row.stock_code, _WORDS[row.standing], row.name, prices, row.product_id, _why(row))))
    out = console()
    out.print(made if rows else "There is no such stock code in the catalogue.")
    if len(rows) == limit:
        out.print(cell(f"There may be more: `syspro-stripe catalogue list --after {rows[-1].stock_code!r}`."))


@catalogue.command()
@home_option
@json_option
@pass_surroundings
def reasons(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Say why stock codes are not sold, or lack a price."""
    with surroundings.desk(home) as desk:
        found = desk.service.catalogue_reasons()
    if as_json:
        echo_json({"reasons": to_plain(found)})
        return
    made = table("", "Stock codes", "Sold", "Why, by an example", right=["Stock codes"])
    for one in found:
        made.add_row(f"{one.count:,}", "yes" if one.sold else "no", cell(one.example))
    console().print(made if found else "There is no stock code that is not sold or lacks a price.")


@catalogue.command()
@click.argument("stock_code")
@click.option("--side", type=click.Choice(["syspro", "stripe"]), required=True, help="Whose words stay.")
@home_option
@json_option
@pass_surroundings
def keep(surroundings: Surroundings, home: Path, stock_code: str, side: str, *, as_json: bool) -> None:
    """Say who wins where somebody changed a product in Stripe.

    What Stripe keeps stays until it is changed there again.
    """
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.catalogue_keep(stock_code, side), as_json=as_json)


@catalogue.command("retry")
@click.argument("stock_code")
@home_option
@json_option
@pass_surroundings
def write_again(surroundings: Surroundings, home: Path, stock_code: str, *, as_json: bool) -> None:
    """Write a stock code again that Stripe has refused."""
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.catalogue_again(stock_code), as_json=as_json)


def _status(desk: Desk, *, as_json: bool) -> None:
    found, values = desk.service.catalogue_status(), desk.service.values()
    enabled, trouble = values.yes("catalogue.enabled"), desk.service.catalogue_trouble()
    if as_json:
        counts = {standing.value: count for standing, count in found.counts.items()}
        echo_json({"enabled": enabled} | to_plain(found) | {"counts": counts, "problem": to_plain(trouble)})
        return
    out, zone = console(), ZoneInfo(values.text("site.time_zone"))
    if trouble is not None:
        heading(out, *stopped(trouble))
    else:
        _print_heading(out, found, enabled=enabled)
    made = table("", "Stock codes", "", right=["Stock codes"])
    for standing, words in _WORDS.items():
        made.add_row(f"{found.counts[standing]:,}", words)
    out.print(made)
    out.print()

    def when(at: int) -> str:
        return say_when(at, desk.clock.now(), zone) if at else "never"

    _print_looks(out, found, when)


def _print_heading(out: Console, found: CatalogueStatus, *, enabled: bool) -> None:
    if not enabled:
        heading(out, "off", _OFF, "yellow")
    elif found.left:
        heading(out, "writing", _rate(found), "blue")
    elif found.counts[Standing.REFUSED] or found.counts[Standing.ASKED]:
        heading(out, "needs you", "Some stock codes wait for a person; `catalogue list --state` shows them.", "yellow")
    else:
        heading(out, "in step", "Stripe has what SYSPRO sells.", "green")


def _rate(found: CatalogueStatus) -> str:
    done = f"{found.done:,} of {found.done + found.left:,} stock codes are written"
    if found.per_minute is None or found.left_s is None:
        return f"{done}."
    minutes = -(-found.left_s // 60)
    left = "less than a minute" if minutes <= 1 else f"about {minutes:,} minutes"
    return f"{done}, {found.per_minute:,} a minute; {left} left."


def _print_looks(out: Console, found: CatalogueStatus, when: Callable[[int], str]) -> None:
    out.print(f"SYSPRO was looked at for changes {when(found.scanned_at)}, in whole {when(found.swept_at)}.")
    if found.counts[Standing.NOT_SOLD]:
        out.print("`syspro-stripe catalogue reasons` says why stock codes are not sold.")
    if found.counts[Standing.ASKED]:
        out.print("`syspro-stripe catalogue keep STOCK_CODE --side syspro|stripe` says who wins.")


def _why(row: CatalogueRow) -> str:
    asked = [f"{one.field}: SYSPRO {one.syspro!r}, Stripe {one.stripe!r}." for one in row.differences]
    return " ".join([*asked, row.reason]).strip()
