"""Post and resolve: each document once, whatever comes back."""

import pytest

from agent.domain.documents import State
from agent.domain.errors import Misconfigured, Transient
from agent.domain.kinds import Kind
from jobs.beside import AtOnce, Beside
from tests.pipeline.jobs_stage import ANN, BOB, COMPANY, GRACE_S, Stage, event, paid
from tests.simulation.sim_syspro import SimSyspro

ORDER, RECEIPT, CUSTOMER = Kind.SALES_ORDER, Kind.RECEIPT, Kind.CUSTOMER


@pytest.fixture(params=["written at once", "written beside the sender"])
def stage_of(request, tmp_path):
    """Start a stage with the payments of a test; outcomes are written down in both ways that there are."""
    opened = []
    with Beside() as beside:

        def make(*charges, **rest):
            stage = Stage(tmp_path, *charges, **rest)
            stage.new_writer = (lambda: beside) if request.param == "written beside the sender" else AtOnce
            opened.append(stage)
            return stage.start()

        yield make
        for stage in opened:
            stage.stop()


class TalkativeSyspro(SimSyspro):
    """Finds every record twice."""

    def find(self, documents):
        return {number: rows * 2 for number, rows in super().find(documents).items()}


class LaggingSyspro(SimSyspro):
    """Shows nothing where it can be searched, which proves nothing."""

    def find(self, documents):
        return {}


class BuggySyspro(SimSyspro):
    """Meets a bug of ours in the order of `ch_1`."""

    def post(self, document):
        if document.draft.body.kind is ORDER and document.draft.body.reference == "ch_1":
            raise ZeroDivisionError
        return super().post(document)


def guest(number, **changes):
    return paid(number, None, **changes)


def test_a_payment_becomes_a_customer_an_order_and_a_receipt(stage_of):
    stage = stage_of(paid(1))
    stage.run_all()
    assert stage.states() == {State.POSTED: 4}
    assert [record.kind for record in stage.syspro.records] == [CUSTOMER, Kind.CUSTOM_FORM, ORDER, RECEIPT]
    assert {record.customer for record in stage.syspro.records} == {stage.row(CUSTOMER).erp_key}


def test_lost_reply_leaves_the_document_in_doubt(stage_of):
    stage = stage_of(guest(1))
    stage.script.next = {"post": ["lost after"]}
    report = stage.run()
    row = stage.row(ORDER)
    assert (row.state, row.due_at) == (State.IN_DOUBT, stage.clock.now() + GRACE_S)
    assert report.problem.code == "simulated.no_answer_came"
    assert row.reason == "Simulated. no answer came"


def test_what_is_in_doubt_is_not_looked_up_before_its_grace_time_ends(stage_of):
    stage = stage_of(guest(1))
    stage.script.next = {"post": ["lost after"]}
    stage.run()
    stage.run("resolve", "post", after_s=GRACE_S - 1)
    assert stage.row(ORDER).state is State.IN_DOUBT
    stage.run("resolve", after_s=1)
    assert stage.row(ORDER).state is State.POSTED
    evidence = stage.store.reports.document(stage.row(ORDER).id).attempts[-1].evidence
    assert evidence.startswith("Found after the answer was lost: sales_order")


def test_what_never_arrived_is_sent_again_only_after_two_looks_in_vain(stage_of):
    stage = stage_of(guest(1))
    stage.script.next = {"post": ["lost before"]}
    stage.run()
    stage.run("resolve", after_s=GRACE_S)
    assert stage.row(ORDER).state is State.IN_DOUBT
    stage.run("resolve", after_s=GRACE_S)
    assert stage.row(ORDER).state is State.PENDING
    stage.run("post")
    assert stage.posted(ORDER) == ["ch_1"]


def test_a_commit_that_lands_late_is_found_and_not_repeated(stage_of):
    stage = stage_of(guest(1))
    stage.script.next = {"post": ["late"]}
    stage.run()
    assert stage.posted(ORDER) == []
    stage.run("resolve", "post", after_s=GRACE_S)
    assert stage.posted(ORDER) == ["ch_1"]
    assert stage.row(ORDER).state is State.POSTED


