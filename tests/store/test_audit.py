"""The audit vouches for decisions, their facts, documents and mapping revisions; an altered row is named."""

from dataclasses import replace

import pytest

from agent.domain.attempts import Settlement
from agent.domain.decisions import IGNORED_BY_PERSON, Outcome
from agent.domain.documents import Leg, Part, State
from agent.store import Store, audit, examination, seals
from tests.store.builders import NOW, POSTED, apply, customer, decision, facts, receipt, settle, subject


@pytest.fixture
def busy(store):
    """A store in which a payment was posted, one is parked, and one was ignored by a person."""
    store.revisions.append("a mapping", author="Ann", comment="first", now=NOW)
    apply(store, customer(), receipt(order_by=2, party="cus_1|usd"))
    settle(store, POSTED)
    settle(store, POSTED)
    apply(store, receipt("ch_2", lane="other"), subject_id="ch_2")
    settle(store, Settlement(State.PARKED, "Mr. Smith was refused.", "syspro.refused"))
    made = decision(subject="ch_3", outcome=Outcome.IGNORED, reason="A test.", reason_code=IGNORED_BY_PERSON)
    store.outbox.apply(made, facts("ch_3"), subject("ch_3"), NOW, "Ann")
    return store


def alter(store, sql, *triggers):
    """Change the file as somebody with a database tool would."""
    db = store._connections.current()
    for trigger in triggers:
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute(sql)


def found(store):
    return [(one.table, one.row) for one in store.audit.examine().altered]


def test_a_store_that_nobody_touched_is_whole(busy):
    seen = busy.audit.examine()
    assert seen.whole
    assert (seen.decisions, seen.documents, seen.revisions, seen.unsealed) == (3, 3, 1, 0)
    newest = busy.audit.list(limit=1)[0]
    assert (seen.rows, seen.head) == (newest.id, newest.hash)


def test_an_empty_store_is_whole(store):
    seen = store.audit.examine()
    assert (seen.whole, seen.rows, seen.head, seen.altered) == (True, 0, "", ())


def test_the_audit_says_who_decided_on_which_facts_with_which_revision(busy):
    [person] = busy.audit.list(subject="ch_3")
    assert (person.actor, person.action) == ("Ann", "decision.ignored")
    assert seals.unsealed(person.detail) == "decision 3 on facts 3, flow flow, mapping revision 1: ignored_by_person"
    [engine] = busy.audit.list(subject="ch_1")
    assert (engine.actor, engine.action) == ("engine", "decision.documents")
    assert not any("Smith" in row.detail for row in busy.audit.list())


DECISION_CHANGES = [
    "outcome = 'ignored'",
    "reason = 'x'",
    "reason_code = 'x'",
    "flow = 'x'",
    "revision = 7",
    "amount_minor = 1, amount_currency = 'usd'",
    "decided_at = 1",
    "subject = 'ch_9'",
    "company = 'X'",
    "facts_id = 3",
]


@pytest.mark.parametrize("change", DECISION_CHANGES)
def test_a_changed_decision_is_found(busy, change):
    alter(busy, f"UPDATE decisions SET {change} WHERE id = 1")
    assert found(busy) == [("decisions", 1)]


@pytest.mark.parametrize("change", ["content = x'00'", "content = zeroblob(5)", "read_at = 1", "subject = 'x'"])
def test_changed_facts_are_found(busy, change):
    alter(busy, f"UPDATE facts SET {change} WHERE id = 2")
    [one] = busy.audit.examine().altered
    assert (one.table, one.row, one.at, one.action, one.subject) == ("decisions", 2, NOW, "decision.documents", "ch_2")
    assert "row 2 of facts" in one.what


@pytest.mark.parametrize("table", ["facts", "decisions"])
def test_removed_facts_and_decisions_are_found(busy, table):
    alter(busy, f"DELETE FROM {table} WHERE id = 2")
    assert found(busy) == [("decisions", 2)]


def test_a_decision_that_nobody_made_is_found(busy):
    alter(busy, "INSERT INTO decisions SELECT 99, facts_id, company, 'ch_9', outcome, reason, reason_code, flow, "
                "revision, amount_minor, amount_currency, decided_at, NULL, '' FROM decisions WHERE id = 1")  # fmt: skip
    [one] = busy.audit.examine().altered
    assert (one.table, one.row, one.what) == ("decisions", 99, "No audit row vouches for the decision.")


