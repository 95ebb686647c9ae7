"""How the window looks: colours, sizes, type, icons; nothing about looks stands elsewhere."""
