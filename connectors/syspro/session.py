"""One session at SYSPRO: logged on alone, used for a batch, always logged off.

A second logon with the same operator ends the first session (learned live by others), and every session that is not
logged off holds a licence seat until it times out. Therefore one lock for each service and operator spans the process
from logon to logoff, and a session inside a session of the same thread is the same session.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from agent.domain.errors import AgentError, Exchange
from agent.domain.settings import Values
from agent.ports import Clock, SecretStore
from connectors.syspro.client import Call, EnetClient
from connectors.syspro.connection import Connection, connection_of
from connectors.syspro.errors import Occasion, trouble, with_exchange
from connectors.syspro.wire import is_error, is_not_licensed, redacted, token_of
from connectors.syspro.xml.reply import BadReplyError, Node, parse_xml

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a session that people should know although nothing went wrong for them.

    Attributes:
        at: Unix seconds UTC.
        text: What happened.
    """

    at: int
    text: str


class Access:
    """The way to one SYSPRO company; connects at first use, so that it can be made before all settings are there.

    Args:
        values: The settings in force.
        secrets: Where the passwords are.
        clock: Dates the remarks about sessions.
        told: Told how long each answered call took, milliseconds.
    """

    def __init__(
        self, values: Values, secrets: SecretStore, clock: Clock, told: Callable[[int], None] = lambda _: None
    ) -> None:
        self._told = told
        self._values = values
        self._secrets = secrets
        self._clock = clock
        self._client: EnetClient | None = None
        self._lock = threading.Lock()

    def client(self) -> EnetClient:
        """Return the client, made at the first call.

        Raises:
            Misconfigured: When the address or the certificate file cannot be used.
        """
        with self._lock:
            if self._client is None:
                self._client = EnetClient(connection_of(self._values, self._secrets), told=self._told)
            return self._client

    def session(self) -> "AbstractContextManager[EnetSession]":
        """Return a session to be entered; raises as :func:`open_session` does, and as :meth:`client` does."""
        return open_session(self.client(), self._clock)

    def close(self) -> None:
        """Close the connections to the service; the next use opens new ones."""
        with self._lock:
            if self._client is not None:
                self._client.close()
            self._client = None


