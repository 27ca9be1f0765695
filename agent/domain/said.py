"""What a person says in a setting, checked when it is said rather than when a job cannot work with it."""

from collections.abc import Callable, Mapping

from agent.domain.catalogue import said as catalogue
from agent.domain.catalogue.quantity import BadFormulaError
from agent.domain.expressions import BadExpressionError
from agent.domain.fitting import DoesNotFitError
from agent.domain.requests import rules as requests
from agent.domain.settings import BadSettingError, Values

_CHECKS: Mapping[str, Callable[[Values], object]] = {
    **catalogue.CHECKS,
    "requests.customers": requests.stored_customers,
}


def check_said(name: str, text: str, others: Mapping[str, str]) -> None:
    """Refuse what the job that reads a setting could not work with.

    Args:
        name: Name of any setting.
        text: What it is to be.
        others: The texts of all settings that are set, by name.

    Raises:
        BadSettingError: When it cannot be; the message says where and why.
    """
    if name not in _CHECKS:
        return
    try:
        _CHECKS[name](Values({**others, name: text}))
    except (BadExpressionError, BadFormulaError, DoesNotFitError) as error:
        raise BadSettingError(f"{name}: {error}") from error
