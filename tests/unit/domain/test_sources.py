"""Source fields: declared once, and as the cases make them."""

from dataclasses import replace
from typing import Any

import pytest
import stripe

from agent.domain.cases import CASES
from agent.domain.facts import ErpFacts
from agent.domain.kinds import BODIES, FieldType, OrderLine, targets_of
from agent.domain.money import Money
from agent.domain.sources import SourceType, custom_fields, found_in, is_group, joined, nearest, source_at, sources_of
from agent.domain.sources_table import ROWS
from tests.unit.domain import movements, test_allocations
from tests.unit.domain.cases import STOCK, booking, charge, customer, facts, line_item, lines, mapping, session
from tests.unit.domain.movements import payout, refund, refunded

STRIPE = {
    "charge": stripe.Charge,
    "customer": stripe.Customer,
    "payment_intent": stripe.PaymentIntent,
    "session": stripe.checkout.Session,
    "invoice": stripe.Invoice,
}

TYPES = {
    SourceType.TEXT: str,
    SourceType.DAY: str,
    SourceType.NUMBER: int,
    SourceType.MONEY: Money,
    SourceType.YES_NO: bool,
    SourceType.LIST: list | tuple,
    SourceType.TABLE: dict,
}

SUBJECTS = {
    "charge": facts(booked=booking(), customer=customer(), erp=ErpFacts(stock=STOCK)),
    "refund": movements.refunded(),
    "dispute": movements.dispute(movements.TAKEN),
    "payout": movements.payout(),
    "allocation": test_allocations.facts(test_allocations.invoice("I1", 600)),
    "balance_transaction": movements.movement(movements.moved("x", 500, "other_adjustment")),
}


def leaves(values, path=""):
    for name, value in values.items():
        here = f"{path}.{name}" if path else name
        if isinstance(value, dict) and value and not here.startswith("site."):
            yield from leaves(value, here)
        else:
            yield here, value


@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_flows_see_is_declared_with_its_type_and_nothing_else_is(subject):
    case = CASES[subject](SUBJECTS[subject], mapping())
    known = sources_of(subject)
    seen = {path: value for path, value in leaves(case.values) if path.partition(".")[0] not in {*STRIPE, "site"}}
    for path, value in seen.items():
        source = source_at(path, known)
        assert source is not None or (value == {} and is_group(path, known)), path
        if source is not None and value is not None and value != {}:
            assert isinstance(value, TYPES.get(source.type, object)), (path, value, source.type)
    roots = {path.partition(".")[0] for path in known} - {"site", *STRIPE}
    missing = [
        path
        for path, source in known.items()
        if path.partition(".")[0] in roots and "*" not in path and path not in seen and not _is_part(path, known)
    ]
    assert missing == []


def _is_part(path, known):
    above = known.get(path.rpartition(".")[0])
    return above is not None and above.type is SourceType.MONEY


def test_every_subject_that_is_decided_has_source_fields():
    assert set(ROWS) == set(CASES)


@pytest.mark.parametrize("role", STRIPE)
def test_stripes_own_fields_are_those_of_its_library(role):
    declared = {path.split(".")[1] for path in sources_of("charge") if path.startswith(f"{role}.")}
    assert declared <= set(STRIPE[role].__annotations__)


def test_every_source_says_what_it_means_and_most_show_an_example():
    for subject in ROWS:
        for source in sources_of(subject, line=True).values():
            assert source.meaning
            assert source.path == source.path.strip()


def test_the_fields_of_a_line_are_there_only_within_lines():
    assert source_at("line.stock_code", sources_of("charge", line=True)).type is SourceType.TEXT
    assert source_at("line.stock_code", sources_of("charge")) is None


def test_keys_of_an_accounts_own_may_be_anything():
    known = sources_of("charge")
    assert source_at("customer.metadata.po.no/7", known).type is SourceType.TEXT
    assert source_at("entry.money.day", sources_of("refund")).type is SourceType.DAY
    assert source_at("entry.money.month", sources_of("refund")) is None
    assert source_at("payment.amount.minor", known).type is SourceType.NUMBER
    assert source_at("site.receipts.bank.usd", known).type is SourceType.TEXT
    assert nearest("payment.amonut", known) == "payment.amount"
    assert nearest("zzz", known) == ""


