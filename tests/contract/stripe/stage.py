"""What the tests of the Stripe connector stand on: ports in memory, and a server that says what it is told."""

import json
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from agent.domain.events import Subject
from agent.domain.settings import Values
from connectors.stripe.client import Connection
from connectors.stripe.reader import StripeReader
from connectors.stripe.source import StripeSource

NOW_AT = 1_795_000_000
KEY = "rk_test_sandbox"


class Purse:
    """Secrets in memory (``agent.ports.SecretStore``)."""

    def __init__(self, key=KEY):
        self.key = key

    def get(self, name):
        return self.key if name == "stripe.key" else ""

    def set(self, _name, value):
        self.key = value


class Tally:
    """Counts reads (``agent.ports.Allowance``)."""

    def __init__(self):
        self.reads = 0

    def count(self, reads, _now):
        self.reads += reads

    def used(self, _now):
        return self.reads


class QuickPause:
    """Time that passes only by waiting, and then at once (``connectors.stripe.pace.Pause``)."""

    def __init__(self):
        self.ns = 0
        self.waits = []

    def monotonic_ns(self):
        return self.ns

    def wait(self, seconds):
        self.waits.append(seconds)
        self.ns += int(seconds * 1_000_000_000)


class Kit:
    """One connection and everything a test may look at."""

    def __init__(self, url, clock, key=KEY, **settings):
        self.purse, self.tally, self.pause, self.clock = Purse(key), Tally(), QuickPause(), clock
        texts = {"stripe.api_base": url, "stripe.max_requests_per_s": "1000", **settings}
        self.connection = Connection(Values(texts), self.purse, self.tally, clock, self.pause)
        self.source, self.reader = StripeSource(self.connection), StripeReader(self.connection)

    def events(self, since_at=0, until_at=NOW_AT + 1, types=()):
        return [event for page in self.source.events(since_at, until_at, types) for event in page]

    def movements(self, since_at=0, until_at=2 * NOW_AT):
        return [entry for page in self.source.balance_transactions(since_at, until_at) for entry in page]

    def backfilled(self, since_at=0, until_at=NOW_AT + 1):
        return [event for page in self.source.backfill(since_at, until_at) for event in page]

    def read(self, object_id, object_type="charge"):
        return self.reader.read(Subject(object_id, object_type, (), (), NOW_AT))


class _Listener(BaseHTTPRequestHandler):
    """Answers with what the script says, and keeps what was asked."""

    protocol_version = "HTTP/1.1"
    # Head and body are two writes; the second must not wait 40 ms for the other side to acknowledge the first.
    disable_nagle_algorithm = True

    def do_GET(self):
        parts = urlsplit(self.path)
        self.server.asked.append((parts.path, dict(parse_qsl(parts.query)), dict(self.headers)))
        status, headers, body = self.server.next_answer(parts.path)
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = "Content-Length" in headers

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.do_GET()

    def do_DELETE(self):
        self.do_GET()

    def log_message(self, *_):
        """Say nothing."""


class Puppet(ThreadingHTTPServer):
    """A server that says what a test tells it to, in order; the last answer to a path repeats."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Listener)
        self.asked = []
        self._answers = {}

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def say(self, path, body, status=200, **headers):
        """Answer once more for ``path`` with text, bytes or anything that becomes JSON."""
        raw = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._answers.setdefault(path, deque()).append((status, named, raw))

    def say_list(self, path, *members, has_more=False):
        """Answer once more with a list of these members."""
        self.say(path, {"object": "list", "data": list(members), "has_more": has_more, "url": path})

    def next_answer(self, path):
        waiting = self._answers.get(path)
        if not waiting:
            return (
                404,
                {},
                b'{"error": {"message": "No such thing", "code": "resource_missing", "type": "invalid_request_error"}}',
            )
        return waiting.popleft() if len(waiting) > 1 else waiting[0]


def event(number=1, **fields):
    """An event as Stripe renders it."""
    return {
        "id": f"evt_{number}",
        "object": "event",
        "api_version": "2020-08-27",
        "created": NOW_AT - number,
        "data": {"object": {"id": f"ch_{number}", "object": "charge", "amount": 100}},
        "livemode": False,
        "pending_webhooks": 0,
        "request": {"id": "req_1", "idempotency_key": f"key-{number}"},
        "type": "charge.succeeded",
        **fields,
    }


def movement(number=1, **fields):
    """A balance transaction as Stripe renders it."""
    return {
        "id": f"txn_{number}",
        "object": "balance_transaction",
        "amount": 12_000,
        "available_on": NOW_AT,
        "balance_type": "payments",
        "created": NOW_AT - number,
        "currency": "usd",
        "exchange_rate": 1.25,
        "fee": 378,
        "fee_details": [
            {"amount": 378, "currency": "usd", "type": "stripe_fee", "application": None, "description": None}
        ],
        "net": 11_622,
        "reporting_category": "charge",
        "source": f"ch_{number}",
        "status": "pending",
        "type": "charge",
        **fields,
    }


def charge(number=1, **fields):
    """A paid charge without payment intent, customer or booking, as Stripe renders it."""
    return {
        "id": f"ch_{number}",
        "object": "charge",
        "amount": 12_000,
        "amount_captured": 12_000,
        "balance_transaction": None,
        "captured": True,
        "created": NOW_AT,
        "currency": "usd",
        "customer": None,
        "livemode": False,
        "payment_intent": None,
        "status": "succeeded",
        **fields,
    }
