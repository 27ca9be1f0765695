"""The outbox: decisions, and the documents on their way to SYSPRO."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from agent import ports
from agent.domain.attempts import Discrepancy, Settlement
from agent.domain.codec import dumps, loads
from agent.domain.decisions import IGNORED_BY_PERSON, Decision, Outcome
from agent.domain.documents import Document, DocumentKey, IllegalTransitionError, State
from agent.domain.events import RETRY, Subject
from agent.domain.facts import Facts
from agent.domain.habits.past import CHECKS
from agent.domain.kinds import Kind
from agent.store import (
    audit,
    by_hand,
    deciding,
    discrepancies,
    given_up,
    inbox,
    lanes,
    moves,
    notes,
    placing,
    rows,
    settling,
    taking_back,
)
from agent.store.database import Connections
from agent.store.lease import LeaseKeeper
from agent.store.packing import pack, storable, unpack

_IN_DOUBT = """
SELECT * FROM documents WHERE company = ? AND state = 'in_doubt' AND due_at <= ? ORDER BY due_at, id LIMIT ?
"""

# All documents that exist for one subject, those of the latest decision that made any of them first. Documents that are
# made once belong to other payments as well.
_MADE = """
SELECT documents.company, documents.kind, documents.purpose, documents.stripe_id, documents.state, made.id AS made_by,
    made.facts_id, made.revision
FROM decisions AS made JOIN documents ON documents.decision_id = made.id
WHERE made.subject = ? AND NOT documents.once
ORDER BY made.id DESC
"""

_SENT = frozenset({State.POSTING.value, State.IN_DOUBT.value, State.POSTED.value})

# What settling looks at, without the body and the other long texts.
_STANDING = """
SELECT id, company, kind, purpose, stripe_id, party, title, lane, state, attempts, erp_key, sent_at, looks
FROM documents WHERE id = ?
"""

_SUBJECT = "SELECT subject FROM decisions WHERE id = (SELECT decision_id FROM documents WHERE id = ?)"

_LATEST = "SELECT outcome, reason_code FROM decisions WHERE subject = ? AND company = ? ORDER BY id DESC LIMIT 1"

_HELD_FOR = """
SELECT subject FROM decisions AS latest WHERE company = :company AND outcome = 'held' AND reason_code = :code AND id = (
    SELECT max(id) FROM decisions WHERE subject = latest.subject AND company = :company
) ORDER BY id
"""

_ON_ITS_WAY = """
SELECT 1 FROM documents
WHERE company = :company AND party <> :party AND kind = 'customer' AND state IN ('pending', 'posting', 'in_doubt')
    AND body ->> '$.currency' = :currency AND lower(body ->> '$.email') = lower(:email)
LIMIT 1
"""

# The bounds are those of the index documents_of_refunds.
_REFUNDS = """
SELECT * FROM documents WHERE company = ? AND lane = ? AND lane >= 'refund|' AND lane < 'refund}' ORDER BY id
"""

_ABOUT = "SELECT * FROM documents WHERE stripe_id IN (SELECT value FROM json_each(?)) ORDER BY id"

# A flow's hold keeps all documents of a decision for one approval.
_TOGETHER = """
SELECT others.id FROM documents AS one JOIN documents AS others
    ON others.decision_id = one.decision_id AND others.state = 'held' AND others.reason_code = one.reason_code
