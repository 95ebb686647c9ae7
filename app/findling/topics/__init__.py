"""Topics of a library: documents grouped by meaning, named, and laid out on a map."""
