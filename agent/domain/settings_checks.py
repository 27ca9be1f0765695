"""The settings of the checks that learn; a part of :mod:`agent.domain.settings_table`."""

from typing import Any

_WAYS = ("off", "warn", "hold")

ROWS: tuple[dict[str, Any], ...] = (
    {"name": "checks.amount", "type": "choice", "default": "off", "choices": _WAYS, "decides": True,
     "help": "A payment of an unusual amount for its customer, or for all: a warning, or held for approval."},
    {"name": "checks.duplicate", "type": "choice", "default": "off", "choices": _WAYS, "decides": True,
     "help": "The same customer pays the same amount again shortly after: a warning, or held for approval."},
    {"name": "checks.duplicate_hours", "type": "integer", "default": "24", "unit": "hours", "least": 1, "most": 720,
     "decides": True, "help": "How shortly after that is."},
    {"name": "checks.customer", "type": "choice", "default": "off", "choices": _WAYS, "decides": True,
     "help": "The customer's terms or branch in SYSPRO are others than at its payments before."},
    {"name": "checks.fees", "type": "choice", "default": "off", "choices": _WAYS, "decides": True,
     "help": "Stripe took no fee for a payment, where payments have one."},
    {"name": "checks.quiet_day", "type": "choice", "default": "warn", "choices": ("off", "warn"),
     "help": "A weekday without payments, where there always are some."},
)  # fmt: skip
