"""Edits: what a person may change of one document, what is refused, and that it wins over the mapping."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from agent.domain.codec import dumps, loads
from agent.domain.decide import decide
from agent.domain.documents import WITHDRAWN, Document, State
from agent.domain.edits import (
    BadEditError,
    Edit,
    changes_of,
    checked,
    editable,
    form_of,
    of_document,
    place_of,
    with_edits,
)
from agent.domain.errors import NeedsPerson
from agent.domain.facts import Facts
from agent.domain.kinds import BODIES, FieldType, Journal, Kind, OrderLine, SalesOrder, Target, targets_of
from tests.unit.domain.cases import (
    SHIPPED,
    customer,
    drafts_of,
    facts,
    line_item,
    lines,
    mapping,
    order_of,
    receipt_of,
    session,
)

ORDER = SalesOrder(
    "ch_1", "2026-01-31", "USD", branch="10", customer="42",
    lines=(OrderLine("stock", stock_code="BOLT", quantity=Decimal(2)), OrderLine("freight"), OrderLine("charge")),
)  # fmt: skip


def edit(element, text, *, line=0, kind=Kind.SALES_ORDER, purpose="sale", stripe_id="ch_1"):
    return Edit(kind, purpose, stripe_id, line, element, text, "Ann", 1_700_000_000)


def document(
    body=ORDER, *, state=State.PARKED, reason_code="refused", flow="charge_to_order", needs=(), purpose="sale"
):
    draft = drafts_of(decide(facts(), mapping()))[Kind.SALES_ORDER]
    key = replace(draft.key, purpose=purpose)
    draft = replace(draft, key=key, body=body, flow=flow, needs=dict.fromkeys(needs, draft.key))
    return Document(7, draft, state, "", reason_code, 1, None, 1)


def names(form):
    return [one.name for one in form.fields]


def sold(*items, edits=(), **settings):
    given = facts(session=session(), line_items=lines(*items), customer=customer())
    return decide(replace(given, edits=edits), mapping(**{"orders__tax_rates": '{"A": "0"}'} | settings))


# ---------------------------------------------------------------- what may be changed


def test_money_our_reference_and_what_says_whose_money_it_is_are_never_offered():
    offered = {kind: {one.target.element for one in _all(kind)} for kind in BODIES}
    assert "PaymentValue" not in offered[Kind.RECEIPT]
    assert not offered[Kind.RECEIPT] & {"Reference", "Bank", "Customer", "DefaultExchangeRateToUse"}
    assert not offered[Kind.SALES_ORDER] & {"CustomerPoNumber", "Currency", "Customer"}
    assert {"Branch", "Warehouse", "OrderDate", "Email"} <= offered[Kind.SALES_ORDER]


def _all(kind):
    """The fields of a kind that may be changed, of a body in which nothing else stands."""
    body = BODIES[kind]
    made = body(**{attribute: "" for attribute, target in targets_of(body).values() if target.required})
    return editable(made)


@pytest.mark.parametrize("kind", BODIES)
def test_no_kind_offers_an_amount_or_its_reference(kind):
    free = {element for element, _ in ((one.target.element, one) for one in _all(kind))}
    for element, (attribute, target) in targets_of(BODIES[kind]).items():
        if target.type is FieldType.MONEY or attribute == "reference" or target.element in {"Price", "OrderQty"}:
            assert element not in free


def test_the_lines_of_an_order_offer_what_moves_no_money():
    found = [one.name for one in editable(ORDER) if one.line]
    assert found == [
        "1.StockCode", "1.StockDescription", "1.Warehouse",
        "3.StockCode", "3.StockDescription", "3.ProductClass", "3.MiscChargeCode",
    ]  # fmt: skip


def test_what_another_documents_key_fills_is_not_offered():
    form = form_of(document(needs=["branch"]), ())
    assert "Branch" not in names(form)


def test_a_field_tells_what_stands_there_and_who_said_so():
    said = edit("Branch", "10")
    other = edit("Branch", "20", stripe_id="ch_2")
    form = form_of(document(), (said, other))
    branch = next(one for one in form.fields if one.name == "Branch")
    assert (branch.text, branch.edit) == ("10", said)
    assert (form.number, form.refusal) == (7, "")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": State.PENDING}, "about to be sent"),
        ({"state": State.POSTING}, "being sent"),
        ({"state": State.IN_DOUBT}, "not known yet"),
        ({"state": State.POSTED}, "SYSPRO has it already"),
        ({"state": State.CANCELLED}, "given up"),
        ({"state": State.HELD, "reason_code": WITHDRAWN}, "makes it no longer"),
        ({"flow": ""}, "No flow made it"),
        ({"purpose": "sale#2"}, "No flow made it"),
    ],
)
def test_what_was_posted_or_is_no_flows_is_refused_in_a_sentence(changes, said):
    form = form_of(document(**changes), ())
    assert form.fields == ()
    assert said in form.refusal
    with pytest.raises(NeedsPerson) as caught:
        changes_of(form, {"Branch": "20"})
    assert caught.value.problem.message == form.refusal


def test_a_document_without_a_free_field_says_so():
    every = [attribute for attribute, target in targets_of(Journal).values()]
    form = form_of(document(Journal("po_1", "2026-01-31", "USD"), needs=every), ())
    assert form.refusal.startswith("Nothing of it may be changed by hand")


# ---------------------------------------------------------------- what may stand there

TEXT = Target("Branch", "Branch.", length=4)
DAY = Target("OrderDate", "Day.", length=10, type=FieldType.DAY, required=True)
CODE = Target("PostingPeriod", "Period.", length=1, choices=("C", "P", "B"))


@pytest.mark.parametrize(
    ("target", "typed", "stands"),
    [
        (TEXT, " 1 0 ", "1 0"),
        (TEXT, "", ""),
        (DAY, "2026-02-28", "2026-02-28"),
        (CODE, "p", "P"),
        (Target("Name", "Name."), "José", "José"),
    ],
)
def test_what_fits_stands_there_as_it_was_typed(target, typed, stands):
    assert checked(target, typed) == stands


@pytest.mark.parametrize(
    ("target", "typed", "said"),
    [
        (TEXT, "12345", "Branch has room for 4 characters, and this is 5 long."),
        (TEXT, "Ł", "Branch would stand in SYSPRO as 'L': it lacks some of these letters."),
        (DAY, "", "OrderDate must not be empty: SYSPRO needs it."),
        (DAY, "31.1.2026", "OrderDate is a day such as 2026-01-31, not '31.1.2026'."),
        (DAY, "2026-02-30", "OrderDate is a day such as 2026-01-31, not '2026-02-30'."),
        (CODE, "X", "PostingPeriod is one of C, P, B, not 'X'."),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence_and_never_cut(target, typed, said):
    with pytest.raises(BadEditError) as caught:
        checked(target, typed)
    assert str(caught.value) == said


def test_only_what_is_different_is_a_change():
    form = form_of(document(), (edit("Area", "N"),))
    told = {"branch": "10", "1.stockcode": "NUT", "Area": None, "Email": None}
    found = changes_of(form, told)
    assert [(one.line, one.element, one.before, one.after) for one in found] == [
        (1, "StockCode", "BOLT", "NUT"),
        (0, "Area", "", None),
    ]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"PaymentValue": "9"}, "'PaymentValue' is no field of this document that can be changed; those are"),
        ({"OrderDate": "soon"}, "OrderDate is a day such as 2026-01-31, not 'soon'."),
    ],
)
def test_a_field_that_is_not_there_and_a_wrong_text_are_told(told, said):
    with pytest.raises(NeedsPerson) as caught:
        changes_of(form_of(document(), ()), told)
    assert said in caught.value.problem.message


# ---------------------------------------------------------------- what comes of it


def test_a_persons_word_wins_over_the_mapping_for_this_document_alone():
    said = (edit("Branch", "20"), edit("OrderDate", "2026-02-01"))
    made = drafts_of(sold(line_item(), edits=said))
    order = made[Kind.SALES_ORDER]
    assert (order.body.branch, order.body.order_date) == ("20", "2026-02-01")
    assert order.lineage["Branch"] == "Ann changed it by hand to '20'"
    assert made[Kind.RECEIPT].body.payment_date != "2026-02-01"


def test_the_same_facts_decide_the_same_after_they_were_stored():
    given = replace(facts(), edits=(edit("Branch", "20"),))
    again = loads(Facts, dumps(given))
    assert again.edits == given.edits
    assert decide(again, mapping()) == decide(given, mapping())


def test_a_missing_field_that_a_person_fills_lets_the_document_go():
    nameless = re.sub(r"^Name = .*$", 'Name = { constant = "" }', SHIPPED, flags=re.MULTILINE)
    given = facts(customer=customer())
    parked = drafts_of(decide(given, mapping(nameless)))[Kind.CUSTOMER]
    assert (parked.state, parked.reason_code) == (State.PARKED, "field.missing")
    said = edit("Name", "Ann Ltd", kind=Kind.CUSTOMER, purpose="payer-usd", stripe_id="cus_1")
    made = drafts_of(decide(replace(given, edits=(said,)), mapping(nameless)))[Kind.CUSTOMER]
    assert (made.state, made.body.name) == (State.PENDING, "Ann Ltd")


def test_the_stock_code_of_a_line_is_what_was_sold_so_that_its_tax_is_foreseen():
    made = sold(line_item(code="SCREW"), edits=(edit("StockCode", "BOLT", line=1),), orders__unknown_stock_code="park")
    order = drafts_of(made)[Kind.SALES_ORDER]
    assert (order.state, order.body.lines[0].stock_code, order.body.lines[0].uom) == (State.PENDING, "BOLT", "EA")
    assert order.lineage["StockCode of line 1"] == "Ann changed it by hand to 'BOLT'"


def test_a_line_without_a_stock_code_becomes_a_stock_line_by_a_persons_word():
    made = sold(line_item(code=""), edits=(edit("StockCode", "NUT", line=1),), orders__catch_all="")
    assert [line.line_type for line in order_of(made).lines] == ["stock"]


def test_other_fields_of_a_line_are_changed_on_the_line():
    made = sold(line_item(), edits=(edit("StockDescription", "A long bolt", line=1),))
    assert order_of(made).lines[0].description == "A long bolt"


@pytest.mark.parametrize(
    "gone",
    [
        edit("StockDescription", "x", line=9),
        edit("Comment", "x", line=1),
        edit("Bank", "OTHER"),
        edit("Nothing", "x"),
    ],
)
def test_a_change_that_cannot_be_made_any_more_is_told_and_nothing_is_sent(gone):
    order = drafts_of(sold(line_item(), edits=(gone,)))[Kind.SALES_ORDER]
    assert (order.state, order.reason_code) == (State.PARKED, "edit.gone")
    assert f"Ann changed {place_of(gone.line, gone.element)} to {gone.text!r}" in order.reason


def test_an_amount_stays_whatever_an_edit_says():
    said = edit("PaymentValue", "9", kind=Kind.RECEIPT, purpose="payment")
    made = decide(replace(facts(), edits=(said,)), mapping())
    assert receipt_of(made).value.minor == 1000
    assert drafts_of(made)[Kind.RECEIPT].reason_code == "edit.gone"


@pytest.mark.parametrize(("otherwise", "code"), [("park", "order.unknown_stock_code"), ("catch_all", "edit.gone")])
def test_a_persons_stock_code_that_syspro_has_not_is_told(otherwise, code):
    said = (edit("StockCode", "NONE", line=1),)
    order = drafts_of(sold(line_item(), edits=said, orders__unknown_stock_code=otherwise))[Kind.SALES_ORDER]
    assert (order.state, order.reason_code) == (State.PARKED, code)


def test_the_tax_of_a_persons_stock_code_counts():
    taxed = sold(line_item(code="SCREW"), edits=(edit("StockCode", "BOLT", line=1),), orders__tax_rates='{"A": "20"}')
    assert drafts_of(taxed)[Kind.SALES_ORDER].reason_code == "order.total_differs"


def test_a_field_that_a_person_empties_is_empty():
    assert with_edits(Kind.SALES_ORDER, {"branch": "10"}, (edit("Branch", ""),)).values == {"branch": ""}


def test_edits_are_told_apart_by_their_document():
    one, other = edit("Branch", "1"), edit("Branch", "2", purpose="other")
    assert of_document((one, other), Kind.SALES_ORDER, "other", "ch_1") == (other,)
