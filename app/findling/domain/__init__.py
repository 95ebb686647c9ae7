"""The data that all rooms speak of: frozen, and light enough for every process."""
