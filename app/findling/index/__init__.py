"""Caches that answer fast and can be rebuilt: nearest neighbours over vectors, and words over documents."""
