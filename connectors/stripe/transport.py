"""Bytes to and from Stripe: TLS, proxy, certificate authorities, and answers of bounded size.

May import: ``agent.domain``, requests, the stripe library. ``stripe.RequestsClient`` is the base because the httpx one
of stripe-python 16.1 cannot use a proxy with httpx 0.28.
"""

import json
import logging
import ssl
import time
from collections.abc import Callable, Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urlsplit

import requests
import stripe
import urllib3
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict

from agent.domain.errors import Misconfigured, Problem
from agent.domain.settings import Values
from connectors.stripe.errors import BrokenOffError, NotStripesAnswerError

#: Most bytes of one answer, unpacked. A page of 100 events is about 0.4 MB.
MOST_ANSWER_BYTES = 32 * 1024 * 1024
_LOOPBACK = frozenset({"127.0.0.1", "localhost"})


class Answered(CaseInsensitiveDict[str]):
    """The headers of an answer, and its body beside them.

    Attributes:
        body: The body as it came, unpacked.
    """

    def __init__(self, headers: Mapping[str, str], body: bytes) -> None:
        super().__init__(headers)
        self.body = body


def body_of(headers: Mapping[str, str]) -> bytes:
    """Return the body that came with ``headers``."""
    assert isinstance(headers, Answered)
    return headers.body


class BoundedClient(stripe.RequestsClient):
    """The library's transport, with an end to what it reads and no trust in answers that are not Stripe's.

    Safe to share by threads, and outlives a change of the key.
    """

    #: Told how long each answered request took, milliseconds.
    told: Callable[[int], None] = staticmethod(lambda _: None)

    def request(  # type: ignore[override] # the library's own subclass returns bytes as well
        self, method: str, url: str, headers: Mapping[str, str] | None, post_data: Any = None
    ) -> tuple[bytes, int, Mapping[str, str]]:
        """Send one request and return body, status and headers.

        The library sees an empty object in place of what Stripe answered, else it would decode every page a second
        time, slowly and with binary fractions. The body travels with the headers.

        Raises:
            stripe.APIConnectionError: No answer arrived.
            BrokenOffError: No whole answer arrived.
            NotStripesAnswerError: A refusal that is not Stripe's; the library would stumble over its body.
        """
        started = time.monotonic()
        raw, status, answered = self.request_stream(method, url, headers, post_data)
        body = _bounded(raw)
        self.told(round((time.monotonic() - started) * 1000))
        if 200 <= status < 300:
            return b"{}", status, Answered(answered, body)
        if not _is_stripes(body):
            raise NotStripesAnswerError(http_status=status, headers=dict(answered))
        return body, status, answered

    def close(self) -> None:
        """Close every connection, whichever thread opened it."""
        if self._session is not None:
            self._session.close()


def open_transport(settings: Values) -> BoundedClient:
    """Return the transport that ``settings`` ask for.

    Raises:
        Misconfigured: When the address would send the key in the clear, or the certificate file cannot be read.
    """
    loopback = is_loopback(settings.text("stripe.api_base"))
    return BoundedClient(
        timeout=(settings.integer("stripe.connect_timeout_s"), settings.integer("stripe.timeout_s")),
        session=_session(_tls(settings.text("stripe.ca_file"))),
        proxy=None if loopback else settings.text("stripe.proxy") or None,
    )


def is_loopback(address: str) -> bool:
    """Say whether ``address`` is a sandbox on this machine.

    Raises:
        Misconfigured: When it is another machine without TLS: the key would travel in the clear.
    """
    parts = urlsplit(address)
    if parts.hostname in _LOOPBACK:
        return True
    if parts.scheme != "https":
        message = f"{address} has no TLS, so the Stripe key would travel in the clear."
        press = "Set stripe.api_base to https://api.stripe.com, or to a sandbox on http://127.0.0.1."
        raise Misconfigured(Problem("The address of Stripe is not safe", message, press, "stripe.address"))
    return False


def quieten() -> None:
    """Stop the library from writing requests and whole answers to logs or standard error, and from telemetry."""
    stripe.enable_telemetry = False
    stripe.log = None
    # Read from the environment when the library is imported; it would print answers with personal data.
    stripe._util.STRIPE_LOG = None  # noqa: SLF001 - there is no public switch
    logging.getLogger("stripe").setLevel(logging.CRITICAL)
    logging.getLogger("urllib3").setLevel(logging.WARNING)


class _Session(requests.Session):
    """A session that follows no redirect: nobody but the address that was set may ask for the key."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Return no target, so that the redirect itself is the answer."""


class _TlsAdapter(HTTPAdapter):
    """TLS by our own context, to Stripe directly or through a proxy."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)


def _session(context: ssl.SSLContext) -> requests.Session:
    session = _Session()
    # The environment may name a proxy, other certificate authorities or a netrc logon that replaces our key.
    session.trust_env = False
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.mount("https://", _TlsAdapter(context))
    return session


def _tls(ca_file: str) -> ssl.SSLContext:
    """Return a verifying context with the library's roots and, beside them, those of ``ca_file``."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(stripe.ca_bundle_path)
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ValueError) as error:
            message = f"{ca_file} is no readable PEM file with certificates ({type(error).__name__})."
            problem = Problem(
                "The certificate file cannot be used", message, "Correct stripe.ca_file.", "stripe.ca_file"
            )
            raise Misconfigured(problem) from error
    return context


def _bounded(raw: Any) -> bytes:
    try:
        body: bytes = raw.read(MOST_ANSWER_BYTES + 1, decode_content=True)
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raw.close()
        raise BrokenOffError(f"the answer broke off ({type(error).__name__}).") from error
    if len(body) > MOST_ANSWER_BYTES:
        raw.close()
        raise BrokenOffError(f"the answer is longer than {MOST_ANSWER_BYTES} bytes.")
    return body


def _is_stripes(body: bytes) -> bool:
    """Say whether a refusal has Stripe's error object."""
    try:
        decoded = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return isinstance(decoded, dict) and isinstance(decoded.get("error"), dict)
