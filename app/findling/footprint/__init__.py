"""Entries of Findling outside its own folders: in the start at the login and the search of the desktop."""
