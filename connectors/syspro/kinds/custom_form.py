"""Custom form values (COMSFM): a field either holds what was sent, or does not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from agent.domain.attempts import Discrepancy, ErpRow
from agent.domain.documents import Document
from agent.domain.kinds import CustomForm
from connectors.syspro.comparison import Comparison
from connectors.syspro.handling import Compared, Found, Handling, Reading
from connectors.syspro.tables import Tables
from connectors.syspro.xml import comsfm
from connectors.syspro.xml.comfnd import equal


def find(reading: Reading, documents: Sequence[Document]) -> Found:
    """Return the field of each document where it holds the value."""
    forms = {document.id: cast("CustomForm", document.draft.body) for document in documents}
    kept = _kept(reading, forms.values())
    return {
        number: (_custom_form_row(form),) if kept.get(comsfm.form_key(form)) == form.value else ()
        for number, form in forms.items()
    }


def compare(reading: Reading, documents: Sequence[Document]) -> Compared:
    """Compare the field of each document, where this site can read it."""
    forms = [cast("CustomForm", document.draft.body) for document in documents]
    kept = _kept(reading, forms)
    readable = reading.values.yes("syspro.custom_form_tables")
    return {document.id: _compared(document, kept, readable=readable) for document in documents}


def _kept(reading: Reading, forms: Iterable[CustomForm]) -> dict[str, str]:
    """Return, by the key of a custom form value, what its field holds; what cannot be read is absent.

    Writing the same value again harms nothing, so "cannot be read" may count as "not there".

    Raises:
        BadReplyError: When an answer cannot be read.
        Unavailable: When COMFND is not licensed.
    """
    fields: dict[tuple[str, str], list[CustomForm]] = {}
    for form in forms:
        if form.form_type in comsfm.TABLES and reading.values.yes("syspro.custom_form_tables"):
            fields.setdefault((form.form_type, form.field_name), []).append(form)
    return {
        key: value for place, own in fields.items() for key, value in _field_values(reading.tables, place, own).items()
    }


def _field_values(tables: Tables, place: tuple[str, str], forms: list[CustomForm]) -> dict[str, str]:
    form_type, field_name = place
    where = comsfm.TABLES[form_type]
    fixed = tuple(equal(column, text) for column, text in where.fixed)
    rows = tables.matching(where.table, (field_name,), where.key, (form.key_field for form in forms), *fixed)
    kept = {row.text(where.key): row.text(field_name) for row in rows}
    return {comsfm.form_key(form): kept[form.key_field] for form in forms if form.key_field in kept}


def _custom_form_row(form: CustomForm) -> ErpRow:
    return ErpRow(comsfm.form_key(form), f"The field {form.field_name} of {form.key_field} holds {form.value}.")


def _compared(document: Document, kept: Mapping[str, str], *, readable: bool) -> tuple[Discrepancy, ...]:
    comparison = Comparison(document)
    form = cast("CustomForm", document.draft.body)
    if readable and form.form_type in comsfm.TABLES:
        comparison.text("AlphaValue", form.value, kept.get(comsfm.form_key(form), ""))
    else:
        comparison.say("unproven", f"The field {form.field_name} cannot be read at this site, so it is not proven.")
    return comparison.result()


HANDLING = Handling("Setup/Update", "COMSFM", comsfm.build, comsfm.parse, find, compare)
