"""Topics of the library, and the map."""
