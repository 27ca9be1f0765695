-- Custom form of customers. The site has made its columns, so all come and the configured ones are taken.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.*
FROM [dbo].[ArCustomer+] AS r
