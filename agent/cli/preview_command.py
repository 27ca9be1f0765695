"""``preview``: what would become of Stripe's real history, with nothing written anywhere."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from agent.cli.mapping_words import draft_option
from agent.cli.options import home_option, json_option
from agent.cli.progress import progress_bars
from agent.cli.show import amount, cell, console, echo_json, minor, table
from agent.cli.signals import ending_like_ctrl_c
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import Day, today
from agent.domain.codec import to_plain
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.preview import Preview, PreviewDocument

#: Most lines of one list that are printed; --json and --all have all.
_MOST = 50

#: States in the order in which a person wants to see them, and what they are called here.
_STATES = {
    State.POSTED: "would be posted",
    State.HELD: "would wait for approval",
    State.PARKED: "would be refused",
    State.PENDING: "would wait for another document",
}


@click.command()
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="So many days back.")
@click.option("--from", "first", type=Day(), help="First day, at the site, instead of --days.")
@click.option("--all", "everything", is_flag=True, help="Print all documents, however many.")
@click.option("--xml", is_flag=True, help="Print what would be sent of each document.")
@home_option
@json_option
@draft_option
@pass_surroundings
def preview(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, days: int, first: date | None, *, everything: bool, xml: bool,
    as_json: bool, draft: bool,
) -> None:  # fmt: skip
    """Show what Stripe's history would become in SYSPRO.

    By the very code that posts, as though the agent had started with the first day. Stripe and SYSPRO are read; nothing
    is written to either, and nothing is kept.
    """
    from agent.once import check_set_up  # noqa: PLC0415 - brings the connectors and Stripe's library
    from agent.preview import Wanted, make_preview  # noqa: PLC0415 - the same

    with surroundings.home(home) as opened, progress_bars(wanted=not as_json) as tell, ending_like_ctrl_c():
        check_set_up(opened)
        zone = ZoneInfo(opened.values().text("site.time_zone"))
        since = first or today(opened.clock.now(), zone) - timedelta(days=days)
        content = opened.service().mapping.content(draft=draft)
        found = make_preview(opened, Wanted(content, since), progress=tell)
    if as_json:
        echo_json(to_plain(found))
    else:
        _print(found, most=None if everything else _MOST, xml=xml)


def _print(found: Preview, *, most: int | None, xml: bool) -> None:
    out = console()
    _print_counts(out, found)
    for state, words in _STATES.items():
        documents = [one for one in found.documents if one.state is state]
        if documents:
            _print_documents(out, f"{len(documents):,} {words}", documents, most)
    _print_decisions(out, found)
    _print_notes(out, found, most)
    _print_accounts(out, found)
    if xml:
        for one in found.documents[:most]:
            click.echo(f"-- {cell(one.title)}")
            click.echo(one.wire or "It cannot be written.")


def _print_counts(out: Console, found: Preview) -> None:
    counts = Counter(one.state for one in found.documents)
    ends = Counter(row.outcome for row in found.decisions)
    click.echo(f"{found.events:,} events of Stripe, {len(found.decisions):,} movements decided.")
    made = table("", "", "Number", right=["Number"])
    for state, words in _STATES.items():
        made.add_row(f"Documents that {words}", f"{counts[state]:,}")
    made.add_row("Movements that somebody would have to decide", f"{ends[Outcome.HELD]:,}")
    made.add_row("Movements that wait for Stripe", f"{ends[Outcome.WAITING]:,}")
    made.add_row("Movements that are ignored, with a reason", f"{ends[Outcome.IGNORED]:,}")
    made.add_row("Objects that could not be read", f"{len(found.unreadable):,}")
    out.print(made)
    out.print()


def _print_documents(out: Console, title: str, found: list[PreviewDocument], most: int | None) -> None:
    made = table(title, "What", "Amount", "Kind", "Flow", "Why", right=["Amount"])
    for one in found[:most]:
        made.add_row(cell(one.title), amount(one.amount), one.kind.value, one.flow, cell(one.reason))
    out.print(made)
    _print_more(out, len(found), most)
    out.print()


def _print_decisions(out: Console, found: Preview) -> None:
    rows = [row for row in found.decisions if row.outcome is not Outcome.DOCUMENTS]
    made = table("Movements without documents", "Outcome", "Number", "For example", "Reason", right=["Number"])
    for (outcome, _), some in _grouped(rows):
        made.add_row(outcome, f"{len(some):,}", cell(some[0].subject), cell(some[0].reason))
    for aside in found.unreadable:
        made.add_row("unreadable", f"{aside.events:,}", cell(aside.object_id), cell(aside.reason))
    if made.row_count:
        out.print(made)
        out.print()


def _print_notes(out: Console, found: Preview, most: int | None) -> None:
    made = table("What flows would tell", "About", "Amount", "Flow", "What", right=["Amount"])
    for one in found.notes[:most]:
        made.add_row(cell(one.subject), amount(one.amount), one.flow, cell(one.text))
    if made.row_count:
        out.print(made)
        _print_more(out, len(found.notes), most)
        out.print()


def _print_more(out: Console, count: int, most: int | None) -> None:
    if most is not None and count > most:
        out.print(f"... and {count - most:,} more; --all prints them.")


def _grouped(rows: Iterable[Any]) -> list[tuple[tuple[str, str], list[Any]]]:
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        groups.setdefault((row.outcome.value, row.reason_code), []).append(row)
    return sorted(groups.items())


def _print_accounts(out: Console, found: Preview) -> None:
    right = ["Debit", "Credit", "Balance"]
    made = table("Accounts, by what would be posted", "Account", "Currency", *right, right=right)
    for one in found.accounts:
        sums = (one.debit_minor, one.credit_minor, one.balance_minor)
        made.add_row(cell(one.account), one.currency.upper(), *(minor(value, one.currency) for value in sums))
    if made.row_count:
        out.print(made)
