-- Rights of our login in this database that let it change things. There must be none.
SELECT p.[permission_name]
FROM [sys].[fn_my_permissions](NULL, 'DATABASE') AS p
WHERE p.[permission_name] IN ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL', 'TAKE OWNERSHIP')
ORDER BY p.[permission_name]
