"""A file's bytes become text with its places: readers by format family, run in a child that may be killed; chunking."""
