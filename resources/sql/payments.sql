-- Payments and other movements on the documents of customers' accounts.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, some keys, or some days.
SELECT
    r.[Customer],
    r.[Invoice],
    r.[DocumentType],
    r.[EntryNumber],
    r.[TrnType],
    r.[JournalDate],
    r.[TrnYear],
    r.[TrnMonth],
    r.[Journal],
    r.[Reference],
    r.[TrnValue],
    r.[PostValue],
    r.[PostCurrency],
    r.[Branch],
    r.[TimeStamp]
FROM [dbo].[ArInvoicePay] AS r
