"""What people ask of single documents: change fields of one by hand, and decide it again with that."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.domain.cases.case import attributes
from agent.domain.documents import Document
from agent.domain.edits import STOCK_CODE, Edit, EditChange, EditForm, changes_of, form_of, place_of, with_edits
from agent.domain.errors import NeedsPerson, Problem, no_such_document
from agent.domain.kinds import BODIES, Body, OrderLine, SalesOrder
from agent.domain.lists import Known, Named, compared, named_in_body, refused
from agent.domain.lists.known import READ_WHOLE
from agent.domain.readmodels import Command
from agent.ports import Edits, Inbox, Outbox
from jobs.carry_out import decide_again

#: Tables whose codes are offered: those that are read whole.
_LISTS = {one.value: one for one in READ_WHOLE}

#: Most codes of one list that are offered.
_MOST_CODES = 500


@dataclass(frozen=True, slots=True)
class EditCommands:
    """Carries out the changes.

    Attributes:
        outbox: The documents.
        edits: What people changed on them.
        inbox: Where fresh decisions are asked for.
        known: Asks SYSPRO's own lists about codes; what cannot be read is not checked.
        wake: Runs jobs at once, by name.
    """

    outbox: Outbox
    edits: Edits
    inbox: Inbox
    known: Callable[[Sequence[Named]], Known]
    wake: Callable[[tuple[str, ...]], None]

    def does(self) -> Mapping[str, Callable[[Command, int], str]]:
        """Return command name -> what carries it out."""
        return {"edit": self._edit, "edit_choices": self._choices}

    def _choices(self, command: Command, _: int) -> str:
        """Return the codes of SYSPRO's lists that fields of a document take, as JSON: table -> codes."""
        form = self._form(self._document(command))
        tables = {one.target.table for one in form.fields if one.target.table in _LISTS}
        named = [Named(_LISTS[table], "", table) for table in sorted(tables)]
        codes = self.known(named).codes if named else {}
        found = {one.value: sorted(codes[one])[:_MOST_CODES] for one in sorted(codes, key=lambda one: one.value)}
        return json.dumps({table: found[table] for table in sorted(tables) if found.get(table)}, ensure_ascii=False)

    def _document(self, command: Command) -> Document:
        number = int(command.arguments["what"])
        document = self.outbox.get(number)
        if document is None:
            raise no_such_document(number)
        return document

    def _form(self, document: Document) -> EditForm:
        key = document.draft.key
        return form_of(document, self.edits.about(key.company, (key.stripe_id,)))

    def _edit(self, command: Command, now: int) -> str:
        document = self._document(command)
        number, key, form = document.id, document.draft.key, self._form(document)
        changes = changes_of(form, json.loads(command.arguments["changes"]))
        self._check_codes(document, changes, command.author, now)
        self.edits.keep(key, changes, by=command.author, now=now)
        decide_again(self.inbox, self.outbox.subject_of(number), command, now)
        self.wake(("translate",))
        if not changes:
            return f"Document {number} stands as you want it already; it is decided again."
        said = ", ".join(place_of(one.line, one.element) for one in changes)
        return f"Document {number} is decided again with what you changed: {said}."

    def _check_codes(self, document: Document, changes: Sequence[EditChange], author: str, now: int) -> None:
        """Refuse codes that SYSPRO's own lists do not have; a list that cannot be read is SYSPRO's to check."""
        body = _changed(document, changes, author, now)
        places = {_place(one) for one in changes if one.after}
        named = [one for one in named_in_body(body) if one.place in places]
        said = refused(compared(named, self.known(named))) if named else ""
        if said:
            raise NeedsPerson(Problem("Not changed", said, code="edit.refused"))


def _changed(document: Document, changes: Sequence[EditChange], author: str, now: int) -> Body:
    """Return the document's body as it would be; a stock code stands on its line, so that it is looked up."""
    key, body = document.draft.key, document.draft.body
    given = [one for one in changes if one.after is not None]
    edits = [
        Edit(key.kind, key.purpose, key.stripe_id, one.line, one.element, one.after or "", author, now) for one in given
    ]
    changed = BODIES[key.kind](**with_edits(key.kind, attributes(body), edits).values)
    codes = {one.line: one.text for one in edits if one.line and one.element == STOCK_CODE}
    if not codes or not isinstance(changed, SalesOrder):
        return changed
    lines = enumerate(changed.lines, start=1)
    return replace(changed, lines=tuple(_with_code(line, codes.get(number, "")) for number, line in lines))


def _with_code(line: OrderLine, code: str) -> OrderLine:
    return replace(line, stock_code=code, line_type="stock") if code else line


def _place(change: EditChange) -> str:
    """Return the place as :mod:`agent.domain.lists.named` calls it."""
    return f"line {change.line}, {change.element}" if change.line else change.element
