"""The field map of a flow as a person edits it: every field with rule and sample, and changes in the flow's own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.editing import Spot, field_maps, sampled, source_rows, with_rule
from agent.domain.flows import BadFlowError, parse_flow
from agent.domain.kinds import Kind
from agent.domain.rules import Rule
from agent.domain.sources import Source, SourceType
from tests.unit.domain.cases import SHIPPED as ORDER
from tests.unit.domain.cases import charge, facts, mapping

FLOW = parse_flow(ORDER)
SALE, LINE, RECEIPT = (Spot("charge-to-order", *place) for place in ((3,), (3, "stock"), (5,)))


def map_at(spot, flow=FLOW):
    return next(one for one in field_maps(flow) if one.spot == spot)


def row_of(shown, element):
    return next(row for row in shown.rows if row.target.element == element)


def test_every_step_and_line_type_is_a_field_map_with_all_its_fields():
    found = field_maps(FLOW)
    assert [(one.spot.step, one.spot.line, one.kind) for one in found] == [
        (1, "", Kind.CUSTOMER),
        (2, "", Kind.CUSTOM_FORM),
        (3, "", Kind.SALES_ORDER),
        (3, "stock", Kind.SALES_ORDER),
        (3, "freight", Kind.SALES_ORDER),
        (3, "charge", Kind.SALES_ORDER),
        (4, "", Kind.ORDER_INVOICE),
        (5, "", Kind.RECEIPT),
    ]
    sale = map_at(SALE)
    assert row_of(sale, "Warehouse").rule == Rule("path", "site.orders.warehouse")
    assert row_of(sale, "Salesperson").rule is None
    assert [row.rule is None for row in sale.rows] == sorted(row.rule is None for row in sale.rows)


def test_each_rule_shows_what_it_gives_for_an_example():
    shown = sampled(map_at(SALE), FLOW, facts(), mapping())
    assert row_of(shown, "OrderDate").sample == "2023-11-14"
    assert row_of(shown, "Salesperson").sample == ""
    assert row_of(shown, "Customer").problem == ""
    assert row_of(sampled(map_at(RECEIPT), FLOW, facts(), mapping()), "PaymentValue").sample == "10.00 USD"


def test_a_rule_that_gives_nothing_syspro_could_hold_says_so():
    text = with_rule(ORDER, RECEIPT, "PaymentValue", Rule("path", "payer.name"))
    flow = parse_flow(text)
    broken = row_of(sampled(map_at(RECEIPT, flow), flow, facts(), mapping(text)), "PaymentValue")
    assert (broken.sample, broken.problem) == ("", "PaymentValue: 'Ann Lee' is no amount with a currency.")
    text = with_rule(ORDER, RECEIPT, "Bank", Rule("path", "payer.phone"))
    flow = parse_flow(text)
    empty = row_of(sampled(map_at(RECEIPT, flow), flow, facts(), mapping(text)), "Bank")
    assert empty.problem == "Bank is empty, and SYSPRO needs it."
    text = with_rule(ORDER, RECEIPT, "PaymentNarration", Rule("cel", "payer.name + payment.amount.minor"))
    flow = parse_flow(text)
    assert row_of(sampled(map_at(RECEIPT, flow), flow, facts(), mapping(text)), "PaymentNarration").problem


def test_fields_of_a_line_show_what_is_no_line_s():
    shown = sampled(map_at(LINE), FLOW, facts(), mapping(orders__warehouse="FG"))
    assert row_of(shown, "Warehouse").sample == "FG"


def test_an_example_that_cannot_be_used_shows_no_samples():
    broken = facts(charge(amount="many"))
    assert sampled(map_at(SALE), FLOW, broken, mapping()) == map_at(SALE)
    assert {row.sample for row in source_rows(FLOW, broken, mapping(), line=False)} == {""}


def test_source_fields_have_what_the_example_has_there():
    found = Source("charge.metadata.po_no", SourceType.TEXT, "Metadata po_no", "PO 1", found=3)
    example = facts(charge(metadata={"po_no": "PO 77"}))
    shown = {row.source.path: row.sample for row in source_rows(FLOW, example, mapping(), line=False, found=[found])}
    assert shown["payer.name"] == "Ann Lee"
    assert shown["payment.amount"] == "10.00 USD"
    assert shown["payment.captured"] == "yes"
    assert shown["charge.metadata.po_no"] == "PO 77"
    assert "line.quantity" not in shown
    assert not any("*" in path for path in shown)


def test_without_an_example_there_are_no_samples():
    rows = source_rows(FLOW, None, mapping(), line=True)
    assert "line.quantity" in {row.source.path for row in rows}
    assert {row.sample for row in rows} == {""}


def test_a_changed_rule_leaves_all_else_of_the_text_as_it_was():
    rule = Rule("path", "payer.phone", default="none", transforms=("trim", "truncate:20"))
    text = with_rule(ORDER, SALE, "Salesperson", rule)
    assert row_of(map_at(SALE, parse_flow(text)), "Salesperson").rule == rule
    added = 'Salesperson = {path = "payer.phone", default = "none", transforms = ["trim", "truncate:20"]}'
    assert [line for line in text.splitlines() if line not in ORDER.splitlines()] == [added]
    assert set(ORDER.splitlines()) <= set(text.splitlines())


def test_a_removed_rule_is_gone_and_removing_nothing_changes_nothing():
    text = with_rule(ORDER, SALE, "Branch", None)
    assert row_of(map_at(SALE, parse_flow(text)), "Branch").rule is None
    assert with_rule(text, SALE, "Branch", None) == text


def test_a_rule_of_a_line_is_the_line_s():
    text = with_rule(ORDER, LINE, "Warehouse", Rule("constant", "FG"))
    flow = parse_flow(text)
    assert row_of(map_at(LINE, flow), "Warehouse").rule == Rule("constant", "FG")
    assert row_of(map_at(SALE, flow), "Warehouse").rule == Rule("path", "site.orders.warehouse")


def test_a_look_up_is_written_with_its_key():
    text = with_rule(ORDER, SALE, "Area", Rule("lookup", "site.customers.price_codes", key="payment.amount.currency"))
    assert row_of(map_at(SALE, parse_flow(text)), "Area").rule.key == "payment.amount.currency"


@pytest.mark.parametrize(
    ("spot", "element", "rule", "words"),
    [
        (SALE, "Customer", Rule("cel", "payer.("), "Customer"),
        (SALE, "NoSuchField", Rule("constant", "A"), "no field 'NoSuchField'"),
        (RECEIPT, "PaymentValue", None, "required field PaymentValue"),
        (Spot("charge-to-order", 9), "Customer", Rule("constant", "A"), "no such step"),
        (Spot("charge-to-order", 3, "comment"), "Customer", Rule("constant", "A"), "no such step"),
    ],
)
def test_what_cannot_work_is_refused_with_the_place(spot, element, rule, words):
    with pytest.raises(BadFlowError, match=words.replace("(", r"\(")):
        with_rule(ORDER, spot, element, rule)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_survives_as_a_constant(text):
    changed = with_rule(ORDER, SALE, "Salesperson", Rule("constant", text))
    assert row_of(map_at(SALE, parse_flow(changed)), "Salesperson").rule.value == text
