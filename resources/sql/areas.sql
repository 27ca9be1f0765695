-- Geographic areas.
SELECT
    r.[Area],
    r.[Description]
FROM [dbo].[SalArea] AS r
ORDER BY r.[Area]
