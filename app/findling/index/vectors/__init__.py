"""Nearest neighbours over the library's vectors: published HNSW segments, and the exact tail of what came after."""
