"""A SYSPRO on loopback for each test, and the connector's own classes talking to it over real sockets."""

import itertools
import shutil
from dataclasses import replace

import pytest

from agent.domain.documents import Document, DocumentKey, Draft, State
from agent.domain.kinds import Kind
from agent.domain.settings import Values
from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.faults import FaultRule
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.syspro.app import open_syspro
from connectors.sandbox.syspro.options import SiteOptions
from connectors.syspro.reader import SysproReader
from connectors.syspro.target import SysproTarget

OPERATOR_PASSWORD = "s3cret-opera/tor & co"
COMPANY_PASSWORD = "s3cret-company"


class FakeSecrets:
    def __init__(self, **secrets):
        self._secrets = {name.replace("__", "."): value for name, value in secrets.items()}

    def get(self, name):
        return self._secrets.get(name, "")

    def set(self, name, value):
        self._secrets[name] = value


#: 2026-11-20, noon: the day on which all of these sites stand, whatever day it is.
NOW_AT = 1_795_176_000


class Site:
    """One sandbox, its server, and what a test needs to talk to it."""

    def __init__(self, sandbox, server, clock):
        self.sandbox = sandbox
        self.server = server
        self.clock = clock
        self.secrets = FakeSecrets(
            syspro__operator_password=OPERATOR_PASSWORD, syspro__company_password=COMPANY_PASSWORD
        )
        self._opened = []

    def values(self, **changes):
        """Settings for this site; ``a__b`` names the setting ``a.b``."""
        texts = {
            "syspro.base_url": f"{self.server.url}/SYSPROWCFService/Rest",
            "syspro.operator": "AGENT",
            "syspro.company": "A",
            "syspro.timeout_s": "20",
            "syspro.session_wait_s": "5",
            "keys.invoice_length": "15",
        }
        return Values(texts | {name.replace("__", "."): text for name, text in changes.items()})

    def target(self, **changes):
        return self._open(SysproTarget(self.values(**changes), self.secrets, self.clock))

    def reader(self, **changes):
        return self._open(SysproReader(self.values(**changes), self.secrets, self.clock))

    def trouble(self, fault, *, times=1, seconds=0, **match):
        self.sandbox.faults.add(FaultRule(fault, match, remaining=times, seconds=seconds))

    def seats_taken(self):
        return len(self.sandbox.service.sessions)

    def rows(self, table, where="1", *values):
        return self.sandbox.service.books.rows(table, where, *values)

    def close(self):
        for opened in self._opened:
            opened.close()

    def _open(self, opened):
        self._opened.append(opened)
        return opened


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """A folder with a company just founded; copied, since founding takes a while."""
    home = tmp_path_factory.mktemp("company")
    open_syspro(home, clock=SandboxClock(NOW_AT)).close()
    return home


@pytest.fixture
def make_site(tmp_path, clock, founded):
    """Make a site; its options may be changed."""
    made = []
    numbers = itertools.count()

    def make(**options):
        home = tmp_path / str(next(numbers))
        shutil.copytree(founded, home)
        chosen = replace(
            SiteOptions(operators={"AGENT": OPERATOR_PASSWORD, "ADMIN": ""}, company_password=COMPANY_PASSWORD),
            **options,
        )
        sandbox = open_syspro(home, options=chosen, clock=SandboxClock(NOW_AT))
        site = Site(sandbox, SandboxServer(sandbox.app).start(), clock)
        made.append(site)
        return site

    yield make
    for site in made:
        site.close()
        site.server.stop()
        site.sandbox.close()


@pytest.fixture
def site(make_site):
    return make_site()


_PURPOSES = {
    Kind.SALES_ORDER: "sale",
    Kind.RECEIPT: "payment",
    Kind.CUSTOMER: "payer",
    Kind.CUSTOM_FORM: "stripe-id",
    Kind.JOURNAL: "payout",
    Kind.CASH_ENTRY: "fee",
    Kind.BANK_RECEIPT: "receipt",
}


def document(body, *, number=1, title="Order for Ada Lovelace, 120.00 USD", erp_key=""):
    """A document as the outbox would hand it over."""
    key = DocumentKey("A", body.kind, _PURPOSES.get(body.kind, body.kind.value), f"ch_{number}")
    draft = Draft(key, body, lane="lane", order_by=number, title=title)
    return Document(number, draft, State.POSTING, "", "", revision=1, due_at=None, attempts=0, erp_key=erp_key)
