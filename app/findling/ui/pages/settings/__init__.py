"""The place for settings: one page, live, each setting with one line that says what it does."""
