-- Stock codes: what becomes a product.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.[StockCode],
    r.[Description],
    r.[LongDesc],
    r.[StockUom],
    r.[AlternateUom],
    r.[OtherUom],
    r.[ConvFactAltUom],
    r.[ConvMulDiv],
    r.[ConvFactOthUom],
    r.[MulDiv],
    r.[Decimals],
    r.[ProductClass],
    r.[TaxCode],
    r.[ListPriceCode],
    r.[PriceCategory],
    r.[PriceMethod],
    r.[PrcInclGst],
    r.[WarehouseToUse],
    r.[KitType],
    r.[StockOnHold],
    r.[SalesOnHold],
    r.[UserField1],
    r.[SupercessionDate],
    r.[TimeStamp]
FROM [dbo].[InvMaster] AS r
