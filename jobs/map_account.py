"""Map: an account gets its ledger code, once SYSPRO has been asked whether journals may be posted to it."""

import json
from dataclasses import dataclass

from agent.domain.charting import check_account, setting_of
from agent.domain.errors import NeedsPerson, Problem, Transient
from agent.domain.settings import Values
from agent.ports import Clock, ErpTables, SettingsStore

#: SYSPRO answers, and lets nobody look at its tables.
_CANNOT_LOOK = "syspro.not_licensed"


@dataclass(frozen=True, slots=True)
class MapAccount:
    """Gives accounts their ledger codes.

    Attributes:
        tables: SYSPRO's chart of accounts; ``None`` where SYSPRO is not set up yet.
        settings: Where the codes stand.
        clock: Time of the agent.
    """

    tables: ErpTables | None
    settings: SettingsStore
    clock: Clock

    def map(self, account: str, ledger_code: str, currency: str, by: str) -> str:
        """Set the code and return what is to be said about it.

        Raises:
            NeedsPerson: When SYSPRO has no such code, it is a control account, or SYSPRO does not answer.
        """
        unchecked = self._check(account, ledger_code)
        setting, name = setting_of(account, currency)
        codes = Values(self.settings.all()).table(setting)
        text = json.dumps(codes | {name: ledger_code}, sort_keys=True)
        self.settings.set(setting, text, by=by, now=self.clock.now())
        return f"{account}{f' in {currency.upper()}' if currency else ''} is {ledger_code}.{unchecked}"

    def _check(self, account: str, ledger_code: str) -> str:
        """Ask SYSPRO; return why that was not possible, where it was not."""
        if self.tables is None:
            return " SYSPRO is not set up yet, so nobody has looked whether it has this code."
        try:
            with self.tables.session() as session:
                known = session.ledger_codes()
        except Transient as error:
            if error.problem.code == _CANNOT_LOOK:
                return " SYSPRO does not let the agent look at its ledger codes, so nobody has looked at this one."
            message = (
                f"SYSPRO could not be asked about {ledger_code}, so {account} was not mapped. {error.problem.message}"
            )
            raise NeedsPerson(Problem(error.problem.title, message, code="map.not_asked")) from error
        check_account(account, ledger_code, known)
        return ""
