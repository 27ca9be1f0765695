"""The words of all documents, so that a search finds them among a million; see :mod:`agent.store.schema`.

A search has one row a document, kept in step by triggers. Beside its words it has marks, which nobody types: its tab,
kind and currency, and its amount in minor units. So the rows of one tab that have some words are found without reading
one.
"""

#: Before a mark and before an amount: letters of no language that is written in SYSPRO.
MARK, AMOUNT = "\u01c2", "\u01c1"

_TAB = """CASE WHEN {row}.state IN ('pending', 'posting') THEN 'waiting' WHEN {row}.state = 'posted' THEN 'posted'
    WHEN {row}.state = 'in_doubt' THEN 'indoubt'
    WHEN {row}.state = 'cancelled' OR {row}.reason_code = 'withdrawn' THEN 'ignored' ELSE 'needsyou' END"""

# Keys also without the zeros that fill them up; the payer's Stripe customer, and SYSPRO's where the body names it.
_WORDS = f"""{{row}}.title || ' ' || {{row}}.stripe_id || ' ' || {{row}}.erp_key || ' ' || ltrim({{row}}.erp_key, '0')
    || ' ' || substr({{row}}.party, 1, instr({{row}}.party || '|', '|') - 1)
    || ' ' || coalesce({{row}}.body ->> '$.customer', '')
    || ' ' || ltrim(coalesce({{row}}.body ->> '$.customer', ''), '0')
    || ' ' || {{row}}.reason || ' {AMOUNT}' || coalesce(abs({{row}}.amount_minor), '')
    || ' {MARK}' || coalesce({{row}}.amount_currency, '') || ' {MARK}' || replace({{row}}.kind, '_', '')
    || ' {MARK}' || {_TAB}"""

#: Columns that the words are made of, beside the state.
_COLUMNS = ("title", "stripe_id", "erp_key", "party", "body", "reason", "amount_minor", "amount_currency", "kind")

_CHANGED = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _COLUMNS)


def _words(row: str) -> str:
    return _WORDS.format(row=row)


def _tab(row: str) -> str:
    return _TAB.format(row=row)


SEARCH = f"""
CREATE VIRTUAL TABLE documents_search USING fts5(
    words, content='', prefix='1 2 3', tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO documents_search (rowid, words) SELECT id, {_words("documents")} FROM documents;
CREATE TRIGGER documents_search_new AFTER INSERT ON documents BEGIN
    INSERT INTO documents_search (rowid, words) VALUES (new.id, {_words("new")});
END;
CREATE TRIGGER documents_search_changed AFTER UPDATE ON documents
WHEN {_CHANGED} OR {_tab("old")} <> {_tab("new")} BEGIN
    INSERT INTO documents_search (documents_search, rowid, words) VALUES ('delete', old.id, {_words("old")});
    INSERT INTO documents_search (rowid, words) VALUES (new.id, {_words("new")});
END;
"""
