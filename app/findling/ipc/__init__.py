"""Interprocess communication: codec, loop, command lines and failures of own processes."""
