"""Frozen data that all rooms exchange, light enough for every process."""
