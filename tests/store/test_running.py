"""Settings, revisions, commands, lease, marks, allowance, audit, discrepancies and housekeeping."""

import sqlite3

import pytest

from agent.domain.attempts import Discrepancy, Settlement
from agent.domain.decisions import Outcome
from agent.domain.documents import State
from agent.domain.errors import Exchange, Misconfigured
from agent.domain.settings import BadSettingError
from agent.store import Store
from tests.store.builders import COMPANY, NOW, apply, decision, event, facts, receipt

DAY_S = 86400


def last(store):
    row = store.audit.list(limit=1)[0]
    return row.actor, row.action, row.subject, row.detail


# ---------------------------------------------------------------- settings


def test_a_setting_is_kept_and_told_of(store):
    store.settings.set("site.time_zone", "Europe/London", by="Ann", now=NOW)
    store.settings.set("site.time_zone", "Europe/Berlin", by="Ben", now=NOW)
    assert store.settings.all() == {"site.time_zone": "Europe/Berlin"}
    assert last(store) == ("Ben", "setting.set", "site.time_zone", "'Europe/London' -> 'Europe/Berlin'")


def test_a_setting_goes_back_to_its_default(store):
    store.settings.set("site.time_zone", "Europe/London", by="Ann", now=NOW)
    store.settings.unset("site.time_zone", by="Ann", now=NOW)
    store.settings.unset("site.time_zone", by="Ann", now=NOW)
    assert store.settings.all() == {}
    assert [row.action for row in store.audit.list()] == ["setting.unset", "setting.set"]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("site.time_zone", "Atlantis", "no time zone"),
        ("no.such", "1", "There is no setting"),
        ("stripe.key", "rk_test_1", "is a secret"),
    ],
)
def test_what_does_not_fit_is_refused_and_not_kept(store, name, text, why):
    with pytest.raises(BadSettingError, match=why) as refused:
        store.settings.set(name, text, by="Ann", now=NOW)
    assert "rk_test_1" not in str(refused.value)
    assert store.settings.all() == {}
    assert store.audit.list() == []


def test_a_secret_cannot_be_unset_here(store):
    with pytest.raises(BadSettingError, match="is a secret"):
        store.settings.unset("stripe.key", by="Ann", now=NOW)


@pytest.mark.parametrize("drafts", [(), (receipt(),)], ids=["decided only", "with a document"])
def test_the_company_cannot_be_changed_once_there_is_something_of_it(store, drafts):
    store.settings.set("syspro.company", COMPANY, by="Ann", now=NOW)
    apply(store, *drafts, outcome=Outcome.DOCUMENTS if drafts else Outcome.HELD)
    with pytest.raises(Misconfigured) as refused:
        store.settings.set("syspro.company", "B", by="Ann", now=NOW)
    assert "EDU1" in refused.value.problem.message
    assert "company B" in refused.value.problem.message
    assert "`syspro-stripe pairs add NAME`" in refused.value.problem.press
    assert store.settings.all() == {"syspro.company": COMPANY}
    store.settings.set("syspro.company", COMPANY, by="Ann", now=NOW)


def test_the_company_is_anybodys_choice_before_anything_was_decided(store):
    store.settings.set("syspro.company", COMPANY, by="Ann", now=NOW)
    store.settings.set("syspro.company", "B", by="Ann", now=NOW)
    assert store.settings.all() == {"syspro.company": "B"}


# ---------------------------------------------------------------- revisions


def test_revisions_are_numbered_and_kept(store):
    assert store.revisions.get(1) is None
    assert store.revisions.append("a", author="Ann", comment="first", now=NOW) == 1
    assert store.revisions.append("a", author="Ann", comment="no change", now=NOW) == 1
    assert store.revisions.append("b", author="Ben", comment="second", now=NOW) == 2
    assert store.revisions.append("a", author="Ann", comment="back to 1", now=NOW) == 3
    assert store.revisions.get(3).content == "a"
    assert (store.revisions.get(2).author, store.revisions.get(2).comment) == ("Ben", "second")
    assert store.revisions.get(4) is None
    assert len(store.audit.list()) == 3


