"""Entries of Findling outside its folders: in the login's start and the desktop's search."""
