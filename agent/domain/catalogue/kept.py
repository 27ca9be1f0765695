"""What the agent remembers of a stock code in the catalogue, and what people are shown of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from agent.domain.catalogue.item import Difference, Has, PriceAt, Wanted
from agent.domain.catalogue.prices import Remark


class Standing(Enum):
    """Where a stock code stands."""

    SOLD = "sold"
    """In Stripe as SYSPRO has it."""
    WAITING = "waiting"
    """To be written to Stripe."""
    REFUSED = "refused"
    """Stripe refused it; it is tried again when it changes, or when a person asks for it."""
    ASKED = "asked"
    """Somebody changed it in Stripe, and a person has to say who wins."""
    NOT_SOLD = "not_sold"
    """Not in Stripe, or archived there, for a reason."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a look at SYSPRO found for a stock code.

    Attributes:
        stock_code: As stored.
        product_id: Id of its product.
        source: Hash of what SYSPRO said.
        wanted: What Stripe is to have; ``None`` where it is not sold.
        remarks: Why it is not sold, or which prices were left out.
        undecided: What is wanted stays as it was.
    """

    stock_code: str
    product_id: str
    source: bytes
    wanted: Wanted | None
    remarks: tuple[Remark, ...]
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A stock code that is to be written to Stripe.

    Attributes:
        stock_code: As stored.
        product_id: Id of its product.
        wanted: What Stripe is to have; ``None`` where it is not sold.
        written: What we wrote last; ``None`` where Stripe has nothing of ours.
        decided: Name -> what stood in Stripe when a person let Stripe keep it.
        revision: Counts the changes of what is wanted.
        begun_at: When a writing began that is not known to have ended; ``None`` for none.
        begun: What it wanted.
        attempts: Writings in vain.
        look: Whether Stripe has to be looked at first, because somebody changed something there.
        overwrite: Whether a person let SYSPRO win.
    """

    stock_code: str
    product_id: str
    wanted: Wanted | None
    written: Has | None
    decided: Mapping[str, str] = field(default_factory=dict)
    revision: int = 0
    begun_at: int | None = None
    begun: Wanted | None = None
    attempts: int = 0
    look: bool = False
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class ShelfPrice:
    """A price of ours, or one that took the place of ours, as Stripe shows it.

    Attributes:
        price: Id and amount.
        lookup_key: Our lookup key; empty once another price has taken it over.
    """

    price: PriceAt
    lookup_key: str


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a stock code in Stripe.

    Attributes:
        has: What we wrote, and what stays as people made it as we wrote it before.
        asked: What a person has to decide.
    """

    has: Has | None
    asked: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """A stock code as people see it.

    Attributes:
        stock_code: As stored.
        product_id: Id of its product in Stripe.
        standing: Where it stands.
        name: What the product is called; empty where it was never wanted.
        prices: Currency -> price as it is wanted, such as ``0.54 USD``; the default price first.
        reason: Why it is not sold, refused, or asked; or why prices were left out.
        differences: What a person has to decide.
        updated_at: When anything about it changed last, Unix seconds UTC.
    """

    stock_code: str
    product_id: str
    standing: Standing
    name: str
    prices: Mapping[str, str]
    reason: str
    differences: tuple[Difference, ...]
    updated_at: int


@dataclass(frozen=True, slots=True)
class CatalogueFilter:
    """Which stock codes a list shows; an empty field filters nothing.

    Attributes:
        standing: Only what stands there.
        text: Only those whose code, or what Stripe is to have of them, contains it; capitals A-Z do not matter.
        limit: Most rows.
        after: The last stock code of the page before.
        reason: Only those with this remark, by its cause in machine form.
        newest: Whether what changed last comes first, rather than the first stock code.
        offset: Rows to leave out at the start.
    """

    standing: Standing | None = None
    text: str = ""
    limit: int = 100
    after: str = ""
    reason: str = ""
    newest: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many stock codes have a remark.

    Attributes:
        code: The cause in machine form.
        count: Stock codes.
        example: The sentence of one of them.
        sold: Whether they are sold all the same, such as without a price in one currency.
    """

    code: str
    count: int
    example: str
    sold: bool


@dataclass(frozen=True, slots=True)
class CatalogueStatus:
    """How the catalogue stands.

    Attributes:
        counts: Standing -> stock codes.
        done: Stock codes written since the present stretch of writing began.
        left: Stock codes still to write.
        calls: Calls that changed something in Stripe in that stretch.
        per_minute: Stock codes a minute; ``None`` while nothing tells.
        left_s: Seconds left; ``None`` while nothing tells.
        scanned_at: When SYSPRO was looked at last for what changed, Unix seconds UTC; 0 for never.
        swept_at: When all stock codes were read last; 0 for never.
        checked_at: When all products in Stripe were looked at last; 0 for never.
    """

    counts: Mapping[Standing, int]
    done: int
    left: int
    calls: int
    per_minute: int | None
    left_s: int | None
    scanned_at: int
    swept_at: int
    checked_at: int
