"""Three-way comparison: who owns what, who changed what, and that nothing ever goes back and forth."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.domain.customers.compare import Agreed, Changes, Comparing, Conflict, Owner
from agent.domain.customers.fields import ADDRESS, EMAIL, FIELDS, NAME, TAX_ID, stripe_address, tidy, to_syspro
from agent.domain.customers.kept import OnItsWay
from tests.unit.domain.customers import people
from tests.unit.domain.customers.people import LINES


def comparing(**owners):
    return Comparing({NAME: Owner.NOBODY} | {name: Owner(owner) for name, owner in owners.items()}, LINES)


BEFORE = {NAME: Agreed("Alder", "Alder"), EMAIL: Agreed("a@b.com", "a@b.com")}


def name(owner, here, there, agreed=BEFORE, **decided):
    decided = {field: Owner(side) for field, side in decided.items()}
    return comparing(name=owner).compare(agreed, people.syspro(here), people.stripe(there), decided)


@pytest.mark.parametrize("owner", ["syspro", "stripe", "both"])
def test_where_both_say_the_same_nothing_is_written(owner):
    found = name(owner, "Birch", "Birch")
    assert found.empty
    assert (found.agreed, found.conflicts) == ({NAME: Agreed("Birch", "Birch")}, ())


@pytest.mark.parametrize(
    ("owner", "here", "there", "to_stripe", "to_syspro"),
    [
        ("syspro", "Birch", "Alder", "Birch", None),
        ("syspro", "Alder", "Cedar", "Alder", None),
        ("syspro", "Birch", "Cedar", "Birch", None),
        ("stripe", "Alder", "Cedar", None, "Cedar"),
        ("stripe", "Birch", "Alder", None, "Alder"),
        ("both", "Birch", "Alder", "Birch", None),
        ("both", "Alder", "Cedar", None, "Cedar"),
        ("nobody", "Birch", "Cedar", None, None),
    ],
)
def test_the_owner_counts_and_with_both_whoever_changed_it(owner, here, there, to_stripe, to_syspro):
    found = name(owner, here, there)
    assert (found.to_stripe.get(NAME), found.to_syspro.get(NAME)) == (to_stripe, to_syspro)
    assert found.conflicts == ()


def test_both_changed_is_a_conflict_with_both_values_until_a_person_decides():
    assert name("both", "Birch", "Cedar").conflicts == (Conflict(NAME, "Birch", "Cedar"),)
    assert name("both", "Birch", "Cedar", name="syspro").to_stripe == {NAME: "Birch"}
    assert name("both", "Birch", "Cedar", name="stripe").to_syspro == {NAME: "Cedar"}


def test_at_a_first_meeting_the_side_that_says_something_counts_and_two_that_differ_ask():
    assert name("both", "Birch", "", {}).to_stripe == {NAME: "Birch"}
    assert name("both", "", "Cedar", {}).to_syspro == {NAME: "Cedar"}
    assert name("both", "Birch", "Cedar", {}).conflicts == (Conflict(NAME, "Birch", "Cedar"),)


def test_an_empty_name_never_travels_and_an_emptied_email_does_only_to_stripe():
    assert name("syspro", "", "Alder").empty
    assert name("stripe", "Alder", "").empty
    owned = comparing(email="syspro")
    assert owned.compare(BEFORE, people.syspro(), people.stripe(email="a@b.com")).to_stripe == {EMAIL: ""}
    assert owned.compare({}, people.syspro(), people.stripe(email="a@b.com")).empty
    assert comparing(email="stripe").compare(BEFORE, people.syspro(email="a@b.com"), people.stripe()).empty


def test_what_stripe_could_not_take_leaves_stripe_as_it_is():
    found = comparing(email="syspro").compare(BEFORE, people.syspro(email="none"), people.stripe(email="a@b.com"))
    assert found.empty
    assert found.agreed == {EMAIL: Agreed("none", "a@b.com")}


def test_what_was_left_to_differ_stays_so_until_it_changes():
    differ = {NAME: Agreed("Birch", "Cedar")}
    for owner in ("syspro", "stripe", "both"):
        assert name(owner, "Birch", "Cedar", differ) == Changes(agreed=differ)


def test_a_conflict_on_an_address_is_about_the_whole_of_it():
    here = people.syspro(lines=("1 Road", "", "Salem"), postal="97301")
    there = people.stripe(line1="2 Quay", city="Astoria")
    found = comparing(address="both").compare({}, here, there)
    assert found.conflicts == (Conflict(ADDRESS, here[ADDRESS], there[ADDRESS]),)


# -- nothing ever goes back and forth

_TEXTS = st.sampled_from(
    ["", "Alder", "Birch", "birch ", "x" * 60, "Łódź 🛶", "a@b.com", "A@B.com; c@d.com", "+1 503", "1503"]
)
_ADDRESSES = st.builds(
    lambda line1, city, country, postal: (line1, city, country, postal),
    *(st.sampled_from(["", "1 Road", "Quay " * 12, "Ünter 🛶", "US", "United States", "97301"]) for _ in range(4)),
)
_OWNERS = st.fixed_dictionaries({name: st.sampled_from(Owner) for name in FIELDS})
_EDIT = st.tuples(st.sampled_from(["syspro", "stripe"]), st.sampled_from(FIELDS), _TEXTS, _ADDRESSES)


def _edited(side, field, text, address):
    if field != ADDRESS:
        # SYSPRO holds nothing that it would have to shorten or spell otherwise.
        return to_syspro(field, text) if side == "syspro" else tidy(text)
    line1, city, country, postal = address
    if side == "stripe":
        return stripe_address({"line1": tidy(line1), "city": city, "country": country, "postal_code": postal})
    given = people.syspro(
        lines=tuple(to_syspro(NAME, part)[:40] for part in (line1, "", city, "", country)), postal=postal[:10]
    )
    return given[ADDRESS]


class Both:
    """Two systems that hold what they are told, and what the agent remembers."""

    def __init__(self, owners):
        self.comparing = Comparing(owners, LINES)
        self.sides = {"syspro": dict(people.syspro()), "stripe": dict(people.stripe())}
        self.agreed = {}
        self.writes = Counter()

    def meet(self, decided=None):
        """Compare once and write; return what was found."""
        syspro, stripe = self.sides["syspro"], self.sides["stripe"]
        found = self.comparing.compare(self.agreed, syspro, stripe, decided)
        self.agreed |= found.agreed
        stripe |= found.to_stripe
        self.agreed |= {name: Agreed(syspro[name], stripe[name]) for name in found.to_stripe}
        syspro |= found.to_syspro
        self.agreed |= {name: Agreed(syspro[name], stripe[name]) for name in found.to_syspro}
        self.writes.update((*found.to_stripe, *found.to_syspro))
        return found


@settings(max_examples=300, deadline=None)
@given(_OWNERS, st.lists(st.lists(_EDIT, max_size=4), min_size=1, max_size=5))
def test_after_a_plan_is_carried_out_the_next_one_is_empty_whatever_people_do_between(owners, rounds):
    both = Both(owners)
    for edits in rounds:
        for side, field, text, address in edits:
            both.sides[side][field] = _edited(side, field, text, address)
        before = both.writes.copy()
        first = both.meet()
        assert all(count <= 1 for count in (both.writes - before).values())
        again = both.meet()
        assert again.empty
        assert again.conflicts == first.conflicts
        decided = {conflict.field: Owner.SYSPRO for conflict in first.conflicts}
        both.meet(decided)
        last = both.meet()
        assert (last.empty, last.conflicts) == (True, ())


def test_what_syspro_took_is_agreed_and_only_a_stubborn_syspro_is_left_alone():
    on = OnItsWay("before", "told", "stripe")
    assert on.agreed("told", None) == Agreed("told", "stripe")
    assert on.agreed("edited", None) == Agreed("told", "stripe")
    assert on.agreed("before", Agreed("before", "x")) == Agreed("told", "stripe")
    assert on.agreed("before", Agreed("told", "stripe")) == Agreed("before", "stripe")


@pytest.mark.parametrize(
    ("types", "country", "written"),
    [
        ({}, "GB", {}),
        ({"GB": "gb_vat"}, "GB", {TAX_ID: "GB1"}),
        ({"GB": "gb_vat"}, "DE", {}),
        ({"GB": "gb_vat", "*": "eu_vat"}, "DE", {TAX_ID: "GB1"}),
        ({"*": "eu_vat"}, "Germany", {TAX_ID: "GB1"}),
    ],
)
def test_a_tax_number_goes_to_stripe_only_where_its_type_is_known(types, country, written):
    comparing = Comparing({TAX_ID: Owner.SYSPRO}, LINES, types)
    syspro = {TAX_ID: "GB1", ADDRESS: "1 Road\n\n\n\n" + country + "\nAB1"}
    assert comparing.compare({}, syspro, {TAX_ID: ""}).to_stripe == written
    emptied = comparing.compare({TAX_ID: Agreed("GB1", "GB1")}, syspro | {TAX_ID: ""}, {TAX_ID: "GB1"})
    assert emptied.to_stripe == ({TAX_ID: ""} if written else {})
