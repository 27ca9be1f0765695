-- All companies, from the system-wide database. Their ids are padded with blanks.
SELECT r.[Company]
FROM [dbo].[SysproAdmin] AS r
ORDER BY r.[Company]
