"""Vectors and orders from a server that the user named; nothing here runs unless one is named."""
