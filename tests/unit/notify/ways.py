"""A mail server and a web server on loopback that keep what they get, over real sockets."""

import asyncio
import json
import logging
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.smtp import SMTP, AuthResult

# What the library says of clients that go away, or of itself, is about the tests alone.
logging.getLogger("mail.log").disabled = True


class Mailbox:
    """Keeps each message; may refuse recipients, or everything."""

    def __init__(self):
        self.messages, self.logins, self.refuses, self.answer = [], [], set(), None

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 - aiosmtpd's name
        if address in self.refuses:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, session, envelope):  # noqa: N802
        if self.answer:
            return self.answer
        self.messages.append((envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content, session.ssl))
        return "250 OK"

    def authenticate(self, _server, _session, _envelope, _mechanism, found):
        self.logins.append((found.login.decode(), found.password.decode()))
        return AuthResult(success=found.password == b"right", handled=False)


@contextmanager
def mail_server(mailbox, ssl_context=None, **more):
    """Serve `mailbox`; yields the port. An `ssl_context` seals the way from the start."""
    loop = asyncio.new_event_loop()
    started, port = threading.Event(), []

    async def serve():
        def factory():
            return SMTP(mailbox, authenticator=mailbox.authenticate, auth_require_tls=ssl_context is None, **more)

        server = await loop.create_server(factory, "127.0.0.1", 0, ssl=ssl_context)
        port.append(server.sockets[0].getsockname()[1])
        return server

    def run():
        asyncio.set_event_loop(loop)
        server = loop.run_until_complete(serve())
        loop.call_soon(started.set)
        loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert started.wait(10)
    try:
        yield port[0]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


class WebPlace:
    """Keeps each call as (method, path, JSON or None); answers with `status`."""

    def __init__(self):
        self.calls, self.status, self.headers = [], 200, {}

    @contextmanager
    def serve(self):
        """Serve; yields the address."""
        place = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self):
                self._answer(None)

            def do_POST(self):
                self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

            def _answer(self, body):
                place.calls.append((self.command, self.path, body))
                self.send_response(place.status)
                for name, text in place.headers.items():
                    self.send_header(name, text)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
