"""Dates and people that documents tell of themselves, apart from the readers of their texts."""
