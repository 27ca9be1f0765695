"""Resync: a person has a part of the books decided again, and sees first what that would do."""

import pytest

from agent.bootstrap import Home, commands_job
from agent.domain.documents import State
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.resync import Effect, Part, ResyncWish
from tests.pipeline.jobs_stage import START_AT, Kind, Stage, paid
from tests.simulation.sim_stripe import SimStripe
from tests.simulation.world import NoSecrets


@pytest.fixture
def stage(tmp_path):
    made = Stage(tmp_path, paid(1), paid(2, None, at=60)).start()
    yield made
    made.stop()


def ask(stage, wish, *, preview=False):
    """Be the engine that carries out the command."""
    home = Home(stage.folder, stage.store, NoSecrets(), stage.clock, None)
    number = stage._process.service.resync(wish, preview=preview)
    commands_job(home, lambda _: None, lambda: None).run()
    return stage.store.commands.get(number)


def preview(stage, wish):
    command = ask(stage, wish, preview=True)
    assert command.ok, command.result
    stage.run("resync")
    told = stage._process.service.resynced()
    assert told.command == command.id
    return told


def documents(stage):
    return [(row.id, row.state, row.updated_at) for row in stage.rows()]


def test_what_was_never_decided_would_be_made_and_nothing_is_kept(stage):
    stage.run("poll")
    told = preview(stage, ResyncWish(Part.OBJECT, "ch_1"))
    assert told.problem is None
    assert {row.effect for row in told.rows} == {Effect.MADE}
    assert any("Ann" in row.title for row in told.rows)
    assert documents(stage) == []
    assert stage.store.reports.inbox().waiting == 2


def test_what_is_posted_stays_and_what_waits_is_the_same(stage):
    stage.run_all()
    before = documents(stage)
    told = preview(stage, ResyncWish(Part.OBJECT, "ch_2"))
    assert told.counts == {"posted": len(told.rows)}
    assert documents(stage) == before
    command = ask(stage, ResyncWish(Part.OBJECT, "ch_2"))
    assert command.result.startswith("1 decided again")
    stage.run_all()
    assert stage.states()[State.POSTED] == len([row for row in before if row[1] is State.POSTED])


def test_a_waiting_document_that_would_come_out_otherwise_is_replaced(stage):
    stage.run("poll", "translate")
    stage.store.settings.set("orders.warehouse", "RT", by="test", now=START_AT)
    stage.stop()
    stage.start()
    told = preview(stage, ResyncWish(Part.OBJECT, "ch_2"))
    effects = {row.effect for row in told.rows}
    assert Effect.REPLACED in effects


def test_a_customer_is_found_by_its_code_and_by_its_stripe_id(stage):
    stage.run_all()
    link = next(row for row in stage.rows(Kind.CUSTOMER))
    for what in (link.erp_key, link.erp_key.lstrip("0"), link.stripe_id):
        told = preview(stage, ResyncWish(Part.CUSTOMER, what))
        assert {row.subject for row in told.rows} == {"ch_1"}, what


def test_a_stretch_of_time_is_everything_that_moved_in_it(stage):
    stage.run_all()
    stage.run("sweep")
    told = preview(stage, ResyncWish(Part.DAYS, "", START_AT - 86_400, START_AT + 86_400))
    assert {"ch_1", "ch_2"} <= {row.subject for row in told.rows}
    assert told.counts["undecided"] == 1, "the fee of another day waits for its payout"
    command = ask(stage, ResyncWish(Part.DAYS, "", START_AT - 86_400, START_AT + 86_400))
    assert command.result.startswith(f"{told.subjects} decided again")


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (ResyncWish(Part.PAYOUT, "po_unknown"), "Nothing that this agent knows"),
        (ResyncWish(Part.OBJECT, "nonsense"), "neither a document number nor a Stripe id"),
        (ResyncWish(Part.CUSTOMER, "1" * 40), "longer than"),
    ],
)
def test_what_names_nothing_is_refused_in_words(stage, wish, said):
    assert said in ask(stage, wish).result
    assert said in preview(stage, wish).problem.message


class Unreadable(SimStripe):
    """Says of every object what no program understands."""

    def read(self, subject):
        raise NeedsPerson(Problem("Not understood", f"{subject.object_id} has no amount.", code="shape"))


def test_an_object_that_cannot_be_read_says_why(tmp_path):
    stage = Stage(tmp_path, paid(1), stripe=Unreadable).start()
    told = preview(stage, ResyncWish(Part.OBJECT, "ch_1"))
    stage.stop()
    assert [(row.effect, row.reason) for row in told.rows] == [(Effect.UNREADABLE, "ch_1 has no amount.")]


def test_a_stock_code_is_compared_with_stripe_again(stage):
    wish = ResyncWish(Part.STOCK_CODE, "WEB-1")
    assert preview(stage, wish).rows[0].effect is Effect.COMPARED
    assert "WEB-1" in ask(stage, wish).result
