"""Texts of others are readable in our sentences, and counts have the right noun."""

from agent.domain.wording import counted, readable


def test_one_has_the_noun_of_one_and_any_other_count_that_of_many():
    assert [counted(number, "credit note", "credit notes") for number in (0, 1, 2, 1_200)] == [
        "0 credit notes",
        "1 credit note",
        "2 credit notes",
        "1,200 credit notes",
    ]


def test_a_short_text_stays_as_it_is():
    assert readable("Order for Caf\u00e9, 10.00 USD") == "Order for Caf\u00e9, 10.00 USD"


def test_lines_and_what_no_printer_prints_become_blanks():
    assert readable("a\n\x00 \u202eb \t") == "a b"


def test_a_long_text_keeps_start_and_end():
    shown = readable(f"Order for {'x' * 10_000}, 10.00 USD", 140)
    assert len(shown) == 140
    assert shown.startswith("Order for xxx")
    assert shown.endswith("xxx, 10.00 USD")
