"""``replay``: stored decisions made again, with the mapping of now or the draft."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent.cli.mapping_words import draft_option, told_plainly
from agent.cli.options import home_option, json_option
from agent.cli.progress import progress_bars
from agent.cli.show import amount, cell, echo_json
from agent.cli.surroundings import Progress, Surroundings, pass_surroundings
from agent.cli.times import Day, days_of
from agent.domain.replay import Different

#: Decisions between two signs of life.
_STEP = 50


@click.command()
@click.option("--from", "first", type=Day(), required=True, help="First day on which was decided, at the site.")
@click.option("--to", "last", type=Day(), help="Last day, at the site.  [default: today]")
@home_option
@json_option
@draft_option
@pass_surroundings
def replay(
    surroundings: Surroundings, home: Path, first: date, last: date | None, *, as_json: bool, draft: bool
) -> None:
    """Make stored decisions again and show what comes out otherwise; nothing is kept or posted.

    With the mapping in force, or with --draft. Where nothing was changed nothing may be different.
    """
    if last and last < first:
        raise click.UsageError("--to lies before --from.")
    with surroundings.desk(home) as desk, told_plainly(), progress_bars(wanted=not as_json) as tell:
        zone = ZoneInfo(desk.service.values().text("site.time_zone"))
        span = days_of(first, last, desk.clock.now(), zone)
        made = desk.service.mapping.replay(*span, draft=draft)
        seen = list(_told(made, tell))
    different = [one for one in seen if one is not None]
    if as_json:
        echo_json({"decisions": len(seen), "different": different})
        return
    for one in different:
        click.echo(f"{one.subject} {amount(one.amount)} (decision {one.decision}, revision {one.revision})")
        for line in one.lines:
            click.echo(f"  {cell(line)}")
    click.echo(f"{len(seen):,} decisions made again, {len(different):,} of them otherwise.")


def _told(made: Iterator[Different | None], tell: Progress) -> Iterator[Different | None]:
    for number, one in enumerate(made, start=1):
        if number % _STEP == 0:
            tell("decisions", number, 0)
        yield one
