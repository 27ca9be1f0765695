"""Who is who on both sides, over real sockets with both sandboxes: the match inbox, and SYSPRO's words in Stripe."""

from dataclasses import replace

import pytest

from agent.bootstrap import real_world
from agent.domain.customers.kept import CustomerFilter, LinkState
from agent.domain.customers.suggest import Advice
from agent.domain.documents import Link, party_key
from agent.domain.errors import NeedsPerson
from agent.domain.readmodels import DocumentFilter
from connectors.syspro.reading import tables_of
from tests.contract.erp_reader.standin import DATABASE, StandIn
from tests.pipeline.customers_stage import Kept

ALDER, BELL = "000000000000001", "000000000000002"


@pytest.fixture
def kept_of(tmp_path):
    opened = []

    def make(**settings):
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        opened.append(Kept(folder, **settings))
        return opened[-1]

    yield make
    for kept in opened:
        kept.close()


@pytest.fixture(params=["enet", "sql"])
def read_by(request, kept_of):
    """A company that is read through e.net, and one whose tables are read by SQL."""
    if request.param == "enet":
        return kept_of()
    sql = {"syspro__reader": "sql", "syspro__sql_server": "standin", "syspro__sql_database": DATABASE}
    kept = kept_of(**sql)
    standin = StandIn(kept.syspro.connection.execute("PRAGMA database_list").fetchone()[2])
    connected = lambda home: replace(  # noqa: E731 - a world with another driver
        real_world(home), tables=tables_of(home.values(), home.secrets, home.clock, connect=standin.connect)
    )
    kept.home = replace(kept.home, connect=connected)
    kept.start()
    return kept


def alder(kept, **fields):
    """A customer in Stripe that has the e-mail address of SYSPRO's first customer."""
    row = kept.here(ALDER)
    return kept.in_stripe(**({"name": row.text("Name"), "email": row.text("Email")} | fields))


def linked(kept, **fields):
    stripe_id = alder(kept, **fields)
    kept.keep()
    kept.tell("customers_link", customer="1", stripe_id=stripe_id)
    assert kept.keep(after_s=31).problem is None
    return stripe_id


def test_a_renamed_syspro_customer_travels_to_stripe(read_by):
    kept = read_by
    stripe_id = alder(kept)
    kept.keep()
    found = kept.suggestion(ALDER)
    assert (found.advice, found.stripe_id, found.score, found.ambiguous) == (Advice.MATCH, stripe_id, 80, False)
    assert [reason.code for reason in found.reasons] == ["email", "name"]

    assert "one customer from now on" in kept.tell("customers_link", customer="1", stripe_id=stripe_id)
    assert kept.keep(after_s=31).problem is None
    assert kept.there(stripe_id)["metadata"]["syspro_customer"] == ALDER
    assert kept.there(stripe_id)["address"]["line1"] == kept.here(ALDER).text("SoldToAddr1")
    assert kept.link(ALDER).state is LinkState.IN_STEP

    writes = kept.writes()
    kept.edit_syspro(ALDER, Name="Alder Creek Fine Cabinets")
    kept.keep()
    assert kept.there(stripe_id)["name"] == "Alder Creek Fine Cabinets"
    assert kept.writes() == writes + 1
    assert kept.link(ALDER).name == "Alder Creek Fine Cabinets"


def test_nothing_changed_writes_nothing_and_an_own_change_is_not_echoed(kept_of):
    kept = kept_of()
    linked(kept)
    writes, documents = kept.writes(), kept.store.outbox.counts()
    for after_s in (600, 90_000, 700_000, 90_000):
        assert kept.keep(after_s=after_s).done == 0
    assert (kept.writes(), kept.store.outbox.counts()) == (writes, documents)


def test_an_edit_in_stripe_of_what_syspro_owns_is_put_right(kept_of):
    kept = kept_of()
    stripe_id = linked(kept)
    kept.edit_stripe(stripe_id, name="Somebody Else")
    kept.keep(after_s=600)
    assert kept.there(stripe_id)["name"] == "Alder Creek Cabinets"


def test_a_new_customer_is_made_once_with_its_code_and_payments_find_it(kept_of):
    kept = kept_of()
    kept.keep()
    assert kept.suggestion(ALDER).advice is Advice.NEW
    kept.tell("customers_link", customer="1", stripe_id="")
    kept.keep(after_s=31)
    link = kept.link(ALDER)
    there = kept.there(link.stripe_id)
    assert (there["name"], there["metadata"]) == ("Alder Creek Cabinets", {"syspro_customer": ALDER})
    assert kept.store.links.find("A", "customer", f"{link.stripe_id}|usd").erp_key == ALDER
    kept.keep()
    assert len(kept.stripe.engine.store.all_of("customer")) == 1


