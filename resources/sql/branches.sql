-- Branches.
SELECT
    r.[Branch],
    r.[Description]
FROM [dbo].[SalBranch] AS r
ORDER BY r.[Branch]
