"""Stripe's words in SYSPRO, over real sockets: through the outbox, read back, never back and forth; conflicts."""

import pytest

from agent.bootstrap import commands_job
from agent.domain.customers.kept import LinkState
from agent.domain.documents import State
from agent.domain.errors import NeedsPerson
from agent.domain.kinds import Kind
from agent.domain.readmodels import DocumentFilter
from connectors.sandbox.faults import FaultRule
from tests.pipeline.customers_stage import Kept

ALDER = "000000000000001"

BOTH = {f"customer_links__{name}": "both" for name in ("name", "email", "phone", "address")}


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


def linked(kept, **fields):
    row = kept.here(ALDER)
    stripe_id = kept.in_stripe(**({"name": row.text("Name"), "email": row.text("Email")} | fields))
    kept.keep()
    kept.tell("customers_link", customer="1", stripe_id=stripe_id)
    kept.keep(after_s=31)
    kept.posted()
    return stripe_id


def changes(kept):
    return kept.service.documents(DocumentFilter(kind=Kind.CUSTOMER_CHANGE))


def test_what_stripe_owns_travels_to_syspro_as_one_document_that_is_read_back(kept_of):
    kept = kept_of(customer_links__phone="stripe", customer_links__tax_id="stripe")
    stripe_id = linked(kept, tax_id_data=[{"type": "us_ein", "value": "12-3456789"}])
    kept.edit_stripe(stripe_id, phone="+1 503 555 0199")
    kept.keep(after_s=600)
    kept.posted()
    row = kept.here(ALDER)
    assert (row.text("Telephone"), row.text("CompanyTaxNumber")) == ("+1 503 555 0199", "12-3456789")
    assert {one.state for one in changes(kept)} == {State.POSTED}
    assert kept.store.outbox.unverified("A", 10) == []
    assert kept.store.reports.discrepancies() == []
    assert kept.link(ALDER).state is LinkState.IN_STEP


def test_our_own_change_in_syspro_is_not_sent_back(kept_of):
    kept = kept_of(**BOTH)
    stripe_id = linked(kept)
    kept.edit_stripe(stripe_id, name="Alder & Daughters")
    kept.keep(after_s=600)
    kept.posted()
    writes, made = kept.writes(), len(changes(kept))
    for after_s in (600, 90_000, 700_000):
        assert kept.keep(after_s=after_s).done == 0
    assert (kept.here(ALDER).text("Name"), made) == ("Alder & Daughters", 1)
    assert (kept.writes(), len(changes(kept))) == (writes, made)


def test_a_name_that_syspro_cannot_hold_whole_is_shortened_once_and_stays_whole_in_stripe(kept_of):
    kept = kept_of(**BOTH)
    stripe_id = linked(kept)
    for name, kept_as in (("y" * 10_000, "y" * 50), ("Zażółć 🛶 Canoes", "Zazólc Canoes")):
        kept.edit_stripe(stripe_id, name=name)
        kept.keep(after_s=600)
        kept.posted()
        kept.keep()
        assert (kept.here(ALDER).text("Name"), kept.there(stripe_id)["name"]) == (kept_as, name)


def test_an_address_travels_as_a_whole_and_leaves_no_line_of_the_one_before(kept_of):
    kept = kept_of(customer_links__address="stripe")
    stripe_id = linked(kept)
    kept.edit_stripe(
        stripe_id,
        address={
            "line1": "5 Quay",
            "line2": "",
            "city": "Astoria",
            "state": "",
            "postal_code": "97103",
            "country": "US",
        },
    )
    kept.keep(after_s=600)
    kept.posted()
    row = kept.here(ALDER)
    lines = [row.text(f"SoldToAddr{number}") for number in range(1, 6)]
    assert (lines, row.text("SoldPostalCode")) == (["5 Quay", "Astoria", "US", "", ""], "97103")
    assert kept.store.reports.discrepancies() == []


