"""``reconcile``: Stripe, our books and SYSPRO, document by document."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, heading, minor, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import Day, days_of, today
from agent.domain.codec import to_plain
from agent.domain.reconcile import Item, Standing
from agent.domain.reconciliation import Movement, PayoutLine, Report, Reread, Told, Wish, sentence
from agent.domain.remainders import remainder_sentence
from agent.service import AgentService

#: Seconds between two looks at what came of it.
_LOOK_S = 0.2

#: Looks until a person is kept waiting no longer: ten minutes.
_LOOKS = 3000

#: Most lines of one list that are printed; --json has all.
_MOST = 200

_PAYOUT = "po_"


@click.command()
@click.option("--from", "first", type=Day(), help="First day, at the site.  [default: as far back as the nightly one]")
@click.option("--to", "last", type=Day(), help="Last day, at the site.  [default: today]")
@click.option("--payout", default="", help="One payout alone, by its id po_...: every movement that Stripe names.")
@click.option("--all", "matched", is_flag=True, help="List what matches, too.")
@home_option
@json_option
@pass_surroundings
def reconcile(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, first: date | None, last: date | None, payout: str, *, matched: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Compare both sides document by document.

    Stripe's movements, our documents and SYSPRO's rows; neither system is changed. Ends with 1 when anything differs.
    """
    if payout and not payout.startswith(_PAYOUT):
        raise click.BadParameter(f"{payout!r} is no payout's id, po_...", param_hint="--payout")
    if first and last and last < first:
        raise click.UsageError("--to lies before --from.")
    with surroundings.desk(home) as desk:
        service, alive = desk.service, desk.service.engine_alive()
        if service.paused():
            raise Said("Paused; `syspro-stripe resume` goes on.", ExitCode.NEEDS_PERSON)
        zone = ZoneInfo(service.values().text("site.time_zone"))
        wish = _wish(service, desk.clock.now(), first, last, payout, matched=matched or as_json)
        told = _by_engine(surroundings, service, service.reconcile(wish)) if alive else None
    if not alive:
        told = _here(surroundings, home, wish)
    report = _report(told)
    if as_json:
        echo_json({"ok": report.ok} | to_plain(report))
    else:
        _print(report, zone)
    click.get_current_context().exit(ExitCode.FINE if report.ok else ExitCode.NEEDS_PERSON)


def _wish(
    service: AgentService, now: int, first: date | None, last: date | None, payout: str, *, matched: bool
) -> Wish:
    values = service.values()
    zone = ZoneInfo(values.text("site.time_zone"))
    since = first or (last or today(now, zone)) - timedelta(days=values.integer("reconcile.days"))
    return Wish(*days_of(since, last, now, zone), payout, matched)


def _by_engine(surroundings: Surroundings, service: AgentService, number: int) -> Told | None:
    """Return what the running engine found; ``None`` when it does not get to it."""
    for _ in range(_LOOKS):
        told = service.reconciled()
        if told is not None and told.command == number:
            return told
        surroundings.pause(_LOOK_S)
    return None


def _here(surroundings: Surroundings, home: Path, wish: Wish) -> Told | None:
    from agent.once import check_set_up, reconcile_now  # noqa: PLC0415 - brings the connectors

    with surroundings.home(home) as opened:
        check_set_up(opened)
        reconcile_now(opened, wish)
        return opened.service().reconciled()


def _report(told: Told | None) -> Report:
    if told is not None and told.report is not None:
        return told.report
    if told is not None and told.problem is not None:
        raise Said(f"{told.problem.message} {told.problem.press}".strip(), ExitCode.NOT_REACHABLE)
    raise Said(
        "The engine is busy and has not got to it; `syspro-stripe status` shows it later.", ExitCode.NOT_REACHABLE
    )