def test_start_turns_posting_into_in_doubt(stage_of, log_watch):
    log_watch.expect("documents in doubt after an interruption")
    stage = stage_of(guest(1), guest(2))
    stage.run("poll", "translate")
    stage.store.outbox.claim(COMPANY, 10, stage.clock.now())
    stage.stop()
    stage.start()
    assert stage.states() == {State.IN_DOUBT: 2, State.PENDING: 2}
    assert {row.due_at for row in stage.rows(state=State.IN_DOUBT)} == {stage.clock.now() + GRACE_S}
    assert stage.recovered == 2


def test_what_syspro_has_already_is_adopted_and_not_posted_again(stage_of, tmp_path):
    stage = stage_of(paid(1))
    stage.run_all()
    stage.stop()  # a company has one engine a machine
    (tmp_path / "later").mkdir()
    again = Stage(tmp_path / "later", paid(1))
    again.syspro.records = stage.syspro.records
    again.start().run_all()
    assert (len(stage.syspro.records), again.states()) == (4, {State.POSTED: 3})
    assert "Found before sending" in again.store.reports.document(again.row(ORDER).id).attempts[0].evidence
    again.stop()


def test_two_candidates_after_a_lost_reply_go_to_a_person(stage_of):
    stage = stage_of(guest(1), company=TalkativeSyspro)
    stage.script.next = {"post": ["lost after"]}
    stage.run()
    stage.run("resolve", after_s=GRACE_S)
    row = stage.row(ORDER)
    assert (row.state, row.due_at, row.reason_code) == (State.IN_DOUBT, None, "reference.ambiguous")
    assert row.reason.startswith("SYSPRO has 2 records with the reference ch_1. Say which one it is. sales_order")
    stage.run("resolve", "post", after_s=10 * GRACE_S)
    assert stage.posted(ORDER) == ["ch_1"]


def test_absence_that_proves_nothing_goes_to_a_person_and_is_never_sent_again(stage_of):
    stage = stage_of(guest(1), company=LaggingSyspro)
    stage.script.next = {"post": ["lost after"]}
    stage.run()
    stage.run("resolve", after_s=GRACE_S)
    assert stage.row(ORDER).due_at == stage.clock.now() + GRACE_S
    stage.run("resolve", after_s=GRACE_S)
    row = stage.row(ORDER)
    assert (row.state, row.due_at, row.reason_code) == (State.IN_DOUBT, None, "reference.unprovable")
    stage.run("resolve", "post", after_s=10 * GRACE_S)
    assert stage.posted(ORDER) == ["ch_1"]


def test_two_candidates_before_sending_go_to_a_person(stage_of, tmp_path):
    stage = stage_of(guest(1))
    stage.run_all()
    stage.stop()  # a company has one engine a machine
    (tmp_path / "later").mkdir()
    again = Stage(tmp_path / "later", guest(1), company=TalkativeSyspro)
    again.syspro.records = stage.syspro.records
    again.start().run()
    assert (again.row(ORDER).state, again.row(ORDER).reason_code) == (State.IN_DOUBT, "reference.ambiguous")
    again.stop()


def test_a_refused_document_is_parked_and_no_other_waits_for_it(stage_of):
    stage = stage_of(guest(1), guest(2))
    stage.script.next = {"post": ["refused"]}
    stage.run_all()
    assert stage.row(ORDER, "ch_1").state is State.PARKED
    assert (stage.posted(ORDER), stage.posted(RECEIPT)) == (["ch_2"], ["ch_1", "ch_2"])


def test_what_was_not_delivered_ends_the_batch_and_comes_again_after_its_back_off(stage_of):
    stage = stage_of(guest(1), guest(2))
    stage.script.next = {"post": ["not delivered"]}
    report = stage.run()
    first, second = stage.rows(ORDER)
    assert (first.state, first.attempts, first.due_at) == (State.PENDING, 1, stage.clock.now() + 5)
    assert (second.state, second.attempts, second.due_at) == (State.PENDING, 0, stage.clock.now())
    assert report.problem.code == "simulated.it_was_not_delivered"
    stage.run("post", after_s=5)
    assert stage.posted(ORDER) == ["ch_1", "ch_2"]


def test_a_missing_licence_is_no_attempt(stage_of):
    stage = stage_of(guest(1))
    stage.script.next = {"post": ["unavailable"]}
    stage.run()
    row = stage.row(ORDER)
    assert (row.state, row.attempts, row.due_at) == (State.PENDING, 0, stage.clock.now() + 60)


