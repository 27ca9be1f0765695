-- Database of a company, from the system-wide database. Company ids are padded with blanks.
SELECT r.[DatabaseName]
FROM [dbo].[SysproAdmin] AS r
WHERE r.[Company] = CAST(? AS varchar(10))
