"""``alerts``: what people were told, what is on its way to them, and a test of the ways."""

from pathlib import Path

import click

from agent.cli.asking import tell_engine
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, heading, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.domain.alerts.notices import Notice
from agent.domain.codec import to_plain

_NOTHING = "Nothing is wrong that has to be told."
_NEVER = "Nothing was sent so far. The settings under alerts. name the ways; `syspro-stripe alerts test` tries them."


@click.group("alerts")
def alerts_group() -> None:
    """What people were told, and whether it arrived."""


@alerts_group.command("list")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Most texts.")
@home_option
@json_option
@pass_surroundings
def list_alerts(surroundings: Surroundings, home: Path, limit: int, *, as_json: bool) -> None:
    """List what is wrong now, and the latest texts with what became of them."""
    with surroundings.desk(home) as desk:
        service = desk.service
        alerts, notices, zone, now = service.alerts(), service.notices(limit), service.zone(), desk.clock.now()
    if as_json:
        echo_json({"alerts": to_plain(alerts), "notices": to_plain(notices)})
        return
    out = console()
    if alerts:
        made = table("Wrong now", "What", "Since", "Told", "What you can do")
        for one in alerts:
            told = say_when(one.told_at, now, zone) if one.told_at else "not yet"
            made.add_row(cell(one.trouble.title), say_when(one.first_at, now, zone), told, cell(one.trouble.press))
        out.print(made)
    else:
        heading(out, "quiet", _NOTHING, "green")
    if not notices:
        out.print(_NEVER)
        return
    sent = table("Sent", "When", "Way", "What", "Outcome")
    for notice in notices:
        words = (say_when(notice.made_at, now, zone), notice.channel.value, notice.text.subject, _outcome(notice))
        sent.add_row(*map(cell, words))
    out.print(sent)


@alerts_group.command()
@home_option
@json_option
@pass_surroundings
def test(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Send a test through every way that is set."""
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.alerts_test(), as_json=as_json)


def _outcome(notice: Notice) -> str:
    if notice.sent_at:
        return "taken"
    if notice.due_at is None:
        return f"given up after {notice.tries} tries: {notice.problem}"
    return notice.problem or "on its way"
