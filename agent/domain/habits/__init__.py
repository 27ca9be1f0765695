"""Checks that learn from what a site usually does, and say with numbers what is unusual. Pure."""
