"""The rows of the settings about SYSPRO's own lists."""

from typing import Any

ROWS: tuple[dict[str, Any], ...] = (
    {"name": "lists.before_posting", "type": "choice", "default": "hold", "choices": ("hold", "warn", "off"),
     "help": "What becomes of a document that names a code which SYSPRO's lists do not have, or a control account: it "
     "is set aside before it is sent (hold), sent with a remark (warn), or not looked at (off)."},
    {"name": "lists.keep_s", "type": "integer", "default": "300", "unit": "seconds", "least": 0, "most": 86400,
     "help": "How long what was read of SYSPRO's lists counts before it is read again; a code that is missing is "
     "always looked for again."},
)  # fmt: skip
