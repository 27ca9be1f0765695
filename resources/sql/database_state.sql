-- Whether snapshot isolation is on (1), and whether this is the database itself or a read-only copy of it.
SELECT
    d.[snapshot_isolation_state],
    CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS varchar(20))
FROM [sys].[databases] AS d
WHERE d.[name] = DB_NAME()