def test_both_sides_changed_is_shown_with_both_values_and_a_person_decides(kept_of):
    kept = kept_of(**BOTH)
    stripe_id = linked(kept)
    kept.edit_stripe(stripe_id, name="In Stripe")
    kept.edit_syspro(ALDER, Name="In SYSPRO")
    kept.keep()
    (conflict,) = kept.link(ALDER).conflicts
    assert (conflict.field, conflict.syspro, conflict.stripe) == ("name", "In SYSPRO", "In Stripe")
    assert kept.service.status().customers == 1
    assert (kept.here(ALDER).text("Name"), kept.there(stripe_id)["name"]) == ("In SYSPRO", "In Stripe")

    assert "what Stripe says" in kept.tell("customers_resolve", customer="1", field="name", side="stripe")
    kept.keep(after_s=31)
    kept.posted()
    assert (kept.here(ALDER).text("Name"), kept.there(stripe_id)["name"]) == ("In Stripe", "In Stripe")
    assert kept.link(ALDER).state is LinkState.IN_STEP
    with pytest.raises(NeedsPerson, match="Nothing is asked"):
        kept.tell("customers_resolve", customer="1", field="name", side="stripe")


def test_a_conflict_may_end_for_syspro_or_by_itself(kept_of):
    kept = kept_of(**BOTH)
    stripe_id = linked(kept)
    for name in ("First", "Second"):
        kept.edit_stripe(stripe_id, name=f"{name} in Stripe")
        kept.edit_syspro(ALDER, Name=name)
        kept.keep()
        assert kept.link(ALDER).state is LinkState.CONFLICT
        if name == "First":
            kept.tell("customers_resolve", customer="1", field="name", side="syspro")
        else:
            kept.edit_stripe(stripe_id, name="Second")
        kept.keep(after_s=600)
        assert (kept.there(stripe_id)["name"], kept.link(ALDER).state) == (name, LinkState.IN_STEP)


def test_what_is_not_sent_yet_is_replaced_by_what_stripe_says_now_and_taken_back_when_it_agrees(kept_of):
    kept = kept_of(customer_links__name="stripe")
    stripe_id = linked(kept)
    kept.clock.advance(600)
    for name in ("One", "Two"):
        kept.edit_stripe(stripe_id, name=name)
        kept.run("customers", after_s=600)
    (document,) = changes(kept)
    assert kept.store.outbox.get(document.id).draft.body.name == "Two"
    kept.edit_stripe(stripe_id, name="Alder Creek Cabinets")
    kept.run("customers", after_s=600)
    assert [one.state for one in changes(kept)] == [State.HELD]
    assert kept.link(ALDER).state is LinkState.IN_STEP
    kept.edit_stripe(stripe_id, name="Three")
    kept.run("customers", after_s=600)
    kept.posted()
    assert kept.here(ALDER).text("Name") == "Three"
    assert [one.state for one in changes(kept)].count(State.POSTED) == 1


def test_a_lost_answer_of_syspro_changes_the_customer_once(kept_of):
    kept = kept_of(customer_links__name="stripe")
    stripe_id = linked(kept)
    kept.edit_stripe(stripe_id, name="Once")
    kept.run("customers", after_s=600)
    kept.syspro.faults.add(FaultRule("reset_after_commit", {"object": "ARSSCS"}, remaining=1))
    kept.run("post")
    assert [one.state for one in changes(kept)] == [State.IN_DOUBT]
    kept.posted(after_s=600)
    assert ([one.state for one in changes(kept)], kept.here(ALDER).text("Name")) == ([State.POSTED], "Once")
    assert kept.link(ALDER).state is LinkState.IN_STEP


def refused_change(kept):
    """A change that SYSPRO refuses; return the Stripe customer and the document's number."""
    stripe_id = linked(kept)
    kept.edit_stripe(stripe_id, name="Unwanted")
    kept.run("customers", after_s=600)
    recode(kept, ALDER, "GONE")
    kept.run("post")
    recode(kept, "GONE", ALDER)
    (document,) = changes(kept)
    assert document.state is State.PARKED
    return stripe_id, document.id


def recode(kept, code, new):
    with kept.syspro.locked(), kept.syspro.books.transaction():
        kept.syspro.connection.execute("UPDATE ArCustomer SET Customer = ? WHERE Customer = ?", (new, code))


def carried_out(kept, number):
    commands_job(kept.home, lambda _: None, lambda: None).run()
    return kept.service.command(number)


def test_a_change_that_a_person_gives_up_leaves_both_sides_as_they_are(kept_of):
    kept = kept_of(customer_links__name="stripe")
    stripe_id, number = refused_change(kept)
    assert carried_out(kept, kept.service.ignore(str(number), "not wanted")).ok
    kept.posted()
    kept.keep()
    assert (kept.here(ALDER).text("Name"), kept.there(stripe_id)["name"]) == ("Alder Creek Cabinets", "Unwanted")
    assert kept.link(ALDER).state is LinkState.IN_STEP
    kept.edit_stripe(stripe_id, name="Wanted")
    kept.keep(after_s=600)
    kept.posted()
    assert kept.here(ALDER).text("Name") == "Wanted"


