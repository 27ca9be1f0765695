"""Two mappings compared, in words that a bookkeeper reads."""

import pytest

from agent.domain.flow_set import Entry, FlowSet
from agent.domain.mapping import MappingContent
from agent.domain.mapping_diff import difference
from tests.unit.domain.cases import SHIPPED, policy
from tests.unit.domain.test_flow_checks import ORDER
from tests.unit.domain.test_flows import SMALL

REST = """
[[gates]]
when = "payment.refunded"
outcome = "held"
code = "failed"
reason = "Refunded."
again = true
[[holds]]
when = "payment.amount.minor > 5"
code = "big"
reason = "Big."
[tables.banks]
usd = "A"
[values]
bank = { lookup = "table.banks", key = "payment.settlement_currency", default = "B" }
[[gates]]"""
BOTH = SMALL.replace("\n[[gates]]", REST) + ORDER


def content(*entries, **changes):
    return MappingContent(FlowSet(entries), policy(**changes))


BANK = "table table.banks by payment.settlement_currency"
WAS = content(Entry(BOTH), Entry(SHIPPED, on=False, shipped=True))


def changed(before, after):
    assert before in BOTH
    return content(Entry(BOTH.replace(before, after)), WAS.flows.entries[1])


@pytest.mark.parametrize(
    ("after", "lines"),
    [
        (WAS, ()),
        (content(*WAS.flows.entries, orders__branch="10"), ("Setting orders.branch: '' -> '10'",)),
        (content(WAS.flows.entries[0]), ("Flow charge-to-order: removed",)),
        (content(*WAS.flows.entries, Entry(SMALL.replace('"small"', '"new"'))), ("Flow new: added",)),
        (
            content(*WAS.flows.entries, Entry(SMALL.replace('"small"', '"new"'), on=False)),
            ("Flow new: added, switched off",),
        ),
        (content(WAS.flows.entries[0], Entry(SHIPPED, shipped=True)), ("Flow charge-to-order: switched on",)),
        (content(Entry(BOTH, on=False), WAS.flows.entries[1]), ("Flow small: switched off",)),
        (content(Entry(BOTH, shipped=True), WAS.flows.entries[1]), ("Flow small: as the program ships it",)),
        (content(WAS.flows.entries[0], Entry(SHIPPED, on=False)), ("Flow charge-to-order: the site's own",)),
        (
            content(*reversed(WAS.flows.entries)),
            ("Order of the flows: small, charge-to-order -> charge-to-order, small",),
        ),
        (changed("A small flow", "A large flow"), ("Flow small: title: A small flow -> A large flow",)),
        (changed("[trigger]", "# a word\n[trigger]"), ("Flow small: its text, which says the same",)),
        (
            changed('constant = "STRIPE"', 'path = "value.bank", transforms = ["upper"]'),
            ("Flow small: step receipt payment, Bank: always 'STRIPE' -> value.bank then upper",),
        ),
        (
            changed('default = "B"', 'default = "C"'),
            (
                f"Flow small: value bank: {BANK}, else 'B' -> {BANK}, else 'C'",
            ),
        ),
        (changed('usd = "A"', 'eur = "A"'), (
            "Flow small: table banks, usd: A -> (nothing)",
            "Flow small: table banks, eur: (nothing) -> A",
        )),
        (changed("payment.amount.minor > 5", "payment.amount.minor > 9"), (
            "Flow small: hold big, when: payment.amount.minor > 5 -> payment.amount.minor > 9",
        )),
        (changed("again = true", "again = false"), (
            "Flow small: gate failed, outcome: held, asked again soon -> held",
        )),
        (changed("again = true", "again = true\noff = true"), ("Flow small: gate failed, switched off: (nothing) -> yes",)),
        (changed('purpose = "payment"', 'purpose = "payment"\noff = true'), (
            "Flow small: step receipt payment, switched off: (nothing) -> yes",
        )),
        (changed('reason = "It failed."', 'reason = "No."'), ("Flow small: gate failed (2), reason: It failed. -> No.",)),
        (changed('path = "line.price"', 'cel = "line.price"'), (
            "Flow small: step sales_order sale, stock line, Price: line.price -> expression line.price",
        )),
    ],
)  # fmt: skip
def test_each_difference_is_one_line(after, lines):
    assert difference(WAS, after) == lines


def test_a_table_reads_entry_by_entry():
    before = content(receipts__bank='{"usd": "A", "eur": "B"}')
    after = content(receipts__bank='{"usd":"A", "eur": "C", "jpy": "D"}')
    assert difference(before, after) == (
        "Setting receipts.bank, eur: B -> C",
        "Setting receipts.bank, jpy: (nothing) -> D",
    )
    assert difference(after, before)[-1] == "Setting receipts.bank, jpy: D -> (nothing)"
    assert difference(before, content(receipts__bank='{"usd":"A","eur":"B"}')) == ()