@pytest.mark.parametrize("column", [name for name in seals.DOCUMENT if name not in {"company", "kind", "purpose"}])
def test_a_document_that_is_not_what_was_decided_is_found(busy, column):
    alter(busy, f"UPDATE documents SET {column} = 77 WHERE id = 2")
    assert found(busy) == [("documents", 2)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE document_legs SET minor = 7 WHERE document_id = 2",
        "UPDATE document_legs SET leg = 'ch_9' WHERE document_id = 2",
        "UPDATE document_legs SET part = 'fees' WHERE document_id = 2",
        "UPDATE document_legs SET line = '1000' WHERE document_id = 2",
        "DELETE FROM document_legs WHERE document_id = 2",
        "INSERT INTO document_legs (leg, part, document_id) VALUES ('ch_1', 'fees', 2)",
    ],
)
def test_a_changed_leg_is_found(busy, change):
    alter(busy, change)
    [one] = busy.audit.examine().altered
    assert (one.table, one.row) == ("documents", 2)
    assert "what it posts of Stripe's movements" in one.what


def test_a_seal_of_before_legs_were_sealed_still_vouches_for_its_document(busy):
    row = busy._connections.current().execute("SELECT * FROM documents WHERE id = 2").fetchone()
    detail = seals.sealed("posted", seals.of_document(row, None))
    with busy._connections.writing() as db:
        audit.record(
            db, actor="engine", action=seals.COVERS, subject="EDU1/receipt/payment/ch_1", detail=detail, now=NOW
        )
    assert busy.audit.examine().whole
    alter(busy, "UPDATE documents SET title = 'x' WHERE id = 2")
    assert found(busy) == [("documents", 2)]


def test_a_leg_beside_none_is_found(store):
    apply(store, replace(receipt("re_1"), legs=()), subject_id="re_1")
    alter(store, "INSERT INTO document_legs (leg, part, document_id) VALUES ('ch_1', 'amount', 1)")
    assert found(store) == [("documents", 1)]


@pytest.mark.parametrize("posted", [True, False])
def test_other_legs_under_the_same_body_are_stored_and_sealed(store, posted):
    apply(store, replace(receipt("re_1"), legs=()), subject_id="re_1")
    if posted:
        settle(store, POSTED)
    legs = (Leg("txn_7", Part.AMOUNT, 90), Leg("txn_7", Part.FEES), Leg("txn_7", Part.AMOUNT, 80))
    apply(store, replace(receipt("re_1"), legs=legs), subject_id="re_1")
    assert store.reconciling.legs(1) == legs[:2]
    assert store.audit.examine().whole
    assert (store.outbox.get(1).state is State.POSTED) is posted
    apply(store, replace(receipt("re_1"), legs=legs), subject_id="re_1")
    assert [row.action for row in store.audit.list(subject="EDU1/receipt/payment/re_1")].count("document.covers") == 1
    alter(store, "UPDATE documents SET erp_key = '7'")
    assert store.audit.examine().found == int(posted)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("state = 'cancelled'", "The document is cancelled; by the audit it is posted."),
        ("erp_key = '00043'", "Its SYSPRO key is 00043; by the audit it is 00042."),
        ("erp_key = ''", "Its SYSPRO key is empty; by the audit it is 00042."),
        ("kind = 'nothing'", "No audit row vouches for the document."),
    ],
)
def test_a_document_whose_life_was_altered_is_found(busy, change, sentence):
    alter(busy, f"UPDATE documents SET {change} WHERE id = 2")
    assert [one.what for one in busy.audit.examine().altered] == [sentence]


def test_a_changed_mapping_revision_is_found(busy):
    alter(busy, "UPDATE revisions SET content = 'another'", "revisions_never_change")
    assert found(busy) == [("revisions", 1)]


def test_a_mapping_revision_that_nobody_added_is_found(busy):
    alter(busy, "INSERT INTO revisions VALUES (2, 'x', 'Ann', '', 1)")
    assert found(busy) == [("revisions", 2)]


