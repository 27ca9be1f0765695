"""Prices for a customer from SYSPRO's tables: the order of their sources, and every doubt."""

from datetime import date
from decimal import Decimal

import pytest

from agent.domain.erp import ContractPriceRow, CustomerRow, PriceRow, StockRow
from agent.domain.prices import (
    Asked,
    Origin,
    PriceAnswer,
    PriceBook,
    PriceRules,
    Quote,
    SysproPrice,
    price_of,
    quantity_of,
)
from agent.domain.settings import Values

TODAY = date(2026, 12, 1)
SURE = PriceRules(code_currencies={"L": "USD", "EUR": "EUR"}, category_codes="after", other_rules=False)


def stock(**changes):
    plain = dict.fromkeys(StockRow.__dataclass_fields__, "")
    plain |= {"stock_code": "A/1", "stock_uom": "EA", "alternate_uom": "BX", "other_uom": "PL", "price_method": "C"}
    return StockRow(**plain | {"list_price_code": "L", "price_category": "B", "price_includes_tax": False} | changes)


def customer(**changes):
    plain = dict.fromkeys(CustomerRow.__dataclass_fields__, "")
    plain |= {"customer": "0004", "currency": "USD", "price_code": "A", "buying_groups": ("COOP", "MARINE")}
    return CustomerRow(**plain | {"category_price_codes": ("", "C", ""), "contract_pricing": True} | changes)


def price(code, value, basis="S"):
    return PriceRow("A/1", code, Decimal(value), basis)


def contract(value, *, kind="C", holder="0004", name="2026", start=date(2026, 1, 1), end=None, **changes):
    plain = {"method": "F", "fixed_uom": "", "fixed_price_code": "", "discounts": (Decimal(0),) * 3}
    return ContractPriceRow(
        kind, holder, "A/1", name, start, end, fixed_price=Decimal(value), **plain | changes
    )  # fmt: skip


def quote(prices=(), contracts=(), *, rules=SURE, of=None, who=None, on=TODAY):
    asked = Asked(who or customer(), of or stock(), Decimal(1), on)
    return price_of(asked, PriceBook(list(prices), list(contracts)), rules)


def told(found):
    return found.price, found.origin, found.source


def test_the_customers_own_contract_comes_first():
    found = quote([price("A", "9")], [contract("7", kind="B", holder="COOP"), contract("8.12345")])
    assert told(found) == (Decimal("8.12345"), Origin.CUSTOMER_CONTRACT, "2026")
    assert found.sure


def test_a_contract_of_a_buying_group_comes_before_the_price_code():
    found = quote([price("A", "9")], [contract("7", kind="B", holder="COOP"), contract("1", holder="0005")])
    assert told(found) == (Decimal(7), Origin.GROUP_CONTRACT, "COOP/2026")


def test_contracts_count_only_for_customers_with_contract_pricing():
    found = quote([price("A", "9")], [contract("8")], who=customer(contract_pricing=False))
    assert told(found) == (Decimal(9), Origin.PRICE_CODE, "A")


@pytest.mark.parametrize(
    ("start", "end", "counts"),
    [
        (date(2026, 12, 1), date(2026, 12, 1), True),
        (None, None, True),
        (None, date(2026, 11, 30), False),
        (date(2026, 12, 2), None, False),
    ],
)
def test_a_contract_counts_from_its_first_day_through_the_whole_of_its_last(start, end, counts):
    found = quote([price("A", "9")], [contract("8", start=start, end=end)])
    assert found.price == (8 if counts else 9)


def test_of_several_contracts_the_latest_start_wins_without_a_doubt():
    found = quote((), [contract("8", name="old"), contract("7", name="new", start=date(2026, 6, 1))])
    assert (found.source, found.doubts) == ("new", ())


def test_contracts_that_start_on_one_day_and_differ_are_doubted():
    found = quote((), [contract("8", name="one"), contract("7", name="two")])
    assert found.doubts == ("Contract two counts as well and differs.",)
    assert quote((), [contract("8", name="one"), contract("8", name="two")]).sure


def test_contracts_of_two_groups_that_differ_are_doubted_and_the_first_group_is_taken():
    rows = [contract("7", kind="B", holder="MARINE"), contract("8", kind="B", holder="COOP")]
    found = quote((), rows)
    assert (found.price, found.doubts) == (8, ("Contract MARINE/2026 counts as well and differs.",))


def test_a_contract_without_fixed_price_has_a_price_that_only_syspro_knows():
    found = quote([price("A", "9")], [contract("8", method="D")])
    assert (found.price, found.origin, len(found.doubts)) == (None, Origin.CUSTOMER_CONTRACT, 1)
    assert "method D" in found.doubts[0]
    assert "method blank" in quote((), [contract("8", method="")]).doubts[0]


def test_price_code_and_discounts_of_a_contract_are_doubts():
    found = quote((), [contract("8", fixed_price_code="X", discounts=(Decimal(0), Decimal(5), Decimal(0)))])
    assert [doubt.partition(",")[0] for doubt in found.doubts] == [
        "The contract names the price code X",
        "The contract has discounts",
    ]


def test_a_contract_in_another_unit_is_a_doubt():
    found = quote((), [contract("80", fixed_uom="BX")])
    assert (found.uom, found.doubts) == ("BX", ("The price is for one BX, not for one EA.",))


@pytest.mark.parametrize(
    ("basis", "uom", "doubts"),
    [
        ("S", "EA", 0),
        ("A", "BX", 1),
        ("O", "PL", 1),
        ("?", "", 1),
    ],
)
def test_a_price_has_the_unit_of_its_basis(basis, uom, doubts):
    found = quote([price("A", "9", basis)])
    assert (found.uom, len(found.doubts)) == (uom, doubts)


