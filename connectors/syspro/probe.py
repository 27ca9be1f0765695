"""A live test of a SYSPRO site: version, logon, profile, business objects, and SQL Server (``agent.ports.Probe``).

Nothing is changed: posting objects get an obviously empty document and are told only to validate. Only exception 100000
means that an object is not licensed; every other answer, an error included, shows that it is there.
Source: reference, sections 1.3, 1.4 and 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.domain.errors import AgentError
from agent.domain.settings import Values
from agent.ports import Clock, Permission, SecretStore
from connectors.syspro.client import Call
from connectors.syspro.reading import sql_rights
from connectors.syspro.session import Access, EnetSession
from connectors.syspro.wire import is_error, is_not_licensed
from connectors.syspro.xml import arsqry, comfnd, sorqry, sorqso
from connectors.syspro.xml.build import document, flag, group, leaf, needed


@dataclass(frozen=True, slots=True)
class _Question:
    """One harmless call.

    Attributes:
        name: What is probed.
        needed_for: What stops working without it.
        call: The call.
    """

    name: str
    needed_for: str
    call: Call


class SysproProbe:
    """Probes one SYSPRO site.

    Args:
        values: The settings in force.
        secrets: Where the passwords are.
        clock: Dates the remarks about sessions.
    """

    system = "SYSPRO"

    def __init__(self, values: Values, secrets: SecretStore, clock: Clock) -> None:
        self._values = values
        self._secrets = secrets
        self._access = Access(values, secrets, clock)

    def probe(self) -> Sequence[Permission]:
        """Try all that the product uses of e.net, and of SQL Server where it is used; never changes anything.

        Of each it stops at the first thing that all others need. Never raises for what the site answers.
        """
        return [*self._enet(), *sql_rights(self._values, self._secrets)]

    def _enet(self) -> Sequence[Permission]:
        found = [self._service()]
        if not found[0].granted:
            return found
        try:
            with self._access.session() as session:
                found.append(Permission(f"Operator {self._values.text('syspro.operator')}", "everything", granted=True))
                found.append(_profile(session))
                found += [_object(session, question) for question in self._questions()]
        except AgentError as error:
            found.append(_denied(f"Operator {self._values.text('syspro.operator')}", "everything", error))
        return found

    def close(self) -> None:
        """Close the connections to the service."""
        self._access.close()

    def _service(self) -> Permission:
        try:
            version = self._access.client().get_version()
        except AgentError as error:
            return _denied("e.net service", "everything", error)
        if is_error(version) or len(version) > 40 or "<" in version:
            message = "What answers at this address is not SYSPRO's e.net service."
            return Permission("e.net service", "everything", granted=False, message=message)
        return Permission(f"e.net service {version}", "everything", granted=True)

    def _questions(self) -> Sequence[_Question]:
        forms = self._values.text("customers.custom_form_field")
        questions: tuple[_Question, ...] = (*_READS, *_POSTINGS)
        if self._values.yes("portal.enabled") and self._values.text("prices.ask_syspro") != "never":
            questions = (*questions, _PRICES)
        if not forms or not self._values.yes("syspro.custom_form_tables"):
            return questions
        call = _query("COMFND", comfnd.build(_first_row("ArCustomer+")))
        return (*questions, _Question("COMFND on ArCustomer+", "proving custom form values", call))


def _profile(session: EnetSession) -> Permission:
    try:
        profile = session.profile()
    except AgentError as error:
        return _denied("Operator's profile", "the local currency", error)
    company, currency = profile.text("CompanyName"), profile.text("LocalCurrencyCode")
    return Permission(f"Company {company}, local currency {currency}", "the local currency", granted=bool(currency))


def _object(session: EnetSession, question: _Question) -> Permission:
    try:
        answer = session.ask(question.call)
    except AgentError as error:
        return _denied(question.name, question.needed_for, error)
    if is_not_licensed(answer):
        message = "SYSPRO answered exception 100000: it is not licensed at this site, or not for this operator."
        return Permission(question.name, question.needed_for, granted=False, message=message)
    message = f"It answered with an error: {' '.join(answer.split())[:200]}" if is_error(answer) else ""
    return Permission(question.name, question.needed_for, granted=True, message=message)


def _denied(name: str, needed_for: str, error: AgentError) -> Permission:
    message = f"{error.problem.title}. {error.problem.message} {error.problem.press}".strip()
    return Permission(name, needed_for, granted=False, message=message)


def _query(business_object: str, xml: str) -> Call:
    return Call("Query/Query", business_object, xml)


def _first_row(table: str) -> comfnd.Select:
    key = ("Customer",)
    return comfnd.Select(table, key, (), key, rows=1)


_READS = (
    _Question("COMFND", "finding, reading back and matching", _query("COMFND", comfnd.build(_first_row("ArCustomer")))),
    _Question("SORQSO", "finding orders where COMFND is not licensed", _query("SORQSO", sorqso.build("-"))),
    _Question("SORQRY", "looking at one order", _query("SORQRY", sorqry.build("0"))),
    _Question("ARSQRY", "finding receipts where COMFND is not licensed", _query("ARSQRY", arsqry.build("0"))),
)

_PRICES = _Question(
    "SORRSL",
    "prices that SYSPRO's tables leave in doubt",
    Call("Transaction/Build", "SORRSL", document("Build", group("Parameters", needed("StockCode", "")))),
)
_VALIDATE = group("Parameters", flag("ValidateOnly", yes=True))
_POSTINGS = (
    _Question(
        "SORTOI",
        "sales orders",
        Call(
            "Transaction/Post",
            "SORTOI",
            document("SalesOrders", group("Orders", "")),
            document("SalesOrders", group("Parameters", leaf("Process", "VALIDATE"))),
        ),
    ),
    _Question(
        "ARSTPY",
        "receipts",
        Call(
            "Transaction/Post",
            "ARSTPY",
            document("PostArPayment", group("Item", "")),
            document("PostArPayment", _VALIDATE),
        ),
    ),
    _Question(
        "ARSTIN",
        "invoices and credit notes without an order",
        Call(
            "Transaction/Post",
            "ARSTIN",
            document("PostArInvoices", group("Item", "")),
            document("PostArInvoices", _VALIDATE),
        ),
    ),
    _Question(
        "GENTJL",
        "journals",
        Call(
            "Transaction/Post",
            "GENTJL",
            document("PostGlJournal", group("Item", "")),
            document("PostGlJournal", _VALIDATE),
        ),
    ),
    _Question(
        "CSHTWD",
        "cash book entries",
        Call(
            "Transaction/Post",
            "CSHTWD",
            document("PostCbDepositsWithdrawals", group("Item", "")),
            document("PostCbDepositsWithdrawals", _VALIDATE),
        ),
    ),
    _Question(
        "ARSSCS",
        "new customers",
        Call(
            "Setup/Add",
            "ARSSCS",
            document("SetupArCustomer", group("Item", group("Key", needed("Customer", "")))),
            document("SetupArCustomer", _VALIDATE),
        ),
    ),
    _Question(
        "COMSFM",
        "custom form values",
        Call(
            "Setup/Add",
            "COMSFM",
            document("SetupCustomForm", group("Item", group("Key", needed("KeyField", "")))),
            document("SetupCustomForm", _VALIDATE),
        ),
    ),
)
