"""Customers that the settings name and SYSPRO does not have: known after every look, and a look costs no more for it."""

import pytest

from agent.domain.erp import CUSTOMERS
from tests.pipeline.requests_stage import Asking
from tests.unit.domain.requests.rows import OWNER

MISSING, OTHER = "000000000000099", "000000000000098"


@pytest.fixture
def asking(tmp_path):
    opened = Asking(tmp_path, customers="1, 99, 98")
    yield opened
    opened.close()


def unknown(asking):
    return asking.home.service().request_status().unknown


def test_they_are_known_after_a_look_and_forgotten_when_syspro_has_them(asking):
    asking.tables.invoice(1)
    assert asking.run().problem is None
    assert unknown(asking) == (OTHER, MISSING)
    asking.tables.customer(OTHER)
    asking.run()
    assert unknown(asking) == (MISSING,)
    asking.set("requests.customers", "1")
    asking.run()
    assert unknown(asking) == ()
    assert asking.row(1).customer == OWNER


def test_everybody_names_nobody(asking):
    asking.set("requests.customers", "*")
    asking.run()
    assert unknown(asking) == ()


def test_a_customer_that_syspro_loses_is_noticed_when_everything_is_read(asking):
    asking.tables.invoice(1)
    asking.set("requests.customers", "1")
    asking.run()
    del asking.tables.held[CUSTOMERS.name][(OWNER,)]
    asking.run()
    assert unknown(asking) == ()
    asking.run(after_s=90_000)
    assert unknown(asking) == (OWNER,)
