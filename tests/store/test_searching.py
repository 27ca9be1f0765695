"""Search: documents by their words, keys with zeros or without, amounts as people write them, and customers."""

import pytest

from agent.domain.documents import Link, State
from agent.domain.kinds import Kind
from agent.domain.worklist import Tab, WorkFilter
from agent.store import settling
from agent.store.schema_search import SEARCH
from agent.store.searching import match_of
from tests.store.builders import COMPANY, NOW, POSTED, apply, customer, journal, parked, receipt, settle


@pytest.fixture
def filled(store):
    """A posted receipt, two that wait for a person, and a new customer on its way."""
    apply(store, receipt("ch_3TqA1x", minor=1248000, party="cus_Ann1|usd"), subject_id="ch_3TqA1x")
    settle(store, POSTED)
    apply(
        store, parked(stripe_id="ch_3TqB2y", lane="b", minor=3081, customer="000000000001012"), subject_id="ch_3TqB2y"
    )
    apply(store, receipt("ch_3TqC3z", lane="c", minor=500, state=State.HELD, reason="Looks like Müller's twin.",
                         reason_code="hold.x"), subject_id="ch_3TqC3z")  # fmt: skip
    apply(store, customer("cus_Zoe9|usd", name="Zoë O'Brien", lane="z"), subject_id="ch_z")
    return store


def found(store, tab, text="", **rest):
    wanted = WorkFilter(tab, text=text, **rest)
    rows = store.worklist.page(COMPANY, wanted, offset=0, limit=100)
    assert store.worklist.count(COMPANY, wanted) == len(rows)
    return [row.what for row in rows]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("payment", ["3", "2"]),
        ("PAY ann", ["3", "2"]),
        ("ch_3TqB2y", ["2"]),
        ("ch_3tq", ["3", "2"]),
        ("muller", ["3"]),
        ("müller twin", ["3"]),
        ("stock", ["2"]),
        ("1012", ["2"]),
        ("000000000001012", ["2"]),
        ("30.81", ["2"]),
        ("30,81", ["2"]),
        ("-30.81", ["2"]),
        ("5", ["3"]),
        ("nobody", []),
        ("payment nobody", []),
        ("%", []),
        ('" OR', []),
        ("\ud800", []),
        ("* AND (", []),
    ],
)
def test_what_waits_for_a_person_is_found_by_its_words(filled, text, numbers):
    assert found(filled, Tab.NEEDS_YOU, text) == numbers


@pytest.mark.parametrize("text", ["00042", "42", "12,480.00", "12.480,00", "12480", "cus_ann1", "ann1"])
def test_what_syspro_has_is_found_by_key_amount_and_payer(filled, text):
    assert found(filled, Tab.POSTED, text) == ["1"]
    assert found(filled, Tab.WAITING, text) == []


def test_a_name_with_an_accent_and_an_apostrophe_is_found(filled):
    assert found(filled, Tab.WAITING, "zoe o'brien") == ["4"]


def test_a_document_is_found_where_it_stands_by_then(filled):
    filled.outbox.cancel(2, by="Ann", reason="A slip for Quinn.", now=NOW)
    assert found(filled, Tab.NEEDS_YOU, "payment") == ["3"]
    assert found(filled, Tab.IGNORED, "quinn") == ["2"]
    assert found(filled, Tab.IGNORED, "stock") == []


def test_words_and_filters_count_together(filled):
    assert found(filled, Tab.NEEDS_YOU, "payment", currency="usd", kind=Kind.RECEIPT) == ["3", "2"]
    assert found(filled, Tab.NEEDS_YOU, "payment", currency="eur") == []
    assert found(filled, Tab.NEEDS_YOU, "payment", kind=Kind.SALES_ORDER) == []
    assert found(filled, Tab.NEEDS_YOU, "payment", least_minor=1000) == ["2"]
    assert found(filled, Tab.NEEDS_YOU, "payment", most_minor=1000) == ["3"]
    assert found(filled, Tab.NEEDS_YOU, "payment", cause="hold.x") == ["3"]
    assert found(filled, Tab.NEEDS_YOU, "payment", since_at=NOW + 1) == []
    assert found(filled, Tab.NEEDS_YOU, "payment", until_at=NOW + 1) == ["3", "2"]


@pytest.mark.parametrize(
    ("who", "numbers"),
    [("7", ["1"]), ("000000000000007", ["1"]), ("cus_Ann1", ["1"]), ("ann", ["1"]), ("8", []), ("?", [])],
)
def test_a_customer_is_found_by_syspros_code_stripes_id_or_name(filled, who, numbers):
    with filled._connections.writing() as db:
        settling.add_link(db, COMPANY, Link("customer", "cus_Ann1|usd", "000000000000007", "person"), NOW)
    assert found(filled, Tab.POSTED, customer=who) == numbers
    assert found(filled, Tab.POSTED, customer=who, kind=Kind.JOURNAL) == []


def test_a_search_is_grouped_by_cause_too(filled):
    causes = filled.worklist.causes(COMPANY, WorkFilter(Tab.NEEDS_YOU, text="payment"))
    assert {(cause.code, cause.count) for cause in causes} == {("stock.unknown", 1), ("hold.x", 1)}
    causes = filled.worklist.causes(COMPANY, WorkFilter(Tab.NEEDS_YOU, text="payment", least_minor=1000))
    assert [(cause.code, cause.count) for cause in causes] == [("stock.unknown", 1)]


def test_a_page_from_the_middle_of_a_search_is_the_newest_first(store):
    for number in range(5):
        apply(store, journal(f"po_{number}", lane=str(number)), subject_id=f"po_{number}")
    wanted = WorkFilter(Tab.WAITING, text="payout")
    rows = store.worklist.page(COMPANY, wanted, offset=1, limit=2)
    assert [row.what for row in rows] == ["4", "3"]


def test_a_search_reads_no_row_that_it_does_not_show(store):
    wanted = WorkFilter(Tab.WAITING, text="payout")
    values = {"match": match_of(wanted, [])}
    [step] = store._connections.all(
        "EXPLAIN QUERY PLAN SELECT count(*) FROM documents_search WHERE documents_search MATCH :match", values
    )
    assert "VIRTUAL TABLE" in step["detail"]


def test_the_documents_of_an_older_database_are_found_too(filled):
    with filled._connections.writing() as db:
        for trigger in ("new", "changed"):
            db.execute(f"DROP TRIGGER documents_search_{trigger}")
        db.execute("DROP TABLE documents_search")
    db = filled._connections.current()
    db.executescript(SEARCH)
    assert found(filled, Tab.NEEDS_YOU, "payment") == ["3", "2"]
