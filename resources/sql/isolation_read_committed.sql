-- Reads see what is committed and hold a lock no longer than they look at a row.
SET TRANSACTION ISOLATION LEVEL READ COMMITTED
