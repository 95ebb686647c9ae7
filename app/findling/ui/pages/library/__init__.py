"""Library page: folders, their exclude rules, and files that are not searchable."""
