"""Look at SYSPRO for payment requests: which open invoices are asked for, and which no longer.

No call to Stripe is made here: what differs from what was wanted becomes due, and is written by another part.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from agent.domain.erp import CUSTOMER_FORMS, CUSTOMERS, INVOICES, InvoiceRow
from agent.domain.errors import Problem
from agent.domain.requests.choice import INVOICE, choose, chosen, is_open, source_hash
from agent.domain.requests.kept import Key, Noted
from agent.domain.requests.rules import ALL, Rules
from agent.ports import Clock, RequestStore, TableSession

#: So many may always be gone at once, whatever share of all they are.
_ALWAYS_GONE = 10


@dataclass(frozen=True, slots=True)
class Looked:
    """How a look ended.

    Attributes:
        finished: Whether it came to its end; one that did not is made again.
        watermark: Where the next look at what changed goes on.
        problem: What a person has to see to; ``None`` for nothing.
        unknown: Customers that were asked for by name and SYSPRO does not have.
    """

    finished: bool
    watermark: bytes = b""
    problem: Problem | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadRequests:
    """One look at SYSPRO.

    Attributes:
        store: What is asked already.
        clock: Time of the agent.
        rules: The site's rules.
        most_gone: Most invoices that may be gone at once, in per cent of those that are asked for.
        stopping: Says whether the engine wants to stop.
    """

    store: RequestStore
    clock: Clock
    rules: Rules
    most_gone: int
    stopping: Callable[[], bool]

    def look(self, session: TableSession, after: bytes, unknown: Sequence[str] = ()) -> Looked:
        """Look at the invoices that changed since a watermark.

        Args:
            session: SYSPRO's tables.
            after: The watermark; empty reads all, notes what is gone, and looks up every customer that is named.
            unknown: Named customers that SYSPRO did not have at the last look, and may have by now.
        """
        known, whole = self.store.sources(self.rules.company), not after
        left, choices, watermark = dict(known), _Choices(session, self.rules), after
        for page in session.changes(INVOICES, after):
            if self.stopping():
                return Looked(finished=False)
            invoices = [row for row in page.rows if row.document_type == INVOICE]
            self._note(invoices, known, choices)
            for row in invoices:
                left.pop((row.customer, row.invoice), None)
            watermark = page.watermark
        problem = self._note_gone(sorted(left), len(known)) if whole else None
        named = self.rules.customers - {ALL} if whole else set(unknown)
        return Looked(finished=True, watermark=watermark, problem=problem, unknown=choices.unknown(named))

    def _note(self, rows: Sequence[InvoiceRow], known: Mapping[Key, bytes], choices: "_Choices") -> None:
        """Note what became of these invoices, but for those that are known as they are, or never mattered."""
        mine = [row for row in rows if is_open(row) or (row.customer, row.invoice) in known]
        choices.learn({row.customer for row in mine})
        noted = []
        for row in mine:
            is_chosen, key = choices.chosen(row.customer), (row.customer, row.invoice)
            source = source_hash(row, self.rules, is_chosen=is_chosen)
            if known.get(key) != source and (is_chosen or key in known):
                found = choose(row, self.rules, is_chosen=is_chosen)
                noted.append(Noted(row.customer, row.invoice, source, found.ask, found.reason))
        if noted:
            self.store.note(self.rules.company, noted, self.clock.now())

    def _note_gone(self, gone: Sequence[Key], total: int) -> Problem | None:
        if len(gone) > _ALWAYS_GONE and len(gone) * 100 > self.most_gone * total:
            message = (
                f"SYSPRO company {self.rules.company} shows {total - len(gone):,} of the {total:,} invoices that were "
                f"asked for. {len(gone):,} missing at once are more than requests.most_gone allows ({self.most_gone} "
                "per cent), so nothing of theirs in Stripe was closed for that."
            )
            press = "Look whether SYSPRO's database is complete; where it is right, set requests.most_gone to 100."
            return Problem("Many invoices are missing", message, press, "requests.most_gone")
        self.store.gone(self.rules.company, gone, self.clock.now())
        return None


@dataclass(frozen=True, slots=True)
class _Choices:
    """Which customers are chosen, asked of SYSPRO once a look."""

    session: TableSession
    rules: Rules
    known: dict[str, bool] = field(default_factory=dict)

    def learn(self, customers: set[str]) -> None:
        """Ask SYSPRO about those of the customers that are not known yet."""
        asked = sorted(customers - self.known.keys())
        if not asked:
            return
        found = {row.customer: row for row in self.session.rows(CUSTOMERS, "customer", asked)}
        forms = self.session.rows(CUSTOMER_FORMS, "key", asked) if self.rules.custom_field else ()
        custom = {form.key: form.fields for form in forms}
        for code in asked:
            self.known[code] = chosen(found.get(code), custom.get(code, {}), self.rules)

    def unknown(self, named: AbstractSet[str]) -> tuple[str, ...]:
        """Return those of the customers that SYSPRO does not have."""
        found = self.session.rows(CUSTOMERS, "customer", sorted(named)) if named else ()
        return tuple(sorted(named - {row.customer for row in found}))

    def chosen(self, customer: str) -> bool:
        """Return whether a customer's invoices are asked for."""
        return self.known[customer]
