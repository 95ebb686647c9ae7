"""The process that answers the window: searches, previews and reports, each in a lane of its own."""
