"""All that Findling says to its user, as codes with facts; sentences are made of them where they are shown."""
