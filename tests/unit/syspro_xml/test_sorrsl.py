"""SORRSL: a question about a price out, SYSPRO's own price in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from agent.domain.fitting import DoesNotFitError
from agent.domain.prices import SysproPrice
from connectors.syspro.xml import sorrsl
from connectors.syspro.xml.reply import BadReplyError
from connectors.syspro.xml.sorrsl import BY_QUANTITY, PriceQuestion
from tests.unit.syspro_xml.golden import check_golden
from tests.unit.syspro_xml.replies import error, reply

QUESTION = PriceQuestion("000000000000006", 'A/1 & "Ö" <2>', "FG", Decimal("12.500000"), "EA", date(2026, 12, 1))


def test_a_question_is_written_whole():
    check_golden("sorrsl", sorrsl.build(QUESTION))


def test_what_is_left_to_syspro_is_left_out():
    xml = sorrsl.build(replace(QUESTION, warehouse="", uom=""))
    assert "Warehouse" not in xml
    assert "OrderUm" not in xml


@pytest.mark.parametrize("change", [{"stock_code": "☃"}, {"quantity": Decimal("0.0000001")}])
def test_a_question_that_syspro_cannot_read_is_refused(change):
    with pytest.raises(DoesNotFitError):
        sorrsl.build(replace(QUESTION, **change))


def test_the_price_is_found_whatever_the_answer_is_called():
    found = sorrsl.parse(
        reply("salesordline", "<Item><CurrentPrice>      12.34567</CurrentPrice><PriceUom>EA </PriceUom></Item>")
    )
    assert found == SysproPrice(Decimal("12.34567"), "EA")


def test_which_of_two_prices_counts_is_said_by_the_caller():
    root = reply("Build", "<CurrentPrice>9</CurrentPrice><PriceBasedOnQty>8.5</PriceBasedOnQty>")
    assert sorrsl.parse(root) == SysproPrice(Decimal(9), "", Decimal("8.5"))
    assert sorrsl.parse(root, counts=BY_QUANTITY).price == Decimal("8.5")


def test_a_refusal_is_an_answer_with_syspros_words():
    root = reply("Build", error("StockCode", "A/1", "240004", "Stock code 'A/1' not found"))
    assert sorrsl.parse(root) == SysproPrice(None, refusal="Stock code 'A/1' not found")
    assert sorrsl.parse(reply("Build", error("StockCode", "A/1", "240004", ""))).refusal == "SYSPRO gives no reason."


@pytest.mark.parametrize("inner", ["", "<CurrentPrice/>", "<CurrentPrice>dear</CurrentPrice>",
                                   "<CurrentPrice>NaN</CurrentPrice>"])  # fmt: skip
def test_an_answer_without_a_price_is_not_believed(inner):
    with pytest.raises(BadReplyError):
        sorrsl.parse(reply("Build", inner))
