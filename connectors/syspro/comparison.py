"""Compare what was sent with what SYSPRO has: trimmed, blank equals empty, numbers as numbers, keys without padding."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from agent.domain.attempts import Discrepancy
from agent.domain.documents import Document
from connectors.syspro.tables import same_key


@dataclass(slots=True)
class Comparison:
    """The differences found on one document so far.

    Attributes:
        document: What was posted.
        found: A row for each difference.
    """

    document: Document
    found: list[Discrepancy] = field(default_factory=list)

    def text(self, element: str, sent: str, kept: str, *, where: str = "") -> None:
        """Compare two texts; ``where`` names the line, if any."""
        # SYSPRO folds doubled blanks no more than we do: fitting took them out before.
        if sent.strip() != kept.strip():
            self._differ(element, sent, kept, where)

    def key(self, element: str, sent: str, kept: str) -> None:
        """Compare two keys, padded with zeros or not."""
        if not same_key(sent, kept):
            self._differ(element, sent, kept, "")

    def number(self, element: str, sent: Decimal, kept: Decimal, *, where: str = "") -> None:
        """Compare two numbers; trailing zeros do not count."""
        if sent != kept:
            self._differ(element, f"{sent:f}", f"{kept:f}", where)

    def postings(self, keys: Sequence[str], what: str) -> None:
        """Compare the keys of what carries the document's reference with the one key that the document should have.

        Args:
            keys: Keys found, at least one.
            what: What it is, such as ``journal``.
        """
        reference = self.document.draft.body.reference
        if len(keys) > 1:
            self.say("Reference", f"SYSPRO has more than one {what} with the reference {reference}: {', '.join(keys)}.")
        elif self.document.erp_key and self.document.erp_key not in keys:
            self.say("Journal", f"SYSPRO answered with {self.document.erp_key}, and has it as {keys[0]}.")

    def say(self, element: str, sentence: str) -> None:
        """Note something that is no comparison of two values."""
        self.found.append(Discrepancy(str(self.document.draft.key), f"read_back.{element}", self._titled(sentence)))

    def result(self) -> tuple[Discrepancy, ...]:
        """Return the differences; empty when both agree."""
        return tuple(self.found)

    def _differ(self, element: str, sent: str, kept: str, where: str) -> None:
        place = f"{where}, {element}" if where else element
        self.say(element, f"{place} was sent as {sent!r}, SYSPRO has {kept!r}.")

    def _titled(self, sentence: str) -> str:
        return f"{self.document.draft.title}: {sentence}" if self.document.draft.title else sentence
