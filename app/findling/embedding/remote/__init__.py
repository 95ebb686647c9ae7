"""Vectors and orders from a server that the person named; nothing here runs unless one is named."""
