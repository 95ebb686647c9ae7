"""Readers, one a format family: `read` turns a file into an `Extraction`, or raises ExtractionError with the reason."""
