"""The other process: the only writer of a library, spoken to in JSON lines over its standard streams."""
