"""What the interpreter of flows needs to know about one subject, whatever it is: a payment, a refund, a payout."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agent.domain.codec import to_plain
from agent.domain.days import receivables_period
from agent.domain.documents import DocumentKey, Leg, Link
from agent.domain.expressions import Scope
from agent.domain.facts import PeriodState
from agent.domain.flows import Step
from agent.domain.kinds import Kind
from agent.domain.money import Money
from agent.domain.settings import SETTINGS, Type, Values

_TABLES = frozenset({Type.TABLE.value, Type.BY_DAY.value})


@dataclass(frozen=True, slots=True)
class Special:
    """What a document needs beside its field map.

    Attributes:
        values: Attribute name -> value.
        changes: What had to be changed to fit.
        problem: Why the document cannot be posted as it is; else empty.
        problem_code: The cause in machine form.
        legs: The legs of balance transactions that the document posts.
        needs: Attribute name -> the document whose SYSPRO key goes there when this one is sent.
        amount: The money it stands for; ``None`` for none.
        hold: Why it waits for a person's approval although it is complete; else empty.
        hold_code: The cause in machine form.
        suffix: What tells the document from earlier ones of the same step; added to the purpose of its key.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[Any, ...] = ()
    problem: str = ""
    problem_code: str = ""
    legs: tuple[Leg, ...] = ()
    needs: Mapping[str, DocumentKey] = field(default_factory=dict)
    amount: Money | None = None
    hold: str = ""
    hold_code: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One subject with all that a flow's paths and expressions see.

    Attributes:
        id: Stripe id of the subject.
        amount: The money at stake, in its own currency; ``None`` when there is none.
        lane: Lane of its documents.
        created_at: Unix seconds UTC of the movement; orders documents among each other.
        values: What paths see.
        scope: The same for expressions.
        special: What a step needs beside its field map.
        payer_id: Stripe id that documents about the payer carry.
        party: Link key of the customer, for documents that do not name one.
        links: Links that were found to be true.
        mode: Posting mode; flows that name modes want only those.
    """

    id: str
    amount: Money | None
    lane: str
    created_at: int
    values: dict[str, Any]
    scope: Scope
    special: Callable[[Step], Special]
    payer_id: str = ""
    party: str = ""
    links: tuple[Link, ...] = ()
    mode: str = ""

    def add(self, name: str, value: Mapping[str, Any]) -> None:
        """Let paths and expressions see something of the flow's own, as well."""
        self.values[name] = value
        self.scope.add(name, to_plain(value))


def by_kind(table: Mapping[Kind, Callable[[Step], Special]]) -> Callable[[Step], Special]:
    """Return what asks ``table`` by a step's kind; kinds that are not in it need nothing special."""
    return lambda step: table.get(step.kind, _nothing)(step)


def _nothing(_: Step) -> Special:
    return Special()


def attributes(value: Any) -> dict[str, Any]:
    """Return the attributes of a slotted value by name."""
    return {name: getattr(value, name) for name in type(value).__slots__}


def period_view(day: str, periods: PeriodState | None, policy: Values) -> dict[str, str]:
    """Return what flows see of the receivables period of a document.

    Args:
        day: Day of the movement at the site, CCYY-MM-DD.
        periods: Which months SYSPRO has open; ``None`` where it was not read.
        policy: The deciding settings.

    Returns:
        ``letter`` for PostingPeriod; ``note`` to be added to a text where the month is another one than the day's;
        ``problem`` that keeps it from being posted. The last two are empty when all is well.
    """
    found = receivables_period(
        day, periods, policy.text("periods.receivables"), fallback=policy.text("receipts.period")
    )
    note = f" of {found.moved_from}" if found.moved_from else ""
    return {"letter": found.letter, "note": note, "problem": found.problem}


def site_view(policy: Values) -> dict[str, Any]:
    """Return the deciding settings as nested maps: ``site.orders.warehouse``."""
    site: dict[str, Any] = {}
    for name, text in policy.texts.items():
        if not SETTINGS[name].decides:
            continue
        group, _, leaf = name.partition(".")
        kind = SETTINGS[name].type.value
        value: Any = policy.table(name) if kind in _TABLES else policy.items(name) if kind == "list" else text
        site.setdefault(group, {})[leaf] = value
    return site
