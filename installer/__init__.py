"""Everything that makes and tests the Windows installer."""
