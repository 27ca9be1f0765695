"""Who may be whom: the score, the reasons, and when it is not sure."""

from dataclasses import replace

import pytest

from agent.domain.customers.suggest import Advice, Candidate, ErpCustomerFacts, suggest
from agent.domain.money import Money
from tests.unit.domain.customers import people
from tests.unit.domain.customers.people import LINES

ERP = ErpCustomerFacts(
    "0001",
    people.syspro("Alder Creek Ltd", "ada@alder.com", lines=("1 Road", "", "Salem"), postal="97301", tax_id="12-345"),
)
NOBODY = Candidate("cus_x", people.stripe("Somebody"))


def reasons(candidate, erp=ERP):
    found = suggest(erp, [candidate], LINES)
    return found.advice, found.score, [reason.code for reason in found.reasons]


@pytest.mark.parametrize(
    ("candidate", "score", "codes"),
    [
        (replace(NOBODY, linked=True), 100, ["link"]),
        (replace(NOBODY, code="0001"), 100, ["metadata"]),
        (Candidate("cus_x", people.stripe("X", tax_id="12345")), 60, ["tax_id"]),
        (Candidate("cus_x", people.stripe("X", "ADA@alder.com")), 50, ["email"]),
        (Candidate("cus_x", people.stripe("X", "ada@alder.com"), others_with_email=1), 25, ["email"]),
        (Candidate("cus_x", people.stripe("ALDER CREEK")), 30, ["name"]),
        (Candidate("cus_x", people.stripe("Alder Crek", "ada@alder.com")), 65, ["email", "name"]),
        (
            Candidate("cus_x", people.stripe("Alder Creek", line1="1 ROAD", postal_code="97301")),
            50,
            ["name", "address"],
        ),
        (
            Candidate("cus_x", people.stripe("Alder Creek", line1="2 Quay", postal_code="97301")),
            35,
            ["name", "address"],
        ),
        (
            Candidate("cus_x", people.stripe("Alder Creek", "ada@alder.com", tax_id="12345")),
            100,
            ["tax_id", "email", "name"],
        ),
    ],
)
def test_reasons_add_up_to_a_score(candidate, score, codes):
    assert reasons(candidate) == (Advice.MATCH, score, codes)


def test_the_same_open_amount_speaks_for_a_match():
    owing = Candidate("cus_x", people.stripe("Alder Creek"), owes=Money(11_800, "usd"))
    assert reasons(owing)[1] == 30
    assert reasons(owing, replace(ERP, open_amounts={"usd": Money(11_800, "usd")})) == (
        Advice.MATCH,
        45,
        ["name", "open_amount"],
    )
    assert reasons(owing, replace(ERP, open_amounts={"usd": Money(11_801, "usd")}))[1] == 30
    assert reasons(replace(owing, owes=Money(0, "usd")), replace(ERP, open_amounts={"usd": Money(0, "usd")}))[1] == 30


def test_nobody_alike_is_new_and_what_is_left_out_is_ignored():
    assert reasons(NOBODY) == (Advice.NEW, 0, ["none"])
    assert suggest(ERP, [], LINES).advice is Advice.NEW
    assert reasons(Candidate("cus_x", people.stripe("", postal_code="97301"))) == (Advice.NEW, 0, ["none"])
    assert reasons(NOBODY, replace(ERP, left_out="It is a guest.")) == (Advice.IGNORE, 100, ["left_out"])


def test_two_that_are_as_likely_are_ambiguous_and_the_first_id_is_named():
    twins = [Candidate(f"cus_{name}", people.stripe("Alder Creek")) for name in "ba"]
    found = suggest(ERP, twins, LINES)
    assert (found.stripe_id, found.ambiguous) == ("cus_a", True)
    sure = suggest(ERP, [*twins, Candidate("cus_c", people.stripe("X", tax_id="12345"))], LINES)
    assert (sure.stripe_id, sure.ambiguous) == ("cus_c", False)


def test_a_customer_without_words_is_nobodys():
    nothing = ErpCustomerFacts("0002", people.syspro(""))
    assert reasons(Candidate("cus_x", people.stripe("")), nothing) == (Advice.NEW, 0, ["none"])


def test_a_reason_that_people_refuse_counts_less_and_says_so():
    erp = ErpCustomerFacts("1", people.syspro("Alder", email="info@alder.com"))
    one = Candidate("cus_1", people.stripe("Other", email="info@alder.com"))
    assert suggest(erp, [one], LINES).score == 50
    learned = suggest(erp, [one], LINES, {"email": (0, 4)})
    assert (learned.score, learned.advice) == (41, Advice.MATCH)
    assert learned.reasons[0].sentence.endswith("4 of 4 suggestions for this reason were refused.")
    assert suggest(erp, [one], LINES, {"email": (1, 40)}).advice is Advice.NEW
    assert suggest(erp, [one], LINES, {"email": (9, 0)}).score == 50


def test_no_refusal_makes_less_true_what_is_booked_already():
    erp = ErpCustomerFacts("1", people.syspro("Alder"))
    linked = Candidate("cus_1", people.stripe("Other"), linked=True)
    assert suggest(erp, [linked], LINES, {"link": (0, 99)}).score == 100
