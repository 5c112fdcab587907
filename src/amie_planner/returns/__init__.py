"""Hub and funder reporting: counts for a period, as tables that anything can open."""
