"""Which open invoices a payment pays: those it names, those of the order it names, or the one of its amount."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.facts import Facts, OpenInvoice
from agent.domain.kinds import Allocation
from agent.domain.money import Money
from agent.domain.payer import Account
from agent.domain.payment import NamedInvoices, named_invoices, named_purchase_order
from agent.domain.settings import Values

_CORRECT = "Correct the metadata in Stripe and retry, or book it by hand and ignore it here."


@dataclass(frozen=True, slots=True)
class Match:
    """What a payment pays.

    Attributes:
        customer: SYSPRO customer whose documents it pays, or that has its receipt already; empty where it pays none.
        allocations: How much of it pays which invoice, in order; what they leave over stays on account.
        problem: Why it cannot be said; a sentence for a person, empty when all is well.
        problem_code: The same in machine form.
    """

    customer: str = ""
    allocations: tuple[Allocation, ...] = ()
    problem: str = ""
    problem_code: str = ""


def match_invoices(facts: Facts, amount: Money, account: Account, policy: Values) -> Match:
    """Return which open invoices ``amount`` pays, in the order in which it does.

    A part payment leaves the rest of an invoice open; what is paid too much stays on account.

    Args:
        facts: The open invoices that SYSPRO has for what the payment names, or for the payer.
        amount: What was paid.
        account: The payer's account.
        policy: The deciding settings.

    Raises:
        DoesNotFitError: When a number named in metadata is longer than SYSPRO's key.
    """
    if facts.erp.booked_on:
        return Match(facts.erp.booked_on)
    open_now = [one for one in facts.erp.open_invoices if one.balance.currency == amount.currency]
    named = named_invoices(facts.stripe, policy)
    if named.explicit:
        return _named(named, open_now, amount, account)
    order = named_purchase_order(facts.stripe, policy)
    if order:
        return _of_order(order, open_now, amount, account)
    by_number = [one for one in open_now if one.invoice in named.numbers]
    return _paying(by_number, amount, account) if by_number else _by_amount(open_now, amount, account, policy)


def _named(named: NamedInvoices, open_now: Sequence[OpenInvoice], amount: Money, account: Account) -> Match:
    by_number = {one.invoice: one for one in open_now}
    gone = [number for number in named.numbers if number not in by_number]
    if gone:
        said = f"SYSPRO does not have invoice {' and '.join(gone)} open in {amount.currency.upper()}. {_CORRECT}"
        return Match(problem=said, problem_code="invoice.not_open")
    chosen = [by_number[number] for number in named.numbers]
    others = sorted({one.customer for one in chosen if named.customer and one.customer != named.customer})
    if others:
        numbers = ", ".join(named.numbers)
        said = (
            f"The payment names customer {named.customer}, and invoice {numbers} is customer {others[0]}'s. {_CORRECT}"
        )
        return Match(problem=said, problem_code="invoice.other_customer")
    return _paying(chosen, amount, account)


def _of_order(order: str, open_now: Sequence[OpenInvoice], amount: Money, account: Account) -> Match:
    of_order = [one for one in open_now if one.purchase_order == order]
    if not of_order:
        said = f"SYSPRO has no open invoice for purchase order {order} in {amount.currency.upper()}. {_CORRECT}"
        return Match(problem=said, problem_code="invoice.no_purchase_order")
    own = [one for one in of_order if one.customer == account.code]
    return _paying(sorted(own or of_order, key=lambda one: one.invoice), amount, account)


def _by_amount(open_now: Sequence[OpenInvoice], amount: Money, account: Account, policy: Values) -> Match:
    fits = [] if account.guest else [one for one in open_now if one.customer == account.code and one.balance == amount]
    if len(fits) == 1:
        return _paying(fits, amount, account)
    if fits:
        numbers = ", ".join(one.invoice for one in fits)
        said = f"{amount} fits several open invoices of customer {account.code}: {numbers}. {_CORRECT}"
        return Match(problem=said, problem_code="invoice.ambiguous")
    if policy.text("receipts.unmatched") == "on_account":
        return Match()
    whose = f"customer {account.code}" if account.code else "the payer"
    said = f"No open invoice of {whose} is over {amount}, and the payment names none. {_CORRECT}"
    return Match(problem=said, problem_code="invoice.no_match")


def _paying(chosen: Sequence[OpenInvoice], amount: Money, account: Account) -> Match:
    owners = sorted({one.customer for one in chosen})
    if len(owners) > 1:
        said = f"The invoices that {amount} pay belong to several customers: {', '.join(owners)}. {_CORRECT}"
        return Match(problem=said, problem_code="invoice.several_customers")
    if account.code and not account.guest and account.code != owners[0]:
        numbers = ", ".join(one.invoice for one in chosen)
        said = f"The payer is customer {account.code}, and invoice {numbers} is customer {owners[0]}'s. {_CORRECT}"
        return Match(problem=said, problem_code="invoice.other_customer")
    return Match(owners[0], tuple(_allocated(chosen, amount)))


def _allocated(chosen: Sequence[OpenInvoice], amount: Money) -> list[Allocation]:
    """Pay the invoices in order, each as far as the money goes."""
    left, allocations = amount, []
    for one in {one.invoice: one for one in chosen}.values():
        value = min(one.balance, left, key=lambda money: money.minor)
        if value.minor > 0:
            allocations.append(Allocation(one.invoice, value, one.document_type))
            left -= value
    return allocations
