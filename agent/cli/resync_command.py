"""``resync``: have a part of the books decided again, or see first what that would do."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from agent.cli.asking import tell_engine
from agent.cli.options import home_option, json_option
from agent.cli.show import amount, cell, console, echo_json, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import Day
from agent.domain.codec import to_plain
from agent.domain.resync import Part, ResyncTold, ResyncWish

#: Most rows that are printed; --json has all.
_MOST = 50


@click.command()
@click.argument("part", type=click.Choice([part.value for part in Part]))
@click.argument("what", default="")
@click.option("--from", "first", type=Day(), help="First day, at the site, for `days`.")
@click.option("--to", "last", type=Day(), help="Last day, at the site, for `days`.  [default: the first]")
@click.option("--preview", is_flag=True, help="Only say what it would do.")
@home_option
@json_option
@pass_surroundings
def resync(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, part: str, what: str, first: Any, last: Any, *, preview: bool, as_json: bool
) -> None:  # fmt: skip
    """Decide a part of the books again.

    PART is an object, a customer, a payout, a stock_code, or days; WHAT is its id or code. What is posted is never
    posted again: only what is missing is made, and what waits is replaced by what is true now.
    """
    _check(Part(part), what, first)
    if preview:
        from agent.resyncing import preview_now  # noqa: PLC0415 - brings the connectors and Stripe's library

        with surroundings.home(home) as opened:
            zone = opened.values().text("site.time_zone")
            told = preview_now(opened, _wish(Part(part), what, first, last, zone))
        _show(told, as_json=as_json)
        return
    with surroundings.desk(home) as desk:
        wish = _wish(Part(part), what, first, last, desk.service.values().text("site.time_zone"))
        tell_engine(surroundings, desk, desk.service.resync(wish, preview=False), as_json=as_json)


def _check(part: Part, what: str, first: Any) -> None:
    if part is Part.DAYS and first is None:
        raise click.UsageError("Say from which day: --from.")
    if part is not Part.DAYS and not what.strip():
        raise click.UsageError("Say what: its id or code.")


def _wish(part: Part, what: str, first: Any, last: Any, zone: str) -> ResyncWish:
    if part is not Part.DAYS:
        return ResyncWish(part, what.strip())
    here = ZoneInfo(zone)
    begin, end = (datetime(day.year, day.month, day.day, tzinfo=here) for day in (first, last or first))
    return ResyncWish(part, "", int(begin.timestamp()), int((end + timedelta(days=1)).timestamp()))


def _show(told: ResyncTold, *, as_json: bool) -> None:
    if as_json:
        echo_json(to_plain(told))
        return
    made = table("", "What", "Amount", "Would be", "Why", right=["Amount"])
    for row in told.rows[:_MOST]:
        made.add_row(cell(row.title), amount(row.amount), row.effect.value, cell(row.reason))
    console().print(made)
    counts = ", ".join(f"{count:,} {effect}" for effect, count in (told.counts or {}).items())
    click.echo(f"{told.subjects:,} decided again: {counts or 'nothing'}. Nothing was changed.")
