"""Sales and refunds, by the mode in which the site posts them: a row in `MODES` each."""

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle import rules
from tests.oracle import terms as accounts
from tests.oracle.summing import Part

#: Metadata that names invoices which SYSPRO has open, or the customer's order that they are of, and the customer itself.
NAMED_BY = "syspro_invoice"
ORDER_BY = "purchase_order"
PAYER_BY = "syspro_customer"


@dataclass(frozen=True)
class Named:
    """What a payment says of the invoices that it pays.

    Attributes:
        numbers: Theirs, in order, without zeros before them.
        order: The customer's order that they are of.
        payer: The customer, where Stripe's customer says who that is: an invoice of just that amount is meant.
    """

    numbers: tuple[str, ...] = ()
    order: str = ""
    payer: str = ""


@dataclass(frozen=True)
class Sale:
    """One payment.

    Attributes:
        amount: What was captured, minor units of the payment's currency.
        currency: The payment's.
        refunds: Id -> amount of each refund that took money out, whether or not it came back.
    """

    amount: int
    currency: str
    refunds: dict[str, int]


def orders(account, terms, expected):
    """One order and one receipt of the gross for each payment, one negative receipt for each refund."""
    expected.orders = _one_by_one(account, expected)


def invoices(account, terms, expected):
    """One AR invoice and the receipt that pays it; each refund is credited in full, and its money paid out."""
    expected.invoices = _one_by_one(account, expected)
    for reference in expected.invoices:
        expected.days[f"{reference}.I"] = expected.days[reference]


def open_invoices(account, terms, expected):
    """One receipt each, against the open invoices that the payment names; what they leave over stands on account."""
    expected.paying = _one_by_one(account, expected)
    for reference in expected.paying:
        charge = account.charges[reference]
        intent = account.intents.get(charge["payment_intent"] or "", {})
        told = {**intent.get("metadata", {}), **charge["metadata"]}
        numbers = tuple(one.strip() for one in told.get(NAMED_BY, "").split(",") if one.strip())
        payer = account.customers.get(charge["customer"] or "", {}).get("metadata", {}).get(PAYER_BY, "")
        expected.named[reference] = Named(numbers, told.get(ORDER_BY, ""), payer)


def summary(account, terms, expected):
    """No receipt and no document: the journal of a payout or day has a line for sales, for refunds and for disputes."""

    def fees(one):
        return tuple(rules.fees_of(one, terms).items()) if terms.by_day else ()

    for charge in account.charges.values():
        returned = charge["id"] if charge["status"] == "failed" else ""
        for one in account.of(charge["id"]):
            if one.category in rules.SALES and charge["id"] not in expected.held:
                _sum_up(expected, one, (accounts.SALES, -one.amount), fees=fees(one), returned=returned)
    for refund in account.refunds.values():
        for one in account.of(refund["id"]):
            if one.category in rules.REFUNDS:
                rated = _at_the_rate_of_its_payment(account, refund, one)
                _sum_up(
                    expected, one, (accounts.SALES_RETURNS, -rated), (accounts.FX, rated - one.amount), fees=fees(one)
                )


def _at_the_rate_of_its_payment(account, refund, one):
    """What the refund would have moved had Stripe converted it as it converted the payment."""
    if refund["currency"] == one.currency:
        return one.amount
    settled = sum(sold.amount for sold in account.of(refund["charge"]) if sold.category in rules.SALES)
    share = Fraction(settled * refund["amount"], account.charges[refund["charge"]]["amount_captured"])
    rated = int(share + Fraction(1, 2))
    return rated if one.amount > 0 else -rated


def _sum_up(expected, one, *parts, fees=(), own="", returned="", rest=0):
    code = accounts.CLEARING[one.currency]
    balanced = ((*each, (code, -sum(minor for _, minor in each))) for each in (parts, fees))
    expected.summed.append(Part(one.payout, one.at, one.currency, *balanced, own, returned, rest))


