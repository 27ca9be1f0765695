"""The rows of the settings table that are about alerts; see ``settings_table``. Plain data."""

from typing import Any

_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_DAY = "(?:mon|tue|wed|thu|fri|sat|sun)"
#: These addresses carry what opens them, so nobody else may read them on their way.
_WEB = r"(?:https://[^\s/?#@]+|http://(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]+)?)(?:[/?][^\s#]*)?"

ROWS: tuple[dict[str, Any], ...] = (
    {"name": "alerts.mail_to", "type": "list", "default": "",
     "help": "Addresses that alerts and the daily summary are mailed to; empty mails nothing."},
    {"name": "alerts.mail_from", "type": "text", "default": "", "like": r"[^@\s<>,]+@[^@\s<>,]+",
     "such_as": "stripe@example.com", "help": "Address that the mails come from."},
    {"name": "alerts.smtp_host", "type": "text", "default": "", "like": r"[^\s/@]+", "such_as": "mail.example.com",
     "help": "Mail server."},
    {"name": "alerts.smtp_port", "type": "integer", "default": "587", "unit": "port", "least": 1, "most": 65535,
     "help": "Port of the mail server: usually 587 with starttls, 465 with tls."},
    {"name": "alerts.smtp_security", "type": "choice", "default": "starttls", "choices": ("starttls", "tls", "none"),
     "help": "How the way to the mail server is sealed; none only for a server on this machine, and without password."},
    {"name": "alerts.smtp_ca_file", "type": "file", "default": "",
     "help": "PEM file with the company's certificate authorities, for a mail server with a certificate of theirs."},
    {"name": "alerts.smtp_user", "type": "text", "default": "",
     "help": "Account at the mail server; empty sends without one."},
    {"name": "alerts.smtp_password", "type": "text", "default": "", "secret": True,
     "help": "Password of that account."},
    {"name": "alerts.teams_url", "type": "text", "default": "", "secret": True, "like": _WEB,
     "such_as": "https://prod-01.westeurope.logic.azure.com/...",
     "help": "Address that a Microsoft Teams workflow (When a Teams webhook request is received) gave for a channel."},
    {"name": "alerts.slack_url", "type": "text", "default": "", "secret": True, "like": _WEB,
     "such_as": "https://hooks.slack.com/services/...",
     "help": "Address of a Slack incoming webhook."},
    {"name": "alerts.webhook_url", "type": "text", "default": "", "secret": True, "like": _WEB,
     "such_as": "https://monitor.example.com/alerts",
     "help": "Address of any other program, which gets each alert as JSON by POST."},
    {"name": "alerts.event_log", "type": "choice", "default": "auto", "choices": ("auto", "yes", "no"),
     "help": "Whether alerts are written to the Windows Event Log, for the monitoring of the server; auto writes them "
     "where setup installed the engine as a service."},
    {"name": "alerts.heartbeat_url", "type": "text", "default": "", "secret": True, "like": _WEB,
     "such_as": "https://monitor.example.com/ping/...",
     "help": "Address that is called (GET) while the engine does its rounds; whoever watches it notices its silence."},
    {"name": "alerts.heartbeat_every_s", "type": "integer", "default": "300", "unit": "seconds", "least": 30,
     "most": 86400, "help": "Pause between two calls of that address."},
    {"name": "alerts.wait_s", "type": "integer", "default": "600", "unit": "seconds", "least": 0, "most": 86400,
     "help": "How long something is wrong before an alert says so, unless it is urgent, and right before it is over."},
    {"name": "alerts.again_after_s", "type": "integer", "default": "86400", "unit": "seconds", "least": 300,
     "most": 2592000, "help": "After how long an alert about something that stays wrong is sent again."},
    {"name": "alerts.quiet_hours", "type": "text", "default": "19:00-07:00", "like": f"{_CLOCK}-{_CLOCK}",
     "such_as": "19:00-07:00", "help": "Hours at the site in which only urgent alerts are sent; empty for none."},
    {"name": "alerts.quiet_days", "type": "text", "default": "sat, sun", "like": f"{_DAY}(?: *, *{_DAY})*",
     "such_as": "sat, sun", "help": "Days on which only urgent alerts are sent: mon, tue, wed, thu, fri, sat, sun; "
     "empty for none."},
    {"name": "alerts.words", "type": "choice", "default": "short", "choices": ("short", "full"),
     "help": "Whether alerts say what is wrong and how often (short), or also give an example with customer and amount "
     "(full), which then leaves the building with them."},
    {"name": "alerts.summary_at", "type": "text", "default": "07:30", "like": _CLOCK, "such_as": "07:30",
     "help": "When the daily summary is mailed, at the site; empty mails none."},
    {"name": "alerts.expiry_days", "type": "integer", "default": "21", "unit": "days", "least": 1, "most": 365,
     "help": "How long before a key, password, certificate or open month ends an alert says so."},
    {"name": "alerts.key_ends_on", "type": "day", "default": "",
     "help": "Day on which the Stripe key ends or is to be changed; Stripe does not tell it. Empty for none."},
    {"name": "alerts.password_ends_on", "type": "day", "default": "",
     "help": "Day on which the SYSPRO operator's password ends; SYSPRO does not tell it. Empty for none."},
)  # fmt: skip