def test_the_list_price_counts_where_the_customers_price_code_has_none():
    assert told(quote([price("L", "10.5")])) == (Decimal("10.5"), Origin.LIST_PRICE, "L")


def test_a_list_price_of_another_currency_does_not_count_and_an_unknown_one_is_a_doubt():
    yen = customer(currency="JPY")
    assert told(quote([price("L", "10")], who=yen)) == (None, Origin.NOWHERE, "")
    found = quote([price("L", "10")], rules=PriceRules({}, "after", other_rules=False))
    assert (found.price, found.sure) == (10, False)
    assert "prices.code_currencies" in found.doubts[0]


def test_a_price_code_of_another_currency_does_not_count_for_the_customer():
    found = quote([price("EUR", "9"), price("L", "11")], who=customer(price_code="EUR"))
    assert told(found) == (Decimal(11), Origin.LIST_PRICE, "L")


def test_no_price_anywhere_is_said():
    found = quote()
    assert not found.sure
    assert found.doubts == ("No contract, price code or list price of the stock code counts for the customer.",)


@pytest.mark.parametrize(
    ("category_codes", "value"),
    [
        ("unsure", 9),
        ("after", 9),
        ("ignore", 9),
        ("before", 6),
    ],
)
def test_the_price_category_counts_as_the_site_has_said(category_codes, value):
    rules = PriceRules({}, category_codes, other_rules=False)
    found = quote([price("A", "9"), price("C", "6")], rules=rules)
    assert (found.price, found.sure) == (value, category_codes != "unsure")


def test_the_price_category_stands_in_where_the_customer_has_no_price_code():
    found = quote([price("C", "6"), price("L", "9")], who=customer(price_code=""))
    assert told(found) == (Decimal(6), Origin.PRICE_CODE, "C")
    ignoring = PriceRules({"L": "USD"}, "ignore", other_rules=False)
    assert quote([price("C", "6"), price("L", "9")], who=customer(price_code=""), rules=ignoring).price == 9


def test_price_codes_that_agree_leave_no_doubt_while_unsure():
    rules = PriceRules({}, "unsure", other_rules=False)
    assert quote([price("A", "9"), price("C", "9.000")], rules=rules).sure


@pytest.mark.parametrize("letter", ["", "Z", "AB", "1", "é"])
def test_a_category_without_price_code_changes_nothing(letter):
    rules = PriceRules({}, "before", other_rules=False)
    assert quote([price("A", "9"), price("C", "6")], rules=rules, of=stock(price_category=letter)).price == 9


@pytest.mark.parametrize("value", ["0", "-1"])
def test_a_price_of_nothing_or_less_is_a_doubt(value):
    assert quote([price("A", value)]).doubts == ("A price of nothing or less is probably an oversight.",)


def test_prices_by_another_method_are_a_doubt():
    assert "method Q" in quote([price("A", "9")], of=stock(price_method="Q")).doubts[0]
    assert "method blank" in quote([price("A", "9")], of=stock(price_method="")).doubts[0]


def test_other_rules_of_the_site_make_every_price_unsure():
    found = quote([price("A", "9")], rules=PriceRules({}, "after", other_rules=True))
    assert (found.price, len(found.doubts)) == (9, 1)
    assert len(quote(rules=PriceRules({}, "after", other_rules=True)).doubts) == 1


def test_the_rules_come_from_the_settings():
    texts = {"prices.code_currencies": '{"L": "USD"}', "prices.category_codes": "before", "prices.other_rules": "no"}
    assert PriceRules.of(Values(texts)) == PriceRules({"L": "USD"}, "before", other_rules=False)
    assert PriceRules.of(Values()) == PriceRules()


# ---------------------------------------------------------------- both answers

OURS = Quote(Decimal("9.50"), "EA", Origin.PRICE_CODE, "A")


def answer(tables=OURS, syspro=None, **rest):
    return PriceAnswer("A/1", Decimal(1), stock(), tables, syspro, **rest)


def test_the_price_of_the_tables_holds_only_while_it_is_sure():
    assert answer().price == Decimal("9.50")
    assert answer(Quote(Decimal(9), "EA", Origin.PRICE_CODE, "A", ("a doubt",))).price is None
    assert PriceAnswer("NOPE", Decimal(1)).price is None


def test_syspros_own_answer_always_wins():
    found = answer(syspro=SysproPrice(Decimal("8.5"), "BX"))
    assert (found.price, found.uom, found.differs) == (Decimal("8.5"), "BX", True)
    assert answer(syspro=SysproPrice(None, refusal="no")).price is None


def test_answers_differ_by_value_and_by_unit_but_not_by_trailing_zeros():
    assert not answer(syspro=SysproPrice(Decimal("9.50000"))).differs
    assert not answer(syspro=SysproPrice(Decimal("9.5"), "EA")).differs
    assert answer(syspro=SysproPrice(Decimal("9.5"), "BX")).differs
    assert answer(syspro=SysproPrice(None)).differs
    assert not answer().differs


def test_a_unit_that_syspro_does_not_name_is_that_of_the_tables():
    assert answer(syspro=SysproPrice(Decimal(9))).uom == "EA"
    assert PriceAnswer("NOPE", Decimal(1)).uom == ""


# ---------------------------------------------------------------- quantities


@pytest.mark.parametrize("text", ["", "abc", "NaN", "Infinity", "0", "-1", "0.0000001", "1e12", "1E-7", "1" * 40])
def test_what_is_no_quantity_is_refused_in_words(text):
    with pytest.raises(ValueError, match="is no quantity such as"):
        quantity_of(text)


def test_quantities_have_up_to_six_decimals():
    assert quantity_of(" 0.000001 ") == Decimal("0.000001")
    assert quantity_of("999999999999") == 999_999_999_999
