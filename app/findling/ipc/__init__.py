"""Interprocess communication: codec, loop, command lines and failures of Findling's own processes."""