@pytest.mark.parametrize(("trouble", "attempts"), [("unavailable", 0), ("refused", 0), ("not delivered", 1)])
def test_a_logon_that_fails_gives_everything_back(stage_of, trouble, attempts):
    stage = stage_of(guest(1), guest(2))
    stage.run("poll", "translate")
    stage.script.next = {"logon": [trouble]}
    assert stage.run("post").problem is not None
    assert {(row.state, row.attempts) for row in stage.rows(ORDER)} == {(State.PENDING, attempts)}
    assert stage.syspro.records == []


def test_a_search_that_fails_sends_nothing(stage_of):
    stage = stage_of(guest(1))
    stage.script.next = {"find": ["failed"]}
    stage.run()
    assert (stage.row(ORDER).state, stage.syspro.records) == (State.PENDING, [])


def test_a_document_without_a_number_is_looked_up(stage_of):
    stage = stage_of(paid(1))
    stage.script.next = {"post": ["no number"]}
    stage.run()
    assert (stage.row(CUSTOMER).state, stage.row(CUSTOMER).reason_code) == (State.IN_DOUBT, "post.no_key")
    stage.run("resolve")
    stage.run_all()
    assert stage.states() == {State.POSTED: 4}
    assert len(stage.posted(CUSTOMER)) == 1


def test_what_could_not_be_read_back_is_read_back_later(stage_of):
    stage = stage_of(guest(1))
    stage.script.next = {"read_back": ["failed"]}
    stage.run()
    assert stage.row(ORDER).state is State.POSTED
    assert len(stage.store.outbox.unverified(COMPANY, 10)) == 1
    stage.run("resolve")
    assert stage.store.outbox.unverified(COMPANY, 10) == []


def test_what_syspro_keeps_otherwise_than_sent_is_a_discrepancy(stage_of):
    class Forgetful(SimSyspro):
        def _carriers(self, document):
            return []

    stage = stage_of(guest(1), company=Forgetful)
    stage.run()
    [found] = stage.store.reports.discrepancies()
    assert (found.area, found.subject) == ("read_back", "SIM/sales_order/sale/ch_1")


# ---------------------------------------------------------------- bugs, locks and stops


def test_a_poisoned_document_never_blocks_another_lane(stage_of):
    stage = stage_of(guest(1), guest(2), guest(3), company=BuggySyspro)
    stage.run("poll", "translate")
    with pytest.raises(ZeroDivisionError):
        stage.run("post")
    stage.run("post", after_s=60)
    assert stage.posted(ORDER) == ["ch_2", "ch_3"]


def test_after_a_bug_in_the_middle_of_a_batch_nothing_stays_posting(stage_of):
    stage = stage_of(guest(1), guest(2), company=BuggySyspro)
    stage.run("poll", "translate")
    with pytest.raises(ZeroDivisionError):
        stage.run("post")
    first, second = stage.rows(ORDER)
    assert (first.state, first.reason_code) == (State.IN_DOUBT, "post.interrupted")
    assert second.state is State.PENDING
    assert State.POSTING not in stage.states()


class LockingSyspro(SimSyspro):
    """While it posts, another program locks our database for the next writes."""

    def post(self, document):
        self.stage.lock_next(3)
        return super().post(document)


def test_a_posting_whose_outcome_cannot_be_written_down_is_looked_up_and_not_repeated(stage_of):
    stage = stage_of(guest(1), company=LockingSyspro)
    stage.syspro.stage = stage
    stage.script.next = {"post": ["late"]}
    stage.run("poll", "translate")
    with pytest.raises(Transient, match="locked"):
        stage.run("post")
    assert stage.row(ORDER).state is State.POSTING
    stage.lock_next(0)
    stage.run("post", after_s=1)
    assert stage.row(ORDER).state is State.IN_DOUBT
    stage.run("resolve", after_s=GRACE_S)
    assert (stage.row(ORDER).state, stage.posted(ORDER)) == (State.POSTED, ["ch_1"])


def test_a_stop_in_the_middle_of_a_batch_gives_the_rest_back_untouched(stage_of):
    stage = stage_of(guest(1), guest(2), guest(3))
    stage.run("poll", "translate")
    stage.stop_after(1)
    stage.run("post")
    assert stage.posted(ORDER) == ["ch_1"]
    assert [(row.state, row.attempts) for row in stage.rows(ORDER)[1:]] == [(State.PENDING, 0)] * 2


