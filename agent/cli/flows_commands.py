"""``flows``: what a movement of money becomes, as a person reads and changes it."""

from pathlib import Path
from typing import Any

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.mapping_words import comment_option, draft_option, echo_changed, told_plainly
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.conditions import condition_of, rows_of
from agent.domain.flow_set import Entry, FlowSet
from agent.domain.flows import Gate, Hold, Telling
from agent.domain.mapping import MappingContent
from agent.mappings import Mappings

#: Largest file that is read as a flow, in bytes.
_MOST_BYTES = 1_000_000


@click.group()
def flows() -> None:
    """Read and change the flows: what each movement of money becomes.

    The first flow that wants a movement has it, so the order counts.
    """


@flows.command("list")
@home_option
@json_option
@draft_option
@pass_surroundings
def list_flows(surroundings: Surroundings, home: Path, *, as_json: bool, draft: bool) -> None:
    """List the flows in the order in which they are asked."""
    with surroundings.desk(home) as desk, told_plainly():
        rows = [_row(entry) for entry in desk.service.mapping.content(draft=draft).flows.entries]
    if as_json:
        echo_json(rows)
        return
    made = table("", "Flow", "", "About", "Modes", "What it does")
    for row in rows:
        state = ("on" if row["on"] else "off") + ("" if row["shipped"] else ", own")
        made.add_row(row["name"], state, row["subject"], ", ".join(row["modes"]), cell(row["title"]))
    console().print(made)


@flows.command()
@click.argument("name")
@home_option
@json_option
@draft_option
@pass_surroundings
def show(surroundings: Surroundings, home: Path, name: str, *, as_json: bool, draft: bool) -> None:
    """Show one flow: its gates, holds and steps, with a sentence for each field."""
    with surroundings.desk(home) as desk, told_plainly():
        entry = desk.service.mapping.content(draft=draft).flows.entry(name)
    if as_json:
        echo_json(_row(entry) | _detail(entry))
        return
    flow, out = entry.flow, console()
    click.echo(f"{flow.name}: {cell(flow.title)} ({'on' if entry.on else 'off'})")
    ends = table("What ends the decision, or holds it", "Outcome", "", "When", "Reason")
    for gate in flow.gates:
        ends.add_row(gate.outcome.value, _off(gate), cell(gate.when), cell(gate.reason))
    for hold in flow.holds:
        ends.add_row("approval", _off(hold), cell(hold.when), cell(hold.reason))
    for one in flow.tellings:
        ends.add_row("told", _off(one), cell(one.when), cell(one.text))
    out.print(ends)
    for step in flow.steps:
        said = ", switched off" if step.off else f" when {step.when}" if step.when else ""
        made = table(f"{step.kind.value} ({step.purpose}){said}", "Field", "From")
        for element, rule in step.fields.items():
            made.add_row(element, cell(rule.sentence()))
        for kind, rules in step.lines.items():
            for element, rule in rules.items():
                made.add_row(f"{kind} line, {element}", cell(rule.sentence()))
        out.print(made)


@flows.command("export")
@click.argument("name")
@click.option("--to", "target", type=click.Path(dir_okay=False, path_type=Path), help="File; else it is printed.")
@home_option
@draft_option
@pass_surroundings
def export_flow(surroundings: Surroundings, home: Path, name: str, target: Path | None, *, draft: bool) -> None:
    """Write one flow as TOML."""
    with surroundings.desk(home) as desk, told_plainly():
        text = desk.service.mapping.content(draft=draft).flows.entry(name).text
    if target is None:
        click.echo(text, nl=False)
    else:
        target.write_text(text, "utf-8", newline="\n")
        click.echo(f"{name} is in {target}.")


@flows.command("import")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@home_option
@json_option
@draft_option
@comment_option
@pass_surroundings
def import_flow(surroundings: Surroundings, /, home: Path, source: Path, **options: Any) -> None:
    """Take a flow from a TOML file, in the place of the one with its name.

    A new one is asked before the first flow about the same subject.
    """
    text = _text_of(source)
    _change(surroundings, home, lambda flows: flows.put(text), f"Flow from {source.name}", **options)


@flows.command()
@click.argument("name")
@click.argument("new")
@home_option
@json_option
@draft_option
@comment_option
@pass_surroundings
def copy(surroundings: Surroundings, /, home: Path, name: str, new: str, **options: Any) -> None:
    """Copy a flow under a NEW name; the copy is off, because both would want the same money."""
    _change(surroundings, home, lambda flows: flows.copied(name, new), f"Copy of {name}: {new}", **options)


