"""The outbox against a model that is simple enough to be read: any order of decisions, posts, losses and people."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from agent.domain.attempts import Settlement
from agent.domain.documents import REPLACEABLE, TRANSITIONS, IllegalTransitionError, State
from agent.domain.errors import NeedsPerson
from agent.store import Store
from tests.databases import NAME, empty_database
from tests.store.builders import COMPANY, NOW, apply, customer, receipt

IN_FLIGHT = {State.POSTING, State.IN_DOUBT}
LANES = ("lane 0", "lane 1")
STARTS = (State.PENDING, State.PENDING, State.HELD, State.PARKED)


@dataclass
class Modelled:
    """What the model knows about one document."""

    id: int
    subject: str
    minor: int
    lane: str
    order_by: int
    blocks: bool
    state: State
    due_at: int
    reason: str = ""
    released: bool = False
    sendings: int = 0
    decided: State = State.PENDING

    @property
    def in_lane(self):
        return self.state in {State.PENDING, *IN_FLIGHT} or (self.blocks and self.state in {State.PARKED, State.HELD})


drafts = st.tuples(
    st.sampled_from(("a", "b", "customer")),
    st.integers(1, 2),
    st.sampled_from(LANES),
    st.integers(0, 3),
    st.sampled_from(STARTS),
)


class OutboxMachine(RuleBasedStateMachine):
    """Every rule does the same to the outbox and to the model; the invariants compare them."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(empty_database(Path(self.folder.name) / NAME))
        # Durability is tested elsewhere; here thousands of commits need not wait for the disk.
        self.store._connections.current().execute("PRAGMA synchronous = OFF")
        self.now = NOW
        self.documents = {}
        self.linked = False

    def teardown(self):
        self.store.close()
        self.folder.cleanup()

    # ------------------------------------------------ decisions

    @rule(
        subject=st.sampled_from(("ch_1", "ch_2")), wanted=st.lists(drafts, max_size=3, unique_by=lambda draft: draft[0])
    )
    def decide(self, subject, wanted):
        made = [self.draft(subject, *parts) for parts in wanted]
        apply(self.store, *(draft for _, draft in made), subject_id=subject, now=self.now)
        for key, draft in made:
            self.place(subject, key, draft)
        keys = {key for key, _ in made}
        for key, known in self.documents.items():
            if known.subject == subject and key not in keys and key != "customer":
                self.withdraw(known)

    def draft(self, subject, name, minor, lane, order_by, state):
        start = {"lane": lane, "order_by": order_by, "state": state}
        if state is not State.PENDING:
            start |= {"reason": "Because.", "reason_code": "because"}
        if name == "customer":
            return "customer", customer(name=f"Ann {minor}", **start)
        return (subject, name), receipt(subject, purpose=name, minor=minor, **start)

    def place(self, subject, key, draft):
        known = self.documents.get(key)
        minor = draft.amount.minor if draft.amount else int(draft.body.name[-1])
        if key == "customer" and self.linked:
            return
        if known is None:
            number = len(self.documents) + 1
            self.documents[key] = Modelled(
                number, subject, minor, draft.lane, draft.order_by, draft.blocks, draft.state, self.now, draft.reason,
                decided=draft.state,
            )  # fmt: skip
        elif key == "customer" and self.is_of_earlier(known, subject, draft):
            return
        elif known.state in REPLACEABLE:
            self.replace(subject, known, draft, minor)
        elif known.blocks and known.lane == draft.lane:
            known.order_by = min(draft.order_by, known.order_by)

    @staticmethod
    def is_of_earlier(known, subject, draft):
        """An earlier payment has made the customer, and it is about to go out."""
        return known.state is State.PENDING and known.subject != subject and known.order_by < draft.order_by

    def replace(self, subject, known, draft, minor):
        earliest = draft.order_by
        if known.blocks and known.lane == draft.lane:
            earliest = min(draft.order_by, known.order_by)
        if minor == known.minor and not self.starts_otherwise(known, draft):
            if known.blocks and known.lane == draft.lane:
                known.order_by = earliest
            return
        known.subject, known.minor, known.lane, known.order_by = subject, minor, draft.lane, earliest
        known.state, known.due_at, known.reason, known.released = draft.state, self.now, draft.reason, False
        known.decided = draft.state

    @staticmethod
    def starts_otherwise(known, draft):
        if draft.state is State.PENDING:
            # What SYSPRO refused goes out again only when a person asks for it.
            refused = known.state is State.PARKED and known.decided is State.PENDING
            return known.state is not State.PENDING and not refused
        if known.state is State.PENDING:
            return not known.released
        return (known.state, known.reason) != (draft.state, draft.reason)

    @staticmethod
    def withdraw(known):
        if known.state in REPLACEABLE and known.reason != "withdrawn":
            known.state, known.released, known.reason = State.HELD, False, "withdrawn"

    # ------------------------------------------------ posting

    def heads(self):
        """The first document of each lane, found the slow way."""
        for lane in LANES:
            waiting = [known for known in self.documents.values() if known.lane == lane and known.in_lane]
            if waiting:
                yield min(waiting, key=lambda known: (known.state not in IN_FLIGHT, known.order_by, known.id))

    @rule(limit=st.integers(1, 3))
    def claim(self, limit):
        ready = [known for known in self.heads() if known.state is State.PENDING and known.due_at <= self.now]
        expected = sorted(ready, key=lambda known: (known.order_by, known.id))[:limit]
        claimed = self.store.outbox.claim(COMPANY, limit, self.now)
        assert [document.id for document in claimed] == [known.id for known in expected]
        for known in expected:
            known.state, known.reason, known.sendings = State.POSTING, "", known.sendings + 1

    def with_state(self, *states):
        return sorted((known for known in self.documents.values() if known.state in states), key=lambda known: known.id)

    @precondition(lambda self: self.with_state(*IN_FLIGHT))
    @rule(choice=st.data(), after=st.sampled_from(State), wait_s=st.integers(0, 100))
    def settle(self, choice, after, wait_s):
        known = choice.draw(st.sampled_from(self.with_state(*IN_FLIGHT)))
        document = self.store.outbox.get(known.id)
        due_at = self.now + wait_s
        settlement = Settlement(after, "Why.", "why", due_at=due_at, erp_key="00001" if after is State.POSTED else "")
        if after not in TRANSITIONS[known.state]:
            with pytest.raises(IllegalTransitionError):
                self.store.outbox.settle(document, settlement, self.now)
            return
        self.store.outbox.settle(document, settlement, self.now)
        known.state, known.due_at, known.reason = after, due_at, "Why."
        self.linked = self.linked or (after is State.POSTED and self.documents.get("customer") is known)

    @rule()
    def power_cut(self):
        sending = self.with_state(State.POSTING)
        assert self.store.outbox.recover(self.now, self.now) == len(sending)
        for known in sending:
            known.state = State.IN_DOUBT

    @rule(seconds=st.integers(1, 120))
    def wait(self, seconds):
        self.now += seconds

    # ------------------------------------------------ people

    @precondition(lambda self: self.documents)
    @rule(choice=st.data(), cancels=st.booleans())
    def by_hand(self, choice, cancels):
        known = choice.draw(st.sampled_from(self.with_state(*State)))
        act = self.store.outbox.cancel if cancels else self.store.outbox.release
        if known.state not in {State.PARKED, State.HELD}:
            with pytest.raises(NeedsPerson):
                act(known.id, by="Ann", reason="I say so.", now=self.now)
            return
        act(known.id, by="Ann", reason="I say so.", now=self.now)
        known.reason = ""
        if cancels:
            known.state = State.CANCELLED
        else:
            known.state, known.due_at, known.released = State.PENDING, self.now, True

    @precondition(lambda self: self.documents)
    @rule(choice=st.data())
    def approval_taken_back(self, choice):
        known = choice.draw(st.sampled_from(self.with_state(*State)))
        before = self.store.outbox.get(known.id)
        try:
            count = self.store.outbox.hold_again(known.id, by="Ann", now=self.now)
        except NeedsPerson:
            assert self.store.outbox.get(known.id) == before
            return
        assert (count, known.state, known.released) == (1, State.PENDING, True), "only what a person let go"
        known.state, known.released, known.reason = State.HELD, False, self.store.outbox.get(known.id).reason

    # ------------------------------------------------ what always holds

    @invariant()
    def outbox_and_model_agree(self):
        for known in self.documents.values():
            document = self.store.outbox.get(known.id)
            assert document.state is known.state
            assert (document.draft.lane, document.draft.order_by) == (known.lane, known.order_by)
            if known.state is State.PENDING:
                assert document.due_at == known.due_at

    @invariant()
    def a_lane_has_at_most_one_in_flight(self):
        for lane in LANES:
            assert sum(known.lane == lane for known in self.with_state(*IN_FLIGHT)) <= 1

    @invariant()
    def every_lane_knows_its_head(self):
        stored = {row["lane"]: row["head_id"] for row in self.store._connections.all("SELECT * FROM lanes")}
        assert stored == {known.lane: known.id for known in self.heads()}

    @invariant()
    def the_audit_tells_of_every_sending_and_at_most_one_posting(self):
        rows = self.store._connections.all("SELECT subject, action FROM audit")
        actions = [(row["subject"], row["action"]) for row in rows]
        for known in self.documents.values():
            subject = str(self.store.outbox.get(known.id).draft.key)
            assert actions.count((subject, "document.posting")) == known.sendings
            assert actions.count((subject, "document.posted")) == int(known.state is State.POSTED)
        assert self.store.audit.examine().whole


TestOutboxAgainstTheModel = OutboxMachine.TestCase
TestOutboxAgainstTheModel.settings = settings(stateful_step_count=30)
