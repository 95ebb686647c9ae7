"""Main window, launch, tray icon and quick window."""
