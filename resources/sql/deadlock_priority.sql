-- In a deadlock our read gives way, never SYSPRO's work.
SET DEADLOCK_PRIORITY LOW
