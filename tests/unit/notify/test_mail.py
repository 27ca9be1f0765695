"""Mail over real sockets: sealed, complete, and each refusal turned into what happens next without a secret."""

import ssl
from email import message_from_bytes, policy

import pytest
import trustme

from agent.domain.alerts.notices import Text
from agent.domain.errors import Misconfigured, Transient
from connectors.notify.mail import MailNotifier, MailServer
from tests.unit.notify.ways import Mailbox, mail_server

NOW = 1_772_626_320
TEXT = Text("SYSPRO-Stripe EDU1: Zahlung für Søren fehlt", "- Søren's payment waits.\n  Look.", urgent=True)
TO = ("ann@example.com", "bob@example.com")


@pytest.fixture
def mailbox():
    return Mailbox()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    made, path = trustme.CA(), tmp_path_factory.mktemp("ca") / "ca.pem"
    made.cert_pem.write_to_path(path)
    return made, str(path)


@pytest.fixture
def sealed(authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority[0].issue_cert("localhost", "127.0.0.1").configure_cert(context)
    return context


def send(port, security="none", **more):
    server = MailServer("127.0.0.1", port, security, **more)
    MailNotifier(server, "agent@example.com", TO).send(TEXT, now=NOW)


def test_a_mail_has_all_that_a_mail_needs(mailbox):
    with mail_server(mailbox) as port:
        send(port)
    [(sender, recipients, content, _)] = mailbox.messages
    mail = message_from_bytes(content, policy=policy.default)
    assert (sender, recipients) == ("agent@example.com", TO)
    assert mail["Subject"] == TEXT.subject
    assert mail["To"] == "ann@example.com, bob@example.com"
    assert mail["Date"] == "Wed, 04 Mar 2026 12:12:00 +0000"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Priority"] == "1"
    assert mail["Message-ID"].endswith("@example.com>")
    assert mail.get_content().replace("\r\n", "\n") == f"{TEXT.body}\n"


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_the_way_is_sealed_before_the_password_goes_over_it(mailbox, sealed, authority, security):
    how = {"tls_context": sealed, "require_starttls": True} if security == "starttls" else {"ssl_context": sealed}
    with mail_server(mailbox, **how) as port:
        send(port, security, user="agent", password="right", ca_file=authority[1])
    assert mailbox.logins == [("agent", "right")]
    assert len(mailbox.messages) == 1


def test_a_certificate_that_is_not_trusted_gets_no_password(mailbox, sealed):
    with mail_server(mailbox, tls_context=sealed, require_starttls=True) as port, pytest.raises(Misconfigured) as met:
        send(port, "starttls", user="agent", password="right")
    assert mailbox.logins == []
    assert "not trusted" in met.value.problem.message


def test_a_password_never_goes_over_an_open_way(mailbox):
    with mail_server(mailbox) as port, pytest.raises(Misconfigured) as met:
        send(port, user="agent", password="right")
    assert (mailbox.logins, mailbox.messages) == ([], [])
    assert met.value.problem.code == "mail.unsafe"


def test_a_server_that_cannot_seal_gets_nothing(mailbox):
    with mail_server(mailbox) as port, pytest.raises(Misconfigured) as met:
        send(port, "starttls", user="agent", password="right")
    assert (mailbox.logins, mailbox.messages) == ([], [])
    assert "alerts.smtp_security" in met.value.problem.message


def test_a_wrong_password_is_said_and_not_repeated(mailbox, sealed, authority):
    with mail_server(mailbox, tls_context=sealed) as port, pytest.raises(Misconfigured) as met:
        send(port, "starttls", user="agent", password="wr0ng-s3cret", ca_file=authority[1])
    assert "account or password" in met.value.problem.message
    assert "wr0ng" not in f"{met.value}{met.value.__cause__}{met.value.__context__}"


@pytest.mark.parametrize(
    ("answer", "kind"), [("451 try later", Transient), ("554 not from you", Misconfigured), ("421 closing", Transient)]
)
def test_a_refusal_is_for_now_or_for_good_as_its_number_says(mailbox, answer, kind):
    mailbox.answer = answer
    with mail_server(mailbox) as port, pytest.raises(kind) as met:
        send(port)
    assert answer[:3] in met.value.problem.message
    assert "from you" not in str(met.value)


def test_recipients_that_are_refused_are_told_while_the_others_get_theirs(mailbox):
    mailbox.refuses = {"bob@example.com"}
    with mail_server(mailbox) as port, pytest.raises(Misconfigured) as met:
        send(port)
    assert [message[1] for message in mailbox.messages] == [("ann@example.com",)]
    assert "1 of 2 recipients" in met.value.problem.message


def test_no_recipient_at_all_is_told(mailbox):
    mailbox.refuses = set(TO)
    with mail_server(mailbox) as port, pytest.raises(Misconfigured) as met:
        send(port)
    assert "example.com" not in met.value.problem.message


def test_no_server_is_for_now(mailbox):
    with mail_server(mailbox) as port:
        pass
    with pytest.raises(Transient) as met:
        send(port)
    assert met.value.problem.code == "mail.unreachable"


def test_what_a_mail_server_is_shown_as_has_no_password():
    assert "secret" not in repr(MailServer("mail", 587, "tls", "agent", "secret"))
