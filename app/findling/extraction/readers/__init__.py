"""One reader a format family: each turns the bytes of one file into an `Extraction`."""
