"""The last day of a server's certificate, asked over a real socket."""

import socket
import ssl
import threading
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import trustme

from agent.domain.alerts.notices import Text
from agent.domain.errors import Misconfigured
from connectors import windows
from connectors.notify.certificates import certificate_ends
from connectors.notify.event_log import EventLogNotifier


@contextmanager
def served(context):
    """Accept connections until the end, shaking hands with each; yields the port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            while True:
                try:
                    plain, _ = server.accept()
                except OSError:
                    return
                try:
                    with context.wrap_socket(plain, server_side=True) as sealed:
                        sealed.recv(1)
                except OSError:
                    plain.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


def test_the_last_day_is_the_one_that_the_server_shows(tmp_path):
    authority, path = trustme.CA(), tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    ends = datetime(2031, 5, 6, 12, tzinfo=UTC)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", not_after=ends).configure_cert(context)
    with served(context) as port:
        assert certificate_ends(f"https://127.0.0.1:{port}/Rest", str(path)) == ends.date()
        # Not trusted: whoever needs the server says so.
        assert certificate_ends(f"https://127.0.0.1:{port}/Rest") is None


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:9/Rest", "https://127.0.0.1:9/Rest"])
def test_no_certificate_is_none(address):
    assert certificate_ends(address) is None


@pytest.mark.skipif(windows.sys.platform == "win32", reason="the log is there")
def test_the_event_log_says_where_it_is_not():
    with pytest.raises(Misconfigured) as met:
        EventLogNotifier().send(Text("a", "b"), now=0)
    assert met.value.problem.code == "notify.event_log"
