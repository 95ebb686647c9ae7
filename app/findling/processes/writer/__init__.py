"""The process that alone writes to a library, driven by JSON lines on standard streams."""