def test_a_customer_whose_making_was_broken_off_is_found_and_not_made_again(kept_of):
    kept = kept_of()
    kept.keep()
    kept.tell("customers_link", customer="1", stripe_id="")
    (due,) = kept.store.customers.due("A", 10, kept.clock.now())
    kept.store.customers.begin(due, kept.clock.now())
    made = kept.in_stripe(name="Alder Creek Cabinets", metadata={"syspro_customer": "1"})
    kept.keep(after_s=200_000)  # longer than an idempotency key is kept
    assert kept.link(ALDER).stripe_id == made
    assert len(kept.stripe.engine.store.all_of("customer")) == 1


def test_a_refused_pair_is_never_suggested_again_and_the_next_best_is(kept_of):
    kept = kept_of()
    first = alder(kept)
    second = alder(kept, email="other@example.com")
    kept.keep()
    assert kept.suggestion(ALDER).stripe_id == first
    kept.tell("customers_refuse", customer=ALDER, stripe_id=first)
    kept.keep(after_s=31)
    assert kept.suggestion(ALDER).stripe_id == second
    kept.tell("customers_refuse", customer=ALDER, stripe_id=second)
    kept.keep(after_s=31)
    kept.edit_stripe(first, name="Alder Creek Cabinets Inc.")
    kept.keep()
    assert kept.suggestion(ALDER).advice is Advice.NEW


def test_two_customers_with_one_email_are_ambiguous_and_never_accepted_by_score(kept_of):
    kept = kept_of(customer_links__auto_accept="50")
    alder(kept)
    alder(kept)
    kept.keep()
    found = kept.suggestion(ALDER)
    assert (found.advice, found.ambiguous, kept.link(ALDER)) == (Advice.MATCH, True, None)


def test_two_syspro_customers_with_one_email_share_a_suggestion_that_only_a_person_accepts(kept_of):
    kept = kept_of(customer_links__auto_accept="25")
    kept.edit_syspro(BELL, Email=kept.here(ALDER).text("Email"))
    stripe_id = alder(kept, name="")
    kept.keep()
    assert {kept.suggestion(code).stripe_id for code in (ALDER, BELL)} == {stripe_id}
    assert kept.service.customer_links(CustomerFilter()) == []
    kept.tell("customers_link", customer=BELL, stripe_id=stripe_id)
    kept.keep(after_s=31)
    assert kept.suggestion(ALDER).advice is Advice.NEW
    assert kept.there(stripe_id)["name"] == "Bellwether Boats"


def test_what_is_sure_is_linked_without_a_person_only_when_that_is_switched_on(kept_of):
    kept = kept_of()
    stripe_id = alder(kept)
    kept.keep()
    assert kept.link(ALDER) is None
    kept.set("customer_links.auto_accept", "80")
    kept.keep(after_s=31)
    assert (kept.link(ALDER).stripe_id, kept.link(ALDER).origin) == (stripe_id, "score")


def test_a_customer_deleted_in_stripe_closes_the_link_and_says_so(kept_of):
    kept = kept_of()
    stripe_id = linked(kept)
    kept.delete_stripe(stripe_id)
    kept.keep(after_s=600)
    link = kept.link(ALDER)
    assert link.state is LinkState.CLOSED
    assert "was deleted in Stripe" in link.reason
    assert "was deleted in Stripe" in kept.store.reports.discrepancies()[0].message
    assert kept.suggestion(ALDER).advice is Advice.NEW
    kept.tell("customers_link", customer=ALDER, stripe_id="")
    kept.keep(after_s=31)
    assert kept.link(ALDER).state is LinkState.IN_STEP
    assert kept.store.reports.discrepancies() == []


def test_a_customer_whose_deletion_no_event_told_is_missed_in_the_listing(kept_of):
    kept = kept_of()
    linked(kept)
    kept.stripe.engine.store.run("DELETE FROM objects WHERE id = ?", (kept.link(ALDER).stripe_id,))
    kept.keep(after_s=700_000)
    assert kept.link(ALDER).state is LinkState.CLOSED


def test_a_changed_code_in_syspro_closes_the_link_and_nothing_is_guessed(read_by):
    kept = read_by
    stripe_id = linked(kept)
    row = kept.here(ALDER)
    kept.delete_syspro(ALDER)
    kept.edit_syspro(BELL, Name=row.text("Name"), Email=row.text("Email"))
    kept.keep()
    assert kept.link(ALDER).state is LinkState.CLOSED
    assert "its code was changed" in kept.link(ALDER).reason
    assert (kept.suggestion(ALDER), kept.link(BELL)) == (None, None)
    assert kept.suggestion(BELL).stripe_id == stripe_id
    # Accepting it is a person's word for the payments, too: they are booked to the new code from now on.
    kept.tell("customers_link", customer=BELL, stripe_id=stripe_id)
    kept.keep()
    assert kept.link(BELL).state is LinkState.IN_STEP
    assert {link.erp_key for _, link in kept.store.links.customers() if link.stripe_id.startswith(stripe_id)} == {BELL}


