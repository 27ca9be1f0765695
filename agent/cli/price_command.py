"""``price``: what a customer pays for a stock code, where the price comes from, and whether SYSPRO agrees."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from agent.cli.boundary import Said
from agent.cli.exits import ExitCode
from agent.cli.options import home_option, json_option
from agent.cli.show import cell, console, echo_json, heading, table
from agent.cli.surroundings import Surroundings, pass_surroundings
from agent.domain.erp import CustomerRow
from agent.domain.errors import Transient
from agent.domain.marks import DEMO
from agent.domain.prices import PriceAnswer, quantity_of

_DEMO_ENDED = (
    "This is the home of a demo that has ended, and its Stripe and its SYSPRO ended with it. `syspro-stripe demo` "
    "plays it again; with --portal both stay up until Ctrl+C."
)


def _quantity(ctx: click.Context, param: click.Parameter, value: str) -> Decimal:
    """Return the number that was typed."""
    try:
        return quantity_of(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def _filled(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return what was typed, which has to be something."""
    if not value.strip():
        raise click.BadParameter("it is empty.", ctx, param)
    return value


@click.command()
@click.option(
    "--customer",
    required=True,
    callback=_filled,
    metavar="CODE",
    help="SYSPRO customer, with or without zeros before it.",
)
@click.option("--stock-code", required=True, callback=_filled, metavar="CODE", help="Stock code.")
@click.option("--quantity", callback=_quantity, default="1", show_default=True, help="In the stocking unit.")
@home_option
@json_option
@pass_surroundings
def price(
    surroundings: Surroundings, home: Path, customer: str, stock_code: str, quantity: Decimal, *, as_json: bool
) -> None:
    """Say what a customer pays, and where the price comes from.

    Worked out from SYSPRO's tables, and asked of SYSPRO itself, which is right where they differ.
    """
    from agent.selling import asking_prices  # noqa: PLC0415 - brings the connectors

    with surroundings.home(home) as opened:
        alone = not opened.service().engine_alive()
        try:
            with asking_prices(opened, alone=alone) as asking:
                found, (answer,) = asking.ask(customer, [(stock_code, quantity)], syspro="always")
        except Transient as error:
            if alone and opened.store.marks.get(DEMO):
                raise Said(_DEMO_ENDED, ExitCode.NOT_REACHABLE) from error
            raise
    if as_json:
        echo_json(_plain(found, answer))
    else:
        _print(found, answer)
    fine = answer.price is not None and not answer.differs
    click.get_current_context().exit(ExitCode.FINE if fine else ExitCode.NEEDS_PERSON)


def _print(customer: CustomerRow, answer: PriceAnswer) -> None:
    out = console()
    word, sentence = _verdict(customer, answer)
    heading(out, word, sentence, "green" if word == "price" else "yellow")
    made = table("", "Asked", "Price", "Unit", "Where it comes from", right=["Price"])
    for row in _rows(answer):
        made.add_row(*map(cell, row))
    out.print(made)
    for doubt in answer.tables.doubts if answer.tables else ():
        out.print(f"  {cell(doubt)}")
    if answer.unasked:
        out.print(cell(answer.unasked))


def _verdict(customer: CustomerRow, answer: PriceAnswer) -> tuple[str, str]:
    """Return the word and the sentence that a person looks for first."""
    what = f"{answer.quantity:f} of {answer.stock_code} for customer {customer.customer} {customer.name}"
    if answer.stock is None:
        return "needs you", f"SYSPRO does not have the stock code {answer.stock_code}."
    if answer.price is None:
        return "needs you", f"No sure price is known: {what}."
    said = f"{answer.price:f} {customer.currency} each: {what}."
    return ("differs", f"{said} The tables say something else.") if answer.differs else ("price", said)


def _rows(answer: PriceAnswer) -> list[tuple[str, str, str, str]]:
    """Return what the tables say, and what SYSPRO says, where they were asked."""
    rows = []
    if answer.tables is not None:
        quote = answer.tables
        where = " ".join(part for part in (quote.origin.value, quote.source) if part)
        rows.append(("SYSPRO's tables", _shown(quote.price), quote.uom, where))
    if answer.syspro is not None:
        where = answer.syspro.refusal or "SYSPRO's own answer (SORRSL)"
        rows.append(("SYSPRO", _shown(answer.syspro.price), answer.syspro.uom, where))
    return rows


def _plain(customer: CustomerRow, answer: PriceAnswer) -> dict[str, Any]:
    """Return the answer for programs; prices are texts, so that no decimal is lost."""
    quote, syspro = answer.tables, answer.syspro
    return {
        "customer": customer.customer,
        "currency": customer.currency,
        "stock_code": answer.stock_code,
        "quantity": f"{answer.quantity:f}",
        "found": answer.stock is not None,
        "price": _shown(answer.price) or None,
        "uom": answer.uom,
        "includes_tax": answer.stock.price_includes_tax if answer.stock else False,
        "differs": answer.differs,
        "tables": quote and {
            "price": _shown(quote.price) or None, "uom": quote.uom, "origin": quote.origin.value,
            "source": quote.source, "sure": quote.sure, "doubts": list(quote.doubts),
        },
        "syspro": syspro and {
            "price": _shown(syspro.price) or None, "uom": syspro.uom,
            "by_quantity": _shown(syspro.by_quantity) or None, "refusal": syspro.refusal,
        },
        "unasked": answer.unasked,
    }  # fmt: skip


def _shown(price: Decimal | None) -> str:
    """Return a price with its decimals, at least two; empty for none."""
    if price is None:
        return ""
    whole, _, decimals = f"{price:f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"