def _print(report: Report, zone: ZoneInfo) -> None:
    out = console()
    words = "Everything matches, to the cent." if report.ok else "Something differs; see below."
    heading(out, "matched" if report.ok else "differs", words, "green" if report.ok else "red")
    _print_tallies(out, report)
    for item in report.items[:_MOST]:
        if item.standing is not Standing.MATCHED:
            out.print(cell(f"{item.standing.value.replace('_', ' ').upper()}  {sentence(item)}"))
    if len(report.items) > _MOST:
        out.print(f"... and {len(report.items) - _MOST:,} more; --json has all.")
    for left in report.remainders[:_MOST]:
        out.print(cell(f"EXCHANGE RATE  {remainder_sentence(left)}"))
    _print_movements(out, "Stripe no longer lists", report.gone)
    _print_movements(out, "Without an outcome", report.undecided)
    _print_movements(out, "Changed by Stripe since we read them last (as they were)", report.changed)
    if report.lines:
        _print_payout(out, report)
    if report.read_back:
        altered = f"{report.altered:,} are not as they were posted; `syspro-stripe status` lists them."
        out.print(f"{report.read_back:,} documents were read again in SYSPRO: {altered}")
        out.print(up_to(report.reread, zone))


def up_to(reread: Reread, zone: ZoneInfo) -> str:
    """Return how far back documents were read again."""
    since = f"All that were sent since {_day(reread.since_at, zone)} were among them"
    if reread.cut_short:
        since = f"The engine was stopped, so not all that were sent since {_day(reread.since_at, zone)} were among them"
    if not reread.older:
        return f"{since}; there are no older ones."
    turn = f"{since}, and of the {reread.older:,} older ones the next {reread.older_read:,}"
    if not reread.older_up_to_at:
        return f"{turn}: the round over all is complete." if not reread.cut_short else f"{turn}."
    return (
        f"{turn}, up to those sent on {_day(reread.older_up_to_at, zone)}; the rest have their turn in the next nights."
    )


def _day(at: int, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(at, zone).date().isoformat()


def _print_tallies(out: Console, report: Report) -> None:
    right = ["Count", "Clearing should have moved", "SYSPRO has", "Difference"]
    made = table("Documents against SYSPRO's rows", "", "Currency", *right, right=right)
    for one in report.tallies:
        sums = [minor(value, one.currency) for value in (one.expected_minor, one.found_minor)]
        difference = minor(one.found_minor - one.expected_minor, one.currency)
        made.add_row(one.standing.replace("_", " "), one.currency.upper(), f"{one.count:,}", *sums, difference)
    out.print(made)
    out.print()
    if report.outcomes:
        legs = table("Stripe's legs by outcome", "", "Currency", "Legs", "Sum", right=["Legs", "Sum"])
        for outcome in report.outcomes:
            name = "never decided" if outcome.outcome == "none" else outcome.outcome.replace("_", " ")
            sum_of = minor(outcome.minor, outcome.currency)
            legs.add_row(name, outcome.currency.upper(), f"{outcome.legs:,}", sum_of)
        out.print(legs)
        out.print()


def _print_movements(out: Console, title: str, movements: Iterable[Movement]) -> None:
    shown = list(movements)[:_MOST]
    if not shown:
        return
    made = table(title, "Movement", "What", "Belongs to", "Net", right=["Net"])
    for one in shown:
        what = one.category.replace("_", " ")
        made.add_row(one.id, what, one.subject, f"{minor(one.net_minor, one.currency)} {one.currency.upper()}")
    out.print(made)
    out.print()


def _print_payout(out: Console, report: Report) -> None:
    standing = {number: item for item in report.items for number in item.documents}
    right = ["Amount", "Fee"]
    made = table(f"Movements of {report.payout}", "Movement", "What", *right, "Documents", "SYSPRO", right=right)
    for line in report.lines:
        one = line.movement
        amounts = [minor(value, one.currency) for value in (one.amount_minor, one.fee_minor)]
        made.add_row(one.id, one.category.replace("_", " "), *amounts, _documents(line), _stands(line, standing))
    out.print(made)
    out.print()


def _documents(line: PayoutLine) -> str:
    return ", ".join(f"{one.part}: {one.kind.replace('_', ' ')} {one.number} ({one.state})" for one in line.documents)


def _stands(line: PayoutLine, standing: dict[int, Item]) -> str:
    words: dict[str, Any] = {}
    for one in line.documents:
        item = standing.get(one.number)
        words["matched" if item is None else item.standing.value.replace("_", " ")] = None
    return ", ".join(words) or "no document"
