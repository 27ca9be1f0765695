"""What the rows of the history tell of, in words; the name of an action is its tool tip."""

from PySide6.QtCore import QCoreApplication

#: What the action of a command begins with.
_ASKED = "command."


def deed_word(action: str) -> str:
    """Return what an action of the audit is called; its own name where it is younger than these words."""
    found = (_of_documents() | _of_customers() | _of_the_rest()).get(action)
    if found is not None:
        return found
    if action.startswith(_ASKED):
        name = action.removeprefix(_ASKED)
        asked = QCoreApplication.translate("deeds", "Asked: {what}")
        return asked.format(what=_of_commands().get(name, name.replace("_", " ")))
    return action


def _of_documents() -> dict[str, str]:
    translated = QCoreApplication.translate
    return {
        "decision.documents": translated("deeds", "Decided: documents"),
        "decision.waiting": translated("deeds", "Decided: it waits"),
        "decision.held": translated("deeds", "Decided: a person is asked"),
        "decision.ignored": translated("deeds", "Decided: not posted"),
        "document.made": translated("deeds", "Document made"),
        "document.replaced": translated("deeds", "Document replaced"),
        "document.covers": translated("deeds", "Movements of a document"),
        "document.pending": translated("deeds", "Document waits"),
        "document.posting": translated("deeds", "Being posted"),
        "document.posted": translated("deeds", "Posted"),
        "document.parked": translated("deeds", "Refused"),
        "document.in_doubt": translated("deeds", "In doubt"),
        "document.held": translated("deeds", "Held for approval"),
        "document.cancelled": translated("deeds", "Ignored"),
        "field.edited": translated("deeds", "Changed by hand"),
    }


def _of_customers() -> dict[str, str]:
    translated = QCoreApplication.translate
    return {
        "customer.linked": translated("deeds", "Customer linked"),
        "customer.merged": translated("deeds", "Customers merged"),
        "customer.made": translated("deeds", "Customer made in Stripe"),
        "customer.resolved": translated("deeds", "Difference decided"),
        "customer.moved": translated("deeds", "Customer has another code"),
        "customer.ignored": translated("deeds", "Kept out of Stripe"),
        "customer.refused": translated("deeds", "Not the same customer"),
        "customer.link_closed": translated("deeds", "Link closed"),
    }


def _of_the_rest() -> dict[str, str]:
    translated = QCoreApplication.translate
    return {
        "command.done": translated("deeds", "Carried out"),
        "command.refused": translated("deeds", "Not carried out"),
        "discrepancy.closed": translated("deeds", "Difference accepted"),
        "discrepancy.reopened": translated("deeds", "Difference open again"),
        "note.seen": translated("deeds", "Note read"),
        "note.unseen": translated("deeds", "Note unread again"),
        "setting.set": translated("deeds", "Setting changed"),
        "setting.unset": translated("deeds", "Setting as usual again"),
        "revision.added": translated("deeds", "Mapping put in force"),
        "lease.held": translated("deeds", "Engine started"),
        "lease.taken_over": translated("deeds", "Engine taken over"),
        "database.restored": translated("deeds", "Database put back"),
        "cash_book.sending": translated("deeds", "Cash book being sent"),
        "portal.token_added": translated("deeds", "Portal token given"),
        "portal.token_revoked": translated("deeds", "Portal token taken back"),
    }


def _of_commands() -> dict[str, str]:
    translated = QCoreApplication.translate
    return {
        "pause": translated("deeds", "pause"),
        "resume": translated("deeds", "resume"),
        "sync_now": translated("deeds", "sync now"),
        "prove": translated("deeds", "compare"),
        "reconcile": translated("deeds", "reconcile"),
        "reload": translated("deeds", "take over settings"),
        "retry": translated("deeds", "retry"),
        "approve": translated("deeds", "approve"),
        "unapprove": translated("deeds", "take an approval back"),
        "ignore": translated("deeds", "ignore"),
        "restore": translated("deeds", "restore"),
        "resolve": translated("deeds", "end a doubt"),
        "accept": translated("deeds", "accept a difference"),
        "seen": translated("deeds", "note read"),
        "edit": translated("deeds", "change by hand"),
        "catalogue": translated("deeds", "look at the catalogue"),
        "customers": translated("deeds", "look at customers"),
        "customers_link": translated("deeds", "link a customer"),
        "requests": translated("deeds", "look at open invoices"),
    }
