"""Clients of the processes that do the slow work."""
