-- Price codes in use by prices; SYSPRO's own list has no sure name.
SELECT DISTINCT r.[PriceCode]
FROM [dbo].[InvPrice] AS r
ORDER BY r.[PriceCode]
