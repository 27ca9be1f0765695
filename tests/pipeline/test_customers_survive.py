"""Links survive what people do on either side: renaming, merging, deleting; and a kill around any call makes nothing twice."""

from dataclasses import replace

import pytest

from agent.customers import customers_job
from agent.domain.customers.kept import LinkState
from agent.domain.documents import State
from agent.domain.errors import NeedsPerson
from agent.domain.kinds import Kind
from agent.domain.readmodels import DocumentFilter
from tests.pipeline.customers_stage import Kept

CODES = [f"{number:015}" for number in (1, 2, 4)]
ALDER, BELL = CODES[:2]
DAY_S = 86_400


@pytest.fixture
def kept_of(tmp_path):
    opened, worlds = [], []

    def make(**settings):
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        opened.append(Kept(folder, **settings))
        opened[-1].worlds = worlds
        return opened[-1]

    yield make
    for world in worlds:
        world.close()
    for kept in opened:
        kept.close()


def linked(kept, *codes):
    """Customers in Stripe as in SYSPRO, linked and in step; return their ids."""
    made = {}
    for code in codes:
        row = kept.here(code)
        made[code] = kept.in_stripe(name=row.text("Name"), email=row.text("Email"))
    kept.keep()
    for code in codes:
        kept.tell("customers_link", customer=code, stripe_id=made[code])
    kept.keep(after_s=31)
    kept.posted()
    return [made[code] for code in codes]


def payers(kept):
    return {link.stripe_id.partition("|")[0]: link.erp_key for _, link in kept.store.links.customers()}


def test_a_renaming_on_either_side_keeps_the_link(kept_of):
    kept = kept_of(customer_links__name="both")
    (there,) = linked(kept, ALDER)
    kept.edit_syspro(ALDER, Name="Alder & Sons")
    kept.keep()
    assert kept.there(there)["name"] == "Alder & Sons"
    kept.edit_stripe(there, name="Alder Brothers")
    kept.keep(after_s=600)
    kept.posted()
    assert kept.here(ALDER).text("Name") == "Alder Brothers"
    link = kept.link(ALDER)
    assert (link.state, link.stripe_id, payers(kept)) == (LinkState.IN_STEP, there, {there: ALDER})


def test_two_syspro_customers_that_were_merged_leave_the_other_link_alone_and_payments_follow_a_persons_word(kept_of):
    kept = kept_of()
    alder, bell = linked(kept, ALDER, BELL)
    with pytest.raises(NeedsPerson, match="still has"):
        kept.tell("customers_merge", gone="2", customer="1")
    kept.delete_syspro(BELL)
    kept.keep()
    assert (kept.link(ALDER).state, kept.link(BELL).state) == (LinkState.IN_STEP, LinkState.CLOSED)
    assert f"customers merge {BELL} OTHER" in kept.link(BELL).reason
    assert payers(kept) == {alder: ALDER, bell: BELL}
    with pytest.raises(NeedsPerson, match="has no customer"):
        kept.tell("customers_merge", gone="2", customer="999")
    assert kept.tell("customers_merge", gone="2", customer="1") == (
        f"Payments of 1 payer of {BELL} are booked to {ALDER} from now on."
    )
    assert payers(kept) == {alder: ALDER, bell: ALDER}
    assert kept.store.reports.discrepancies() == []
    kept.keep()
    assert (kept.link(ALDER).state, kept.link(ALDER).stripe_id) == (LinkState.IN_STEP, alder)


def payer(kept, code):
    found = kept.store.portal_payers
    return found.payer("A", code), found.gone("A", code)


@pytest.mark.parametrize("later_s", [600, 700_000], ids=["by an event", "by a listing"])
def test_a_payer_that_stripe_has_no_more_is_forgotten_and_the_others_stay(kept_of, later_s):
    kept = kept_of()
    gone, stays = kept.in_stripe(name="A payer"), kept.in_stripe(name="Another payer")
    kept.store.portal_payers.keep_payer("A", ALDER, gone)
    kept.store.portal_payers.keep_payer("A", BELL, stays)
    kept.keep()
    kept.delete_stripe(gone)
    if later_s > 600:
        kept.stripe.engine.store.run("DELETE FROM objects WHERE id = ?", (gone,))
    kept.keep(after_s=later_s)
    assert payer(kept, ALDER) == ("", gone)
    assert payer(kept, BELL) == (stays, "")


def test_a_payer_that_was_made_and_deleted_between_two_looks_is_forgotten(kept_of):
    kept = kept_of()
    kept.keep()
    gone = kept.in_stripe(name="A payer")
    kept.store.portal_payers.keep_payer("A", ALDER, gone)
    kept.delete_stripe(gone)
    kept.keep(after_s=600)
    assert payer(kept, ALDER) == ("", gone)


