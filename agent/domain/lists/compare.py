"""What is named against what SYSPRO has: sentences for a bookkeeper, with the nearest codes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from agent.domain.codec import from_plain
from agent.domain.fitting import bare_key
from agent.domain.lists.known import CALLED, IN_USE, Known, SiteList
from agent.domain.lists.named import Named
from agent.domain.nearest import absent, nearest_codes, nearest_said, said_together


class Verdict(Enum):
    """What is wrong with a code."""

    MISSING = "missing"
    """SYSPRO does not have it."""
    ELSEWHERE = "elsewhere"
    """SYSPRO has the stock code, but not in this warehouse."""
    CONTROL = "control"
    """A control account, which its own module alone may move."""
    UNSURE = "unsure"
    """It may be right: what was read is not the whole list, or has it in other letters."""
    NOT_CHECKED = "not_checked"
    """The list could not be read."""


@dataclass(frozen=True, slots=True)
class ListFinding:
    """Something about a code that somebody should know.

    Attributes:
        named: The code and where it is named.
        verdict: What is wrong.
        message: The same in a sentence.
        nearest: The nearest codes that exist, the nearest first.
    """

    named: Named
    verdict: Verdict
    message: str
    nearest: tuple[str, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether SYSPRO would certainly refuse what names it, or we must not send it."""
        return self.verdict in {Verdict.MISSING, Verdict.ELSEWHERE, Verdict.CONTROL}


def compared(named: Iterable[Named], known: Known) -> tuple[ListFinding, ...]:
    """Return what is wrong with what is named, in its order, each code of a place once."""
    found = []
    for one in dict.fromkeys(named):
        finding = _compared(one, known)
        if finding is not None:
            found.append(finding)
    return tuple(found)


def findings_from(text: str) -> tuple[ListFinding, ...]:
    """Return the findings that the engine has answered with, as ``agent.domain.codec`` wrote them."""
    found: tuple[ListFinding, ...] = from_plain(tuple[ListFinding, ...], json.loads(text))
    return found


def refused(findings: Iterable[ListFinding]) -> str:
    """Return the sentences of what SYSPRO would refuse, each once; empty for nothing."""
    return " ".join(dict.fromkeys(one.message for one in findings if one.is_refused))


def _compared(named: Named, known: Known) -> ListFinding | None:
    if named.list not in known.codes:
        why = known.unread.get(named.list, "the agent has no sure way to read its list")
        return ListFinding(named, Verdict.NOT_CHECKED, f"{_the(named)} was not checked: {why}.")
    if named.list is SiteList.LEDGER and named.code in known.control:
        return ListFinding(named, Verdict.CONTROL, _control(named, known))
    there = known.codes[named.list]
    if named.code in there:
        return _in_warehouse(named, known)
    if named.list is SiteList.CUSTOMERS and any(bare_key(code) == bare_key(named.code) for code in there):
        return None
    return _absent(named, known)


def _absent(named: Named, known: Known) -> ListFinding:
    if named.list is SiteList.PERIODS:
        opened = next((code for code in known.codes[named.list] if "/" in code), "")
        message = f"{_the(named)} is not open in SYSPRO; open is {opened}."
        return ListFinding(named, Verdict.MISSING, message, (opened,))
    same = next((code for code in known.codes[named.list] if code.casefold() == named.code.strip().casefold()), "")
    if same:
        return ListFinding(named, Verdict.UNSURE, f"{_the(named)} is written {same} in SYSPRO.", (same,))
    nearest = _nearest(named, known)
    if named.list in IN_USE:
        message = f"Nothing in SYSPRO uses {CALLED[named.list]} {named.code} yet.{nearest_said(nearest)}"
        return ListFinding(named, Verdict.UNSURE, message, nearest)
    return ListFinding(named, Verdict.MISSING, absent(_the(named), named.warehouse, nearest), nearest)


def _in_warehouse(named: Named, known: Known) -> ListFinding | None:
    held = known.warehouses.get(named.code)
    if not named.warehouse or held is None or named.warehouse in held:
        return None
    others = tuple(sorted(held))
    where = f" SYSPRO has it in {said_together(others)}." if others else " No warehouse holds it."
    message = f"{_the(named)} does not exist in warehouse {named.warehouse}.{where}"
    return ListFinding(named, Verdict.ELSEWHERE, message, others)


def _control(named: Named, known: Known) -> str:
    name = known.control[named.code]
    return (
        f"{_the(named)}{f' ({name})' if name else ''} is a control account: its module alone may move it. Name a ledger"
        " code that takes journals."
    )


def _nearest(named: Named, known: Known) -> tuple[str, ...]:
    return nearest_codes(named.code, known.similar.get(named.list, known.codes[named.list]))


def _the(named: Named) -> str:
    word = CALLED[named.list]
    return f"{word[0].upper()}{word[1:]} {named.code}"