class UsurpedSyspro(SimSyspro):
    """While it posts, a person gives the right to post to another machine."""

    def post(self, document):
        self.stage.store.lease.take_over("beta", by="Ann", now=self.stage.clock.now())
        return super().post(document)


def test_an_engine_that_lost_the_lease_in_the_middle_of_a_batch_sends_and_claims_nothing_more(stage_of):
    stage = stage_of(guest(1), guest(2), guest(3), company=UsurpedSyspro)
    stage.syspro.stage = stage
    stage.store.lease.hold("alpha/1", "alpha", COMPANY, now=stage.clock.now(), ttl_s=60)
    stage.run("poll", "translate")
    assert stage.run("post").problem.code == "lease.lost"
    assert stage.posted(ORDER) == ["ch_1"]
    assert [row.state for row in stage.rows(ORDER)] == [State.POSTED, State.PENDING, State.PENDING]
    with pytest.raises(Misconfigured) as refused:
        stage.run("post", after_s=3600)
    assert refused.value.problem.code == "lease.lost"
    assert stage.posted(ORDER) == ["ch_1"]
    assert State.POSTING not in stage.states()


@pytest.mark.parametrize("job", ["catalogue", "requests", "customers", "write_back"])
def test_an_engine_that_lost_the_lease_writes_nothing_to_stripe(stage_of, job):
    stage = stage_of()
    stage.store.lease.take_over("beta", by="Ann", now=stage.clock.now())
    with pytest.raises(Misconfigured, match="Another engine took over"):
        stage.run(job)


# ---------------------------------------------------------------- customers and lanes


def test_ten_payments_at_once_make_one_customer(stage_of):
    stage = stage_of(*(paid(number, at=number) for number in range(1, 11)))
    stage.run_all(30)
    assert len(stage.posted(CUSTOMER)) == 1
    assert stage.posted(ORDER) == [f"ch_{number}" for number in range(1, 11)]
    assert len({record.customer for record in stage.syspro.of(RECEIPT)}) == 1


def test_two_currencies_of_one_payer_are_two_customers(stage_of):
    stage = stage_of(paid(1), paid(2, currency="eur", at=5))
    stage.run_all()
    assert {record.body.currency: record.body.reference for record in stage.syspro.of(CUSTOMER)}.keys() == {
        "USD",
        "EUR",
    }
    assert len({record.customer for record in stage.syspro.of(ORDER)}) == 2


def test_a_parked_customer_keeps_its_lane_waiting_and_no_other(stage_of):
    stage = stage_of(paid(1), paid(2, BOB, at=5))
    stage.script.next = {"post": ["refused"]}
    stage.run_all()
    assert stage.row(CUSTOMER, ANN.id).state is State.PARKED
    assert stage.row(ORDER, "ch_1").state is State.PENDING
    assert stage.posted(RECEIPT) == ["ch_2"]
    stage.ask("retry", what=str(stage.row(CUSTOMER, ANN.id).id))
    stage.run_all()
    assert stage.posted(RECEIPT) == ["ch_2", "ch_1"]


def test_documents_of_a_customer_that_was_given_up_are_parked(stage_of):
    stage = stage_of(paid(1))
    stage.script.next = {"post": ["refused"]}
    stage.run_all()
    stage.ask("ignore", what=str(stage.row(CUSTOMER).id), reason="A test payment.")
    stage.run_all()
    assert {row.reason_code for row in stage.rows(state=State.PARKED)} == {"customer.not_linked"}
    assert stage.syspro.records == []


def test_the_order_of_a_customer_goes_out_before_its_receipt_even_when_it_is_in_doubt(stage_of):
    stage = stage_of(guest(1))
    stage.script.next = {"post": ["lost after"]}
    stage.run_all()
    assert stage.posted(RECEIPT) == []
    stage.run("resolve", after_s=GRACE_S)
    stage.run_all()
    assert stage.posted(RECEIPT) == ["ch_1"]


def test_several_notices_of_one_payment_make_one_posting(stage_of):
    charge = paid(1)
    told = [event(charge, name=str(number)) for number in range(3)] + [event(charge, "charge.captured")]
    stage = stage_of(charge, told=told)
    stage.run_all()
    assert (stage.posted(ORDER), stage.posted(RECEIPT)) == (["ch_1"], ["ch_1"])
