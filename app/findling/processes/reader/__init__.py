"""The process that reads the library for the window: searches, previews and reports."""
