-- Tax codes in use by stock codes; SYSPRO's own list has no sure name.
SELECT DISTINCT r.[TaxCode]
FROM [dbo].[InvMaster] AS r
ORDER BY r.[TaxCode]