@dataclass(slots=True)
class _Desk:
    """The one place of an operator at a service."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    session: "EnetSession | None" = None


_desks: dict[tuple[str, str], _Desk] = {}
_desks_lock = threading.Lock()


@contextmanager
def open_session(client: EnetClient, clock: Clock) -> "Iterator[EnetSession]":
    """Log on, alone in this process, and log off at the end.

    Raises:
        Unavailable: When no seat is free, or another session of ours does not end in time.
        Misconfigured: When operator, password or company are refused.
        Transient: When the service cannot be reached.
    """
    desk = _desk_of(client.connection)
    if not desk.lock.acquire(timeout=client.connection.session_wait_s):
        raise trouble("syspro.session_busy", Occasion())
    try:
        if desk.session is not None:
            if desk.session.company != client.connection.company:
                # A session belongs to one company; a second logon would end the one that is in use.
                raise trouble("syspro.session_busy", Occasion())
            yield desk.session
            return
        with _logged_on(desk, client, clock) as session:
            yield session
    finally:
        desk.lock.release()


@contextmanager
def _logged_on(desk: _Desk, client: EnetClient, clock: Clock) -> "Iterator[EnetSession]":
    session = EnetSession(client, clock)
    session.log_on()
    desk.session = session
    try:
        yield session
    finally:
        desk.session = None
        session.log_off()


class EnetSession:
    """A session in use; belongs to the thread that opened it.

    Attributes:
        company: SYSPRO company id.
        remarks: What happened to the session itself: evictions, and logoffs that did not go well.
    """

    def __init__(self, client: EnetClient, clock: Clock) -> None:
        self.company = client.connection.company
        self._client = client
        self._clock = clock
        self._token = ""
        self._renewed = False
        self.remarks: list[Remark] = []

    def log_on(self) -> None:
        """Log on.

        Raises:
            Unavailable: When SYSPRO does not let us, for a reason whose words are not known.
            Misconfigured: When SYSPRO says that operator or password are wrong.
            Transient: When no answer came, or one that cannot be read.
        """
        connection = self._client.connection
        answer = self._client.logon()
        self._token = token_of(answer)
        if self._token:
            return
        if not is_error(answer):
            # Its words stay out of the message: they may be a damaged token, which is a secret nearly whole.
            raise trouble("syspro.odd_answer", Occasion(what="Logon"), words="It is neither a session nor an error.")
        words = _words(redacted(answer, connection.operator_password, connection.company_password))
        known = any(answer.lower().startswith(text.lower()) for text in connection.logon_refused)
        raise trouble("syspro.logon_refused" if known else "syspro.logon", Occasion(what="Logon"), words=words)

    def log_off(self) -> None:
        """Log off. Trouble is remarked, never raised: it must not hide what happened before, nor undo it."""
        token, self._token = self._token, ""
        if not token:
            return
        try:
            answer = self._client.logoff(token)
        except AgentError as error:
            self._remark(f"Logging off did not succeed: {error.problem.message}")
            return
        if answer != "0":
            self._remark(f"SYSPRO answered the logoff with: {redacted(answer, token)[:200]}")

    def profile(self) -> Node:
        """Return the operator's profile: company, local currency, default bank and warehouse.

        Raises:
            Transient: When it cannot be read.
        """
        return self._reading(lambda: self._client.get_logon_profile(self._token), Occasion(what="GetLogonProfile"))

    def query(self, business_object: str, document: str) -> Node:
        """Return the reply of a query object.

        An ERROR may mean that the session has ended, so the read is made once more after a new logon, once a session.

        Raises:
            Unavailable: When the object is not licensed.
            Transient: When there is no answer that can be read.
            NeedsPerson: When the query does not fit into an address.
        """
        return self._read(Call("Query/Query", business_object, document))

    def fetch(self, document: str) -> Node:
        """Return the reply of COMFCH. Raises as :meth:`query` does."""
        return self._read(Call("Query/Fetch", "", document))

    def build(self, business_object: str, document: str) -> Node:
        """Return the reply of an object that only computes (Transaction/Build). Raises as :meth:`query` does."""
        return self._read(Call("Transaction/Build", business_object, document))

    def ask(self, call: Call) -> str:
        """Return the answer to a harmless call as it came, for the probe.

        Raises:
            Transient: When no answer came.
        """
        return redacted(self._client.send(call, self._token), self._token)

    def fits(self, call: Call) -> bool:
        """Return whether a call fits into an address."""
        return self._client.fits(call)

    def write(self, call: Call) -> tuple[Node, Exchange]:
        """Send a posting, exactly once, and return its reply and the exchange.

        Raises:
            Transient: Not delivered.
            Unavailable: The object is not licensed, or no session can be had; nothing was done.
            NeedsPerson: Too large for the service; nothing was done.
            InDoubt: Sent, without an answer that can be trusted.
        """
        request = f"{call.method} {call.business_object}\n{call.parameters}\n{call.document}"
        try:
            if not self._token:
                self._log_on_again()
            answer = self._client.send(call, self._token)
        except AgentError as error:
            raise with_exchange(error, Exchange(request)) from None
        exchange = Exchange(request, redacted(answer, self._token))
        if is_not_licensed(answer):
            raise trouble("syspro.not_licensed", call.occasion, words=_words(exchange.reply), exchange=exchange)
        if is_error(answer):
            raise trouble(
                "syspro.evicted" if self._has_ended() else "syspro.error_text",
                call.occasion,
                words=_words(exchange.reply),
                exchange=exchange,
            )
        return self._parsed(answer, call.occasion, exchange), exchange

    def _read(self, call: Call) -> Node:
        return self._reading(lambda: self._client.send(call, self._token), call.occasion)

    def _reading(self, ask: Callable[[], str], occasion: Occasion) -> Node:
        """Return the reply to a read, made once more after a new logon where the session may have ended."""
        if not self._token:
            self._log_on_again()
        answer = ask()
        if is_error(answer) and not is_not_licensed(answer) and not self._renewed:
            self._log_on_again()
            answer = ask()
            if not is_error(answer):
                self._remark("The session had been ended by somebody; the agent logged on again.")
        return self._parsed(answer, occasion)

    def _parsed(self, answer: str, occasion: Occasion, exchange: Exchange | None = None) -> Node:
        if is_not_licensed(answer):
            raise trouble("syspro.not_licensed", occasion)
        if is_error(answer):
            raise trouble("syspro.error_text", occasion, words=_words(redacted(answer, self._token)))
        try:
            root = parse_xml(answer)
        except BadReplyError as error:
            raise trouble("syspro.odd_answer", occasion, words=str(error), exchange=exchange) from None
        if root.name == "html":
            raise trouble("syspro.odd_answer", occasion, words="A web page came back.", exchange=exchange)
        return root

    def _log_on_again(self) -> None:
        """Log on anew, once a session: two programs with one operator would end each other's sessions for ever."""
        if self._renewed:
            raise trouble("syspro.evicted", Occasion(what="Logon"))
        self._renewed = True
        self._token = ""
        self.log_on()

    def _has_ended(self) -> bool:
        """Return whether the session is gone; it is forgotten then, so that the next call logs on again."""
        try:
            ended = is_error(self._client.get_logon_profile(self._token))
        except AgentError:
            return False
        if ended:
            self._token = ""
            self._remark("The session had been ended by somebody while a document was being posted.")
        return ended

    def _remark(self, text: str) -> None:
        self.remarks.append(Remark(self._clock.now(), text))
        _log.info(
            "remark about the SYSPRO session", extra={"remark": text, "operator": self._client.connection.operator}
        )


def _desk_of(connection: Connection) -> _Desk:
    with _desks_lock:
        return _desks.setdefault((connection.base_url.lower(), connection.operator.lower()), _Desk())


def _words(text: str) -> str:
    """Return SYSPRO's own words as a sentence of a message."""
    return f"SYSPRO's words: {' '.join(text.split())[:200]}" if text else "SYSPRO answered nothing."
