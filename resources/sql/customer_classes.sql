-- Customer classes.
SELECT
    r.[Class],
    r.[Description]
FROM [dbo].[TblCustomerClass] AS r
ORDER BY r.[Class]
