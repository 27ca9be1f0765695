"""Teams, Slack, any webhook and the heartbeat over real sockets; addresses are secrets."""

import pytest

from agent.domain.alerts.notices import Channel, Text
from agent.domain.errors import Misconfigured, Transient
from connectors.notify.web import WebHeartbeat, WebNotifier
from tests.unit.notify.ways import WebPlace

TEXT = Text("SYSPRO-Stripe EDU1: <b> & co", "- One.\n- Two.", urgent=True)


@pytest.fixture
def place():
    return WebPlace()


def send(url, channel=Channel.WEBHOOK, text=TEXT):
    WebNotifier(channel, f"{url}/s3cret?sig=s3cret", "EDU1").send(text, now=1_772_626_320)


def test_a_webhook_gets_each_part_by_name(place):
    with place.serve() as url:
        send(url)
    assert place.calls == [
        (
            "POST",
            "/s3cret?sig=s3cret",
            {
                "source": "syspro-stripe",
                "company": "EDU1",
                "kind": "alert",
                "urgent": True,
                "over": False,
                "subject": TEXT.subject,
                "body": TEXT.body,
                "at": 1_772_626_320,
            },
        )
    ]


def test_teams_gets_a_card(place):
    with place.serve() as url:
        send(url, Channel.TEAMS)
    [(_, _, body)] = place.calls
    [attachment] = body["attachments"]
    assert body["type"] == "message"
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert [block["text"] for block in attachment["content"]["body"]] == [TEXT.subject, "- One.\n\n- Two."]


def test_slack_gets_text_that_it_cannot_take_for_its_own_marks(place):
    with place.serve() as url:
        send(url, Channel.SLACK)
    assert place.calls[0][2] == {"text": "*SYSPRO-Stripe EDU1: &lt;b&gt; &amp; co*\n- One.\n- Two."}


def test_a_long_text_is_cut_for_a_chat(place):
    with place.serve() as url:
        send(url, Channel.SLACK, Text("a", "x" * 10_000))
    assert len(place.calls[0][2]["text"]) < 3100


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, None),
        (202, None),
        (301, Misconfigured),
        (400, Misconfigured),
        (404, Misconfigured),
        (410, Misconfigured),
        (408, Transient),
        (429, Transient),
        (500, Transient),
        (503, Transient),
    ],
)
def test_each_answer_is_taken_for_now_or_for_good(place, status, kind):
    place.status, place.headers = status, {"Location": "http://127.0.0.1:9/elsewhere"} if status == 301 else {}
    with place.serve() as url:
        if kind is None:
            send(url)
            return
        with pytest.raises(kind) as met:
            send(url)
    assert len(place.calls) == 1
    assert "s3cret" not in f"{met.value}{met.value.__cause__}{met.value.__context__}"
    assert str(status) in met.value.problem.message


def test_nobody_there_is_for_now_and_the_address_stays_secret(place):
    with place.serve() as url:
        pass
    with pytest.raises(Transient) as met:
        send(url)
    assert "s3cret" not in f"{met.value}{met.value.__cause__}{met.value.__context__}"


def test_the_heartbeat_calls_its_address(place):
    with place.serve() as url:
        WebHeartbeat(f"{url}/ping").call()
    assert place.calls == [("GET", "/ping", None)]


def test_a_heartbeat_that_nobody_takes_is_told(place):
    place.status = 404
    with place.serve() as url, pytest.raises(Misconfigured) as met:
        WebHeartbeat(f"{url}/ping").call()
    assert "alerts.heartbeat_url" in met.value.problem.press
