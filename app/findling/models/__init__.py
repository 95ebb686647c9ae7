"""Embedding models of a library: the active one, its cost, its speed, and the switch to another."""
