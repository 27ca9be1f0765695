"""The declared settings as a form: groups, and what each field is called. Pure but for the words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from agent.domain.settings import SETTINGS, Setting


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together: those whose names begin alike."""

    name: str
    word: str
    settings: tuple[Setting, ...]


def groups() -> list[Group]:
    """Return the groups in the order in which a person meets them."""
    words = _words()
    found: dict[str, list[Setting]] = {}
    for setting in SETTINGS.values():
        found.setdefault(setting.name.partition(".")[0], []).append(setting)
    return [Group(name, words.get(name, name), tuple(settings)) for name, settings in found.items()]


def label_of(setting: Setting) -> str:
    """Return what a field is called: the end of its name, in words."""
    text = setting.name.partition(".")[2].replace("_", " ").removesuffix(" s")
    return text[:1].upper() + text[1:]


def _words() -> dict[str, str]:
    translated = QCoreApplication.translate
    return {
        "site": translated("settings", "Site"),
        "stripe": translated("settings", "Stripe"),
        "syspro": translated("settings", "SYSPRO"),
        "keys": translated("settings", "Keys"),
        "currencies": translated("settings", "Currencies"),
        "posting": translated("settings", "Posting"),
        "customers": translated("settings", "Customers"),
        "orders": translated("settings", "Orders"),
        "receipts": translated("settings", "Receipts"),
        "allocate": translated("settings", "Allocation"),
        "refunds": translated("settings", "Refunds"),
        "disputes": translated("settings", "Disputes"),
        "checks": translated("settings", "Checks that learn"),
        "payouts": translated("settings", "Payouts"),
        "accounts": translated("settings", "Accounts"),
        "catalogue": translated("settings", "Catalogue"),
        "prices": translated("settings", "Prices"),
        "portal": translated("settings", "B2B portal"),
        "customer_links": translated("settings", "Customers on both sides"),
        "requests": translated("settings", "Requests to pay"),
        "alerts": translated("settings", "Alerts"),
        "periods": translated("settings", "Periods"),
        "journals": translated("settings", "Journals"),
        "cash_book": translated("settings", "Cash book"),
        "resolve": translated("settings", "Doubts"),
        "retry": translated("settings", "Retries"),
        "sweep": translated("settings", "Stripe's journal"),
        "prove": translated("settings", "Proof"),
        "reconcile": translated("settings", "Reconciliation"),
        "reports": translated("settings", "Reports"),
        "jobs": translated("settings", "Jobs"),
        "housekeeping": translated("settings", "Housekeeping"),
        "secrets": translated("settings", "Secrets"),
        "updates": translated("settings", "Updates"),
        "lists": translated("settings", "Code lists"),
    }
