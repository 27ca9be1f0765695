"""Alerts by mail, over SMTP. Source: RFC 5321 (reply codes), RFC 3207 (STARTTLS), RFC 8314 (TLS from the start)."""

import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from agent import ports
from agent.domain.alerts.notices import Text
from agent.domain.errors import AgentError, Misconfigured, Problem, Transient

#: How long the mail server may take for each of its answers.
_TIMEOUT_S = 30

#: RFC 5321, section 4.2.1: a reply that begins with 5 will be the same next time.
_PERMANENT = 500


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over.

    Attributes:
        host: Its name.
        port: Its port.
        security: ``starttls``, ``tls`` or ``none``.
        user: Account; empty for none.
        password: Its password.
        ca_file: PEM file with certificate authorities; empty for the system's.
    """

    host: str
    port: int
    security: str
    user: str = ""
    password: str = ""
    ca_file: str = ""

    def __repr__(self) -> str:
        return f"MailServer({self.host}:{self.port}, {self.security})"


class MailNotifier(ports.Notifier):
    """Mails each text to all recipients at once.

    Args:
        server: Where mail is handed over.
        sender: Address that it comes from.
        recipients: Addresses that it goes to.
    """

    def __init__(self, server: MailServer, sender: str, recipients: Sequence[str]) -> None:
        self._server = server
        self._sender = sender
        self._recipients = tuple(recipients)

    def send(self, text: Text, *, now: int) -> None:
        """Hand a text over; see :class:`agent.ports.Notifier`."""
        if self._server.security == "none" and self._server.user:
            raise _unsafe(self._server)
        message = _message(text, self._sender, self._recipients, now)
        with _converted(self._server), self._opened() as smtp:
            if self._server.user:
                smtp.login(self._server.user, self._server.password)
            refused = smtp.send_message(message, self._sender, self._recipients)
        if refused:
            # The others have it; sent again it would reach them twice.
            count = len(refused)
            raise _refused(self._server, f"{count} of {len(self._recipients)} recipients were not accepted")

    @contextmanager
    def _opened(self) -> Iterator[smtplib.SMTP]:
        server = self._server
        context = ssl.create_default_context(cafile=server.ca_file or None)
        if server.security == "tls":
            with smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT_S, context=context) as smtp:
                yield smtp
            return
        with smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT_S) as smtp:
            if server.security == "starttls":
                smtp.starttls(context=context)
            yield smtp


def _message(text: Text, sender: str, recipients: Sequence[str], now: int) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = text.subject
    message["From"] = sender
    message["To"] = ", ".join(recipients)
    message["Date"] = format_datetime(datetime.fromtimestamp(now, UTC))
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    # RFC 3834: answering machines leave it alone.
    message["Auto-Submitted"] = "auto-generated"
    if text.urgent:
        message["X-Priority"] = "1"
    message.set_content(f"{text.body}\n")
    return message


@contextmanager
def _converted(server: MailServer) -> Iterator[None]:
    """Turn what the library raises into ours; replies are left out, because they repeat addresses."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        found: AgentError = _refused(server, f"the account or password was not accepted ({error.smtp_code})")
    except smtplib.SMTPNotSupportedError:
        found = _refused(server, "it does not offer what alerts.smtp_security and alerts.smtp_user need")
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        found = _by_code(server, "no recipient was accepted", min(codes, default=_PERMANENT))
    except smtplib.SMTPResponseException as error:
        found = _by_code(server, "it refused", error.smtp_code)
    except ssl.SSLCertVerificationError:
        found = _refused(server, "its certificate is not trusted; alerts.smtp_ca_file names the company's authorities")
    except (smtplib.SMTPException, OSError) as error:
        found = _unreachable(server, type(error).__name__)
    else:
        return
    raise found


def _by_code(server: MailServer, what: str, code: int) -> AgentError:
    told = f"{what} ({code})"
    return _refused(server, told) if code >= _PERMANENT else _unreachable(server, told)


def _refused(server: MailServer, why: str) -> Misconfigured:
    message = f"The mail server {server.host} does not take our mail: {why}. It is kept, and tried again every hour."
    press = "Check the settings under alerts.; `syspro-stripe alerts test` sends one mail."
    return Misconfigured(Problem("Alerts cannot be mailed", message, press, "mail.refused"))


def _unreachable(server: MailServer, why: str) -> Transient:
    message = f"The mail server {server.host} cannot be reached ({why}). Mail is kept and sent later."
    press = "Check alerts.smtp_host and alerts.smtp_port, and that this server may reach it."
    return Transient(Problem("The mail server cannot be reached", message, press, "mail.unreachable"))


def _unsafe(server: MailServer) -> Misconfigured:
    message = f"The password for {server.host} would go over the network in the open, so nothing is sent."
    press = "Set alerts.smtp_security to starttls or tls, or empty alerts.smtp_user."
    return Misconfigured(Problem("The way to the mail server is open", message, press, "mail.unsafe"))
