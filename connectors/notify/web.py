"""Alerts by POST to Teams, Slack or any other program, and the heartbeat by GET.

Sources: Microsoft, "Create incoming webhooks with Workflows for Microsoft Teams" (an Adaptive Card in a message);
Slack, "Sending messages using incoming webhooks" (``text``, with &, < and > escaped). The JSON of a webhook is ours.
"""

from collections.abc import Callable, Mapping
from typing import Any

import httpx

from agent import ports
from agent.domain.alerts.notices import Channel, Text
from agent.domain.errors import AgentError, Misconfigured, Problem, Transient

_TIMEOUT_S = 20
#: Most characters of a text that a chat gets; the window has all of it.
_MOST_TEXT = 3000


class WebNotifier(ports.Notifier):
    """Posts each text as JSON to one address.

    Args:
        channel: Whose JSON it is.
        url: The address; it opens the channel, so it is never part of an error.
        company: SYSPRO company, named in the JSON of a webhook.
    """

    def __init__(self, channel: Channel, url: str, company: str) -> None:
        self._channel = channel
        self._url = url
        self._company = company

    def send(self, text: Text, *, now: int) -> None:
        """Hand a text over; see :class:`agent.ports.Notifier`."""
        body = _BODIES[self._channel](text, self._company, now)
        setting = f"alerts.{self._channel.value}_url"
        _call(lambda client: client.post(self._url, json=body), _NAMES[self._channel], setting)


class WebHeartbeat(ports.Heartbeat):
    """Calls one address.

    Args:
        url: The address; never part of an error.
    """

    def __init__(self, url: str) -> None:
        self._url = url

    def call(self) -> None:
        """Call once; see :class:`agent.ports.Heartbeat`."""
        _call(lambda client: client.get(self._url), "the address of the heartbeat", "alerts.heartbeat_url")


def _teams(text: Text, _: str, __: int) -> dict[str, Any]:
    blocks = [
        {"type": "TextBlock", "text": text.subject, "weight": "Bolder", "size": "Medium", "wrap": True},
        {"type": "TextBlock", "text": _cut(text.body).replace("\n", "\n\n"), "wrap": True},
    ]
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": blocks,
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attachment]}


def _slack(text: Text, _: str, __: int) -> dict[str, Any]:
    return {"text": _escaped(f"*{text.subject}*\n{_cut(text.body)}")}


def _webhook(text: Text, company: str, now: int) -> dict[str, Any]:
    return {
        "source": "syspro-stripe",
        "company": company,
        "kind": text.kind,
        "urgent": text.urgent,
        "over": text.over,
        "subject": text.subject,
        "body": text.body,
        "at": now,
    }


_BODIES: Mapping[Channel, Callable[[Text, str, int], dict[str, Any]]] = {
    Channel.TEAMS: _teams,
    Channel.SLACK: _slack,
    Channel.WEBHOOK: _webhook,
}

_NAMES = {Channel.TEAMS: "Teams", Channel.SLACK: "Slack", Channel.WEBHOOK: "the webhook"}


def _call(send: Callable[[httpx.Client], httpx.Response], name: str, setting: str) -> None:
    """Make one call; anything but a 2xx is none, and a redirect is not followed: it would carry the text elsewhere."""
    try:
        with httpx.Client(timeout=_TIMEOUT_S, follow_redirects=False) as client:
            status = send(client).status_code
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        found: AgentError = _not_taken(name, type(error).__name__)
    else:
        if status // 100 == 2:
            return
        found = _of_status(name, setting, status)
    # Outside of the `except`: what the library raises holds the address.
    raise found


def _of_status(name: str, setting: str, status: int) -> AgentError:
    if status in {408, 425, 429} or status >= 500:
        return _not_taken(name, f"status {status}")
    message = f"What is said to {name} is not taken (status {status}). It is kept, and tried again every hour."
    press = f"Make a new address there and enter it: `syspro-stripe config {setting} --secret`."
    return Misconfigured(Problem(f"No alert reaches {name}", message, press, "notify.refused"))


def _not_taken(name: str, why: str) -> Transient:
    message = f"{name[:1].upper()}{name[1:]} cannot be reached ({why}). What is said is kept and sent later."
    return Transient(Problem(f"No alert reaches {name}", message, "Check this server's way out.", "notify.unreachable"))


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]}..."


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
