"""First run: folders, model and first search."""
