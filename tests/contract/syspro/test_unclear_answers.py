"""Answers that are e.net's own and still prove nothing: real sockets, canned by business object."""

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from agent.domain.errors import InDoubt
from agent.domain.settings import Values
from connectors.sandbox.serving import SandboxServer
from connectors.syspro.target import SysproTarget
from tests.contract.syspro import bodies
from tests.contract.syspro.conftest import FakeSecrets, document

EMPTY_TABLE = "<x><HeaderDetails><TableName>{}</TableName></HeaderDetails><RowsReturned>       0</RowsReturned></x>"
CLEAN = "<SalesOrders><StatusOfItems><ItemsProcessed>000001</ItemsProcessed></StatusOfItems></SalesOrders>"
OTHER = (
    "<SalesOrders><Order><CustomerPoNumber>ch_other</CustomerPoNumber><SalesOrder>1</SalesOrder></Order></SalesOrders>"
)


@pytest.fixture
def post(clock):
    """Post a document to a service that answers by business object."""
    running = []

    def start(body, **answers):
        async def respond(request):
            asked = request.query_params.get("BusinessObject") or request.url.path.rpartition("/")[2]
            return Response({"Logon": "A" * 34, "Logoff": "0", **answers}[asked])

        server = SandboxServer(Starlette(routes=[Route("/{path:path}", respond)])).start()
        texts = {"syspro.base_url": f"{server.url}/Rest", "syspro.operator": "AGENT", "syspro.company": "A"}
        target = SysproTarget(Values(texts), FakeSecrets(), clock)
        running.append((target, server))
        with target.session() as session:
            return session.post(document(body))

    yield start
    for target, server in running:
        target.close()
        server.stop()


def test_answer_about_another_order_is_in_doubt(post):
    with pytest.raises(InDoubt, match="another customer order number"):
        post(bodies.order(), SORTOI=OTHER)


def test_clean_answer_without_a_number_and_without_a_row_is_in_doubt(post):
    with pytest.raises(InDoubt) as caught:
        post(bodies.order(), SORTOI=CLEAN, COMFND=EMPTY_TABLE.format("SorMaster"))
    assert caught.value.problem.code == "syspro.not_found"
    assert caught.value.exchange.reply == CLEAN


def test_customer_code_that_is_longer_than_the_settings_say_is_kept_as_it_came(post):
    reply = f"<setuparcustomer><item><key><customer>{'7' * 20}</customer></key></item></setuparcustomer>"
    assert post(bodies.customer(), ARSSCS=reply).erp_key == "7" * 20


def test_customer_code_is_padded_as_syspro_stores_it(post):
    reply = "<setuparcustomer><item><key><customer>1001</customer></key></item></setuparcustomer>"
    assert post(bodies.customer(), ARSSCS=reply).erp_key == "000000000001001"
