"""``documents``: what was made for SYSPRO, as a list, or one in full; and changes of one by hand."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from agent.cli.asking import tell_engine
from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import NUMBER, home_option, json_option
from agent.cli.show import amount, cell, console, echo_json, table
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.domain.codec import to_plain
from agent.domain.documents import State
from agent.domain.edits import EditField, EditForm
from agent.domain.kinds import FieldType, Kind
from agent.domain.life import Life, LifeStep
from agent.domain.readmodels import AttemptRow, DocumentDetail, DocumentFilter, DocumentRow


class _Documents(click.Group):
    """``documents`` alone lists; each of its commands takes its own ``--home`` and ``--pair``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command's name; where there is none, it is ``list``."""
        named = args and (args[0] in self.commands or args[0] == "--help")
        return super().parse_args(ctx, args if named else ["list", *args])


@click.group(cls=_Documents)
def documents() -> None:
    """List documents, show one in full, or change one by hand.

    Alone it lists; with a NUMBER it shows that one. `documents list --help` names the filters.
    """


@documents.command("list")
@click.argument("number", type=NUMBER, required=False)
@home_option
@json_option
@click.option("--state", type=click.Choice([state.value for state in State]), help="Only documents in this state.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only documents of this kind.")
@click.option("--text", default="", help="Only those whose title, Stripe id or SYSPRO key contains it.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help="Most rows.")
@click.option("--wire", is_flag=True, help="With NUMBER: also show what was sent and what came back.")
@pass_surroundings
def list_documents(
    surroundings: Surroundings, /, home: Path, number: int | None, *, as_json: bool, wire: bool, **filters: Any
) -> None:
    """List documents, or show one in full."""
    with surroundings.desk(home) as desk:
        if number is None:
            found = desk.service.documents(_filter(**filters))
            _echo_list(found, as_json=as_json)
        else:
            detail = desk.service.document(number)
            if detail is None:
                raise Said(f"There is no document {number}. `documents` lists them.", ExitCode.NEEDS_PERSON)
            _echo_one(desk, detail if wire else _without_wire(detail), as_json=as_json)


@documents.command()
@click.argument("number", type=NUMBER)
@click.option(
    "--set", "given", multiple=True, metavar="FIELD=TEXT", help="What is to stand in a field; may be repeated."
)
@click.option("--as-mapped", multiple=True, metavar="FIELD", help="Take a change back: the mapping gives it again.")
@home_option
@json_option
@pass_surroundings
def edit(
    surroundings: Surroundings, /, home: Path, number: int, given: tuple[str, ...], as_mapped: tuple[str, ...],
    *, as_json: bool,
) -> None:  # fmt: skip
    """Change fields of one document by hand, and decide it again with that.

    Alone it lists what may be changed: nothing that was posted, no money, and not our reference. What is set wins over
    the mapping for this document alone, and the audit keeps who changed what. A field of an order's line has the line's
    number before it: 2.StockCode.
    """
    with surroundings.desk(home) as desk:
        told: dict[str, str | None] = dict(map(_pair, given))
        told |= dict.fromkeys(as_mapped)
        if told:
            tell_engine(surroundings, desk, desk.service.edit(number, told), as_json=as_json)
            return
        form = desk.service.edit_form(number)
        if form is None:
            raise Said(f"There is no document {number}. `documents` lists them.", ExitCode.NEEDS_PERSON)
        _echo_form(form, as_json=as_json)


def _pair(given: str) -> tuple[str, str]:
    name, equals, text = given.partition("=")
    if not equals or not name.strip():
        raise Said(f"--set takes a field and its text, such as Branch=10, not {given!r}.", ExitCode.WRONG_USAGE)
    return name.strip(), text


def _echo_form(form: EditForm, *, as_json: bool) -> None:
    if as_json:
        echo_json(to_plain(form) | {"fields": [to_plain(one) | {"name": one.name} for one in form.fields]})
        return
    if form.refusal:
        raise Said(f"Document {form.number}: {form.refusal}", ExitCode.NEEDS_PERSON)
    made = table(f"What may be changed of document {form.number}", "Field", "Stands there", "What it takes", "By hand")
    for one in form.fields:
        by = f"by {one.edit.by}" if one.edit else ""
        made.add_row(cell(one.name), cell(one.text), cell(_takes(one)), cell(by))
    console().print(made)


def _takes(one: EditField) -> str:
    target = one.target
    room = f"one of {', '.join(target.choices)}" if target.choices else f"up to {target.length} characters"
    day = target.type is FieldType.DAY
    words = ("a day such as 2026-01-31" if day else room, "needed" if target.required else "", target.help)
    return "; ".join(filter(None, words))


def _filter(state: str | None, kind: str | None, text: str, limit: int) -> DocumentFilter:
    return DocumentFilter(
        state=State(state) if state else None, kind=Kind(kind) if kind else None, text=text, limit=limit
    )


def _without_wire(detail: DocumentDetail) -> DocumentDetail:
    return replace(detail, attempts=tuple(replace(attempt, request="", reply="") for attempt in detail.attempts))


def _echo_list(found: list[DocumentRow], *, as_json: bool) -> None:
    if as_json:
        echo_json(found)
        return
    if not found:
        click.echo("There are no such documents.")
        return
    made = table("", "No.", "State", "Kind", "What", "Amount", "SYSPRO key", "Stripe id", "Reason",
                 right=["No.", "Amount"])  # fmt: skip
    for row in found:
        made.add_row(*map(cell, _cells(row)))
    console().print(made)


def _cells(row: DocumentRow) -> tuple[object, ...]:
    state, kind = row.state.value.replace("_", " "), row.kind.value.replace("_", " ")
    return row.id, state, kind, row.title, amount(row.amount), row.erp_key, row.stripe_id, row.reason


def _echo_one(desk: Desk, detail: DocumentDetail, *, as_json: bool) -> None:
    if as_json:
        echo_json({**_fields(detail), "body": json.loads(detail.body)})
        return
    zone = ZoneInfo(desk.service.values().text("site.time_zone"))
    out, now = console(), desk.clock.now()
    _print_head(out, detail, say_when(detail.row.updated_at, now, zone))
    out.print("What is posted", style="bold")
    _echo_text(json.dumps(json.loads(detail.body), indent=2, ensure_ascii=False))
    _print_pairs(out, "Where each field comes from", ("Field", "Rule"), detail.lineage.items())
    changes = ((change.field, f"{change.what}: {change.before!r} became {change.after!r}") for change in detail.changes)
    _print_pairs(out, "What had to be changed to fit SYSPRO", ("Field", "Change"), changes)
    if detail.life:
        lived = ((say_when(step.at, now, zone), _lived(step)) for step in detail.life)
        _print_pairs(out, "What happened beside the attempts", ("When", "What"), lived)
    for attempt in detail.attempts:
        _print_attempt(out, attempt, say_when(attempt.at, now, zone))
    for sentence in detail.differences:
        out.print(cell(sentence))


#: What is said of a step of a document's life.
_LIVED = {
    Life.TOLD: "Stripe told of it",
    Life.SWEPT: "found without an event",
    Life.ASKED: "asked to decide it again",
    Life.DECIDED: "decided",
    Life.REPLACED: "decided again",
    Life.WITHDRAWN: "no longer made by the latest decision",
    Life.EDITED: "changed by hand",
    Life.RELEASED: "let go",
    Life.RESTORED: "restored",
    Life.INTERRUPTED: "the program stopped while it was sent",
    Life.IGNORED: "ignored",
}


def _lived(step: LifeStep) -> str:
    by = f" by {step.by}" if step.by else ""
    return f"{_LIVED[step.what]}{by}{f': {step.text}' if step.text else ''}"


def _fields(detail: DocumentDetail) -> dict[str, Any]:
    return {name: getattr(detail, name) for name in DocumentDetail.__slots__}


def _print_head(out: Console, detail: DocumentDetail, changed: str) -> None:
    row = detail.row
    made = table(f"Document {row.id}", "", "")
    lines = {
        "Kind": row.kind.value.replace("_", " "),
        "State": f"{row.state.value.replace('_', ' ')}, {changed}",
        "What": row.title,
        "Amount": amount(row.amount),
        "Reason": row.reason,
        "SYSPRO company": row.company,
        "SYSPRO customer": "" if json.loads(detail.body).get("customer") else detail.customer,
        "SYSPRO key": row.erp_key,
        "Stripe id": row.stripe_id,
        "Checked in SYSPRO": "yes" if detail.verified_at else "no",
        "Decided by": f"flow {row.flow}, mapping revision {row.revision}",
    }
    for name, text in lines.items():
        if text:
            made.add_row(name, cell(text))
    out.print(made)
    out.print()


def _print_pairs(out: Console, title: str, columns: tuple[str, str], pairs: Iterable[tuple[str, str]]) -> None:
    made = table(title, *columns)
    for left, right in pairs:
        made.add_row(cell(left), cell(right))
    if made.row_count:
        out.print()
        out.print(made)


def _print_attempt(out: Console, attempt: AttemptRow, when: str) -> None:
    words = (f"{when}: {attempt.state.value.replace('_', ' ')}.", attempt.reason, attempt.evidence)
    out.print()
    out.print(cell(" ".join(filter(None, words))))
    for name, text in (("Sent", attempt.request), ("Came back", attempt.reply)):
        if text:
            out.print(f"{name}:", style="bold")
            _echo_text(text)


def _echo_text(text: str) -> None:
    """Print text of several lines as it is, never folded, so that it can be copied."""
    for line in text.splitlines():
        click.echo(cell(line))
