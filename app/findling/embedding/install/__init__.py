"""How a model gets onto this machine: from the hub or from a folder, and checked byte by byte before it counts."""
