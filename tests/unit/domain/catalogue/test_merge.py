"""What people changed in Stripe: SYSPRO wins, Stripe wins, or a person is asked."""

from dataclasses import replace

import pytest

from agent.domain.catalogue.item import Difference, Has, PriceAt, Wanted
from agent.domain.catalogue.kept import Due, Standing
from agent.domain.catalogue.merge import Conflicts, after, differs, keeps_price, merge, reprices
from agent.domain.catalogue.plan import plan
from agent.domain.catalogue.progress import Course, status_of

BASE = Has({"name": "Bolt", "description": "Zinc"}, {"usd": PriceAt("p1", "54")}, "p1")
WANTED = Wanted({"name": "Bolt", "description": "Zinc plated"}, {"usd": "54"}, "usd")
DUE = Due("A100", "syspro_A_A100", WANTED, BASE)


def merged(theirs, policy, due=DUE, wanted=WANTED):
    return merge(due, BASE, theirs, wanted, policy)


@pytest.mark.parametrize("policy", list(Conflicts))
def test_where_nobody_changed_anything_syspro_is_written(policy):
    found = merged(BASE, policy)
    assert (found.wanted, found.kept, found.asked) == (WANTED, frozenset(), ())


RENAMED = replace(BASE, fields={"name": "Super bolt", "description": "Zinc"})


def test_syspro_wins():
    assert merged(RENAMED, Conflicts.SYSPRO).wanted == WANTED


def test_stripe_wins_in_what_was_changed_there_alone():
    found = merged(RENAMED, Conflicts.STRIPE)
    assert found.wanted.fields == {"name": "Super bolt", "description": "Zinc plated"}
    assert (found.kept, found.asked) == ({"name"}, ())


def test_a_person_is_asked_with_both_values_and_the_rest_goes_on():
    found = merged(RENAMED, Conflicts.ASK)
    assert found.wanted.fields["description"] == "Zinc plated"
    assert found.asked == (Difference("name", "Bolt", "Super bolt"),)


def test_what_a_person_let_stripe_keep_is_not_asked_again_until_it_changes_there():
    due = replace(DUE, decided={"name": "Super bolt"})
    assert (merged(RENAMED, Conflicts.ASK, due).asked, merged(RENAMED, Conflicts.ASK, due).kept) == ((), {"name"})
    again = replace(BASE, fields={"name": "Hyper bolt", "description": "Zinc"})
    assert merged(again, Conflicts.ASK, due).asked == (Difference("name", "Bolt", "Hyper bolt"),)


def test_both_who_made_the_same_change_agree():
    theirs = replace(BASE, fields={"name": "Bolt", "description": "Zinc plated"})
    assert merged(theirs, Conflicts.ASK).kept == frozenset()


def test_what_a_broken_off_writing_left_is_nobodys_change():
    theirs = replace(BASE, fields={"name": "Bolt", "description": "Half way"})
    begun = Wanted({"name": "Bolt", "description": "Half way"}, {"usd": "54"}, "usd")
    assert merged(theirs, Conflicts.ASK, replace(DUE, begun=begun)).asked == ()


def test_a_price_that_a_person_made_is_a_difference_with_both_amounts():
    theirs = replace(BASE, prices={"usd": PriceAt("p7", "99")}, default="p7")
    found = merged(theirs, Conflicts.ASK)
    assert Difference("price.usd", "0.54 USD", "0.99 USD") in found.asked
    assert (found.wanted.prices, found.wanted.default) == ({"usd": "99"}, "usd")


def test_a_price_that_a_person_archived_stays_archived_and_is_nobodys_default():
    found = merged(replace(BASE, prices={}), Conflicts.STRIPE)
    assert (found.wanted.prices, found.wanted.default, found.kept) == ({}, "", {"price.usd"})


def test_a_default_price_that_a_person_chose_stays():
    theirs = replace(BASE, default="p9")
    found = merged(theirs, Conflicts.STRIPE)
    assert (found.wanted.default, found.kept) == ("", {"default_price"})
    assert plan(theirs, replace(found.wanted, fields=BASE.fields)) == ()


def test_a_product_without_prices_has_no_default_to_differ():
    wanted = Wanted({"name": "Bolt"})
    assert merge(DUE, Has({"name": "Bolt"}), Has({"name": "Bolt"}, default="p9"), wanted, Conflicts.ASK).kept == set()


def test_a_field_that_is_no_longer_wanted_but_was_changed_is_kept_as_well():
    theirs = replace(BASE, fields={"name": "Bolt", "description": "Theirs"})
    found = merged(theirs, Conflicts.STRIPE, wanted=Wanted({"name": "Bolt"}, {"usd": "54"}, "usd"))
    assert found.wanted.fields == {"name": "Bolt", "description": "Theirs"}


def test_what_people_keep_is_remembered_as_we_wrote_it():
    now = Has({"name": "Super bolt", "description": "Zinc plated"}, {"usd": PriceAt("p7", "99")}, "p9")
    kept = frozenset({"name", "price.usd", "default_price"})
    remembered = after(BASE, now, kept)
    assert remembered.fields == {"name": "Bolt", "description": "Zinc plated"}
    assert (remembered.prices["usd"], remembered.default) == (PriceAt("p7", "54"), "p1")
    assert after(BASE, now, frozenset()) == now


def test_what_people_archived_and_keep_is_remembered_as_we_wrote_it():
    assert after(BASE, replace(BASE, prices={}), frozenset({"price.usd"})).prices == BASE.prices
    assert after(BASE, replace(BASE, prices={}), frozenset()).prices == {}


def test_a_price_that_people_put_beside_the_default_price_leaves_that_alone():
    theirs = replace(BASE, prices={"usd": PriceAt("p7", "99")})
    found = merged(theirs, Conflicts.ASK)
    assert (found.wanted.prices, found.wanted.default) == ({"usd": "99"}, "")
    assert keeps_price(found.kept)
    assert not keeps_price({"name", "default_price"})
    assert plan(theirs, replace(found.wanted, fields=BASE.fields)) == ()


def test_what_differs_is_told_by_the_fields_the_default_price_and_every_price_that_is_wanted():
    assert not differs(BASE, WANTED, replace(BASE, prices={}), {"p1"})
    assert differs(BASE, WANTED, RENAMED, {"p1"})
    assert differs(BASE, WANTED, replace(BASE, default="p2"), {"p1"})
    assert differs(BASE, WANTED, BASE, {"p7"})
    assert not differs(BASE, replace(WANTED, prices={}), BASE, set())
    assert not differs(BASE, replace(WANTED, prices={"usd": "54", "eur": "50"}), BASE, {"p1"})


def test_a_writing_that_touches_a_price_is_told():
    assert not reprices(DUE)
    assert reprices(replace(DUE, wanted=replace(WANTED, prices={"usd": "55"})))
    assert not reprices(replace(DUE, written=None))
    assert not reprices(replace(DUE, wanted=None))


def test_the_rate_and_the_time_left_come_from_the_present_stretch():
    counts = dict.fromkeys(Standing, 0) | {Standing.WAITING: 90}
    course = Course().wrote(0, 0, 100, anew=True).wrote(10, 20, 160, anew=False)
    found = status_of(course, counts)
    assert (found.done, found.left, found.calls, found.per_minute, found.left_s) == (10, 90, 20, 10, 540)
    fresh = status_of(Course(), counts)
    assert (fresh.per_minute, fresh.left_s) == (None, None)
