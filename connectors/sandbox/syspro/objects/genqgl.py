"""GENQGL: validate a ledger code (reference, section 2.8; root of the reply inferred)."""

from connectors.sandbox.syspro import made_up, xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call
from connectors.sandbox.syspro.fields import Fields

ROOT = "GlCodeQuery"
VERSION = "7.0.009"
"""Version of the object; made up."""


def run(call: Call, books: Books) -> str:
    """Answer with the account's details, or with the ledger code at fault."""
    fields = Fields(call.document)
    code = fields.text("Key/LedgerCode")
    company = fields.text("Key/Company") or books.options.company
    account = books.row("GenMaster", company, code)
    if account is None:
        fields.refuse("Key/LedgerCode", made_up.made_up("not_on_file", code, "GenMaster"))
        return xmlout.reply(ROOT, VERSION, xmlout.faults(fields.found))
    shown = (
        (name, account.text(name)) for name in ("GlCode", "Description", "AccountType", "GlGroup", "ControlAccFlag")
    )
    details = xmlout.node("LedgerDetails", xmlout.leaf("LedgerCode", code), xmlout.leaves(shown))
    return xmlout.reply(ROOT, VERSION, details)


OBJECT = BusinessObject("GENQGL", ("Query/Query",), run)
