"""A library that several people share, on a PostgreSQL server of theirs."""
