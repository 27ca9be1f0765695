"""What a site posted for a value: 41 of 47 receipts with that customer had Bank B2. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agent.domain.fitting import bare_key
from agent.domain.suggest.evidence import Posting, plural

#: So many documents at least say something about what the site does, and how sure they make at most, in percent.
_FEW, _SUREST = 3, 98

_CUSTOMER = "Customer"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What documents with a value had.

    Attributes:
        code: SYSPRO's code.
        agreed: In how many of them.
        seen: Out of how many.
        reason: The same in words.
    """

    code: str
    agreed: int
    seen: int
    reason: str

    @property
    def percent(self) -> int:
        """How sure it is: the share, less what few postings leave open."""
        return min(self.agreed * 100 // (self.seen + 1), _SUREST)


class PastChoices:
    """What was posted for the values of one kind of value table.

    Args:
        postings: What was posted, in any order.
        elements: SYSPRO's elements that hold codes of the table.
    """

    def __init__(self, postings: Iterable[Posting], elements: Iterable[str]) -> None:
        wanted = frozenset(elements)
        found: dict[str, dict[tuple[str, str], Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for one in postings:
            held = [(element, code) for element, code in one.fields.items() if element in wanted and code]
            for value in _values(one) if held else ():
                for element, code in held:
                    found[value][one.kind, element][code] += 1
        self._found: Mapping[str, Mapping[tuple[str, str], Counter[str]]] = found

    def of(self, value: str) -> tuple[Chosen, ...]:
        """Return the codes that documents with a value had, those of most documents first; empty for few documents."""
        best: dict[str, Chosen] = {}
        for (kind, element), codes in self._found.get(_plain(value), {}).items():
            seen = codes.total()
            for code, agreed in codes.items() if seen >= _FEW else ():
                reason = f"{agreed} of {seen} {plural(kind)} with {value} had {element} {code}."
                one = Chosen(code, agreed, seen, reason)
                if code not in best or best[code].percent < one.percent:
                    best[code] = one
        return tuple(sorted(best.values(), key=lambda one: (-one.percent, one.code)))


def _values(one: Posting) -> set[str]:
    """Return the values that a posting was about: what Stripe said, and SYSPRO's customer."""
    customer = one.fields.get(_CUSTOMER, "")
    return {_plain(value) for value in (*one.sources.values(), customer) if value.strip()}


def _plain(value: str) -> str:
    return bare_key(value.strip().casefold())
