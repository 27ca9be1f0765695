-- Custom form of stock codes. The site has made its columns, so all come and the configured ones are taken.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.*
FROM [dbo].[InvMaster+] AS r
