"""What a person changed on one document: checked by the field's declaration, and applied whenever it is decided. Pure.

An edit belongs to a document's business key. It is among the facts of a decision, so that a preview, a replay and the
real run agree about it, and it wins over the mapping for this document alone. What money moves, where from and to,
and our own reference are never edited (:attr:`agent.domain.kinds.Target.fixed`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any

from agent.domain.corrections import is_correction
from agent.domain.documents import WITHDRAWN, Document, State
from agent.domain.errors import NeedsPerson, Problem
from agent.domain.fitting import bare_key, fit_text
from agent.domain.kinds import BODIES, Body, FieldType, Kind, OrderLine, SalesOrder, Target, targets_of

#: The one field of a line that decides how the line is planned: it is given to what was sold, not to the line.
STOCK_CODE = "StockCode"

#: Elements of each type of order line that a person may change.
_OF_LINES: Mapping[str, tuple[str, ...]] = {
    "stock": (STOCK_CODE, "StockDescription", "Warehouse"),
    "non_stock": ("StockDescription", "Warehouse", "ProductClass"),
    "charge": (STOCK_CODE, "StockDescription", "ProductClass", "MiscChargeCode"),
    "comment": ("Comment",),
}

#: Types of fields that a person may change; a number is always a price, a quantity or a rate.
_FREE = frozenset({FieldType.TEXT, FieldType.DAY})


class Wrong(Enum):
    """What is wrong with what was typed."""

    EMPTY = "empty"
    NO_DAY = "no_day"
    NO_CHOICE = "no_choice"
    TOO_LONG = "too_long"
    LETTERS = "letters"
    """SYSPRO's character set lacks some of them."""


