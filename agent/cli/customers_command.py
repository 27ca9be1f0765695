"""``customers``: who is who in SYSPRO and Stripe, who may be whom, and whose words count."""

from collections.abc import Sequence
from pathlib import Path

import click

from agent.cli.asking import tell_engine
from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, heading, stopped, table
from agent.cli.surroundings import Desk, Surroundings, pass_surroundings
from agent.domain.codec import to_plain
from agent.domain.customers.fields import FIELDS, shown
from agent.domain.customers.kept import CustomerFilter, LinkRow, LinkState, SuggestionRow
from agent.domain.customers.suggest import Advice
from agent.domain.fitting import DoesNotFitError, pad_key

_WORDS = {
    LinkState.IN_STEP: "both say the same",
    LinkState.WAITING: "to be written",
    LinkState.CONFLICT: "both changed it; you are asked",
    LinkState.REFUSED: "refused by Stripe",
    LinkState.CLOSED: "closed",
}

_ADVICE = {Advice.MATCH: "the same as", Advice.NEW: "new in Stripe", Advice.IGNORE: "stays out of Stripe"}

_OFF = "Customers are not kept; `syspro-stripe config customer_links.enabled yes` switches that on."

_MOST = click.IntRange(1, 100_000)


@click.group()
def customers() -> None:
    """Customers in SYSPRO and Stripe."""


