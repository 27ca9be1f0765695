"""Fill into documents what only SYSPRO's own numbers can: the customer, and the keys of documents posted before."""

from collections.abc import Sequence

from agent.domain.documents import Document
from agent.domain.kinds import may_lack
from agent.ports import Links, Outbox


class Binding:
    """Completes the bodies of documents.

    Args:
        company: SYSPRO company.
        links: Known customers.
        outbox: Documents posted before.
    """

    def __init__(self, company: str, links: Links, outbox: Outbox) -> None:
        self._company = company
        self._links = links
        self._outbox = outbox

    def customer(self, document: Document) -> str:
        """Return the SYSPRO customer of the payer the document is for; empty where it names one, or there is none."""
        party = document.draft.party
        link = self._links.find(self._company, "customer", party) if party else None
        return link.erp_key if link else ""

    def bound(self, document: Document) -> Document:
        """Return the document with all that is known by now."""
        customer = self.customer(document)
        keyed = document.bound(customer) if customer else document
        return keyed.completed(self._keys(document))

    def lacking(self, document: Document) -> Sequence[str]:
        """Return the documents, in words, that this one needs and that SYSPRO does not have yet."""
        known = self._keys(document)
        return [
            f"{key.kind.value.replace('_', ' ')} of {key.stripe_id}"
            for attribute, key in document.draft.needs.items()
            if attribute not in known and not may_lack(document.draft.body, attribute)
        ]

    def _keys(self, document: Document) -> dict[str, str]:
        needs = document.draft.needs
        found = self._outbox.erp_keys(tuple(needs.values())) if needs else {}
        return {attribute: found[key] for attribute, key in needs.items() if found.get(key)}
