"""Journals as the cases make them: entries of one day on ledger codes, posted as a journal or through the cash book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agent.domain.cases.case import Special, period_view
from agent.domain.days import LedgerPeriod, ledger_period
from agent.domain.documents import Leg
from agent.domain.entries import BANK, BANK_CHARGE, CLEARING, UNMAPPED, Entry, booked, ledger_code, mirrored, without
from agent.domain.facts import Facts
from agent.domain.flows import Step
from agent.domain.kinds import JournalLine, Kind
from agent.domain.money import Money
from agent.domain.settings import Values


@dataclass(frozen=True, slots=True)
class Posting:
    """One journal entry of a case.

    Attributes:
        day: Day of the movement at the site.
        currency: Settlement currency.
        entries: Its parts; they add up to nothing.
        legs: The legs it posts.
        reverse: Whether it is the mirror of its entries.
        needed: Whether a document may post it now; what is not needed asks for no ledger code and no open period.
        by_journal: Whether a journal posts it although the case's other entries go through the cash book.
        amount: What it stands for, minor units, where its entries alone do not tell; ``None`` where they do.
    """

    day: str
    currency: str
    entries: tuple[Entry, ...] = ()
    legs: tuple[Leg, ...] = ()
    reverse: bool = False
    needed: bool = True
    by_journal: bool = False
    amount: int | None = None


class Journals:
    """The journal entries of one case, by the purpose of the step that posts them.

    Args:
        facts: The facts of the case.
        policy: The deciding settings.
        postings: Purpose -> entry.
        cash: Whether they go through the cash book, whose periods are those of the receivables.
    """

    def __init__(self, facts: Facts, policy: Values, postings: Mapping[str, Posting], *, cash: bool = False) -> None:
        self._facts = facts
        self._policy = policy
        self._postings = postings
        own = [one for one in facts.ours if one.stripe_id == facts.stripe.subject and one.sent]
        self._sent = {one.purpose.partition("-")[0] for one in own}
        self._cash_book = cash
        self._booked = {name: booked(policy, one.currency, one.entries) for name, one in postings.items()}

    def view(self) -> dict[str, Any]:
        """Return what flows see: each entry's day, and what keeps any of them from being posted."""
        problem, code = self._problem()
        seen: dict[str, Any] = {name: self._seen(name) for name in self._postings}
        return seen | {"problem": problem, "problem_code": code}

    def special(self, step: Step) -> Special:
        """Return lines, legs, period and amount for a step of a journal or of a cash book entry."""
        posting = self._postings[step.purpose.partition("-")[0]]
        lines = self.lines(step.purpose.partition("-")[0])
        amount = Money(self._moved(posting), posting.currency)
        if step.kind is Kind.CASH_ENTRY:
            return self._cash(posting, lines, step, amount)
        if step.kind is Kind.BANK_RECEIPT:
            return self._received(posting, lines, amount)
        period = self._period(posting)
        values = {"lines": lines, "year": period.year, "period": period.period}
        return Special(values, legs=posting.legs, amount=amount)

    def lines(self, purpose: str) -> tuple[JournalLine, ...]:
        """Return the lines of one entry, mirrored where it reverses."""
        lines = self._booked[purpose].lines
        return mirrored(lines) if self._postings[purpose].reverse else lines

    def _cash(self, posting: Posting, lines: Sequence[JournalLine], step: Step, amount: Money) -> Special:
        """Return the side of the cash book: out of the clearing bank, or into the real one (purpose ``-bank``)."""
        own = "bank" if step.purpose.endswith("-bank") else CLEARING
        code = ledger_code(self._policy, own, posting.currency)
        others = without(lines, code)
        total = sum(line.value.minor for line in others)
        direction = "W" if total > 0 else "D"
        turned = tuple(line if total > 0 else _negative(line) for line in others)
        values = {
            "lines": turned,
            "direction": direction,
            "value": Money(abs(total), posting.currency),
            "posting_period": self._cash_period(posting)["letter"],
        }
        legs = posting.legs if own == CLEARING else ()
        problem = "" if total else "The payout and its fees add up to nothing, which no cash book entry can say."
        return Special(
            values, problem=problem, problem_code="cash_book.zero" if problem else "", legs=legs, amount=amount
        )

    def _received(self, posting: Posting, lines: tuple[JournalLine, ...], amount: Money) -> Special:
        """Return value and charge of money from clearing into the bank; the lines are what should come of it."""
        charge = sum(entry.minor for entry in posting.entries if entry.account == BANK_CHARGE)
        values = {
            "lines": lines,
            "value": -amount,
            "charge": Money(charge, posting.currency) if charge else None,
            "posting_period": self._cash_period(posting)["letter"],
        }
        return Special(values, legs=posting.legs, amount=amount)

    def _moved(self, posting: Posting) -> int:
        """Return what the entry stands for, or does to clearing; where it does not touch it, what it debits."""
        if posting.amount is not None:
            return posting.amount
        sign = -1 if posting.reverse else 1
        touched = [entry.minor for entry in posting.entries if entry.account == CLEARING]
        return sign * (sum(touched) if touched else sum(entry.minor for entry in posting.entries if entry.minor > 0))

    def _period(self, posting: Posting) -> LedgerPeriod:
        return ledger_period(posting.day, self._facts.erp.periods, self._policy.text("periods.journals"))

    def _cash_period(self, posting: Posting) -> dict[str, str]:
        return period_view(posting.day, self._facts.erp.periods, self._policy)

    def _closed(self, posting: Posting) -> str:
        by_cash = self._cash_book and not posting.by_journal
        return self._cash_period(posting)["problem"] if by_cash else self._period(posting).problem

    def _seen(self, name: str) -> dict[str, Any]:
        posting, period = self._postings[name], self._period(self._postings[name])
        note = f" of {posting.day}" if period.moved else ""
        return {
            "day": posting.day,
            "empty": not self._booked[name].lines and not self._booked[name].missing,
            "note": self._cash_period(posting)["note"] if self._cash_book and not posting.by_journal else note,
        }

    def _problem(self) -> tuple[str, str]:
        needed = {name for name, one in self._postings.items() if one.needed and name not in self._sent}
        missing = sorted({account for name in needed for account in self._booked[name].missing})
        if missing:
            return _unmapped(missing, {one.currency for one in self._postings.values()}), UNMAPPED
        problems = [
            self._closed(posting)
            for name, posting in self._postings.items()
            if name in needed and self._booked[name].lines
        ]
        return next(((problem, "period.closed") for problem in problems if problem), ("", ""))


def _negative(line: Any) -> Any:
    return type(line)(line.ledger_code, -line.value, line.notation)


def _unmapped(missing: list[str], currencies: set[str]) -> str:
    names, first = " and ".join(missing), missing[0]
    # These have a ledger code for each currency.
    option = f" --currency {min(currencies)}" if first in {BANK, CLEARING} else ""
    return (
        f"No ledger code is set for {names}. Say `syspro-stripe map {first} LEDGER-CODE{option}`: that sets and"
        " releases."
    )
