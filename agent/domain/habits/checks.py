"""The checks of one payment: an unusual amount, paid twice, a customer that changed, no fee. Pure.

Each says nothing before it has seen enough, and then says the numbers that it stands on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.domain.facts import ErpCustomer, Facts
from agent.domain.habits.past import CustomerThen, Finding, Habits
from agent.domain.habits.robust import lower_limit, middle, upper_limit
from agent.domain.money import Money
from agent.domain.settings import Values

#: Fewest payments of one payer, and of the whole account, from which an amount can be unusual.
FEWEST_OF_PAYER, FEWEST_OF_ACCOUNT = 12, 40

#: How many of a hundred payments may be as unusual before it is a habit.
_RARE_PERCENT = 5

#: Fewest earlier payments by which a customer is known, and by which fees are.
FEWEST_CUSTOMERS, FEWEST_FEES = 3, 30

#: Pairs of equal payments shortly after each other from which on paying twice is a habit.
_USUAL_PAIRS = 2

#: What a check does: nothing, open a warning, or keep the documents for approval.
OFF, WARN, HOLD = "off", "warn", "hold"

_MINUTE_S, _HOUR_S = 60, 3600


def wanted(policy: Values) -> Mapping[str, str]:
    """Return the checks of payments that are on, and what each does."""
    found = {name: policy.text(f"checks.{name}") for name in _CHECKS}
    return {name: what for name, what in found.items() if what != OFF}


def findings(facts: Facts, amount: Money | None, at: int, policy: Values) -> tuple[Finding, ...]:
    """Return what is unusual about a payment.

    Args:
        facts: Its facts; without habits nothing is unusual.
        amount: What was paid.
        at: When, Unix seconds UTC.
        policy: The deciding settings.
    """
    if facts.habits is None or amount is None or amount.minor <= 0:
        return ()
    seen = _Seen(facts, facts.habits, amount, at, policy)
    found = ((name, what, _CHECKS[name](seen)) for name, what in wanted(policy).items())
    return tuple(Finding(name, reason, what == HOLD) for name, what, reason in found if reason)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One payment and what was usual before it."""

    facts: Facts
    habits: Habits
    amount: Money
    at: int
    policy: Values

    def money(self, minor: int) -> str:
        """Return an amount of the payment's currency in words."""
        return str(Money(minor, self.amount.currency))


def _amount(seen: _Seen) -> str:
    own = [one.minor for one in seen.habits.payer]
    if len(own) >= FEWEST_OF_PAYER:
        return _unusual(seen, own, "of this customer")
    everybody = list(seen.habits.account)
    if len(everybody) >= FEWEST_OF_ACCOUNT:
        return _unusual(seen, everybody, f"in {seen.amount.currency.upper()}")
    return ""


def _unusual(seen: _Seen, values: Sequence[int], whose: str) -> str:
    paid, most, least = seen.amount.minor, upper_limit(values), lower_limit(values)
    if least < paid < most:
        return ""
    high = paid >= most
    usual = sum(value < most if high else value > least for value in values)
    if (len(values) - usual) * 100 > _RARE_PERCENT * len(values):
        return ""
    limit = f"{'below' if high else 'above'} {seen.money(most if high else least)}"
    return (
        f"{seen.amount} is an unusual amount: {usual} of the last {len(values)} payments {whose} were {limit}, and half"
        f" of them up to {seen.money(middle(values))}."
    )


def _duplicate(seen: _Seen) -> str:
    within_s = seen.policy.integer("checks.duplicate_hours") * _HOUR_S
    same = [one for one in seen.habits.payer if one.minor == seen.amount.minor]
    before = next((one for one in same if 0 <= seen.at - one.at <= within_s), None)
    if before is None:
        return ""
    pairs = sum(later.at - earlier.at <= within_s for later, earlier in pairwise(same))
    if pairs >= _USUAL_PAIRS:
        return ""
    others = len(seen.habits.payer) - 1
    habit = f" That happened {_times(pairs)} among the {others} payments before." if others else ""
    return f"The same customer paid {seen.amount} {_ago(seen.at - before.at)} before, too ({before.id}).{habit}"


def _customer(seen: _Seen) -> str:
    now = _customer_of(seen.facts)
    if now is None:
        return ""
    then = [one for one in seen.habits.customer if one.code == now.code]
    if len(then) < FEWEST_CUSTOMERS:
        return ""
    terms, branches = {one.terms for one in then}, {one.branch for one in then}
    changes = [
        f"the {name} {_shown(value)} instead of {_shown(next(iter(before)))}"
        for name, value, before in (("terms", now.terms, terms), ("branch", now.branch, branches))
        if len(before) == 1 and value not in before
    ]
    if not changes:
        return ""
    what = " and ".join(changes)
    return f"For customer {now.code} SYSPRO has {what}, which stood there at its last {len(then)} payments."


def _fees(seen: _Seen) -> str:
    own = [one for one in seen.facts.stripe.balance_transactions if one.type in {"charge", "payment"}]
    fees = seen.habits.fees
    if not own or any(one.fee_minor for one in own) or len(fees) < FEWEST_FEES:
        return ""
    charged = sum(fee > 0 for fee in fees)
    if (len(fees) - charged) * 100 > _RARE_PERCENT * len(fees):
        return ""
    return (
        f"Stripe took no fee for this payment of {seen.amount}; {charged} of the last {len(fees)} payments in"
        f" {own[0].currency.upper()} had one."
    )


def _customer_of(facts: Facts) -> ErpCustomer | None:
    """Return the payer's customer as SYSPRO has it, where there is no doubt who that is."""
    if facts.erp.payer is not None:
        return facts.erp.payer
    return facts.erp.matches[0].customer if len(facts.erp.matches) == 1 else None


def _shown(code: str) -> str:
    return code or "(empty)"


def _times(count: int) -> str:
    return ("never", "once")[count]


def _ago(seconds: int) -> str:
    for size, name in ((_HOUR_S, "hours"), (_MINUTE_S, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds // size} {name}"
    return f"{seconds} seconds"


_CHECKS: Mapping[str, Callable[[_Seen], str]] = {
    "amount": _amount,
    "duplicate": _duplicate,
    "customer": _customer,
    "fees": _fees,
}


def customer_then(facts: Facts) -> CustomerThen | None:
    """Return how SYSPRO had the payer's customer at a payment, as its facts have it."""
    found = _customer_of(facts)
    return None if found is None else CustomerThen(found.code, found.terms, found.branch)
