"""Messages to the user as codes with facts, which are rendered where they are shown."""
