"""The subjects that flows decide about, one module each: what both systems say, as paths and expressions see it."""

from collections.abc import Callable, Mapping

from agent.domain.allocations import ALLOCATION
from agent.domain.cases.allocation_case import allocation_case
from agent.domain.cases.case import Case, Special
from agent.domain.cases.day_case import day_case
from agent.domain.cases.dispute_case import dispute_case
from agent.domain.cases.movement_case import movement_case
from agent.domain.cases.payment_case import payment_case
from agent.domain.cases.payout_case import payout_case
from agent.domain.cases.refund_case import refund_case
from agent.domain.facts import Facts
from agent.domain.mapping import MappingRevision

#: Stripe's ``object`` of the subject -> what makes a case of it.
CASES: Mapping[str, Callable[[Facts, MappingRevision], Case]] = {
    "charge": payment_case,
    "refund": refund_case,
    "dispute": dispute_case,
    "payout": payout_case,
    "day": day_case,
    "balance_transaction": movement_case,
    ALLOCATION: allocation_case,
}

__all__ = ["CASES", "Case", "Special"]