class BadEditError(ValueError):
    """What was typed cannot stand in the field; the message is one sentence that says why.

    Args:
        wrong: What is wrong.
        message: The sentence.
        instead: What would stand in SYSPRO instead; empty for nothing.
    """

    def __init__(self, wrong: Wrong, message: str, instead: str = "") -> None:
        super().__init__(message)
        self.wrong = wrong
        self.instead = instead


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one document as a person wants it.

    Attributes:
        kind: Kind of the document.
        purpose: Purpose of its key.
        stripe_id: Stripe id of its key.
        line: Number of the order's line, from 1; 0 for the document itself.
        element: SYSPRO's element name.
        text: What is to stand there, as :func:`checked` gives it.
        by: Who said so.
        at: When, Unix seconds UTC.
    """

    kind: Kind
    purpose: str
    stripe_id: str
    line: int
    element: str
    text: str
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class EditField:
    """A field of a document that a person may change.

    Attributes:
        line: Number of the order's line, from 1; 0 for the document itself.
        target: Its declaration.
        text: What stands there now.
        edit: The person's word that it is, ``None`` where the mapping gave it.
    """

    line: int
    target: Target
    text: str
    edit: Edit | None = None

    @property
    def name(self) -> str:
        """What the command line calls it: ``Branch``, or ``2.StockCode`` for a field of the second line."""
        return name_of(self.line, self.target.element)


@dataclass(frozen=True, slots=True)
class EditChange:
    """What a person changes of one field.

    Attributes:
        line: Number of the order's line, from 1; 0 for the document itself.
        element: SYSPRO's element name.
        before: What stood there.
        after: What is to stand there; ``None`` takes the person's word back: the mapping gives it again.
    """

    line: int
    element: str
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class EditForm:
    """What a person may change of one document.

    Attributes:
        number: The document's number.
        title: Whose money, in words.
        refusal: Why nothing of it can be changed, as a sentence; empty where something can.
        fields: The fields that may be changed.
    """

    number: int
    title: str
    refusal: str
    fields: tuple[EditField, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """A document's attributes with what a person changed.

    Attributes:
        values: Attribute name -> value.
        lineage: Target field -> who gave it.
        problem: A change that cannot be made any more, as a sentence; empty where all were made.
    """

    values: Mapping[str, Any]
    lineage: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


def name_of(line: int, element: str) -> str:
    """Return what a field is called: its element, with the number of its line and a point before it."""
    return f"{line}.{element}" if line else element


def place_of(line: int, element: str) -> str:
    """Return the same in words."""
    return f"{element} of line {line}" if line else element


def editable(body: Body, needs: Collection[str] = (), edits: Iterable[Edit] = ()) -> tuple[EditField, ...]:
    """Return the fields of a document that a person may change, the document's own first, then those of its lines.

    Args:
        body: What is posted.
        needs: Attributes that another document's SYSPRO key fills.
        edits: What a person changed of it already.
    """
    said = {(edit.line, edit.element): edit for edit in edits}

    def shown(part: object, attribute: str, target: Target, line: int) -> EditField:
        return EditField(line, target, getattr(part, attribute), said.get((line, target.element)))

    found = [
        shown(body, attribute, target, 0)
        for attribute, target in targets_of(type(body)).values()
        if _is_free(attribute, target) and attribute not in needs
    ]
    lines = body.lines if isinstance(body, SalesOrder) else ()
    targets = targets_of(OrderLine)
    for number, line in enumerate(lines, start=1):
        found += (shown(line, *targets[element], number) for element in _OF_LINES.get(line.line_type, ()))
    return tuple(found)


def form_of(document: Document, edits: Iterable[Edit]) -> EditForm:
    """Return what a person may change of a document.

    Args:
        document: The document as the outbox has it.
        edits: What people changed on documents that carry its Stripe id.
    """
    draft = document.draft
    refusal = _refusal(document)
    own = of_document(edits, draft.key.kind, draft.key.purpose, draft.key.stripe_id)
    found = () if refusal else editable(draft.body, draft.needs.keys(), own)
    return EditForm(document.id, draft.title, refusal or ("" if found else _NOTHING), found)


def changes_of(form: EditForm, told: Mapping[str, str | None]) -> tuple[EditChange, ...]:
    """Return what is different by what a person typed.

    Args:
        form: What may be changed.
        told: Name of a field, as :attr:`EditField.name` has it -> what was typed; ``None`` takes a change back.

    Raises:
        NeedsPerson: When the document cannot be changed, or something cannot stand there; the message is one sentence.
    """
    if form.refusal:
        raise _refused(form.refusal)
    known = {one.name.casefold(): one for one in form.fields}
    found = []
    for name, text in told.items():
        one = known.get(name.casefold())
        if one is None:
            names = ", ".join(field.name for field in form.fields)
            raise _refused(f"{name!r} is no field of this document that can be changed; those are {names}.")
        try:
            after = None if text is None else checked(one.target, text)
        except BadEditError as error:
            raise _refused(str(error)) from error
        if after != one.text and (after is not None or one.edit is not None):
            found.append(EditChange(one.line, one.target.element, one.text, after))
    return tuple(found)


def checked(target: Target, text: str) -> str:
    """Return what was typed as it will stand in the field.

    Raises:
        BadEditError: When it cannot stand there; nothing is cut or rewritten by itself.
    """
    said = " ".join(text.split())
    if not said:
        if target.required:
            raise BadEditError(Wrong.EMPTY, f"{target.element} must not be empty: SYSPRO needs it.")
        return ""
    return _day(target, said) if target.type is FieldType.DAY else _text(target, said)


def with_edits(kind: Kind, values: Mapping[str, Any], edits: Sequence[Edit]) -> Edited:
    """Return the attributes of a document with what a person changed.

    Args:
        kind: Its kind.
        values: What mapping and case give it, by attribute.
        edits: What a person changed of this document.
    """
    if not edits:
        return Edited(values)
    changed, lineage, problem = dict(values), {}, ""
    for edit in edits:
        made = _line_edited(changed, edit) if edit.line else _field_edited(kind, changed, edit)
        if made:
            lineage[place_of(edit.line, edit.element)] = f"{edit.by} changed it by hand to {edit.text!r}"
        else:
            problem = problem or _gone(edit)
    return Edited(changed, lineage, problem)


def of_document(edits: Iterable[Edit], kind: Kind, purpose: str, stripe_id: str) -> tuple[Edit, ...]:
    """Return those of the edits that are of one document."""
    key = (kind, purpose, stripe_id)
    return tuple(edit for edit in edits if (edit.kind, edit.purpose, edit.stripe_id) == key)


def stock_codes(edits: Iterable[Edit], stripe_id: str) -> Mapping[int, str]:
    """Return line -> the stock code that a person gave it, of the order of a payment."""
    return {
        edit.line: edit.text
        for edit in edits
        if edit.kind is Kind.SALES_ORDER and edit.stripe_id == stripe_id and edit.line and edit.element == STOCK_CODE
    }


#: State -> why a person can change nothing of a document in it.
_NOT_NOW = {
    State.PENDING: "It is about to be sent: pause first, or wait for what SYSPRO says.",
    State.POSTING: "It is being sent at this moment: wait for the outcome.",
    State.IN_DOUBT: "It was sent and its outcome is not known yet: wait until it was looked up in SYSPRO.",
    State.POSTED: "SYSPRO has it already: correct it with a new document there.",
    State.CANCELLED: "It was given up: restore it first.",
}

_NOTHING = "Nothing of it may be changed by hand: what money it moves, where from and to, and our reference stay."

_NO_FLOW = "No flow made it, so nothing of it comes from the mapping: change it where it was made, or ignore it."

_NOT_MADE = "A later decision makes it no longer: it is posted only as it is."


def _refusal(document: Document) -> str:
    if document.state in _NOT_NOW:
        return _NOT_NOW[document.state]
    if document.reason_code == WITHDRAWN:
        return _NOT_MADE
    return _NO_FLOW if is_correction(document.draft.key) or not document.draft.flow else ""


def _refused(message: str) -> NeedsPerson:
    return NeedsPerson(Problem("Not changed", message, code="edit.refused"))


def _is_free(attribute: str, target: Target) -> bool:
    return not target.fixed and attribute != "reference" and target.type in _FREE


def _field_edited(kind: Kind, values: dict[str, Any], edit: Edit) -> bool:
    found = targets_of(BODIES[kind]).get(edit.element)
    if found is None or not _is_free(*found):
        return False
    values[found[0]] = edit.text
    return True


def _line_edited(values: dict[str, Any], edit: Edit) -> bool:
    """Change a field of a line; its stock code stands there already where SYSPRO has it, as the sale was told it."""
    lines = values.get("lines", ())
    if edit.line > len(lines) or edit.element not in _OF_LINES.get(lines[edit.line - 1].line_type, ()):
        return False
    line = lines[edit.line - 1]
    if edit.element == STOCK_CODE:
        return bare_key(line.stock_code).casefold() == bare_key(edit.text).casefold()
    attribute, _ = targets_of(OrderLine)[edit.element]
    changed = replace(line, **{attribute: edit.text})
    values["lines"] = (*lines[: edit.line - 1], changed, *lines[edit.line :])
    return True


def _gone(edit: Edit) -> str:
    return (
        f"{edit.by} changed {place_of(edit.line, edit.element)} to {edit.text!r}, which cannot stand there: the"
        " document has no such field any more, or SYSPRO has no such code. Edit it again, or take the change back."
    )


def _day(target: Target, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise BadEditError(Wrong.NO_DAY, f"{target.element} is a day such as 2026-01-31, not {text!r}.") from error


def _text(target: Target, text: str) -> str:
    if target.choices:
        code = text.upper()
        if code not in target.choices:
            said = f"{target.element} is one of {', '.join(target.choices)}, not {text!r}."
            raise BadEditError(Wrong.NO_CHOICE, said)
        return code
    if target.length and len(text) > target.length:
        said = f"{target.element} has room for {target.length} characters, and this is {len(text)} long."
        raise BadEditError(Wrong.TOO_LONG, said)
    fitted, _ = fit_text(text, max(target.length, len(text)), target.element)
    if fitted != text:
        said = f"{target.element} would stand in SYSPRO as {fitted!r}: it lacks some of these letters."
        raise BadEditError(Wrong.LETTERS, said, fitted)
    return text
