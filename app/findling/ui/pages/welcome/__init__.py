"""The first run: which folders, what it will cost, and off to the first search."""
