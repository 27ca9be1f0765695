"""``requests``: payment links or Stripe invoices for open SYSPRO invoices: how they stand, and asking again."""

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from agent.cli.asking import tell_engine
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, heading, stopped, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.cli.times import say_when
from agent.domain.codec import to_plain
from agent.domain.errors import Problem
from agent.domain.requests.kept import RequestFilter, RequestStatus, Standing
from agent.domain.requests.rules import choose_somebody
from agent.domain.settings import Values

#: Standing -> what it is called.
_WORDS = {
    Standing.OPEN: "can be paid in Stripe",
    Standing.WAITING: "to be written to Stripe",
    Standing.PAID: "paid in Stripe; SYSPRO has yet to show it",
    Standing.REFUSED: "refused by Stripe",
    Standing.CLOSED: "not asked for",
}

_OFF = "Payment requests are off; `syspro-stripe config requests.enabled yes` switches them on."
_NOBODY = "No customer is chosen: name some in requests.customers, requests.customer_classes or requests.custom_field."

_REFUSED = "Stripe refused some; `requests list --state refused` says why, `requests retry INVOICE` asks again."

_OTHERS = "The settings name customers that SYSPRO does not have; the invoices of the others can be paid."

#: Most customers that a sentence names.
_MOST_NAMED = 10


@click.group("requests")
def requests_group() -> None:
    """Payment links, or Stripe invoices, for open invoices."""


@requests_group.command()
@home_option
@json_option
@pass_surroundings
def status(surroundings: Surroundings, home: Path, *, as_json: bool) -> None:
    """Say how the payment requests stand."""
    with surroundings.desk(home) as desk:
        found, values, now = desk.service.request_status(), desk.service.values(), desk.clock.now()
        trouble = desk.service.requests_trouble()
    enabled = values.yes("requests.enabled")
    if as_json:
        counts = {standing.value: count for standing, count in found.counts.items()}
        echo_json({"enabled": enabled} | to_plain(found) | {"counts": counts, "problem": to_plain(trouble)})
        return
    out, zone = console(), ZoneInfo(values.text("site.time_zone"))
    heading(out, *_headline(found, values, trouble))
    if enabled and found.unknown:
        out.print(cell(_unknown(found.unknown)))
    made = table("", "Invoices", "", right=["Invoices"])
    for standing, words in _WORDS.items():
        made.add_row(f"{found.counts[standing]:,}", words)
    out.print(made)

    def when(at: int) -> str:
        return say_when(at, now, zone) if at else "never"

    out.print(f"SYSPRO was looked at for changes {when(found.scanned_at)}, in whole {when(found.swept_at)}.")


def _headline(found: RequestStatus, values: Values, trouble: Problem | None) -> tuple[str, str, str]:
    """Return how the requests stand: a word, a sentence, a colour."""
    if not values.yes("requests.enabled"):
        return "off", _OFF, "yellow"
    if trouble is not None:
        return stopped(trouble)
    waiting = found.counts[Standing.WAITING]
    cases = (
        (not choose_somebody(values), ("needs you", _NOBODY, "yellow")),
        (waiting > 0, ("writing", f"{waiting:,} invoices are being written to Stripe.", "blue")),
        (found.counts[Standing.REFUSED] > 0, ("needs you", _REFUSED, "yellow")),
        (bool(found.unknown), ("needs you", _OTHERS, "yellow")),
    )
    in_step = ("in step", "Every open invoice that is asked for can be paid in Stripe.", "green")
    return next((told for holds, told in cases if holds), in_step)


def _unknown(codes: Sequence[str]) -> str:
    named = ", ".join(codes[:_MOST_NAMED])
    more = f" and {len(codes) - _MOST_NAMED:,} more" if len(codes) > _MOST_NAMED else ""
    return f"SYSPRO has no customer {named}{more}: correct requests.customers, or make the customer in SYSPRO."


@requests_group.command("run")
@click.option("--all", "what", flag_value="everything", help="Read all invoices, also those that did not change.")
@home_option
@json_option
@pass_surroundings
def run_now(surroundings: Surroundings, home: Path, what: str | None, *, as_json: bool) -> None:
    """Look at once for what changed in SYSPRO."""
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.requests_run(what or "changes"), as_json=as_json)


@requests_group.command("list")
@click.argument("text", default="")
@click.option("--state", type=click.Choice([standing.value for standing in Standing]), help="Only what stands there.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True, help="Most invoices.")
@click.option(
    "--after", nargs=2, default=("", ""), metavar="CUSTOMER INVOICE", help="Only invoices behind this one."
)  # fmt: skip
@home_option
@json_option
@pass_surroundings
def list_requests(  # noqa: PLR0913 - an argument for each option
    surroundings: Surroundings, home: Path, text: str, state: str | None, limit: int, after: tuple[str, str],
    *, as_json: bool,
) -> None:  # fmt: skip
    """List invoices with where each can be paid.

    TEXT is a part of the customer's code or of the invoice's number.
    """
    wanted = RequestFilter(Standing(state) if state else None, text, limit, after)
    with surroundings.desk(home) as desk:
        rows = desk.service.request_rows(wanted)
    if as_json:
        echo_json({"rows": to_plain(rows)})
        return
    made = table("", "Customer", "Invoice", "State", "Amount", "Where it is paid", "Why", right=["Amount"])
    for row in rows:
        told = (row.customer, row.invoice, _WORDS[row.standing], row.amount, row.url or row.link, row.reason)
        made.add_row(*map(cell, told))
    out = console()
    out.print(made if rows else "There is no such invoice among those that are asked for.")
    if len(rows) == limit:
        last = f"{rows[-1].customer} {rows[-1].invoice}"
        out.print(cell(f"There may be more: `syspro-stripe requests list --after {last}`."))


@requests_group.command("retry")
@click.argument("invoice")
@home_option
@json_option
@pass_surroundings
def ask_again(surroundings: Surroundings, home: Path, invoice: str, *, as_json: bool) -> None:
    """Ask again for an invoice.

    For one whose request Stripe refused, or was paid while the invoice stayed open. What can still be paid stays.
    """
    with surroundings.desk(home) as desk:
        tell_engine(surroundings, desk, desk.service.requests_again(invoice), as_json=as_json)