@pytest.mark.parametrize("sql", ["UPDATE revisions SET content = 'x'", "DELETE FROM revisions"])
def test_a_revision_cannot_be_changed_or_removed(store, sql):
    store.revisions.append("a", author="Ann", comment="first", now=NOW)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store._connections.current().execute(sql)


# ---------------------------------------------------------------- commands


def test_commands_are_picked_up_in_order_until_finished(store):
    first = store.commands.add("pause", {"until": "resumed"}, by="Ann", now=NOW)
    second = store.commands.add("resume", {}, by="Ben", now=NOW + 1)
    assert store.commands.next().id == store.commands.next().id == first
    assert store.commands.next().arguments == {"until": "resumed"}
    store.commands.finish(first, result="Paused.", ok=True, now=NOW + 2)
    store.commands.finish(first, result="Again?", ok=False, now=NOW + 3)
    assert store.commands.next().id == second
    done = store.commands.get(first)
    assert (done.ok, done.result, done.finished_at, done.author) == (True, "Paused.", NOW + 2, "Ann")
    assert last(store) == ("engine", "command.done", str(first), "Paused.")


def test_a_refused_command_says_so(store):
    number = store.commands.add("retry", {"what": "12"}, by="Ann", now=NOW)
    store.commands.finish(number, result="There is no document 12.", ok=False, now=NOW)
    assert (store.commands.next(), store.commands.get(99)) == (None, None)
    assert not store.commands.get(number).ok
    assert last(store)[1] == "command.refused"


# ---------------------------------------------------------------- lease


def hold(store, machine="alpha", holder="alpha/1", now=NOW):
    return store.lease.hold(holder, machine, COMPANY, now=now, ttl_s=60)


def test_the_first_engine_takes_the_lease(store):
    assert store.lease.read() is None
    lease = hold(store)
    assert store.lease.read() == lease
    assert (lease.machine, lease.company, lease.alive(NOW + 60), lease.alive(NOW + 61)) == (
        "alpha",
        COMPANY,
        True,
        False,
    )


def test_an_engine_of_another_company_does_not_start_over_the_documents_of_the_first(store):
    hold(store)
    apply(store, receipt())
    with pytest.raises(Misconfigured) as refused:
        store.lease.hold("alpha/2", "alpha", "B", now=NOW, ttl_s=60)
    assert refused.value.problem.code == "company.another"
    assert store.lease.read().company == COMPANY


def test_an_engine_that_starts_again_on_its_machine_takes_over_at_once(store):
    hold(store)
    assert hold(store, holder="alpha/2").holder == "alpha/2"


@pytest.mark.parametrize("ended", [False, True])
def test_a_second_machine_is_refused_whether_the_first_runs_or_not(store, ended):
    hold(store)
    if ended:
        store.lease.release()
    with pytest.raises(Misconfigured) as refused:
        hold(store, "beta", "beta/1", now=NOW + 10**8)
    assert "The engine on alpha posts to SYSPRO company EDU1" in refused.value.problem.message
    assert "take over" in refused.value.problem.press
    assert store.lease.read().machine == "alpha"


def test_a_person_may_give_the_lease_to_another_machine(store):
    hold(store)
    store.lease.take_over("beta", by="Ann", now=NOW)
    with pytest.raises(Misconfigured, match="Another engine took over"):
        store.lease.beat(NOW + 1)
    assert last(store) == ("Ann", "lease.taken_over", "beta", "alpha -> beta")
    assert hold(store, "beta", "beta/1").machine == "beta"


def test_taking_over_an_unused_database_is_possible(store):
    store.lease.take_over("beta", by="Ann", now=NOW)
    assert hold(store, "beta", "beta/1").holder == "beta/1"


