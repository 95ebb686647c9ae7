"""Interprocess communication: codec, loop, commands and failures of Findling's processes."""
