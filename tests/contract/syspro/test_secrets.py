"""No token and no password is ever seen: not in errors, tracebacks, logs or representations."""

import logging
import traceback

import httpx
import pytest

from agent.domain.errors import AgentError
from connectors.sandbox.syspro.sessions import Sessions
from connectors.syspro.client import EnetClient
from connectors.syspro.connection import connection_of
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import COMPANY_PASSWORD, OPERATOR_PASSWORD, document

FAULTS = ["reset_before", "reset_after_commit", "html_page", "odd_text", "truncated", "evict", "unlicensed", "stall"]


def everything_about(error):
    told = "".join(traceback.format_exception(error))
    shown = [repr(error), str(error), repr(error.problem), repr(error.exchange), repr(error.__dict__)]
    return told + "".join(shown)


def secrets_of(site):
    encoded = str(httpx.QueryParams({"x": OPERATOR_PASSWORD}))[2:]
    return [OPERATOR_PASSWORD, COMPANY_PASSWORD, encoded, *site.tokens]


class Remembering(logging.Handler):
    def __init__(self):
        super().__init__(logging.DEBUG)
        self.text = ""

    def emit(self, record):
        self.text += f"{record.getMessage()} {record.__dict__}\n"


class RememberedSessions(Sessions):
    def __init__(self, clock):
        super().__init__(clock)
        self.given = set()

    def log_on(self, options, asked):
        token = super().log_on(options, asked)
        self.given.add(token.strip())
        return token


@pytest.fixture
def log():
    """Everything that anybody logs, at the chattiest level."""
    memory, root = Remembering(), logging.getLogger()
    level = root.level
    root.addHandler(memory)
    root.setLevel(logging.DEBUG)
    yield memory
    root.setLevel(level)
    root.removeHandler(memory)


@pytest.fixture
def watched(site):
    """A site that remembers the tokens it gave out."""
    sessions = RememberedSessions(site.sandbox.clock)
    site.sandbox.service.sessions = sessions
    site.tokens = sessions.given
    return site


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("path", ["Transaction/Post", "Logon", "Query/Query", "Logoff"])
def test_trouble_tells_no_secret(watched, log, fault, path):
    watched.trouble(fault, path=path, seconds=30)
    error = None
    try:
        with watched.target(syspro__timeout_s="1").session() as session:
            session.find([document(bodies.order())])
            session.post(document(bodies.order()))
    except AgentError as caught:
        error = caught
    told = everything_about(error) if error else ""
    assert not [secret for secret in secrets_of(watched) if secret in told + log.text]
    assert "http" in log.text


def test_refused_password_is_not_repeated(watched, log):
    watched.secrets.set("syspro.operator_password", "wr0ng-secret")
    with pytest.raises(AgentError) as caught, watched.target().session():
        pass
    assert "wr0ng-secret" not in everything_about(caught.value) + log.text


def test_unreachable_service_tells_no_secret(watched, log):
    target = watched.target(syspro__base_url="http://127.0.0.1:9/Rest")
    with pytest.raises(AgentError) as caught, target.session():
        pass
    assert caught.value.problem.code == "syspro.unreachable"
    assert not [secret for secret in secrets_of(watched) if secret in everything_about(caught.value) + log.text]


def test_nothing_that_is_kept_shows_a_password(watched):
    connection = connection_of(watched.values(), watched.secrets)
    client = EnetClient(connection)
    client.close()
    assert OPERATOR_PASSWORD not in repr(connection) + repr(client) + repr(client.__dict__)


def test_kept_exchange_has_no_token(watched):
    with watched.target().session() as session:
        accepted = session.post(document(bodies.order()))
    (token,) = watched.tokens
    assert token not in accepted.exchange.request + accepted.exchange.reply