def test_a_sign_of_life_moves_the_lease_on(store):
    hold(store)
    store.lease.beat(NOW + 30)
    assert store.lease.read().beat_at == NOW + 30


def test_an_engine_that_was_replaced_learns_it_and_leaves_the_lease_alone(store, tmp_path):
    hold(store)
    with Store.open(store.path) as other:
        hold(other, holder="alpha/2")
        with pytest.raises(Misconfigured):
            store.lease.beat(NOW + 1)
        store.lease.release()
        assert not other.lease.read().released
        other.lease.release()
        assert other.lease.read().released


def test_whoever_never_took_the_lease_cannot_keep_it(store):
    store.lease.take_over("alpha", by="Ann", now=NOW)
    with pytest.raises(Misconfigured):
        store.lease.beat(NOW)


@pytest.mark.parametrize("how", ["another start", "another machine", "given back"])
def test_who_has_lost_the_lease_claims_nothing_and_may_write_nothing_outside(store, how):
    apply(store, receipt())
    hold(store)
    store.lease.check()
    with Store.open(store.path) as other:
        lose = {
            "another start": lambda: hold(other, holder="alpha/2"),
            "another machine": lambda: other.lease.take_over("beta", by="Ann", now=NOW),
            "given back": store.lease.release,
        }
        lose[how]()
    for forbidden in (store.lease.check, lambda: store.outbox.claim(COMPANY, 10, NOW)):
        with pytest.raises(Misconfigured) as refused:
            forbidden()
        assert refused.value.problem.code == "lease.lost"
    assert store.outbox.get(1).state is State.PENDING


def test_an_older_copy_of_the_database_under_a_running_engine_is_noticed(store, tmp_path):
    hold(store, holder="alpha/1")
    store.copy_to(tmp_path / "older.sqlite")
    with Store.open(tmp_path / "older.sqlite") as restored, pytest.raises(Misconfigured):
        restored.lease.check()


# ---------------------------------------------------------------- marks and allowance


def test_marks_are_texts_by_name(store):
    assert store.marks.get("paused_until") == ""
    store.marks.set("paused_until", "5", NOW)
    store.marks.set("paused_until", "6", NOW)
    assert store.marks.get("paused_until") == "6"


def test_reads_of_thirty_days_count(store):
    store.allowance.count(5, NOW)
    store.allowance.count(2, NOW)
    store.allowance.count(10, NOW - 30 * DAY_S)
    store.allowance.count(100, NOW - 31 * DAY_S)
    assert store.allowance.used(NOW) == 17
    assert store.allowance.used(NOW + 100 * DAY_S) == 0


# ---------------------------------------------------------------- audit


def test_the_chain_is_whole_until_somebody_changes_a_row(store):
    for number in range(5):
        store.audit.append("Ann", "did", str(number), "something", NOW)
    assert store.audit.examine().whole
    db = store._connections.current()
    db.execute("DROP TRIGGER audit_never_changes")
    db.execute("UPDATE audit SET detail = 'something else' WHERE id = 3")
    assert store.audit.examine().altered[0].row == 3


def test_a_removed_row_is_noticed(store):
    for number in range(5):
        store.audit.append("Ann", "did", str(number), "something", NOW)
    db = store._connections.current()
    db.execute("DROP TRIGGER audit_never_goes")
    db.execute("DELETE FROM audit WHERE id = 3")
    assert store.audit.examine().altered[0].row == 4


def test_text_cannot_move_from_one_field_to_the_next_unnoticed(store):
    store.audit.append("Ann", "did", "it", "all", NOW)
    db = store._connections.current()
    db.execute("DROP TRIGGER audit_never_changes")
    db.execute("UPDATE audit SET subject = 'i', detail = 'tall'")
    assert store.audit.examine().altered[0].row == 1


