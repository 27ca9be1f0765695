"""Rank the codes of one of SYSPRO's lists for a value of Stripe's or of a shop: a tax rate, a product, a fee."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from agent.domain.suggest.evidence import Posting, SourceField
from agent.domain.suggest.value_past import PastChoices
from agent.domain.suggest.value_words import Said, ValueWords, hundredths

#: Below so many percent nothing is suggested; from so many on a suggestion is one that a person would hardly check.
LEAST_VALUE, CONFIDENT_VALUE = 50, 80

#: Most suggestions for one value, and how sure one is at most, in percent.
_MOST, _SUREST = 5, 98

#: What is left of the certainty where another code is as good, in percent.
_AS_GOOD = 75

#: Shortest code that is looked for within a text, in letters and digits.
_SHORTEST = 4

#: So many goods are weighed for a value, of those with its rarest words; no further words are looked at then.
_MOST_WEIGHED = 500

#: How sure a code makes that is the value itself, that stands in its text, and that stands there run together.
_SAME, _WITHIN, _RUN_TOGETHER = 97, 92, 84

#: How sure names alone make at most, and a bank's.
_BY_NAME, _BANK_BY_NAME = 90, 70


class ValueTable(Enum):
    """A kind of value table; the value is the section of its words."""

    TAX_CODES = "taxes"
    CURRENCIES = "currencies"
    TERMS = "terms"
    STOCK_CODES = "stock"
    LEDGER_CODES = "accounts"
    BANKS = "banks"


#: Kind of value table -> SYSPRO's elements that hold its codes.
_ELEMENTS = {
    ValueTable.TAX_CODES: ("StockTaxCode",),
    ValueTable.CURRENCIES: ("Currency",),
    ValueTable.TERMS: ("TermsCode", "InvoiceTerms", "ARInvoiceTerms"),
    ValueTable.STOCK_CODES: ("StockCode",),
    ValueTable.LEDGER_CODES: ("LedgerCode", "AdjustmentLedgerCode", "CreditLedgerCode"),
    ValueTable.BANKS: ("Bank",),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A code that may be chosen.

    Attributes:
        code: SYSPRO's code.
        description: Its description; may be empty.
        percent: Percentage of a tax code, where it is known.
        account_type: Account type of a ledger code: A, L, C, R, E; empty for others.
        control: Whether a ledger code is a control account, which is never suggested.
    """

    code: str
    description: str = ""
    percent: str = ""
    account_type: str = ""
    control: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A code that a value may stand for.

    Attributes:
        code: SYSPRO's code.
        percent: How sure it is.
        reasons: Why, in sentences.
    """

    code: str
    percent: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A code that may be chosen, with its letters and digits alone, and what its description says."""

    choice: Choice
    bare: str
    said: Said


@dataclass(frozen=True, slots=True)
class _Asked:
    """A value with what is said of it; of each text also its letters and digits alone, run together."""

    texts: tuple[str, ...]
    bare: tuple[str, ...]
    said: Said


