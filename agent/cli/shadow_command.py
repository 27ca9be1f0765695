"""``shadow``: what the agent would have posted beside what people really posted for the same money."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from agent.cli.mapping_words import draft_option
from agent.cli.options import home_option, json_option
from agent.cli.progress import progress_bars
from agent.cli.show import cell, console, echo_json, minor, table
from agent.cli.signals import ending_like_ctrl_c
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import Day, today
from agent.domain.documents import State
from agent.domain.shadow import Entry, Pair, Rules, Shadow, Verdict

#: Most lines of one list that are printed; --json and --all have all.
_MOST = 50

#: Verdicts in the order in which a person wants to see them; what they are called, and what to do about them.
_VERDICTS = {
    Verdict.DOUBLED: ("posted more than once", "Reverse all but one of them in SYSPRO."),
    Verdict.DIFFERS: ("posted otherwise", "Compare with the agent's way; one of both is wrong."),
    Verdict.ONLY_STRIPE: ("in Stripe, posted by nobody", "Post it, or let the agent do it from now on."),
    Verdict.ONLY_SYSPRO: ("in SYSPRO, nothing of Stripe's fits", "Find out which money it stands for."),
    Verdict.SAME: ("posted as the agent would", ""),
}

_STATES = {State.HELD.value: "the agent would ask first", State.PARKED.value: "the agent would refuse it"}


@click.command()
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="So many days back.")
@click.option("--from", "first", type=Day(), help="First day, at the site, instead of --days.")
@click.option(
    "--near",
    type=click.IntRange(0, 30),
    default=3,
    show_default=True,
    help="Days between both that count as the same day.",
)
@click.option(
    "--far",
    type=click.IntRange(1, 366),
    default=31,
    show_default=True,
    help="Days within which a posting is looked for.",
)
@click.option("--all", "everything", is_flag=True, help="Print what is the same, too, and all rows.")
@home_option
@json_option
@draft_option
@pass_surroundings
def shadow(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, days: int, first: date | None, near: int, far: int, *, everything: bool,
    as_json: bool, draft: bool,
) -> None:  # fmt: skip
    """Compare what the agent would have posted with what people posted.

    A preview of the days, beside SYSPRO's own receipts, invoices and journals for the same money: the same, otherwise,
    more than once, or on one side only. Nothing is written anywhere.
    """
    from agent.once import check_set_up  # noqa: PLC0415 - brings the connectors and Stripe's library
    from agent.preview import Wanted, make_shadow  # noqa: PLC0415 - the same

    if near > far:
        raise click.UsageError("--near is more than --far.")
    with surroundings.home(home) as opened, progress_bars(wanted=not as_json) as tell, ending_like_ctrl_c():
        check_set_up(opened)
        zone = ZoneInfo(opened.values().text("site.time_zone"))
        since = first or today(opened.clock.now(), zone) - timedelta(days=days)
        content = opened.service().mapping.content(draft=draft)
        found = make_shadow(opened, Wanted(content, since), Rules(near, far), progress=tell)
    if as_json:
        echo_json(_plain(found))
    else:
        _print(found, everything=everything)


def _print(found: Shadow, *, everything: bool) -> None:
    out = console()
    click.echo(f"{found.since} to {found.until}: {found.events:,} events of Stripe, beside what SYSPRO has.")
    _print_totals(out, found)
    for verdict, (words, action) in _VERDICTS.items():
        pairs = [pair for pair in found.pairs if pair.verdict is verdict]
        if pairs and (verdict is not Verdict.SAME or everything):
            _print_pairs(out, f"{len(pairs):,} {words}. {action}".strip(), pairs, None if everything else _MOST)
    if found.not_invoiced:
        click.echo(
            f"{found.not_invoiced:,} sales orders of these customers are not invoiced yet: they have no value in"
            " SYSPRO, so their payments are shown as posted by nobody under sales."
        )
    if found.elsewhere:
        click.echo(
            f"{found.elsewhere:,} more of SYSPRO's postings have nothing to do with Stripe's customers or banks."
        )
    if found.unread:
        click.echo(f"{found.unread:,} rows are in currencies that the setting currencies.to_syspro does not have.")


def _print_totals(out: Console, found: Shadow) -> None:
    right = ["Number", "Agent", "SYSPRO", "Difference"]
    made = table("Totals", "Where", "Posted", "Currency", *right, right=right)
    for one in found.totals:
        sums = (one.ours_minor, one.theirs_minor, one.theirs_minor - one.ours_minor)
        amounts = (minor(value, one.currency) for value in sums)
        made.add_row(
            one.side.value, one.verdict.value.replace("_", " "), one.currency.upper(), f"{one.count:,}", *amounts
        )
    out.print(made if made.row_count else "Nothing was posted, and nothing would have been.")
    out.print()


def _print_pairs(out: Console, title: str, pairs: Sequence[Pair], most: int | None) -> None:
    made = table(title, "Day", "What", "Amount", "SYSPRO has", "Differences", right=["Amount"], whole=["Day"])
    for pair in pairs[:most]:
        first = pair.ours or pair.theirs[0]
        made.add_row(
            first.day, cell(_what(first)), str(first.value), cell("; ".join(map(_kept, pair.theirs))),
            cell(_differences(pair)),
        )  # fmt: skip
    out.print(made)
    if most is not None and len(pairs) > most:
        out.print(f"... and {len(pairs) - most:,} more; --all prints them.")
    out.print()


def _what(entry: Entry) -> str:
    state = _STATES.get(entry.state, "")
    return f"{entry.title} ({state})" if state else entry.title


def _kept(entry: Entry) -> str:
    whose = f" of {entry.customer}" if entry.customer else ""
    named = f", {entry.reference}" if entry.reference else ""
    return f"{entry.title}{whose}{named}"


def _differences(pair: Pair) -> str:
    words = [f"{one.field}: agent {one.ours}, SYSPRO {one.theirs}" for one in pair.differences]
    if words:
        words.append(f"found {pair.found_by}")
    return "; ".join(words)


def _plain(found: Shadow) -> dict[str, object]:
    """Return the comparison for programs; the words that a person may have typed are left out."""
    from agent.domain.codec import to_plain  # noqa: PLC0415 - only --json needs it

    told = to_plain(found)
    for pair in told["pairs"]:
        for entry in (pair["ours"], *pair["theirs"]):
            if entry is not None:
                entry.pop("names", None)
                entry.pop("near", None)
    return dict(told)
