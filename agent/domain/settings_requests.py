"""The rows of the settings table that are about payment requests; see ``settings_table``. Plain data."""

from typing import Any

ROWS: tuple[dict[str, Any], ...] = (
    {"name": "requests.enabled", "type": "yes/no", "default": "no",
     "help": "Whether open invoices of chosen customers get a payment link or an invoice in Stripe (requests.as), "
     "closed as soon as SYSPRO has nothing open on them. Not with the posting mode summary, which pays no invoice."},
    {"name": "requests.as", "type": "choice", "default": "payment_link", "choices": ("payment_link", "invoice"),
     "help": "What an open invoice becomes in Stripe: a payment link, which anybody with its address can pay, or an "
     "invoice of the Stripe customer, who is made where none is linked. A change closes the ones and makes the others. "
     "The key needs the right to write payment links, or invoices."},
    {"name": "requests.days_until_due", "type": "integer", "default": "30", "unit": "days", "least": 0, "most": 365,
     "help": "Days until a Stripe invoice is due, from when it is made."},
    {"name": "requests.stripe_collects", "type": "yes/no", "default": "no",
     "help": "Whether Stripe goes on with these invoices by itself: sends and reminds by e-mail, as the account's "
     "settings in Stripe say. Else the agent makes them, and the site sends their links."},
    {"name": "requests.customers", "type": "list", "default": "",
     "help": "Customers whose invoices are asked for; * stands for all. Empty chooses none by their code."},
    {"name": "requests.customer_classes", "type": "list", "default": "",
     "help": "Customer classes whose customers' invoices are asked for, beside those of requests.customers."},
    {"name": "requests.custom_field", "type": "text", "default": "",
     "help": "Custom form field of customers that chooses them as well; syspro.customer_form_fields has to name it."},
    {"name": "requests.custom_values", "type": "list", "default": "Y",
     "help": "What requests.custom_field says of a customer whose invoices are asked for."},
    {"name": "requests.label", "type": "text", "default": "Invoice",
     "help": "What the payer reads before the invoice number."},
    {"name": "requests.every_s", "type": "integer", "default": "300", "unit": "seconds", "least": 30, "most": 86400,
     "help": "Pause between two looks for invoices that changed; through e.net every look reads all of them, so that "
     "requests.sweep_every_s counts there."},
    {"name": "requests.sweep_every_s", "type": "integer", "default": "86400", "unit": "seconds", "least": 300,
     "most": 2592000, "help": "Pause between two readings of all invoices, which notice what was purged, and customers "
     "that changed."},
    {"name": "requests.most_gone", "type": "integer", "default": "25", "unit": "per cent", "least": 0, "most": 100,
     "help": "Most of the invoices that are asked for that may be missing in SYSPRO at once; where more are, no link "
     "is closed for it, because the reading is likely to be wrong."},
    {"name": "requests.batch", "type": "integer", "default": "50", "unit": "invoices", "least": 1, "most": 100,
     "help": "Most invoices that are written to Stripe in one round."},
)  # fmt: skip
