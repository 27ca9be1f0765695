-- Product classes in use by stock codes; SYSPRO's own list has no sure name.
SELECT DISTINCT r.[ProductClass]
FROM [dbo].[InvMaster] AS r
ORDER BY r.[ProductClass]
