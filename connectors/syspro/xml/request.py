"""What a builder gives and what a posting parser takes."""

from dataclasses import dataclass

from connectors.syspro.xml.reply import Judgement


@dataclass(frozen=True, slots=True)
class Request:
    """Two XML documents for one call.

    Attributes:
        parameters: ``XmlParameters``: how to take the document.
        document: ``XmlIn``: the document itself.
    """

    parameters: str
    document: str


@dataclass(frozen=True, slots=True)
class Posted:
    """What a reply says became of a posting.

    Attributes:
        judgement: Whether it may be believed, and what was wrong.
        key: SYSPRO's key of the new record in the form our links keep; empty when the reply gives none.
    """

    judgement: Judgement
    key: str = ""


def believable(key: str) -> str:
    """Return ``key``, or nothing where a byte of it was outside Windows-1252: a damaged key proves nothing."""
    return "" if "\ufffd" in key else key
