"""The lines of an order that are given back before SYSPRO has invoiced any of it: they are cancelled, not credited.

BOOKS, section 3: a refund before the invoice cancels or reduces the order. SORTOX cancels single lines (documented as
inputs, reference, section 2.2), so lines that come to just the refund can go; any other amount is credited later.
"""

from collections.abc import Sequence

from agent.domain.cases.given_back import off_their_orders
from agent.domain.cases.named_lines import named_lines
from agent.domain.cases.original import Original
from agent.domain.cases.share import Share
from agent.domain.facts import OrderedLine, OwnDocument
from agent.domain.json_reader import JsonReader
from agent.domain.money import Money, total
from agent.domain.order import PlannedLine, foreseen_tax
from agent.domain.settings import Values

_CANCEL = "cancel_lines"


def cancels_lines(policy: Values) -> bool:
    """Return whether the site wants lines of an order cancelled."""
    return policy.text("refunds.before_invoice") == _CANCEL


def lines_to_cancel(
    original: Original,
    amount: Money,
    refund: JsonReader,
    *,
    share: Share,
    policy: Values,
    own: Sequence[OwnDocument] = (),
) -> tuple[tuple[int, ...], str]:
    """Return the lines of the order that go with a refund, and why that cannot be decided.

    Args:
        original: The payment; nothing of its order is invoiced.
        amount: What is given back.
        refund: Stripe's refund, which names the lines.
        share: How much of the payment it gives back: where that is all, the whole order goes.
        policy: The deciding settings.
        own: Our documents about the refund: lines that were cancelled for it are on the order no more.
    """
    open_order = original.order and not original.cancelled and not original.complete
    if not cancels_lines(policy) or share is not Share.PART or not open_order:
        return (), ""
    lines, problem = named_lines(refund, policy)
    if not lines or problem or off_their_orders(own):
        return lines, problem
    return lines, _problem(original, lines, amount, policy)


def _problem(original: Original, lines: tuple[int, ...], amount: Money, policy: Values) -> str:
    named = ", ".join(map(str, lines))
    what = f"It names lines {named} of order {original.order}"
    way = (
        "Correct the lines at the refund in Stripe, or remove them so that the amount is credited when the order is"
        " invoiced, and retry."
    )
    found = {one.number: one for one in original.open_lines}
    if not found:
        return f"{what}, and what those come to cannot be read in SYSPRO. {way}"
    if missing := [str(number) for number in lines if number not in found]:
        return f"{what}, which has no open line {', '.join(missing)}. {way}"
    values = [_value(found[number], amount.currency, policy) for number in lines]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return f"{what}, and how SYSPRO taxes them is not known: orders.tax_rates has no rate of their tax code. {way}"
    whole = total(known, amount.currency)
    if whole == amount:
        return ""
    return f"{what}, which come to {whole} and are cancelled whole; {amount} are given back. {way}"


def _value(line: OrderedLine, currency: str, policy: Values) -> Money | None:
    """Return what SYSPRO would invoice for a line, with tax; ``None`` where its tax is not known."""
    if line.tax_code and line.tax_code not in policy.table("orders.tax_rates"):
        return None
    nothing = Money.zero(currency)
    net = Money.from_decimal(line.net, currency)
    planned = PlannedLine("charge", net=net, discount=nothing, tax=nothing, tax_code=line.tax_code)
    return net + foreseen_tax(planned, currency, policy)
