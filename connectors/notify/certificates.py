"""Until when the certificate of a server is good, as the server shows it."""

import socket
import ssl
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

_TIMEOUT_S = 10
_HTTPS = 443


def certificate_ends(address: str, ca_file: str = "") -> date | None:
    """Return the last day of the certificate that an https server shows; ``None`` where there is none to be had.

    A certificate that is not trusted, or a server that does not answer, is told by those who need it, not here.

    Args:
        address: The server's address.
        ca_file: PEM file with certificate authorities; empty for the system's.
    """
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        return None
    try:
        context = ssl.create_default_context(cafile=ca_file or None)
        place = parts.hostname, parts.port or _HTTPS
        with (
            socket.create_connection(place, _TIMEOUT_S) as plain,
            context.wrap_socket(plain, server_hostname=parts.hostname) as sealed,
        ):
            shown = sealed.getpeercert()
    except OSError:  # ssl.SSLError is one
        return None
    ends = str((shown or {}).get("notAfter", ""))
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC).date() if ends else None