WHERE one.id = ? AND one.state = 'held' AND one.reason_code LIKE 'hold.%' AND others.id <> one.id
ORDER BY others.id
"""

_PENDING_OF = """
SELECT 1 FROM documents
WHERE company = ? AND state = 'pending' AND kind IN (SELECT value FROM json_each(?)) LIMIT 1
"""

_UNVERIFIED = """
SELECT * FROM documents WHERE company = ? AND state = 'posted' AND verified_at IS NULL ORDER BY id LIMIT ?
"""


class Outbox(ports.Outbox):
    """See :class:`agent.ports.Outbox`."""

    def __init__(self, connections: Connections, lease: LeaseKeeper) -> None:
        self._connections = connections
        self._lease = lease

    def apply(  # noqa: PLR0913 - what is decided, and when, by whom and knowing what
        self,
        decision: Decision,
        facts: Facts,
        subject: Subject,
        now: int,
        by: str = audit.ENGINE,
        *,
        again_at: int | None = None,
        sent: frozenset[DocumentKey] | None = None,
    ) -> bool:
        """Store facts, decision, links and documents, and finish the subject's events; return whether that was done.

        With ``sent``, the documents about the subject that were sent when it was decided, nothing is done where any
        other one was sent since. With ``again_at`` the events are kept and wait until then. What waits still, for the
        same reason and with no further movement, is not stored once more. Where a person has ignored the subject
        meanwhile, and nobody asked to decide it again, only the events are finished.
        """
        content = pack(dumps(facts))
        with self._connections.writing() as db:
            if sent is not None and not _gone(db.execute(_MADE, (decision.subject,))) <= sent:
                return False
            latest = db.execute(deciding.LATEST, (decision.subject,)).fetchone()
            if deciding.overruled(latest, decision, subject):
                inbox.finish(db, subject.event_ids, latest["id"], now)
                return True
            if again_at is not None:
                inbox.keep(db, subject.event_ids, again_at)
            if deciding.said_before(latest, decision, facts):
                if again_at is None:
                    inbox.finish(db, subject.event_ids, latest["id"], now)
                return True
            decision_id = deciding.add(db, decision, facts, content, now=now, by=by)
            for link in decision.links:
                settling.add_link(db, facts.company, link, now)
            decided = placing.Decided(decision_id, decision.revision, now, by_person=RETRY in subject.types)
            for draft in decision.drafts:
                placing.place(db, draft, decided)
            placing.withdraw(db, decision, facts.company, now)
            placing.withdraw_superfluous(db, decision, facts.company, now)
            notes.tell(db, decision, decision_id, facts.company, now)
            if facts.habits is not None:
                unusual = [Discrepancy(decision.subject, f"check.{one.code}", one.reason) for one in decision.warnings]
                discrepancies.replace(db, CHECKS, decision.subject, unusual, now)
            if again_at is None:
                inbox.finish(db, subject.event_ids, decision_id, now)
            return True

    def claim(self, company: str, limit: int, now: int) -> list[Document]:
        """Turn up to ``limit`` due lane heads from pending to posting, commit, and return them in order.

        Raises:
            Misconfigured: When the lease is somebody else's by now: theirs are the documents.
        """
        columns: dict[str, Any] = {"sent_at": now, "due_at": None, "reason": "", "reason_code": "", "looks": 0}
        with self._connections.writing_durably() as db:
            self._lease.check_within(db)
            heads = lanes.due_heads(db, company, limit, now)
            moves.take(db, heads, columns, now)
        return [replace(rows.document_of(row), state=State.POSTING, **columns) for row in heads]

    def settle(self, document: Document, settlement: Settlement, now: int) -> None:
        """Record the attempt and move the document; posted ones get their link.

        Raises:
            IllegalTransitionError: When the state machine has no such step, or the document has moved on since
                ``document`` was read.
        """
        self.settle_all([(document, settlement)], now)

    def settle_all(self, outcomes: Sequence[tuple[Document, Settlement]], now: int) -> None:
        """Settle several documents, all or none of them; raises as :meth:`settle` does."""
        with self._connections.writing() as db:
            for document, settlement in outcomes:
                _settle(db, document, settlement, now)

    def recover(self, due_at: int, now: int) -> int:
        """Turn every posting document into one in doubt, to be looked up at ``due_at``; return how many."""
        columns = {
            "due_at": due_at,
            "reason": "The program stopped while this was being sent.",
            "reason_code": "recovered",
            "looks": 0,
        }
        with self._connections.writing() as db:
            found = db.execute("SELECT * FROM documents WHERE state = 'posting' ORDER BY id").fetchall()
            for row in found:
                moves.move(db, row, State.IN_DOUBT, columns, why="recovered", now=now)
            return len(found)

    def in_doubt(self, company: str, limit: int, now: int) -> list[Document]:
        """Return documents in doubt whose look-up is due."""
        return [rows.document_of(row) for row in self._connections.all(_IN_DOUBT, (company, now, limit))]

    def still_in_doubt(
        self, document: Document, *, looks: int, due_at: int | None, reason: str, reason_code: str, now: int
    ) -> None:
        """Record a look-up in vain; ``due_at`` ``None`` leaves the document to a person.

        Raises:
            IllegalTransitionError: When the document is not in doubt, or has moved on since it was read.
        """
        columns = {"looks": looks, "due_at": due_at, "reason": storable(reason), "reason_code": reason_code}
        with self._connections.writing() as db:
            row = _unmoved(db, document)
            if row["state"] != State.IN_DOUBT.value:
                raise IllegalTransitionError(f"Document {document.id} is {row['state']}, not in doubt.")
            moves.update(db, document.id, columns | {"updated_at": now})

    def sent(self, subject: str) -> ports.Sent | None:
        """Return what was sent about a subject, or ``None`` when nothing of it was.

        A customer that was made for it does not count: deciding it again with other facts can do no harm.
        """
        with self._connections.reading() as db:
            made = db.execute(_MADE, (subject,)).fetchall()
            gone = [row for row in made if row["state"] in _SENT]
            if not gone:
                return None
            latest = made[0]
            content = db.execute("SELECT content FROM facts WHERE id = ?", (latest["facts_id"],)).fetchone()[0]
        return ports.Sent(
            facts=loads(Facts, unpack(content)),
            revision=latest["revision"],
            keys=_gone(gone),
            settled=frozenset(rows.key_of(row) for row in gone if row["made_by"] != latest["made_by"]),
        )

    def subject_of(self, document_id: int) -> str:
        """Return the Stripe id whose decision made a document; empty when there is no such document."""
        row = self._connections.one(_SUBJECT, (document_id,))
        return str(row["subject"]) if row else ""

    def only_unreadable(self, subject: str, reason_code: str) -> bool:
        """Return whether a subject was never decided, or only held for this reason."""
        row = self._connections.one(deciding.LATEST, (subject,))
        return row is None or row["reason_code"] == reason_code

    def latest(self, company: str, subject: str) -> tuple[Outcome, str] | None:
        """Return outcome and reason code of the latest decision about a subject, or ``None`` where there is none."""
        row = self._connections.one(_LATEST, (subject, company))
        return None if row is None else (Outcome(row["outcome"]), row["reason_code"])

    def ignored_by_person(self, subject: str) -> bool:
        """Return whether the latest decision about a subject is a person's, to ignore it."""
        row = self._connections.one(deciding.LATEST, (subject,))
        return row is not None and row["reason_code"] == IGNORED_BY_PERSON

    def held_for(self, company: str, reason_code: str) -> list[str]:
        """Return the subjects whose latest decision is held for this reason, oldest first."""
        values = {"company": company, "code": reason_code}
        return [row["subject"] for row in self._connections.all(_HELD_FOR, values)]

    def customer_on_its_way(self, company: str, email: str, currency: str, party: str) -> bool:
        """Return whether another payer's new customer with this e-mail address and SYSPRO currency is being made."""
        values = {"company": company, "email": email, "currency": currency, "party": party}
        return self._connections.one(_ON_ITS_WAY, values) is not None

    def about(self, stripe_ids: Sequence[str]) -> list[Document]:
        """Return all documents that exist for these Stripe objects, oldest first."""
        found = self._connections.all(_ABOUT, (json.dumps(list(stripe_ids)),))
        return [rows.document_of(row) for row in found]

    def refunds_in(self, company: str, lane: str) -> list[Document]:
        """Return all documents of refunds and disputes that were ever put into a lane, oldest first."""
        return [rows.document_of(row) for row in self._connections.all(_REFUNDS, (company, lane))]

    def erp_keys(self, keys: Sequence[DocumentKey]) -> Mapping[DocumentKey, str]:
        """Return the SYSPRO keys of those documents that are posted."""
        with self._connections.reading() as db:
            found = {key: rows.by_key(db, key) for key in keys}
        posted = State.POSTED.value
        return {key: row["erp_key"] for key, row in found.items() if row is not None and row["state"] == posted}

    def unverified(self, company: str, limit: int) -> list[Document]:
        """Return posted documents that were not read back yet."""
        return [rows.document_of(row) for row in self._connections.all(_UNVERIFIED, (company, limit))]

    def verified(
        self, documents: Sequence[Document], differences: Mapping[int, Sequence[Discrepancy]], now: int
    ) -> None:
        """Record that documents were read back together, and open, or close, the discrepancies of each."""
        with self._connections.writing() as db:
            for document in documents:
                moves.update(db, document.id, {"verified_at": now})
                discrepancies.replace(db, "read_back", str(document.draft.key), differences[document.id], now)

    def get(self, document_id: int) -> Document | None:
        """Return one document."""
        row = self._connections.one(by_hand.DOCUMENT, (document_id,))
        return rows.document_of(row) if row else None

    def counts(self) -> Mapping[State, int]:
        """Return how many documents are in each state."""
        found = self._connections.all("SELECT state, count(*) AS number FROM documents GROUP BY state")
        return dict.fromkeys(State, 0) | {State(row["state"]): row["number"] for row in found}

    def pending_of(self, company: str, kinds: Collection[Kind]) -> bool:
        """Return whether a document of one of these kinds waits to be sent."""
        values = (company, json.dumps([kind.value for kind in kinds]))
        return self._connections.one(_PENDING_OF, values) is not None

    def held_with(self, document_id: int) -> list[int]:
        """Return the other documents that a flow's hold keeps together with one, by number."""
        return [row["id"] for row in self._connections.all(_TOGETHER, (document_id,))]

    def release(self, document_id: int, *, by: str, reason: str, now: int, wait_s: int = 0) -> None:
        """Turn a parked or held document into a pending one, due after ``wait_s`` seconds.

        Raises:
            NeedsPerson: When there is no such document, or it is in another state; the message says which.
        """
        with self._connections.writing_durably() as db:
            row = by_hand.waiting(db, document_id, "released")
            released = {"reason": "", "reason_code": "", "looks": 0, "released": row["fingerprint"]}
            columns = {"due_at": now + wait_s, **released}
            moves.move(db, row, State.PENDING, columns, actor=by, why=reason, now=now)

    def cancel(self, document_id: int, *, by: str, reason: str, now: int) -> str:
        """Turn a parked or held document into a cancelled one; ``reason`` stays with it.

        Returns:
            What is to be minded when it is booked by hand, which stays with it as well; empty for nothing.

        Raises:
            NeedsPerson: When there is no such document, or it is in another state; the message says which.
        """
        with self._connections.writing_durably() as db:
            row = by_hand.waiting(db, document_id, "cancelled")
            mind = given_up.to_mind(db, document_id)
            columns = {"due_at": None, "reason": " ".join(filter(None, (reason, mind))), "reason_code": "cancelled"}
            moves.move(db, row, State.CANCELLED, columns, actor=by, why=reason, now=now)
            return mind

    def restore(self, document_id: int, *, by: str, now: int) -> State:
        """Take back that a person gave a document up; return the state in which it waits again.

        Raises:
            NeedsPerson: When it was not given up, or something rests on that by now; the message says what.
        """
        with self._connections.writing_durably() as db:
            return taking_back.restore(db, by_hand.row_of(db, document_id), by=by, now=now)

    def hold_again(self, document_id: int, *, by: str, now: int) -> int:
        """Take back that a person approved a document, and what went with it; return how many wait again.

        Raises:
            NeedsPerson: When no approval lets it wait to be posted, or the engine has begun to post what went with it.
        """
        with self._connections.writing_durably() as db:
            return taking_back.hold_again(db, by_hand.row_of(db, document_id), by=by, now=now)


def _settle(db: Database, document: Document, settlement: Settlement, now: int) -> None:
    row = _unmoved(db, document)
    settling.add_attempt(db, document.id, settlement, now)
    columns = settling.settled(row, settlement, now)
    moves.move(db, row, settlement.state, columns, why=settlement.reason_code, now=now)
    if settlement.state is State.POSTED and columns["erp_key"]:
        settling.add_link(db, row["company"], settling.link_of(row, columns["erp_key"]), now)


def _gone(made: Iterable[sqlite3.Row]) -> frozenset[DocumentKey]:
    """Return the keys of those documents that SYSPRO has, or may have."""
    return frozenset(rows.key_of(row) for row in made if row["state"] in _SENT)


def _unmoved(db: Database, document: Document) -> sqlite3.Row:
    # Two that settle one document at once would each believe what it knew before; the second one is a bug.
    row = by_hand.row_of(db, document.id, _STANDING)
    if row["state"] != document.state.value:
        raise IllegalTransitionError(f"Document {document.id} is {row['state']} by now, not {document.state.value}.")
    if (row["sent_at"], row["looks"]) != (document.sent_at, document.looks):
        raise IllegalTransitionError(f"Document {document.id} was sent or looked up again since it was read.")
    return row
