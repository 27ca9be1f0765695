"""Watermarks of readings of whole tables: where the next page begins.

Three kinds, told by their length: none (everything), a row version of eight bytes (what changed after it), or a row
version and a key (a reading of everything that has come to that key; what has the version or a higher one comes
afterwards). e.net has no row versions and writes zeros.
"""

from dataclasses import dataclass

from agent.domain.erp import Key

START = b""
"""Reads everything."""
NO_VERSION = bytes(8)
"""Stands for the row version where there is none."""

_SIZE = 8


@dataclass(frozen=True, slots=True)
class Position:
    """A watermark, taken apart.

    Attributes:
        version: Row version; ``NO_VERSION`` where there is none.
        key: Last key of a reading of everything that is under way; ``None`` when none is.
    """

    version: bytes = NO_VERSION
    key: Key | None = None

    def watermark(self) -> bytes:
        """Return it as bytes."""
        if self.key is None:
            return START if self.version == NO_VERSION else self.version
        return self.version + b"".join(b"\0" + part.encode() for part in self.key)


def position(watermark: bytes) -> Position:
    """Return what a watermark says; one that nobody of ours has made reads everything."""
    if len(watermark) < _SIZE:
        return Position()
    version, rest = watermark[:_SIZE], watermark[_SIZE:]
    if not rest:
        return Position(version)
    return Position(version, tuple(part.decode() for part in rest[1:].split(b"\0")))


def before(version: bytes) -> bytes:
    """Return the row version just below ``version``."""
    return (int.from_bytes(version, "big") - 1).to_bytes(_SIZE, "big")