@pytest.mark.parametrize("column", ["at", "actor", "action", "subject", "detail", "hash"])
def test_every_column_of_the_chain_is_covered(busy, column):
    alter(busy, f"UPDATE audit SET {column} = 12 WHERE id = 1", "audit_never_changes")
    assert found(busy)[0][0] == "audit"


def test_each_altered_row_of_the_chain_is_named_alone(busy):
    alter(busy, "UPDATE audit SET actor = 'x' WHERE id IN (3, 5)", "audit_never_changes")
    assert found(busy) == [("audit", 3), ("audit", 5)]


def test_a_removed_row_is_named_by_the_one_that_follows(busy):
    alter(busy, "DELETE FROM audit WHERE id IN (3, 4)", "audit_never_goes")
    first = busy.audit.examine().altered[0]
    assert (first.table, first.row, first.what) == ("audit", 5, "Rows 3 to 4 before it are missing.")


def test_a_chain_that_was_cut_off_misses_what_it_vouched_for(busy):
    alter(busy, "DELETE FROM audit WHERE id > 10", "audit_never_goes")
    assert {one.table for one in busy.audit.examine().altered} == {"documents", "decisions"}


def test_only_the_first_hundred_are_named_and_all_are_counted(store):
    for number in range(examination.MOST + 5):
        store.audit.append("Ann", "did", str(number), "", NOW)
    alter(store, "UPDATE audit SET detail = 'x'", "audit_never_changes")
    seen = store.audit.examine()
    assert (seen.found, len(seen.altered)) == (examination.MOST + 5, examination.MOST)


def test_what_an_older_version_did_not_seal_is_counted_and_not_called_altered(store):
    """An older version wrote no audit row a decision, and no seal and no key in those of documents."""
    apply(store, receipt())
    settle(store, POSTED)
    store.revisions.append("a", author="Ann", comment="first", now=NOW)
    rows = [row for row in reversed(store.audit.list()) if not row.action.startswith("decision.")]
    alter(store, "DELETE FROM audit", "audit_never_goes")
    with store._connections.writing() as db:
        for row in rows:
            detail = seals.unsealed(row.detail).split(": SYSPRO")[0]
            audit.record(db, actor=row.actor, action=row.action, subject=row.subject, detail=detail, now=row.at)
    seen = store.audit.examine()
    assert (seen.whole, seen.decisions, seen.unsealed) == (True, 0, 3)
    apply(store, receipt("ch_2", lane="x"), subject_id="ch_2")
    seen = store.audit.examine()
    assert (seen.whole, seen.decisions, seen.unsealed) == (True, 1, 3)


def test_every_way_of_a_document_is_what_the_audit_says(store):
    """Replaced, withdrawn, released, in doubt, resolved: the examination follows."""
    apply(store, receipt(), receipt(purpose="second", lane="x"))
    apply(store, receipt(minor=200))
    settle(store, Settlement(State.PARKED, "Refused.", "syspro.refused"))
    store.outbox.release(1, by="Ann", reason="Fixed; SYSPRO key none", now=NOW)
    settle(store, Settlement(State.IN_DOUBT, due_at=NOW))
    assert store.audit.examine().whole
    store.outbox.settle(store.outbox.get(1), POSTED, NOW)
    assert store.audit.examine().whole


def test_the_chain_is_examined_while_the_engine_writes(busy):
    before = busy.audit.examine()
    with Store.open(busy.path) as engine, busy._connections.reading() as db:
        db.execute("SELECT count(*) FROM audit").fetchone()
        apply(engine, receipt("ch_7", lane="seven"), subject_id="ch_7")
        seen = examination.examine(db)
    assert (seen.rows, seen.whole) == (before.rows, True)
    assert busy.audit.examine().rows == before.rows + 2


def test_a_seal_is_read_back_and_nothing_else_passes_for_one():
    seal = "a" * 64
    assert seals.seal_in(seals.sealed("x", seal)) == seal
    assert seals.seal_in(seals.sealed("", seal)) == seal
    assert seals.unsealed(seals.sealed("x: y", seal)) == "x: y"
    assert seals.seal_in("x: sealed abc") == ""
    assert seals.seal_in(f"x: sealed {seal} y") == ""
    assert seals.decision_in("something else") == 0