@flows.command()
@click.argument("name")
@home_option
@json_option
@draft_option
@comment_option
@pass_surroundings
def remove(surroundings: Surroundings, /, home: Path, name: str, **options: Any) -> None:
    """Remove one of the site's own flows; revisions that had it keep it."""
    _change(surroundings, home, lambda flows: flows.removed(name), f"Flow {name} removed", **options)


@flows.command()
@click.argument("name")
@home_option
@json_option
@draft_option
@comment_option
@pass_surroundings
def on(surroundings: Surroundings, /, home: Path, name: str, **options: Any) -> None:
    """Switch a flow on."""
    _change(surroundings, home, lambda flows: flows.switched(name, on=True), f"Flow {name} on", **options)


@flows.command()
@click.argument("name")
@home_option
@json_option
@draft_option
@comment_option
@pass_surroundings
def off(surroundings: Surroundings, /, home: Path, name: str, **options: Any) -> None:
    """Switch a flow off; it is kept."""
    _change(surroundings, home, lambda flows: flows.switched(name, on=False), f"Flow {name} off", **options)


@flows.command()
@click.argument("names", nargs=-1, required=True)
@home_option
@json_option
@draft_option
@comment_option
@pass_surroundings
def order(surroundings: Surroundings, /, home: Path, names: tuple[str, ...], **options: Any) -> None:
    """Put the flows with these NAMES first, in this order."""
    _change(surroundings, home, lambda flows: flows.ordered(names), f"Order: {', '.join(names)}", **options)


def _change(surroundings: Surroundings, /, home: Path, change: Any, said: str, **options: Any) -> None:
    draft, comment, as_json = options["draft"], options["comment"] or said, options["as_json"]
    with surroundings.desk(home) as desk, told_plainly():
        mapping = desk.service.mapping
        before = _begun(mapping) if draft else mapping.content()
        after: FlowSet = change(before.flows)
        changed = mapping.change(MappingContent(after, before.policy), comment, draft=draft)
    echo_changed(surroundings, home, changed, as_json=as_json)


def _begun(mapping: Mappings) -> MappingContent:
    return mapping.draft() or mapping.content()


def _text_of(source: Path) -> str:
    if source.stat().st_size > _MOST_BYTES:
        raise Said(f"{source} has more than {_MOST_BYTES:,} bytes; no flow has.", ExitCode.NEEDS_PERSON)
    try:
        return source.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Said(f"{source} is no text in UTF-8, so it is no flow.", ExitCode.NEEDS_PERSON) from error


def _row(entry: Entry) -> dict[str, Any]:
    flow = entry.flow
    return {
        "name": flow.name,
        "title": flow.title,
        "subject": flow.subject,
        "modes": sorted(flow.modes),
        "on": entry.on,
        "shipped": entry.shipped,
    }


def _detail(entry: Entry) -> dict[str, Any]:
    flow = entry.flow
    return {
        "events": sorted(flow.events),
        "when": flow.when,
        "gates": [
            {"when": gate.when, "rows": _rows(gate.when), "outcome": gate.outcome, "code": gate.code}
            | {"reason": gate.reason, "off": gate.off}
            for gate in flow.gates
        ],
        "holds": [
            {"when": hold.when, "rows": _rows(hold.when), "code": hold.code, "reason": hold.reason, "off": hold.off}
            for hold in flow.holds
        ],
        "notify": [
            {"when": one.when, "rows": _rows(one.when), "code": one.code, "text": one.text, "off": one.off}
            for one in flow.tellings
        ],
        "steps": [
            {"kind": step.kind, "purpose": step.purpose, "when": step.when, "rows": _rows(step.when)}
            | {"off": step.off}
            | {"fields": {element: rule.sentence() for element, rule in step.fields.items()}}
            for step in flow.steps
        ],
        "text": entry.text,
    }


def _off(part: Gate | Hold | Telling) -> str:
    """Return what stands beside a part that is kept and never asked."""
    return "off" if part.off else ""


def _rows(when: str) -> dict[str, Any] | None:
    """Return a condition as rows; ``None`` where it says more than rows can."""
    found = condition_of(when)
    return rows_of(found) if found is not None else None
