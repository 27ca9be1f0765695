"""The flows of a mapping as a person changes them: in order, switched on or off, shipped or the site's own.

The first flow that wants a subject has it, so the order counts. A change gives another set; nothing is in force by it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from agent.domain.flows import BadFlowError, Flow, parse_flow

_NAME = re.compile(r"^name\s*=\s*(?:\"(?:\\.|[^\"\\])*\"|'[^']*')[ \t]*(?=$|#)", re.MULTILINE)

_GOOD_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One flow of the set.

    Attributes:
        text: Its TOML text.
        on: Whether it is asked.
        shipped: Whether it is as the program ships it, and follows the program; else it is the site's own.
    """

    text: str
    on: bool = True
    shipped: bool = False

    @property
    def flow(self) -> Flow:
        """The flow. Raises ``BadFlowError`` when the text is none."""
        return parse_flow(self.text)


@dataclass(frozen=True, slots=True)
class FlowSet:
    """Flows in the order in which they are asked."""

    entries: tuple[Entry, ...] = ()

    @property
    def active(self) -> tuple[Flow, ...]:
        """The flows that are on, in order."""
        return tuple(entry.flow for entry in self.entries if entry.on)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all flows, in order."""
        return tuple(entry.flow.name for entry in self.entries)

    def entry(self, name: str) -> Entry:
        """Return the flow with a name.

        Raises:
            BadFlowError: When there is none.
        """
        return self.entries[self._place(name)]

    def with_shipped(self, texts: Iterable[str]) -> "FlowSet":
        """Return the set with the flows that the program ships now.

        One that was shipped before is as it is shipped now, a new one comes last, and one that is shipped no more stays
        as the site's own. What the site has changed stays as it is.
        """
        shipped = {parse_flow(text).name: text for text in texts}
        kept = tuple(_refreshed(entry, shipped) for entry in self.entries)
        known = {entry.flow.name for entry in kept}
        new = (Entry(text, shipped=True) for name, text in shipped.items() if name not in known)
        return FlowSet((*kept, *new))

    def switched(self, name: str, *, on: bool) -> "FlowSet":
        """Return the set with one flow on or off. Raises ``BadFlowError`` when there is no such flow."""
        place = self._place(name)
        return self._with(place, replace(self.entries[place], on=on))

    def copied(self, name: str, new: str) -> "FlowSet":
        """Return the set with a copy of a flow right after it, switched off: both would want the same money.

        Raises:
            BadFlowError: When there is no such flow, or the new name is taken or none.
        """
        place = self._place(name)
        if not _GOOD_NAME.fullmatch(new):
            raise BadFlowError(f"{new!r} is no name for a flow; one reads big-orders, in small letters and digits.")
        if new in self.names:
            raise BadFlowError(f"There is a flow {new} already.")
        copy = Entry(_NAME.sub(f'name = "{new}"', self.entries[place].text, count=1), on=False)
        return FlowSet((*self.entries[: place + 1], copy, *self.entries[place + 1 :]))

    def put(self, text: str) -> "FlowSet":
        """Return the set with a flow from a text, in the place of the one with its name.

        A new one comes before the first flow about the same subject, which takes what it leaves.

        Raises:
            BadFlowError: When the text is no flow.
        """
        flow, names = parse_flow(text), self.names
        if flow.name in names:
            place = names.index(flow.name)
            return self._with(place, replace(self.entries[place], text=text, shipped=False))
        same = (place for place, entry in enumerate(self.entries) if entry.flow.subject == flow.subject)
        place = next(same, len(self.entries))
        return FlowSet((*self.entries[:place], Entry(text), *self.entries[place:]))

    def removed(self, name: str) -> "FlowSet":
        """Return the set without one of the site's own flows.

        Raises:
            BadFlowError: When there is no such flow, or the program ships it.
        """
        place = self._place(name)
        if self.entries[place].shipped:
            raise BadFlowError(f"The program ships {name}; it can be switched off, not removed.")
        return FlowSet((*self.entries[:place], *self.entries[place + 1 :]))

    def ordered(self, names: Sequence[str]) -> "FlowSet":
        """Return the set with some flows first, in this order; the others follow as they stand.

        Raises:
            BadFlowError: When there is no such flow, or one is named twice.
        """
        if len(set(names)) != len(names):
            raise BadFlowError("A flow is named twice in the order.")
        first = tuple(self.entry(name) for name in names)
        return FlowSet((*first, *(entry for entry in self.entries if entry not in first)))

    def _with(self, place: int, entry: Entry) -> "FlowSet":
        return FlowSet((*self.entries[:place], entry, *self.entries[place + 1 :]))

    def _place(self, name: str) -> int:
        names = self.names
        if name not in names:
            raise BadFlowError(f"There is no flow {name}; there are {', '.join(names) or 'none'}.")
        return names.index(name)


def _refreshed(entry: Entry, shipped: dict[str, str]) -> Entry:
    if not entry.shipped:
        return entry
    text = shipped.get(entry.flow.name)
    return replace(entry, text=text) if text is not None else replace(entry, shipped=False)
