"""What is compared: one posting, as the agent would make it or as SYSPRO has it; and what came of comparing."""

from dataclasses import dataclass
from enum import Enum

from agent.domain.money import Money


class Side(Enum):
    """Where in the books a posting stands; only postings of one side are compared."""

    RECEIPTS = "receipts"
    """Money received from customers, and given back."""
    SALES = "sales"
    """Invoices, credit notes, and orders with what was paid for them."""
    LEDGER = "ledger"
    """Journals and entries of the cash book, on the ledger codes that the agent would post to."""


class Verdict(Enum):
    """How both sides stand to each other."""

    SAME = "same"
    """Posted as the agent would have."""
    DIFFERS = "differs"
    """Posted for the same money, but otherwise."""
    DOUBLED = "doubled"
    """Posted more than once for the same money."""
    ONLY_STRIPE = "only_stripe"
    """Stripe moved the money, and nobody posted it."""
    ONLY_SYSPRO = "only_syspro"
    """Posted in SYSPRO, and nothing of Stripe's fits it."""


#: What the customer of a document is called that would make its customer first.
NEW_CUSTOMER = "~"


@dataclass(frozen=True, slots=True)
class Entry:
    """One posting.

    Attributes:
        side: Where it stands.
        key: SYSPRO's key, or the document's kind and Stripe id; unique on its side.
        customer: Customer as stored; empty in the ledger, :data:`NEW_CUSTOMER` first where it would be made.
        reference: Reference as SYSPRO has it, or would have.
        day: Day at the site, CCYY-MM-DD.
        value: Signed money; of the ledger, the sum of its debits and credits without their signs.
        title: What it is, in words.
        names: Texts that a person may have typed to name it, in lower case; for the agent's own postings.
        details: Further fields, by name; compared where both sides have one.
        state: For the agent's own: ``posted``, ``held``, ``parked`` or ``pending``.
        near: For SYSPRO's: whether it has to do with Stripe (its bank, its customer), so that it is worth telling when
            nothing fits it.
    """

    side: Side
    key: str
    customer: str
    reference: str
    day: str
    value: Money
    title: str = ""
    names: frozenset[str] = frozenset()
    details: tuple[tuple[str, str], ...] = ()
    state: str = ""
    near: bool = False

    @property
    def rank(self) -> tuple[str, int, str, str, str]:
        """An order that depends on nothing but the posting itself."""
        return self.day, self.value.minor, self.customer, self.reference, self.key


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not the same.

    Attributes:
        field: Its name in words, such as ``Customer``.
        ours: What the agent would post.
        theirs: What SYSPRO has.
    """

    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What was posted for the same money.

    Attributes:
        verdict: How both stand to each other.
        ours: What the agent would post; ``None`` where nothing fits.
        theirs: What SYSPRO has, the one that fits best first; empty where nobody posted it.
        differences: Fields that are not the same, between ours and the first of theirs.
        found_by: Why both are taken for the same money, in words; empty where there is nothing to say.
    """

    verdict: Verdict
    ours: Entry | None
    theirs: tuple[Entry, ...]
    differences: tuple[Difference, ...] = ()
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """How far two postings may be from each other.

    Attributes:
        near_days: Days that count as the same day: people post a payment when they see it.
        far_days: Days within which a posting is looked for at all.
    """

    near_days: int = 3
    far_days: int = 31


@dataclass(frozen=True, slots=True)
class Total:
    """Postings of one side with one verdict in one currency.

    Attributes:
        side: Where they stand.
        verdict: Their verdict.
        currency: Currency, as Stripe writes it.
        count: How many pairs.
        ours_minor: What the agent would post, minor units.
        theirs_minor: What SYSPRO has, minor units.
    """

    side: Side
    verdict: Verdict
    currency: str
    count: int
    ours_minor: int
    theirs_minor: int


@dataclass(frozen=True, slots=True)
class Shadow:
    """A month beside what people posted.

    Attributes:
        since: First day, CCYY-MM-DD.
        until: Last day.
        events: How many of Stripe's events were read.
        pairs: Everything, by side and day.
        totals: Counts and sums.
        elsewhere: SYSPRO's postings without anything of Stripe's that have nothing to do with it: counted, not told.
        unread: Rows of SYSPRO in currencies that no setting translates.
        not_invoiced: Sales orders of the days and of Stripe's customers that SYSPRO has not invoiced: they have no
            value there yet, so nothing can be said of them.
    """

    since: str
    until: str
    events: int
    pairs: tuple[Pair, ...]
    totals: tuple[Total, ...]
    elsewhere: int = 0
    unread: int = 0
    not_invoiced: int = 0
