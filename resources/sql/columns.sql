-- Columns of a table that our login may see.
SELECT c.[COLUMN_NAME]
FROM [INFORMATION_SCHEMA].[COLUMNS] AS c
WHERE c.[TABLE_SCHEMA] = 'dbo' AND c.[TABLE_NAME] = ?
ORDER BY c.[ORDINAL_POSITION]
