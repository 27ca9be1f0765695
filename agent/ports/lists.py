"""SYSPRO's own lists, asked about the codes that somebody names."""

from collections.abc import Sequence
from typing import Protocol

from agent.domain.lists import Known, Named


class ListReader(Protocol):
    """Says what SYSPRO has of what is named; never raises for what cannot be read, but says so."""

    def known(self, named: Sequence[Named]) -> Known:
        """Return what SYSPRO has of the lists that ``named`` is about."""
