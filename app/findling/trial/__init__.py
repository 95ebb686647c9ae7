"""Trial of models on a sample of the user's own files."""
