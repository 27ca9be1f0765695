"""The lines of a free-form credit note (SORTCH, SORTCL), and what SYSPRO will make of them together.

Source: reference, section 2.3: a line of SORTCL names no tax code, so SYSPRO taxes it by its own set-up. Which line it
taxes by which tax code is the site's to say (``refunds.stock_codes``). A note that would come to another amount is not
made.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from agent.domain.cases.original import Original
from agent.domain.money import Money
from agent.domain.order import PlannedLine, foreseen_tax
from agent.domain.settings import Values


@dataclass(frozen=True, slots=True)
class NoteLines:
    """One line before tax, and one for a rounding difference.

    Attributes:
        stock_code: Code of the line.
        net: Its value before tax.
        tax: Tax that SYSPRO will take of it.
        rounding: Value of the second line, which bears no tax; ``None`` for none.
        problem: Why no lines come to the amount; else empty.
    """

    stock_code: str
    net: Money
    tax: Money
    rounding: Money | None = None
    problem: str = ""


def note_lines(value: Money | None, tax: Money | None, sale: Original, policy: Values) -> NoteLines | None:
    """Return the lines of a credit note over ``value``, taxed as the sale that it takes back.

    Within the tolerance of orders the difference becomes a line of its own (BOOKS, "Tax and totals").

    Args:
        value: The note with tax.
        tax: Tax within it.
        sale: All that was invoiced: a cent of a note tells no tax code from another.
        policy: The deciding settings.

    Returns:
        ``None`` where a value or a tax is not known.
    """
    whole, within = sale.value, sale.tax
    if value is None or tax is None or whole is None or within is None:
        return None
    net, plain = value - tax, policy.text("refunds.stock_code")
    codes = list(_codes(value.currency, policy))
    foreseen = [(abs(_left(whole, whole - within, code, policy).minor), code, name) for code, name in codes]
    least = min((off for off, _, _ in foreseen), default=0)
    nearest = [(code, name) for off, code, name in foreseen if off == least]
    if not nearest:
        return NoteLines(plain, net, tax, problem=_no_code(plain))
    code, stock_code = nearest[0]
    if len(nearest) > 1:
        return NoteLines(stock_code, net, tax, problem=_several(value, nearest))
    return _rounded(NoteLines(stock_code, net, tax), value, code, policy)


def form_view(form: NoteLines | None, policy: Values) -> dict[str, str | Decimal | None]:
    """Return what flows see of the lines: ``rounding_units`` is ``None`` where there is no difference."""
    rounding = form.rounding if form else None
    return {
        "stock_code": form.stock_code if form else policy.text("refunds.stock_code"),
        "rounding_units": rounding.to_decimal() if rounding else None,
    }


def _codes(currency: str, policy: Values) -> Iterator[tuple[str, str]]:
    """Return tax code -> code of the line; an empty one for the line that bears no tax."""
    by_tax, rates = policy.table("refunds.stock_codes"), policy.table("orders.tax_rates")
    # A currency may have a tax code of its own, which counts instead of others.
    own = policy.table("orders.currency_tax_codes").get(currency, "")
    yield from ((code, name) for code, name in by_tax.items() if own in {"", code} and code in rates)
    plain = policy.text("refunds.stock_code")
    if plain not in by_tax.values():
        yield "", plain


def _rounded(lines: NoteLines, value: Money, code: str, policy: Values) -> NoteLines:
    """Return ``lines`` with what SYSPRO's tax leaves of ``value``; above zero, for no line of a credit is below it."""
    net, left = lines.net, _left(value, lines.net, code, policy)
    product_class, most = policy.text("orders.rounding_product_class"), policy.integer("orders.rounding_tolerance")
    if left and (abs(left.minor) > most or not product_class):
        return replace(lines, problem=_differs(value, left, lines))
    if left.minor < 0:
        # What is too much comes off the line; a unit less may take a unit of tax with it.
        net += left
        left = _left(value, net, code, policy)
    return NoteLines(lines.stock_code, net, value - net - left, left or None)


def _left(value: Money, net: Money, code: str, policy: Values) -> Money:
    """Return what is left of ``value`` when SYSPRO has added its tax to ``net``; below zero where that is more."""
    nothing = Money.zero(net.currency)
    line = PlannedLine("charge", net=net, discount=nothing, tax=nothing, tax_code=code)
    return value - net - foreseen_tax(line, net.currency, policy)


_ELSE = "or set refunds.credit to auto, then retry."


def _no_code(plain: str) -> str:
    return (
        f"The line {plain} of a free-form credit note bears another tax than the sale may have. Name a code for the"
        f" sale's tax code in refunds.stock_codes, and its rate in orders.tax_rates, {_ELSE}"
    )


def _several(value: Money, nearest: list[tuple[str, str]]) -> str:
    named = ", ".join(f"{name} (tax code {code})" if code else f"{name} (no tax)" for code, name in nearest)
    return (
        f"A free-form credit note of {value} can have any of these lines, whose tax comes to the same: {named}."
        f" Which one the sale was taxed by cannot be told. Credit it by hand and ignore the refund here, {_ELSE}"
    )


def _differs(value: Money, left: Money, lines: NoteLines) -> str:
    return (
        f"A free-form credit note with the line {lines.stock_code} comes to {value - left} in SYSPRO, and {value} are"
        f" given back: {left} differ. The sale has {lines.tax} tax in that, SYSPRO would take {lines.tax - left}. Name"
        " a code that SYSPRO taxes as the sale in refunds.stock_codes. A sale at several tax rates, such as shipping"
        f" without tax beside taxed goods, has no such code: credit it by hand and ignore the refund here, {_ELSE}"
    )
