"""Several SYSPRO companies behind one e.net service, as a site has them.

An operator has one session at the service, whatever the company: a logon to one company ends the session in another.
"""

import threading
from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from connectors.sandbox.syspro.app import SysproSandbox, large_arguments, query_arguments
from connectors.sandbox.syspro.sessions import Sessions
from connectors.sandbox.syspro.troubles import Exceptional


class SeveralCompanies:
    """One service over companies that were opened before; each keeps its own file, options and faults.

    Args:
        companies: At least one, each with another company id. The service closes none of them.

    Attributes:
        app: The Starlette application, to be served by ``SandboxServer``.
        sessions: Who is logged on, in whatever company.
    """

    def __init__(self, companies: Sequence[SysproSandbox]) -> None:
        self._companies = {company.books.options.company: company for company in companies}
        self._first = companies[0]
        self.sessions = Sessions(self._first.clock)
        lock = threading.Lock()
        for company in companies:
            company.share_sessions(self.sessions, lock)
        self.app = Starlette(routes=[Route("/{path:path}", self._serve, methods=["GET", "POST"])])

    async def _serve(self, http: Request) -> Response:
        arguments = query_arguments(http.scope["query_string"])
        if http.method == "POST":
            try:
                arguments |= large_arguments(await http.body())
            except Exceptional:
                arguments = {}  # the company that is asked says what is wrong with it
        asked = arguments.get("companyid", "").upper() or self.sessions.company_of(arguments.get("userid", ""))
        return await self._companies.get(asked, self._first).serve(http)
