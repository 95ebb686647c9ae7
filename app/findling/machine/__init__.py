"""State of the computer as a whole: its power, its user, and how busy it is."""
