"""The parser process from its parent's side."""
