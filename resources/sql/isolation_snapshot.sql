-- Reads see one moment and hold no lock at all; only where the database has snapshot isolation on.
SET TRANSACTION ISOLATION LEVEL SNAPSHOT
