"""A mapping revision: the flows and the deciding settings that were in force together.

Kept append-only in the store as one text; every decision and document remembers its number, so that any of them can
be computed again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agent.domain.flow_set import Entry, FlowSet
from agent.domain.flows import BadFlowError, Flow, check_exclusive
from agent.domain.settings import SETTINGS, Values


@dataclass(frozen=True, slots=True)
class MappingRevision:
    """What decides.

    Attributes:
        number: Its number; larger is later.
        flows: The active flows, in the order in which they are asked.
        policy: The deciding settings.
    """

    number: int
    flows: tuple[Flow, ...]
    policy: Values

    @property
    def company(self) -> str:
        """The SYSPRO company that documents are for."""
        return self.policy.text("syspro.company")


@dataclass(frozen=True, slots=True)
class MappingContent:
    """What a revision is made of, as a person changes it.

    Attributes:
        flows: All flows, also those that are off.
        policy: The deciding settings.
    """

    flows: FlowSet
    policy: Values

    def text(self) -> str:
        """Return the text that is stored; equal contents give equal texts."""
        flows = [{"text": entry.text, "on": entry.on, "shipped": entry.shipped} for entry in self.flows.entries]
        return json.dumps({"flows": flows, "policy": self.policy.deciding()}, sort_keys=True, indent=1)

    def revision(self, number: int) -> MappingRevision:
        """Return what decides.

        Raises:
            BadFlowError: When a flow is none, two have one name, or two are posting modes for the same money.
        """
        if len(set(self.flows.names)) != len(self.flows.entries):
            raise BadFlowError("Two flows have the same name.")
        check_exclusive(self.flows.active)
        return MappingRevision(number, self.flows.active, self.policy)


@dataclass(frozen=True, slots=True)
class Edited:
    """One change of the draft, as what undoes it.

    Attributes:
        before: The draft before; ``None`` where there was none.
        after: The draft that the change made.
    """

    before: MappingContent | None
    after: MappingContent


def content_from(text: str) -> MappingContent:
    """Return the content that :meth:`MappingContent.text` wrote.

    Settings that this program no longer has are left out: they decided nothing here.
    """
    raw = json.loads(text)
    known = {name: value for name, value in raw["policy"].items() if name in SETTINGS}
    return MappingContent(FlowSet(_entries(raw["flows"])), Values(known))


def revision_from(number: int, text: str) -> MappingRevision:
    """Return the revision that was stored as a text.

    Raises:
        BadFlowError: When a flow cannot work, two have one name, or two are posting modes for the same money.
    """
    return content_from(text).revision(number)


def _entries(raw: Any) -> tuple[Entry, ...]:
    if isinstance(raw, Mapping):
        # As the first versions wrote it: texts by file name, all of them on.
        return tuple(Entry(text, shipped=True) for text in raw.values())
    return tuple(Entry(one["text"], on=one["on"], shipped=one["shipped"]) for one in raw)
