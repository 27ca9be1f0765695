"""``template``: the flows and settings of a usual business, by picking one and answering its few questions."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from agent.cli.mapping_words import comment_option, draft_option, echo_changed, told_plainly
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.settings import Values
from agent.domain.template_filling import present
from agent.domain.templates import Question, Template


@click.group()
def template() -> None:
    """Begin with a template: the flows and settings of a usual business."""


@template.command("list")
@home_option
@json_option
@pass_surroundings
def list_templates(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """List the templates, and for whom each is."""
    with surroundings.desk(home) as desk:
        found = desk.service.mapping.templates()
    if as_json:
        echo_json([_row(one) for one in found])
        return
    made = table("", "Template", "Business", "For whom")
    for one in found:
        made.add_row(one.name, cell(one.title), cell(one.audience))
    console().print(made)


@template.command()
@click.argument("name")
@home_option
@json_option
@pass_surroundings
def show(surroundings: Surroundings, home: Path, name: str, *, as_json: bool) -> None:
    """Show what a template sets and asks, and what this site has set already."""
    with surroundings.desk(home) as desk:
        found, values = desk.service.mapping.template(name), desk.service.values()
    rows = [_question(question, values) for question in found.questions]
    if as_json:
        echo_json(_row(found) | {"questions": rows})
        return
    click.echo(f"{found.name}: {cell(found.title)}. {cell(found.audience)}")
    click.echo(f"Flows: {', '.join(found.flows)}")
    for setting, text in found.settings.items():
        click.echo(f"Sets {setting} to {text}")
    made = table("", "Question", "", "Answer", "Without an answer")
    for row in rows:
        allowed = f" One of {', '.join(row['choices'])}." if row["choices"] else ""
        made.add_row(row["name"], cell(row["ask"]), cell(_kind(row) + allowed), cell(_otherwise(row)))
    console().print(made)
    answers = " ".join(f'--answer "{row["name"]}=..."' for row in rows if row["required"] and not row["present"])
    click.echo(f"Use it: syspro-stripe template use {found.name} {answers}".rstrip())
    click.echo("With --ask it asks for each answer.")


@template.command()
@click.argument("name")
@click.option("--answer", "answers", multiple=True, metavar="NAME=VALUE", help="One answer; give it for each question.")
@click.option("--ask", is_flag=True, help="Ask at the terminal for what --answer does not say.")
@click.option("--from", "from_day", default="", help="First day (CCYY-MM-DD) of its posting mode; else all days.")
@home_option
@json_option
@draft_option
@comment_option
@pass_surroundings
def use(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, name: str, answers: tuple[str, ...], from_day: str, comment: str, *,
    ask: bool, as_json: bool, draft: bool,
) -> None:  # fmt: skip
    """Put a template in force with its answers, as one mapping revision.

    What is not answered stays as the site has set it. A table is answered as usd=STRIPE-USD, eur=STRIPE-EUR.
    """
    given = _given(answers)
    with surroundings.desk(home) as desk, told_plainly():
        mapping = desk.service.mapping
        if ask:
            before = (mapping.draft() if draft else None) or mapping.content()
            given = _asked(mapping.template(name), before.policy, given)
        changed = mapping.use_template(name, given, from_day=from_day, comment=comment, draft=draft)
    echo_changed(surroundings, home, changed, as_json=as_json)


def _given(answers: Iterable[str]) -> Mapping[str, str]:
    given: dict[str, str] = {}
    for answer in answers:
        name, equals, value = answer.partition("=")
        if not equals:
            raise click.UsageError(f"An answer reads NAME=VALUE, such as warehouse=FG; {answer!r} does not.")
        if name.strip() in given:
            raise click.UsageError(f"{name.strip()} is answered twice.")
        given[name.strip()] = value
    return given


def _asked(found: Template, values: Values, given: Mapping[str, str]) -> Mapping[str, str]:
    """Ask for every answer that is not given; what the site has set already is offered, and kept as it is."""
    answers = dict(given)
    for question in found.questions:
        if question.name in given:
            continue
        kept = present(question, values)
        choices = f" ({', '.join(question.setting.choices)})" if question.setting.choices else ""
        example = f" Such as {question.such_as}." if question.such_as else ""
        offered = kept or question.default
        typed = click.prompt(
            f"{question.ask}{choices}{example}\n{question.name}", default=offered, show_default=bool(offered),
            value_proc=partial(_fitting, question), err=True,
        )  # fmt: skip
        if typed != kept:
            answers[question.name] = typed
    return answers


def _fitting(question: Question, typed: str) -> str:
    """Return what was typed; what does not fit is asked for again."""
    answer = typed.strip()
    try:
        if answer:
            question.check(answer)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return answer


def _row(found: Template) -> dict[str, Any]:
    return {
        "name": found.name,
        "title": found.title,
        "audience": found.audience,
        "flows": list(found.flows),
        "settings": dict(found.settings),
    }


def _question(question: Question, values: Values) -> dict[str, Any]:
    return {
        "name": question.name,
        "ask": question.ask,
        "settings": [f"{place.setting}:{place.entry}" if place.entry else place.setting for place in question.places],
        "kind": question.kind,
        "choices": list(question.setting.choices),
        "required": question.default is None,
        "default": question.default or "",
        "such_as": question.such_as,
        "present": present(question, values),
    }


def _kind(row: Mapping[str, Any]) -> str:
    return f"{row['kind']}, such as {row['such_as']}." if row["such_as"] else f"{row['kind']}."


def _otherwise(row: Mapping[str, Any]) -> str:
    if row["present"]:
        return f"{row['present']} (as set)"
    if row["required"]:
        return "has to be answered"
    return row["default"] or "nothing is set"
