"""The application: its window, its start, the tray, and the quick window."""
