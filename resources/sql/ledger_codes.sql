-- Ledger codes of one company. Several companies may share one ledger, so the company is part of the key.
SELECT
    r.[GlCode],
    r.[Description],
    r.[AccountType],
    r.[ControlAccFlag]
FROM [dbo].[GenMaster] AS r
WHERE r.[Company] = CAST(? AS varchar(10))
ORDER BY r.[GlCode]
