-- Lines of sales orders of every type; the merchandise columns begin with M, the others with N.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.[SalesOrder],
    r.[SalesOrderLine],
    r.[LineType],
    r.[MStockCode],
    r.[MStockDes],
    r.[MWarehouse],
    r.[MOrderQty],
    r.[MShipQty],
    r.[MBackOrderQty],
    r.[MOrderUom],
    r.[MPrice],
    r.[MPriceUom],
    r.[MDiscPct1],
    r.[MDiscPct2],
    r.[MDiscPct3],
    r.[MProductClass],
    r.[MTaxCode],
    r.[NComment],
    r.[NMscChargeValue],
    r.[TimeStamp]
FROM [dbo].[SorDetail] AS r
