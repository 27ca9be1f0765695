"""Calls that no document needs yet, and the table of errors as a whole."""

import ssl

import httpx
import pytest

from agent.domain.errors import InDoubt, Transient, Unavailable
from connectors.syspro import errors
from connectors.syspro.client import EnetClient
from connectors.syspro.connection import connection_of
from connectors.syspro.errors import Occasion
from connectors.syspro.session import open_session
from connectors.syspro.xml import arsqry, comfch, sorqry
from connectors.syspro.xml.build import document as xml_document
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import document


@pytest.fixture
def session(site):
    with (
        EnetClient(connection_of(site.values(), site.secrets)) as client,
        open_session(client, site.clock) as session,
    ):
        yield session


def test_whole_record_is_fetched_by_its_key(session):
    row = comfch.parse(session.fetch(comfch.build("ArCustomer", bodies.CUSTOMER)), "ArCustomer")
    assert row.text("Name") == "Dunmore & Sons Plumbing"


def test_order_and_account_are_read_by_their_own_objects(site, session):
    with site.target().session() as target:
        key = target.post(document(bodies.order())).erp_key
    order = sorqry.parse(session.query("SORQRY", sorqry.build(key)))
    assert order.header.text("CustomerPoNumber") == "ch_order_1"
    assert [kind for kind, _ in order.lines] == ["merchandise", "merchandise", "freight", "misccharge", "commentline"]
    assert (
        arsqry.parse(session.query("ARSQRY", arsqry.build(bodies.CUSTOMER))).header.text("Customer") == bodies.CUSTOMER
    )


def test_object_that_only_computes_is_asked_as_a_read(session):
    with pytest.raises(Unavailable) as caught:
        session.build("NOSUCH", xml_document("Build"))
    assert caught.value.problem.code == errors.NOT_LICENSED


def test_profile_is_read_on_an_ended_session_after_a_new_logon(site, session):
    site.sandbox.service.sessions.evict("AGENT")
    assert session.profile().text("LocalCurrencyCode") == "USD"


@pytest.mark.parametrize("code", errors.TROUBLES)
def test_every_trouble_of_a_posting_says_whether_it_is_in_doubt(code):
    error = errors.trouble(code, Occasion(writes=True, whose="Order for Ada", what="SORTOI"), words="w" * 999)
    assert error.problem.message.startswith("Order for Ada: ")
    assert len(error.problem.message) < 700
    assert isinstance(error, InDoubt) == ("is not known" in error.problem.message)
    assert not isinstance(errors.trouble(code, Occasion()), InDoubt)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (httpx.ConnectError("refused"), "syspro.unreachable"),
        (httpx.ConnectTimeout("late"), "syspro.unreachable"),
        (httpx.PoolTimeout("late"), "syspro.unreachable"),
        (httpx.UnsupportedProtocol("ftp"), "syspro.address"),
        (httpx.ReadTimeout("late"), "syspro.no_answer"),
        (httpx.WriteTimeout("late"), "syspro.no_answer"),
        (httpx.ReadError("reset"), "syspro.cut_off"),
        (httpx.WriteError("reset"), "syspro.cut_off"),
        (httpx.RemoteProtocolError("cut"), "syspro.cut_off"),
        (httpx.LocalProtocolError("odd"), "syspro.cut_off"),
        (httpx.StreamClosed(), "syspro.cut_off"),
    ],
)
def test_only_what_surely_happened_before_sending_counts_as_not_delivered(error, code):
    assert errors.code_of_httpx(error) == code
    delivered = errors.trouble(code, Occasion(writes=True))
    assert isinstance(delivered, InDoubt) == (code in {"syspro.no_answer", "syspro.cut_off"})


def test_failed_certificate_is_told_apart_from_a_service_that_is_down():
    error = httpx.ConnectError("tls")
    error.__cause__ = ssl.SSLCertVerificationError("self-signed")
    assert errors.code_of_httpx(error) == "syspro.certificate"


def test_refusal_without_a_reason_is_told_as_such():
    error = errors.refused("Order for Ada", (), errors.Exchange())
    assert error.problem.code == "syspro.refused"
    assert "without a reason" in error.problem.message
    assert not isinstance(error, Transient)


def test_refusal_of_a_blank_element_names_it_as_it_was_sent():
    node = errors.ErrorNode("item/branch", "", "100030", "cannot be spaces")
    error = errors.refused("Customer Ada", (node,), errors.Exchange("<Branch></Branch>"))
    assert error.problem.message == "Customer Ada: SYSPRO refused a blank Branch: cannot be spaces (100030)."
    assert "Map a value" in error.problem.press


def test_each_answered_call_is_measured(site):
    taken = []
    with EnetClient(connection_of(site.values(), site.secrets), told=taken.append) as client:
        client.get_version()
        client.logoff(client.logon())
    assert len(taken) == 3
    assert all(0 <= one < 60_000 for one in taken)
