"""Words and numbers that SYSPRO certainly says differently: made up; nothing may match on these words.

No public source has the real ones (reference, section 6). They stand together here so that a look shows what is
invented. Numbers start at 990000, which no known SYSPRO error does. The one known number with unknown words, 100028, is
here for its words.
"""

from connectors.sandbox.syspro.troubles import Trouble

MADE_UP: dict[str, tuple[int, str]] = {
    "bad_date": (100028, "'{0}' is not a date of the form CCYY-MM-DD"),
    "not_numeric": (990001, "'{0}' is not numeric"),
    "too_long": (990002, "'{0}' is longer than {1} characters"),
    "not_allowed_value": (990003, "'{0}' is not one of {1}"),
    "not_on_file": (990004, "'{0}' is not on file in {1}"),
    "already_on_file": (990005, "'{0}' is already on file"),
    "must_not_be_zero": (990006, "The value must not be zero"),
    "must_be_positive": (990007, "The value '{0}' must be greater than zero"),
    "key_not_wanted": (990008, "Keys are numbered automatically; '{0}' must not be given"),
    "no_items": (990009, "The document holds no item"),
    "customer_on_hold": (990010, "Customer '{0}' is on hold"),
    "no_credit": (990011, "Customer '{0}' has exceeded the credit limit of {1}"),
    "duplicate_po": (990012, "Customer purchase order '{0}' is on sales order '{1}' already"),
    "po_mandatory": (990013, "A customer purchase order number is mandatory"),
    "currency_differs": (990014, "Currency '{0}' is not '{1}', the currency of the customer"),
    "no_price": (990015, "No selling price for stock code '{0}' in price code '{1}'"),
    "zero_price": (990016, "A price of zero is not allowed"),
    "uom_unknown": (990017, "Unit of measure '{0}' is not one of stock code '{1}'"),
    "stock_on_hold": (990018, "Stock code '{0}' is on hold"),
    "not_in_warehouse": (990019, "Stock code '{0}' is not held in warehouse '{1}'"),
    "non_stocked_refused": (990020, "Non-stocked lines are not allowed"),
    "order_not_open": (990021, "Sales order '{0}' has status '{1}' and cannot be changed"),
    "line_invoiced": (990022, "Line {0} has been invoiced"),
    "wrong_status": (990023, "Sales order '{0}' has status '{1}', which is not {2}"),
    "nothing_to_invoice": (990024, "Sales order '{0}' has nothing to invoice"),
    "credit_authority": (990025, "Release from suspense needs a credit authority"),
    "line_action_refused": (990026, "Line action '{0}' is not possible here"),
    "no_lines": (990027, "The order has no lines"),
    "wrong_document": (990028, "Sales order '{0}' is a document of type '{1}'"),
    "period_closed": (990030, "Period '{0}' is closed for posting"),
    "ledger_period": (990031, "Year {0} period {1} is not open for posting"),
    "not_distributed": (990032, "Payment value {0} differs from the {1} distributed"),
    "over_balance": (990033, "{0} does not fit the balance of {1} on '{2}'"),
    "negative_refused": (990034, "Negative payment values are not allowed"),
    "unapplied_refused": (990035, "Customer '{0}' does not allow unapplied payments"),
    "bank_currency": (990036, "Bank '{0}' is in currency '{1}', not in '{2}'"),
    "bank_charge_refused": (990037, "Bank charges are not allowed"),
    "nothing_given": (990038, "The item holds nothing to post"),
    "unbalanced": (990040, "The journal is out of balance by {0}"),
    "too_few_entries": (990041, "A journal needs at least two entries"),
    "control_account": (990042, "Ledger code '{0}' is a control account"),
    "not_supported": (990043, "'{0}' is not available in this sandbox"),
    "already_credited": (990050, "Line {0} of invoice '{1}' has been credited in full"),
    "no_such_field": (990060, "Field '{0}' is not defined for form '{1}'"),
    "value_exists": (990061, "Field '{0}' has a value already"),
    "value_missing": (990062, "Field '{0}' has no value yet"),
    "in_use": (990063, "'{0}' has transactions"),
    "currency_fixed": (990064, "The currency cannot change after the first transaction"),
    "negative_receipt": (990070, "The receipt value is negative"),
    "brackets": (990080, "The brackets of the where clause do not match"),
    "partial_hold": (990081, "Stock code '{0}' is on partial hold"),
}
"""Name of the error to its number and words; ``{0}``, ``{1}`` take the values."""

SESSION_UNKNOWN = "ERROR: The session is not known or has ended (words made up)"
"""Any call with a session that was ended, evicted or timed out. Made up."""

SEATS_FULL = "ERROR: All e.net sessions are in use (words made up)"
"""Logon without a free seat. Made up."""

UNKNOWN_OPERATOR = "ERROR: Operator not found (words made up)"
"""Logon of an operator who does not exist. Made up."""

UNKNOWN_COMPANY = "ERROR: Company not found (words made up)"
"""Logon to a company that does not exist, or with a wrong company password. Made up."""

BAD_XML = "ERROR: The XML document could not be loaded (words made up)"
"""XmlIn or XmlParameters that does not parse, or that brings a document type. Made up."""

WRONG_CLASS = "ERROR: Business object {0} does not belong to {1} (words made up)"
"""A business object called by the wrong method. Made up."""

NO_TABLE = "ERROR: Table '{0}' not found (words made up)"
"""COMFND or COMFCH over a table that does not exist; names are case-sensitive. Made up."""

NO_RECORD = "ERROR: Record not found (words made up)"
"""COMFCH, or a query by key, without a match. Made up."""

NO_BROWSE = "ERROR: Browse '{0}' is not defined on this site (words made up)"
"""COMBRW; browses are defined on a site, and this one has none. Made up."""

ODD_TEXT = "Execution error : file 'ENETRUN.CBL' error code: 114, pc=0, call=1, seg=0 (words made up)"
"""A runtime message in the place of a reply (reference, section 4, "Odd text errors"). Made up."""

HTML_PAGE = "<html><head><title>Service Unavailable</title></head><body><h2>Service Unavailable</h2></body></html>"
"""A page from something between the client and the service. Made up."""

TOO_LONG_PAGE = (
    "<html><head><title>Bad Request</title></head><body><h2>Bad Request - Request Too Long</h2></body></html>"
)
"""What HTTP.sys answers above its limit of 16 KB; its words are from general knowledge, not from a recording."""

NOT_FOUND_PAGE = "<html><head><title>Service</title></head><body><p>Endpoint not found.</p></body></html>"
"""An address that the service does not have. Made up."""


def made_up(name: str, *values: object) -> Trouble:
    """Return the made-up error ``name`` with its values filled in."""
    number, words = MADE_UP[name]
    return Trouble(number, words.format(*values))
