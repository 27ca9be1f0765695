"""What can go wrong with SYSPRO, as rows: what happened, what it means for a read and for a posting, what to press.

Every trouble is converted here, once. The table is closed by default: what is not known to have done nothing is *in
doubt* for a posting. Nothing matches on words that no public source has; the only texts that are known are the wrong
operator password and exception 100000.
"""

import re
import ssl
from dataclasses import dataclass

import httpx

from agent.domain.errors import (
    AgentError,
    Exchange,
    InDoubt,
    Misconfigured,
    NeedsPerson,
    Problem,
    Transient,
    Unavailable,
)
from agent.domain.fitting import DoesNotFitError
from connectors.syspro.xml.reply import ErrorNode

NOT_LICENSED = "syspro.not_licensed"
TOO_LARGE = "syspro.too_large"
#: Longest piece of SYSPRO's own words in a message.
_MOST_WORDS = 300
_IN_DOUBT = (
    " Whether it was carried out is not known; SYSPRO is searched for our reference before anything is sent again."
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One row.

    Attributes:
        code: Cause in machine form; equal causes are grouped by it.
        title: A few words.
        message: What happened, as a sentence.
        press: What to do about it; empty when nothing has to be done.
        read: What it means for a read.
        write: What it means for a posting.
    """

    code: str
    title: str
    message: str
    press: str
    read: type[AgentError]
    write: type[AgentError]


_ROWS = (
    Trouble(
        "syspro.unreachable", "SYSPRO cannot be reached",
        "SYSPRO's e.net service took no connection, so nothing was sent.",
        "Check that the e.net service runs and that syspro.base_url names it.", Transient, Transient,
    ),
    Trouble(
        "syspro.certificate", "SYSPRO's certificate is not trusted",
        "SYSPRO's e.net service showed a certificate that could not be verified, so nothing was sent.",
        "Set syspro.ca_file to the authority that issued it.", Misconfigured, Misconfigured,
    ),
    Trouble(
        "syspro.address", "SYSPRO's address cannot be used", "The address of the e.net service is not a web address.",
        "Correct the setting syspro.base_url.", Misconfigured, Misconfigured,
    ),
    Trouble(
        "syspro.no_answer", "SYSPRO did not answer in time",
        "A request was sent to SYSPRO's e.net service and no answer came in time.",
        "Check that the e.net service is alive and not overloaded; syspro.timeout_s is how long it is waited for.",
        Transient, InDoubt,
    ),
    Trouble(
        "syspro.cut_off", "The connection to SYSPRO broke",
        "The connection to SYSPRO's e.net service broke before the answer was complete.",
        "Check that the e.net service is alive.",
        Transient, InDoubt,
    ),
    Trouble(
        "syspro.http_status", "Something else answered for SYSPRO",
        "The answer came with an HTTP status that e.net never sends.",
        "Check that syspro.base_url names the e.net service itself.", Transient, InDoubt,
    ),
    Trouble(
        "syspro.wrong_address", "The address is not SYSPRO's e.net service",
        "The server refused or redirected the call, which e.net never does.",
        "Check that syspro.base_url names the e.net service itself.", Misconfigured, InDoubt,
    ),
    Trouble(
        TOO_LARGE, "The document is too large for this SYSPRO service",
        "It does not fit into an address, and the service takes no large documents; nothing was done.",
        "Set syspro.post_mode or syspro.url_limit to what the service allows, or enter the document by hand.",
        NeedsPerson, NeedsPerson,
    ),
    Trouble(
        "syspro.oversized", "SYSPRO's answer is too long", "The answer is longer than any that SYSPRO sends.", "",
        Transient, InDoubt,
    ),
    Trouble(
        "syspro.odd_answer", "SYSPRO's answer cannot be read", "What came back is not what e.net documents.", "",
        Transient, InDoubt,
    ),
    Trouble(
        "syspro.error_text", "SYSPRO answered with an error", "Instead of a result came a text.", "",
        Transient, InDoubt,
    ),
    Trouble(
        "syspro.evicted", "The SYSPRO session was ended by somebody",
        "The session had ended: most likely somebody logged on with the agent's operator, or it timed out.",
        "Give the agent an operator of its own.", Unavailable, InDoubt,
    ),
    Trouble(
        NOT_LICENSED, "A SYSPRO business object is not available",
        "SYSPRO answered exception 100000: the business object is not licensed at this site; nothing was done.",
        "Have it licensed for the agent's operator, or change the setting that makes us need it.",
        Unavailable, Unavailable,
    ),
    Trouble(
        "syspro.logon_refused", "SYSPRO refused the logon",
        "SYSPRO says that operator, password or company are wrong; nothing was done.",
        "Correct syspro.operator, syspro.company or their passwords.", Misconfigured, Misconfigured,
    ),
    Trouble(
        "syspro.logon", "SYSPRO did not let us log on",
        "SYSPRO did not let the agent log on; it is tried again. Perhaps no seat is free; if operator or company are "
        "wrong, SYSPRO's words say so.",
        "Free a seat, or correct syspro.operator and syspro.company.", Unavailable, Unavailable,
    ),
    Trouble(
        "syspro.session_busy", "Another session of ours is still at work",
        "One operator can have one session only, so this one waited and gave up; nothing was done.", "",
        Unavailable, Unavailable,
    ),
    Trouble(
        "syspro.not_found", "SYSPRO has no trace of it yet",
        "SYSPRO took the document without giving it a key, and no row carries our reference.", "", Transient, InDoubt,
    ),
)  # fmt: skip

TROUBLES = {row.code: row for row in _ROWS}


@dataclass(frozen=True, slots=True)
class Occasion:
    """When it happened: what the message has to name.

    Attributes:
        writes: Whether a posting was sent.
        whose: The document's title; empty for reads.
        what: The call, such as ``SORTOI``.
    """

    writes: bool = False
    whose: str = ""
    what: str = ""


def trouble(code: str, occasion: Occasion, *, words: str = "", exchange: Exchange | None = None) -> AgentError:
    """Return the error of row ``code``.

    Args:
        code: One of ``TROUBLES``.
        occasion: When it happened.
        words: SYSPRO's own words or a further sentence; secrets must be out of it.
        exchange: What was sent and received.
    """
    row = TROUBLES[code]
    kind = row.write if occasion.writes else row.read
    parts = [row.message.replace("the business object", occasion.what or "the business object")]
    if words:
        parts.append(words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}...")
    text = " ".join(parts)
    message = (text if text.endswith((".", "!", "?")) else f"{text}.") + (_IN_DOUBT if kind is InDoubt else "")
    if occasion.whose:
        message = f"{occasion.whose}: {message}"
    return kind(Problem(row.title, message, row.press, row.code), exchange=exchange)


def code_of_httpx(error: Exception) -> str:
    """Return the row for an error of httpx: only what surely happened before anything was sent says so."""
    if isinstance(error, httpx.ConnectError) and _is_certificate(error):
        return "syspro.certificate"
    for kinds, code in _HTTPX:
        if isinstance(error, kinds):
            return code
    return "syspro.cut_off"


_HTTPX: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout), "syspro.unreachable"),
    ((httpx.UnsupportedProtocol, httpx.InvalidURL), "syspro.address"),
    ((httpx.TimeoutException,), "syspro.no_answer"),
)


def code_of_status(status: int, target_length: int) -> str:
    """Return the row for an HTTP status other than 200, which is all that e.net ever sends (recorded).

    Args:
        status: HTTP status.
        target_length: Bytes of the request target.
    """
    if status in {413, 414} or (status == 400 and target_length > _HTTP_SYS_LIMIT):
        return TOO_LARGE
    return "syspro.wrong_address" if status in _REFUSING else "syspro.http_status"


#: Windows answers 400 itself, before the service sees anything, when request line and headers exceed 16 KB (general
#: knowledge of HTTP.sys, not recorded); headers of ours are well below 1 KB.
_HTTP_SYS_LIMIT = 15 * 1024
_REFUSING = frozenset({301, 302, 303, 307, 308, 401, 403, 404, 405, 407})


def refused(
    whose: str, errors: tuple[ErrorNode, ...], exchange: Exchange, *, not_now: tuple[str, ...] = ()
) -> AgentError:
    """Return the error for a document that SYSPRO refused; it did nothing.

    Args:
        whose: The document's title.
        errors: The elements at fault; empty when SYSPRO only counted the document as invalid.
        exchange: What was sent and received.
        not_now: Error numbers that at this site mean "not now", such as a closed period.
    """
    sentences = (
        "; ".join(_sentence(error, exchange.request) for error in errors)
        or "SYSPRO refused the document without a reason"
    )
    number = next((error.number for error in errors if error.number), "")
    code = f"syspro.refused.{number}" if number else "syspro.refused"
    press = _PRESS.get(number, "Correct it in SYSPRO or in the mapping, then press Retry.")
    problem = Problem("SYSPRO refused the document", f"{whose}: {sentences}.", press, code)
    kind = Unavailable if number and number in not_now else NeedsPerson
    return kind(problem, exchange=exchange)


#: SYSPRO's error number -> what to press; the only numbers that are known (reference, section 1.5).
_PRESS = {
    "240004": "Add the stock code in SYSPRO, or correct it in Stripe's metadata or in the mapping; then press Retry.",
    "100030": "Map a value to the element, then press Retry.",
    "100028": "Correct the date in the mapping, then press Retry.",
}


def does_not_fit(whose: str, error: DoesNotFitError) -> NeedsPerson:
    """Return the error for a document that cannot be written for SYSPRO without changing its meaning."""
    press = "Correct the value in Stripe or in the mapping, then press Retry."
    return NeedsPerson(Problem("A value does not fit SYSPRO", f"{whose}: {error}", press, "syspro.does_not_fit"))


def with_exchange(error: AgentError, exchange: Exchange) -> AgentError:
    """Return ``error`` carrying ``exchange``, unless it has one already."""
    if error.exchange == Exchange():
        error.exchange = exchange
    return error


def _sentence(error: ErrorNode, request: str) -> str:
    """Return ``SYSPRO refused StockCode '1004': Stock code '1004' not found (240004)``."""
    element = _spelled(error.element, request) or "the document"
    value = f"{element} '{error.value}'" if error.value else f"a blank {element}"
    number = f" ({error.number})" if error.number else ""
    return f"SYSPRO refused {value}: {error.description or 'no reason given'}{number}"


def _spelled(element: str, request: str) -> str:
    """Return an element's name with the capitals it was sent with; Setup replies come in lower case (recorded)."""
    found = re.search(f"<({re.escape(element)})[/>]", request, re.IGNORECASE) if element else None
    return found[1] if found else element


def _is_certificate(error: Exception) -> bool:
    """Return whether the connection failed on TLS: an SSL error is the cause, or the cause of the cause."""
    causes = (error, error.__cause__, error.__context__)
    inner = tuple(further for cause in causes if cause is not None for further in (cause.__cause__, cause.__context__))
    return any(isinstance(cause, ssl.SSLError) for cause in (*causes, *inner))
