-- Prices of stock codes by price code, before tax unless the stock code says otherwise.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.[StockCode],
    r.[PriceCode],
    r.[SellingPrice],
    r.[PriceBasis],
    r.[TimeStamp]
FROM [dbo].[InvPrice] AS r
