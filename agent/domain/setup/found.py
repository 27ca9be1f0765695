"""What a look at both systems found: rights, lists of codes, months, formats of keys."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agent.domain.erp import CodeList, CodeRow, CustomerRow, LedgerRow
from agent.domain.errors import Problem
from agent.domain.facts import PeriodState

#: Customers that are looked at for the formats of keys, and for those that stand for guests.
MOST_CUSTOMERS = 5_000

#: Ledger codes that are kept; a longer chart is cut, which is said.
MOST_LEDGER_CODES = 5_000


@dataclass(frozen=True, slots=True)
class Right:
    """One right of the Stripe key, or one thing of SYSPRO, as it answered.

    Attributes:
        name: What was tried.
        needed_for: What stops working without it.
        granted: Whether it answered.
        needed: Whether the agent needs it; what is granted and not needed makes the key too strong.
        message: What it answered, in words; empty when all is well.
    """

    name: str
    needed_for: str
    granted: bool
    needed: bool = True
    message: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether something stops working for lack of it."""
        return self.needed and not self.granted

    @property
    def is_too_strong(self) -> bool:
        """Whether it is granted for nothing."""
        return self.granted and not self.needed


@dataclass(frozen=True, slots=True)
class Tried:
    """One connection as it was tried.

    Attributes:
        system: ``Stripe`` or ``SYSPRO``.
        rights: What answered how.
        problem: What stood in the way of the whole connection, if anything.
    """

    system: str
    rights: tuple[Right, ...] = ()
    problem: Problem | None = None

    @property
    def works(self) -> bool:
        """Whether the connection answers and nothing that is needed is missing."""
        return self.problem is None and bool(self.rights) and not any(right.is_missing for right in self.rights)

    @property
    def answers(self) -> bool:
        """Whether the connection answers at all, so that it can be looked around."""
        return self.problem is None and any(right.granted for right in self.rights)


@dataclass(frozen=True, slots=True)
class Access:
    """All connections as they were tried."""

    tried: tuple[Tried, ...] = ()

    def of(self, system: str) -> Tried | None:
        """Return what is known about one system."""
        return next((one for one in self.tried if one.system == system), None)


@dataclass(frozen=True, slots=True)
class KeyFormats:
    """How the site stores its keys, learned from rows that are there.

    Attributes:
        customer_numeric: Whether customer codes are numbers padded with zeros; ``None`` where no row tells.
        customer_length: Stored length; 0 where no row tells.
        invoice_numeric: The same for invoice numbers.
        invoice_length: Their stored length; 0 where no row tells.
    """

    customer_numeric: bool | None = None
    customer_length: int = 0
    invoice_numeric: bool | None = None
    invoice_length: int = 0


@dataclass(frozen=True, slots=True)
class CustomerNote:
    """A customer that may stand for payers without an account."""

    code: str
    name: str
    currency: str


@dataclass(frozen=True, slots=True)
class Found:
    """What there is on both sides.

    Attributes:
        account: Stripe's account and its mode; empty where the key may not say.
        currencies: Currencies in which Stripe holds a balance, as Stripe writes them.
        company: SYSPRO company that was looked at.
        companies: All companies, where SYSPRO's list of them can be read.
        local_currency: Stripe's code of the company's currency; empty where it is not known.
        lists: Codes by the value of :class:`~agent.domain.erp.CodeList`.
        ledger: Ledger codes to which may be posted.
        periods: Open months.
        keys: Formats of keys.
        guests: Customers that look as if they stood for guests.
        habits: Question of a template, with its currency behind a colon where it has one -> what most customers have.
        troubles: What could not be read, a sentence each.
    """

    account: str = ""
    currencies: tuple[str, ...] = ()
    company: str = ""
    companies: tuple[str, ...] = ()
    local_currency: str = ""
    lists: Mapping[str, tuple[CodeRow, ...]] = field(default_factory=dict)
    ledger: tuple[LedgerRow, ...] = ()
    periods: PeriodState | None = None
    keys: KeyFormats = field(default_factory=KeyFormats)
    guests: tuple[CustomerNote, ...] = ()
    habits: Mapping[str, str] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()

    def codes(self, which: CodeList) -> tuple[CodeRow, ...]:
        """Return the codes of a list; nothing where it could not be read."""
        return self.lists.get(which.value, ())


def habits_of(customers: Sequence[CustomerRow]) -> dict[str, str]:
    """Return what most customers have: their salesperson, and their price code by currency."""
    counted: dict[str, Counter[str]] = {}
    for row in customers:
        for question, code in (
            ("salesperson", row.salesperson),
            (f"price_codes:{row.currency.lower()}", row.price_code),
        ):
            if code:
                counted.setdefault(question, Counter())[code] += 1
    return {question: codes.most_common(1)[0][0] for question, codes in counted.items()}


def formats_of(customers: Sequence[str], invoices: Sequence[str]) -> KeyFormats:
    """Return the formats of keys as they are stored."""
    customer_numeric, customer_length = _format_of(customers)
    invoice_numeric, invoice_length = _format_of(invoices)
    return KeyFormats(customer_numeric, customer_length, invoice_numeric, invoice_length)


def _format_of(keys: Sequence[str]) -> tuple[bool | None, int]:
    """Return whether keys are padded numbers, and their length: that of the longest."""
    told = [key for key in keys if key]
    if not told:
        return None, 0
    longest = max(map(len, told))
    return all(key.isdecimal() and len(key) == longest for key in told), longest
