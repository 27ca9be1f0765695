"""The e.net REST service: one method a call, strings in, strings out.

Secrets travel in the query string, because e.net wants them there. They are handed to the transport as the raw request
target, so that no URL object, log line or exception of a library ever holds them.
Source: reference, sections 1.1 to 1.3 (recorded traffic).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Self

import httpx

from connectors.syspro.connection import Connection, tls_context
from connectors.syspro.errors import TOO_LARGE, Occasion, code_of_httpx, code_of_status, trouble
from connectors.syspro.wire import decoded, large_document, query_length, query_string, unwrapped

#: Longest reply in bytes that is read.
MOST_BYTES = 20_000_000

_POST_LARGE = "Transaction/PostLD"
_HEADERS = {"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": "syspro-stripe"}
_XML_HEADERS = {**_HEADERS, "Content-Type": "application/xml"}
#: A connection that was idle for longer is not used again: a posting on one that the server just closed is in doubt.
_KEEP_ALIVE_S = 30


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a business object.

    Attributes:
        method: Path below the base, such as ``Transaction/Post``.
        business_object: Six letters; empty where the path implies it.
        document: ``XmlIn``.
        parameters: ``XmlParameters``; empty where the method takes none.
        writes: Whether it changes something in SYSPRO.
        whose: Title of the document it is for; empty for reads.
    """

    method: str
    business_object: str
    document: str
    parameters: str = ""
    writes: bool = False
    whose: str = ""

    @property
    def occasion(self) -> Occasion:
        """What an error about this call has to name."""
        return Occasion(self.writes, self.whose, self.business_object)

    def arguments(self, token: str) -> dict[str, str]:
        """Return the call's arguments in e.net's order; the token is a secret."""
        given = {"UserId": token, "BusinessObject": self.business_object}
        given |= {"XmlParameters": self.parameters, "XmlIn": self.document}
        return {name: value for name, value in given.items() if value}


class EnetClient:
    """A connection to one e.net service; safe to share by threads.

    Args:
        connection: Where it is and how we log on.
        transport: Another transport, for tests.
        told: Told how long each answered call took, milliseconds.

    Raises:
        Misconfigured: When the certificate file or the address cannot be used.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        transport: httpx.BaseTransport | None = None,
        told: Callable[[int], None] = lambda _: None,
    ) -> None:
        self.connection = connection
        self._told = told
        self._timeout = httpx.Timeout(connection.timeout_s, connect=connection.connect_timeout_s).as_dict()
        self._http = httpx.Client(
            verify=tls_context(connection.ca_file),
            transport=transport,
            # A proxy from the environment would be handed the passwords.
            trust_env=False,
            follow_redirects=False,
            limits=httpx.Limits(keepalive_expiry=_KEEP_ALIVE_S),
        )
        self._url = self._base(connection.base_url)
        # For messages: what could be a password stays out of them.
        self._shown = str(self._url.copy_with(userinfo=b"", query=None, fragment=None))
        self._path = self._url.raw_path.rstrip(b"/") + b"/"

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def logon(self) -> str:
        """Return the unwrapped reply to a logon: a token, or a text error. A second logon ends the first session."""
        connection = self.connection
        arguments = {
            "Operator": connection.operator,
            "OperatorPassword": connection.operator_password,
            "CompanyId": connection.company,
            "CompanyPassword": connection.company_password,
        }
        return self._get("Logon", arguments, Occasion())

    def logoff(self, token: str) -> str:
        """Return the unwrapped reply to a logoff; ``0`` when it went well."""
        return self._get("Logoff", {"UserId": token}, Occasion())

    def get_version(self) -> str:
        """Return the service's version, such as ``7.0.0.6``; needs no session."""
        return self._get("GetVersion", {}, Occasion())

    def get_logon_profile(self, token: str) -> str:
        """Return the operator's profile as XML, or a text error."""
        return self._get("GetLogonProfile", {"UserId": token}, Occasion())

    def send(self, call: Call, token: str) -> str:
        """Return the unwrapped reply to a call of a business object: XML, a text error, or anything else.

        Raises:
            Transient: Not delivered; for a read also when no answer came.
            InDoubt: A posting was sent and no answer came.
            NeedsPerson: The document is too large for this service.
            Misconfigured: The address or certificate is wrong.
        """
        arguments = call.arguments(token)
        query = query_string(arguments)
        length = self._length(call, len(query))
        may_be_large = call.method == "Transaction/Post"
        mode = self.connection.post_mode if may_be_large else "get"
        if mode == "postld" or (mode == "auto" and length > self.connection.url_limit):
            return self._post_large(call, large_document(arguments))
        if length > self.connection.url_limit:
            raise trouble(TOO_LARGE, call.occasion)
        return self._exchange("GET", call.method, query, b"", call.occasion)

    def fits(self, call: Call) -> bool:
        """Return whether a call with a token of usual length fits into an address."""
        return self._length(call, query_length(call.arguments("0" * 34))) <= self.connection.url_limit

    def _length(self, call: Call, query_length: int) -> int:
        return len(self._path) + len(call.method) + 1 + query_length

    def _post_large(self, call: Call, body: bytes) -> str:
        return self._exchange("POST", _POST_LARGE, b"", body, call.occasion)

    def _get(self, method: str, arguments: dict[str, str], occasion: Occasion) -> str:
        return self._exchange("GET", method, query_string(arguments), b"", occasion)

    def _exchange(self, verb: str, method: str, query: bytes, body: bytes, occasion: Occasion) -> str:
        target = self._path + method.encode("ascii") + (b"?" + query if query else b"")
        try:
            status, answer = self._answer(verb, target, body)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            # The cause is left out: it would drag the request, and with it the token, into tracebacks.
            raise trouble(code_of_httpx(error), occasion, words=f"Its address is {self._shown}.") from None
        if method == _POST_LARGE and status in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}:
            raise trouble(TOO_LARGE, occasion)
        if status != HTTPStatus.OK:
            raise trouble(
                code_of_status(status, len(target)), occasion, words=f"The status was {status} from {self._shown}."
            )
        if answer is None:
            raise trouble("syspro.oversized", occasion)
        return unwrapped(decoded(answer))

    def _answer(self, verb: str, target: bytes, body: bytes) -> tuple[int, bytes | None]:
        """Return status and body; ``None`` for a body that is too long to be read."""
        request = httpx.Request(
            verb,
            self._url,
            headers=_XML_HEADERS if body else _HEADERS,
            content=body or None,
            extensions={"target": target, "timeout": self._timeout},
        )
        started = time.monotonic()
        response = self._http.send(request, stream=True)
        try:
            answer = _bounded(response, started + self.connection.timeout_s)
            self._told(round((time.monotonic() - started) * 1000))
            return response.status_code, answer
        finally:
            response.close()

    @staticmethod
    def _base(base_url: str) -> httpx.URL:
        try:
            url = httpx.URL(base_url)
        except httpx.InvalidURL:
            raise trouble("syspro.address", Occasion()) from None
        if url.scheme not in {"http", "https"} or not url.host:
            raise trouble("syspro.address", Occasion())
        return url


def _bounded(response: httpx.Response, due: float) -> bytes | None:
    """Return the body; ``None`` when it is too long. Raw bytes: unpacking a compressed reply could fill the memory."""
    chunks, length = [], 0
    for chunk in response.iter_raw():
        length += len(chunk)
        if length > MOST_BYTES:
            return None
        # The transport's own time-out starts anew with every byte; a trickle must not hold the session for hours.
        if time.monotonic() > due:
            raise httpx.ReadTimeout("The answer trickles.")
        chunks.append(chunk)
    return b"".join(chunks)
