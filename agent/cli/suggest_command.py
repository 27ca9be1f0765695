"""``mapping suggest``: which of SYSPRO's fields a shop's fields fit, and why. Nothing leaves the machine for it."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import json_option, only_pair, pair_option, root_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.kinds import Kind
from agent.domain.suggest import (
    Advisor,
    BadSourcesError,
    Candidate,
    Evidence,
    Posting,
    SourceField,
    Suggestion,
    by_field,
    lists_from,
    postings_from,
    sources_from,
    thesaurus_from,
)
from agent.shipped import shipped_thesaurus
from connectors.meaning import installed_meaning

#: Largest file that is read, in bytes.
_MOST_BYTES = 20_000_000

_Read = TypeVar("_Read")

#: What a kind is called on the command line -> the kind; the everyday words beside our own names.
_KINDS = {kind.value: kind for kind in Kind} | {
    "order": Kind.SALES_ORDER,
    "payment": Kind.RECEIPT,
    "invoice": Kind.AR_DOCUMENT,
    "credit": Kind.CREDIT_NOTE,
}

#: Source fields with what they fit.
Answers = Sequence[tuple[SourceField, tuple[Suggestion, ...]]]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option(
    "--kind", required=True, type=click.Choice(list(_KINDS), case_sensitive=False), help="The kind of document."
)
@click.option("--sources", required=True, type=_FILE, help='JSON: [{"name": "metadata.po_no", "samples": ["PO 77"]}].')
@click.option("--lists", type=_FILE, help='JSON of SYSPRO\'s own lists: {"ApBank": ["B1", "B2"]}.')
@click.option(
    "--postings", type=_FILE, help='JSON of what was posted: [{"kind": "receipt", "sources": {}, "fields": {}}].'
)
@click.option(
    "--model/--no-model",
    "by_model",
    default=True,
    help="Ask the model of meaning as well, where the extra 'meaning' is installed.",
)
@click.option("--past", is_flag=True, help="Weigh what this home has posted for the latest payments as well.")
@root_option
@pair_option
@click.option("--by-field", "turned", is_flag=True, help="For each of SYSPRO's fields the shop's fields that fit it.")
@json_option
@pass_surroundings
def suggest(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, kind: str, sources: Path, home: Path, pair: str | None, *, lists: Path | None,
    postings: Path | None, by_model: bool, past: bool, turned: bool, as_json: bool,
) -> None:  # fmt: skip
    """Suggest SYSPRO's fields for a shop's fields, the surest first, with reasons.

    Fields are named as paths, such as metadata.po_no or line.quantity; the answers have the order of the file. What
    fits nothing gets none; beside a field that fits, others may stand that fit less well. Nothing leaves this machine.
    """
    wanted = read_json(sources, sources_from)
    evidence = Evidence(
        read_json(lists, lists_from) if lists else {},
        (*(read_json(postings, postings_from) if postings else ()), *(_past(surroundings, home, pair) if past else ())),
    )
    model = installed_meaning() if by_model else None
    advisor = Advisor(thesaurus_from(shipped_thesaurus()), _KINDS[kind], evidence, model)
    answers = list(zip(wanted, advisor.suggest_all(wanted), strict=True))
    if turned:
        _show_fields(answers, as_json=as_json)
    else:
        _show_sources(answers, as_json=as_json)


def _past(surroundings: Surroundings, home: Path, pair: str | None) -> Sequence[Posting]:
    from agent.evidence import own_postings  # noqa: PLC0415 - brings the connectors

    with surroundings.home(only_pair(home, pair).path) as opened:
        return own_postings(opened)


def _show_sources(answers: Answers, *, as_json: bool) -> None:
    if as_json:
        echo_json([_row(source, suggestions) for source, suggestions in answers])
        return
    made = table("", "Source", "Field", "Sure", "Why", right=["Sure"])
    for source, suggestions in answers:
        for suggestion in suggestions:
            made.add_row(
                cell(source.name), suggestion.element, f"{suggestion.percent}%", cell(" ".join(suggestion.reasons))
            )
        if not suggestions:
            made.add_row(cell(source.name), "", "", "Nothing fits.")
    console().print(made)


def _show_fields(answers: Answers, *, as_json: bool) -> None:
    fields = by_field(answers)
    if as_json:
        echo_json([{"element": element, "sources": _candidates(found)} for element, found in fields.items()])
        return
    made = table("", "Field", "Source", "Sure", "Why", right=["Sure"])
    for element, found in fields.items():
        for one in found:
            made.add_row(element, cell(one.name), f"{one.percent}%", cell(" ".join(one.reasons)))
    console().print(made)


def _candidates(found: Sequence[Candidate]) -> list[dict[str, Any]]:
    return [{"name": one.name, "confidence": one.percent, "reasons": one.reasons} for one in found]


def _row(source: SourceField, suggestions: tuple[Suggestion, ...]) -> dict[str, Any]:
    found = [{"element": one.element, "confidence": one.percent, "reasons": one.reasons} for one in suggestions]
    return {"name": source.name, "suggestions": found}


def read_json(path: Path, reader: Callable[[object], _Read]) -> _Read:
    """Return what a file of JSON says. Raises ``Said`` with one sentence when it cannot be read."""
    with path.open("rb") as file:
        raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise Said(f"{path} is larger than {_MOST_BYTES // 1_000_000} MB; give fewer samples.", ExitCode.NEEDS_PERSON)
    try:
        return reader(json.loads(raw.decode("utf-8-sig")))
    except BadSourcesError as error:
        raise Said(f"{path} cannot be used: {error}", ExitCode.NEEDS_PERSON) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Said(f"{path} is no JSON: {error.msg} at {place}.", ExitCode.NEEDS_PERSON) from error
    except (RecursionError, ValueError) as error:
        raise Said(f"{path} is no JSON that can be read as text in UTF-8.", ExitCode.NEEDS_PERSON) from error
