-- Terms of payment.
SELECT
    r.[TermsCode],
    r.[Description]
FROM [dbo].[TblArTerms] AS r
ORDER BY r.[TermsCode]
