"""COMQCO: list of companies (reference, section 2.10; the reply's shape is inferred)."""

from connectors.sandbox.syspro import xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import BusinessObject, Call

ROOT = "CompanyQuery"
VERSION = "7.0.005"
"""Version of the object; made up."""


def run(_call: Call, books: Books) -> str:
    """Answer with every company of the site."""
    companies = [
        xmlout.node(
            "Company", xmlout.leaves((("CompanyId", row.text("Company")), ("CompanyName", row.text("CompanyName"))))
        )
        for row in books.rows("SysproAdmin", "1 ORDER BY Company")
    ]
    return xmlout.reply(ROOT, VERSION, *companies)


OBJECT = BusinessObject("COMQCO", ("Query/Query",), run)
