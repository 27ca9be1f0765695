"""TLS as Stripe speaks it: verified against the roots we ship, and against the company's own where it opens TLS."""

import datetime as dt
import ipaddress
import ssl
import threading

import pytest

from agent.domain.errors import Misconfigured, Transient
from tests.contract.stripe.stage import Puppet, event

x509 = pytest.importorskip("cryptography.x509")
from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402 - only where it is installed
from cryptography.hazmat.primitives.asymmetric import ec  # noqa: E402 - the same

DAY = dt.timedelta(days=1)


def written(path, *parts):
    path.write_bytes(b"".join(parts))
    return str(path)


def private_text(private):
    return private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def certificate(name, private, issuer, signer, **extensions):
    now = dt.datetime.now(dt.UTC)
    start = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, issuer)]))
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - DAY)
        .not_valid_after(now + DAY)
    )
    for extension, critical in extensions.values():
        start = start.add_extension(extension, critical=critical)
    return start.sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@pytest.fixture
def authority(tmp_path):
    """The company's certificate authority: the path of its certificate, and its private half."""
    private = ec.generate_private_key(ec.SECP256R1())
    basic = (x509.BasicConstraints(ca=True, path_length=None), True)
    return written(tmp_path / "corp.pem", certificate("Corp", private, "Corp", private, basic=basic)), private


@pytest.fixture
def presented(tmp_path, authority):
    """Chain and private half of a certificate for this machine."""
    private = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    chain = certificate("localhost", private, "Corp", authority[1], names=(names, False))
    return written(tmp_path / "server.pem", chain, private_text(private))


@pytest.fixture
def safe(presented):
    """A puppet behind TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(presented)
    with Puppet() as listening:
        listening.socket = context.wrap_socket(listening.socket, server_side=True)
        listening.handle_error = lambda *_: None
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield listening
        listening.shutdown()
        thread.join()


def address(safe):
    return f"https://127.0.0.1:{safe.server_port}"


def test_a_certificate_nobody_vouches_for_is_refused_with_the_remedy(kits, clock, safe):
    with pytest.raises(Misconfigured, match="cannot be verified") as refused:
        kits(address(safe), clock).events()
    assert refused.value.problem.code == "stripe.certificate"
    assert "stripe.ca_file" in refused.value.problem.press
    assert not safe.asked


def test_the_companys_own_authority_can_be_added(kits, clock, safe, authority):
    safe.say_list("/v1/events", event(1))
    assert len(kits(address(safe), clock, **{"stripe.ca_file": authority[0]}).events()) == 1


def test_an_added_authority_takes_no_root_away(kits, clock, safe, authority):
    plain, extended = (kits(address(safe), clock, **{"stripe.ca_file": file}) for file in ("", authority[0]))
    safe.say_list("/v1/events", event(1))
    assert len(roots(extended)) == len(roots(plain)) + 1


def roots(kit):
    kit.connection._open()
    return kit.connection._transport._session.get_adapter("https://")._context.get_ca_certs()


def test_nothing_older_than_tls_1_2_is_spoken(kits, clock, safe):
    kit = kits(address(safe), clock)
    kit.connection._open()
    context = kit.connection._transport._session.get_adapter("https://")._context
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_server_without_tls_behind_an_https_address_is_weather(kits, clock, puppet):
    with pytest.raises(Transient) as refused:
        kits(f"https://127.0.0.1:{puppet.server_port}", clock).events()
    assert refused.value.problem.code == "stripe.unreachable"
