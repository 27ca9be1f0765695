-- Tables that our login may write, whoever gave it the right. There must be none.
SELECT t.[name]
FROM [sys].[tables] AS t
WHERE
    HAS_PERMS_BY_NAME(QUOTENAME(SCHEMA_NAME(t.[schema_id])) + '.' + QUOTENAME(t.[name]), 'OBJECT', 'INSERT') = 1
    OR HAS_PERMS_BY_NAME(QUOTENAME(SCHEMA_NAME(t.[schema_id])) + '.' + QUOTENAME(t.[name]), 'OBJECT', 'UPDATE') = 1
    OR HAS_PERMS_BY_NAME(QUOTENAME(SCHEMA_NAME(t.[schema_id])) + '.' + QUOTENAME(t.[name]), 'OBJECT', 'DELETE') = 1
ORDER BY t.[name]
