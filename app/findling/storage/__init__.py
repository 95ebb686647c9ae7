"""All SQL: the database is the source of truth, from which all indexes can be rebuilt."""
