-- Currencies, by SYSPRO's own codes.
SELECT
    r.[Currency],
    r.[Description]
FROM [dbo].[TblCurrency] AS r
ORDER BY r.[Currency]
