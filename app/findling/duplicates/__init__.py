"""Duplicates: found, compared, grouped, reviewed, and cleared away by plans."""
