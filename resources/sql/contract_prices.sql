-- Contract prices of customers and buying groups. Quantity breaks are not read: their columns are not sure.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.[ContractType],
    r.[CustomerBuyGrp],
    r.[StockCode],
    r.[Contract],
    r.[StartDate],
    r.[ExpiryDate],
    r.[PriceMethod],
    r.[FixedUom],
    r.[FixedPriceCode],
    r.[FixedPrice],
    r.[Discount1],
    r.[Discount2],
    r.[Discount3],
    r.[TimeStamp]
FROM [dbo].[SorContractPrice] AS r
