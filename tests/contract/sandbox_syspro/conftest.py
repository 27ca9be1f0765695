"""A served SYSPRO sandbox with a fresh company, and a client that speaks to it over a real socket."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import etree

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.faults import FaultRule
from connectors.sandbox.serving import SandboxServer
from connectors.sandbox.syspro import SysproSandbox, open_syspro, trial_balance
from connectors.sandbox.syspro.company import read_company

NOON = 1_796_126_400  # 2026-12-01 12:00 UTC

_ROOTS = {
    "SORTOI": "SalesOrders",
    "SORTIC": "PostSalesOrderInvoice",
    "SORTOS": "PostSorOrderStatus",
    "SORTOX": "PostSalesOrderCancel",
    "SORTCI": "PostCreditFromInvoice",
    "SORTCH": "SOCreditNoteHeader",
    "SORTCL": "SOCreditNoteLine",
    "ARSTPY": "PostArPayment",
    "ARSTIN": "PostArInvoices",
    "GENTJL": "PostGlJournal",
    "CSHTWD": "PostCbDepositsWithdrawals",
    "ARSSCS": "SetupArCustomer",
    "COMSFM": "SetupCustomForm",
}


def xml(tag: str, value: Any = None) -> str:
    """Return elements for nested dicts and lists of dicts; enough for any request."""
    if isinstance(value, list):
        return "".join(xml(tag, part) for part in value)
    if isinstance(value, dict):
        return f"<{tag}>{''.join(xml(name, part) for name, part in value.items())}</{tag}>"
    text = "" if value is None else str(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{tag}>{text}</{tag}>"


@dataclass
class Reply:
    """One answer: its text, and its XML where it is XML."""

    text: str

    @property
    def root(self):
        return etree.fromstring(self.text.encode("cp1252"))

    def all(self, path: str) -> list[str]:
        return [(node.text or "").strip() for node in self.root.findall(path)]

    def one(self, path: str) -> str:
        found = self.all(path)
        assert len(found) == 1, (path, self.text)
        return found[0]

    @property
    def errors(self) -> list[int]:
        return [int(node.text) for node in self.root.iter("ErrorNumber")]


@dataclass
class Enet:
    """A logged-on client of the sandbox."""

    http: httpx.Client
    sandbox: SysproSandbox
    token: str = ""
    _rows: dict = field(default_factory=dict)

    def get(self, path: str, **query: str) -> httpx.Response:
        return self.http.get(f"/SYSPROWCFService/Rest/{path}", params=query)

    def logon(self, operator: str = "ADMIN", password: str = "", company: str = "A") -> str:
        query = {"Operator": operator, "OperatorPassword": password, "CompanyId": company, "CompanyPassword": ""}
        return self.get("Logon", **query).text

    def call(self, path: str, name: str, document: str, parameters: str = "") -> Reply:
        query = {"UserId": self.token, "BusinessObject": name, "XmlParameters": parameters, "XmlIn": document}
        return Reply(self.get(path, **query).text)

    def post(self, name: str, items: Any, path: str = "Transaction/Post", **parameters: Any) -> Reply:
        root, tag = _ROOTS[name], "Orders" if name == "SORTOI" else "Item"
        return self.call(path, name, xml(root, {tag: items}), xml(root, {"Parameters": parameters}))

    def query(self, name: str, document: dict, path: str = "Query/Query") -> Reply:
        return self.call(path, name, xml("Query", document))

    def rows(self, table: str, where: str = "1", *values: Any) -> list:
        return self.sandbox.books.rows(table, where, *values)

    def row(self, table: str, where: str = "1", *values: Any):
        found = self.rows(table, where, *values)
        assert len(found) == 1, (table, where, len(found))
        return found[0]

    def switch(self, **changes: Any) -> None:
        self.sandbox.books.options = replace(self.sandbox.books.options, **changes)

    def fault(self, name: str, *, seconds: float = 0.0, remaining: int | None = 1, **match: str) -> None:
        self.sandbox.faults.add(FaultRule(name, match, remaining=remaining, seconds=seconds))

    def trial_balance(self) -> Decimal:
        return trial_balance(self.sandbox.connection)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a new company; every test gets a copy, which is quicker than founding it again."""
    home = tmp_path_factory.mktemp("founded")
    open_syspro(home, clock=SandboxClock(NOON)).close()
    return home / "sandbox-syspro.sqlite"


@pytest.fixture
def sandbox(tmp_path: Path, founded: Path) -> Iterator[SysproSandbox]:
    shutil.copy(founded, tmp_path)
    opened = open_syspro(tmp_path, clock=SandboxClock(NOON))
    yield opened
    opened.close()


class Stage:
    """One served application that passes every request on to the sandbox of the test that runs."""

    def __init__(self) -> None:
        self.app: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.app(scope, receive, send)


@pytest.fixture(scope="session")
def stage() -> Iterator[tuple[Stage, str]]:
    stage = Stage()
    with SandboxServer(stage) as server:  # type: ignore[arg-type]
        yield stage, server.url


@pytest.fixture
def enet(sandbox: SysproSandbox, stage: tuple[Stage, str]) -> Iterator[Enet]:
    stage[0].app = sandbox.app
    with httpx.Client(base_url=stage[1], timeout=20) as http:
        client = Enet(http, sandbox)
        client.token = client.logon()
        assert len(client.token) == 36, client.token
        yield client


@pytest.fixture
def order() -> Callable[..., dict]:
    """Make the Orders element of one order."""

    def make(po: str = "pi_1", customer: str = "1", lines: list | None = None, **header: Any) -> dict:
        stock = {"CustomerPoLine": 1, "LineActionType": "A", "StockCode": "A100", "OrderQty": 2, "OrderUom": "EA"}
        details = {"StockLine": [stock]} if lines is None else {"StockLine": lines}
        head = {"CustomerPoNumber": po, "OrderActionType": "A", "Customer": customer, **header}
        return {"OrderHeader": head, "OrderDetails": details}

    return make


@pytest.fixture
def payment() -> Callable[..., dict]:
    """Make the Item of one payment."""

    def make(value: str, customer: str = "1", bank: str = "STRIPE-USD", **more: Any) -> dict:
        base = {"Customer": customer, "PaymentValue": value, "Reference": "ch_1", "JournalNotation": "Stripe"}
        return {"Payment": {**base, "Bank": bank, **more}}

    return make


@pytest.fixture(scope="session")
def company() -> dict:
    return read_company()
