"""Interprocess communication: the loop of Findling's own processes, their commands, and what they fail with."""
