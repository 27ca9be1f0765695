"""The rows of prices and of the B2B portal; see :mod:`agent.domain.settings_table`."""

from typing import Any

ROWS: tuple[dict[str, Any], ...] = (
    # -- prices
    {"name": "syspro.query_operator", "type": "text", "default": "",
     "help": "SYSPRO operator of price questions and the portal, beside the engine's own, whose session a second logon "
     "would end; empty for none."},
    {"name": "syspro.query_operator_password", "type": "text", "default": "", "secret": True, "help": "Its password."},
    {"name": "prices.ask_syspro", "type": "choice", "default": "unsure", "choices": ("unsure", "always", "never"),
     "help": "Which prices the portal asks of SYSPRO (SORRSL): those that its tables leave in doubt (unsure), all "
     "(always), or none (never; what is in doubt is then not told). The command price always asks, and shows both."},
    {"name": "prices.answer", "type": "choice", "default": "CurrentPrice",
     "choices": ("CurrentPrice", "PriceBasedOnQty"),
     "help": "Which of the two prices in SYSPRO's answer (SORRSL) is the one that it charges."},
    {"name": "prices.code_currencies", "type": "table", "default": "{}",
     "help": "Price code -> SYSPRO currency code of its prices; a list price whose currency is not here is in doubt."},
    {"name": "prices.category_codes", "type": "choice", "default": "unsure",
     "choices": ("unsure", "before", "after", "ignore"),
     "help": "Whether the price code of a stock code's price category counts before the customer's own price code, "
     "after it, or never; unsure takes the own one and doubts where they differ."},
    {"name": "prices.other_rules", "type": "yes/no", "default": "yes",
     "help": "Whether discount codes, quantity breaks, promotions or a pricing engine may change a price; then the "
     "tables alone are never sure."},
    # -- portal
    {"name": "portal.enabled", "type": "yes/no", "default": "no",
     "help": "Whether `syspro-stripe portal` answers B2B shops: prices, stock, orders, invoices of their customers."},
    {"name": "portal.example_page", "type": "yes/no", "default": "no",
     "help": "Whether the portal also serves its example page, on which a customer with a token sees prices, stock, "
     "orders and invoices, and orders."},
    {"name": "portal.host", "type": "text", "default": "127.0.0.1",
     "help": "Address on which the portal listens; any other than this machine's own needs portal.certificate_file."},
    {"name": "portal.port", "type": "integer", "default": "8480", "unit": "port", "least": 0, "most": 65535,
     "help": "TCP port on which the portal listens."},
    {"name": "portal.certificate_file", "type": "file", "default": "",
     "help": "PEM file with the portal's TLS certificate; empty speaks plain HTTP."},
    {"name": "portal.certificate_key_file", "type": "file", "default": "",
     "help": "PEM file with the key of that certificate, where it is not in the same file."},
    {"name": "portal.signing_key", "type": "text", "default": "", "secret": True,
     "help": "Key with which a portal signs whose question it asks, where its token is for any customer."},
    {"name": "portal.requests_per_minute", "type": "integer", "default": "120", "unit": "requests", "least": 1,
     "most": 100000, "help": "Most requests of one token in a minute; more are refused until it has passed."},
    {"name": "portal.wrong_tokens_per_minute", "type": "integer", "default": "10", "unit": "requests", "least": 1,
     "most": 10000, "help": "Wrong tokens from one address in a minute until it is told to wait."},
    {"name": "portal.at_once", "type": "integer", "default": "8", "unit": "requests", "least": 1, "most": 30,
     "help": "Most requests that are worked on at once; more are refused at once instead of queueing."},
    {"name": "portal.most_items", "type": "integer", "default": "200", "unit": "items", "least": 1, "most": 1000,
     "help": "Most stock codes of one question."},
    {"name": "portal.cache_s", "type": "integer", "default": "30", "unit": "seconds", "least": 0, "most": 3600,
     "help": "How long an answer may be given again without asking SYSPRO."},
    {"name": "portal.on_account", "type": "yes/no", "default": "no",
     "help": "Whether customers whose credit allows it may order in the portal without paying at once; SYSPRO gets "
     "such an order as soon as it is placed, and checks the credit once more."},
    {"name": "portal.account_terms", "type": "list", "default": "",
     "help": "Terms codes whose customers may order on account; empty for those of all terms."},
    {"name": "portal.credit_statuses", "type": "list", "default": "0",
     "help": "Credit statuses of SYSPRO (0 to 6, 9) whose customers may order on account."},
    {"name": "portal.no_limit", "type": "choice", "default": "nothing", "choices": ("nothing", "unlimited"),
     "help": "What a credit limit of 0 means at this site: nothing on account, or no limit."},
    {"name": "portal.open_orders", "type": "choice", "default": "unsure", "choices": ("unsure", "customer"),
     "help": "Currency of OutstOrdVal, the value of a customer's open orders: the customer's, or unsure; then who has "
     "open orders orders on account only where all open documents have the rate 1."},
    {"name": "portal.available", "type": "text", "default": "on_hand - allocated - allocated_to_jobs",
     "help": "Available quantity that the portal tells; the names are those of catalogue.available."},
    {"name": "portal.warehouses", "type": "list", "default": "",
     "help": "Warehouses whose quantities the portal adds up; empty adds up all."},
)  # fmt: skip
