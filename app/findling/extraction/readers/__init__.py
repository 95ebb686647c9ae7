"""Readers, one a format family: `read` gives an `Extraction`, or raises ExtractionError."""
