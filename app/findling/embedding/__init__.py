"""Embedding of passages and queries as unit vectors, and the models that do it."""
