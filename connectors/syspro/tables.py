"""Rows of SYSPRO's tables through COMFND: as many values as fit into one query, page by page.

COMFND has no paging token, and how many rows a site gives at most is not known; pages therefore follow the table's key
until one comes back that is surely the last.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from agent.domain.errors import NeedsPerson
from agent.domain.fitting import DoesNotFitError, bare_key
from connectors.syspro.client import Call
from connectors.syspro.errors import TOO_LARGE, Occasion, trouble
from connectors.syspro.session import EnetSession
from connectors.syspro.xml import comfnd
from connectors.syspro.xml.build import needed
from connectors.syspro.xml.comfnd import AnyOf, Condition, Row, Select
from connectors.syspro.xml.reply import BadReplyError

#: Key of each table, in the order pages follow; source: reference, section 3.5 and Appendix A (in part inferred).
KEYS = {
    "ApBank": ("Bank",),
    # One row; the name of its key is not known.
    "ArControl": (),
    "ArCustomer": ("Customer",),
    "ArCustomer+": ("Customer",),
    "ArInvoice": ("Customer", "Invoice", "DocumentType"),
    "ArInvoicePay": ("Customer", "Invoice", "DocumentType", "EntryNumber"),
    "ArTrnDetail": ("TrnYear", "TrnMonth", "Register", "Invoice", "SummaryLine", "DetailLine"),
    # Its key was not found; rows that these columns do not tell apart say the same.
    "CshArPayments": ("Customer", "Invoice", "Journal", "Bank"),
    "CusSorMaster+": ("SalesOrder", "InvoiceNumber"),
    "GenControl": ("Company",),
    "GenJournalCtl": ("GlYear", "GlPeriod", "GlJournal"),
    "GenJournalDetail": ("GlYear", "GlPeriod", "Journal", "EntryNumber"),
    "GenMaster": ("Company", "GlCode"),
    "InvMaster": ("StockCode",),
    "InvMaster+": ("StockCode",),
    "InvPrice": ("StockCode", "PriceCode"),
    "InvWarehouse": ("StockCode", "Warehouse"),
    "InvWhControl": ("Warehouse",),
    "SalArea": ("Area",),
    "SalBranch": ("Branch",),
    "SorContractPrice": ("ContractType", "CustomerBuyGrp", "StockCode", "Contract"),
    "SorDetail": ("SalesOrder", "SalesOrderLine"),
    "SorMaster": ("SalesOrder",),
    "TblArTerms": ("TermsCode",),
    "TblCurrency": ("Currency",),
    "TblCustomerClass": ("Class",),
}
#: A page with fewer rows is the last one, whatever limit of its own the site has.
_SURELY_WHOLE = 50
#: Most values looked for in one query: an answer to a look-up then stays a page that is surely whole, and so many
#: Stripe ids fit into an address of usual length.
_MOST_VALUES = 34
_MOST_PAGES = 5000
#: As long as the longest key.
_LONG = "0" * 20


@contextmanager
def readable() -> Iterator[None]:
    """Turn a reply that cannot be read into an error that says so.

    Raises:
        Transient: Instead of ``BadReplyError``.
    """
    try:
        yield
    except BadReplyError as error:
        raise trouble("syspro.odd_answer", Occasion(), words=str(error)) from error


class Tables:
    """The tables of one company, read in one session.

    Args:
        session: The session.
        rows: Most rows to ask for in one query.
    """

    def __init__(self, session: EnetSession, *, rows: int) -> None:
        self._session = session
        self._rows = rows

    def select(self, table: str, columns: Sequence[str], *where: AnyOf) -> list[Row]:
        """Return all rows for which every group of ``where`` holds, by the table's key.

        Raises:
            BadReplyError: When an answer is not one of COMFND.
            Unavailable: When COMFND is not licensed.
        """
        found: list[Row] = []
        last: Row | None = None
        for _ in range(_MOST_PAGES):
            page, more = self.page(table, columns, *where, behind=last)
            found += page
            if not more:
                return found
            last = page[-1]
        raise BadReplyError(f"SYSPRO's rows of {table} do not come to an end.")

    def page(
        self, table: str, columns: Sequence[str], *where: AnyOf, behind: Row | None
    ) -> tuple[tuple[Row, ...], bool]:
        """Return the rows whose key comes behind that of ``behind``, and whether there may be more; as :meth:`select`.

        Raises:
            BadReplyError: When the answer is not one of COMFND, or gives the same row again.
            Unavailable: When COMFND is not licensed.
        """
        key = KEYS[table]
        wanted = tuple(dict.fromkeys((*key, *columns)))
        onward = () if behind is None else (comfnd.after(key, behind),)
        page = self._page(Select(table, wanted, (*where, *onward), key, self._rows))
        more = len(page) >= _SURELY_WHOLE
        if more and onward and (comfnd.after(key, page[-1]),) == onward:
            raise BadReplyError(f"SYSPRO's rows of {table} do not come to an end.")
        return page, more

    def matching(
        self,
        table: str,
        columns: Sequence[str],
        column: str,
        values: Iterable[str],
        *where: AnyOf,
        many: bool = False,
    ) -> list[Row]:
        """Return the rows whose ``column`` equals one of ``values``; empty values match nothing.

        ``many`` says that each value may have many rows.
        """
        alternatives = ((Condition(column, "EQ", value),) for value in sorted(set(values)) if value)
        return self.alternatives(table, columns, tuple(alternatives), *where, many=many)

    def alternatives(
        self, table: str, columns: Sequence[str], any_of: AnyOf, *where: AnyOf, many: bool = False
    ) -> list[Row]:
        """Return the rows for which one of ``any_of`` holds, in as few queries as addresses allow.

        Alternatives that Windows-1252 cannot write are left out: nothing stored can equal them.

        Args:
            table: Table.
            columns: Columns to return beside the key.
            any_of: The alternatives.
            where: Groups that must all hold as well.
            many: Whether an alternative may have many rows; the address then keeps room for what further pages add.
        """
        left = tuple(conditions for conditions in any_of if all(storable(one.value) for one in conditions))
        found: list[Row] = []
        most = _MOST_VALUES
        while left:
            chunk = left[:most]
            room = _behind(table) if many else comfnd.equal(KEYS[table][0], _LONG)
            while len(chunk) > 1 and not self._fits(table, columns, (chunk, *where, room)):
                chunk = chunk[: len(chunk) // 2]
            try:
                found += self.select(table, columns, chunk, *where)
            except NeedsPerson as error:
                # More rows came back than one page holds, and the next page's condition has no room beside so many.
                if error.problem.code != TOO_LARGE or len(chunk) == 1:
                    raise
                most = len(chunk) // 2
            else:
                left = left[len(chunk) :]
        return found

    def _page(self, select: Select) -> tuple[Row, ...]:
        rows = comfnd.parse(self._session.query("COMFND", comfnd.build(select)), select.table)
        for row in rows[:1]:
            for column in select.columns:
                row.text(column)
        return rows

    def _fits(self, table: str, columns: Sequence[str], where: tuple[AnyOf, ...]) -> bool:
        wanted = tuple(dict.fromkeys((*KEYS[table], *columns)))
        # ``where`` holds the condition of a second page as well, or that of the key alone, to leave room for it.
        select = Select(table, wanted, where, KEYS[table], self._rows)
        return self._session.fits(Call("Query/Query", "COMFND", comfnd.build(select)))


def _behind(table: str) -> AnyOf:
    """Return the longest condition that a further page of ``table`` adds."""
    return comfnd.after(KEYS[table], Row(dict.fromkeys((column.lower() for column in KEYS[table]), _LONG)))


def storable(value: str) -> bool:
    """Return whether SYSPRO can store a text at all: Windows-1252 can write it."""
    try:
        needed("Value", value)
    except DoesNotFitError:
        return False
    return True


def same_key(first: str, second: str) -> bool:
    """Return whether two texts are the same SYSPRO key, padded with zeros or not."""
    return bare_key(first) == bare_key(second)
