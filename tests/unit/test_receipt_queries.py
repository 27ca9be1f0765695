"""How many queries receipts take: one logon reads back a hundred, and each address has room for so much."""

import pytest

from agent.domain.settings import Values
from connectors.syspro.connection import Connection
from connectors.syspro.receipts import paid_parts, receipt_parts
from connectors.syspro.tables import Tables
from connectors.syspro.wire import query_length
from connectors.syspro.xml.reply import parse_xml

LIMIT = Connection.__dataclass_fields__["url_limit"].default
#: As long as the path of an address is with a usual name.
PATH = 60


class EmptySyspro:
    """Has no rows, and keeps what it was asked."""

    def __init__(self):
        self.asked = []

    def fits(self, call):
        return query_length(call.arguments("0" * 34)) + PATH <= LIMIT

    def query(self, _business_object, document):
        self.asked.append(document)
        table = parse_xml(document).text("TableName")
        return parse_xml(f"<Table><HeaderDetails><TableName>{table}</TableName></HeaderDetails></Table>")

    def times(self, text):
        return sum(document.count(f"<Value>{text}</Value>") for document in self.asked)


def reference(number):
    return f"ch_{number:024}"


def account(number):
    return f"{number:015}"


@pytest.mark.parametrize(
    ("accounts", "queries"),
    [
        pytest.param(1, 3, id="all on one account"),
        pytest.param(100, 6, id="each on an account of its own"),
        pytest.param(10, 4, id="ten on each of ten accounts"),
    ],
)
def test_a_hundred_receipts_are_read_back_in_few_queries(accounts, queries):
    syspro = EmptySyspro()
    places = [(account(number % accounts), reference(number)) for number in range(100)]
    assert paid_parts(Tables(syspro, rows=500), places, Values({})) == {}
    assert len(syspro.asked) == queries
    assert [syspro.times(reference(number)) for number in range(100)] == [1] * 100


def test_a_hundred_receipts_are_searched_on_all_accounts_in_three_queries_a_table():
    syspro = EmptySyspro()
    places = [("", reference(number)) for number in range(100)]
    assert receipt_parts(Tables(syspro, rows=500), places, Values({})) == {}
    assert len(syspro.asked) == 6
    assert [syspro.times(reference(number)) for number in range(100)] == [2] * 100


def test_no_receipts_are_no_query():
    syspro = EmptySyspro()
    assert paid_parts(Tables(syspro, rows=500), [], Values({})) == {}
    assert syspro.asked == []
