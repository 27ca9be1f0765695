"""Answer questions about prices: SYSPRO's tables in a few queries, and SYSPRO itself where they leave a doubt."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from agent.domain.erp import CONTRACT_PRICES, CUSTOMERS, PRICES, STOCK, CustomerRow, StockRow
from agent.domain.errors import AgentError, NeedsPerson, Problem
from agent.domain.prices import Asked, PriceAnswer, PriceBook, PriceRules, price_of
from agent.ports import ErpTables, PriceAuthority, TableSession

ALWAYS, NEVER = "always", "never"
"""Of setting ``prices.ask_syspro``; else SYSPRO is asked where the tables are unsure."""

#: Why SYSPRO's own answer is missing, where nobody may ask.
NOBODY_ASKS = "SYSPRO was not asked: no operator of its own is set for questions (syspro.query_operator)."


class AskPrices:
    """Answers questions about prices.

    Args:
        tables: SYSPRO's tables.
        authority: SYSPRO itself; ``None`` where it cannot be asked without disturbing the engine.
        rules: What the site has said about its prices.
        today: Says what day it is at the site.
    """

    def __init__(
        self, tables: ErpTables, authority: PriceAuthority | None, rules: PriceRules, today: Callable[[], date]
    ) -> None:
        self._tables = tables
        self._authority = authority
        self._rules = rules
        self._today = today

    def ask(
        self, customer: str, questions: Sequence[tuple[str, Decimal]], *, syspro: str
    ) -> tuple[CustomerRow, Sequence[PriceAnswer]]:
        """Return the customer and an answer a question, in their order: four look-ups, however many questions.

        Where SYSPRO does not answer, the answers of the tables remain and say so.

        Args:
            customer: Customer code, with or without zeros before it.
            questions: Stock code and quantity.
            syspro: When SYSPRO is asked: ``always``, ``unsure`` or ``never``.

        Raises:
            NeedsPerson: When SYSPRO does not have the customer.
            Transient, Misconfigured: When the tables cannot be read.
        """
        with self._tables.session() as session:
            found = customer_of(session, customer)
            return found, self.answers(session, found, questions, syspro=syspro)

    def answers(
        self, session: TableSession, customer: CustomerRow, questions: Sequence[tuple[str, Decimal]], *, syspro: str
    ) -> Sequence[PriceAnswer]:
        """Return an answer a question; as :meth:`ask`, in a session that is open, for a customer who is known."""
        codes = sorted({code for code, _ in questions})
        stock = {row.stock_code: row for row in session.rows(STOCK, "stock_code", codes)}
        found = list(stock)
        # The key of SorContractPrice begins with who holds it, so that is the cheaper way to look.
        holders = [customer.customer, *customer.buying_groups] if customer.contract_pricing and found else []
        contracts = session.rows(CONTRACT_PRICES, "holder", holders) if holders else ()
        book = PriceBook(session.rows(PRICES, "stock_code", found) if found else (), contracts)
        today = self._today()
        answers = [self._of_tables(customer, stock.get(code), code, many, today, book) for code, many in questions]
        return self._with_syspro(answers, customer, today, syspro)

    def _of_tables(
        self, customer: CustomerRow, stock: StockRow | None, code: str, many: Decimal, today: date, book: PriceBook
    ) -> PriceAnswer:
        if stock is None:
            return PriceAnswer(code, many)
        quote = price_of(Asked(customer, stock, many, today), book, self._rules)
        return PriceAnswer(code, many, stock, quote)

    def _with_syspro(
        self, answers: Sequence[PriceAnswer], customer: CustomerRow, today: date, syspro: str
    ) -> Sequence[PriceAnswer]:
        """Add SYSPRO's own answers where they are wanted."""
        wanted = [place for place, answer in enumerate(answers) if _is_wanted(answer, syspro)]
        if not wanted:
            return answers
        asked = [
            Asked(customer, stock, answers[place].quantity, today)
            for place in wanted
            if (stock := answers[place].stock)
        ]
        found, told = list(answers), NOBODY_ASKS
        if self._authority is not None:
            try:
                prices = self._authority.ask(asked)
            except AgentError as error:
                told = error.problem.message
            else:
                for place, price in zip(wanted, prices, strict=True):
                    found[place] = replace(found[place], syspro=price)
                return found
        for place in wanted:
            found[place] = replace(found[place], unasked=told)
        return found


def customer_of(session: TableSession, code: str) -> CustomerRow:
    """Return the customer with this code, with or without zeros before it.

    Raises:
        NeedsPerson: When SYSPRO does not have it, or the code fits several.
    """
    rows = session.rows(CUSTOMERS, "customer", [code])
    if len(rows) != 1:
        why = "does not have" if not rows else "has several customers that fit"
        problem = Problem("No such customer", f"SYSPRO {why} the customer code {code}.", code="customer.unknown")
        raise NeedsPerson(problem)
    return rows[0]


def _is_wanted(answer: PriceAnswer, syspro: str) -> bool:
    if answer.stock is None or answer.tables is None or syspro == NEVER:
        return False
    return syspro == ALWAYS or not answer.tables.sure
