"""What people read: the worst first, no names unless the site wants them, and a summary whose subject is the proof."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from agent.domain.alerts.keeping import Alert, Round, Trouble
from agent.domain.alerts.notices import alert_text, summary_text, test_text
from agent.domain.overview import MoneyFlow
from agent.domain.status import Overall, Verdict
from tests.unit.domain.alerts.test_troubles import PROOF, STATUS

ZONE = ZoneInfo("Europe/Berlin")
AT = int(datetime(2026, 3, 4, 13, 32, tzinfo=UTC).timestamp())


def alert(title, **more):
    return Alert(Trouble(title, title, **more), AT, AT, AT)


def test_an_alert_names_the_worst_in_its_subject_and_all_in_its_text():
    late, differ = alert("Stripe is away", press="Wait."), alert("The books differ", urgent=True, detail="Ann: 12.00")
    text = alert_text(Round((), new=(late, differ), again=(alert("A key ends"),)), "EDU1", full=False)
    assert text.subject == "SYSPRO-Stripe EDU1: The books differ, and 2 more"
    assert text.urgent
    assert not text.over
    assert text.body.splitlines() == [
        "- Stripe is away.",
        "  Wait.",
        "- The books differ.",
        "Still so:",
        "- A key ends.",
    ]


def test_names_leave_the_building_only_where_the_site_wants_them():
    found = Round((), new=(alert("The books differ", detail="Ann: 12.00"),))
    assert "Ann" not in alert_text(found, "EDU1", full=False).body
    assert "  Ann: 12.00" in alert_text(found, "EDU1", full=True).body.splitlines()


def test_good_news_says_so():
    text = alert_text(Round((), over=(alert("Stripe is away", urgent=True, detail="Ann"), alert("b"))), "", full=True)
    assert text.subject == "SYSPRO-Stripe: right again: Stripe is away, and 1 more"
    assert text.over
    assert not text.urgent
    assert text.body == "Right again:\n- Stripe is away.\n- b."


def test_a_title_of_several_lines_makes_one_subject():
    assert (
        alert_text(Round((), new=(alert("a\nBcc: b"),)), "EDU1", full=False).subject == "SYSPRO-Stripe EDU1: a Bcc: b"
    )


def test_the_summary_carries_the_proof_in_its_subject():
    flow = MoneyFlow("usd", movements=1204, posted_minor=5000, waiting_minor=700)
    text = summary_text(STATUS, (flow,), (), AT, ZONE)
    assert text.subject == "SYSPRO-Stripe EDU1: 0.00 USD, proven up to 14:32"
    assert text.kind == "summary"
    assert text.body.splitlines() == [
        "Fine.",
        "",
        "Difference 0.00 USD, held 0.00 USD.",
        "Yesterday 1,204 movements, 57.00 USD; in SYSPRO 50.00 USD.",
        "Documents posted so far: 0.",
        "",
        "Nothing waits for you.",
    ]


def test_the_summary_carries_the_worst_where_nothing_is_proven():
    worst = Verdict(Overall.NEEDS_YOU, 1, "Stripe and SYSPRO do not agree.")
    status = replace(STATUS, verdict=worst, proof=(replace(PROOF, difference_minor=1),))
    text = summary_text(status, (), (Trouble("x", "The books differ", "Look.", detail="Ann"),), AT, ZONE)
    assert text.subject == "SYSPRO-Stripe EDU1: Stripe and SYSPRO do not agree."
    assert text.body.splitlines()[-2:] == ["- The books differ.", "  Look."]
    assert "Difference 0.01 USD" in text.body
    nothing = replace(STATUS, proof=(), verdict=Verdict(Overall.IDLE, 0, "Nothing to do."))
    assert summary_text(nothing, (), (), 0, ZONE).subject == "SYSPRO-Stripe: Nothing to do."


def test_a_test_says_that_it_is_one():
    assert test_text("EDU1").kind == "test"
