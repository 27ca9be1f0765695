"""The kinds of documents as SYSPRO takes them, one module each; may import what connectors may."""

from collections.abc import Mapping

from agent.domain.kinds import Kind
from connectors.syspro.handling import Handling
from connectors.syspro.kinds import cash_entry, journal

#: How each kind is handled; the older kinds are still in posting, finding and reading_back.
HANDLINGS: Mapping[Kind, Handling] = {
    Kind.JOURNAL: journal.HANDLING,
    Kind.CASH_ENTRY: cash_entry.HANDLING,
}
