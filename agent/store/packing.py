"""Texts as the compressed blobs in which the database keeps large ones."""

import zlib

from agent.domain.errors import Misconfigured, Problem

#: Level 1 compresses Stripe's JSON nearly as well as the default, in a third of the time.
_LEVEL = 1
#: A text of up to so many bytes is compressed in little memory: setting up zlib's usual quarter of a megabyte takes
#: longer than compressing it.
_SMALL = 4096
_SMALL_WINDOW_BITS, _SMALL_MEMORY_LEVEL = 12, 4


def pack(text: str) -> bytes:
    """Return ``text`` compressed; empty stays empty."""
    if not text:
        return b""
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) > _SMALL:
        return zlib.compress(raw, _LEVEL)
    small = zlib.compressobj(_LEVEL, zlib.DEFLATED, _SMALL_WINDOW_BITS, _SMALL_MEMORY_LEVEL)
    return small.compress(raw) + small.flush()


def unpack(blob: bytes) -> str:
    """Return the text that :func:`pack` compressed.

    Raises:
        Misconfigured: When it is damaged: SQLite itself checks no contents.
    """
    try:
        return zlib.decompress(blob).decode("utf-8", "surrogatepass") if blob else ""
    except (zlib.error, UnicodeDecodeError) as error:
        message = "A text in the agent's database is damaged; `syspro-stripe audit verify` says which row it is in."
        press = "Restore the file from a backup."
        raise Misconfigured(Problem("Database is damaged", message, press, "store.damaged_text")) from error


def storable(text: str) -> str:
    """Return ``text`` as a text column can hold it.

    JSON can carry half of a surrogate pair, which is no character; such a half becomes a question mark.
    """
    return text.encode("utf-8", "replace").decode()
