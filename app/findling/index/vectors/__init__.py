"""Nearest neighbours of vectors: published HNSW segments, and an exact tail of later ones."""
