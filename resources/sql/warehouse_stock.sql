-- What warehouses hold of each stock code, in its stocking unit.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.[StockCode],
    r.[Warehouse],
    r.[QtyOnHand],
    r.[QtyAllocated],
    r.[QtyAllocatedWip],
    r.[QtyOnOrder],
    r.[QtyOnBackOrder],
    r.[QtyInTransit],
    r.[QtyInInspection],
    r.[QtyDispatched],
    r.[MinimumQty],
    r.[SafetyStockQty],
    r.[TimeStamp]
FROM [dbo].[InvWarehouse] AS r