class ValueAdvisor:
    """Suggests for one kind of value table.

    Args:
        words: What values are called.
        table: The kind.
        choices: The codes of the list.
        postings: What the site has posted.
    """

    def __init__(
        self, words: ValueWords, table: ValueTable, choices: Sequence[Choice], postings: Iterable[Posting] = ()
    ) -> None:
        self._past = PastChoices(postings, _ELEMENTS[table])
        self._words = words
        self._table = table
        self._known = [
            _Known(one, _bare(one.code), words.read(table.value, one.description)) for one in choices if not one.control
        ]
        # A word that many codes have tells little of which of them is meant.
        self._spread = Counter(word for one in self._known for word in one.said.concepts)
        # A site may have a hundred thousand stock codes, of which few have a word in common with a product.
        self._having: dict[str, list[_Known]] = {}
        for one in self._known:
            for word in one.said.concepts:
                self._having.setdefault(word, []).append(one)
        self._weigh: Callable[[_Asked, _Known], Proposal] = {
            ValueTable.TAX_CODES: self._tax,
            ValueTable.CURRENCIES: self._currency,
            ValueTable.TERMS: self._terms,
            ValueTable.STOCK_CODES: self._stock,
            ValueTable.LEDGER_CODES: self._ledger,
            ValueTable.BANKS: self._bank,
        }[table]

    def suggest(self, source: SourceField) -> tuple[Proposal, ...]:
        """Return the codes that a value may stand for, the surest first; empty where none fits.

        Args:
            source: The value, and as samples what else is said of it: its name, percentage, country.
        """
        texts = (source.name, *source.filled)
        asked = _Asked(texts, tuple(map(_bare, texts)), self._words.read(self._table.value, *texts))
        found = [self._weigh(asked, one) for one in self._near(asked)]
        kept = sorted((one for one in found if one.percent >= LEAST_VALUE), key=_order)
        return tuple(self._with_past(_doubted(kept), source.name)[:_MOST])

    def _with_past(self, found: list[Proposal], value: str) -> list[Proposal]:
        """Return proposals with what was posted for the value, which may propose a code by itself."""
        there = {one.choice.code for one in self._known}
        made = {one.code: one for one in found}
        for past in self._past.of(value):
            before = made.get(past.code, Proposal(past.code, 0, ()))
            percent = max(before.percent, past.percent)
            if past.code in there and percent >= LEAST_VALUE:
                made[past.code] = Proposal(past.code, percent, (*before.reasons, past.reason))
        return sorted(made.values(), key=_order)

    def _near(self, asked: _Asked) -> Iterable[_Known]:
        """Return the codes that are weighed: of goods those with a rare common word, or that stand in the value."""
        if self._table is not ValueTable.STOCK_CODES:
            return self._known
        near = {one.choice.code: one for one in self._known if any(one.bare in text for text in asked.bare)}
        telling = (word for word in asked.said.concepts if self._words.weight(word))
        for word in sorted(telling, key=lambda word: (self._spread[word], word)):
            if len(near) < _MOST_WEIGHED:
                near |= {one.choice.code: one for one in self._having.get(word, ())}
        return near.values()

    # -- each kind of table

    def _currency(self, asked: _Asked, known: _Known) -> Proposal:
        if _is_code(asked, known):
            return Proposal(known.choice.code, _SAME, ("The code is the same.",))
        said = asked.said
        own = self._words.read(self._table.value, known.choice.code).known or known.said.known
        if said.known & own:
            named = f'"{known.choice.description}" is {" or ".join(sorted(said.known & own)).upper()}.'
            return Proposal(known.choice.code, _BY_NAME, (named,))
        return Proposal(known.choice.code, 0, ())

    def _bank(self, asked: _Asked, known: _Known) -> Proposal:
        """Weigh a bank by its code, or by the currency that its description names."""
        if _is_code(asked, known):
            return Proposal(known.choice.code, _SAME, ("The code is the same.",))
        common = asked.said.known & known.said.known
        said = f"Both are of {_and(common).upper()}." if common else ""
        return Proposal(known.choice.code, _BANK_BY_NAME if common else 0, (said,) if said else ())

    def _tax(self, asked: _Asked, known: _Known) -> Proposal:
        choice, said = known.choice, asked.said
        own = known.said.percents | ({hundredths(choice.percent)} if choice.percent else frozenset())
        rates = said.percents
        if rates and own and not rates & own:
            return Proposal(choice.code, 0, ())
        kind, other = _TAX_KINDS & said.known, _TAX_KINDS & known.said.known
        if _apart(kind, other):
            return Proposal(choice.code, 0, ())
        if _is_code(asked, known):
            return Proposal(choice.code, _SAME, ("The code is the same.",))
        percent, reasons = 0, []
        if rates & own:
            percent = 84
            reasons.append(f"Both are {_percent(min(rates & own))}.")
            if rates == {0} and kind != other:
                percent = 55
        if kind & other:
            percent = max(percent, 78) + 4
            reasons.append(f"Both are {_and(kind & other)}.")
        lands, theirs = _LANDS & said.known, _LANDS & known.said.known
        if percent and lands and theirs:
            percent = percent + 6 if lands & theirs else percent * 40 // 100
            reasons.append(f"{'Both' if lands & theirs else 'They'} are of {_and(lands & theirs or theirs).upper()}.")
        elif percent and theirs and not lands:
            percent -= 4
        return Proposal(choice.code, min(percent, _SUREST), tuple(reasons))

    def _terms(self, asked: _Asked, known: _Known) -> Proposal:
        choice, said = known.choice, asked.said
        if _is_code(asked, known) and not choice.code.isdigit():
            return Proposal(choice.code, _SAME, ("The code is the same.",))
        mine, theirs = _days(said), _days(known.said) if choice.description else _days_of_code(choice.code)
        flags, other = _TERM_FLAGS & said.known, _TERM_FLAGS & known.said.known
        if bool(said.percents) != bool(known.said.percents) or (said.percents and said.percents != known.said.percents):
            return Proposal(choice.code, 0, ())
        if mine and mine == theirs and flags - {"immediate"} == other - {"immediate"}:
            days = " and ".join(map(str, sorted(mine)))
            return Proposal(choice.code, 93 if choice.description else 82, (f"Both are {days} days.",))
        nothing_due = mine <= {0} and theirs <= {0}
        if nothing_due and flags and flags == other:
            return Proposal(choice.code, _BY_NAME, (f"Both are {_and(flags)}.",))
        return Proposal(choice.code, 0, ())

    def _stock(self, asked: _Asked, known: _Known) -> Proposal:
        choice, said = known.choice, asked.said
        if known.bare in asked.bare:
            return Proposal(choice.code, _SAME, ("The code is the same.",))
        within = max(_code_within(known, *pair) for pair in zip(asked.texts, asked.bare, strict=True))
        if within:
            return Proposal(choice.code, within, (f"The code {choice.code} stands in it.",))
        percent, common = self._likeness(said, known)
        if common and _sizes(said) and _sizes(known.said) and not _sizes(said) & _sizes(known.said):
            percent = percent * 50 // 100
        words = _and(common)
        return Proposal(choice.code, min(percent, _BY_NAME), (f"Both say {words}.",) if words else ())

    def _ledger(self, asked: _Asked, known: _Known) -> Proposal:
        choice = known.choice
        said = _at_its_most_specific(asked.said)
        wanted = said.known & self._words.account_types.keys()
        if not wanted:
            return Proposal(choice.code, 0, ())
        allowed = frozenset.intersection(*(self._words.account_types[one] for one in wanted))
        if choice.account_type and allowed and choice.account_type not in allowed:
            return Proposal(choice.code, 0, ())
        percent, common = self._likeness(said, known)
        common &= said.known
        if not common or common <= _VAGUE - wanted:
            return Proposal(choice.code, 0, ())
        if not wanted <= known.said.known and known.said.known - common - _VAGUE:
            percent = percent * 70 // 100
        return Proposal(choice.code, min(percent, _BY_NAME), (f"Both are about {_and(common)}.",))

    def _likeness(self, said: Said, known: _Known) -> tuple[int, frozenset[str]]:
        """Return how alike two texts are, in percent, and what both say; rare words count for more."""
        common = said.concepts & known.said.concepts
        mine = sum(map(self._rarity, said.concepts))
        theirs = sum(map(self._rarity, known.said.concepts))
        shared = sum(map(self._rarity, common))
        told = frozenset(word for word in common if self._words.weight(word) > 1)
        if not shared or not told:
            return 0, frozenset()
        # All of the shorter one, most of the longer one.
        return (shared * 60 // min(mine, theirs)) + (shared * 40 // max(mine, theirs)), told

    def _rarity(self, word: str) -> int:
        weight = 2 * self._words.weight(word)
        return weight if self._spread[word] * 4 <= max(len(self._known), 8) else weight // 2


_TAX_KINDS = frozenset({"standard", "reduced", "zero", "exempt", "reverse", "export"})
_LANDS = frozenset({"gb", "de", "fr", "nl", "es", "ie", "jp", "us", "ca", "au"})
_TERM_FLAGS = frozenset({"immediate", "delivery", "eom"})
_VAGUE = frozenset({"clearing", "bank", "stock", "adjustment"})

#: Concept of an account -> more general ones that it is a case of.
_SPECIFIC = {
    "feetax": frozenset({"fee"}),
    "services": frozenset({"fee"}),
    "connect": frozenset({"fee"}),
    "loss": frozenset({"dispute"}),
}

_DAYS_OF = {"weekly": 7, "monthly": 30}


def _at_its_most_specific(said: Said) -> Said:
    """Return what is said without the general words that a more specific one makes superfluous."""
    general = frozenset().union(*(_SPECIFIC[one] for one in said.known if one in _SPECIFIC))
    return replace(said, concepts=said.concepts - general, known=said.known - general)


def _apart(kind: Collection[str], other: Collection[str]) -> bool:
    """Say whether both say what kind of tax they are, and nothing alike."""
    return bool(kind) and bool(other) and not set(kind) & set(other)


def _days(said: Said) -> frozenset[int]:
    """Return the days that terms speak of; weeks and months are turned into days."""
    factor = next((days for word, days in _DAYS_OF.items() if word in said.known), 1)
    return frozenset(number * factor for number in said.numbers)


def _days_of_code(code: str) -> frozenset[int]:
    return frozenset({int(code)}) if code.isdecimal() else frozenset()


def _sizes(said: Said) -> frozenset[str]:
    """Return what of a text has digits: sizes, lengths, models."""
    return frozenset(word for word in said.concepts if any(character.isdigit() for character in word))


def _code_within(known: _Known, text: str, bare_text: str) -> int:
    """Return how sure it is that a code stands in a text, in percent."""
    bare = known.bare
    if len(bare) < _SHORTEST or bare not in bare_text:
        return 0
    parts = re.findall(r"[a-z0-9]+", known.choice.code.lower())
    if re.search(rf"(?<![a-z0-9]){'[^a-z0-9]?'.join(parts)}(?![a-z0-9])", text.lower()):
        return _WITHIN
    return _RUN_TOGETHER if any(c.isdigit() for c in bare) and len(bare) > _SHORTEST else 0


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _is_code(asked: _Asked, known: _Known) -> bool:
    return bool(known.bare) and asked.bare[0] == known.bare


def _order(one: Proposal) -> tuple[int, str]:
    return -one.percent, one.code


def _doubted(found: list[Proposal]) -> list[Proposal]:
    """Return proposals with less certainty where another one is as good."""
    if len(found) < 2 or found[0].percent != found[1].percent:
        return found
    best = [one for one in found if one.percent == found[0].percent]
    others = _and([one.code for one in best])
    rest = [one for one in found if one.percent != found[0].percent]
    less = [
        Proposal(one.code, max(one.percent * _AS_GOOD // 100, LEAST_VALUE), (*one.reasons, f"{others} fit as well."))
        for one in best
    ]
    return sorted([*less, *rest], key=lambda one: (-one.percent, one.code))


def _percent(value: int) -> str:
    whole, rest = divmod(value, 100)
    return f"{whole}{f'.{rest:02}'.rstrip('0') if rest else ''}%"


def _and(words: Collection[str]) -> str:
    said = sorted(words)
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1]))) if said else ""
