"""Texts on the wire: decoding, unwrapping, encoding. Pure.

Source: reference, section 1.3: replies declare Windows-1252; some hosts wrap them as a JSON string or a ``<string>``
element; a session token is 34 hexadecimal characters and two blanks (recorded four times).
"""

import json
import re

from connectors.syspro.xml.build import DECLARATION, escaped
from connectors.syspro.xml.reply import BadReplyError, parse_xml

_UTF8_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}encoding=[\"']utf-?8[\"']", re.IGNORECASE)
_TOKEN = re.compile(r"[0-9A-Fa-f]{32,128}")
_HIDDEN = "(hidden)"
#: What an address carries as it is (RFC 3986, section 2.3).
_UNRESERVED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
_BYTES = tuple(bytes((byte,)) for byte in range(256))
_ESCAPES = tuple(b"%%%02X" % byte for byte in range(256))
_PERCENT = ord("%")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(body: bytes) -> str:
    """Return a reply as text: Windows-1252 unless it says otherwise; undefined bytes become U+FFFD."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    return body.decode("utf-8" if _UTF8_DECLARED.match(body) else "cp1252", "replace")


def unwrapped(text: str) -> str:
    """Return the text inside a JSON string or a ``<string>`` element; any other text as it is, trimmed."""
    plain = text.strip()
    if plain.startswith('"') and plain.endswith('"'):
        return _json_string(plain).strip()
    if plain.startswith("<string"):
        return _string_element(plain).strip()
    return plain


def is_error(text: str) -> bool:
    """Return whether an unwrapped reply is one of e.net's text errors."""
    return text[:5].upper() == "ERROR"


def is_not_licensed(text: str) -> bool:
    """Return whether a text error is exception 100000: the business object does not exist or is not licensed."""
    return is_error(text) and re.search(r"\b100000\b", text) is not None


def token_of(text: str) -> str:
    """Return the session token in an unwrapped logon reply, stripped; empty when it is none."""
    return text if _TOKEN.fullmatch(text) else ""


def query_string(arguments: dict[str, str]) -> bytes:
    """Return arguments as a query string; names are ours and need no encoding.

    XML is thereby escaped twice: ``&amp;`` in the document, ``%26amp%3B`` in the address.
    """
    return b"&".join(name.encode("ascii") + b"=" + _quoted(value) for name, value in arguments.items())


def query_length(arguments: dict[str, str]) -> int:
    """Return how many bytes :func:`query_string` would make of ``arguments``, without making them."""
    return sum(len(name) + 2 + _quoted_length(value) for name, value in arguments.items()) - bool(arguments)


def large_document(arguments: dict[str, str]) -> bytes:
    """Return the body of a PostLD call.

    Source: reference, section 1.2; seen in one client only. Documents lie in CDATA, which they never end themselves,
    since a ``>`` in a text is always escaped.
    """
    inner = "".join(f"<{name}>{_cdata(value)}</{name}>" for name, value in arguments.items())
    body = f'<TransactionPostLD xmlns="http://SYSPROWcfService">{inner}</TransactionPostLD>'
    return body.encode("utf-8")


def redacted(text: str, *secrets: str) -> str:
    """Return a text without ``secrets`` and without anything that looks like a token, for people to look at."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, _HIDDEN)
    return _TOKEN.sub(_HIDDEN, text)


def _quoted(value: str) -> bytes:
    """Return what ``urllib.parse.quote`` does byte by byte: XML is long and has few different characters to escape."""
    raw = value.encode()
    # The percent sign goes first: each replacement brings in more of them.
    for odd in sorted(set(raw.translate(None, _UNRESERVED)), key=lambda byte: byte != _PERCENT):
        raw = raw.replace(_BYTES[odd], _ESCAPES[odd])
    return raw


def _quoted_length(value: str) -> int:
    raw = value.encode()
    return len(raw) + 2 * len(raw.translate(None, _UNRESERVED))


def _cdata(value: str) -> str:
    return f"<![CDATA[{value}]]>" if value.startswith(DECLARATION) else escaped(value)


def _json_string(text: str) -> str:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, str) else text


def _string_element(text: str) -> str:
    try:
        root = parse_xml(text)
    except BadReplyError:
        return text
    return root.value if root.name == "string" and not list(root) else text
