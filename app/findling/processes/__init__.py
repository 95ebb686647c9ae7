"""Findling's processes: each a program with a main module and the messages it understands."""
