-- Banks of the cash book.
SELECT
    r.[Bank],
    r.[Description]
FROM [dbo].[ApBank] AS r
ORDER BY r.[Bank]