def summed_disputes(account, terms, expected):
    """What a dispute takes and gives back, its fee with it; only its loss is always a journal of its own."""
    for dispute in account.disputes.values():
        moved = [one for one in account.of(dispute["id"]) if one.category in rules.DISPUTES]
        lost = dispute["id"] in account.lost_at
        # What came back at another rate has an exchange difference that no line of a summary says.
        rest_of_rates = 0
        if dispute["status"] == "won" and moved and dispute["currency"] != moved[0].currency:
            rest_of_rates = -sum(one.amount for one in moved)
        for one in moved:
            letter = "W" if one.amount < 0 else "I"
            rest = rest_of_rates if letter == "I" else 0
            taken = (accounts.DISPUTED, -one.amount), *rules.taxed(one.fees, accounts.DISPUTE_FEES)
            own = f"{dispute['id']}.{letter}" if lost or rest_of_rates else ""
            _sum_up(expected, one, *taken, own=own, rest=rest)
            if lost or rest_of_rates:
                expected.days[own] = expected.days[f"{dispute['id']}.F"] = one.at
        if lost:
            rules.loss(account, dispute, moved, expected)


def _one_by_one(account, expected):
    """Receipts and money out, payment by payment; returns the sales by payment."""
    sales = {}
    for charge in account.charges.values():
        moved = [one for one in account.of(charge["id"]) if one.category in rules.SALES]
        if moved and charge["captured"] and charge["id"] not in expected.held:
            sales[charge["id"]] = _sale(account, charge, moved, expected)
        if moved and charge["status"] == "failed":
            expected.returned.add(charge["id"])
    for refund in account.refunds.values():
        _refund(account, refund, expected)
    return sales


def _sale(account, charge, moved, expected):
    settled, currency = sum(one.amount for one in moved), charge["currency"]
    amount, reference = charge["amount_captured"], charge["id"]
    _receive(expected, reference, (amount, currency), (settled, moved[0].currency), rest_of=moved[0].id)
    refunds = {
        refund["id"]: refund["amount"]
        for refund in account.refunds.values()
        if refund["charge"] == reference and _takes(refund)
    }
    intent = account.intents.get(charge["payment_intent"] or "", {})
    at_once = charge["payment_method_details"]["type"] == "card" and intent.get("capture_method") != "manual"
    expected.days[reference] = charge["created"] if at_once else moved[0].at
    return Sale(amount, currency, refunds)


def _refund(account, refund, expected):
    if not _takes(refund):
        return
    out = account.movement(refund["balance_transaction"])
    given = (-refund["amount"], refund["currency"])
    _receive(expected, f"{refund['id']}.M", given, (out.amount, out.currency), rest_of=out.id)
    expected.days[f"{refund['id']}.M"] = out.at
    if refund.get("failure_balance_transaction"):
        back = account.movement(refund.get("failure_balance_transaction"))
        again = (refund["amount"], refund["currency"])
        _receive(expected, f"{refund['id']}.R", again, (back.amount, back.currency), rest_of=back.id)
        expected.days[f"{refund['id']}.R"] = back.at
        # What left and came back before anybody posted it needs no posting at all.
        expected.pairs.append((f"{refund['id']}.M", f"{refund['id']}.R"))


def _takes(refund):
    """Whether a refund's money counts: it has left, and the payer's bank has confirmed it or sent it back."""
    if not refund.get("balance_transaction"):
        return False
    return refund["status"] == "succeeded" or bool(refund.get("failure_balance_transaction"))


def _receive(expected, reference, given, settled, *, rest_of):
    """A receipt, negative for money out: the customer's currency in receivables, the settled one in clearing."""
    (amount, currency), (minor, settles_in) = given, settled
    booked = minor
    if currency != settles_in:
        booked = rules.booked_by_rate(amount, currency, minor, settles_in)
        if booked != minor:
            expected.rests[rest_of] = minor - booked
    expected.receipts[reference] += amount
    expected.lines[reference, accounts.CLEARING[settles_in], settles_in] += booked


#: How sales are posted -> what must stand in SYSPRO for them, and for disputes.
MODES = {
    "orders": (orders, rules.disputes),
    "invoices": (invoices, rules.disputes),
    "open_invoices": (open_invoices, rules.disputes),
    "summary": (summary, summed_disputes),
}


def expect(account, terms):
    """All that must stand in SYSPRO."""
    expected = rules.Expected()
    rules.platforms(account, expected)
    for rule in MODES[terms.mode]:
        rule(account, terms, expected)
    rules.movements(account, terms, expected)
    rules.payouts(account, terms, expected)
    return expected
