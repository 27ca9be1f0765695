-- Lowest row version that a transaction still holds, or the next one when none does. Every row below it is committed;
-- one at or above it may yet appear, so nobody may read past it.
SELECT MIN_ACTIVE_ROWVERSION()
