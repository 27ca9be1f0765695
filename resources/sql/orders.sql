-- Sales orders, and the credit notes that orders became.
-- An ending is added in connectors/syspro/sql/texts.py: a page in key order, what changed, or some keys.
SELECT
    r.[SalesOrder],
    r.[OrderStatus],
    r.[CancelledFlag],
    r.[DocumentType],
    r.[Customer],
    r.[CustomerPoNumber],
    r.[OrderDate],
    r.[ReqShipDate],
    r.[LastInvoice],
    r.[Branch],
    r.[Warehouse],
    r.[Currency],
    r.[ExchangeRate],
    r.[MulDiv],
    r.[AlternateKey],
    r.[ShipAddress1],
    r.[ShipAddress2],
    r.[ShipAddress3],
    r.[ShipAddress4],
    r.[ShipAddress5],
    r.[ShipPostalCode],
    r.[TimeStamp]
FROM [dbo].[SorMaster] AS r
