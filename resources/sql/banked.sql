-- The bank that took a payment.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.[Customer],
    r.[Invoice],
    r.[Journal],
    r.[Bank],
    r.[CbTrnDate],
    r.[GrossPayment],
    r.[TimeStamp]
FROM [dbo].[CshArPayments] AS r
