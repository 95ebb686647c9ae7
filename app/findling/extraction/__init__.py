"""Extraction of text from files: readers, the sandbox that they run in, previews, chunking."""