@pytest.mark.parametrize("sql", ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"])
def test_the_audit_cannot_be_changed_or_removed(store, sql):
    store.audit.append("Ann", "did", "it", "", NOW)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store._connections.current().execute(sql)


def test_the_audit_is_listed_newest_first_by_page_and_subject(store):
    for number in range(5):
        store.audit.append("Ann", "did", f"thing {number % 2}", "", NOW)
    assert [row.id for row in store.audit.list(limit=2)] == [5, 4]
    assert [row.id for row in store.audit.list(limit=2, before_id=4)] == [3, 2]
    assert [row.id for row in store.audit.list(subject="thing 1")] == [4, 2]


# ---------------------------------------------------------------- discrepancies and housekeeping


def test_a_check_opens_and_closes_its_own_discrepancies(store):
    wrong = Discrepancy("usd", "clearing.balance", "100.00 here, 90.00 there.")
    store.discrepancies.replace("clearing", "usd", (wrong,), NOW)
    store.discrepancies.replace("other", "usd", (), NOW)
    assert [row.area for row in store.reports.discrepancies()] == ["clearing"]
    store.discrepancies.replace("clearing", "usd", (), NOW)
    assert store.reports.discrepancies() == []


def test_a_person_closes_a_discrepancy_with_a_reason(store):
    store.discrepancies.replace("clearing", "usd", (Discrepancy("usd", "x", "y"),), NOW)
    assert store.discrepancies.close(1, by="Ann", reason="Known.", now=NOW)
    assert not store.discrepancies.close(1, by="Ann", reason="Known.", now=NOW)
    assert last(store) == ("Ann", "discrepancy.closed", "1", "Known.")


def test_what_a_person_accepted_is_not_opened_again_by_the_same_finding(store):
    known, other = Discrepancy("usd", "x", "1.00 off."), Discrepancy("usd", "x", "2.00 off.")
    store.discrepancies.replace("clearing", "usd", (known,), NOW)
    store.discrepancies.close(1, by="Ann", reason="Known.", now=NOW)
    store.discrepancies.replace("clearing", "usd", (known,), NOW + 1)
    assert store.reports.discrepancies() == []
    store.discrepancies.replace("clearing", "usd", (), NOW + 2)
    store.discrepancies.replace("clearing", "usd", (known, other), NOW + 3)
    store.discrepancies.replace("elsewhere", "usd", (known,), NOW + 3)
    assert [(row.area, row.message) for row in store.reports.discrepancies()] == [
        ("clearing", "2.00 off."),
        ("elsewhere", "1.00 off."),
    ]


def test_what_a_check_closed_itself_is_opened_again(store):
    found = (Discrepancy("usd", "x", "1.00 off."),)
    for now, those in ((NOW, found), (NOW + 1, ()), (NOW + 2, found)):
        store.discrepancies.replace("clearing", "usd", those, now)
    assert [row.opened_at for row in store.reports.discrepancies()] == [NOW + 2]


def test_what_was_finished_long_ago_goes_and_documents_stay(store):
    store.inbox.add([event(number) for number in range(1, 4)], NOW)
    for found in store.inbox.next_subjects(2, NOW):
        made = decision(receipt(found.object_id, lane=found.object_id), subject=found.object_id)
        store.outbox.apply(made, facts(found.object_id), found, NOW)
    for document in store.outbox.claim(COMPANY, 9, NOW):
        store.outbox.settle(document, Settlement(State.POSTED, erp_key="1", exchange=Exchange("<a/>", "<b/>")), NOW)
    assert store.housekeeping.purge(NOW) == 0
    assert store.housekeeping.purge(NOW + 1) == 4
    assert (store.reports.inbox().waiting, store.reports.inbox().finished) == (1, 0)
    detail = store.reports.document(1)
    assert (detail.row.state, detail.attempts[0].request, detail.attempts[0].reply) == (State.POSTED, "", "")
    assert store.reports.facts(detail.decision.facts_id) is not None
