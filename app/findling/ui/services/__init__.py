"""Services that pages of the window share: actions, keys, preferences, the desktop."""
