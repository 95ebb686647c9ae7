"""Widgets and models that several pages of the window use."""