def test_payments_that_are_booked_to_another_customer_stay_there_while_syspro_has_it(kept_of):
    kept = kept_of()
    stripe_id = alder(kept)
    kept.keep()
    booked = [("A", Link("customer", party_key(stripe_id, "usd"), ALDER, "created"))]
    kept.store.links.fill(booked, kept.clock.now())
    with pytest.raises(NeedsPerson, match="booked to another"):
        kept.tell("customers_link", customer=BELL, stripe_id=stripe_id)
    assert kept.store.links.customers() == booked
    assert kept.link(BELL) is None


def test_a_customer_that_stays_out_of_stripe_is_suggested_no_more(kept_of):
    kept = kept_of()
    kept.keep()
    assert kept.tell("customers_ignore", customer="2") == f"{BELL} stays out of Stripe."
    kept.edit_syspro(BELL, Name="Bellwether")
    kept.keep()
    assert kept.suggestion(BELL) is None
    with pytest.raises(NeedsPerson, match="without a link"):
        kept.tell("customers_ignore", customer="77")


def test_many_missing_customers_close_no_link(kept_of):
    kept = kept_of()
    linked(kept)
    for row in kept.rows("ArCustomer"):
        kept.delete_syspro(row.text("Customer"))
    report = kept.keep()
    assert "more than customer_links.most_gone allows" in report.problem.message
    assert kept.link(ALDER).state is LinkState.IN_STEP


@pytest.mark.parametrize("name", ["", "x" * 10_000, "🛶 Canoes & Kayaks 🛶", "ŁódŹ <script> & Co", "\u202eevil"])
def test_hostile_names_in_stripe_neither_break_nor_win(kept_of, name):
    kept = kept_of()
    stripe_id = linked(kept, name=name)
    assert kept.there(stripe_id)["name"] == "Alder Creek Cabinets"
    assert kept.keep().problem is None


def test_a_customer_without_a_name_or_with_a_bad_email_is_in_nobodys_way(kept_of):
    kept = kept_of()
    kept.edit_syspro(BELL, Name="")
    kept.edit_syspro(ALDER, Email="none")
    kept.keep()
    assert kept.suggestion(BELL).advice is Advice.IGNORE
    kept.tell("customers_link", customer=ALDER, stripe_id="")
    kept.keep(after_s=31)
    assert not kept.there(kept.link(ALDER).stripe_id)["email"]


def test_a_link_needs_two_customers_that_are_free(kept_of):
    kept = kept_of()
    stripe_id = linked(kept)
    for customer, other, why in (
        ("1", "", "is linked to"),
        ("2", stripe_id, "is linked to SYSPRO customer"),
        ("2", "cus_none", "Stripe has no customer"),
        ("777", "", "SYSPRO has no customer"),
        ("1" * 30, "", "longer than"),
    ):
        with pytest.raises(NeedsPerson, match=why):
            kept.tell("customers_link", customer=customer, stripe_id=other)


def test_the_stripe_id_stands_in_the_custom_form_of_syspro(kept_of):
    kept = kept_of()
    stripe_id = linked(kept)
    kept.posted()
    forms = kept.service.documents(DocumentFilter())
    assert [(row.kind.value, row.state.value) for row in forms] == [("custom_form", "posted")]
    assert kept.rows("ArCustomer+", "Customer = ?", ALDER)[0].text("STRIPEID") == stripe_id


def test_nothing_is_done_while_it_is_off(kept_of):
    kept = kept_of(customer_links__enabled="no")
    alder(kept)
    kept.keep()
    assert kept.service.customer_suggestions(CustomerFilter()) == []
    with pytest.raises(NeedsPerson, match="switches that on"):
        kept.tell("customers", what="changes")


def test_what_people_refuse_is_learned_from(kept_of):
    kept = kept_of()
    for number in range(1, 4):
        kept.edit_syspro(f"{number:015}", Email=f"info{number}@example.com", Name=f"Company {number}")
        kept.in_stripe(name=f"Quite Another {number}" * 3, email=f"info{number}@example.com")
    kept.keep()
    first, *others = [kept.suggestion(f"{number:015}") for number in range(1, 4)]
    assert {one.score for one in (first, *others)} == {50}
    kept.tell("customers_refuse", customer=first.customer, stripe_id=first.stripe_id)
    kept.tell("customers_refuse", customer=first.customer, stripe_id=first.stripe_id)  # counts once
    kept.keep(after_s=31)
    assert {kept.suggestion(one.customer).score for one in others} == {47}
    assert "1 of 1 suggestions" in kept.suggestion(others[0].customer).reasons[0].sentence
    kept.tell("customers_link", customer=others[0].customer, stripe_id=others[0].stripe_id)
    assert kept.store.customers.lessons("A") == {"email": (1, 1)}
    # A word about another pair than the suggested one teaches nothing.
    kept.tell("customers_refuse", customer=others[1].customer, stripe_id=first.stripe_id)
    assert kept.store.customers.lessons("A") == {"email": (1, 1)}
