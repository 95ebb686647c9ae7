"""The Library place: its folders, their rules, and what is not searchable and why."""
