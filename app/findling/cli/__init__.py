"""Command line: one module for each group of commands; output as text or JSON."""
