"""The codes that a value table may hold, read from SYSPRO's own lists with what is known of each."""

from agent.domain import erp
from agent.domain.erp import CodeList
from agent.domain.settings import Values
from agent.domain.suggest import Choice, ValueTable
from agent.ports import ErpTables

_LISTS = {
    ValueTable.TAX_CODES: CodeList.TAX_CODES,
    ValueTable.CURRENCIES: CodeList.CURRENCIES,
    ValueTable.TERMS: CodeList.TERMS,
    ValueTable.BANKS: CodeList.BANKS,
}


def read_choices(tables: ErpTables, table: ValueTable, values: Values) -> tuple[Choice, ...]:
    """Return the codes of a kind of value table, by code.

    SYSPRO's list of tax codes has no sure name, so those are the ones that stock codes use and that the settings name,
    with the percentages of the setting ``orders.tax_rates``.

    Raises:
        Transient, Misconfigured, NeedsPerson: When SYSPRO's list cannot be read.
    """
    with tables.session() as session:
        if table is ValueTable.LEDGER_CODES:
            return tuple(
                Choice(row.code, row.description, account_type=row.account_type, control=row.control)
                for row in session.ledger_codes()
            )
        if table is ValueTable.STOCK_CODES:
            pages = session.changes(erp.STOCK)
            return tuple(Choice(row.stock_code, row.description) for page in pages for row in page.rows)
        found = {row.code: Choice(row.code, row.description) for row in session.codes(_LISTS[table])}
    if table is ValueTable.TAX_CODES:
        rates = values.table("orders.tax_rates")
        found = {code: Choice(code, percent=rates.get(code, "")) for code in sorted({*found, *rates})}
    return tuple(found.values())
