"""Duplicates page: groups of similar files, compared and cleared away."""
