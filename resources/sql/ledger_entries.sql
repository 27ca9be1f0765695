-- Entries of the general ledger, with what they say of where they come from.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, some keys, or some days.
SELECT
    r.[GlYear],
    r.[GlPeriod],
    r.[Journal],
    r.[EntryNumber],
    r.[GlCode],
    r.[Reference],
    r.[EntryValue],
    r.[CurrencyValue],
    r.[PostCurrency],
    r.[Source],
    r.[DocumentDate],
    r.[SubModJournal],
    r.[TimeStamp]
FROM [dbo].[GenJournalDetail] AS r
