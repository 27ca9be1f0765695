"""``mapping suggest-values``: which of SYSPRO's codes a value stands for, and why. Nothing leaves the machine."""

from collections.abc import Sequence
from pathlib import Path

import click

from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.suggest_command import read_json
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.suggest import (
    Choice,
    Posting,
    Proposal,
    SourceField,
    ValueAdvisor,
    ValueTable,
    choices_from,
    postings_from,
    sources_from,
    value_words_from,
)
from agent.shipped import shipped_value_words

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

#: Name on the command line -> the kind of table.
_TABLES = {one.name.lower(): one for one in ValueTable}


@click.command("suggest-values")
@click.option("--kind", required=True, type=click.Choice(list(_TABLES)), help="The list that the codes come from.")
@click.option(
    "--sources", required=True, type=_FILE, help='JSON: [{"name": "txr_1", "samples": ["VAT", "20%", "GB"]}].'
)
@click.option(
    "--lists",
    type=_FILE,
    help='JSON instead of SYSPRO\'s list: [{"code": "S", "description": "", "percent": "20"}].',
)
@click.option(
    "--postings", type=_FILE, help='JSON of what was posted: [{"kind": "receipt", "sources": {}, "fields": {}}].'
)
@click.option("--past", is_flag=True, help="Weigh what this home has posted for the latest payments as well.")
@click.option("--syspro", is_flag=True, help="Weigh what people posted in SYSPRO as well.")
@click.option("--days", type=click.IntRange(1, 3660), default=365, show_default=True, help="So many days of SYSPRO's.")
@home_option
@json_option
@pass_surroundings
def suggest_values(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, kind: str, sources: Path, lists: Path | None, *,
    postings: Path | None, past: bool, syspro: bool, days: int, as_json: bool,
) -> None:  # fmt: skip
    """Suggest SYSPRO's codes for a shop's or Stripe's values, the surest first, with reasons.

    For value tables: tax rates, currencies, terms, products, banks, and accounts such as Stripe's fees. The samples are
    what else is known of a value: its name, percentage, country. What no code fits gets none; control accounts are
    never suggested. What was posted for a value, such as a customer's receipts, counts where it is asked for. Nothing
    leaves this machine.
    """
    wanted = read_json(sources, sources_from)
    choices = read_json(lists, choices_from) if lists else _live(surroundings, home, _TABLES[kind])
    posted = (
        *(read_json(postings, postings_from) if postings else ()),
        *(_posted(surroundings, home, past=past, days=days if syspro else 0) if past or syspro else ()),
    )
    advisor = ValueAdvisor(value_words_from(shipped_value_words()), _TABLES[kind], choices, posted)
    answers = [(source, advisor.suggest(source)) for source in wanted]
    if as_json:
        echo_json([{"name": source.name, "suggestions": [_row(one) for one in found]} for source, found in answers])
    else:
        _print(answers, {one.code: one.description for one in choices})


def _live(surroundings: Surroundings, home: Path, kind: ValueTable) -> tuple[Choice, ...]:
    from agent.selling import asking_tables  # noqa: PLC0415 - brings the connectors
    from jobs.read_choices import read_choices  # noqa: PLC0415 - the same

    with (
        surroundings.home(home) as opened,
        asking_tables(opened, alone=not opened.service().engine_alive()) as tables,
    ):
        return read_choices(tables, kind, opened.values())


def _posted(surroundings: Surroundings, home: Path, *, past: bool, days: int) -> Sequence[Posting]:
    from agent.evidence import own_lines, own_postings, syspro_postings  # noqa: PLC0415 - brings the connectors

    with surroundings.home(home) as opened:
        own = (*own_postings(opened), *own_lines(opened)) if past else ()
        return (*own, *(syspro_postings(opened, days) if days else ()))


def _row(one: Proposal) -> dict[str, object]:
    return {"code": one.code, "confidence": one.percent, "reasons": list(one.reasons)}


def _print(answers: list[tuple[SourceField, tuple[Proposal, ...]]], described: dict[str, str]) -> None:
    made = table("", "Value", "Code", "What it is", "Sure", "Why", right=["Sure"])
    for source, found in answers:
        for one in found:
            name, why = cell(described[one.code]), cell(" ".join(one.reasons))
            made.add_row(cell(source.name), cell(one.code), name, f"{one.percent}%", why)
        if not found:
            made.add_row(cell(source.name), "", "", "", "Nothing fits.")
    console().print(made)
