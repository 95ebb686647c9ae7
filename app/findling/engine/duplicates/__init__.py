"""Files that are alike: found, verified word by word, grouped, and cleared up without losing anything."""
