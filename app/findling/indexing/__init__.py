"""Indexing: a library is brought up to date with its folders."""
