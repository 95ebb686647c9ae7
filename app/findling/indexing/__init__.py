"""Indexing of folders into a library."""
