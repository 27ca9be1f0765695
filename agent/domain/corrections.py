"""Corrections: new documents that stand beside the one they correct. What SYSPRO has is never edited.

A correction posts the legs of the document that it corrects, so that books and reconciliation count them together.
"""

from dataclasses import replace
from typing import Any, cast

from agent.domain.documents import Document, DocumentKey, Draft, State
from agent.domain.fitting import reference_for
from agent.domain.kinds import Journal, JournalLine, Kind
from agent.domain.money import Money

#: What stands between the purpose of a document and the number of its correction.
_MARK = "#"

#: Purpose of the journals over what exchange rates left of a dispute or refund. Its later decisions look at what was
#: posted of each purpose, and these are none of theirs.
LEVELS = "exchange"

#: Reason code of a correction that waits for approval.
PROPOSED = "correction.proposed"

#: Most characters of our references.
_REFERENCE = 30


#: What a decision is about that makes a correction, before the key of that.
SUBJECT = "correction"


def is_correction(key: DocumentKey) -> bool:
    """Return whether a document corrects another: no flow makes it anew, whatever is decided again."""
    return _MARK in key.purpose


def next_number(documents: "list[Document]", corrected: Document) -> int:
    """Return the number of the next correction of ``corrected``: 2 for the first, as the document itself is 1.

    Args:
        documents: All documents about the same Stripe object.
        corrected: The document, itself a correction or not.
    """
    root = _root(corrected.draft.key.purpose)
    numbers = [
        int(number)
        for one in documents
        for purpose, mark, number in (one.draft.key.purpose.partition(_MARK),)
        if mark and purpose == root
    ]
    return max(numbers, default=1) + 1


def standing_correction(documents: "list[Document]", corrected: Document, *, settled: bool) -> Document | None:
    """Return what corrects ``corrected`` already, so that the same difference is never ended twice; ``None`` for none.

    A correction that a person gave up counts no more. What SYSPRO has lost of a correction is corrected by its number.

    Args:
        documents: All documents about the same Stripe object.
        corrected: The document, itself a correction or not.
        settled: Whether corrections that are posted count as well, or only those on their way.
    """
    root, own = _root(corrected.draft.key.purpose), _number(corrected)
    over = {State.CANCELLED} if settled else {State.CANCELLED, State.POSTED}
    kinds = {corrected.draft.key.kind, Kind.JOURNAL}
    return next(
        (
            one
            for one in documents
            if _root(one.draft.key.purpose) == root
            and one.draft.key.kind in kinds
            and _number(one) > own
            and one.state not in over
        ),
        None,
    )


def posted_again(corrected: Document, number: int) -> Draft:
    """Return a document that posts what ``corrected`` posted, under a reference of its own.

    Args:
        corrected: A document with legs that SYSPRO does not have any more.
        number: See :func:`next_number`.
    """
    draft = corrected.draft
    body = replace(cast("Any", draft.body), reference=_reference(draft.body.reference, f".{number}"))
    return replace(
        draft,
        key=_key(draft.key, draft.key.kind, number),
        body=body,
        state=State.PENDING,
        reason="",
        reason_code="",
        title=f"{draft.title}, posted again",
    )


def levelled(corrected: Document, stripe_id: str) -> Document:
    """Return ``corrected`` as journals over what exchange rates left of it go by: a purpose of their own, no legs.

    Args:
        corrected: The latest of its documents; a summary journal is that of others as well.
        stripe_id: What it was left of.
    """
    draft = corrected.draft
    key = replace(draft.key, kind=Kind.JOURNAL, purpose=LEVELS, stripe_id=stripe_id)
    body = draft.body
    if draft.key.stripe_id != stripe_id:
        body = replace(cast("Any", body), reference=stripe_id)
    return replace(corrected, draft=replace(draft, key=key, body=body, legs=()))


def adjusting(  # noqa: PLR0913 - one argument for each thing that a person or the site says
    corrected: Document,
    number: int,
    difference: Money,
    *,
    code: str,
    other_code: str,
    day: str,
    currency: str,
    post: bool,
    authorize: str,
    reason: str,
) -> Draft:
    """Return the journal that takes a difference off an account; it waits for approval.

    Args:
        corrected: The document whose rows in SYSPRO are not what they should be; see also :func:`levelled`.
        number: See :func:`next_number`.
        difference: What the account has too much (+) or too little (-).
        code: Ledger code of the account that has it: clearing, or one that must end at nothing.
        other_code: Ledger code that takes the other side.
        day: Day of the journal at the site, CCYY-MM-DD.
        currency: SYSPRO currency code of ``difference``.
        post: Whether SYSPRO posts it at once.
        authorize: AuthorizeJournal of the site.
        reason: Why it waits, for the person who approves it.
    """
    lines = [JournalLine(other_code, difference, reason[:100]), JournalLine(code, -difference, reason[:100])]
    lines.sort(key=lambda line: line.value.minor < 0)
    draft = corrected.draft
    body = Journal(
        reference=_reference(draft.body.reference, f".{'E' if draft.key.purpose == LEVELS else 'J'}{number}"),
        date=day,
        currency=currency,
        notation=f"Corrects {draft.body.reference}",
        post=post,
        authorize=authorize,
        lines=tuple(lines),
    )
    return Draft(
        key=_key(draft.key, Kind.JOURNAL, number),
        body=body,
        lane=f"correction|{draft.key.stripe_id}",
        order_by=draft.order_by,
        state=State.HELD,
        reason=reason,
        reason_code=PROPOSED,
        amount=-difference,
        title=f"Correction of {draft.title or draft.key.stripe_id}",
        legs=draft.legs,
    )


def _key(key: DocumentKey, kind: Kind, number: int) -> DocumentKey:
    return replace(key, kind=kind, purpose=f"{_root(key.purpose)}{_MARK}{number}")


def _root(purpose: str) -> str:
    return purpose.partition(_MARK)[0]


def _number(document: Document) -> int:
    return int(document.draft.key.purpose.partition(_MARK)[2] or 1)


def _reference(reference: str, suffix: str) -> str:
    return reference_for(reference, _REFERENCE - len(suffix)) + suffix
