"""Installation of models from the hub or a folder, each file checked before it counts."""
