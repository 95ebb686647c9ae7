"""Embedding models of a library: the active one, its speed, and the switch to another."""
