"""``mapping suggest-values``: which of SYSPRO's codes a value stands for, and why. Nothing leaves the machine."""

from pathlib import Path

import click

from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.suggest_command import read_json
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.suggest import (
    Choice,
    Proposal,
    SourceField,
    ValueAdvisor,
    ValueTable,
    choices_from,
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
@home_option
@json_option
@pass_surroundings
def suggest_values(
    surroundings: Surroundings, home: Path, kind: str, sources: Path, lists: Path | None, *, as_json: bool
) -> None:
    """Suggest SYSPRO's codes for a shop's or Stripe's values, the surest first, with reasons.

    For value tables: tax rates, currencies, terms, products, and accounts such as Stripe's fees. The samples are what
    else is known of a value: its name, percentage, country. What no code fits gets none; control accounts are never
    suggested. Nothing leaves this machine.
    """
    wanted = read_json(sources, sources_from)
    choices = read_json(lists, choices_from) if lists else _live(surroundings, home, _TABLES[kind])
    advisor = ValueAdvisor(value_words_from(shipped_value_words()), _TABLES[kind], choices)
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