@customers.command("status")
@home_option
@json_option
@pass_surroundings
def status(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Say how many customers are linked, and what waits for you."""
    with surroundings.desk(home) as desk:
        states, advised = desk.service.customer_counts()
        enabled, trouble = desk.service.values().yes("customer_links.enabled"), desk.service.customers_trouble()
    if as_json:
        links = {state.value: count for state, count in states.items()}
        told = {advice.value: count for advice, count in advised.items()}
        echo_json({"enabled": enabled, "links": links, "suggestions": told, "problem": to_plain(trouble)})
        return
    out = console()
    if not enabled:
        heading(out, "off", _OFF, "yellow")
    elif trouble is not None:
        heading(out, *stopped(trouble))
    elif states[LinkState.CONFLICT] or states[LinkState.REFUSED]:
        heading(out, "needs you", "`syspro-stripe customers conflicts` shows what both sides changed.", "yellow")
    elif sum(advised.values()):
        heading(out, "in step", "`syspro-stripe customers suggestions` shows who may be whom.", "green")
    else:
        heading(out, "in step", "What is linked says the same on both sides.", "green")
    made = table("", "Customers", "", right=["Customers"])
    for state, words in _WORDS.items():
        made.add_row(f"{states[state]:,}", words)
    for advice, words in _ADVICE.items():
        made.add_row(f"{advised[advice]:,}", f"suggested: {words}")
    out.print(made)


@customers.command("run")
@click.option("--all", "what", flag_value="everything", help="Read all customers of both sides.")
@home_option
@json_option
@pass_surroundings
def run_now(surroundings: Surroundings, home: Path, what: str | None, *, as_json: bool) -> None:
    """Look at once for what changed on either side."""
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.customers_run(what or "changes"), as_json=as_json)


@customers.command("list")
@click.argument("text", default="")
@click.option("--state", type=click.Choice([state.value for state in LinkState]), help="Only what stands there.")
@click.option("--limit", type=_MOST, default=100, show_default=True, help="Most customers.")
@click.option("--after", default="", metavar="CUSTOMER", help="Only customers behind this one.")
@home_option
@json_option
@pass_surroundings
def list_links(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, text: str, state: str | None, limit: int, after: str, *, as_json: bool
) -> None:  # fmt: skip
    """List customers that are linked.

    TEXT is a part of the code, the name or the Stripe id.
    """
    wanted = CustomerFilter(text, limit, after, LinkState(state) if state else None)
    with surroundings.desk(home) as desk:
        rows = desk.service.customer_links(wanted)
    if as_json:
        echo_json({"rows": to_plain(rows)})
        return
    made = table("", "Customer", "Name", "In Stripe", "State", "Why")
    for row in rows:
        made.add_row(*map(cell, (row.customer, row.name, row.stripe_id, _WORDS[row.state], _why(row))))
    _print(made, rows, "No such customer is linked.", "customers list", limit)


@customers.command()
@click.argument("text", default="")
@click.option("--advice", type=click.Choice([advice.value for advice in Advice]), help="Only such suggestions.")
@click.option("--limit", type=_MOST, default=100, show_default=True, help="Most suggestions.")
@click.option("--after", default="", metavar="CUSTOMER", help="Only customers behind this one.")
@home_option
@json_option
@pass_surroundings
def suggestions(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, text: str, advice: str | None, limit: int, after: str, *, as_json: bool
) -> None:  # fmt: skip
    """List SYSPRO customers without a link, and who they may be in Stripe."""
    wanted = CustomerFilter(text, limit, after, advice=Advice(advice) if advice else None)
    with surroundings.desk(home) as desk:
        rows = desk.service.customer_suggestions(wanted)
    if as_json:
        echo_json({"rows": to_plain(rows)})
        return
    made = table("", "Customer", "Name", "Suggested", "In Stripe", "Score", "Why", right=["Score"])
    for row in rows:
        why = " ".join(reason.sentence for reason in row.reasons)
        also = " Another one is as likely." if row.ambiguous else ""
        there = f"{row.stripe_id} {row.stripe_name[:60]}".strip()
        told = (row.customer, row.name, _ADVICE[row.advice], there, str(row.score), f"{why}{also}")
        made.add_row(*map(cell, told))
    _print(made, rows, "Nothing is suggested.", "customers suggestions", limit)


@customers.command()
@click.option(
    "--advice",
    type=click.Choice([advice.value for advice in Advice]),
    default="match",
    show_default=True,
    help="Which suggestions.",
)
@click.option("--least", type=click.IntRange(1, 100), default=80, show_default=True, help="Least points of a match.")
@home_option
@json_option
@pass_surroundings
def accept_all(surroundings: Surroundings, home: Path, advice: str, least: int, *, as_json: bool) -> None:
    """Accept all suggestions of one sort at once.

    Matches with fewer points stay, and so do those for which somebody else is as likely.
    """
    with surroundings.desk(home) as desk:
        number = desk.service.customers_accept_all(Advice(advice), least)
        tell_engine(surroundings, desk, number, as_json=as_json)


@customers.command()
@click.argument("customer")
@click.option("--stripe", "stripe_id", default="", metavar="ID", help="This Stripe customer, whatever is suggested.")
@click.option("--new", "how", flag_value="new", help="A new customer in Stripe, whatever is suggested.")
@click.option("--ignore", "how", flag_value="ignore", help="Keep it out of Stripe.")
@home_option
@json_option
@pass_surroundings
def accept(
    surroundings: Surroundings, home: Path, customer: str, stripe_id: str, how: str | None, *, as_json: bool
) -> None:  # fmt: skip
    """Accept what is suggested for a SYSPRO customer, or say what it is.

    From then on both sides are kept in step, field by field as the settings say. `accept-all` accepts many at once.
    """
    with surroundings.desk(home) as desk:
        if stripe_id or how:
            advice = Advice(how) if how else Advice.MATCH
        else:
            found = _suggested(desk, customer)
            advice, stripe_id = found.advice, found.stripe_id
        if advice is Advice.IGNORE:
            number = desk.service.customers_ignore(customer)
        else:
            number = desk.service.customers_link(customer, stripe_id if advice is Advice.MATCH else "")
        tell_engine(surroundings, desk, number, as_json=as_json)


@customers.command()
@click.argument("customer")
@click.option("--stripe", "stripe_id", default="", metavar="ID", help="This Stripe customer, not the suggested one.")
@home_option
@json_option
@pass_surroundings
def refuse(surroundings: Surroundings, home: Path, customer: str, stripe_id: str, *, as_json: bool) -> None:
    """Say that a SYSPRO customer is not the suggested one; the two are never suggested again."""
    with surroundings.desk(home) as desk:
        stripe_id = stripe_id or _suggested(desk, customer).stripe_id
        if not stripe_id:
            raise Said(f"No Stripe customer is suggested for {customer}.", ExitCode.NEEDS_PERSON)
        tell_engine(surroundings, desk, desk.service.customers_refuse(customer, stripe_id), as_json=as_json)


@customers.command()
@home_option
@json_option
@pass_surroundings
def conflicts(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """List fields that both sides changed, with what either says."""
    with surroundings.desk(home) as desk:
        rows = desk.service.customer_links(CustomerFilter(limit=100_000, state=LinkState.CONFLICT))
    if as_json:
        echo_json({"rows": to_plain(rows)})
        return
    made = table("", "Customer", "Field", "SYSPRO", "Stripe")
    for row in rows:
        for one in row.conflicts:
            told = (row.customer, one.field, shown(one.field, one.syspro), shown(one.field, one.stripe))
            made.add_row(*map(cell, told))
    out = console()
    out.print(made if rows else "Both sides changed nothing at once.")
    if rows:
        out.print("`syspro-stripe customers resolve CUSTOMER FIELD --side syspro|stripe` says whose words count.")


@customers.command()
@click.argument("customer")
@click.argument("field", type=click.Choice(FIELDS))
@click.option("--side", type=click.Choice(["syspro", "stripe"]), required=True, help="Whose words count.")
@home_option
@json_option
@pass_surroundings
def resolve(
    surroundings: Surroundings, home: Path, customer: str, field: str, side: str, *, as_json: bool
) -> None:  # fmt: skip
    """Say whose words count where both sides changed a field."""
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.customers_resolve(customer, field, side), as_json=as_json)


@customers.command()
@click.argument("gone")
@click.argument("customer")
@home_option
@json_option
@pass_surroundings
def merge(surroundings: Surroundings, home: Path, gone: str, customer: str, *, as_json: bool) -> None:
    """Have payments of a customer that is gone booked to another one.

    For two SYSPRO customers of which only CUSTOMER is left. What was posted keeps the code of then.
    """
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.customers_merge(gone, customer), as_json=as_json)


@customers.command("retry")
@click.argument("customer")
@home_option
@json_option
@pass_surroundings
def compare_again(surroundings: Surroundings, home: Path, customer: str, *, as_json: bool) -> None:
    """Compare a linked customer again, such as one that Stripe has refused."""
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.customers_retry(customer), as_json=as_json)


def _suggested(desk: Desk, customer: str) -> SuggestionRow:
    values = desk.service.values()
    numeric, length = values.yes("keys.customer_numeric"), values.integer("keys.customer_length")
    try:
        found = desk.service.customer_suggestion(pad_key(customer, numeric=numeric, length=length))
    except DoesNotFitError as error:
        raise Said(str(error), ExitCode.NEEDS_PERSON) from error
    if found is None:
        raise Said(f"Nothing is suggested for customer {customer}.", ExitCode.NEEDS_PERSON)
    return found


def _print(
    made: object, rows: Sequence[LinkRow] | Sequence[SuggestionRow], none: str, command: str, limit: int
) -> None:
    out = console()
    out.print(made if rows else none)
    if len(rows) == limit:
        out.print(cell(f"There may be more: `syspro-stripe {command} --after {rows[-1].customer!r}`."))


def _why(row: LinkRow) -> str:
    asked = [f"{one.field}: SYSPRO {one.syspro!r}, Stripe {one.stripe!r}." for one in row.conflicts]
    return " ".join([*asked, row.reason]).strip()
