"""``certificate``: that a stretch of time is whole, counted on both sides."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import home_option, json_option
from agent.cli.show import console, echo_json, heading, minor, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import Day, days_of, say_when
from agent.domain.certificate import Certificate, Gap
from agent.domain.codec import to_plain

_AMOUNTS = (
    ("Stripe lists", "stripe_minor"),
    ("We have", "ours_minor"),
    ("  posted", "posted_minor"),
    ("  waiting", "waiting_minor"),
    ("  held", "held_minor"),
    ("  in doubt", "in_doubt_minor"),
    ("  ignored", "ignored_minor"),
    ("Difference", "difference_minor"),
)


@click.command("certificate")
@click.option("--from", "first", type=Day(), help="First day, at the site.")
@click.option("--to", "last", type=Day(), help="Last day, at the site.  [default: today]")
@home_option
@json_option
@pass_surroundings
def certificate(
    surroundings: Surroundings, home: Path, first: date | None, last: date | None, *, as_json: bool
) -> None:
    """Certify that a stretch of time is whole.

    Counts and sums on both sides, and the difference. Without --from the one of the latest gap in which the agent did
    not run is shown. Ends with 1 when anything is missing.
    """
    with surroundings.desk(home) as desk:
        zone = ZoneInfo(desk.service.values().text("site.time_zone"))
        now, found = desk.clock.now(), desk.service.certificate()
    if first is not None:
        since_at, until_at = days_of(first, last, now, zone)
        found = _certified(surroundings, home, Gap(since_at, until_at))
    if found is None:
        raise Said("There was no gap of more than a day; --from DAY certifies any stretch.", ExitCode.FINE)
    if as_json:
        sums = {line.currency: line.difference_minor for line in found.lines}
        echo_json({"ok": found.holds, "differences": sums} | to_plain(found))
    else:
        _print(found, now, zone)
    click.get_current_context().exit(ExitCode.FINE if found.holds else ExitCode.NEEDS_PERSON)


def _certified(surroundings: Surroundings, home: Path, gap: Gap) -> Certificate:
    from agent.checks import certify_now  # noqa: PLC0415 - brings the connectors
    from agent.once import check_set_up  # noqa: PLC0415 - the same

    with surroundings.home(home) as opened:
        check_set_up(opened)
        return certify_now(opened, gap)


def _print(found: Certificate, now: int, zone: ZoneInfo) -> None:
    out = console()
    stretch = f"From {say_when(found.since_at, now, zone)} to {say_when(found.until_at, now, zone)}"
    words = "every movement has its outcome" if found.holds else "something is missing"
    heading(out, "whole" if found.holds else "not whole", f"{stretch}: {words}.", "green" if found.holds else "red")
    names = [line.currency.upper() for line in found.lines]
    made = table("Balance transactions", "", *names, right=names)
    made.add_row("Count at Stripe", *(f"{line.stripe_count:,}" for line in found.lines))
    made.add_row("Count here", *(f"{line.ours_count:,}" for line in found.lines))
    for label, name in _AMOUNTS:
        made.add_row(label, *(minor(getattr(line, name), line.currency) for line in found.lines))
    out.print(made)
    out.print()
    for title, counted in (("Events and objects", found.events), ("Documents", found.documents)):
        listed = table(title, "What", "Count", right=["Count"])
        for one in counted:
            listed.add_row(one.what.replace("_", " "), f"{one.count:,}")
        out.print(listed)
        out.print()
