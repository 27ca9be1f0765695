"""Journals of the general ledger as SYSPRO keeps them: rows of GenJournalDetail, grouped by journal.

Source: reference, section 3.5: columns seen in a real database; that a positive value is a debit, that EntryPosted is N
for an entry that waits, and that SubModJournal is the number of the module's own journal is inferred.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from connectors.syspro.tables import Tables
from connectors.syspro.xml.arstpy import journal_key
from connectors.syspro.xml.comfnd import Row

#: What searching and comparing need of an entry.
COLUMNS = (
    "Reference", "GlCode", "EntryValue", "CurrencyValue", "PostCurrency", "EntryPosted", "DocumentDate",
    "SubModJournal",
)  # fmt: skip
#: Ledger year, period and journal as numbers.
Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class LedgerJournal:
    """The entries of one journal that carry one reference.

    Attributes:
        place: Ledger year, period and journal.
        rows: Its entries, in order.
    """

    place: Place
    rows: tuple[Row, ...]

    @property
    def key(self) -> str:
        """``year/period/journal``, with the number of the module that the journal comes from where it has one."""
        return key_of(self.rows[0])

    @property
    def is_posted(self) -> bool:
        """Whether none of its entries waits for somebody to post it."""
        return all(row.text("EntryPosted") != "N" for row in self.rows)

    @property
    def difference(self) -> Decimal:
        """What its debits exceed its credits by, in local currency."""
        return sum((row.number("EntryValue") for row in self.rows), Decimal(0))

    def totals(self, *, foreign: bool) -> dict[str, Decimal]:
        """Return ledger code -> total of its entries, in the journal's currency; debit is positive.

        Args:
            foreign: Whether that currency is another than the company's.
        """
        column = "CurrencyValue" if foreign else "EntryValue"
        found: dict[str, Decimal] = {}
        for row in self.rows:
            found[row.text("GlCode")] = found.get(row.text("GlCode"), Decimal(0)) + row.number(column)
        return found

    def currency(self, local: str) -> str:
        """Return the SYSPRO currency code of its entries, several with commas; blank is the company's own."""
        return ", ".join(sorted({row.text("PostCurrency") or local for row in self.rows}))

    def described(self) -> str:
        """Return the journal in words, for a person who has to choose."""
        entries = ", ".join(f"{row.text('GlCode')} {row.number('EntryValue'):f}" for row in self.rows)
        waits = "" if self.is_posted else ", not posted yet"
        return f"Journal {self.key}{waits}: {entries} in local currency."


def key_of(row: Row) -> str:
    """Return the key that our links keep for the journal of a GenJournalDetail row with SubModJournal."""
    own = int(row.number("SubModJournal")) or int(row.number("Journal"))
    return journal_key(f"{row.number('GlYear'):.0f}", f"{row.number('GlPeriod'):.0f}", str(own))


def journals_with(tables: Tables, references: Iterable[str]) -> Mapping[str, Sequence[LedgerJournal]]:
    """Return, by reference, the journals whose entries carry it; a reference without any is absent.

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    grouped: dict[str, dict[Place, list[Row]]] = {}
    for row in tables.matching("GenJournalDetail", COLUMNS, "Reference", references, many=True):
        journals = grouped.setdefault(row.text("Reference"), {})
        journals.setdefault(place_of(row, "Journal"), []).append(row)
    return {
        reference: [LedgerJournal(place, tuple(rows)) for place, rows in journals.items()]
        for reference, journals in grouped.items()
    }


def place_of(row: Row, column: str) -> Place:
    """Return ledger year, period and journal of a row; ``column`` is what its table calls the journal."""
    return int(row.number("GlYear")), int(row.number("GlPeriod")), int(row.number(column))


def chosen(journals: Sequence[LedgerJournal], key: str) -> LedgerJournal | None:
    """Return the journal with ``key``, else the first; ``None`` when there is none."""
    keyed = [journal for journal in journals if journal.key == key]
    return next(iter(keyed or journals), None)
