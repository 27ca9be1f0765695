"""Disputes as our latest decisions about them have them."""

from collections.abc import Sequence

from agent import ports
from agent.domain.codec import loads
from agent.domain.decisions import IGNORED_BY_PERSON
from agent.domain.disputes import Known, known
from agent.domain.facts import Facts
from agent.store.database import Connections
from agent.store.packing import unpack

# Stripe's ids of disputes begin with dp_, older ones with du_; so both are ranges of the index by subject.
_DISPUTES = """
SELECT facts.content FROM decisions AS latest JOIN facts ON facts.id = latest.facts_id
WHERE latest.company = :company AND latest.reason_code <> :by_person
    AND (latest.subject >= 'dp_' AND latest.subject < 'dp`' OR latest.subject >= 'du_' AND latest.subject < 'du`')
    AND latest.id = (SELECT max(id) FROM decisions WHERE subject = latest.subject AND company = :company)
ORDER BY latest.id
"""


class Disputes(ports.Disputes):
    """See :class:`agent.ports.Disputes`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def open(self, company: str) -> Sequence[Known]:
        """Return the disputes that were not over when they were decided last, oldest decision first."""
        found = self._connections.all(_DISPUTES, {"company": company, "by_person": IGNORED_BY_PERSON})
        every = (known(loads(Facts, unpack(row["content"])).stripe) for row in found)
        return [one for one in every if not one.closed]
