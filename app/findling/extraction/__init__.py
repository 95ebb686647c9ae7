"""Extraction of text from files: readers by format family, the sandbox that they run in, previews, and chunking."""
