"""What a business object can say is wrong, and where it says it.

Numbers and words in this module were seen on real sites or are documented (reference, section 1.5). Everything else is
in ``made_up.py``.
"""

from dataclasses import dataclass

NOT_LICENSED = "ERROR: e.net exception raised: 100000"
"""A business object that does not exist or is not licensed (reference, section 1.3)."""

INVALID_PASSWORD = "ERROR: Invalid operator password"  # noqa: S105 - a recorded text, not a secret
"""Logon with a wrong password, as recorded."""

NO_BASE_DIRECTORY = "ERROR: Unable to read the SYSPRO base directory registry string BaseDir8"
"""Logoff with a session that does not exist, as recorded."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One error: its number and its sentence."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One error at its place.

    Attributes:
        path: Elements from below the item down to the one at fault.
        value: What was given there.
        trouble: What is wrong with it.
        beside: Elements shown next to it so that the line can be told, name and text.
    """

    path: tuple[str, ...]
    value: str
    trouble: Trouble
    beside: tuple[tuple[str, str], ...] = ()


class Refused(Exception):  # noqa: N818 - SYSPRO refuses a document; nothing has gone wrong here
    """The document, or one item of it, is not accepted; nothing of it may remain."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.trouble.text for fault in faults))
        self.faults = faults


class Exceptional(Exception):  # noqa: N818 - e.net calls this an exception raised
    """The whole call is answered with a plain text instead of XML; nothing was done."""


def stock_code_not_found(stock_code: str) -> Trouble:
    """Say that a stock code does not exist; number and words recorded."""
    return Trouble(240004, f"Stock code '{stock_code}' not found")


def cannot_be_spaces(*path: str) -> Trouble:
    """Say that an element is needed; number and words seen in third-party code."""
    return Trouble(100030, f"XML element '{''.join('{' + name + '}' for name in path)}' cannot be spaces")
