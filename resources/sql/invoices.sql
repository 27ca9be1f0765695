-- Documents of customers' accounts, open or paid, until SYSPRO purges them.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.[Customer],
    r.[Invoice],
    r.[DocumentType],
    r.[InvoiceDate],
    r.[SalesOrder],
    r.[CustomerPoNumber],
    r.[TermsCode],
    r.[Branch],
    r.[CurrencyValue],
    r.[InvoiceBal1],
    r.[TaxPortion],
    r.[PostCurrency],
    r.[ConvRate],
    r.[MulDiv],
    r.[TimeStamp]
FROM [dbo].[ArInvoice] AS r