def test_metadata_and_custom_fields_of_the_history_join_the_list():
    asked = session(
        metadata={"channel": "web"},
        custom_fields=[
            {"key": "po", "type": "text", "text": {"value": "PO 77"}},
            {"key": "gift", "type": "dropdown", "dropdown": {"value": None}},
            {"key": "odd", "type": "text", "text": None},
            "nothing",
        ],
    )
    invoice = {"custom_fields": [{"name": "VAT", "value": "GB1"}], "metadata": None}
    found = found_in(
        [
            facts(charge(metadata={"po_no": "7"}), session=asked, line_items=lines(line_item()), invoice=invoice),
            facts(charge(metadata={"po_no": "8", "note": "x"})),
        ]
    )
    assert [(source.path, source.found, source.example) for source in found] == [
        ("charge.metadata.po_no", 2, "7"),
        ("charge.metadata.note", 1, "x"),
        ("custom.VAT", 1, "GB1"),
        ("custom.gift", 1, ""),
        ("custom.odd", 1, ""),
        ("custom.po", 1, "PO 77"),
        ("line.metadata.stock_code", 1, "BOLT"),
        ("session.metadata.channel", 1, "web"),
    ]
    assert found[0].meaning == "Metadata of the charge: po_no"
    assert found[2].meaning == "Custom field: VAT"
    assert custom_fields({}) == {}


def test_metadata_of_products_prices_and_lines_joins_the_fields_of_lines():
    sold = line_item(metadata={"engraving": "AB"})
    sold["price"]["metadata"] = {"size": "XL"}
    invoice = {
        "lines": {
            "data": [
                {"metadata": {"batch": "9"}, "pricing": {"price_details": {"price": {"metadata": {"tier": "A"}}}}}
            ],
        },
        "metadata": {},
    }
    products = {"data": [{"id": "prod_1", "metadata": {"colour": "red"}}, "prod_2"]}
    found = found_in([facts(line_items=lines(sold), session=session(), invoice=invoice, products=products)])
    assert {one.path: one.example for one in found} == {
        "line.metadata.stock_code": "BOLT", "line.metadata.size": "XL", "line.metadata.engraving": "AB",
        "line.metadata.colour": "red", "line.metadata.batch": "9", "line.metadata.tier": "A",
    }  # fmt: skip
    assert found[0].meaning.startswith("Metadata of the line: ")


def test_what_was_found_joins_where_a_flow_may_name_it():
    found = found_in([facts(charge(metadata={"po_no": "7"}), session=session(), line_items=lines(line_item()))])
    paths = {(subject, line): [one.path for one in joined(sources_of(subject, line=line), found) if one.found]
             for subject, line in (("charge", False), ("charge", True), ("refund", False))}  # fmt: skip
    assert paths == {
        ("charge", False): ["charge.metadata.po_no"],
        ("charge", True): ["charge.metadata.po_no", "line.metadata.stock_code"],
        ("refund", False): [],
    }


@pytest.mark.parametrize("body", [*BODIES.values(), OrderLine])
def test_every_target_field_declares_its_type_length_and_help(body: Any):
    for element, (_, target) in targets_of(body).items():
        assert target.element == element
        assert target.help.endswith((".", "?"))
        assert bool(target.length) == (target.type in {FieldType.TEXT, FieldType.DAY})
        assert bool(target.whole) == (target.type is FieldType.NUMBER)


def test_a_target_field_knows_its_default():
    receipt = targets_of(BODIES[next(kind for kind in BODIES if kind.value == "receipt")])
    assert receipt["PaymentType"][1].default == "O"
    assert receipt["PaymentValue"][1].default == ""
    assert receipt["PaymentValue"][1].type is FieldType.MONEY


def test_a_refund_and_a_payout_have_metadata_of_their_own():
    given = refunded(refund(metadata={"rma": "R 7"}))
    paid_out = payout()
    raw = paid_out.stripe.objects["payout"] | {"metadata": {"week": "47"}}
    paid_out = replace(paid_out, stripe=replace(paid_out.stripe, objects={**paid_out.stripe.objects, "payout": raw}))
    found = found_in([given, paid_out, payout()])
    assert [(one.path, one.example, one.meaning) for one in found] == [
        ("payout.metadata.week", "47", "Metadata of the payout: week"),
        ("refund.metadata.rma", "R 7", "Metadata of the refund: rma"),
    ]
    assert [one.path for one in joined(sources_of("refund"), found) if one.found] == ["refund.metadata.rma"]
    assert [one.path for one in joined(sources_of("payout"), found) if one.found] == ["payout.metadata.week"]
