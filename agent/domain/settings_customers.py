"""The rows of the settings table that are about customers on both sides; see ``settings_table``. Plain data."""

from typing import Any

_OWNERS = ("syspro", "stripe", "both", "nobody")

ROWS: tuple[dict[str, Any], ...] = (
    {"name": "customer_links.enabled", "type": "yes/no", "default": "no",
     "help": "Whether SYSPRO's and Stripe's customers are matched and kept in step; the key needs the right to write "
     "customers then."},
    {"name": "customer_links.name", "type": "choice", "default": "syspro", "choices": _OWNERS,
     "help": "Who says what a customer is called; both: whoever changed it last, and a person where both did."},
    {"name": "customer_links.email", "type": "choice", "default": "syspro", "choices": _OWNERS,
     "help": "Who says what the e-mail address is."},
    {"name": "customer_links.phone", "type": "choice", "default": "syspro", "choices": _OWNERS,
     "help": "Who says what the telephone number is."},
    {"name": "customer_links.address", "type": "choice", "default": "syspro", "choices": _OWNERS,
     "help": "Who says what the address is: SYSPRO's sold-to lines and postal code, as a whole."},
    {"name": "customer_links.tax_id", "type": "choice", "default": "nobody", "choices": _OWNERS,
     "help": "Who says what the tax number is; Stripe gets it only where customer_links.tax_id_types says its type."},
    {"name": "customer_links.tax_id_types", "type": "table", "default": "{}",
     "help": 'Two letters of the country in SYSPRO\'s address, or "*" for all others -> Stripe\'s type of its tax '
     'numbers, such as {"GB": "gb_vat", "US": "us_ein", "*": "eu_vat"}. Where there is none, none is written.'},
    {"name": "customer_links.address_lines", "type": "table",
     "default": '{"1": "line1", "2": "line2", "3": "city", "4": "state", "5": "country"}',
     "help": "Number of SYSPRO's address line -> part of the address in Stripe: line1, line2, city, state or country; "
     "a country counts where it is two letters."},
    {"name": "customer_links.auto_accept", "type": "integer", "default": "0", "unit": "points", "least": 0, "most": 100,
     "help": "Score from which on two customers are linked without a person, where nobody else is as likely; 0 always "
     "asks."},
    {"name": "customer_links.every_s", "type": "integer", "default": "300", "unit": "seconds", "least": 30,
     "most": 86400, "help": "Pause between two looks for customers that changed on either side."},
    {"name": "customer_links.sweep_every_s", "type": "integer", "default": "86400", "unit": "seconds", "least": 300,
     "most": 2592000, "help": "Pause between two readings of all SYSPRO customers, which notice what was deleted."},
    {"name": "customer_links.list_every_s", "type": "integer", "default": "604800", "unit": "seconds", "least": 3600,
     "most": 31536000,
     "help": "Pause between two listings of all Stripe customers; each costs one read for 100 customers."},
    {"name": "customer_links.most_gone", "type": "integer", "default": "25", "unit": "per cent", "least": 0,
     "most": 100,
     "help": "Most of the SYSPRO customers that may be missing at once; where more are, no link is closed, because the "
     "reading is likely to be wrong."},
    {"name": "customer_links.batch", "type": "integer", "default": "50", "unit": "customers", "least": 1, "most": 500,
     "help": "Most customers that are compared and written in one round."},
)  # fmt: skip
