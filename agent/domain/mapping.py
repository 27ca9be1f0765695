"""A mapping revision: the flows and the deciding settings that were in force together.

Kept append-only in the store as one text; every decision and document remembers its number, so that any of them can
be computed again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from agent.domain.flows import Flow, check_exclusive, parse_flow
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


def content_of(flows: Mapping[str, str], policy: Values) -> str:
    """Return flows (file name -> TOML text) and deciding settings as the text that is stored."""
    return json.dumps({"flows": dict(sorted(flows.items())), "policy": policy.deciding()}, sort_keys=True, indent=1)


def revision_from(number: int, content: str) -> MappingRevision:
    """Return the revision that :func:`content_of` wrote.

    Settings that this program no longer has are left out: they decided nothing here.

    Raises:
        BadFlowError: When a flow cannot work, two have one name, or two are posting modes for the same money.
    """
    raw = json.loads(content)
    flows = tuple(parse_flow(text) for text in raw["flows"].values())
    check_exclusive(flows)
    known = {name: text for name, text in raw["policy"].items() if name in SETTINGS}
    return MappingRevision(number, flows, Values(known))
