"""The kinds of documents as SYSPRO takes them, one module each; may import what connectors may."""

from collections.abc import Mapping

from agent.domain.kinds import Kind
from connectors.syspro.handling import Handling

#: How each kind is handled; the older kinds are still in posting, finding and reading_back.
HANDLINGS: Mapping[Kind, Handling] = {}
