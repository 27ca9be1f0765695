"""What is named against what SYSPRO has: sentences with the nearest codes, and nothing guessed."""

import pytest

from agent.domain.lists import Known, Named, SiteList, Verdict, compared, refused

KNOWN = Known(
    codes={
        SiteList.BRANCHES: {"10", "20", "WEB"},
        SiteList.WAREHOUSES: {"FG", "RM"},
        SiteList.STOCK: {"4710", "4712"},
        SiteList.LEDGER: {"1100-000", "6110-000"},
        SiteList.CUSTOMERS: {"000000000000042"},
        SiteList.TAX_CODES: {"A", "B"},
        SiteList.PERIODS: ("11/2026", "11", "2026"),
    },
    control={"1100-000": "Accounts receivable control"},
    warehouses={"4710": frozenset({"FG"}), "4712": frozenset({"RM", "SH"}), "4711": frozenset()},
    similar={SiteList.STOCK: ["4710", "4712", "BOLT"], SiteList.CUSTOMERS: []},
    unread={SiteList.BANKS: "SYSPRO cannot be reached"},
)

IS_CONTROL = "is a control account: its module alone may move it. Name a ledger code that takes journals."


def finding(which, code, warehouse=""):
    found = compared([Named(which, code, "Place", warehouse)], KNOWN)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("which", "code", "warehouse"),
    [
        (SiteList.BRANCHES, "10", ""),
        (SiteList.STOCK, "4710", "FG"),
        (SiteList.STOCK, "4710", ""),
        (SiteList.LEDGER, "6110-000", ""),
        (SiteList.CUSTOMERS, "42", ""),
        (SiteList.TAX_CODES, "A", ""),
        (SiteList.PERIODS, "11/2026", ""),
        (SiteList.PERIODS, "2026", ""),
    ],
)
def test_what_is_there_is_no_finding(which, code, warehouse):
    assert finding(which, code, warehouse) is None


def test_a_stock_code_that_no_warehouse_was_asked_about_is_there():
    known = Known(codes={SiteList.STOCK: {"BOLT"}})
    assert compared([Named(SiteList.STOCK, "BOLT", "Place", "FG")], known) == ()


@pytest.mark.parametrize(
    ("which", "code", "warehouse", "verdict", "sentence"),
    [
        (
            SiteList.STOCK, "4711", "FG", Verdict.MISSING,
            "Stock code 4711 does not exist in warehouse FG, nor in any other. Nearest are 4712 and 4710.",
        ),
        (SiteList.STOCK, "4713", "", Verdict.MISSING, "Stock code 4713 does not exist in SYSPRO. Nearest are 4712 and 4710."),
        (
            SiteList.STOCK, "4712", "FG", Verdict.ELSEWHERE,
            "Stock code 4712 does not exist in warehouse FG. SYSPRO has it in RM and SH.",
        ),
        (SiteList.BRANCHES, "WEBB", "", Verdict.MISSING, "Branch WEBB does not exist in SYSPRO. Nearest is WEB."),
        (SiteList.BRANCHES, "X", "", Verdict.MISSING, "Branch X does not exist in SYSPRO."),
        (SiteList.CUSTOMERS, "43", "", Verdict.MISSING, "Customer 43 does not exist in SYSPRO."),
        (
            SiteList.LEDGER, "1100-000", "", Verdict.CONTROL,
            f"Ledger code 1100-000 (Accounts receivable control) {IS_CONTROL}",
        ),
        (SiteList.WAREHOUSES, "fg", "", Verdict.UNSURE, "Warehouse fg is written FG in SYSPRO."),
        (
            SiteList.PERIODS, "10/2026", "", Verdict.MISSING,
            "Ledger period 10/2026 is not open in SYSPRO; open is 11/2026.",
        ),
        (SiteList.TAX_CODES, "Z", "", Verdict.UNSURE, "Nothing in SYSPRO uses tax code Z yet."),
        (SiteList.BANKS, "B1", "", Verdict.NOT_CHECKED, "Bank B1 was not checked: SYSPRO cannot be reached."),
        (
            SiteList.SALESPEOPLE, "ANN", "", Verdict.NOT_CHECKED,
            "Salesperson ANN was not checked: the agent has no sure way to read its list.",
        ),
    ],
)  # fmt: skip
def test_a_finding_says_what_is_wrong_in_a_sentence(which, code, warehouse, verdict, sentence):
    found = finding(which, code, warehouse)
    assert (found.verdict, found.message) == (verdict, sentence)
    assert found.is_refused == (verdict in {Verdict.MISSING, Verdict.ELSEWHERE, Verdict.CONTROL})


def test_a_stock_code_that_no_warehouse_holds_says_so():
    known = Known(codes={SiteList.STOCK: {"BOLT"}}, warehouses={"BOLT": frozenset()})
    (found,) = compared([Named(SiteList.STOCK, "BOLT", "Place", "FG")], known)
    assert found.message == "Stock code BOLT does not exist in warehouse FG. No warehouse holds it."


def test_a_control_account_without_a_description_is_refused_too():
    known = Known(codes={SiteList.LEDGER: {"1"}}, control={"1": ""})
    (found,) = compared([Named(SiteList.LEDGER, "1", "Place")], known)
    assert found.message.startswith("Ledger code 1 is a control account")


def test_of_very_many_codes_those_that_begin_or_end_alike_are_the_nearest():
    many = [f"{letter}{number:05}" for letter in "ABC" for number in range(5000)]
    known = Known(codes={SiteList.STOCK: set()}, similar={SiteList.STOCK: many})
    (found,) = compared([Named(SiteList.STOCK, "B0499X", "Place")], known)
    assert found.nearest
    assert all(one.startswith("B0499") for one in found.nearest)


def test_the_same_code_at_the_same_place_is_said_once_and_only_refusals_are_sentences():
    named = [Named(SiteList.BRANCHES, "X", "Place")] * 2 + [Named(SiteList.BANKS, "B1", "Place")]
    found = compared(named, KNOWN)
    assert len(found) == 2
    assert refused(found) == "Branch X does not exist in SYSPRO."
    assert refused([]) == ""
