-- Warehouses.
SELECT
    r.[Warehouse],
    r.[Description]
FROM [dbo].[InvWhControl] AS r
ORDER BY r.[Warehouse]
