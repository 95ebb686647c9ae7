"""Diagnostics of a library and of the machine."""
