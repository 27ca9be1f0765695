"""The e.net service without its HTTP: a path and arguments in, a text out, and the trouble that a script asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from connectors.sandbox.faults import FaultScript
from connectors.sandbox.syspro import made_up, troubles, xmlout
from connectors.sandbox.syspro.books import Books
from connectors.sandbox.syspro.calls import Call
from connectors.sandbox.syspro.objects import OBJECTS
from connectors.sandbox.syspro.sessions import Session, Sessions
from connectors.sandbox.syspro.troubles import Exceptional
from connectors.sandbox.syspro.xmlin import empty_element, read_xml

METHODS = {
    method.lower(): method
    for method in (
        "Logon",
        "Logoff",
        "GetVersion",
        "GetLogonProfile",
        "Query/Query",
        "Query/Browse",
        "Query/Fetch",
        "Setup/Add",
        "Setup/Update",
        "Setup/Delete",
        "Transaction/Post",
        "Transaction/Build",
        "Transaction/PostLD",
    )
}
"""Lower-case path below the base to the method's name; paths are case-insensitive (reference, section 1.1)."""

_IMPLIED_OBJECTS = {"Query/Browse": "COMBRW", "Query/Fetch": "COMFCH"}


@dataclass(frozen=True, slots=True)
class Request:
    """One call as it came over the wire.

    Attributes:
        method: One of ``METHODS``' values.
        arguments: Arguments by lower-case name: ``userid``, ``businessobject``, ``xmlparameters``, ``xmlin``, ...
    """

    method: str
    arguments: Mapping[str, str]

    @property
    def business_object(self) -> str:
        """The business object asked for; blank for the calls about sessions."""
        implied = _IMPLIED_OBJECTS.get(self.method, "")
        return self.arguments.get("businessobject", "").strip().upper() or implied


class EnetService:
    """The service of one company.

    Args:
        books: The company's database.
        faults: The script of trouble.
    """

    def __init__(self, books: Books, faults: FaultScript) -> None:
        self.books = books
        self.faults = faults
        self.sessions = Sessions(books.clock)

    def answer(self, request: Request) -> str:
        """Return the text that answers a call; a failure is a text too, as it is with SYSPRO."""
        try:
            return self._answer(request)
        except Exceptional as exception:
            return str(exception)

    def _answer(self, request: Request) -> str:
        if request.method == "Logon":
            return self._log_on(request)
        if request.method == "GetVersion":
            return self.books.options.syspro_version
        token = request.arguments.get("userid", "")
        if self._struck(request, "evict"):
            self.sessions.end(token)
        if request.method == "Logoff":
            self.sessions.log_off(token)
            return "0"
        session = self.sessions.use(token, self.books.options.idle_timeout_s)
        if request.method == "GetLogonProfile":
            return _logon_profile(self.books, session)
        return self._run(request, session)

    def _log_on(self, request: Request) -> str:
        if self._struck(request, "seats_full"):
            raise Exceptional(made_up.SEATS_FULL)
        return wrapped(
            self.sessions.log_on(self.books.options, dict(request.arguments)), self.books.options.token_wrapping
        )

    def _run(self, request: Request, session: Session) -> str:
        name = request.business_object
        method = "Transaction/Post" if request.method == "Transaction/PostLD" else request.method
        found = OBJECTS.get(name)
        if found is None or name in self.books.options.unlicensed or self._struck(request, "unlicensed"):
            raise Exceptional(troubles.NOT_LICENSED)
        if method not in found.methods:
            raise Exceptional(made_up.WRONG_CLASS.format(name, method))
        parameters = request.arguments.get("xmlparameters", "").strip()
        root = read_xml(parameters) if parameters else empty_element()
        call = Call(
            method=method,
            operator=session.operator,
            document=read_xml(request.arguments.get("xmlin", "")),
            parameters=root.child("Parameters") or empty_element(),
            strike=lambda fault: self._struck(request, fault),
        )
        return found.run(call, self.books)

    def _struck(self, request: Request, fault: str) -> bool:
        return self.faults.strike(fault, path=request.method, object=request.business_object) is not None


def wrapped(text: str, how: str) -> str:
    """Return a text as some hosts wrap it: ``json`` in quotes, ``string`` in an XML element, else plain."""
    if how == "json":
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if how == "string":
        inner = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'<string xmlns="http://schemas.microsoft.com/2003/10/Serialization/">{inner}</string>'
    return text


def _logon_profile(books: Books, session: Session) -> str:
    """Return the profile (reference, section 1.4: its fields; the name of its root is inferred)."""
    today, local = books.today().isoformat(), books.setting("local_currency")
    described = books.row("TblCurrency", local)
    fields = (
        ("CompanyName", books.setting("name")),
        ("OperatorCode", session.operator),
        ("OperatorGroup", "ENET"),
        ("OperatorEmailAddress", ""),
        ("OperatorLocation", ""),
        ("OperatorLanguageCode", "05"),
        ("SystemLanguage", "05"),
        ("AccountingDate", today),
        ("CompanyDate", today),
        ("DefaultArBranch", books.setting("default_branch")),
        ("DefaultApBranch", books.setting("default_branch")),
        ("DefaultBank", books.setting("default_bank")),
        ("DefaultWarehouse", books.setting("default_warehouse")),
        ("DefaultCustomer", ""),
        ("SystemSiteId", "SANDBOX"),
        ("SystemNationalityCode", books.setting("nationality")),
        ("LocalCurrencyCode", local),
        ("CurrencyDescription", described.text("Description") if described else ""),
        ("DecimalFormat", "1"),
        ("DateFormat", "01"),
        ("FunctionalRole", "01"),
        ("DatabaseType", "SQL"),
        ("SysproVersion", books.options.syspro_version),
        ("EnetVersion", books.options.syspro_version),
        ("SysproServerBitWidth", "64"),
    )
    return xmlout.reply("UserProfile", "7.0.001", xmlout.leaves(fields))
