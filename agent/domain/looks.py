"""When SYSPRO was looked at: what every job that reads its tables remembers from round to round."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Looks:
    """The last looks at SYSPRO.

    Attributes:
        scanned_at: When it was looked at last for what changed, Unix seconds UTC; 0 for never.
        swept_at: When all rows were read last.
        rules: Fingerprint of the rules that they were read by.
    """

    scanned_at: int = 0
    swept_at: int = 0
    rules: str = ""