def test_a_change_that_syspro_refused_is_sent_again_when_a_person_says_so(kept_of):
    kept = kept_of(customer_links__name="stripe")
    _, number = refused_change(kept)
    assert kept.link(ALDER).state is LinkState.WAITING
    assert "sent again" in carried_out(kept, kept.service.retry(str(number))).result
    kept.posted()
    assert (kept.here(ALDER).text("Name"), kept.link(ALDER).state) == ("Unwanted", LinkState.IN_STEP)


def test_while_a_change_is_on_its_way_other_fields_go_on(kept_of):
    kept = kept_of(customer_links__phone="stripe")
    stripe_id = linked(kept)
    kept.edit_stripe(stripe_id, phone="555 0100")
    kept.run("customers", after_s=600)
    kept.syspro.faults.add(FaultRule("reset_after_commit", {"object": "ARSSCS"}, remaining=1))
    kept.run("post")
    kept.edit_syspro(ALDER, Name="Meanwhile")
    kept.run("customers", after_s=90_000)
    assert kept.there(stripe_id)["name"] == "Meanwhile"
    kept.posted(after_s=600)
    assert (kept.here(ALDER).text("Telephone"), kept.link(ALDER).state) == ("555 0100", LinkState.IN_STEP)
    assert len(changes(kept)) == 1


def test_what_somebody_changes_in_syspro_while_a_change_is_on_its_way_is_a_change_like_all_others(kept_of):
    kept = kept_of(customer_links__name="stripe")
    stripe_id = linked(kept)
    kept.edit_stripe(stripe_id, name="Told")
    kept.run("customers", "post", after_s=600)
    kept.edit_syspro(ALDER, Name="Meanwhile")
    kept.posted()
    kept.posted()
    assert kept.here(ALDER).text("Name") == "Told"


def test_what_syspro_says_again_although_it_was_told_twice_is_left_at_that(kept_of):
    kept = kept_of(customer_links__name="stripe")
    stripe_id = linked(kept)
    kept.edit_stripe(stripe_id, name="Told")
    kept.run("customers", after_s=600)
    for _ in range(6):
        kept.run("post", after_s=31)
        kept.edit_syspro(ALDER, Name="TOLD")  # as a trigger of the site might
        kept.run("customers", after_s=31)
    assert len(changes(kept)) == 2
    assert kept.link(ALDER).state is LinkState.IN_STEP


TAX = {"customer_links__tax_id": "both", "customer_links__tax_id_types": '{"*": "us_ein"}'}


def test_a_tax_number_travels_both_ways(kept_of):
    kept = kept_of(**TAX)
    stripe_id = linked(kept)
    kept.edit_syspro(ALDER, CompanyTaxNumber="12-3456789")
    kept.keep()
    held = kept.stripe._parts.customers.tax_ids(stripe_id)
    assert [(one["type"], one["value"]) for one in held] == [("us_ein", "12-3456789")]
    before = kept.writes()
    kept.keep()
    assert kept.writes() == before
    # Somebody replaces it in the Dashboard, of which tax_id events alone tell.
    kept.stripe._parts.customers.delete_tax_id(stripe_id, held[0]["id"], at=kept.clock.now())
    kept.stripe._parts.customers.add_tax_id(stripe_id, {"type": "us_ein", "value": "98-7654321"}, at=kept.clock.now())
    kept.keep(after_s=600)
    kept.posted()
    assert kept.here(ALDER).text("CompanyTaxNumber") == "98-7654321"
    assert kept.link(ALDER).state is LinkState.IN_STEP


def test_a_new_customer_in_stripe_gets_the_tax_number_where_its_type_is_known(kept_of):
    kept = kept_of(**TAX)
    kept.edit_syspro(ALDER, CompanyTaxNumber="12-3456789")
    kept.keep()
    kept.tell("customers_link", customer="1", stripe_id="")
    kept.keep(after_s=31)
    (held,) = kept.stripe._parts.customers.tax_ids(kept.link(ALDER).stripe_id)
    assert held["value"] == "12-3456789"
    assert kept.link(ALDER).state is LinkState.IN_STEP
