"""Whatever Stripe or SYSPRO may say, a decision comes of it."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from agent.domain.codec import dumps, loads
from agent.domain.decide import decide
from agent.domain.decisions import Decision, Outcome
from agent.domain.errors import AgentError
from agent.domain.facts import ErpFacts, Facts, StockItem
from agent.domain.fitting import DoesNotFitError
from agent.domain.json_reader import BadJsonError
from agent.domain.kinds import Kind
from agent.domain.money import UnknownCurrencyError
from agent.domain.needs import needs_of
from tests.unit.domain.cases import charge, customer, drafts_of, facts, line_item, lines, mapping, policy, session

_texts = st.text(max_size=12) | st.sampled_from(
    ["usd", "charge", "ch_1", "\ud83d", "A*1@2", "1e99999", "NaN", "[[", "{}"]
)
_numbers = st.integers() | st.integers(-(10**20), 10**20) | st.floats()
_leaves = st.none() | st.booleans() | _numbers | _texts
_json = st.recursive(_leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3))

_ROLES = "customer session line_items invoice products amount_details_line_items".split()


def real():
    """Stripe's objects by role, all that a payment may have."""
    sold = line_item(), line_item(250, tax=20, discount=10)
    invoiced = {
        "amount": 1000, "quantity": 1, "quantity_decimal": "1.5", "metadata": {}, "discount_amounts": [{"amount": 5}],
        "taxes": [{"amount": 10, "tax_behavior": "inclusive"}],
        "pricing": {"price_details": {"product": "prod_1", "price": {"metadata": {"sku": "BOLT"}}}},
    }  # fmt: skip
    item = {
        "unit_cost": 500,
        "quantity": 2,
        "product_code": "BOLT",
        "discount_amount": 5,
        "tax": {"total_tax_amount": 3},
    }
    shipped = {"amount_total": 600, "amount_tax": 100}
    address = {"line1": "1 High St", "line2": None, "city": "York", "postal_code": "YO1"}
    return {
        "charge": charge(shipping={"name": "Dock", "address": address}, metadata={"shipping": "5.00", "tax": "1"}),
        "customer": customer(tax_ids={"data": [{"value": "GB1"}]}, address=address, phone="1"),
        "session": session(shipping_cost=shipped),
        "line_items": lines(*sold),
        "invoice": {"number": "1007", "currency": "usd", "lines": lines(invoiced), "shipping_cost": shipped},
        "products": lines({"id": "prod_1", "metadata": {"sku": "NUT"}}),
        "amount_details_line_items": lines(item),
        "payment_intent": {
            "id": "pi_1", "capture_method": "automatic", "amount_details": {"tip": {"amount": 5}, "shipping": {"amount": 7}},
            "metadata": {"line_1": '{"unit_amount": 500, "quantity": 2}', "syspro_lines": "BOLT*2@3; NUT*1@4"},
        },
    }  # fmt: skip


def places(value):
    """Every dictionary and list in nested JSON, with its keys or indexes: the places where something can be put."""
    found, left = [], [value]
    while left:
        each = left.pop()
        keys = list(each) if isinstance(each, dict) else list(range(len(each)))
        found += [(each, key) for key in keys]
        left += [each[key] for key in keys if isinstance(each[key], (dict, list))]
    return found


@st.composite
def hostile(draw):
    """Facts like real ones, a few places of which are anything at all."""
    kept = draw(st.sets(st.sampled_from(_ROLES), max_size=3)) | {"charge", "payment_intent"}
    objects = {role: value for role, value in real().items() if role in kept}
    found = [place for each in objects.values() for place in places(each)]
    for number in draw(st.lists(st.integers(0, len(found) - 1), max_size=3)):
        holder, key = found[number]
        holder[key] = draw(_json)
    return replace(facts(), stripe=replace(facts().stripe, objects=objects))


@given(hostile())
def test_whatever_stripe_says_a_decision_comes_of_it(given_facts):
    decision = decide(given_facts, mapping())
    assert isinstance(decision, Decision)
    assert decision.drafts or decision.reason


@given(hostile())
def test_whatever_stripe_says_the_questions_to_syspro_are_asked_or_refused_in_words(given_facts):
    with suppress(BadJsonError, UnknownCurrencyError, DoesNotFitError):
        needs_of(given_facts.stripe, policy())


@given(_json)
def test_a_charge_that_is_anything_at_all_is_held(anything):
    spoiled = replace(facts(), stripe=replace(facts().stripe, objects={"charge": anything}))
    assert decide(spoiled, mapping()).outcome is Outcome.HELD


@given(hostile())
def test_the_same_facts_give_the_same_decision_after_they_were_stored(given_facts):
    try:
        stored = dumps(given_facts)
    except (ValueError, AgentError):
        return
    again = decide(loads(Facts, stored), mapping())
    before = decide(given_facts, mapping())
    assert (again.outcome, again.reason_code, len(again.drafts)) == (
        before.outcome,
        before.reason_code,
        len(before.drafts),
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_name_and_description_can_be_posted(name, description):
    paid = charge(description=description, billing_details={"name": name})
    decision = decide(facts(paid, customer=customer(name=name, email="")), mapping())
    assert decision.outcome is Outcome.DOCUMENTS


def test_what_syspro_says_in_strange_ways_does_not_raise():
    odd = {"BOLT": StockItem("BOLT", "", "", tax_code="\ud83d", on_hold=True)}
    sold = facts(session=session(), line_items=lines(line_item(tax=200)), erp=ErpFacts(stock=odd))
    assert drafts_of(decide(sold, mapping()))[Kind.SALES_ORDER].reason_code == "order.stock_on_hold"