def test_two_stripe_customers_of_which_one_is_left_close_one_link_alone(kept_of):
    kept = kept_of()
    alder, bell = linked(kept, ALDER, BELL)
    kept.delete_stripe(bell)
    kept.keep(after_s=600)
    assert (kept.link(ALDER).state, kept.link(BELL).state) == (LinkState.IN_STEP, LinkState.CLOSED)
    assert "was deleted in Stripe" in kept.link(BELL).reason
    # What still comes of the deleted one, such as a refund, is booked where its payments were.
    assert payers(kept) == {alder: ALDER, bell: BELL}


def test_the_same_tax_number_is_a_reason(kept_of):
    kept = kept_of()
    kept.edit_syspro(ALDER, CompanyTaxNumber="12-3456789")
    there = kept.in_stripe(name="Somebody", tax_id_data=[{"type": "us_ein", "value": "123456789"}])
    kept.keep()
    found = kept.suggestion(ALDER)
    assert (found.stripe_id, [one.code for one in found.reasons]) == (there, ["tax_id"])


# -- killed around any call, and started again


class Killed(BaseException):
    """The plug is pulled."""


class Mortal:
    """Stripe's customers, or the outbox, in a process that is killed around its nth change."""

    def __init__(self, inner, names, at, *, after):
        self.inner, self.names, self.left, self.after = inner, names, at, after

    def __getattr__(self, name):
        found = getattr(self.inner, name)
        return self._mortal(found) if name in self.names else found

    def _mortal(self, call):
        def called(*arguments, **named):
            self.left -= 1
            if self.left == 0 and not self.after:
                raise Killed
            answer = call(*arguments, **named)
            if self.left == 0:
                raise Killed
            return answer

        return called


def killed(kept, names, at, *, after, part="directory"):
    """Run the job in a process that is killed, or ends before it comes to that."""
    world = kept.home.connect(kept.home)
    kept.worlds.append(world)
    mortal = Mortal(world.directory if part == "directory" else kept.store.outbox, names, at, after=after)
    job = customers_job(kept.home, replace(world, directory=mortal) if part == "directory" else world, lambda: False)
    if part == "outbox":
        job.writing = replace(job.writing, outbox=mortal)
    kept.clock.advance(90_000)
    try:
        while job.run().more:
            pass
    except Killed:
        return True
    return False


@pytest.mark.parametrize("later_s", [60, 2 * DAY_S], ids=["at once", "after the idempotency keys are gone"])
@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_kill_around_any_call_makes_no_customer_twice(kept_of, at, after, later_s):
    kept = kept_of()
    kept.keep()
    for code in CODES:
        kept.tell("customers_link", customer=code, stripe_id="")
    assert killed(kept, {"make"}, at, after=after)
    kept.start()
    kept.keep(after_s=later_s)
    kept.keep()
    made = [one["metadata"]["syspro_customer"] for one in kept.stripe.engine.store.all_of("customer")]
    assert sorted(made) == CODES
    assert {kept.link(code).state for code in CODES} == {LinkState.IN_STEP}


@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
@pytest.mark.parametrize("at", [1, 2])
def test_a_kill_around_any_call_of_a_change_brings_it_over_once(kept_of, at, after):
    kept = kept_of()
    there = linked(kept, *CODES[:2])
    for code in CODES[:2]:
        kept.edit_syspro(code, Name=f"Renamed {code[-1]}")
    assert killed(kept, {"change"}, at, after=after)
    kept.start()
    kept.keep(after_s=2 * DAY_S)
    assert [kept.there(one)["name"] for one in there] == ["Renamed 1", "Renamed 2"]
    before = kept.writes()
    kept.keep()
    assert kept.writes() == before


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_kill_around_leaving_a_document_for_syspro_leaves_one(kept_of, after):
    kept = kept_of(customer_links__phone="stripe")
    (there,) = linked(kept, ALDER)
    kept.edit_stripe(there, phone="+1 503 555 0199")
    assert killed(kept, {"apply"}, 1, after=after, part="outbox")
    kept.start()
    kept.keep(after_s=600)
    kept.posted()
    sent = kept.service.documents(DocumentFilter(kind=Kind.CUSTOMER_CHANGE))
    assert [one.state for one in sent] == [State.POSTED]
    assert (kept.here(ALDER).text("Telephone"), kept.link(ALDER).state) == ("+1 503 555 0199", LinkState.IN_STEP)
