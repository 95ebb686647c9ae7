"""Previews of documents, made in the parser child."""
