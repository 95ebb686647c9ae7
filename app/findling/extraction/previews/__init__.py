"""How a document looks: what the parser child makes of a file for a person to read, page by page where it has pages."""
