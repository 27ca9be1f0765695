"""Who is logged on: one session an operator, a number of seats, and an end for those who stay away.

Reference, sections 1.3 and 1.6.
"""

import secrets
from dataclasses import dataclass

from connectors.sandbox.clock import SandboxClock
from connectors.sandbox.syspro import made_up, troubles
from connectors.sandbox.syspro.options import SiteOptions
from connectors.sandbox.syspro.troubles import Exceptional

TOKEN_BLANKS = "  "  # noqa: S105 - blanks, not a secret
"""A token is 34 characters 0-9A-F and these two blanks; it is accepted without them too."""


@dataclass(slots=True)
class Session:
    """One operator at work in one company.

    Attributes:
        token: 34 upper-case hexadecimal characters.
        used_at: Unix seconds of the last call.
    """

    token: str
    operator: str
    company: str
    used_at: int


class Sessions:
    """The sessions that are open.

    Args:
        clock: The sandbox's time; decides when a session has been idle for too long.

    Attributes:
        evictions: How many sessions a second logon of their operator has ended.
    """

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._open: dict[str, Session] = {}
        self.evictions = 0

    def __len__(self) -> int:
        return len(self._open)

    def log_on(self, options: SiteOptions, asked: dict[str, str]) -> str:
        """Open a session and return its token with the blanks; an older one of the operator ends.

        Args:
            options: The site's operators, passwords and seats.
            asked: ``operator``, ``operatorpassword``, ``companyid``, ``companypassword``; lower-case names.

        Raises:
            Exceptional: With a wrong name or password, or without a free seat.
        """
        operator, company = asked.get("operator", "").upper(), asked.get("companyid", "").upper()
        if operator not in options.operators:
            raise Exceptional(made_up.UNKNOWN_OPERATOR)
        if asked.get("operatorpassword", "") != options.operators[operator]:
            raise Exceptional(troubles.INVALID_PASSWORD)
        if company != options.company or asked.get("companypassword", "") != options.company_password:
            raise Exceptional(made_up.UNKNOWN_COMPANY)
        self.end_idle(options.idle_timeout_s)
        self.evict(operator)
        if len(self._open) >= options.seats:
            raise Exceptional(made_up.SEATS_FULL)
        session = Session(secrets.token_hex(17).upper(), operator, company, self._clock.now())
        self._open[session.token] = session
        return session.token + TOKEN_BLANKS

    def use(self, token: str, idle_timeout_s: int) -> Session:
        """Return the session of a token and note that it was used.

        Raises:
            Exceptional: When there is none, or it was idle for too long.
        """
        self.end_idle(idle_timeout_s)
        session = self._open.get(token.strip())
        if session is None:
            raise Exceptional(made_up.SESSION_UNKNOWN)
        session.used_at = self._clock.now()
        return session

    def company_of(self, token: str) -> str:
        """Return the company of a token's session; empty when there is none."""
        session = self._open.get(token.strip())
        return session.company if session is not None else ""

    def log_off(self, token: str) -> None:
        """End a session.

        Raises:
            Exceptional: When there is none.
        """
        if self._open.pop(token.strip(), None) is None:
            raise Exceptional(troubles.NO_BASE_DIRECTORY)

    def evict(self, operator: str) -> None:
        """End the sessions of an operator, as a second logon does."""
        staying = {token: session for token, session in self._open.items() if session.operator != operator}
        self.evictions += len(self._open) - len(staying)
        self._open = staying

    def end(self, token: str) -> None:
        """End one session without a word."""
        self._open.pop(token.strip(), None)

    def end_idle(self, idle_timeout_s: int) -> None:
        """End the sessions that were not used for longer than ``idle_timeout_s`` seconds."""
        since = self._clock.now() - idle_timeout_s
        self._open = {token: session for token, session in self._open.items() if session.used_at >= since}
