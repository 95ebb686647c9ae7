"""Caches that can be rebuilt: nearest neighbours over vectors, and words over documents."""
